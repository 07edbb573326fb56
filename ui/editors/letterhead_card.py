"""What a chosen letterhead brings: a sketch of its page, and beside it the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout

from ui import pieces, tongue
from ui.editors.letterhead_sketch import LetterheadSketch
from ui.tongue import tr
from wizard import letterhead_words
from wizard.i18n import N_

if TYPE_CHECKING:
    from wizard.documents.letterheads.letterhead import Letterhead

WIDEST_BESIDE = 150
"""Pixels of a sketch that leaves room for words beside it in a small window; else they go below."""
PRINTED = N_(
    "Word files are printed on it as it is. The preview, PDF and printing from here show its "
    "header and footer in a simpler form."
)


class LetterheadCard(QFrame):
    """Shows one letterhead for good; another one gets a card of its own."""

    def __init__(self, letterhead: Letterhead) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.sketch = LetterheadSketch(letterhead)
        across = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        row = QBoxLayout(across[self.sketch.width() > WIDEST_BESIDE], self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(12)
        row.addWidget(self.sketch, alignment=Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout()
        column.setSpacing(4)
        self.lines = letterhead_words.lines(letterhead, tongue.language())
        for number, line in enumerate(self.lines):
            column.addWidget(pieces.words(line, "small" if number else "label"))
        column.addWidget(pieces.words(tr(PRINTED), "hint"))
        column.addStretch(1)
        row.addLayout(column, 1)
        self.sketch.setAccessibleDescription("\n".join(self.lines))
