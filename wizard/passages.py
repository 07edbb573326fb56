"""What an owner does to the sections of a document: each deed gives the passages as they are then.

A section is called by its name on the page. Words are taken and given in the form of answers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from wizard.documents import arranging
from wizard.documents.own_blocks import name_of
from wizard.documents.own_words import Listed
from wizard.documents.sections import PARAGRAPH
from wizard.interview.own_words import Passage, new_section, row_id
from wizard.interview.rows import RowId
from wizard.interview.values import Words

Passages: TypeAlias = tuple[Passage, ...]


def find(passages: Passages, document: str, name: str) -> Passage | None:
    """What is changed in a section; None where it is as the document has it."""
    return next((one for one in passages if _is(one, document, name)), None)


def says(passage: Passage) -> bool:
    """Whether it changes anything; a section of the owner's own does once it has words."""
    worded = any(one.own or one.other for one in (passage.heading, passage.text))
    return worded or (not passage.is_own and bool(passage.left_out or passage.after.own))


def begun(passages: Passages, document: str, name: str) -> Passages:
    """With a row for the section, in which nothing is changed yet."""
    if find(passages, document, name) is not None:
        return passages
    return (*passages, Passage(id=RowId(row_id(document, name))))


def switched(passages: Passages, document: str, name: str, *, printed: bool) -> Passages:
    """With the section printed, or left out."""
    rows = tuple(
        replace(one, left_out=None if printed else True) if _is(one, document, name) else one
        for one in begun(passages, document, name)
    )
    return _telling(rows, passages)


def added(passages: Passages, document: str, listed: Sequence[Listed], after: str) -> Passages:
    """With an empty section of the owner's own, the last row, behind the one called ``after``."""
    fresh = Passage(id=RowId(new_section(document)))
    level = next(one.level for one in listed if one.name == after)
    if level == PARAGRAPH:  # a heading there would take the paragraphs that follow to itself
        after = arranging.holder(listed, after)
    group = {one.name for one in arranging.siblings(listed, after)}
    rows = (
        replace(one, after=Words(fresh.section))
        if one.document == document
        and name_of(one.section) in group
        and name_of(one.after.own or "") == after
        else one
        for one in passages
    )
    return (*rows, replace(fresh, after=Words(after)))


def removed(passages: Passages, document: str, name: str) -> Passages:
    """Without what is changed in the section; what stood after one that goes takes its place."""
    gone = find(passages, document, name)
    if gone is None:
        return passages
    return tuple(
        replace(one, after=gone.after)
        if gone.is_own and one.document == document and name_of(one.after.own or "") == name
        else one
        for one in passages
        if one is not gone
    )


def moved(
    passages: Passages,
    document: str,
    listed: Sequence[Listed],
    given: Sequence[Listed],
    name: str,
    by: int,
) -> Passages:
    """With the section in the place of the one above (-1) or below (1), where it can go there.

    ``listed`` are the sections as they are, ``given`` those of the document itself.
    """
    order = arranging.moved(listed, name, by)
    if not order:
        return passages
    stands = arranging.stands_after(order, name, given, arranging.holder(listed, name))
    rows = passages
    for one in order:
        if one in stands:
            rows = begun(rows, document, one)
    placed = (_standing(one, stands, order) if one.document == document else one for one in rows)
    return _telling(tuple(placed), passages)


def _is(passage: Passage, document: str, name: str) -> bool:
    return passage.document == document and name_of(passage.section) == name


def _telling(rows: Passages, before: Passages) -> Passages:
    """The rows but for those that have just come to say nothing."""
    return tuple(one for one in rows if one.is_own or says(one) or one in before)


def _standing(passage: Passage, stands: Mapping[str, str], order: Sequence[str]) -> Passage:
    name = name_of(passage.section)
    if name not in order:
        return passage
    after = stands.get(name)
    return replace(passage, after=Words(after) if after else Words())
