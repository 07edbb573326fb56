"""The owner's own words on a page: sections added, renamed, moved and left out."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from wizard.documents import own_order, page, sections
from wizard.documents.own_blocks import blocks_of, name_of, rename, said
from wizard.documents.sections import PARAGRAPH, Section
from wizard.interview.answers import Answers
from wizard.interview.own_words import Passage


@dataclass(frozen=True, slots=True)
class Listed:
    """A section as it is listed for its owner, in the order in which it is printed.

    ``level`` as in :class:`Section`. ``can_move``: it does not stand in a column. ``part``: what
    begins the annex or sheet that it stands in; empty for the main part, and for what begins one.
    ``question``: the first that it prints, as the page names it; empty where there is none.
    """

    name: str
    level: int
    title: str
    is_own: bool
    is_left_out: bool
    is_changed: bool
    can_move: bool
    part: str = ""
    question: str = ""


def applied(markup: str, document: str, answers: Answers, language: str) -> str:
    """The page of a document with the owner's own words; as it is where there are none.

    What is said of a section that is not on the page is passed over.
    """
    passages = _of(document, answers)
    if not passages:
        return markup
    tree = page.tree(markup)
    _change(tree, passages, answers, language)
    _leave_out(tree, passages)
    return etree.tostring(tree, encoding="unicode")


def listing(markup: str, document: str, answers: Answers, language: str) -> tuple[Listed, ...]:
    """The sections of a page as a template renders it, with what the owner has made of them."""
    passages = {name_of(one.section): one for one in _of(document, answers)}
    tree = page.tree(markup)
    _change(tree, passages.values(), answers, language)
    found = []
    for section in sections.sections(tree):
        passage = passages.get(section.name)
        found.append(
            Listed(
                section.name,
                section.level,
                section.title,
                passage is not None and passage.is_own,
                passage is not None and passage.left_out is True,
                passage is not None,
                not section.is_fixed,
                _part(section),
                _question(section),
            )
        )
    return tuple(found)


def _of(document: str, answers: Answers) -> list[Passage]:
    return [one for one in answers.own_words.passages if one.on and one.document == document]


def _change(
    tree: etree._Element, passages: Iterable[Passage], answers: Answers, language: str
) -> None:
    """All but leaving out."""
    waiting = []
    for passage in passages:
        if passage.is_own:
            waiting.append(passage)
            continue
        section = sections.find(tree, passage.section)
        if section is None:
            continue
        heading, text = said(passage.heading, answers, language), passage.text
        if heading and section.level < PARAGRAPH:
            rename(section, heading, passage)
        _close(section, list(blocks_of(said(text, answers, language), passage, section)))
        if passage.after:
            waiting.append(passage)
    own_order.place(tree, waiting, answers, language)


def _part(section: Section) -> str:
    outer = section.apart()
    first = next(sections.named(outer), None) if outer is not None else None
    return (first.get("id") or "") if first is not None else ""


def _question(section: Section) -> str:
    asked = (one.get("data-question") for block in section.blocks for one in block.iter())
    return next(filter(None, asked), "")


def _close(section: Section, blocks: list[etree._Element]) -> None:
    """Put blocks at the end of what a section says itself, before the sections within it."""
    inner = next(section.parts(), None)
    if inner is not None:
        for block in blocks:
            own_order.around(inner.blocks[0]).addprevious(block)
        return
    last = section.blocks[-1]
    is_apart = len(section.blocks) == 1 and last.tag == "section" and section.is_apart
    for block in blocks:
        if is_apart:
            last.append(block)
        else:
            last.addnext(block)
            last = block


def _leave_out(tree: etree._Element, passages: Iterable[Passage]) -> None:
    for passage in passages:
        section = sections.find(tree, name_of(passage.section)) if passage.left_out else None
        for block in section.blocks if section is not None else ():
            own_order.detach(block)
