"""The paper of a page in the preview and in print: the house's own, or the letterhead's."""

import contextlib
from dataclasses import dataclass
from functools import lru_cache

from wizard.documents import house
from wizard.documents.frozen import FrozenPage, Stationery
from wizard.documents.house import Sheet
from wizard.documents.letterheads.letterhead import FILE, Letterhead, inspect
from wizard.documents.letterheads.strips import Cell, Strip
from wizard.errors import UserError

FOOT = 680
"""Twips from the lower edge of the sheet to the top of the line at its foot."""
FOOT_LINE, GAP = 360, 120
LINE_HEIGHT = 1.2
TWIPS_A_POINT = 20


@dataclass(frozen=True, slots=True)
class Ground:
    """The sheet, the letterhead on it, and how far above its lower edge our line stands."""

    sheet: Sheet
    letterhead: Letterhead | None = None
    foot: int = FOOT


def ground(frozen: FrozenPage, stationery: Stationery) -> Ground:
    """What the page is laid out on; a letterhead not at hand, or none at all, is done without."""
    with contextlib.suppress(KeyError, UserError):
        return _on(_read(stationery[frozen.letterhead]))
    return Ground(house.sheet(frozen.look, frozen.paper, binding=frozen.binding))


@lru_cache(maxsize=4)
def _read(content: bytes) -> Letterhead:
    return inspect(content, FILE)


def _on(paper: Letterhead) -> Ground:
    """As Word lays it out: a high header or footer makes room for itself."""
    pages = [one for one in (paper.usual, paper.first, paper.even) if one is not None]
    above = max(height(one.header, paper.font_size) for one in pages)
    below = max(height(one.footer, paper.font_size) for one in pages)
    foot = paper.below + below + FOOT_LINE
    return Ground(
        Sheet(
            paper.width,
            paper.height,
            max(paper.top, paper.above + above + (GAP if above else 0)),
            paper.right,
            max(paper.bottom, foot + GAP * 2),
            paper.left,
        ),
        paper,
        foot,
    )


def height(strip: Strip, size: float) -> int:
    """Of a header or footer in twips; ``size`` of its letters in points."""
    return sum(row_height(row, size) for row in strip.rows)


def row_height(row: tuple[Cell, ...], size: float) -> int:
    """Of one row in twips: its most lines, or its highest picture that stands among them."""
    lines = max(len(cell.lines) for cell in row)
    standing = (one.picture for one in row if one.picture is not None)
    pictures = max((one.height for one in standing if not one.floats), default=0)
    return max(round(lines * size * LINE_HEIGHT * TWIPS_A_POINT), pictures)
