"""Files that somebody made to do harm: refused in one sentence, in bounded time and memory."""

import io
import random
import sqlite3
import time
import tracemalloc
import zipfile
import zlib
from contextlib import closing

import pytest

from tests.reliability import real_library
from wizard.documents.letterheads.letterhead import FILE, inspect
from wizard.errors import UserError
from wizard.library import blobs, defences, files, people, projects
from wizard.library.connection import connect, open_library
from wizard.library.people import Person
from wizard.staff_lists import workbook
from wizard.starting import create

MOST_SECONDS = 20
MOST_BYTES = 300_000_000


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """The bytes of a project file of the café with its two versions, and of a small one."""
    folder = tmp_path_factory.mktemp("sent")
    real_library.build(folder / "library.sqlite")
    with open_library(folder / "library.sqlite", daily_backup=False) as library:
        small = create(library, "Small", example="empty", language="en")
        people.add(library, small.id, Person(surname="Hart"))
        whole = next(one for one in projects.projects(library) if one.signatures.version)
        files.save_as(library, whole.id, folder / "whole.policies")
        files.save_as(library, small.id, folder / "small.policies")
    return {name: (folder / f"{name}.policies").read_bytes() for name in ("whole", "small")}


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "home" / "library.sqlite", daily_backup=False) as opened:
        create(opened, "Mine", example="cafe", language="en")
        yield opened


@pytest.fixture
def file(sent, tmp_path):
    path = tmp_path / "sent.policies"
    path.write_bytes(sent["small"])
    return path


def everything(library):
    """All that the library holds, as SQL."""
    return list(library.connection.iterdump())


def refuses(library, file, match="damaged or no project file"):
    content, before = file.read_bytes(), everything(library)
    start = time.monotonic()
    with pytest.raises(UserError, match=match):
        files.open_file(library, file)
    assert time.monotonic() - start < MOST_SECONDS
    assert file.read_bytes() == content
    assert everything(library) == before


def tamper(file, *statements, **names):
    with closing(sqlite3.connect(file, isolation_level=None, **names)) as raw:
        for statement in statements:
            raw.execute(statement)


@pytest.mark.parametrize(
    "schema",
    [
        "CREATE TRIGGER t AFTER INSERT ON answer BEGIN DELETE FROM project; END",
        "CREATE TRIGGER t BEFORE DELETE ON project BEGIN SELECT load_extension('x'); END",
        "CREATE VIEW v AS SELECT * FROM answer",
        "CREATE VIRTUAL TABLE v USING fts5(body)",
        "CREATE TABLE sqlite_like (x)",
        "CREATE INDEX extra ON answer (body)",
        "CREATE INDEX extra ON answer (upper(body))",
        "CREATE INDEX extra ON answer (step) WHERE length(body) > 3",
        "CREATE UNIQUE INDEX extra ON person (surname)",
        "ALTER TABLE answer ADD COLUMN extra TEXT",
        "ALTER TABLE answer ADD COLUMN extra TEXT AS (upper(body))",
        "ALTER TABLE answer ADD COLUMN extra TEXT DEFAULT (x'00')",
        "ALTER TABLE answer ADD COLUMN extra TEXT CHECK (abs(1))",
        "ALTER TABLE answer RENAME COLUMN body TO bodies",
        "ALTER TABLE _sqlite_migrations ADD COLUMN extra TEXT CHECK (abs(random()))",
        "CREATE INDEX extra ON _sqlite_migrations (hex(name))",
        "DROP INDEX event_undone",
        "DROP TABLE catalogue",
        "CREATE TABLE sqlite_stat (tbl, idx, stat)",
    ],
)
def test_a_schema_that_is_not_ours_word_for_word_is_refused(library, file, schema):
    try:
        tamper(file, schema)
    except sqlite3.Error:
        pytest.skip("this SQLite refuses to make it")
    refuses(library, file)


@pytest.mark.parametrize(
    "made_anew",
    [
        "CREATE TABLE answer (project TEXT, step TEXT, body TEXT)",
        "CREATE TABLE answer (project TEXT NOT NULL, step TEXT NOT NULL, body ANY) STRICT",
        "CREATE VIEW answer AS SELECT id AS project, name AS step, '{}' AS body FROM project",
        "CREATE TABLE answer (project, step, body AS (hex(zeroblob(500000000))))",
    ],
)
def test_a_table_made_anew_without_its_rules_is_refused(library, file, made_anew):
    tamper(file, "PRAGMA foreign_keys = OFF", "DROP TABLE answer", made_anew)
    refuses(library, file)


@pytest.mark.parametrize(
    "change",
    [
        # What looks like our text and is none.
        ("'body TEXT NOT NULL'", "'body TEXT NOT NULL CHECK (randomblob(9) != 0)'"),
        ("'STRICT'", "''"),
        ("'ON DELETE CASCADE'", "''"),
    ],
)
def test_a_schema_changed_by_hand_is_refused(library, file, change):
    old, new = change
    tamper(
        file,
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_master SET sql = replace(sql, {old}, {new}) WHERE name = 'answer'",
    )
    refuses(library, file)


