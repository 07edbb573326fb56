"""A few words on a coloured ground, painted in the cell of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from ui.theme import colours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

HEIGHT, SIDE, GAP = 20, 9, 6
SMALL = 0.9
"""The size of small words, as a part of the usual size."""
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Chip:
    """A few words, and how urgent they are."""

    words: str
    tone: Literal["bad", "warn", "neutral"]


def paint_chips(painter: QPainter, area: QRectF, chips: Sequence[Chip]) -> None:
    """As many chips side by side as there is room for, the first in any case."""
    shown = colours()
    tones = {
        "bad": (shown.bad_soft, shown.on_bad_soft),
        "warn": (shown.warn_soft, shown.on_warn_soft),
        "neutral": (shown.neutral_soft, shown.muted),
    }
    font = QFont(painter.font())
    font.setPointSizeF(font.pointSizeF() * SMALL)
    painter.setFont(font)
    left = area.left()
    for number, chip in enumerate(chips):
        width = QFontMetricsF(font).horizontalAdvance(chip.words) + 2 * SIDE
        if number and left + width > area.right():
            break
        place = QRectF(left, area.center().y() - HEIGHT / 2, min(width, area.width()), HEIGHT)
        ground, ink = tones[chip.tone]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(place, HEIGHT / 2, HEIGHT / 2)
        painter.setPen(QColor(ink))
        paint_words(painter, place.adjusted(SIDE, 0, 1 - SIDE, 0), chip.words)
        left += width + GAP


def paint_words(painter: QPainter, area: QRectF, words: str) -> None:
    """One line, cut short with dots where there is no room."""
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, MIDDLE, shown)
