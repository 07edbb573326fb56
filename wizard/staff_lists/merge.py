"""A table laid over the staff list that is there: who is new, changed, vanished."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from wizard.library import values
from wizard.library.people import Person
from wizard.staff_lists.columns import folded


@dataclass(frozen=True, slots=True)
class Merge:
    """What a table does to a list: the whole list after it, and who is new, changed, vanished."""

    people: tuple[Person, ...]
    new: tuple[Person, ...]
    changed: tuple[Person, ...]
    vanished: tuple[Person, ...]


def merge(listed: Iterable[Person], table: Iterable[Person]) -> Merge:
    """The list with the table's people laid over it; who vanished stays, and is named."""
    before = {person.id: person for person in listed}
    found = list(table)
    after = [
        person if person.id else dataclasses.replace(person, id=values.new_id())
        for person in merged(before.values(), found)
    ]
    in_table = {key(person) for person in found}
    return Merge(
        tuple(after),
        tuple(person for person in after if person.id not in before),
        tuple(one for one in after if one.id in before and before[one.id] != one),
        tuple(one for one in before.values() if one.left_on is None and key(one) not in in_table),
    )


def merged(listed: Iterable[Person], table: Iterable[Person]) -> list[Person]:
    """The list with the table's people: the same name keeps its id and what the table leaves out.

    Whoever is not in the table stays on the list.
    """
    rows = list(listed)
    known: dict[tuple[str, str, str], list[int]] = {}
    for place, person in enumerate(rows):
        known.setdefault(key(person), []).append(place)
    for person in table:
        namesakes = known.get(key(person))
        if namesakes:  # the first namesake of the table is the first of the list, and so on
            place = namesakes.pop(0)
            rows[place] = _laid_over(rows[place], person)
        else:
            rows.append(person)
    return rows


def _laid_over(known: Person, person: Person) -> Person:
    given = {
        field.name: value
        for field in dataclasses.fields(Person)
        if (value := getattr(person, field.name)) and field.name != "id"
    }
    return dataclasses.replace(known, **given)


def key(person: Person) -> tuple[str, str, str]:
    """What tells whether two lines mean the same person."""
    return folded(person.surname), folded(person.given), folded(person.patronymic)
