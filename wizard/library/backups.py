"""Copies of the library in the folder ``backups`` beside it, made by SQLite's own back-up."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from typing import TYPE_CHECKING

from wizard import private, whole
from wizard.errors import UserError
from wizard.i18n import N_
from wizard.library import file_format
from wizard.library.faults import BACKUP_FOLDER, LibraryDamagedError, explained

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from wizard.library.connection import Library

KEPT = 10


def daily(library: Library, *, today: date | None = None) -> Path | None:
    """Back the library up unless today's copy exists; the new copy, or ``None``.

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
    return copy


def before_migration(connection: sqlite3.Connection, path: Path) -> Path:
    """Back the library up under a name that tells its version; the copy."""
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    version = file_format.version_of(connection)
    copy = _folder(path) / f"{path.stem}-{stamp}-version-{version}.sqlite"
    _make(connection, path, copy)
    return copy


def copies(path: Path) -> list[Path]:
    """The back-ups of this library, newest first; other files in the folder are not ours."""
    ours = re.compile(
        re.escape(path.stem) + r"-\d{4}-\d\d-\d\d(-\d{6}-version-\d+)?\.sqlite", re.ASCII
    )
    with suppress(OSError):
        found = [copy for copy in _folder(path).iterdir() if ours.fullmatch(copy.name)]
        # By name, which is by day: a synchroniser may have changed the times of the files.
        return sorted(found, key=lambda copy: copy.name, reverse=True)
    return []


def restore(copy: Path, path: Path) -> Path | None:
    """Put a back-up in the place of a library that no window has open.

    The library that was there is set aside, never deleted; its new path comes back, ``None``
    where there was none. Raises UserError where the back-up itself is no sound library.
    """
    if file_format.kind_of(copy) != file_format.LIBRARY:
        raise UserError(N_("“{path}” is no back-up of a library. Choose another one."), path=copy)
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    aside = path.with_name(f"{path.stem}-set-aside-{stamp}{path.suffix}")
    with explained(path), whole.replacing(path, private=True) as fresh:
        with closing(sqlite3.connect(copy)) as source:
            copy_pages(source, fresh, name=copy)
        moved = path.exists()
        # A log left behind by a crash belongs to the old file; beside the new one it would be
        # played into it.
        for suffix in ("", *whole.OF_SQLITE):
            with suppress(FileNotFoundError):
                os.rename(f"{path}{suffix}", f"{aside}{suffix}")
    return aside if moved else None


def _make(connection: sqlite3.Connection, path: Path, copy: Path) -> None:
    with explained(copy):
        copy.parent.mkdir(mode=0o700, exist_ok=True)
        with whole.replacing(copy, private=True) as fresh:
            copy_pages(connection, fresh, name=path)
        for old in copies(path)[KEPT:]:
            old.unlink(missing_ok=True)


def copy_pages(source: sqlite3.Connection, target: Path, *, name: Path) -> None:
    """Copy page by page and check the result; ``name`` is what the error calls the source."""
    try:
        with closing(sqlite3.connect(target, isolation_level=None)) as fresh:
            source.backup(fresh)
            # The copy is to be one file, which a folder synchroniser may pick up at any moment.
            fresh.execute("PRAGMA journal_mode = DELETE").fetchone()
            (verdict,) = fresh.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        raise LibraryDamagedError(name) from error
    if verdict != "ok":
        raise LibraryDamagedError(name)


def _folder(path: Path) -> Path:
    return path.parent / BACKUP_FOLDER
