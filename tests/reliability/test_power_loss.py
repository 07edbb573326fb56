"""What was saved is on the disk itself: SQLite is told so on every connection that writes."""

import sqlite3

import pytest

from ui.keeper import Keeper
from wizard import paths, saving, starting
from wizard.commands import program
from wizard.interview.places import Place
from wizard.library import connection

FULL = 2
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "COMMIT")


@pytest.fixture
def writers(monkeypatch):
    """For each statement that wrote to a file: the statement, ``synchronous``, the journal."""
    found = []

    class Watched(sqlite3.Connection):
        def execute(self, sql, *values):
            if sql.lstrip().upper().startswith(WRITES):
                (file,) = super().execute("SELECT file FROM pragma_database_list").fetchone()
                pragma = [
                    super(Watched, self).execute(f"PRAGMA {name}").fetchone()[0]
                    for name in ("synchronous", "journal_mode")
                ]
                if file:
                    found.append((sql.split()[0], *pragma))
            return super().execute(sql, *values)

    def connect(path, **_):
        return sqlite3.connect(
            path, timeout=connection.BUSY_SECONDS, isolation_level=None, factory=Watched
        )

    monkeypatch.setattr(connection, "connect", connect)
    return found


def test_what_the_window_saves_survives_a_power_cut(writers, qapp):
    keeper = Keeper(paths.library_file())

    def work(library):
        made = starting.create(library, "Corner", example="cafe", language="en")
        session = saving.opened(library, made)
        session.give(Place("business", "city"), "Leeds")
        saving.save_session(library, session)

    keeper.ask(lambda _library: None)
    made = len(writers)
    keeper.ask(work)
    keeper.close()
    assert {sql for sql, *_ in writers[made:]} >= {"INSERT", "UPDATE", "COMMIT"}
    assert {tuple(pragma) for _, *pragma in writers[made:]} == {(FULL, "wal")}
    assert {synchronous for _, synchronous, _ in writers[:made]} == {FULL}


def test_what_a_command_saves_survives_a_power_cut(writers, capsys):
    assert program.run(["new", "Corner", "--example", "cafe"]) == 0
    made = len(writers)
    assert program.run(["rename", "Corner", "Tea Corner"]) == 0
    assert "UPDATE" in {sql for sql, *_ in writers[made:]}
    assert {tuple(pragma) for _, *pragma in writers[made:]} == {(FULL, "wal")}
    assert {synchronous for _, synchronous, _ in writers} == {FULL}


def test_where_wal_is_refused_the_disk_is_waited_for_too(tmp_path, monkeypatch):
    class OnAShare(sqlite3.Connection):
        def execute(self, sql, *values):
            if sql == "PRAGMA journal_mode = WAL":
                raise sqlite3.OperationalError("locking protocol")
            return super().execute(sql, *values)

    monkeypatch.setattr(
        connection,
        "connect",
        lambda path, **_: sqlite3.connect(path, isolation_level=None, factory=OnAShare),
    )
    with connection.open_library(tmp_path / "library.sqlite") as library:
        assert library.read_one(str, "PRAGMA journal_mode") == "delete"
        assert library.read_one(int, "PRAGMA synchronous") == FULL
