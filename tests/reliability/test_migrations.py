"""Libraries and project files of every version that there ever was are brought up to date."""

import hashlib
import json
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from wizard import export, saving
from wizard.library import (
    answers,
    backups,
    events,
    file_format,
    files,
    journal,
    people,
    projects,
    rejected,
    restoring,
    schema,
    shape,
    versions,
)  # fmt: skip
from wizard.library.connection import connect, open_library
from wizard.library.versions import packed
from wizard.starting import create

VERSIONS = range(1, file_format.VERSION + 1)
SHAPES = {
    1: "7cd3a9c5d2af7274",
    2: "2a7a23ecbbf9d021",
    3: "b76caf926d42fbad",
    4: "a312249f6d5a72e7",
}
"""The hash of all tables and indexes of each version: what was once made is never made anew."""

AT = "2026-01-02T03:04:05.000006+00:00"
HASH, FROZEN = packed(json.dumps({"trade": "cafe", "steps": {}, "wording": {}}).encode())
ROWS = [
    ("project", {"id": "bean", "name": "Bean", "trade": "cafe", "country": "RU",
                 "created_at": AT, "changed_at": AT, "given": 3, "asked": 15,
                 "review_on": "2026-12-01", "must_sign": 2, "catalogue": "0.1.0", "version": 1,
                 "version_on": "2026-02-01", "signers": 2, "signed": 1,
                 "action_on": "2026-12-24", "actions": 2, "late": "Telegram"}),
    ("answer", {"project": "bean", "step": "business", "body": '{"name":"Bean","city":"Omsk"}'}),
    ("rejected", {"project": "bean", "step": "business", "field": "valid_from", "row": "",
                  "key": "", "raw": '"soon"', "message": "No date."}),
    ("journal", {"id": 7, "project": "bean", "at": AT, "step": "business", "field": "city",
                 "row": "", "key": "", "old": "null", "new": '"Omsk"', "note": ""}),
    ("person", {"project": "bean", "id": "p1", "position_no": 1, "surname": "Иванова",
                "given": "Анна", "patronymic": "", "position": "бариста", "kind": "employee",
                "minor": 0, "department": "", "location": "", "shift": "", "email": "",
                "start_date": "2020-01-01", "language": "ru", "signs": "paper", "left_on": None,
                "listed": 1}),
    ("blob", {"hash": HASH, "media_type": versions.MEDIA_TYPE, "bytes": FROZEN}),
    ("export", {"path": "bean.docx", "project": "bean", "sha256": "0" * 64, "written_at": AT,
                "document": "promise", "language": "ru"}),
    ("version", {"project": "bean", "number": 1, "published_at": AT, "dated": "2026-02-01",
                 "note": "first", "sign_by": None, "languages": '["ru"]', "answers": HASH}),
    ("edition", {"project": "bean", "version": 1, "document": "guide", "number": 1, "major": 1,
                 "base": 1, "rule": '{"by":"everybody"}'}),
    ("frozen_page", {"project": "bean", "version": 1, "document": "guide", "language": "ru",
                     "fingerprint": "ab" * 32, "content": HASH, "pictures": "[]"}),
    ("event", {"id": 3, "project": "bean", "recorded_at": AT, "effective_on": "2026-02-01",
               "kind": "must", "person": "p1", "document": "guide", "version": 1, "how": "",
               "until": None, "note": "", "scan": "", "undoes": None}),
    ("catalogue", {"release": "0.1.0", "texts": packed(b"{}")[1]}),
]  # fmt: skip
"""A row for each table of the newest version, as far as an older one has it."""


def make(path, version, kind=file_format.LIBRARY):
    """A file of this version with a row in every table; the rows."""
    path.parent.mkdir(exist_ok=True)
    with closing(connect(path)) as raw:
        schema.migrate(raw, application_id=kind, version=version)
        raw.execute("PRAGMA foreign_keys = ON")
        made = []
        for table, row in ROWS:
            known = raw.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchall()
            kept = {name: row[name] for (name,) in known if name in row}
            if kept:
                names = ", ".join(f'"{name}"' for name in kept)
                marks = ", ".join("?" * len(kept))
                raw.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", [*kept.values()])
                made.append((table, kept))
    return made


def has_all(connection, made):
    """Whether each row is there, value by value."""
    for table, row in made:
        names = ", ".join(f'"{name}"' for name in row)
        if connection.execute(f"SELECT {names} FROM {table}").fetchall() != [tuple(row.values())]:
            return False
    return True


@pytest.fixture
def path(tmp_path):
    return tmp_path / "home" / "library.sqlite"


def test_every_version_has_its_shape_and_a_row_for_every_table():
    assert list(SHAPES) == list(VERSIONS)
    with open_library(":memory:") as library:
        tables = set(library.read(str, "SELECT name FROM sqlite_master WHERE type = 'table'"))
    assert {table for table, _ in ROWS} == tables - {schema.migrations.migrations_table}


