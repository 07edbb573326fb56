"""Erasing the personal data of somebody who left, while all counts stay."""

from wizard.errors import UserError
from wizard.i18n import N_
from wizard.library import erasure, events, people
from wizard.library.connection import Library
from wizard.library.people import Person


def erase(library: Library, project: str, person: str) -> Person:
    """Forget who the person was: fields, history, remarks, scans; what is left of the person.

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
    blank = people.blanked(known or Person(id=person))
    erasure.erase(library, project, blank)
    return blank
