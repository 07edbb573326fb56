"""A table laid over the staff list that is there: who is new, changed, vanished."""

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wizard.library import values
from wizard.library.people import Person
from wizard.staff_lists.columns import folded

FIELDS = tuple(
    field.name for field in dataclasses.fields(Person) if field.name not in {"id", "listed"}
)


@dataclass(frozen=True, slots=True)
class Merge:
    """What a table does to a list: the whole list after it, and who is new, changed, vanished."""

    people: tuple[Person, ...]
    new: tuple[Person, ...]
    changed: tuple[Person, ...]
    vanished: tuple[Person, ...]


def merge(listed: Iterable[Person], table: Iterable[Person]) -> Merge:
    """The list with the table's people laid over it: a namesake keeps the id.

    What the table leaves out of a person stays. Who is not in it stays on the list, and is named
    as vanished unless gone already; who had left and is in it is back.
    """
    before, found = list(listed), list(table)
    places = _places(before, found)
    after, new, changed = list(before), [], []
    for person, place in zip(found, places, strict=True):
        if place is None:
            new.append(dataclasses.replace(person, id=values.new_id()))
            continue
        after[place] = _laid_over(before[place], person)
        if after[place] is not before[place]:
            changed.append(after[place])
    met = set(places)
    return Merge(
        (*after, *new),
        tuple(new),
        tuple(changed),
        tuple(one for place, one in enumerate(before) if one.left_on is None and place not in met),
    )


def key(person: Person) -> tuple[str, str, str]:
    """What tells whether two lines mean the same person."""
    return folded(person.surname), folded(person.given), folded(person.patronymic)


def _places(listed: Sequence[Person], table: Sequence[Person]) -> list[int | None]:
    """Where on the list each of the table stands: the namesake in the same position, else any.

    Of namesakes those come first who have not left.
    """
    known: dict[tuple[str, str, str], list[int]] = {}
    for place in sorted(range(len(listed)), key=lambda one: listed[one].left_on is not None):
        known.setdefault(key(listed[place]), []).append(place)
    found: list[int | None] = [None] * len(table)
    for same_position in (True, False):
        for number, person in enumerate(table):
            namesakes = known.get(key(person)) if found[number] is None else None
            if not namesakes:
                continue
            position = folded(person.position)
            alike = [one for one in namesakes if folded(listed[one].position) == position]
            if alike or not same_position:
                found[number] = (alike or namesakes)[0]
                namesakes.remove((alike or namesakes)[0])
    return found


def _laid_over(known: Person, person: Person) -> Person:
    """The known person with what the table says; the very same where it says nothing new."""
    said = {
        name: value
        for name in FIELDS
        if (value := getattr(person, name)) and value != getattr(known, name)
    }
    if known.left_on is not None:
        said["left_on"] = None
    return dataclasses.replace(known, **said) if said else known
