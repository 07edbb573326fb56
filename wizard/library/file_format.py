"""What marks a file as ours: its kind, its version, and the refusal of everything else."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from wizard.errors import UserError
from wizard.i18n import N_
from wizard.library.faults import LibraryDamagedError

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

# Stored in the header by PRAGMA application_id, so that `file` and other programs can tell too.
LIBRARY = 0x50577A4C  # "PWzL"
PROJECT_FILE = 0x50577A50  # "PWzP"

# PRAGMA user_version; the last migration in schema.py sets the same number.
VERSION = 4

OURS = frozenset({LIBRARY, PROJECT_FILE})

_HEADER = 100
_MAGIC = b"SQLite format 3\0"
_APPLICATION_ID = slice(68, 72)
_JOURNALS = slice(18, 20)


def kind_of(path: Path) -> int | None:
    """The application id in the header, without opening the file as a database.

    ``None`` where the file is missing, unreadable or no SQLite file at all.
    """
    with suppress(OSError):
        return kind_in(header_of(path))
    return None


def header_of(path: Path) -> bytes:
    """How the file begins, empty where it is; OSError where it cannot be read."""
    with path.open("rb") as stream:
        return stream.read(_HEADER)


def kind_in(content: bytes) -> int | None:
    """As :func:`kind_of`, of bytes that begin as the file does."""
    if not content.startswith(_MAGIC):
        return None
    return int.from_bytes(content[_APPLICATION_ID], "big")


def without_log(content: bytes) -> bytes:
    """The bytes of a SQLite file as they are where no log (WAL) lies beside it.

    A database in memory cannot have one, and refuses to be read where its header asks for it.
    """
    return content[: _JOURNALS.start] + b"\x01\x01" + content[_JOURNALS.stop :]


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version of an open file; 0 where nothing was ever written."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def is_blank(connection: sqlite3.Connection) -> bool:
    """Whether the file holds no table yet and belongs to nobody, so it may become ours."""
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return not tables and _application_id(connection) == 0


def check_library(connection: sqlite3.Connection, path: Path) -> None:
    """Raise UserError unless the open file is a library that this program understands."""
    kind = _application_id(connection)
    if kind == PROJECT_FILE:
        raise UserError(
            N_("“{path}” is a project file, not a library. Use “open” to copy it into yours."),
            path=path,
        )
    if kind != LIBRARY:
        raise UserError(
            N_("“{path}” is not a Policy Wizard library. Choose another file."), path=path
        )
    _check_version(connection, path)
    if version_of(connection) < 1:
        raise LibraryDamagedError(path)


def check_project_file(connection: sqlite3.Connection, path: Path) -> None:
    """Raise UserError unless the open file is a project file that this program understands."""
    kind = _application_id(connection)
    if kind == LIBRARY:
        raise UserError(
            N_("“{path}” is a whole library, not a project file. Start the program with it."),
            path=path,
        )
    if kind != PROJECT_FILE:
        raise UserError(
            N_("“{path}” is not a Policy Wizard project file. Choose another file."), path=path
        )
    _check_version(connection, path)


def _check_version(connection: sqlite3.Connection, path: Path) -> None:
    if version_of(connection) > VERSION:
        raise UserError(
            N_(
                "“{path}” was made by a newer Policy Wizard. "
                "Install that version; the file was not changed."
            ),
            path=path,
        )


def _application_id(connection: sqlite3.Connection) -> int:
    (number,) = connection.execute("PRAGMA application_id").fetchone()
    return int(number)
