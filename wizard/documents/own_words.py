"""The owner's own words on a page: sections added, renamed, moved and left out."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from wizard.documents import page, sections
from wizard.documents.own_blocks import blocks_of, made, name_of, rename, said
from wizard.documents.sections import PARAGRAPH, Section
from wizard.interview.answers import Answers
from wizard.interview.own_words import FIRST, Passage


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
    _place(tree, waiting, answers, language)


def _place(tree: etree._Element, waiting: list[Passage], answers: Answers, language: str) -> None:
    """Put what moves, and what is added, after the section that it follows, in their order.

    What follows a section that is itself still to come waits for it. What follows the section that
    holds it comes first within that. Where it is not on the page what moves stays, and what is
    added comes last.
    """
    behind: dict[str, str] = {}
    while waiting:
        for passage in _ready(waiting, answers, language):
            waiting.remove(passage)
            name, target = name_of(passage.section), _target(passage, answers, language)
            after = sections.find(tree, behind.get(target, target)) if target else None
            before = None
            if passage.is_own:
                found = sections.sections(tree)
                like = after or (found[0] if found and target == FIRST else _end_of(found))
                blocks = made(passage, like, answers, language)
                if not blocks:
                    continue
            else:
                section = sections.find(tree, passage.section)
                if section is None or section.is_fixed or (after is None and target != FIRST):
                    continue
                before = _first_beside(section, sections.find(tree, target))
                if before is None and not _may_follow(section, after):
                    continue
                blocks = list(section.blocks)
            if target == FIRST and after is None:
                before = _first_of(sections.sections(tree), blocks)
                behind[target] = name
            if before is not None:
                _put_before(blocks, before)
                continue
            _put(tree, blocks, after)
            behind[target] = name


def _part(section: Section) -> str:
    outer = section.apart()
    first = next(sections.named(outer), None) if outer is not None else None
    return (first.get("id") or "") if first is not None else ""


def _question(section: Section) -> str:
    asked = (one.get("data-question") for block in section.blocks for one in block.iter())
    return next(filter(None, asked), "")


def _ready(waiting: list[Passage], answers: Answers, language: str) -> list[Passage]:
    """Those that follow nothing still to come; where they wait for each other, one of them."""
    to_come = {name_of(one.section) for one in waiting}
    ready = [one for one in waiting if _target(one, answers, language) not in to_come]
    return ready or waiting[:1]


def _may_follow(section: Section, after: Section | None) -> bool:
    """Whether a section can stand behind another, or before all: never in or out of an annex.

    References call what stands in an annex by its number.
    """
    if after is None:
        return section.apart() is None
    last = _last_of(after)
    is_within = any(one in section.blocks for one in (last, *last.iterancestors()))
    return not is_within and section.apart() == after.apart()


def _target(passage: Passage, answers: Answers, language: str) -> str:
    target = said(passage.after, answers, language)
    return target if target in {"", FIRST} else name_of(target)


def _first_beside(section: Section, target: Section | None) -> Section | None:
    """What stands first in the section that holds this one; None where ``target`` does not."""
    if target is None or target.name == section.name:
        return None
    parts = list(target.parts())
    if all(one.name != section.name for one in parts):
        return None
    return _first_of(parts, list(section.blocks))


def _first_of(found: list[Section], but: list[etree._Element]) -> Section | None:
    """The first section, those that these blocks make up passed over."""
    return next((one for one in found if not set(one.blocks) & set(but)), None)


def _put_before(blocks: list[etree._Element], section: Section) -> None:
    """Move the blocks before a section, and before the columns that it stands in."""
    place = _around(section.blocks[0])
    for block in blocks:
        _detach(block)
        place.addprevious(block)


def _put(tree: etree._Element, blocks: list[etree._Element], after: Section | None) -> None:
    """Move the blocks behind a section, or to the end of the main part."""
    if after is None:
        after = _end_of(
            [one for one in sections.sections(tree) if not set(one.blocks) & set(blocks)]
        )
    place: etree._Element | None = _last_of(after) if after is not None else None
    for block in blocks:
        _detach(block)
        if place is None:
            tree.append(block)
        else:
            place.addnext(block)
        place = block


def _end_of(found: list[Section]) -> Section | None:
    """The section that closes the main part, before what begins pages of its own."""
    main = [one for one in found if not one.is_apart] or found
    return main[-1] if main else None


def _last_of(section: Section) -> etree._Element:
    """The block that what follows the section is put after."""
    return _around(section.blocks[-1])


def _around(block: etree._Element) -> etree._Element:
    """The columns that a block stands in; itself where it stands in none."""
    for outer in block.iterancestors("section"):
        if "columns" in sections.classes(outer):
            block = outer
    return block


def _detach(block: etree._Element) -> None:
    """Take a block from where it stands; a section that is left empty goes with it."""
    parent = block.getparent()
    block.tail = None
    if parent is None:
        return
    parent.remove(block)
    if parent.tag == "section" and len(parent) == 0:
        _detach(parent)


def _close(section: Section, blocks: list[etree._Element]) -> None:
    """Put blocks at the end of what a section says itself, before the sections within it."""
    inner = next(section.parts(), None)
    if inner is not None:
        for block in blocks:
            inner.blocks[0].addprevious(block)
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
            _detach(block)
