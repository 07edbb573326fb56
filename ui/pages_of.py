"""Lays pieces of type on pages: what keeps together, where a page ends, what is said again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen

from ui.stationery import draw_logo, draw_strips, strips_of
from ui.typesetting import Piece, Typesetter, font, may_be_cut, spaces
from wizard.documents.rich.blocks import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from wizard.documents.rich.blocks import Block
    from wizard.documents.rich.leaves import Leaf

FOOTER_SIZE, FOOTER_GAP = 160, 120
"""Twips: of the letters in the footer, and between them and the rule above."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece, or the part of it between ``top`` and ``bottom``, at a height on its page."""

    piece: Piece
    y: float
    top: float
    bottom: float

    def regions(self, left: float) -> list[tuple[str, QRectF, QRectF]]:
        """Each question with its area on the page and within the piece; ``left`` is the margin."""
        part = QRectF(0, self.top, 1e6, self.bottom - self.top)
        return [
            (question, area.intersected(part).translated(left, self.y - self.top), area)
            for question, area in self.piece.regions
            if area.intersects(part)
        ]


@dataclass(frozen=True, slots=True)
class Pages:
    """A document laid out, page by page."""

    leaf: Leaf
    pages: tuple[tuple[Placed, ...], ...]
    firsts: frozenset[int] = frozenset({0})
    """The pages that begin a paper, counted from 0."""

    def draw(self, painter: QPainter, number: int, part: QRectF | None = None) -> None:
        """Draw the page, counted from 0, with its footer, in twips; or what lies in the part."""
        left = self.leaf.sheet.left
        for placed in self.pages[number]:
            height = placed.bottom - placed.top
            area = QRectF(left, placed.y, self.leaf.sheet.text_width, height)
            if part is None or part.intersects(area):
                painter.save()
                painter.translate(left, placed.y - placed.top)
                whole = height >= placed.piece.height
                shown = QRectF(-400, placed.top, 1e5, height + (1 if whole else 0))
                if not whole:
                    painter.setClipRect(shown, Qt.ClipOperation.IntersectClip)
                placed.piece.draw(painter, shown)
                painter.restore()
        self._draw_footer(painter, number)
        if self.leaf.letterhead is not None:
            strips = strips_of(self.leaf.letterhead, number, is_first=number in self.firsts)
            draw_strips(painter, strips, self.leaf.letterhead, self.leaf.sheet)
        if self.leaf.logo is not None and number == 0:
            draw_logo(painter, self.leaf.logo, self.leaf.sheet)

    def _draw_footer(self, painter: QPainter, number: int) -> None:
        sheet, top = self.leaf.sheet, self.leaf.sheet.height - self.leaf.foot
        rule = QRectF(sheet.left, top - FOOTER_GAP, sheet.text_width, 10)
        painter.fillRect(rule, QColor(self.leaf.line))
        area = QRectF(sheet.left, top, sheet.text_width, FOOTER_SIZE * 2)
        painter.setFont(font(FOOTER_SIZE))
        painter.setPen(QPen(QColor(self.leaf.muted)))
        count = self.leaf.page_of.format(number=number + 1, all=len(self.pages))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft, self.leaf.footer)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight, count)


def pages_of(found: Leaf) -> Pages:
    """A document laid out on pages."""
    setter = Typesetter()
    width = found.sheet.text_width
    return laid(found, setter, [setter.piece(block, width) for block in found.blocks])


def laid(leaf: Leaf, typesetter: Typesetter, pieces: Sequence[Piece]) -> Pages:
    """The pieces of a leaf, one for each of its blocks, laid on pages."""
    flow = _Flow(leaf, typesetter)
    return Pages(leaf, flow.laid(pieces), frozenset(flow.firsts))


@dataclass(slots=True)
class _Flow:
    """Fills one page after the other."""

    leaf: Leaf
    typesetter: Typesetter
    firsts: set[int] = field(default_factory=lambda: {0})
    _pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    _y: float = 0
    _owed: float = 0

    def laid(self, pieces: Sequence[Piece]) -> tuple[tuple[Placed, ...], ...]:
        blocks = self.leaf.blocks
        self._y = self.leaf.sheet.top
        for place, (block, piece) in enumerate(zip(blocks, pieces, strict=True)):
            if block.new_page and self._pages[-1]:
                self._turn()
                if block.new_page == "paper":
                    self.firsts.add(len(self._pages) - 1)
            before, after = spaces(block)
            self._y += self._owed + before
            needed = self._needed(blocks, pieces, place)
            if self._pages[-1] and self._room < needed <= self._height:
                self._turn(block)
            self._put(block, piece)
            self._owed = after
        return tuple(tuple(page) for page in self._pages)

    @property
    def _height(self) -> float:
        return self.leaf.sheet.height - self.leaf.sheet.top - self.leaf.sheet.bottom

    @property
    def _room(self) -> float:
        return self.leaf.sheet.height - self.leaf.sheet.bottom - self._y + 1

    def _turn(self, block: Block | None = None) -> None:
        """Begin a page; a row that goes on there says the heads of its table again."""
        self._pages.append([])
        self._y, self._owed = self.leaf.sheet.top, 0
        if isinstance(block, Row):
            for head in block.heads:
                piece = self.typesetter.piece(head, self.leaf.sheet.text_width)
                self._pages[-1].append(Placed(piece, self._y, 0, piece.height))
                self._y += piece.height

    def _needed(self, blocks: Sequence[Block], pieces: Sequence[Piece], place: int) -> float:
        """The height that must fit below: the block, and all that it is kept with."""
        needed = 0.0
        while True:
            block, piece = blocks[place], pieces[place]
            following = place + 1 < len(blocks) and not blocks[place + 1].new_page
            if not (_keeps_next(block) and following):
                cuts = may_be_cut(block, piece)
                return needed + (cuts[0] if cuts else piece.height)
            needed += piece.height + spaces(block)[1] + spaces(blocks[place + 1])[0]
            place += 1

    def _put(self, block: Block, piece: Piece) -> None:
        top = 0.0
        while piece.height - top > self._room:
            cuts = may_be_cut(block, piece) or piece.cuts
            fitting = [cut for cut in cuts if top < cut <= top + self._room]
            bottom = fitting[-1] if fitting else top
            if bottom == top and not self._pages[-1]:
                bottom = min(top + self._room, piece.height)
            if bottom > top:
                self._pages[-1].append(Placed(piece, self._y, top, bottom))
            top = bottom
            self._turn(block if piece.height < self._height else None)
        if top < piece.height:
            self._pages[-1].append(Placed(piece, self._y, top, piece.height))
            self._y += piece.height - top


def _keeps_next(block: Block) -> bool:
    return block.keep_next if isinstance(block, Row) else block.style.keep_next
