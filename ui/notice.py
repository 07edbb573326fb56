"""A line that tells something and offers a way on, or two; never a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from ui.column import into_sight
from ui.tongue import tr
from wizard.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable


class Notice(QFrame):
    """Hidden until it has something to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        self.text = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.button, self.other = QPushButton(), QPushButton()
        for button in (self.button, self.other):
            button.clicked.connect(self.hide)
        self.shut = QToolButton(text="✕")
        self.shut.setProperty("role", "link")
        self.shut.setAccessibleName(tr(N_("Close")))
        self.shut.clicked.connect(self.hide)
        row.addWidget(self.text, 1)
        row.addWidget(self.other)
        row.addWidget(self.button)
        row.addWidget(self.shut)
        self.hide()

    def tell(
        self,
        text: str,
        way: str = "",
        go: Callable[[], None] | None = None,
        *,
        bad: bool = False,
        other: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Say the sentence, with a button for the way out where there is one, or two of them."""
        self.text.setText(text)
        self.setAccessibleName(text)
        self._offer(self.button, way, go)
        self._offer(self.other, *(other or ("", None)))
        self.setProperty("tone", "bad" if bad else "")
        for widget in (self, self.text):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.show()
        into_sight(self)

    def _offer(self, button: QPushButton, words: str, way: Callable[[], None] | None) -> None:
        button.setText(words)
        button.setVisible(bool(words))
        button.clicked.disconnect()
        button.clicked.connect(self.hide)
        if way is not None:
            # Held by the connection, not by this object: the way often leads to what holds it.
            button.clicked.connect(lambda: way())
