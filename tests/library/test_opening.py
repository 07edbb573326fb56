"""Opening a library: what is made, what is kept, what is refused."""

import gc
import os
import sqlite3
import stat
import subprocess
import sys
import weakref
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date, timedelta
from threading import Barrier

import pytest

from wizard.errors import UserError
from wizard.library import backups, connection, file_format, projects, schema
from wizard.library.connection import open_library
from wizard.library.faults import LibraryDamagedError


@pytest.fixture
def path(tmp_path):
    return tmp_path / "home" / "library.sqlite"


def one_project(library, name="Café"):
    return projects.create(library, name, trade="cafe", country="RU", steps={})


def pragma(library, name):
    return library.read_one(lambda value: value, f"PRAGMA {name}")


def test_a_new_library_is_durable_marked_and_for_its_owner_alone(path):
    with open_library(path) as library:
        assert pragma(library, "journal_mode") == "wal"
        assert pragma(library, "synchronous") == 2
        assert pragma(library, "foreign_keys") == 1
        assert pragma(library, "application_id") == file_format.LIBRARY
        assert pragma(library, "user_version") == file_format.VERSION
    assert file_format.kind_of(path) == file_format.LIBRARY
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_every_table_is_strict_and_falls_with_its_project():
    with open_library(":memory:") as library:
        tables = library.read(
            lambda name, strict: (name, strict),
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
            " AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_%' ESCAPE '\\'",
        )
        assert len(tables) == 12
        assert all(strict for _, strict in tables)
        for table in {name for name, _ in tables} - {"project", "blob", "catalogue"}:
            rule = library.read_one(
                str, f"SELECT on_delete FROM pragma_foreign_key_list('{table}')"
            )
            assert rule == "CASCADE", table


def test_what_was_saved_is_there_after_opening_again(path):
    with open_library(path) as library:
        made = one_project(library)
    with open_library(path) as library:
        assert projects.projects(library) == [made]


def test_opening_a_library_of_this_version_does_not_import_sqlite_utils(path):
    open_library(path).close()
    code = (
        "import sys; from wizard.library import projects; "
        "from wizard.library.connection import open_library; "
        "projects.projects(open_library(sys.argv[1])); "
        "print('sqlite_utils' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_the_last_migration_sets_the_version_of_this_program():
    library = connection.new_in_memory()
    assert pragma(library, "user_version") == file_format.VERSION
    assert len(schema.migrations.applied(schema.Database(library.connection))) == (
        file_format.VERSION
    )


def test_a_failing_migration_leaves_nothing_behind(path, monkeypatch):
    monkeypatch.setattr(schema, "_FIRST_TABLES", schema._FIRST_TABLES + "; CREATE nonsense")
    with pytest.raises(sqlite3.OperationalError):
        open_library(path)
    monkeypatch.undo()
    with open_library(path) as library:
        one_project(library)


def test_windows_that_make_one_library_at_once_all_get_it(path):
    starting = Barrier(6)

    def open_and_work(number):
        starting.wait()
        with open_library(path, daily_backup=False) as library:
            one_project(library, f"Café {number}")

    with ThreadPoolExecutor(6) as windows:
        list(windows.map(open_and_work, range(6)))
    with open_library(path) as library:
        assert len(projects.projects(library)) == 6


def future(path):
    open_library(path, daily_backup=False).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version = {file_format.VERSION + 1}")


def test_a_newer_library_is_refused_and_not_changed(path):
    future(path)
    before = path.read_bytes()
    with pytest.raises(UserError, match="newer Policy Wizard"):
        open_library(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_not_changed(path):
    path.parent.mkdir()
    path.write_text("Dear diary, " * 1000)
    with pytest.raises(LibraryDamagedError, match="restore the last copy"):
        open_library(path)
    assert path.read_text().startswith("Dear diary")


def test_the_database_of_another_program_is_refused(path):
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE bookmarks (url)")
    with pytest.raises(UserError, match="not a Policy Wizard library"):
        open_library(path)


def test_a_folder_in_the_place_of_the_library_is_refused(path):
    path.mkdir(parents=True)
    with pytest.raises(UserError, match="is a folder"):
        open_library(path)


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="choose another place"):
        open_library(tmp_path / "file" / "library.sqlite")


def test_an_empty_file_becomes_a_library(path):
    path.parent.mkdir()
    path.touch()
    with open_library(path) as library:
        one_project(library)


def test_a_damaged_library_is_refused_and_good_back_ups_stay(path):
    with open_library(path) as library:
        for number in range(300):
            one_project(library, f"Café {number}")
    (copy,) = backups.copies(path)
    copy.rename(copy.with_name("library-2001-01-01.sqlite"))
    page = bytearray(path.read_bytes())
    page[8192:-4096] = os.urandom(len(page) - 8192 - 4096)
    path.write_bytes(page)
    with pytest.raises(LibraryDamagedError):
        open_library(path)
    assert [one.name for one in backups.copies(path)] == ["library-2001-01-01.sqlite"]


def test_a_library_locked_by_another_program_is_one_sentence(path, monkeypatch):
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0)
    open_library(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match="Another program is writing"):
            open_library(path)


