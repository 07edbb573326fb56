"""One page as rich blocks, with the paper it is laid out on: of the answers, or frozen."""

import datetime as dt
from dataclasses import dataclass

from wizard.documents import house, page, writing
from wizard.documents.frozen import FrozenPage, Stamp, footer, freeze
from wizard.documents.issue import DRAFT, Issue
from wizard.documents.numbers import Count
from wizard.documents.rich.blocks import Block, Blocks, Memory
from wizard.documents.rich.dress import dress
from wizard.documents.rich.inline import Inline
from wizard.documents.word.package import PAGE_OF_PAGES
from wizard.interview.answers import Answers


@dataclass(frozen=True, slots=True)
class Leaf:
    """A document ready to be laid out; ``page_of`` fills ``{number}`` and ``{all}``."""

    blocks: tuple[Block, ...]
    sheet: house.Sheet
    title: str
    author: str
    footer: str
    page_of: str
    line: str
    muted: str


def leaf(
    document: str,
    answers: Answers,
    language: str,
    today: dt.date,
    memory: Memory | None = None,
    *,
    issue: Issue = DRAFT,
) -> Leaf:
    """The document as it would be printed now; KeyError for one there is no template of.

    A ``memory`` that is handed in again spares the work for rows that did not change.
    """
    frozen = freeze(document, answers, language, today, issue=issue)
    return stamped(frozen, writing.stamp(document, language, today, issue), memory)


def stamped(frozen: FrozenPage, stamp: Stamp, memory: Memory | None = None) -> Leaf:
    """A page with its stamp, of the draft or published; ``memory`` as in :func:`leaf`."""
    dressed = dress(frozen.look, frozen.accent)
    sheet = house.sheet(frozen.look, frozen.paper, binding=frozen.binding)
    inline = Inline(frozen.language, dressed.accent, dressed.muted)
    written: Memory = {}
    count = Count(frozen.language)
    blocks = Blocks(inline, dressed, sheet.text_width, count, memory or {}, written)
    body = tuple(blocks.body(page.parse(frozen.markup)))
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
    )


def _page_of(language: str, stamp: str) -> str:
    before, of = PAGE_OF_PAGES[language]
    count = f"{before}{{number}}{of}{{all}}"
    return f"{stamp} · {count}" if stamp else count
