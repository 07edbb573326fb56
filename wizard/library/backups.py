"""Copies of the library in the folder ``backups`` beside it, made by SQLite's own back-up."""

from __future__ import annotations

import re
import sqlite3
import time
from contextlib import closing, suppress
from datetime import date, datetime
from typing import TYPE_CHECKING

from wizard import private, whole
from wizard.library import file_format
from wizard.library.defences import defend
from wizard.library.faults import BACKUP_FOLDER, LibraryDamagedError, busy, explained

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from wizard.library.connection import Library

KEPT = 10
HELD_UP = 10.0
"""Seconds that a back-up waits for another program to let go of the library."""
BEFORE_RESTORING = "-before-restoring"


def daily(library: Library, *, today: date | None = None) -> Path | None:
    """Back the library up unless today's copy exists; the new copy, or ``None``.

    Only now the oldest copies go: what was made before something risky outlives that day.
    Raises LibraryDamagedError where the copy fails SQLite's own check: good copies then stay.
    """
    for old in copies(library.path):
        private.narrow(old)
    day = today or datetime.now().astimezone().date()
    path = library.path
    copy = _folder(path) / f"{path.stem}-{day.isoformat()}.sqlite"
    if copy.exists():
        return None
    _make(library.connection, path, copy)
    with explained(copy):
        for old in copies(path)[KEPT:]:
            old.unlink(missing_ok=True)
    return copy


def at_once(library: Library) -> Path:
    """Back the library up because somebody asks for it; the copy."""
    return _stamped(library.connection, library.path)


def before_migration(connection: sqlite3.Connection, path: Path) -> Path:
    """Back the library up under a name that tells its version; the copy."""
    return _stamped(connection, path, f"-version-{file_format.version_of(connection)}")


def before_restoring(connection: sqlite3.Connection, path: Path) -> Path:
    """Back the library up that another copy is to replace, so that this can be undone; the copy."""
    return _stamped(connection, path, BEFORE_RESTORING)


def copies(path: Path) -> list[Path]:
    """The back-ups of this library, newest first; other files in the folder are not ours."""
    with suppress(OSError):
        found = [copy for copy in _folder(path).iterdir() if made_at(copy, path) is not None]
        # By name, which is by time: a synchroniser may have changed the times of the files.
        return sorted(found, key=lambda copy: copy.stem, reverse=True)
    return []


def made_at(copy: Path, path: Path) -> datetime | date | None:
    """The day of a daily copy, the moment of another one; ``None`` for what is no copy of ours."""
    form = re.escape(path.stem) + (
        rf"-(\d{{4}}-\d\d-\d\d)(?:-(\d{{6}})(?:-version-\d+|{BEFORE_RESTORING})?)?\.sqlite"
    )
    told = re.fullmatch(form, copy.name, re.ASCII)
    with suppress(ValueError):
        if told is not None and told[2]:
            return datetime.strptime(told[1] + told[2], "%Y-%m-%d%H%M%S").astimezone()
        if told is not None:
            return date.fromisoformat(told[1])
    return None


def _stamped(connection: sqlite3.Connection, path: Path, why: str = "") -> Path:
    copy = _folder(path) / f"{path.stem}-{stamp()}{why}.sqlite"
    _make(connection, path, copy)
    return copy


def stamp() -> str:
    """The present moment as it stands in names of files."""
    return datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")


def _make(connection: sqlite3.Connection, path: Path, copy: Path) -> None:
    with explained(copy):
        copy.parent.mkdir(private.FOLDER, exist_ok=True)
        with whole.replacing(copy, private=True) as fresh:
            copy_pages(connection, fresh, name=path)


def copy_pages(source: sqlite3.Connection, target: Path, *, name: Path) -> None:
    """Copy page by page and check the result; ``name`` is what the error calls the source.

    LibraryDamagedError for a copy that could not be restored: it must never push out a good one.
    """
    from wizard.library import shape  # Only here: it costs 50 ms.

    try:
        with closing(sqlite3.connect(target, isolation_level=None)) as fresh:
            defend(fresh)
            source.backup(fresh, progress=_patience(name))
            # The copy is to be one file, which a folder synchroniser may pick up at any moment.
            fresh.execute("PRAGMA journal_mode = DELETE").fetchone()
            is_sound = shape.is_sound(fresh)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        raise LibraryDamagedError(name) from error
    if not is_sound:
        raise LibraryDamagedError(name)


def _patience(path: Path) -> Callable[[int, int, int], None]:
    """Ends a back-up that another program holds up: by itself it would try for ever."""
    until = time.monotonic() + HELD_UP

    def looked_at(code: int, _left: int, _all: int) -> None:
        if code != sqlite3.SQLITE_OK and time.monotonic() > until:
            raise busy(path)

    return looked_at


def _folder(path: Path) -> Path:
    return path.parent / BACKUP_FOLDER
