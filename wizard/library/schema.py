"""The tables of a library, as a chain of named migrations that is only ever appended to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from wizard.library import file_format

if TYPE_CHECKING:
    import sqlite3

migrations = Migrations("library")

_FIRST_TABLES = """
CREATE TABLE project (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    trade TEXT NOT NULL,
    country TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    binned_at TEXT,
    given INTEGER NOT NULL DEFAULT 0,
    asked INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX project_by_change ON project (changed_at);

CREATE TABLE answer (
    project TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (project, step)
) STRICT;

CREATE TABLE rejected (
    project TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    field TEXT NOT NULL,
    "row" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    raw TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (project, step, field, "row", "key")
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    step TEXT NOT NULL,
    field TEXT NOT NULL,
    "row" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '' CHECK (note IN ('', 'overtaken'))
) STRICT;
CREATE INDEX journal_by_project ON journal (project, id);

CREATE TABLE person (
    project TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position_no INTEGER NOT NULL,
    surname TEXT NOT NULL,
    given TEXT NOT NULL,
    patronymic TEXT NOT NULL,
    position TEXT NOT NULL,
    kind TEXT NOT NULL,
    minor INTEGER NOT NULL,
    department TEXT NOT NULL,
    location TEXT NOT NULL,
    shift TEXT NOT NULL,
    email TEXT NOT NULL,
    start_date TEXT,
    language TEXT NOT NULL,
    signs TEXT NOT NULL,
    left_on TEXT,
    listed INTEGER NOT NULL,
    PRIMARY KEY (project, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_in_order ON person (project, position_no);

CREATE TABLE blob (
    hash TEXT PRIMARY KEY,
    media_type TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE export (
    path TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    sha256 TEXT NOT NULL,
    written_at TEXT NOT NULL,
    document TEXT NOT NULL,
    language TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX export_by_project ON export (project)
"""


@migrations()
def m001_first_tables(database: Database) -> None:
    """Projects, answers, people, journal, blobs and exports."""
    # Not executescript(): it would commit the transaction that the migration runs in.
    for statement in _FIRST_TABLES.split(";"):
        database.execute(statement)
    database.execute("PRAGMA user_version = 1")


@migrations()
def m002_standing(database: Database) -> None:
    """When a project is to be looked at again, and how many must sign; known with the next save."""
    for column in ("review_on", "drill_on", "contacts_on"):
        database.execute(f"ALTER TABLE project ADD COLUMN {column} TEXT")
    database.execute("ALTER TABLE project ADD COLUMN must_sign INTEGER NOT NULL DEFAULT 0")
    database.execute("PRAGMA user_version = 2")


_VERSIONS = """
CREATE TABLE version (
    project TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    published_at TEXT NOT NULL,
    dated TEXT NOT NULL,
    note TEXT NOT NULL,
    sign_by TEXT,
    "languages" TEXT NOT NULL,
    answers TEXT NOT NULL,
    PRIMARY KEY (project, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE edition (
    project TEXT NOT NULL,
    version INTEGER NOT NULL,
    document TEXT NOT NULL,
    number INTEGER NOT NULL,
    major INTEGER NOT NULL,
    base INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    PRIMARY KEY (project, version, document),
    FOREIGN KEY (project, version) REFERENCES version (project, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE frozen_page (
    project TEXT NOT NULL,
    version INTEGER NOT NULL,
    document TEXT NOT NULL,
    "language" TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    content TEXT NOT NULL,
    pictures TEXT NOT NULL,
    PRIMARY KEY (project, version, document, "language"),
    FOREIGN KEY (project, version) REFERENCES version (project, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX frozen_page_by_fingerprint ON frozen_page (fingerprint);

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    recorded_at TEXT NOT NULL,
    effective_on TEXT NOT NULL,
    kind TEXT NOT NULL,
    person TEXT NOT NULL,
    document TEXT NOT NULL,
    version INTEGER,
    how TEXT NOT NULL,
    until TEXT,
    note TEXT NOT NULL,
    scan TEXT NOT NULL,
    undoes INTEGER REFERENCES event (id) ON DELETE CASCADE,
    FOREIGN KEY (project, version) REFERENCES version (project, number) ON DELETE CASCADE
) STRICT;
CREATE INDEX event_alike ON event
    (project, document, version, kind, effective_on, how, until, scan, person);
CREATE INDEX event_by_person ON event
    (project, person, document, version, kind, effective_on, how, until, scan);
CREATE INDEX event_undone ON event (undoes, project, person) WHERE undoes IS NOT NULL;

CREATE TABLE catalogue (
    "release" TEXT PRIMARY KEY,
    texts BLOB NOT NULL
) STRICT, WITHOUT ROWID
"""


@migrations()
def m003_versions(database: Database) -> None:
    """Published versions with their frozen pages, the ledger of who signed, catalogue wordings."""
    for statement in _VERSIONS.split(";"):
        database.execute(statement)
    for column in (
        "catalogue TEXT",
        "version INTEGER NOT NULL DEFAULT 0",
        "version_on TEXT",
        "signers INTEGER NOT NULL DEFAULT 0",
        "signed INTEGER NOT NULL DEFAULT 0",
        "sign_on TEXT",
    ):
        database.execute(f"ALTER TABLE project ADD COLUMN {column}")
    database.execute("PRAGMA user_version = 3")


_IN_USE = """
ALTER TABLE project ADD COLUMN action_on TEXT;
ALTER TABLE project ADD COLUMN actions INTEGER NOT NULL DEFAULT 0;
ALTER TABLE project ADD COLUMN late TEXT NOT NULL DEFAULT ''
"""


@migrations()
def m004_in_use(database: Database) -> None:
    """What drills have left to do, and on which channels replies come late."""
    for statement in _IN_USE.split(";"):
        database.execute(statement)
    database.execute("PRAGMA user_version = 4")


def migrate(
    connection: sqlite3.Connection, *, application_id: int, version: int | None = None
) -> None:
    """Bring an open file to ``version``, or else to ``file_format.VERSION``.

    All pending migrations up to it or none take effect. ``foreign_keys`` must still be off:
    sqlite-utils' ``transform`` refuses to work with it on.
    """
    wanted = file_format.VERSION if version is None else version
    # No plug-ins: what a stranger installed beside sqlite-utils has no business in the library.
    database = Database(connection, execute_plugins=False)
    # One write lock around the whole chain, so that two windows never migrate side by side:
    # the second waits, finds nothing pending, and goes on. Each migration is a savepoint in it.
    connection.execute("BEGIN IMMEDIATE")
    try:
        if file_format.version_of(connection) < wanted:
            connection.execute(f"PRAGMA application_id = {application_id}")
            migrations.apply(database, stop_before=[one.name for one in _later_than(wanted)])
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _later_than(version: int) -> list[Migrations._Migration]:
    """The migrations after the one that leads to this version: each leads to the next."""
    return migrations.pending(Database(memory=True, execute_plugins=False))[version:]
