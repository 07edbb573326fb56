"""The tables and indexes that a file of ours has, word for word, and whether a file has them."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from functools import cache

from wizard.library import file_format, schema
from wizard.library.faults import COMPLAINTS

Part = tuple[str, str, str, str | None]

# Made by sqlite-utils, whose releases may quote and indent it each in its own way.
_BOOKKEEPING = schema.migrations.migrations_table
_QUOTES_AND_SPACE = re.compile(r"[\s\[\]\"`]")


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether the file has our tables and indexes of its version, and nothing else.

    No trigger, no view, no virtual table, no other default, check, type or index: reading such a
    file runs nothing that its sender thought of. Raises sqlite3.Error where it cannot be read.
    """
    version = file_format.version_of(connection)
    return version <= file_format.VERSION and _parts(connection) == _expected(version)


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether the file passes SQLite's whole check and has the tables that it should have."""
    with suppress(*COMPLAINTS):
        checked = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
        return checked and is_ours(connection)
    return False


def _parts(connection: sqlite3.Connection) -> frozenset[Part]:
    everything = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
    return frozenset(_comparable(*part) for part in everything.fetchall())


def _comparable(kind: str, name: str, table: str, sql: str | None) -> Part:
    if table == _BOOKKEEPING:
        sql = _QUOTES_AND_SPACE.sub("", str(sql)).casefold()
    return kind, name, table, sql


@cache
def _expected(version: int) -> frozenset[Part]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        schema.migrate(fresh, application_id=file_format.LIBRARY, version=version)
        return _parts(fresh)
