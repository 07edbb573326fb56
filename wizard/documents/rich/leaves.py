"""One page as rich blocks, with the paper it is laid out on: of the answers, or frozen."""

import contextlib
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from wizard.documents import house, page, writing
from wizard.documents import logo as logos
from wizard.documents.frozen import (
    NO_STATIONERY,
    FrozenPage,
    Stamp,
    Stationery,
    footer,
    freeze,
)
from wizard.documents.issue import DRAFT, Issue
from wizard.documents.letterheads.letterhead import Letterhead
from wizard.documents.logo import Logo
from wizard.documents.numbers import Count
from wizard.documents.rich import sheets
from wizard.documents.rich.blocks import Block, Blocks, Memory, Row
from wizard.documents.rich.dress import dress
from wizard.documents.rich.inline import Inline
from wizard.documents.word.package import PAGE_OF_PAGES
from wizard.interview.answers import Answers

BESIDE_LOGO = 2
"""The title and the line under it stand beside the logo."""
GAP = 284


@dataclass(frozen=True, slots=True)
class Leaf:
    """A document ready to be laid out; ``page_of`` fills ``{number}`` and ``{all}``.

    ``foot``: how far above the lower edge of the sheet the footer stands, in twips.
    """

    blocks: tuple[Block, ...]
    sheet: house.Sheet
    title: str
    author: str
    footer: str
    page_of: str
    line: str
    muted: str
    foot: int = sheets.FOOT
    letterhead: Letterhead | None = None
    logo: Logo | None = None


def leaf(
    document: str,
    answers: Answers,
    language: str,
    today: dt.date,
    memory: Memory | None = None,
    *,
    issue: Issue = DRAFT,
    stationery: Stationery = NO_STATIONERY,
) -> Leaf:
    """The document as it would be printed now; KeyError for one there is no template of.

    A ``memory`` that is handed in again spares the work for rows that did not change. Of the
    ``stationery`` what is not at hand is done without.
    """
    frozen = freeze(document, answers, language, today, issue=issue)
    return stamped(frozen, writing.stamp(document, language, today, issue), stationery, memory)


def stamped(
    frozen: FrozenPage,
    stamp: Stamp,
    stationery: Stationery = NO_STATIONERY,
    memory: Memory | None = None,
) -> Leaf:
    """A page with its stamp, of the draft or published; all else as in :func:`leaf`."""
    dressed = dress(frozen.look, frozen.accent)
    ground = sheets.ground(frozen, stationery)
    sheet = ground.sheet
    shown = _logo(frozen, stationery)
    inline = Inline(frozen.language, dressed.accent, dressed.muted)
    written: Memory = {}
    count = Count(frozen.language)
    letter = ground.letterhead.letter if ground.letterhead is not None else 0
    blocks = Blocks(inline, dressed, sheet.text_width, count, memory or {}, written, letter)
    body = tuple(blocks.body(page.parse(frozen.markup)))
    if shown is not None:
        body = tuple(_beside(shown, body))
    if memory is not None:
        memory.clear()
        memory.update(written)
    return Leaf(
        body,
        sheet,
        frozen.title,
        frozen.author,
        footer(frozen, stamp),
        _page_of(frozen.language, stamp.text),
        dressed.line,
        dressed.muted,
        ground.foot,
        ground.letterhead,
        shown,
    )


def _logo(frozen: FrozenPage, stationery: Stationery) -> Logo | None:
    """The logo; one that is not at hand, or none at all, is done without."""
    with contextlib.suppress(KeyError, ValueError):
        return logos.read(stationery[frozen.shown_logo])
    return None


def _beside(logo: Logo, body: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks, the first ones narrower beside the logo; a table stands below it."""
    free = float(logo.height)
    for place, block in enumerate(body):
        if isinstance(block, Row):
            yield block._replace(before=block.before + max(0, round(free))) if free > 0 else block
            free = 0
        elif place < BESIDE_LOGO:
            style = block.style._replace(right=logo.width + GAP)
            yield block._replace(style=style)
            free -= (
                style.size * house.TWIPS_A_HALF_POINT * style.line / 240
                + style.before
                + style.after
            )
        else:
            free = 0
            yield block


def _page_of(language: str, stamp: str) -> str:
    before, of = PAGE_OF_PAGES[language]
    count = f"{before}{{number}}{of}{{all}}"
    return f"{stamp} · {count}" if stamp else count
