"""Copies of a library that still hold what was deleted from it: which they are, and their end."""

from __future__ import annotations

import mmap
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from wizard import whole
from wizard.library import backups
from wizard.library.defences import defend

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_NAMED = "surname || given || patronymic || position || department || location || shift || email"
_PERSON = (
    "SELECT 1 FROM person WHERE project = :project AND id = :person"
    f" AND ({_NAMED} <> '' OR start_date IS NOT NULL)",
    "SELECT 1 FROM journal WHERE project = :project AND \"row\" = :person AND step = 'people'",
    "SELECT 1 FROM event WHERE project = :project AND person = :person AND note || scan <> ''",
)


def holding_project(path: Path, project: str) -> list[Path]:
    """The copies of the library at ``path`` that hold anything of the project, newest first.

    One that cannot be read counts, for it may.
    """
    # The id stands as it is in every row of a project, in freed pages too, and nowhere by chance.
    return [copy for copy in _copies(path) if _has(copy, project.encode())]


def holding_person(path: Path, project: str, person: str) -> list[Path]:
    """The copies that hold more of the person than the id; as :func:`holding_project`."""
    return [copy for copy in _copies(path) if _knows(copy, project, person)]


def delete(copies: Iterable[Path]) -> list[Path]:
    """Delete these copies; those that could not be."""
    stay = []
    for copy in copies:
        for one in whole.of_sqlite(copy):
            with suppress(OSError):
                one.unlink()
        if copy.exists():
            stay.append(copy)
    return stay


def _copies(path: Path) -> list[Path]:
    """The back-ups, and libraries that were set aside when one was restored."""
    with suppress(OSError):
        aside = path.parent.glob(f"{path.stem}-set-aside-*{path.suffix}")
        return [*backups.copies(path), *sorted(aside, reverse=True)]
    return []


def _has(copy: Path, word: bytes) -> bool:
    for one in whole.of_sqlite(copy):
        try:
            with (
                one.open("rb") as stream,
                mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content,
            ):
                if content.find(word) >= 0:
                    return True
        except FileNotFoundError:
            continue
        except OSError:
            return True
        except ValueError:  # An empty file holds nothing.
            continue
    return False


def _knows(copy: Path, project: str, person: str) -> bool:
    if copy.with_name(f"{copy.name}-wal").exists():
        # What stands in a log beside it is not looked at, for that would change the file.
        return _has(copy, project.encode())
    asked = {"project": project, "person": person}
    try:
        with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro&immutable=1", uri=True)) as found:
            defend(found)
            known = {name for (name,) in found.execute("SELECT name FROM sqlite_master")}
            queries = _PERSON if "event" in known else _PERSON[:2]
            return any(found.execute(sql, asked).fetchone() for sql in queries)
    except sqlite3.Error:
        return True