@pytest.mark.parametrize("version", VERSIONS)
def test_a_migration_is_never_edited(path, version):
    make(path, version)
    with closing(connect(path)) as raw:
        found = raw.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE tbl_name != ? ORDER BY type, name",
            (schema.migrations.migrations_table,),
        ).fetchall()
    assert hashlib.sha256(json.dumps(found).encode()).hexdigest()[:16] == SHAPES[version]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_library_of_any_version_is_opened_with_every_row(path, tmp_path, version):
    made = make(path, version)
    with open_library(path, daily_backup=False) as library:
        raw = library.connection
        assert file_format.version_of(raw) == file_format.VERSION
        assert has_all(raw, made)
        assert shape.is_sound(raw)
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        assert people.people(library, "bean")[0].surname == "Иванова"
        assert rejected.rejected(library, "bean")[0].raw == "soon"
        assert journal.entries(library, "bean")[0].change.new == "Omsk"
        assert answers.load(library, "bean")["business"]["city"] == "Omsk"
        assert len(versions.versions(library, "bean")) == len(events.events(library, "bean"))
        session = saving.opened(library, projects.must_exist(library, "bean"))
        (order,) = export.orders(session.answers, ("ru",), ("promise",))
        written = export.write(
            order, tmp_path, session.project.changed_at.date(), lambda _one: None
        )
        assert written.path.stat().st_size > 5000
        create(library, "Next", example="cafe", language="ru")


@pytest.mark.parametrize("version", VERSIONS[:-1])
def test_the_copy_of_before_is_of_the_old_version_and_can_be_restored(path, version):
    made = make(path, version)
    open_library(path, daily_backup=False).close()
    (copy,) = backups.copies(path)
    assert copy.name.endswith(f"-version-{version}.sqlite")
    with closing(connect(copy, read_only=True)) as raw:
        assert file_format.version_of(raw) == version
        assert has_all(raw, made)
    restoring.restore(copy, path)
    with open_library(path, daily_backup=False) as library:
        assert has_all(library.connection, made)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_project_file_of_any_version_is_opened_and_stays_as_it_is(path, version):
    file = path.with_name("bean.policies")
    made = make(file, version, file_format.PROJECT_FILE)
    before = file.read_bytes()
    with open_library(":memory:") as library:
        opened = files.open_file(library, file)
        assert opened.name == "Bean"
        assert people.people(library, opened.id)[0].surname == "Иванова"
        assert len(journal.entries(library, opened.id)) == 1
        known = {table for table, _ in made}
        assert len(versions.versions(library, opened.id)) == int("version" in known)
        assert len(events.events(library, opened.id)) == int("event" in known)
    assert file.read_bytes() == before


@pytest.mark.parametrize("version", VERSIONS[:-1])
def test_a_failing_statement_leaves_the_old_version_whole(path, version, monkeypatch):
    made = make(path, version)
    monkeypatch.setattr(schema, "_IN_USE", schema._IN_USE + "; CREATE nonsense")
    with pytest.raises(sqlite3.OperationalError):
        open_library(path, daily_backup=False)
    with closing(connect(path)) as raw:
        assert file_format.version_of(raw) == version
        assert has_all(raw, made)


KILLED = """
import os, sqlite3, sys
from pathlib import Path
from wizard.library import connection, schema, shape
at, path, seen = int(sys.argv[1]), Path(sys.argv[2]), 0
def statement(_sql):
    global seen
    seen += 1
    if seen == at:
        os._exit(9)
plain = connection.connect
def watched(*args, **names):
    found = plain(*args, **names)
    if args and args[0] == path:
        found.set_trace_callback(statement)
    return found
connection.connect = watched
connection.open_library(path, daily_backup=False).close()
print(seen)
"""


def migrate_and_die(at, path):
    """Open in a process that ends without a word at its ``at``-th statement; all of them, or 0."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(at), str(path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode in (0, 9), done.stderr
    return int(done.stdout or 0)


def dies_at_every(step, path, version):
    """The versions found after a death at every so many statements of the migration."""
    made = make(path, version)
    content = path.read_bytes()
    last = migrate_and_die(0, path)
    found = set()
    for at in range(1, last + 1, step):
        for one in path.parent.rglob("*"):
            if one.is_file():
                one.unlink()
        path.write_bytes(content)
        migrate_and_die(at, path)
        with closing(connect(path)) as raw:
            found.add(file_format.version_of(raw))
            assert has_all(raw, made)
            assert shape.is_sound(raw)
    return found


@pytest.mark.parametrize("version", VERSIONS[:-1])
def test_a_death_amid_a_migration_leaves_one_version_whole(path, version):
    assert dies_at_every(12, path, version) <= {version, file_format.VERSION}


@pytest.mark.long
@pytest.mark.parametrize("version", VERSIONS[:-1])
def test_a_death_at_any_statement_of_a_migration_leaves_one_version_whole(path, version):
    assert dies_at_every(1, path, version) == {version, file_format.VERSION}
