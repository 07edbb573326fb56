"""Sets blocks in type: each becomes a piece of known height that can be drawn. One unit is a twip.

What was set stays set while its text stands: after a keystroke only what changed is set anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QTextDocument

from wizard.documents.house import TWIPS_A_HALF_POINT
from wizard.documents.rich.blocks import Paragraph, Row
from wizard.documents.rich.dress import BAR_SPACE, Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from wizard.documents.rich.blocks import Block, Memory

FAMILIES = ["Arial", "Liberation Sans", "Helvetica"]
HAIRLINE, BAR = 10, 45
LINES_TOGETHER = 2
"""No fewer lines of a paragraph stand alone at the foot or at the head of a page."""


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph set in type, at a place within its piece."""

    document: QTextDocument
    at: QPointF
    height: float

    def moved(self, x: float, y: float) -> Text:
        """The same text at another place."""
        return Text(self.document, self.at + QPointF(x, y), self.height)

    def lines(self) -> list[tuple[float, float]]:
        """Top and bottom of each line, within the piece."""
        found: list[tuple[float, float]] = []
        block = self.document.begin()
        while block.isValid():
            layout = block.layout()
            top = self.at.y() + layout.position().y()
            bottoms = [layout.lineAt(one).y() for one in range(1, layout.lineCount())]
            bottoms.append(layout.boundingRect().bottom())
            for number, bottom in enumerate(bottoms):
                found.append((top + layout.lineAt(number).y(), top + bottom))
            block = block.next()
        return found


@dataclass(frozen=True)
class Piece:
    """A block set in type. ``regions`` tell which question stands where."""

    height: float
    texts: tuple[Text, ...]
    fills: tuple[tuple[QRectF, str], ...] = ()
    frames: tuple[QRectF, ...] = ()
    line: str = ""
    regions: tuple[tuple[str, QRectF], ...] = ()

    @cached_property
    def cuts(self) -> list[float]:
        """Where the piece can be cut without hitting a line of any of its texts."""
        lines = sorted(line for text in self.texts for line in text.lines())
        found: list[float] = []
        reached = 0.0
        for top, bottom in lines:
            if found and top < reached - 1:
                found.pop()
            reached = max(reached, bottom)
            found.append(reached)
        return [cut for cut in found if cut < self.height - 1]

    def draw(self, painter: QPainter, part: QRectF) -> None:
        """Draw the part of the piece that lies within the rectangle, in twips."""
        for area, colour in self.fills:
            painter.fillRect(area.intersected(part), QColor(colour))
        for text in self.texts:
            area = QRectF(text.at.x(), text.at.y(), 1e6, text.height)
            if area.top() < part.bottom() and area.bottom() > part.top():
                painter.translate(text.at)
                text.document.drawContents(painter, part.translated(-text.at))
                painter.translate(-text.at)
        for frame in self.frames:
            _frame(painter, frame.intersected(part), QColor(self.line))

    def said(self, region: QRectF | None = None) -> str:
        """What stands in the region, or in the whole piece, as plain text."""
        inside = (
            text
            for text in self.texts
            if region is None or region.contains(text.at + QPointF(1, 1))
        )
        return " ".join(words for text in inside if (words := text.document.toPlainText().strip()))