@pytest.mark.parametrize(
    "row",
    [
        "UPDATE project SET created_at = 'yesterday'",
        "UPDATE project SET name = replace(hex(zeroblob(5000000)), '0', 'x')",
        "UPDATE project SET given = 9223372036854775807, review_on = '9999-99-99'",
        "UPDATE answer SET body = 'null'",
        "UPDATE answer SET body = replace(hex(zeroblob(100000)), '00', '[')",
        "UPDATE answer SET body = '{\"a\":' || replace(hex(zeroblob(50000)), '00', '{\"a\":')",
        "UPDATE answer SET body = '{\"a\":1e999}'",
        "UPDATE answer SET body = CAST(x'c328' AS TEXT)",
        "UPDATE person SET start_date = '2026-02-30'",
        "UPDATE person SET surname = CAST(x'ff' AS TEXT)",
        "INSERT INTO event SELECT 1, id, 'soon', '2026-01-01', 'must', 'p', '', NULL, '', NULL, '',"
        " '', NULL FROM project",
        "INSERT INTO event SELECT 1, id, changed_at, '2026-01-01', 'drop table', 'p', '', NULL, '',"
        " NULL, '', '', NULL FROM project",
        "INSERT INTO journal SELECT -5, id, changed_at, 's', 'f', '', '', '{', '1', ''"
        " FROM project",
        "INSERT INTO version SELECT id, -1, changed_at, '2026-01-01', '', NULL, '[]', ''"
        " FROM project",
        "INSERT INTO answer VALUES ('nobody', 'business', '{}')",
        "DELETE FROM project",
    ],
)
def test_rows_that_cannot_be_are_refused(library, file, row):
    tamper(file, row)
    refuses(library, file, "damaged or no project file|has 10000000 letters")


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "<script>alert(1)</script>", "'; DROP TABLE project; --", "{{ 7 }}"],
)
def test_ids_that_are_paths_or_markup_stay_words(library, file, name):
    quoted = name.replace("'", "''")
    tamper(
        file,
        f"UPDATE person SET id = '{quoted}'",
        f"UPDATE project SET id = '{quoted}'",
        *(f"UPDATE {table} SET project = '{quoted}'" for table in ("person", "answer", "journal")),
    )
    opened = files.open_file(library, file)
    assert opened.id.isalnum()
    assert [one.id for one in people.people(library, opened.id)] == [name]
    assert len(projects.projects(library)) == 2


@pytest.mark.parametrize("size", [512, 65536])
def test_another_page_size_is_none_of_our_concern(library, file, size):
    tamper(file, f"PRAGMA page_size = {size}", "VACUUM")
    assert files.open_file(library, file).name == "Small"


def test_a_file_in_another_encoding_is_read_or_refused(library, file, tmp_path):
    other = tmp_path / "utf16.policies"
    with closing(sqlite3.connect(other, isolation_level=None)) as raw:
        raw.execute("PRAGMA encoding = 'UTF-16le'")
        with closing(sqlite3.connect(file)) as plain:
            raw.executescript("\n".join(plain.iterdump()))
        for pragma in ("application_id", "user_version"):
            with closing(sqlite3.connect(file)) as plain:
                (number,) = plain.execute(f"PRAGMA {pragma}").fetchone()
            raw.execute(f"PRAGMA {pragma} = {number}")
    content = other.read_bytes()
    try:
        assert files.open_file(library, other).name == "Small"
    except UserError as error:
        assert "no project file" in str(error)  # noqa: PT017
    assert other.read_bytes() == content


def test_a_file_with_a_log_and_one_beside_it_stays_untouched(library, file):
    tamper(file, "PRAGMA journal_mode = WAL", "PRAGMA wal_checkpoint(TRUNCATE)")
    log = file.with_name(file.name + "-wal")
    log.write_bytes(b"\x37\x7f\x06\x82" + b"noise" * 1000)
    content = file.read_bytes()
    assert files.open_file(library, file).name == "Small"
    assert file.read_bytes() == content
    assert log.read_bytes().endswith(b"noise")


def test_a_hundred_thousand_answers_are_taken_or_refused_in_time(library, file):
    with closing(sqlite3.connect(file)) as raw, raw:
        (project,) = raw.execute("SELECT id FROM project").fetchone()
        raw.executemany(
            "INSERT INTO answer VALUES (?, ?, '{}')", ((project, f"s{n}") for n in range(100_000))
        )
    start = time.monotonic()
    files.open_file(library, file)
    assert time.monotonic() - start < MOST_SECONDS


