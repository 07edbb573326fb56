"""The editor of a whole number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from ui.editors.editor import Asked, Editor
from wizard.language import reading

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from wizard.interview.kinds import Json

WIDTH = 120


class NumberEditor(Editor):
    """A short field; what is no number is kept as typed."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.line = QLineEdit(inputMethodHints=Qt.InputMethodHint.ImhDigitsOnly)
        self.line.setFixedWidth(WIDTH)
        self.line.textEdited.connect(self._typed)
        row.addWidget(self.line)
        row.addStretch(1)

    def field(self) -> QWidget:
        return self.line

    def show_raw(self, raw: Json) -> None:
        text = "" if raw is None else str(raw)
        if self.line.text() != text:
            self.line.setText(text)

    def _typed(self, text: str) -> None:
        typed = text.strip()
        self.given.emit(reading.number(typed) if typed else None)
