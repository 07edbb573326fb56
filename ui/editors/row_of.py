"""The editor of a row of another list: a box with the rows as they are called now."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout

from ui.editors.editor import Asked, Editor
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview import summaries

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from wizard.interview.answers import Answers
    from wizard.interview.kinds import Json, RowOf

NONE = "–"


class RowOfEditor(Editor):
    """One of the rows that are used, or none; a row that is gone is kept until another is taken."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self._kind = cast("RowOf", asked.question.kind)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.combo = QComboBox()
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.combo.setMinimumContentsLength(24)
        self.combo.activated.connect(self._picked)
        self._column.addWidget(self.combo)
        self._shown = ""
        self._offered: dict[str, str] = {}

    def field(self) -> QWidget:
        return self.combo

    def show_raw(self, raw: Json) -> None:
        self._shown = str(raw or "")
        self.answers_changed()

    def answers_changed(self) -> None:
        desk = self.asked.desk
        rows = summaries.rows_of(self._kind, desk.answers)
        offered = {"": self.nothing(desk.answers)} | {
            row.id: summaries.of_row(row, desk.answers, desk.document_language).title or NONE
            for row in rows
            if row.on or row.id == self._shown
        }
        if self._shown not in offered:
            offered[self._shown] = tr(N_("no longer in the list"))
        if offered != self._offered:
            self._offered = offered
            self.combo.clear()
            for row, title in offered.items():
                self.combo.addItem(title, row)
        self.combo.setCurrentIndex(self.combo.findData(self._shown))

    def nothing(self, _answers: Answers) -> str:
        """What the box says where no row is chosen."""
        return NONE

    def below(self, part: QWidget) -> None:
        """Put a part below the box, narrow at its left."""
        self._column.addWidget(part, alignment=Qt.AlignmentFlag.AlignLeft)

    def _picked(self) -> None:
        chosen = str(self.combo.currentData())
        if chosen != self._shown:
            self._shown = chosen
            self.given.emit(chosen or None)