class Typesetter:
    """Sets blocks and keeps them set until they are no longer asked for.

    ``rows`` is what the writer of the blocks remembers of the rows that it wrote.
    """

    def __init__(self) -> None:
        self.rows: Memory = {}
        self._pieces: dict[tuple[Block, int], Piece] = {}
        self._before: dict[tuple[Block, int], Piece] = {}

    def turn(self) -> None:
        """A new round: what is not asked for during it is forgotten in the next one."""
        self._before, self._pieces = self._pieces, {}

    def piece(self, block: Block, width: int) -> Piece:
        """The block set in a column of this width."""
        key = (block, width)
        found = self._pieces.get(key) or self._before.get(key)
        if found is None:
            paragraph = isinstance(block, Paragraph)
            found = _paragraph(block, width) if paragraph else self._row(block)
        self._pieces[key] = found
        return found

    def _row(self, row: Row) -> Piece:
        left, right = row.padding
        texts: list[Text] = []
        regions: list[tuple[str, QRectF]] = []
        fills: list[tuple[QRectF, str]] = []
        height, x = float(row.least), row.left
        for cell in row.cells:
            y, owed = 0.0, 0
            for block in cell.blocks:
                piece = self.piece(block, cell.width - left - right)
                before, after = spaces(block)
                y += owed + before
                texts += [text.moved(x + left, y) for text in piece.texts]
                fills += [(area.translated(x + left, y), fill) for area, fill in piece.fills]
                regions += [
                    (asked, area.translated(x + left, y))
                    for asked, area in piece.regions
                    if asked != row.question
                ]
                y, owed = y + piece.height, after
            height = max(height, y + owed)
            x += cell.width
        frames, x = [], row.left
        for cell in row.cells:
            area = QRectF(x, 0, cell.width, height)
            frames.append(area)
            if cell.fill:
                fills.insert(0, (area, cell.fill))
            x += cell.width
        if row.question:
            regions.insert(0, (row.question, QRectF(row.left, 0, x - row.left, height)))
        ruled = tuple(frames) if row.line else ()
        return Piece(height, tuple(texts), tuple(fills), ruled, row.line, tuple(regions))


def spaces(block: Block) -> tuple[int, int]:
    """The space before and after a block."""
    if isinstance(block, Row):
        return block.before, 0
    return block.style.before, block.style.after


def may_be_cut(block: Block, piece: Piece) -> list[float]:
    """Where a block that would fit on one page may still be cut: between lines of a paragraph."""
    if isinstance(block, Row) or block.style.keep_lines:
        return []
    cuts = piece.cuts
    return cuts[LINES_TOGETHER - 1 : len(cuts) - LINES_TOGETHER + 1]


def _paragraph(paragraph: Paragraph, width: int) -> Piece:
    style = paragraph.style
    document = _document(paragraph.html, style, width - style.left - style.right)
    height = document.size().height()
    texts = [Text(document, QPointF(style.left, 0), height)]
    if paragraph.mark:
        mark = _document(paragraph.mark, style._replace(align="left"), paragraph.hanging)
        at = QPointF(style.left - paragraph.hanging, 0)
        texts.insert(0, Text(mark, at, mark.size().height()))
    fills = []
    if style.fill:
        start = style.left - BAR_SPACE
        fills = [
            (QRectF(start, 0, width - start, height), style.fill),
            (QRectF(start - BAR, 0, BAR, height), style.bar),
        ]
    region = (paragraph.question, QRectF(0, 0, width, height))
    return Piece(
        height, tuple(texts), tuple(fills), regions=(region,) if paragraph.question else ()
    )


def _document(html: str, style: Style, width: int) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    document.setDefaultFont(font(style.size * TWIPS_A_HALF_POINT))
    weight = "font-weight:700;" if style.bold else ""
    document.setHtml(
        f'<p dir="ltr" style="margin:0; white-space:pre-wrap; color:{style.colour};'
        f'line-height:{style.line / 2.4:g}%; text-align:{style.align}; {weight}">{html}</p>'
    )
    document.setTextWidth(max(width, HAIRLINE))
    return document


def font(size: int) -> QFont:
    """The letters of the page, ``size`` twips high."""
    found = QFont(FAMILIES)
    found.setPixelSize(size)
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return found


def _frame(painter: QPainter, area: QRectF, colour: QColor) -> None:
    for edge in _edges(area):
        painter.fillRect(edge, colour)


def _edges(area: QRectF) -> Iterator[QRectF]:
    half = HAIRLINE / 2
    wide, high = area.width() + HAIRLINE, area.height() + HAIRLINE
    yield QRectF(area.left() - half, area.top() - half, wide, HAIRLINE)
    yield QRectF(area.left() - half, area.bottom() - half, wide, HAIRLINE)
    yield QRectF(area.left() - half, area.top() - half, HAIRLINE, high)
    yield QRectF(area.right() - half, area.top() - half, HAIRLINE, high)
