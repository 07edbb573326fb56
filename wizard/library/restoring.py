"""Putting a back-up in the place of the library, and what each back-up holds."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wizard import whole
from wizard.errors import UserError
from wizard.i18n import N_
from wizard.library import backups, file_format
from wizard.library.connection import connect
from wizard.library.faults import (
    COMPLAINTS,
    LibraryDamagedError,
    as_user_error,
    explained,
    primary_code,
)

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path


@dataclass(frozen=True)
class Held:
    """A back-up, when it was made, its bytes, and how many projects it has.

    ``made_at`` is a day for the daily ones. ``projects`` is ``None`` for a copy that is not sound
    and cannot be restored. ``replaced`` marks what another copy has replaced.
    """

    path: Path
    made_at: datetime | date
    size: int
    projects: int | None
    replaced: bool = False


def listed(path: Path) -> list[Held]:
    """All back-ups of the library, newest first, each looked through from end to end."""
    return [held for copy in backups.copies(path) if (held := _held(copy, path)) is not None]


def newest_sound(path: Path) -> Held | None:
    """The newest back-up of the library that can be restored; ``None`` where there is none."""
    found = (_held(copy, path) for copy in backups.copies(path))
    return next((held for held in found if held is not None and held.projects is not None), None)


def named(path: Path, name: str) -> Path:
    """The back-up of the library with this file name; UserError where there is none."""
    for copy in backups.copies(path):
        if copy.name == name:
            return copy
    raise UserError(
        N_("There is no copy called “{name}”. “backups” lists those there are."), name=name
    )


def restore(copy: Path, path: Path) -> Path | None:
    """Put a back-up in the place of the library; the file that keeps what was there before.

    At every moment the old or the new library is whole in its place. What was there is one of
    the back-ups now; a damaged library, which cannot be, is set aside beside the new one and never
    deleted. ``None`` where nothing was there. UserError where the back-up is not sound, or a
    window or command has the library open; all is then as before.
    """
    if _projects(copy) is None:
        raise UserError(
            N_("“{path}” is no sound copy of a library. Choose another one."), path=copy
        )
    with explained(path), closing(connect(copy, read_only=True)) as source:
        kept = None
        if path.exists() and path.stat().st_size:
            kept = _restored_within(source, path)
            if kept is not None:
                return kept
            kept = _set_aside(path.resolve())
        _replace(source, path.resolve(), name=copy)
        return kept


def _held(copy: Path, path: Path) -> Held | None:
    """What the copy holds; ``None`` where it is gone meanwhile."""
    made_at = backups.made_at(copy, path)
    with suppress(OSError):
        if made_at is not None:
            is_other = copy.stem.endswith(backups.BEFORE_RESTORING)
            return Held(copy, made_at, copy.stat().st_size, _projects(copy), is_other)
    return None


def _projects(copy: Path) -> int | None:
    """The number of projects of a sound copy that are not in the bin; ``None`` for another."""
    from wizard.library import shape  # Only here: it costs 50 ms.

    if file_format.kind_of(copy) != file_format.LIBRARY:
        return None
    with suppress(*COMPLAINTS), closing(connect(copy, read_only=True)) as connection:
        if file_format.version_of(connection) >= 1 and shape.is_sound(connection):
            count = "SELECT count(*) FROM project WHERE binned_at IS NULL"
            return int(connection.execute(count).fetchone()[0])
    return None


def _restored_within(source: sqlite3.Connection, path: Path) -> Path | None:
    """Let SQLite write the copy over the library, in one transaction; where the old one is kept.

    Whoever opens the library meanwhile waits, and then sees the new one: a file renamed beneath an
    open connection would take what that one writes along. ``None`` for a damaged library.
    """
    with closing(connect(path)) as library:
        try:
            _hold_alone(library, path)
            if not _is_library(library, path):
                return None
            kept = backups.before_restoring(library, path)
        except (LibraryDamagedError, UnicodeDecodeError):
            return None
        except sqlite3.Error as error:
            if isinstance(as_user_error(error, path), LibraryDamagedError):
                return None
            raise
        source.backup(library)
    return kept


def _is_library(library: sqlite3.Connection, path: Path) -> bool:
    # A damaged header may pass for the file of another program, or of a newer one.
    try:
        file_format.check_library(library, path)
    except UserError:
        return False
    return True


def _hold_alone(library: sqlite3.Connection, path: Path) -> None:
    """Keep every other connection out until this one is closed; UserError where there is one."""
    library.execute("PRAGMA locking_mode = EXCLUSIVE")
    try:
        library.execute("BEGIN EXCLUSIVE")
        library.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if primary_code(error) != sqlite3.SQLITE_BUSY:
            raise
        raise UserError(
            N_("“{path}” is open in another window or command. Close it there, then restore."),
            path=path,
        ) from error


def _set_aside(path: Path) -> Path:
    """Copy a damaged library; where it is now. SQLite has just played its log into it."""
    import shutil  # Only here: it loads every way to pack files.

    aside = path.with_name(f"{path.stem}-set-aside-{backups.stamp()}{path.suffix}")
    with whole.replacing(aside, private=True) as part:
        shutil.copyfile(path, part)
    return aside


def _replace(source: sqlite3.Connection, path: Path, *, name: Path) -> None:
    with whole.replacing(path, private=True) as fresh:
        backups.copy_pages(source, fresh, name=name)
        # A log of the old file would be played into the new one.
        for one in whole.of_sqlite(path)[1:]:
            one.unlink(missing_ok=True)
