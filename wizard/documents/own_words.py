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

    ``level`` as in :class:`Section`. ``can_move``: it does not stand in a column.
    """

    name: str
    level: int
    title: str
    is_own: bool
    is_left_out: bool
    is_changed: bool
    can_move: bool


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

    What follows a section that is itself still to come waits for it. Where that is not on the page
    what moves stays, and what is added comes last.
    """
    behind: dict[str, str] = {}
    to_come = {name_of(one.section) for one in waiting if one.is_own}
    while waiting:
        ready = [one for one in waiting if _target(one, answers, language) not in to_come]
        for passage in ready or waiting[:1]:
            waiting.remove(passage)
            name, target = name_of(passage.section), _target(passage, answers, language)
            to_come.discard(name)
            after = sections.find(tree, behind.get(target, target)) if target else None
            if passage.is_own:
                like = after or _end_of(sections.sections(tree))
                blocks = made(passage, like, answers, language)
            else:
                blocks = _moving(tree, passage.section, after, first=target == FIRST)
            if blocks:
                _put(tree, blocks, after, first=target == FIRST)
                behind[target] = name


def _moving(
    tree: etree._Element, name: str, after: Section | None, *, first: bool
) -> list[etree._Element]:
    """The blocks of a section that moves; none where it stays."""
    section = sections.find(tree, name)
    if section is None or section.is_fixed:
        return []
    if after is None:
        stays = not first or sections.sections(tree)[0].name == name or section.apart() is not None
    else:
        stays = not _may_follow(section, after)
    return [] if stays else list(section.blocks)


def _may_follow(section: Section, after: Section) -> bool:
    """Whether a section can stand behind another: not within itself, nor in or out of an annex.

    References call what stands in an annex by its number.
    """
    last = _whole(after.blocks[-1])
    is_within = any(one in section.blocks for one in (last, *last.iterancestors()))
    return not is_within and section.apart() == after.apart()


def _target(passage: Passage, answers: Answers, language: str) -> str:
    target = said(passage.after, answers, language)
    return target if target in {"", FIRST} else name_of(target)


def _put(
    tree: etree._Element, blocks: list[etree._Element], after: Section | None, *, first: bool
) -> None:
    """Move the blocks behind a section, before all others, or to the end of the main part."""
    movable = [one for one in sections.sections(tree) if not set(one.blocks) & set(blocks)]
    if first and after is None and movable:
        for block in blocks:
            _detach(block)
            movable[0].blocks[0].addprevious(block)
        return
    if after is None:
        after = _end_of(movable)
    place: etree._Element | None = _whole(after.blocks[-1]) if after is not None else None
    for block in blocks:
        _detach(block)
        if place is None:
            tree.append(block)
        else:
            place.addnext(block)
        place = block


def _end_of(found: list[Section]) -> Section | None:
    """The section that closes the main part, before what begins pages of its own."""
    main = [one for one in found if not one.is_apart and one.apart() is None] or found
    return main[-1] if main else None


def _whole(block: etree._Element) -> etree._Element:
    """The block itself, or the columns that it stands in."""
    outer = (one for one in block.iterancestors("section") if "columns" in sections.classes(one))
    return next(outer, block)


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
            _whole(inner.blocks[0]).addprevious(block)
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