def bomb(unpacked):
    """A frozen page that unpacks to so many bytes, under the hash of what is packed."""
    packing = zlib.compressobj(9)
    chunk = bytes(1_000_000)
    content = b"".join(packing.compress(chunk) for _ in range(unpacked // len(chunk)))
    content += packing.flush()
    return blobs.hash_of(content), content


@pytest.mark.parametrize("lies", [False, True])
def test_a_frozen_page_that_unpacks_to_gigabytes_is_one_sentence(library, sent, tmp_path, lies):
    from wizard.versions import reopening

    file = tmp_path / "bomb.policies"
    file.write_bytes(sent["whole"])
    name, content = bomb(10_000_000 if lies else 500_000_000)
    if lies:
        name = "0" * 64
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("INSERT INTO blob VALUES (?, 'application/json+zlib', ?)", (name, content))
        raw.execute("UPDATE frozen_page SET content = ?", (name,))
    tracemalloc.start()
    try:
        if lies:
            refuses(library, file)
        else:
            opened = files.open_file(library, file)
            with pytest.raises(UserError, match="is damaged"):
                reopening.reopen(library, opened.id, 1)
        assert tracemalloc.get_traced_memory()[1] < MOST_BYTES
    finally:
        tracemalloc.stop()


def spoilt_files(library, content, file, seeds):
    """Open the file with random damage, again and again; how often it was taken."""
    taken = 0
    for seed in seeds:
        spoilt, _what = real_library.spoilt(content, real_library.seeded(seed))
        file.write_bytes(spoilt)
        before = len(projects.projects(library))
        try:
            files.open_file(library, file)
            taken += 1
        except UserError:
            assert len(projects.projects(library)) == before
        assert file.read_bytes() == spoilt
    assert library.read_one(str, "PRAGMA integrity_check") == "ok"
    return taken


def test_spoilt_project_files_are_taken_or_refused(library, sent, file):
    assert spoilt_files(library, sent["whole"], file, range(40)) < 40


@pytest.mark.long
def test_many_spoilt_project_files_are_taken_or_refused(library, sent, file):
    assert spoilt_files(library, sent["whole"], file, range(40, 540)) < 500


def test_every_connection_has_the_defences(library):
    for opened in (library.connection, connect(library.path, read_only=True)):
        assert opened.execute("PRAGMA trusted_schema").fetchone() == (0,)
        assert opened.execute("PRAGMA cell_size_check").fetchone() == (1,)
        assert {one: opened.getlimit(one) for one in defences.LIMITS} == defences.LIMITS
        with pytest.raises(sqlite3.Error):
            opened.executescript("ATTACH ':memory:' AS a; ATTACH ':memory:' AS b")


def book(sheet, strings="", head=""):
    """An .xlsx whose first sheet and shared strings are these bytes of XML."""
    from openpyxl import Workbook

    plain, made = io.BytesIO(), io.BytesIO()
    Workbook().save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = (head + sheet).encode()
            new.writestr(name, content)
        if strings:
            new.writestr("xl/sharedStrings.xml", strings)
    return made.getvalue()


MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHEET = f"<worksheet {MAIN}>{{}}<sheetData>{{}}</sheetData></worksheet>"
CELL = '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>{1}</t></is></c></row>'
LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
SECRET = '<!DOCTYPE l [<!ENTITY i SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    "content",
    [
        book(SHEET.format('<dimension ref="A1:XFD1000000000"/>', CELL.format(1, "Anna"))),
        book(SHEET.format("", CELL.format(1_048_576, "Anna"))),
        book(SHEET.format("", CELL.format(1, "&i;")), head=LAUGHS),
        book(SHEET.format("", CELL.format(1, "&i;")), head=SECRET),
        book(f"<worksheet {MAIN}>" + "<a>" * 200_000 + "</a>" * 200_000 + "</worksheet>"),
        book(SHEET.format("", ""), strings="<sst>" + "<si><t>x</t></si>" * 2_000_000 + "</sst>"),
    ],
    ids=["dimension", "last row", "laughs", "secret", "deep", "strings"],
)
def test_a_hostile_workbook_is_read_within_bounds_or_refused(content):
    start = time.monotonic()
    try:
        _name, _sheets, rows = workbook.read(content)
        assert all(cell in {"", "Anna"} for row in rows for cell in row)
    except workbook.Unreadable:
        pass
    assert time.monotonic() - start < MOST_SECONDS


def paper(document):
    """A .docx with this XML as its text."""
    from docx import Document

    plain, made = io.BytesIO(), io.BytesIO()
    Document().save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, document if name == "word/document.xml" else old.read(name))
    return made.getvalue()


@pytest.mark.parametrize(
    "document",
    [
        LAUGHS + "<w>&i;</w>",
        SECRET + "<w>&i;</w>",
        "<a>" * 300_000 + "</a>" * 300_000,
        "<w>" + "x" * 200_000_000 + "</w>",
    ],
    ids=["laughs", "secret", "deep", "swollen"],
)
def test_a_hostile_letterhead_is_one_sentence(document):
    content = paper(document)
    start = time.monotonic()
    with pytest.raises(UserError):
        inspect(content, FILE)
    assert time.monotonic() - start < MOST_SECONDS


def test_random_bytes_in_a_letterhead_are_one_sentence_or_none():
    content = paper("<w/>")
    for seed in range(60):
        rng = random.Random(seed)
        spoilt = bytearray(content)
        for _ in range(rng.choice((1, 30))):
            spoilt[rng.randrange(len(spoilt))] = rng.randrange(256)
        try:
            inspect(bytes(spoilt), FILE)
        except UserError as error:
            assert str(error)  # noqa: PT017
