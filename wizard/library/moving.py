"""Copying a whole library to another folder, and telling whether one lies there already."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from wizard import leftovers, whole
from wizard.errors import UserError
from wizard.i18n import N_
from wizard.library import backups, file_format
from wizard.library.connection import open_library
from wizard.library.faults import explained

if TYPE_CHECKING:
    from pathlib import Path

    from wizard.library.connection import Library


def last_written(path: Path) -> datetime | None:
    """When the library at this path was last written to, in local time; None where none is."""
    if file_format.kind_of(path) != file_format.LIBRARY:
        return None
    with explained(path):
        # What was written last may still be in the log beside the file.
        files = [path.with_name(path.name + suffix) for suffix in ("", "-wal")]
        newest = max(one.stat().st_mtime for one in files if one.exists())
    return datetime.fromtimestamp(newest).astimezone()


def copy_to(library: Library, path: Path) -> Path:
    """Copy the open library to a new file, checked by opening it; the library itself goes on.

    Its back-ups stay where they are. Raises UserError, and leaves nothing half-written, where a
    file is there already, the folder cannot be written to or the disk is full.
    """
    with explained(path):
        _must_be_free(path)
        with leftovers.noted(path.parent), whole.replacing(path, private=True) as fresh:
            backups.copy_pages(library.connection, fresh, name=library.path)
            check(fresh)
            _must_be_free(path)
    return path


def check(path: Path) -> None:
    """Open the library at this path and close it; UserError where it cannot be worked on."""
    open_library(path, daily_backup=False, make=False).close()


def _must_be_free(path: Path) -> None:
    if path.exists():
        raise UserError(
            N_("“{path}” is there already and stays as it is. Choose another folder."), path=path
        )
