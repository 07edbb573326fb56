"""A field for a text of several lines that grows with what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

LEAST_LINES, MOST_LINES = 2, 9


class LongText(QPlainTextEdit):
    """A plain text of several lines with the words of a QLineEdit; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(1)
        self.textChanged.connect(self.fit)

    def text(self) -> str:
        """What is typed."""
        return self.toPlainText()

    def setText(self, text: str) -> None:  # noqa: N802 - the word QLineEdit has for it
        """Put a text in place of what is there."""
        self.setPlainText(text)

    def fit(self) -> None:
        """Take the height that the text needs, within limits."""
        lines = self._lines()
        shown = max(LEAST_LINES, min(MOST_LINES, lines))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * shown + 16)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if lines > MOST_LINES else policy.ScrollBarAlwaysOff
        )

    def _lines(self) -> int:
        """How many lines the text takes at this width; counts no further than one too many.

        The document's own size does not do: it is known only once all was painted.
        """
        found, block = 0, self.document().begin()
        line = self.fontMetrics().lineSpacing()
        while block.isValid() and found <= MOST_LINES:
            found += max(1, round(self.blockBoundingRect(block).height() / line))
            block = block.next()
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """A narrower field needs more lines."""
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Only now the font is known."""
        super().showEvent(event)
        self.fit()
