"""How long the public promise will be in print, estimated without laying it out.

The blocks are those of the live page, so sizes, spaces and widths are the house's own; what is
estimated here is where lines and pages break. Lengths are twips.
"""

import datetime as dt
from collections.abc import Iterable

from wizard.documents.frozen import FrozenPage, Stamp
from wizard.documents.issue import DRAFT, Issue
from wizard.documents.line_breaks import lines
from wizard.documents.rich import leaves
from wizard.documents.rich.blocks import Block, Cell, Memory, Paragraph, Row
from wizard.documents.rich.leaves import Leaf
from wizard.interview.answers import Answers

PROMISE = "promise"
HALF_POINT = 10
LINE_HEIGHT = 1.149
"""Of Arial and of all that have its widths: from line to line, for letters of height 1."""
SINGLE = 240
BORDER = 10
SLACK = 12
"""LibreOffice rounds each line down: what it still gets on a page that should be full."""
FEWEST = 2
"""Lines of a paragraph that may stand alone at the foot or the head of a page."""


def of_promise(
    answers: Answers,
    language: str,
    today: dt.date,
    memory: Memory | None = None,
    *,
    issue: Issue = DRAFT,
) -> float:
    """How many pages the public promise takes on the paper of the answers; as :func:`pages`."""
    return pages(leaves.leaf(PROMISE, answers, language, today, memory, issue=issue))


def of_page(page: FrozenPage) -> float:
    """How many pages a page takes on its paper; as :func:`pages`."""
    return pages(leaves.stamped(page, Stamp("", dt.date.min)))


def pages(leaf: Leaf) -> float:
    """The full pages, and how far down the last one the text goes: 1.0 is one that is just full.

    More than 1.0 is more than one page. A leaf that is at hand already costs no second rendering.
    """
    layer = _Layer(leaf.sheet.height - leaf.sheet.top - leaf.sheet.bottom)
    layer.lay(leaf.blocks, leaf.sheet.text_width)
    return layer.full + min(layer.used / layer.height, 1.0)


class _Layer:
    """Lays blocks on pages: ``full`` pages are behind, ``used`` twips of this one are taken.

    ``owed`` is the space after the last block, of which the page's end forgives what is left.
    """

    def __init__(self, height: int) -> None:
        self.height = height
        self.full = 0
        self.used = self.owed = 0.0

    def lay(self, blocks: Iterable[Block], width: int) -> None:
        """Lay the blocks; those that are kept with the next one go to a new page with it."""
        chain: list[Block] = []
        for block in blocks:
            chain.append(block)
            if not (block.keep_next if isinstance(block, Row) else block.style.keep_next):
                self._lay_chain(chain, width)
                chain = []
        if chain:
            self._lay_chain(chain, width)

    def _lay_chain(self, chain: list[Block], width: int) -> None:
        end, owed = self.used, self.owed
        for block in chain[:-1]:
            end += max(owed, _before(block)) + _height(block, width)
            owed = _after(block)
        end += max(owed, _before(chain[-1])) + _least(chain[-1], width)
        if self.used and end > self.height + SLACK:
            self._turn()
            self.used = sum(_height(head, width) for head in _heads(chain[0]))
        for block in chain:
            self._lay_block(block, width)

    def _lay_block(self, block: Block, width: int) -> None:
        if self.used or not self.full:  # a page after the first begins with no space
            self.used += max(self.owed, _before(block))
        if isinstance(block, Row):
            self._take(_height(block, width))
        else:
            self._lay_lines(_lines(block, width), _line(block))
        self.owed = _after(block)

    def _lay_lines(self, lines: int, line: float) -> None:
        fitting = int((self.height + SLACK - self.used) / line)
        if fitting < lines:
            here = min(fitting, lines - FEWEST)
            if here >= FEWEST:
                lines -= here
            self._turn()
        self._take(lines * line)

    def _take(self, height: float) -> None:
        self.used += height
        while self.used > self.height + SLACK:
            self.full += 1
            self.used -= self.height

    def _turn(self) -> None:
        self.full += 1
        self.used = self.owed = 0.0


def _before(block: Block) -> int:
    return block.before if isinstance(block, Row) else block.style.before


def _after(block: Block) -> int:
    return 0 if isinstance(block, Row) else block.style.after


def _heads(block: Block) -> tuple[Row, ...]:
    return block.heads if isinstance(block, Row) else ()


def _line(paragraph: Paragraph) -> float:
    style = paragraph.style
    return style.size * HALF_POINT * LINE_HEIGHT * style.line / SINGLE


def _least(block: Block, width: int) -> float:
    """What of a block must stand on the page on which it begins."""
    if isinstance(block, Row):
        return _height(block, width)
    count = _lines(block, width)
    return _line(block) * (count if count < 2 * FEWEST else FEWEST)


def _height(block: Block, width: int) -> float:
    if isinstance(block, Row):
        border = BORDER if block.line else 0
        tallest = max(_cell_height(cell, cell.width - sum(block.padding)) for cell in block.cells)
        return max(tallest, block.least) + border
    return _lines(block, width) * _line(block)


def _cell_height(cell: Cell, width: int) -> float:
    height = owed = 0.0
    for block in cell.blocks:
        height += max(owed, _before(block)) + _height(block, width)
        owed = _after(block)
    return height + owed


def _lines(paragraph: Paragraph, width: int) -> int:
    style = paragraph.style
    room = (width - style.left) / (style.size * HALF_POINT)
    return lines(paragraph.html, room, bold=style.bold)
