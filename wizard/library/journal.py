"""What changed, when, from what to what: the history behind undo and "somebody else changed it"."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from wizard.library import values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.library.connection import Library
    from wizard.library.values import Json

Note = Literal["", "overtaken"]
Address = tuple[str, str, str, str]

# The staff list is a table, yet its changes are told in the same history.
PEOPLE = "people"

_INSERT = (
    'INSERT INTO journal (project, at, step, field, "row", "key", old, new, note)'
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True)
class Change:
    """One change of one place; see ``answers.Patch`` for ``field``, ``row`` and ``key``.

    The note ``overtaken`` marks the change of another window that a newer one replaced.
    """

    step: str
    field: str
    row: str
    key: str
    old: Json
    new: Json
    note: Note = ""


@dataclass(frozen=True)
class Entry:
    """A change as the journal keeps it, with its number and the moment it was saved."""

    id: int
    at: datetime
    change: Change


@dataclass
class Visit:
    """One stay at a field: what it saves in pieces, pause by pause, becomes one entry.

    ``entries`` has the number of the entry of this visit by the place it speaks of. A visit lives
    as long as the stay and is known to one window alone.
    """

    entries: dict[Address, int] = field(default_factory=dict)


def write(library: Library, project: str, changes: Iterable[Change]) -> None:
    """Add the changes in their order; call it inside the transaction that makes them."""
    at = values.now()
    library.write_many(_INSERT, (_columns(project, at, change) for change in changes))


def write_visit(
    library: Library, project: str, changes: Iterable[Change], visit: Visit
) -> dict[Address, int]:
    """Add the changes of a visit, each merged into the entry that the visit has for its place.

    A merged entry leads from the old value of the first change to the new one of the last, and is
    gone where the two are equal. What another window wrote of the place meanwhile is never merged
    over. Call it inside the transaction; what comes back becomes ``visit.entries`` once that has
    succeeded.
    """
    at = values.now()
    made = dict(visit.entries)
    for change in changes:
        place = (change.step, change.field, change.row, change.key)
        if not change.note and place in made and _newest(library, project, place) == made[place]:
            back_at_old = library.read_one(
                bool,
                "UPDATE journal SET new = ?, at = ? WHERE id = ? RETURNING old = new",
                values.encode(change.new),
                at,
                made[place],
            )
            if back_at_old:
                library.write("DELETE FROM journal WHERE id = ?", made.pop(place))
            continue
        number = library.read_one(int, f"{_INSERT} RETURNING id", *_columns(project, at, change))
        if not change.note and number is not None:
            made[place] = number
    return made


def entries(
    library: Library,
    project: str,
    *,
    step: str = "",
    after: datetime | None = None,
    limit: int = 100,
) -> list[Entry]:
    """The newest entries of the project, of one step, ``after`` a moment; newest first."""
    condition, names = ("AND step = ?", [step]) if step else ("", [])
    if after is not None:
        condition, names = f"{condition} AND at > ?", [*names, values.moment(after)]
    return library.read(
        _entry,
        'SELECT id, at, step, field, "row", "key", old, new, note FROM journal'
        f" WHERE project = ? {condition} ORDER BY id DESC LIMIT ?",
        project,
        *names,
        limit,
    )


def knows(library: Library, project: str, step: str, row: str) -> bool:
    """Whether there is any history of one row of a step."""
    found = library.read_one(
        int,
        'SELECT 1 FROM journal WHERE project = ? AND step = ? AND "row" = ? LIMIT 1',
        project,
        step,
        row,
    )
    return found is not None


def last_of_row(library: Library, project: str, step: str, field: str, row: str) -> dict[str, Json]:
    """A row that is no longer in its list as it last was there; its id alone if nothing is told."""
    lists = library.read(
        str,
        "SELECT old FROM journal WHERE project = ? AND step = ? AND field = ? AND \"row\" = ''"
        " AND instr(old, ?) ORDER BY id DESC LIMIT 20",
        project,
        step,
        field,
        values.encode(row),
    )
    for found in (values.decode(one) for one in lists):
        for one in found if isinstance(found, list) else ():
            if isinstance(one, dict) and one.get("id") == row:
                return one
    return {"id": row}


def forget_row(library: Library, project: str, step: str, row: str) -> None:
    """Delete the history of one row of a step."""
    library.write(
        'DELETE FROM journal WHERE project = ? AND step = ? AND "row" = ?', project, step, row
    )


def _newest(library: Library, project: str, place: Address) -> int | None:
    return library.read_one(
        int,
        'SELECT id FROM journal WHERE project = ? AND step = ? AND field = ? AND "row" = ?'
        ' AND "key" = ? ORDER BY id DESC LIMIT 1',
        project,
        *place,
    )


def _columns(project: str, at: str, change: Change) -> tuple[str, ...]:
    return (
        project,
        at,
        change.step,
        change.field,
        change.row,
        change.key,
        values.encode(change.old),
        values.encode(change.new),
        change.note,
    )


def _entry(
    number: int,
    at: str,
    step: str,
    field: str,
    row: str,
    key: str,
    old: str,
    new: str,
    note: Note,
) -> Entry:
    change = Change(step, field, row, key, values.decode(old), values.decode(new), note)
    return Entry(number, datetime.fromisoformat(at), change)
