"""What SQLite and the disk complain about, as sentences with a way out."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from wizard.errors import UserError
from wizard.i18n import N_

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

BACKUP_FOLDER = "backups"

_SENTENCES = {
    sqlite3.SQLITE_BUSY: N_(
        "Another program is writing to “{path}”. Close it or wait a moment, then try again."
    ),
    sqlite3.SQLITE_READONLY: N_(
        "“{path}” cannot be written to. Allow writing to the file and its folder, "
        "or choose another place."
    ),
    sqlite3.SQLITE_CANTOPEN: N_(
        "“{path}” cannot be opened. Check that its folder can be reached and written to, "
        "or choose another place."
    ),
    sqlite3.SQLITE_FULL: N_(
        "The disk that holds “{path}” is full. Make room and try again; "
        "what was saved before is safe."
    ),
    sqlite3.SQLITE_IOERR: N_(
        "The disk that holds “{path}” does not answer or takes no more. "
        "Check its connection and its free space, then try again."
    ),
}
_SENTENCES[sqlite3.SQLITE_LOCKED] = _SENTENCES[sqlite3.SQLITE_BUSY]
_SENTENCES[sqlite3.SQLITE_PROTOCOL] = _SENTENCES[sqlite3.SQLITE_BUSY]
_SENTENCES[sqlite3.SQLITE_PERM] = _SENTENCES[sqlite3.SQLITE_READONLY]
_SENTENCES[sqlite3.SQLITE_AUTH] = _SENTENCES[sqlite3.SQLITE_READONLY]

COMPLAINTS = (sqlite3.Error, UnicodeDecodeError)
"""What reading a file may raise: names of a damaged schema stand in SQLite's own sentences, and
Python then cannot read those."""

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class LibraryDamagedError(UserError):
    """The file cannot be read as what it claims to be; the window offers the last back-up."""

    sentence = N_(
        "“{path}” is damaged or is no library. Nothing was overwritten: "
        "restore the last copy from the folder “{backups}”, or choose another file."
    )

    def __init__(self, path: Path) -> None:
        """The sentence for the file at ``path``, naming the back-ups beside it."""
        super().__init__(self.sentence, path=path, backups=path.parent / BACKUP_FOLDER)


class LibraryMissingError(UserError):
    """The library that was chosen is not there: a stick was pulled, a folder renamed."""

    def __init__(self, path: Path) -> None:
        """The sentence for the file at ``path``; nothing is made in its place."""
        super().__init__(
            N_(
                "“{path}” with your answers is not there. Connect its drive and try again, "
                "or choose another folder in the settings."
            ),
            path=path,
        )


class LibraryGoneError(LibraryDamagedError):
    """The library is empty or not there, though copies of it are: it was not always so."""

    sentence = N_(
        "“{path}” is gone or empty, but copies of it are there. Restore the last one from the "
        "folder “{backups}”; to begin anew, move that folder away."
    )


def busy(path: Path) -> UserError:
    """The sentence for a file that another program does not let go of."""
    return UserError(_SENTENCES[sqlite3.SQLITE_BUSY], path=path)


def must_be_there(path: Path) -> None:
    """Raise LibraryMissingError where there is no such file."""
    with explained(path):
        if not path.is_file():
            raise LibraryMissingError(path)


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 where Python raised the error by itself."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def _may_be_damage(error: sqlite3.Error) -> bool:
    # ProgrammingError is a wrong call, whatever the file is like.
    return isinstance(error, sqlite3.DatabaseError) and not isinstance(
        error, sqlite3.ProgrammingError
    )


def as_user_error(error: sqlite3.Error, path: Path) -> UserError | None:
    """The sentence for an error that a person can put right; ``None`` means it is a bug."""
    code = primary_code(error)
    # Python's own complaint, of text that is no UTF-8: it raises no other of this class.
    is_no_text = type(error) is sqlite3.OperationalError and not code
    if code in _DAMAGE or is_no_text:
        return LibraryDamagedError(path)
    sentence = _SENTENCES.get(code)
    return UserError(sentence, path=path) if sentence else None


def explained(path: Path, connection: sqlite3.Connection | None = None) -> Explained:
    """Raise UserError instead of what SQLite or the system raise over the file at ``path``.

    What else SQLite complains of is a bug, unless the open ``connection`` shows that the file is
    not sound: a damaged schema lacks tables, a damaged index knows rows twice. What comes back
    may be entered as often as there are statements, within itself too.
    """
    return Explained(path, connection)


class Explained:
    """What :func:`explained` gives; no generator, as each statement of a save enters one."""

    __slots__ = ("_connection", "_path")

    def __init__(self, path: Path, connection: sqlite3.Connection | None) -> None:
        """Of the file at ``path``, and the connection that is open to it."""
        self._path, self._connection = path, connection

    def __enter__(self) -> None:
        """Nothing is to be known of it inside."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Raise the sentence where the error has one; else it goes on as it is."""
        if error is None:
            return
        meant = _meant(error, self._path, self._connection)
        if meant is None:
            return
        try:
            raise meant from error
        finally:
            # Else it and this frame hold each other, and all who called: see "Circles".
            del meant


def _meant(
    error: BaseException, path: Path, connection: sqlite3.Connection | None
) -> UserError | None:
    if isinstance(error, sqlite3.Error):
        return _meant_by_sqlite(error, path, connection)
    if isinstance(error, UnicodeDecodeError):
        return LibraryDamagedError(path)
    if isinstance(error, OSError):
        return UserError(
            N_(
                "“{path}” cannot be used. Check that its folder can be reached "
                "and written to, or choose another place."
            ),
            path=path,
        )
    return None


def _meant_by_sqlite(
    error: sqlite3.Error, path: Path, connection: sqlite3.Connection | None
) -> UserError | None:
    found = as_user_error(error, path)
    if found is None and connection is not None and _may_be_damage(error):
        from wizard.library import shape  # Only here: it costs 50 ms.

        if not shape.is_sound(connection):
            return LibraryDamagedError(path)
    return found
