"""What changed, when, from what to what: the history behind undo and "somebody else changed it"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from wizard.library import values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.library.connection import Library
    from wizard.library.values import Json

Note = Literal["", "overtaken"]

# The staff list is a table, yet its changes are told in the same history.
PEOPLE = "people"


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


def write(library: Library, project: str, changes: Iterable[Change]) -> None:
    """Add the changes in their order; call it inside the transaction that makes them."""
    at = values.now()
    library.write_many(
        'INSERT INTO journal (project, at, step, field, "row", "key", old, new, note)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
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
            for change in changes
        ),
    )


def entries(library: Library, project: str, *, limit: int = 100) -> list[Entry]:
    """The newest entries of the project, newest first."""
    return library.read(
        _entry,
        'SELECT id, at, step, field, "row", "key", old, new, note FROM journal'
        " WHERE project = ? ORDER BY id DESC LIMIT ?",
        project,
        limit,
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
