"""Values that did not fit, kept as they were typed together with what was wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wizard.library import projects, values

if TYPE_CHECKING:
    from wizard.library.connection import Library
    from wizard.library.values import Json


@dataclass(frozen=True)
class Rejected:
    """A raw value and its message; ``field``, ``row`` and ``key`` as in ``answers.Patch``."""

    step: str
    field: str
    raw: Json
    message: str
    row: str = ""
    key: str = ""


def keep(library: Library, project: str, value: Rejected) -> None:
    """Keep the value in place of an earlier rejected one at the same place."""
    with library.transaction():
        projects.touch(library, project)
        library.write(
            'INSERT OR REPLACE INTO rejected (project, step, field, "row", "key", raw, message)'
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            project,
            value.step,
            value.field,
            value.row,
            value.key,
            values.encode(value.raw),
            values.storable(value.message),
        )


def clear(
    library: Library, project: str, *, step: str, field: str, row: str = "", key: str = ""
) -> None:
    """Forget the rejected value at this place; fine where there is none."""
    library.write(
        'DELETE FROM rejected WHERE project = ? AND step = ? AND field = ? AND "row" = ?'
        ' AND "key" = ?',
        project,
        step,
        field,
        row,
        key,
    )


def forget_row(library: Library, project: str, step: str, row: str) -> None:
    """Forget what did not fit in one row of a step."""
    library.write(
        'DELETE FROM rejected WHERE project = ? AND step = ? AND "row" = ?', project, step, row
    )


def rejected(library: Library, project: str) -> list[Rejected]:
    """All rejected values of the project, by step, field, row and key."""
    return library.read(
        _rejected,
        'SELECT step, field, "row", "key", raw, message FROM rejected WHERE project = ?'
        ' ORDER BY step, field, "row", "key"',
        project,
    )


def _rejected(step: str, field: str, row: str, key: str, raw: str, message: str) -> Rejected:
    return Rejected(step, field, values.decode(raw), message, row, key)
