"""Whom of the ledger somebody wants to see, and in which order."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from wizard.language.folding import folded
from wizard.ledger.ledger import Ledger
from wizard.ledger.states import PersonState
from wizard.library.people import Person

Show = Literal["all", "outstanding", "overdue", "refused", "left"]
Field = Literal["location", "department", "shift", "kind"]
FIELDS: tuple[Field, ...] = ("location", "department", "shift", "kind")
Order = str
"""``outstanding``, ``list``, ``name``, ``position``, a field, ``remark``, or a document's id."""
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who is to be seen: with all these words in a field, in a state, at a place.

    None for a field means whatever stands there. Who has left is seen only where asked for.
    """

    words: str = ""
    show: Show = "all"
    location: str | None = None
    department: str | None = None
    shift: str | None = None
    kind: str | None = None


def found(ledger: Ledger, wanted: Wanted) -> list[Person]:
    """Those of the ledger who are wanted, in the order of the list."""
    state = ledger.state
    people = [one for one in ledger.people.values() if _is_shown(one, state(one.id), wanted.show)]
    for field in FIELDS:
        value = getattr(wanted, field)
        if value is not None:
            people = [one for one in people if getattr(one, field) == value]
    words = folded(wanted.words).split()
    if words:
        people = [one for one in people if _holds(one, ledger.state(one.id), words)]
    return people


def ordered(people: Iterable[Person], ledger: Ledger, order: Order, *, down: bool) -> list[Person]:
    """The people in this order, by name among equals; who has nothing there stands last."""
    if order == "list":
        listed = list(people)
        return listed[::-1] if down else listed
    by_name = sorted(people, key=_name)
    if order == "name":
        return by_name[::-1] if down else by_name
    key = _key(ledger, order)
    return sorted(by_name, key=key, reverse=down)


def values(ledger: Ledger) -> dict[Field, list[str]]:
    """By field what stands there of those who work here, each once, in order."""
    state = ledger.state
    here = [
        one
        for one in ledger.people.values()
        if one.left_on is None and state(one.id).left_on is None
    ]
    return {
        field: sorted(set(map(attrgetter(field), here)), key=lambda text: (not text, folded(text)))
        for field in FIELDS
    }


def _is_shown(person: Person, state: PersonState, show: Show) -> bool:
    left = state.left_on is not None or person.left_on is not None
    if left or show == "left":
        return left and show == "left"
    cells = state.cells.values()
    if show == "outstanding":
        return any(cell.outstanding for cell in cells)
    if show == "overdue":
        return any(cell.overdue for cell in cells)
    if show == "refused":
        return any(cell.state == "refused" for cell in cells)
    # Who is kept off the sheets is seen where something was asked before.
    return person.listed or bool(state.cells)


def _holds(person: Person, state: PersonState, words: Iterable[str]) -> bool:
    fields = (
        person.surname, person.given, person.patronymic, person.position, person.department,
        person.location, person.shift, person.email, state.remark,
    )  # fmt: skip
    text = folded("\n".join(fields))
    return all(word in text for word in words)


def _name(person: Person) -> tuple[bool, str, str, str]:
    """By surname as the sheets are; whoever has no name comes last."""
    surname, given = folded(person.surname), folded(person.given)
    return not surname and not given, surname, given, person.patronymic


def _key(ledger: Ledger, order: Order) -> Callable[[Person], int | Key]:
    state = ledger.state
    if order == "outstanding":
        return lambda one: _urgency(state(one.id))
    if order == "remark":
        return lambda one: _text(state(one.id).remark)
    if any(asked.document == order for asked in ledger.documents):
        return lambda one: _of_document(state(one.id), order)
    return lambda one: _text(str(getattr(one, order)))


def _text(text: str) -> Key:
    return not text, folded(text), text


def _urgency(state: PersonState) -> int:
    """0 for who is late, 1 for whose signature is awaited, 2 for who has done all."""
    found = 2
    for cell in state.cells.values():
        if cell.overdue:
            return 0
        if cell.outstanding:
            found = 1
    return found


RANKS = {"not-handed": 1, "handed": 2, "absent": 3, "refused": 4, "signed": 5, "left": 6}


def _of_document(state: PersonState, document: str) -> Key:
    cell = state.cells.get(document)
    if cell is None:
        return len(RANKS) + 1, dt.date.min
    return 0 if cell.overdue else RANKS[cell.state], cell.on or dt.date.min
