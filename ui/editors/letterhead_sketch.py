"""A letterhead as a small picture: its page, its margins, what stands above and below the text.

Where the first page differs from the others, both are drawn beside each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import LIGHT, colours
from ui.tongue import tr
from wizard.i18n import N_

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from wizard.documents.letterheads.letterhead import Letterhead, Strips
    from wizard.documents.letterheads.strips import Cell, Strip

SIDE = 190
"""The longer side of a page in logical pixels; two stand beside each other in a small window."""
GAP = 10
LETTERS, LINE = 7, 9
PICTURE = QSize(26, 16)
EDGE = 5
"""Between the edge of the paper and what stands there, whatever the file says: it is a sketch."""
MOST_LINES = 4
BETWEEN = 2
"""Bare pixels between columns, or their texts would run into each other."""
ALIGNED = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


class LetterheadSketch(QWidget):
    """Shows a letterhead; paper is white in every theme."""

    def __init__(self, letterhead: Letterhead) -> None:
        super().__init__()
        self._letterhead = letterhead
        first = letterhead.first
        usual = letterhead.usual
        self.pages: tuple[Strips, ...] = (usual,) if first in (None, usual) else (first, usual)
        self._scale = SIDE / max(letterhead.width, letterhead.height)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(tr(N_("The letterhead as a picture")))

    def sizeHint(self) -> QSize:  # noqa: N802
        """All pages beside each other."""
        page = self._page()
        count = len(self.pages)
        return QSize(round(page.width() * count + GAP * (count - 1)) + 2, round(page.height()) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the pages."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPixelSize(LETTERS)
        painter.setFont(font)
        page = self._page()
        for strips in self.pages:
            self._paint_page(painter, page, strips)
            page.translate(page.width() + GAP, 0)
        painter.end()

    def _page(self) -> QRectF:
        paper = self._letterhead
        return QRectF(1, 1, paper.width * self._scale, paper.height * self._scale)

    def _paint_page(self, painter: QPainter, page: QRectF, strips: Strips) -> None:
        painter.setPen(QPen(QColor(colours().field_line), 1))
        painter.setBrush(QColor(LIGHT.page))
        painter.drawRect(page)
        paper, scale = self._letterhead, self._scale
        left, right = page.left() + paper.left * scale, page.right() - paper.right * scale
        top, bottom = page.top() + paper.top * scale, page.bottom() - paper.bottom * scale
        above, below = _height(strips.header), _height(strips.footer)
        # A high header pushes the text down, as it does in Word.
        header = max(page.top() + EDGE, top - above - EDGE)
        footer = min(page.bottom() - EDGE - below, bottom + EDGE)
        text = QRectF(
            QPointF(left, max(top, header + above + 2 if above else top)),
            QPointF(right, min(bottom, footer - 2 if below else bottom)),
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(LIGHT.field_line), 1, Qt.PenStyle.DashLine))
        painter.drawRect(text)
        _paint_strip(painter, strips.header, QRectF(left, header, right - left, above))
        _paint_strip(painter, strips.footer, QRectF(left, footer, right - left, below))


def _shown(strip: Strip) -> list[tuple[tuple[Cell, ...], int]]:
    """The rows there is room for, each with its height; at least the first of them."""
    found, lines = [], 0
    for row in strip.rows:
        count = min(MOST_LINES, max(len(cell.lines) for cell in row))
        if found and lines + count > MOST_LINES:
            break
        lines += count
        has_picture = any(cell.has_picture for cell in row)
        found.append((row, max(count * LINE, PICTURE.height() + 2 if has_picture else 0)))
    return found


def _height(strip: Strip) -> int:
    return sum(height for _, height in _shown(strip))


def _paint_strip(painter: QPainter, strip: Strip, room: QRectF) -> None:
    top = room.top()
    for row, height in _shown(strip):
        left = room.left()
        for cell, width in zip(row, _widths(painter, row, room.width()), strict=True):
            _paint_cell(painter, cell, QRectF(left, top, width - BETWEEN, height))
            left += width
        top += height


def _widths(painter: QPainter, row: tuple[Cell, ...], room: float) -> list[float]:
    """All columns alike where their words fit; else each as it needs, in proportion."""
    metrics = QFontMetricsF(painter.font())
    needed = [
        max([metrics.horizontalAdvance(line) for line in cell.lines[:MOST_LINES]], default=0.0)
        + (PICTURE.width() + 2 if cell.has_picture else 0)
        + BETWEEN
        + 1
        for cell in row
    ]
    alike = room / len(row)
    if max(needed) <= alike:
        return [alike] * len(row)
    spare = max(0.0, room - sum(needed)) / len(row)
    return [(one + spare) * room / (sum(needed) + spare * len(row)) for one in needed]


def _paint_cell(painter: QPainter, cell: Cell, area: QRectF) -> None:
    align = ALIGNED[cell.align]
    if cell.has_picture:
        width = min(float(PICTURE.width()), area.width())
        box = QRectF(area.left(), area.top() + 1, width, PICTURE.height())
        if cell.align == "right":
            box.moveRight(area.right())
        elif cell.align == "center":
            box.moveLeft(area.center().x() - width / 2)
        painter.setPen(QPen(QColor(LIGHT.accent), 1))
        painter.setBrush(QColor(LIGHT.accent_soft))
        painter.drawRect(box)
        painter.drawLine(box.bottomLeft(), box.topRight())
        painter.drawLine(box.topLeft(), box.bottomRight())
        if cell.align == "right":
            area = area.adjusted(0, 0, -width - 2, 0)
        else:
            area = area.adjusted(width + 2, 0, 0, 0)
    painter.setPen(QColor(LIGHT.muted))
    metrics = QFontMetricsF(painter.font())
    for number, line in enumerate(cell.lines[:MOST_LINES]):
        place = QRectF(area.left(), area.top() + number * LINE, area.width(), LINE)
        words = metrics.elidedText(line, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter, words)
