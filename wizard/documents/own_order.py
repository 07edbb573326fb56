"""Where sections of a page stand that the owner has moved or added."""

from lxml import etree

from wizard.documents import page, sections
from wizard.documents.own_blocks import made, name_of, said
from wizard.documents.sections import Section
from wizard.interview.answers import Answers
from wizard.interview.own_words import FIRST, Passage


def place(tree: etree._Element, waiting: list[Passage], answers: Answers, language: str) -> None:
    """Put what moves, and what is added, after the section that it follows, in their order.

    What follows a section that is itself still to come waits for it. What follows the section that
    holds it comes first within that. Where it is not on the page what moves stays, and what is
    added comes last.
    """
    behind: dict[str, str] = {}
    while waiting:
        for passage in _ready(waiting, answers, language):
            waiting.remove(passage)
            target = _target(passage, answers, language)
            after = sections.find(tree, behind.get(target, target)) if target else None
            if passage.is_own:
                is_put = _add(tree, passage, after, answers, language)
            else:
                is_put = _move(tree, passage, target, after)
            if is_put:
                behind[target] = name_of(passage.section)


def _add(
    tree: etree._Element, passage: Passage, after: Section | None, answers: Answers, language: str
) -> bool:
    """Put a section of the owner's own; whether what follows the same section follows this one."""
    found = sections.sections(tree)
    is_first = after is None and _target(passage, answers, language) == FIRST
    like = after or (found[0] if found and is_first else _end_of(found))
    blocks = made(passage, like, answers, language)
    if blocks and is_first and found:
        _put_before(blocks, found[0])
    elif blocks:
        _put(tree, blocks, after)
    return bool(blocks)


def _move(tree: etree._Element, passage: Passage, target: str, after: Section | None) -> bool:
    """Move a section of the document; whether what follows the same section follows this one."""
    section = sections.find(tree, passage.section)
    if section is None or section.is_fixed:
        return False
    blocks = list(section.blocks)
    before = _first_beside(section, sections.find(tree, target))
    if before is not None:
        _put_before(blocks, before)
        return False
    if after is not None:
        if not _may_follow(section, after):
            return False
        _put(tree, blocks, after)
        return True
    first = sections.sections(tree)[0]
    if target != FIRST or section.apart() is not None:
        return False
    if first.name != section.name:
        _put_before(blocks, first)
    return True


def _ready(waiting: list[Passage], answers: Answers, language: str) -> list[Passage]:
    """Those that follow nothing still to come; where they wait for each other, one of them."""
    to_come = {name_of(one.section) for one in waiting}
    ready = [one for one in waiting if _target(one, answers, language) not in to_come]
    return ready or waiting[:1]


def _may_follow(section: Section, after: Section) -> bool:
    """Whether a section can stand behind another: not within itself, nor in or out of an annex.

    References call what stands in an annex by its number.
    """
    last = _last_of(after)
    is_within = any(one in section.blocks for one in (last, *last.iterancestors()))
    return not is_within and section.apart() == after.apart()


def _target(passage: Passage, answers: Answers, language: str) -> str:
    target = said(passage.after, answers, language).strip()
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
    place = around(section.blocks[0])
    for block in blocks:
        detach(block)
        place.addprevious(block)


def _put(tree: etree._Element, blocks: list[etree._Element], after: Section | None) -> None:
    """Move the blocks behind a section, or to the end of the main part."""
    if after is None:
        after = _end_of(
            [one for one in sections.sections(tree) if not set(one.blocks) & set(blocks)]
        )
    place: etree._Element | None = _last_of(after) if after is not None else None
    for block in blocks:
        detach(block)
        if place is None:
            tree.append(block)
        else:
            place.addnext(block)
        place = block


def _end_of(found: list[Section]) -> Section | None:
    """The section that closes the main part, before what begins pages of its own."""
    main = [one for one in found if not one.is_apart and one.apart() is None] or found
    return main[-1] if main else None


def _last_of(section: Section) -> etree._Element:
    """The block that what follows the section is put after."""
    return around(section.blocks[-1])


def around(block: etree._Element) -> etree._Element:
    """The columns that a block stands in; itself where it stands in none."""
    for outer in block.iterancestors("section"):
        if "columns" in page.classes(outer):
            block = outer
    return block


def detach(block: etree._Element) -> None:
    """Take a block from where it stands; a section that is left empty goes with it."""
    parent = block.getparent()
    block.tail = None
    if parent is None:
        return
    parent.remove(block)
    if parent.tag == "section" and len(parent) == 0:
        detach(parent)
