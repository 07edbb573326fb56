"""A few words on a coloured ground, painted in the cell of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.theme import colours

if TYPE_CHECKING:
    from collections.abc import Sequence


HEIGHT, SIDE, GAP, LINE_GAP, CLIP = 20, 9, 6, 4, 12
SMALL = 0.9
"""The size of small words, as a part of the usual size."""
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Chip:
    """A few words, and how urgent they are; ``clip`` draws a paper clip behind them."""

    words: str
    tone: Literal["bad", "warn", "neutral", "good", "good-chosen"]
    clip: bool = False


def paint_chips(painter: QPainter, area: QRectF, chips: Sequence[Chip], *, lines: int = 1) -> None:
    """As many chips as there is room for in so many lines, and how many are left out."""
    font = QFont(painter.font())
    font.setPointSizeF(font.pointSizeF() * SMALL)
    painter.setFont(font)
    rows = laid(font, area.width(), chips, lines)
    top = area.center().y() - (len(rows) * (HEIGHT + LINE_GAP) - LINE_GAP) / 2
    for row in rows:
        left = area.left()
        others = sum(chip_width(font, chip) + GAP for chip in row[1:])
        for number, chip in enumerate(row):
            room = area.right() - left if number else area.width() - others
            width = min(chip_width(font, chip), room)
            _paint_chip(painter, QRectF(left, top, width, HEIGHT), chip)
            left += width + GAP
        top += HEIGHT + LINE_GAP


def laid(font: QFont, room: float, chips: Sequence[Chip], lines: int) -> list[list[Chip]]:
    """The chips line by line, one at least in each; the last tells how many are left out."""
    rows: list[list[Chip]] = []
    left_out = 0
    for chip in chips:
        if rows and _fits(font, room, [*rows[-1], chip]):
            rows[-1].append(chip)
        elif len(rows) < lines:
            rows.append([chip])
        else:
            left_out += 1
    if left_out:
        while len(rows[-1]) > 1 and not _fits(font, room, [*rows[-1], _more(left_out)]):
            rows[-1].pop()
            left_out += 1
        rows[-1].append(_more(left_out))
    return rows


def _fits(font: QFont, room: float, row: Sequence[Chip]) -> bool:
    return sum(chip_width(font, chip) + GAP for chip in row) - GAP <= room


def _more(count: int) -> Chip:
    return Chip(f"+{count}", "neutral")


def _paint_chip(painter: QPainter, place: QRectF, chip: Chip) -> None:
    shown = colours()
    tones = {
        "bad": (shown.bad_soft, shown.on_bad_soft),
        "warn": (shown.warn_soft, shown.on_warn_soft),
        "neutral": (shown.neutral_soft, shown.muted),
        "good": (shown.accent_soft, shown.on_accent_soft),
        "good-chosen": (shown.card, shown.on_accent_soft),
    }
    ground, ink = tones[chip.tone]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(place, HEIGHT / 2, HEIGHT / 2)
    painter.setPen(QColor(ink))
    clip = CLIP if chip.clip else 0
    paint_words(painter, place.adjusted(SIDE, 0, 1 - SIDE - clip, 0), chip.words)
    if chip.clip:
        _paint_clip(painter, QPointF(place.right() - SIDE - 4, place.center().y()), ink)


def chip_width(font: QFont, chip: Chip) -> float:
    """The room that a chip takes in this font, which is already a small one."""
    clip = CLIP if chip.clip else 0
    return QFontMetricsF(font).horizontalAdvance(chip.words) + 2 * SIDE + clip


def _paint_clip(painter: QPainter, middle: QPointF, ink: str) -> None:
    """A paper clip: two loops of one wire."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(ink), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.translate(middle)
    painter.rotate(35)
    painter.drawRoundedRect(QRectF(-3, -6, 6, 12), 3, 3)
    painter.drawRoundedRect(QRectF(-1.2, -3.5, 2.4, 8), 1.2, 1.2)
    painter.restore()


def paint_words(painter: QPainter, area: QRectF, words: str) -> None:
    """One line, cut short with dots where there is no room."""
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, MIDDLE, shown)
