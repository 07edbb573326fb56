"""Draws what a page is printed with beside its text: the logo, a letterhead's header and footer.

A letterhead is shown as it was read, text and pictures in rows; Word shows it as it was made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage

from wizard.documents.rich import sheets

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from wizard.documents.house import Sheet
    from wizard.documents.letterheads.letterhead import Letterhead, Strips
    from wizard.documents.letterheads.strips import Cell, Picture, Strip
    from wizard.documents.logo import Logo

INK = "#000000"
BETWEEN = 120
ALIGNED = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


def draw_logo(painter: QPainter, logo: Logo, sheet: Sheet) -> None:
    """Draw the logo at the upper right of the text, in twips."""
    left = sheet.width - sheet.right - logo.width
    _draw_image(painter, logo.content, QRectF(left, sheet.top, logo.width, logo.height))


def draw_strips(painter: QPainter, strips: Strips, letterhead: Letterhead, sheet: Sheet) -> None:
    """Draw a header and a footer in twips."""
    top = float(letterhead.above)
    _draw_strip(painter, strips.header, letterhead, QRectF(sheet.left, top, sheet.text_width, 0))
    high = sheets.height(strips.footer, letterhead.font_size)
    top = sheet.height - letterhead.below - high
    _draw_strip(painter, strips.footer, letterhead, QRectF(sheet.left, top, sheet.text_width, 0))


def strips_of(letterhead: Letterhead, number: int, *, is_first: bool) -> Strips:
    """What the page, counted from 0, has above and below its text."""
    if is_first and letterhead.first is not None:
        return letterhead.first
    if number % 2 and letterhead.even is not None:
        return letterhead.even
    return letterhead.usual


def _draw_strip(painter: QPainter, strip: Strip, letterhead: Letterhead, room: QRectF) -> None:
    font = QFont(list(letterhead.fonts))
    font.setPixelSize(max(1, round(letterhead.font_size * sheets.TWIPS_A_POINT)))
    painter.setFont(font)
    painter.setPen(QColor(INK))
    top = room.top()
    for row in strip.rows:
        height = sheets.row_height(row, letterhead.font_size)
        share = room.width() / len(row)
        for place, cell in enumerate(row):
            area = QRectF(room.left() + place * share, top, share, height)
            _draw_cell(painter, cell, area)
        top += height


def _draw_cell(painter: QPainter, cell: Cell, area: QRectF) -> None:
    if cell.picture is not None:
        area = _beside(painter, cell.picture, cell.align, area)
    metrics = QFontMetricsF(painter.font())
    height = area.height() / max(1, len(cell.lines))
    for number, line in enumerate(cell.lines):
        place = QRectF(area.left(), area.top() + number * height, area.width(), height)
        words = metrics.elidedText(line, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, ALIGNED[cell.align] | Qt.AlignmentFlag.AlignVCenter, words)


def _beside(painter: QPainter, picture: Picture, align: str, area: QRectF) -> QRectF:
    """Draw a picture of the cell; the room that is left beside it."""
    width = min(float(picture.width), area.width())
    box = QRectF(area.left(), area.top(), width, picture.height)
    if align == "right":
        box.moveRight(area.right())
    elif align == "center":
        box.moveLeft(area.center().x() - box.width() / 2)
    _draw_image(painter, picture.content, box)
    taken = box.width() + BETWEEN
    return area.adjusted(0, 0, -taken, 0) if align == "right" else area.adjusted(taken, 0, 0, 0)


def _draw_image(painter: QPainter, content: bytes, area: QRectF) -> None:
    """A picture that Qt cannot read is left out; it was told when it was chosen."""
    image = QImage()
    if content and image.loadFromData(content):
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, image)
