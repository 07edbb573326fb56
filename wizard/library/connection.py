"""Opening a library file, and the one object through which everything reads and writes it."""

from __future__ import annotations

import logging
import os
import sqlite3
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from wizard.errors import UserError
from wizard.i18n import N_
from wizard.library import backups, file_format
from wizard.library.faults import LibraryDamagedError, explained, must_be_there, primary_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType

Column = str | int | float | bytes | None
T = TypeVar("T")

IN_MEMORY = Path(":memory:")
BUSY_SECONDS = 5.0

_log = logging.getLogger(__name__)


class Library:
    """An open library; it belongs to the thread that opened it.

    Every method raises UserError for what a person can put right: a locked file, a full disk.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Take over a connection that ``open_library`` or ``new_in_memory`` prepared."""
        self.path = path
        self.connection = connection

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
        """Close the file; closing twice is fine."""
        self.connection.close()

    def read(self, make: Callable[..., T], sql: str, *values: Column) -> list[T]:
        """What ``make`` makes of the columns of each row, in the order of the query."""
        with explained(self.path):
            return [make(*row) for row in self.connection.execute(sql, values).fetchall()]

    def rows(self, sql: str, *values: Column) -> list[tuple[Column, ...]]:
        """The columns of each row, in the order of the query."""
        with explained(self.path):
            return self.connection.execute(sql, values).fetchall()

    def read_one(self, make: Callable[..., T], sql: str, *values: Column) -> T | None:
        """What ``make`` makes of the first row; ``None`` where there is no row."""
        with explained(self.path):
            row = self.connection.execute(sql, values).fetchone()
        return None if row is None else make(*row)

    def write(self, sql: str, *values: Column) -> int:
        """Run one statement, inside the current transaction or else at once; the rows it met."""
        with explained(self.path):
            return self.connection.execute(sql, values).rowcount

    def write_many(self, sql: str, rows: Iterable[tuple[Column, ...]]) -> None:
        """Run one statement for each row; call it inside ``transaction``."""
        with explained(self.path):
            self.connection.executemany(sql, rows)

    def compact(self) -> None:
        """Write the file anew without what was deleted, so that nobody can read it there."""
        self.write("VACUUM")
        self.read(lambda *_row: None, "PRAGMA wal_checkpoint(TRUNCATE)")

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
        if make:
            _make_place(path)
        else:
            must_be_there(path)
    with explained(path):
        connection = connect(path)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    library = Library(path, connection)
    if daily_backup and path != IN_MEMORY:
        _back_up_today(library)
    return library


def connect(path: Path) -> sqlite3.Connection:
    """A bare connection without Python's own transactions: ours are explicit."""
    return sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)


def new_in_memory(application_id: int = file_format.LIBRARY) -> Library:
    """An empty library of this version that lives in memory alone."""
    from wizard.library import schema  # Only here: it costs 50 ms.

    connection = connect(IN_MEMORY)
    schema.migrate(connection, application_id=application_id)
    connection.execute("PRAGMA foreign_keys = ON")
    return Library(IN_MEMORY, connection)


def _make_place(path: Path) -> None:
    """Make the folder and an empty file for the owner's eyes only; keep what is there."""
    with explained(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.is_dir():
            raise UserError(N_("“{path}” is a folder. Name a file in it."), path=path)
        with suppress(FileExistsError):
            # SQLite gives the files it makes beside the library (-wal, -shm) the same permissions.
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


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
