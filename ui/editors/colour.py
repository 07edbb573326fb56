"""The editor of the accent colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from ui.editors.editor import Asked, Editor
from ui.tongue import tr
from wizard.documents.house import readable
from wizard.i18n import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from wizard.interview.kinds import Json

WIDTH = 120
SWATCH = 18


class ColourEditor(Editor):
    """A colour as ``#0f6b5c``, typed or chosen; too pale a one is darkened when printed."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        self.line = QLineEdit()
        self.line.setFixedWidth(WIDTH)
        self.line.textEdited.connect(self._typed)
        self.choose = QPushButton(tr(N_("Choose…")))
        self.choose.setAccessibleName(f"{tr(asked.question.label)}: {tr(N_('Choose…'))}")
        self.choose.clicked.connect(self._choose)
        self.note = QLabel(tr(N_("Too pale for white paper: it is printed darker.")))
        self.note.setProperty("role", "hint")
        row.addWidget(self.line)
        row.addWidget(self.choose)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.note)

    def field(self) -> QWidget:
        return self.line

    def show_raw(self, raw: Json) -> None:
        text = str(raw or "")
        if self.line.text() != text:
            self.line.setText(text)
        self._draw()

    def _typed(self, text: str) -> None:
        self._draw()
        self.given.emit(text.strip() or None)

    def _choose(self) -> None:
        colour = self._ask_for_colour()
        if colour.isValid():
            self.line.setText(colour.name())
            self._typed(colour.name())

    def _ask_for_colour(self) -> QColor:
        return QColorDialog.getColor(QColor(self.line.text() or "#0f5f55"), self)

    def _draw(self) -> None:
        printed = readable(self.line.text())
        swatch = QPixmap(SWATCH, SWATCH)
        swatch.fill(QColor(f"#{printed}"))
        self.choose.setIcon(QIcon(swatch))
        typed = self.line.text().strip().lstrip("#").upper()
        self.note.setVisible(len(typed) == len(printed) and typed != printed)
