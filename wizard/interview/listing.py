"""What one does to a list of rows as it is stored: add, move, copy, take from the catalogue."""

from collections.abc import Iterable
from copy import deepcopy

from wizard.interview.catalogue import catalogue
from wizard.interview.kinds import Json
from wizard.interview.rows import Row, Rows, new_row_id
from wizard.interview.ticking import offered, row_from

RawRow = dict[str, Json]


def rows_of(raw: Json) -> list[RawRow]:
    """The rows of a stored list; none where it is no list."""
    return [dict(row) for row in raw if isinstance(row, dict)] if isinstance(raw, list) else []


def new_row() -> RawRow:
    """An empty row with an id of its own."""
    return {"id": new_row_id()}


def moved(rows: Iterable[RawRow], place: int, by: int) -> list[RawRow]:
    """The rows with the one at ``place`` moved up or down; at the end it stays."""
    found = list(rows)
    target = max(0, min(len(found) - 1, place + by))
    found.insert(target, found.pop(place))
    return found


def duplicated(rows: Iterable[RawRow], place: int) -> list[RawRow]:
    """The rows with a copy of the one at ``place`` behind it, under an id of its own."""
    found = list(rows)
    found.insert(place + 1, deepcopy(found[place]) | new_row())
    return found


def offered_rows(kind: Rows[Row], rows: Iterable[RawRow], packs: frozenset[str]) -> list[RawRow]:
    """The catalogue's entries that are not in the list yet, each as a row that is not ticked."""
    if not kind.catalogue:
        return []
    present = {row.get("id") for row in rows}
    return [
        row_from(kind, entry) | {"on": False}
        for entry in offered(kind, packs)
        if entry.id not in present
    ]


def from_catalogue(kind: Rows[Row], entry: str) -> RawRow:
    """The row that stands for an entry of the list's catalogue; KeyError where it has none."""
    return row_from(kind, catalogue(kind.catalogue)[entry])
