"""How far the signatures of a document have come."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from wizard.ledger.states import PersonState


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of those ``asked``, who work here on the day, so many have signed or refused.

    ``overdue`` of the others are late, the longest since the day after ``late_since``.
    """

    asked: int = 0
    signed: int = 0
    refused: int = 0
    overdue: int = 0
    late_since: dt.date | None = None
    next_due: dt.date | None = None

    @property
    def outstanding(self) -> int:
        """How many signatures are still awaited."""
        return self.asked - self.signed - self.refused


def of_document(document: str, people: Iterable[PersonState]) -> Coverage:
    """The coverage of one document; whoever has left counts neither way."""
    asked = signed = refused = overdue = 0
    late: list[dt.date] = []
    awaited: list[dt.date] = []
    for one in people:
        cell = one.cells.get(document)
        if cell is None or one.left_on is not None:
            continue
        asked += 1
        signed += cell.state == "signed"
        refused += cell.state == "refused"
        overdue += cell.overdue
        if cell.due is not None and cell.outstanding:
            (late if cell.overdue else awaited).append(cell.due)
    return Coverage(
        asked, signed, refused, overdue, min(late, default=None), min(awaited, default=None)
    )


def whole(people: Iterable[PersonState]) -> Coverage:
    """The coverage of everybody: who must sign anything, and who has signed all of it."""
    asked = signed = refused = overdue = 0
    late: list[dt.date] = []
    awaited: list[dt.date] = []
    for one in people:
        if not one.cells or one.left_on is not None:
            continue
        cells = one.cells.values()
        asked += 1
        signed += all(cell.state == "signed" for cell in cells)
        refused += any(cell.state == "refused" for cell in cells) and not any(
            cell.outstanding for cell in cells
        )
        overdue += any(cell.overdue for cell in cells)
        for cell in cells:
            if cell.due is not None and cell.outstanding:
                (late if cell.overdue else awaited).append(cell.due)
    return Coverage(
        asked, signed, refused, overdue, min(late, default=None), min(awaited, default=None)
    )
