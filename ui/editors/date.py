"""The editor of a date: typed as people write it, or picked from a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from ui.day_field import DayField
from ui.editors.editor import Asked, Editor
from ui.tongue import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from wizard.interview.kinds import Json

WIDTH = 180


class DateEditor(Editor):
    """A field and a calendar; what is no date is kept as typed."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.day = DayField(tr(asked.question.label), width=WIDTH)
        self.day.given.connect(self.given)
        row.addWidget(self.day)
        row.addStretch(1)

    def field(self) -> QWidget:
        return self.day.line

    def show_raw(self, raw: Json) -> None:
        self.day.show_raw(None if raw is None else str(raw))
