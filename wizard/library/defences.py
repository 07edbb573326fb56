"""What SQLite is told to refuse on every connection, our own library's too: a file may lie."""

from __future__ import annotations

import sqlite3

MOST_BYTES = 256 * 1024 * 1024
"""The largest text or blob, far above any scan or frozen page."""

LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: MOST_BYTES,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    # VACUUM attaches a file of its own.
    sqlite3.SQLITE_LIMIT_ATTACHED: 1,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 20,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 20,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1_000,
}
"""Triggers keep SQLite's own depth: rows that fall with their project are deleted by such."""


def defend(connection: sqlite3.Connection) -> None:
    """Let nothing that stands in the file run, grow without end or pass unchecked."""
    for limit, most in LIMITS.items():
        connection.setlimit(limit, most)
    # What a schema calls must be harmless, and a cell must lie within its page.
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    if hasattr(connection, "setconfig"):  # Python 3.12
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)  # type: ignore[attr-defined]
