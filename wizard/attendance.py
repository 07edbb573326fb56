"""Who of the staff list may still be noted as having heard the talk, and their rows."""

from collections.abc import Iterable

from wizard.interview.answers import Answers
from wizard.interview.listing import RawRow
from wizard.interview.people import Member
from wizard.interview.rows import new_row_id


def not_noted(answers: Answers) -> tuple[Member, ...]:
    """Those of the staff who are not in the list of who was there, in the order of the staff."""
    noted = {row.person.staff for row in answers.briefing.present}
    return tuple(one for one in answers.people.list if one.id not in noted)


def with_noted(rows: Iterable[RawRow], staff: Iterable[str]) -> list[RawRow]:
    """The stored rows with one more for each of these of the staff, by id, behind the others.

    A row is called as the person is: thousands of random names would meet each other.
    """
    found = list(rows)
    taken = {row.get("id") for row in found}
    for one in staff:
        found.append({"id": new_row_id() if one in taken else one, "person": {"staff": one}})
    return found
