"""Opening a library file, and the one object through which everything reads and writes it."""

from __future__ import annotations

import logging
import os
import sqlite3
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from wizard import private, whole
from wizard.errors import UserError
from wizard.i18n import N_
from wizard.library import backups, file_format, rows
from wizard.library.defences import defend
from wizard.library.faults import (
    LibraryDamagedError,
    LibraryGoneError,
    explained,
    must_be_there,
    primary_code,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType

Column = str | int | float | bytes | None
T = TypeVar("T")

IN_MEMORY = Path(":memory:")
BUSY_SECONDS = 20.0
"""How long a save waits for another window without a word: the longest write takes seconds."""
PATIENCE = 500
"""Milliseconds that compacting waits for other windows before it is put off."""

_log = logging.getLogger(__name__)


class Library:
    """An open library; it belongs to the thread that opened it.

    Every method raises UserError for what a person can put right: a locked file, a full disk.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Take over a connection that ``open_library`` or ``new_in_memory`` prepared."""
        self.path = path
        self.connection = connection
        self._explained = explained(path, connection)
        self._file = _identity(path)
        self.is_to_be_compacted = False
        """Whether what was deleted can still be read in the file; see :meth:`compact`."""

    def is_in_place(self) -> bool:
        """Whether the file that was opened is still the one at its path.

        Some systems let an open file be removed, moved or replaced, and go on writing to it.
        """
        return self.path == IN_MEMORY or _identity(self.path) == self._file

    def __enter__(self) -> Self:
        """The library itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file, compacted where it is to be; closing twice is fine."""
        if self.is_to_be_compacted:
            self.compact()
            self.is_to_be_compacted = False
        self.connection.close()

    def read(self, make: Callable[..., T], sql: str, *values: Column) -> list[T]:
        """What ``make`` makes of the columns of each row, in the order of the query.

        LibraryDamagedError for a row that cannot be, see ``rows.made``.
        """
        with self._explained:
            found = self.connection.execute(sql, values).fetchall()
        return self._made(make, found)

    def read_one(self, make: Callable[..., T], sql: str, *values: Column) -> T | None:
        """What ``make`` makes of the first row, as in ``read``; ``None`` where there is no row."""
        with self._explained:
            row = self.connection.execute(sql, values).fetchone()
        return None if row is None else self._made(make, [row])[0]

    def write(self, sql: str, *values: Column) -> int:
        """Run one statement, inside the current transaction or else at once; the rows it met."""
        with self._explained:
            return self.connection.execute(sql, values).rowcount

    def write_many(self, sql: str, columns: Iterable[tuple[Column, ...]]) -> None:
        """Run one statement for the columns of each row; call it inside ``transaction``."""
        with self._explained:
            self.connection.executemany(sql, columns)

    def state(self) -> int:
        """A number that changes whenever another connection has written to the file."""
        return self.read_one(int, "PRAGMA data_version") or 0

    def compact(self) -> bool:
        """Write the file anew without what was deleted, so that nobody can read it there.

        False where another window is at work on it: ``is_to_be_compacted`` is then to be heeded
        when there is time, and is when the library is closed.
        """
        self.is_to_be_compacted = True
        # Nobody is to wait for it: what was deleted is deleted, only its traces stay a while.
        self.connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        with suppress(UserError):
            self.write("VACUUM")
            # Where others still read the old pages it tells that it could not end.
            sql = "PRAGMA wal_checkpoint(TRUNCATE)"
            self.is_to_be_compacted = bool(self.read_one(lambda busy, *_pages: busy, sql))
        self.connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
        return not self.is_to_be_compacted

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes of the block or none; the write lock is taken before the first read.

        Within another transaction the block belongs to that one.
        """
        if self.connection.in_transaction:
            yield
            return
        self.write("BEGIN IMMEDIATE")
        try:
            yield
            self.write("COMMIT")
        except BaseException:
            # A full disk may have ended the transaction already.
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    def _made(self, make: Callable[..., T], found: Iterable[rows.Row]) -> list[T]:
        try:
            return rows.made(make, found)
        except ValueError as error:
            raise LibraryDamagedError(self.path) from error


def open_library(path: Path | str, *, daily_backup: bool = True, make: bool = True) -> Library:
    """Open the library, making folder and file where they are missing, and migrate it.

    With ``make=False`` nothing is made: LibraryMissingError where there is no such file.
    ``":memory:"`` gives a library that vanishes when closed. A file that is no library, a newer,
    damaged, locked or unreachable one raises UserError and stays as it was. A window that wants
    its first screen at once passes ``daily_backup=False`` and calls ``backups.daily`` later.
    """
    path = Path(path)
    if path != IN_MEMORY:
        path = path.expanduser().absolute()
        _must_not_be_lost(path)
        if make:
            _make_place(path)
        else:
            must_be_there(path)
    with explained(path):
        connection = connect(path)
        try:
            with explained(path, connection):
                _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    if path != IN_MEMORY:
        # It is ours, as is clear by now; an older program or a copy may have left it to all eyes.
        for one in whole.of_sqlite(path):
            private.narrow(one)
    library = Library(path, connection)
    if daily_backup and path != IN_MEMORY:
        _back_up_today(library)
    return library


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """A defended connection without Python's own transactions: ours are explicit."""
    place = f"{path.absolute().as_uri()}?mode=ro" if read_only else path
    connection = sqlite3.connect(place, timeout=BUSY_SECONDS, isolation_level=None, uri=read_only)
    defend(connection)
    return connection


def new_in_memory(application_id: int = file_format.LIBRARY) -> Library:
    """An empty library of this version that lives in memory alone."""
    from wizard.library import schema  # Only here: it costs 50 ms.

    connection = connect(IN_MEMORY)
    schema.migrate(connection, application_id=application_id)
    connection.execute("PRAGMA foreign_keys = ON")
    return Library(IN_MEMORY, connection)


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells this file from another one at the same path; None where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _must_not_be_lost(path: Path) -> None:
    """Raise LibraryDamagedError where opening alone would do harm.

    A new library in the place of an old one would look as if all were gone; and SQLite would play
    the log that lies beside it into whatever has the name of the library.
    """
    with explained(path):
        if path.is_dir():
            return
        header = file_format.header_of(path) if path.exists() else b""
        if header:
            kind = file_format.kind_in(header)
            # Beside copies of a library there was one: then its mark is damaged.
            if kind is None or (kind not in file_format.OURS and backups.copies(path)):
                raise LibraryDamagedError(path)
        elif backups.copies(path):
            raise LibraryGoneError(path)


def _make_place(path: Path) -> None:
    """Make the folder and an empty file for the owner's eyes only; keep what is there."""
    with explained(path):
        private.make_folder(path.parent)
        if path.is_dir():
            raise UserError(N_("“{path}” is a folder. Name a file in it."), path=path)
        with suppress(FileExistsError):
            # SQLite gives the files it makes beside the library (-wal, -shm) the same permissions.
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, private.FILE))


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    blank = file_format.is_blank(connection)
    if not blank:
        file_format.check_library(connection, path)
    connection.execute("PRAGMA synchronous = FULL")
    if file_format.version_of(connection) < file_format.VERSION:
        from wizard.library import schema  # Only here: it costs 50 ms.

        if not blank:
            backups.before_migration(connection, path)
        schema.migrate(connection, application_id=file_format.LIBRARY)
        if file_format.version_of(connection) != file_format.VERSION:
            # A number that fell out of step with the migrations that were made.
            raise LibraryDamagedError(path)
    # Only now: a new library then carries its mark in the file itself, not just in the log beside
    # it, and is never taken for somebody else's file while it is open.
    _choose_journal(connection)
    # Only now: migrations that rebuild a table need it off.
    connection.execute("PRAGMA foreign_keys = ON")
    # A file that can be read but not written is told now, not at the first answer. It takes a
    # real write: on such a file BEGIN IMMEDIATE quietly begins to read.
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA user_version = {file_format.VERSION}")
    connection.execute("ROLLBACK")


def _choose_journal(connection: sqlite3.Connection) -> None:
    """WAL where the place allows it; else DELETE mode, slower and just as safe."""
    try:
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
        # Network shares accept the mode and refuse the first read, for want of shared memory.
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        if primary_code(error) == sqlite3.SQLITE_READONLY:
            raise
        if primary_code(error) == sqlite3.SQLITE_BUSY:
            # Another window is at it; both stay correct in whichever mode it leaves the file.
            return
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()


def _back_up_today(library: Library) -> None:
    try:
        backups.daily(library)
    except LibraryDamagedError:
        library.close()
        raise
    except UserError as error:
        # Work goes on without today's copy: a full disk must not lock people out.
        _log.warning("No back-up today: %s", error)
