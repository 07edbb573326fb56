"""One document from answers to rich blocks, with the paper it is laid out on."""

import datetime as dt
from dataclasses import dataclass

from wizard.documents import house, page, templates, writing
from wizard.documents.rich.blocks import Block, Blocks, Memory
from wizard.documents.rich.dress import dress
from wizard.documents.rich.inline import Inline
from wizard.documents.word.package import FOOTER_LIMIT, PAGE_OF_PAGES
from wizard.interview import wording
from wizard.interview.answers import Answers
from wizard.language import dates


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
) -> Leaf:
    """The document as it would be printed now; KeyError for one there is no template of.

    A ``memory`` that is handed in again spares the work for rows that did not change.
    """
    template = templates.documents(language)[document]
    tree = page.parse(writing.markup(document, answers, language, today))
    business = answers.business
    name = wording.text(business.name, language, answers)
    dressed = dress(template.look, wording.text(business.accent, language, answers))
    sheet = house.sheet(template.look, business.paper or "a4", binding=template.binding)
    inline = Inline(language, dressed.accent, dressed.muted)
    written: Memory = {}
    blocks = Blocks(inline, dressed, language, sheet.text_width, memory or {}, written)
    line = page.holdable(f"{name} · {template.title}" if name else template.title)
    line = line.replace("\n", " ")
    if len(line) > FOOTER_LIMIT:
        line = line[: FOOTER_LIMIT - 1] + "\N{HORIZONTAL ELLIPSIS}"
    body = tuple(blocks.body(tree))
    if memory is not None:
        memory.clear()
        memory.update(written)
    return Leaf(
        body,
        sheet,
        template.title,
        name,
        line,
        _page_of(language, today, draft=not template.record),
        dressed.line,
        dressed.muted,
    )


def _page_of(language: str, today: dt.date, *, draft: bool) -> str:
    before, of = PAGE_OF_PAGES[language]
    stamp = writing.DRAFT_STAMP[language].format(date=dates.in_tables(today, language))
    return f"{stamp} · {before}{{number}}{of}{{all}}" if draft else f"{before}{{number}}{of}{{all}}"
