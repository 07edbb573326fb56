"""One ready text: what it is, how long it is, the text to change, and a way to copy it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import pieces, tongue
from ui.editors.long_text import LongText
from ui.tongue import tr
from wizard.i18n import N_

if TYPE_CHECKING:
    from wizard.paste.kit import Ready

TOLD = 2500
"""Milliseconds for which the button says that the text is copied."""


class ReadyText(QWidget):
    """Shows one text and gives each change of it; the ready text comes back by a link."""

    given = Signal(str, str)
    """The text of this id is to be this; empty for the ready one."""

    def __init__(self, ready: Ready) -> None:
        super().__init__()
        self.ready = ready
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self.title = pieces.words("", "label")
        self.field = LongText()
        self.field.textChanged.connect(self._typed)
        self.about = pieces.words("", "muted")
        self.copy = QPushButton(tr(N_("Copy")))
        self.copy.clicked.connect(self._copy)
        self.back = pieces.link(tr(N_("Back to the ready text")))
        self.back.clicked.connect(self._back)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self.about, 1)
        below.addWidget(self.back)
        below.addWidget(self.copy)
        column.addWidget(self.title)
        column.addWidget(self.field)
        column.addLayout(below)
        self._told = QTimer(self, singleShot=True, interval=TOLD)
        self._told.timeout.connect(self._show_copy)
        self.show_ready(ready)

    def show_ready(self, ready: Ready) -> None:
        """Show the text as it is now; what is being typed stays."""
        from wizard.paste import telling

        self.ready = ready
        title = telling.title(ready)
        self.title.setText(title)
        if self.field.text() != ready.text and not (self.field.hasFocus() and self._is_typed()):
            with QSignalBlocker(self.field):
                self.field.setText(ready.text)
            self.field.fit()
        self.about.setText(telling.about(ready, tongue.language()))
        wrong = ready.field is not None and not ready.field.fits(ready.text)
        role = "error" if wrong else "muted"
        if self.about.property("role") != role:
            self.about.setProperty("role", role)
            self.about.style().unpolish(self.about)
            self.about.style().polish(self.about)
        pieces.seen(self.back, on=ready.is_own)
        self.field.setAccessibleName(title)
        self.field.setAccessibleDescription(self.about.text())
        self.copy.setAccessibleName(f"{self.copy.text()}: {title}")
        self.back.setAccessibleName(f"{self.back.text()}: {title}")

    def _is_typed(self) -> bool:
        """Whether the field holds a text that is about to be the owner's."""
        return self.field.text() != self.ready.offered

    def _typed(self) -> None:
        text = self.field.text()
        self.given.emit(self.ready.id, "" if text == self.ready.offered else text)

    def _back(self) -> None:
        self.field.setText(self.ready.offered)
        self.field.setFocus()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.field.text())
        self.copy.setText(tr(N_("Copied")))
        self._told.start()

    def _show_copy(self) -> None:
        self.copy.setText(tr(N_("Copy")))
