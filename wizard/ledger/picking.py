"""From what is chosen in a table to marks: who of them is meant, and how each of them signs."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import NamedTuple

from wizard.interview.people import EMPLOYED
from wizard.ledger import marking
from wizard.ledger.ledger import Ledger
from wizard.ledger.marking import Mark
from wizard.ledger.states import ANNEX, Cell
from wizard.library.connection import Library

HOW_THEY_SIGN = {"paper": "paper", "e-mail": "email", "e-hr": "e-hr"}
"""How a signature comes by how a person of the staff list signs."""


class Target(NamedTuple):
    """One person and one document to be marked, and how it was signed."""

    person: str
    document: str
    how: str


def targets(
    ledger: Ledger,
    sort: Mark,
    people: Collection[str],
    documents: Collection[str],
    *,
    how: str = "",
) -> list[Target]:
    """Who of these people is meant by a mark for these documents.

    One person and one document are marked as they are told, which corrects a mark or adds one that
    nobody asked for. Of several those are meant whose signature is awaited, so that no earlier
    day is written over. An empty ``how`` is how each of them signs.
    """
    exactly = len(people) == 1 and len(documents) == 1
    return [
        Target(person, document, how or own_way(ledger, person, document))
        for document in documents
        for person in people
        if exactly or _is_meant(ledger.state(person).cells.get(document), sort)
    ]


def on_paper(
    ledger: Ledger,
    people: Collection[str],
    documents: Collection[str],
    on: dt.date,
    *,
    how: str = "",
) -> dict[dt.date, list[Target]]:
    """Who stands on a scanned sheet, by the day of signing.

    Who has signed before keeps day and way; the others of whom it is asked signed ``on`` the day.
    """
    found: dict[dt.date, list[Target]] = {}
    for document in documents:
        for person in people:
            cell = ledger.state(person).cells.get(document)
            if cell is not None and cell.state == "signed" and cell.on is not None:
                found.setdefault(cell.on, []).append(Target(person, document, cell.how))
            elif cell is not None and cell.state != "left":
                way = how or own_way(ledger, person, document)
                found.setdefault(on, []).append(Target(person, document, way))
    return found


def own_way(ledger: Ledger, person: str, document: str) -> str:
    """How this person signs: contractors in an annex, others as the staff list tells."""
    known = ledger.people.get(person)
    cell = ledger.state(person).cells.get(document)
    contractor = known is not None and (known.kind or "employee") not in EMPLOYED
    if contractor or (cell is not None and cell.duty == ANNEX):
        return "annex"
    return HOW_THEY_SIGN.get(known.signs if known else "", "paper")


def mark(
    library: Library,
    project: str,
    sort: Mark,
    meant: Iterable[Target],
    *,
    on: dt.date,
    today: dt.date,
    scan: bytes = b"",
) -> list[int]:
    """Mark them all or none; the numbers of the events. UserError as :func:`marking.mark`."""
    ways: dict[str, dict[str, str]] = {}
    for one in meant:
        ways.setdefault(one.document, {})[one.person] = one.how if sort == "signed" else ""
    with library.transaction():
        return [
            number
            for document, how in ways.items()
            for number in marking.mark(
                library,
                project,
                sort,
                how.keys(),
                [document],
                on=on,
                today=today,
                how=how,
                scan=scan,
            )
        ]


def _is_meant(cell: Cell | None, sort: Mark) -> bool:
    if cell is None or not cell.outstanding:
        return False
    return sort != "handed" or cell.state != "handed"
