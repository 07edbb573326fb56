"""How far the signatures of a document have come."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from wizard.ledger.states import ANNEX, Cell, PersonState


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of those ``asked``, who work here on the day, so many have signed or refused.

    ``overdue`` of the others are late, the longest since the day after ``late_since``. Whom an
    annex to a contract binds is counted apart: so many ``annexes``, ``annexes_signed`` of them.
    """

    asked: int = 0
    signed: int = 0
    refused: int = 0
    overdue: int = 0
    late_since: dt.date | None = None
    next_due: dt.date | None = None
    annexes: int = 0
    annexes_signed: int = 0

    @property
    def outstanding(self) -> int:
        """How many signatures are still awaited."""
        return self.asked - self.signed - self.refused


def of_document(document: str, people: Iterable[PersonState]) -> Coverage:
    """The coverage of one document; whoever has left counts neither way."""
    cells = [
        cell
        for one in people
        if one.left_on is None and (cell := one.cells.get(document)) is not None
    ]
    # Who stands alike mostly has the very same cell: each is looked at once.
    numbers = list(map(id, cells))
    by_number = dict(zip(numbers, cells, strict=True))
    all_ = [(by_number[number], count) for number, count in Counter(numbers).items()]
    distinct = [(cell, count) for cell, count in all_ if cell.duty != ANNEX]
    annexes = [(cell, count) for cell, count in all_ if cell.duty == ANNEX]
    late, awaited = _due(cell for cell, _count in distinct)
    return Coverage(
        sum(count for _cell, count in distinct),
        sum(count for cell, count in distinct if cell.state == "signed"),
        sum(count for cell, count in distinct if cell.state == "refused"),
        sum(count for cell, count in distinct if cell.overdue),
        late,
        awaited,
        sum(count for _cell, count in annexes),
        sum(count for cell, count in annexes if cell.state == "signed"),
    )


def whole(people: Iterable[PersonState]) -> Coverage:
    """The coverage of everybody, annexes too: who must sign anything, and who has signed it all."""
    everybody = [one.cells.values() for one in people if one.cells and one.left_on is None]
    distinct = {id(cell): cell for cells in everybody for cell in cells}
    signed = {number for number, cell in distinct.items() if cell.state == "signed"}
    refused = {number for number, cell in distinct.items() if cell.state == "refused"}
    overdue = {number for number, cell in distinct.items() if cell.overdue}
    done = signed | refused
    ways = [set(map(id, cells)) for cells in everybody]
    late, awaited = _due(distinct.values())
    return Coverage(
        len(everybody),
        sum(way <= signed for way in ways),
        sum(way <= done and not way <= signed for way in ways),
        sum(not way.isdisjoint(overdue) for way in ways),
        late,
        awaited,
    )


def _due(cells: Iterable[Cell]) -> tuple[dt.date | None, dt.date | None]:
    """The first day that has passed without a signature, and the next one to come."""
    awaited = [(cell.due, cell.overdue) for cell in cells if cell.due and cell.outstanding]
    late = min((day for day, is_over in awaited if is_over), default=None)
    return late, min((day for day, is_over in awaited if not is_over), default=None)
