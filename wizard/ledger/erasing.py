"""Erasing the personal data of somebody who left, while all counts stay."""

from dataclasses import dataclass
from pathlib import Path

from wizard.errors import UserError
from wizard.i18n import N_
from wizard.ledger import naming
from wizard.library import erasure, events, people
from wizard.library.connection import Library
from wizard.library.people import Person


@dataclass(frozen=True, slots=True)
class Erased:
    """What is left of the ``person``, and where the data are still to be found.

    ``versions`` name the person in what was published, ``steps`` in answers as they stand;
    ``copies`` of the library hold what is erased in it.
    """

    person: Person
    versions: tuple[int, ...] = ()
    steps: tuple[str, ...] = ()
    copies: tuple[Path, ...] = ()


def erase(library: Library, project: str, person: str) -> Erased:
    """Forget who the person was: fields, history, remarks, scans.

    It cannot be undone. The ledger of every day counts as before. UserError for somebody who
    works here, and for somebody of whom nothing is known.
    """
    known = next(iter(people.some(library, project, [person])), None)
    if known is None and not events.exist(library, project, person):
        raise UserError(N_("Nobody has the id “{person}”. Take one from the list."), person=person)
    if known is not None and known.left_on is None:
        raise UserError(
            N_(
                "{name} works here. Data can be erased of those who left: "
                "enter the day of leaving first."
            ),
            name=known.name,
        )
    was = known or Person(id=person)
    blank = people.blanked(was)
    copies = erasure.erase(library, project, blank)
    return Erased(
        blank,
        naming.in_versions(library, project, was),
        naming.in_answers(library, project, was),
        tuple(copies),
    )