def test_a_read_only_library_is_told_at_once(path, monkeypatch):
    open_library(path).close()

    def read_only(path):
        return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)

    # Permissions would not stop a test that runs as root; SQLite's own read-only mode does.
    monkeypatch.setattr(connection, "connect", read_only)
    with pytest.raises(UserError, match="cannot be written to"):
        open_library(path)


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind root or Windows"
)
def test_a_read_only_folder_is_one_sentence(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(UserError, match="choose another place"):
            open_library(tmp_path / "library.sqlite")
    finally:
        tmp_path.chmod(0o700)


class NoSharedMemory(sqlite3.Connection):
    """A connection on a network share."""

    def execute(self, sql, *values):
        if sql == "PRAGMA journal_mode = WAL":
            raise sqlite3.OperationalError("locking protocol")
        return super().execute(sql, *values)


def test_where_wal_is_refused_the_library_works_without(path, monkeypatch):
    monkeypatch.setattr(
        connection,
        "connect",
        lambda path: sqlite3.connect(path, isolation_level=None, factory=NoSharedMemory),
    )
    with open_library(path) as library:
        assert pragma(library, "journal_mode") == "delete"
        one_project(library)


def test_a_full_disk_is_one_sentence_and_loses_nothing(path):
    with open_library(path) as library:
        kept = one_project(library)
        pages = pragma(library, "page_count")
        library.write(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(UserError, match="is full"):
            projects.create(library, "x", trade="", country="", steps={"a": {"b": "c" * 99_999}})
        assert projects.projects(library) == [kept]


def test_an_existing_library_is_backed_up_before_it_is_migrated(path, monkeypatch):
    with open_library(path, daily_backup=False) as library:
        one_project(library, "before")
    later = file_format.VERSION + 1
    monkeypatch.setattr(file_format, "VERSION", later)
    chain = schema.Migrations("library")
    chain._migrations = list(schema.migrations._migrations)

    @chain()
    def m999_one_more(database):
        database.execute("ALTER TABLE project ADD COLUMN colour TEXT NOT NULL DEFAULT ''")
        database.execute(f"PRAGMA user_version = {later}")

    monkeypatch.setattr(schema, "migrations", chain)
    with open_library(path, daily_backup=False) as library:
        assert library.read(str, "SELECT colour FROM project") == [""]
        assert pragma(library, "application_id") == file_format.LIBRARY
    (copy,) = backups.copies(path)
    assert copy.name.endswith(f"-version-{later - 1}.sqlite")
    with closing(sqlite3.connect(copy)) as raw:
        assert raw.execute("SELECT name FROM project").fetchall() == [("before",)]
        assert "colour" not in str(raw.execute("SELECT sql FROM sqlite_master").fetchall())


def test_a_library_of_the_first_version_is_brought_up_to_date(path):
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        chain = schema.Migrations("library")
        chain._migrations = list(schema.migrations._migrations)
        chain.apply(schema.Database(raw, execute_plugins=False), stop_before="m002_standing")
        raw.execute(f"PRAGMA application_id = {file_format.LIBRARY}")
        raw.execute(
            "INSERT INTO project (id, name, trade, country, created_at, changed_at, given, asked)"
            " VALUES ('first', 'Bean', 'cafe', 'RU', ?, ?, 3, 15)",
            ("2026-01-01T00:00:00+00:00",) * 2,
        )
    with open_library(path) as library:
        (kept,) = projects.projects(library)
    assert (kept.name, kept.standing) == ("Bean", projects.Standing(given=3, asked=15))


def test_a_back_up_is_made_once_a_day_and_the_last_ten_are_kept(path):
    with open_library(path, daily_backup=False) as library:
        first = date(2026, 1, 1)
        made = [
            backups.daily(library, today=first + timedelta(days=number)) for number in range(13)
        ]
        assert backups.daily(library, today=first + timedelta(days=12)) is None
    stranger = made[0].with_name("holiday.jpg")
    stranger.touch()
    assert backups.copies(path) == made[:2:-1]
    assert {one.name for one in made[0].parent.iterdir()} == {
        "holiday.jpg",
        *(one.name for one in made[3:]),
    }
    if os.name == "posix":
        assert stat.S_IMODE(made[-1].stat().st_mode) == 0o600


def test_no_back_up_folder_does_not_lock_people_out(path, caplog):
    path.parent.mkdir()
    (path.parent / "backups").write_text("a file in its place")
    with open_library(path) as library:
        one_project(library)
    assert "No back-up today" in caplog.text


def test_an_error_and_those_it_was_raised_through_do_not_hold_each_other(path):
    class Asker:
        """Whoever asks; a widget that another thread collects would take Qt down."""

    def asks(asker):
        with open_library(path, daily_backup=False) as library:
            assert asker
            library.write("PRAGMA max_page_count = 1")
            projects.create(
                library, "x" * 100, trade="", country="", steps={"a": {"b": "c" * 9999}}
            )

    asker = Asker()
    known = weakref.ref(asker)
    gc.disable()
    try:
        with pytest.raises(UserError, match="is full"):
            asks(asker)
        del asker
        assert known() is None
    finally:
        gc.enable()
