"""Project files: sent, opened elsewhere, and distrusted."""

import sqlite3
from contextlib import closing

import pytest

from wizard.errors import UserError
from wizard.library import answers, blobs, file_format, files, journal, people, projects, rejected
from wizard.library.answers import Patch
from wizard.library.connection import open_library
from wizard.library.people import Person
from wizard.library.rejected import Rejected


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.sqlite", daily_backup=False) as library:
        yield library


@pytest.fixture
def project(library):
    projects.create(library, "OTHERCLIENT", trade="", country="", steps={"a": {"b": "OTHERTEXT"}})
    logo = blobs.put(library, b"logo" * 1000, "image/png")
    blobs.put(library, b"OTHERLOGO" * 1000, "image/png")
    steps = {"business": {"name": "Bean \ud800", "logo": logo}}
    made = projects.create(library, "Bean", trade="cafe", country="RU", steps=steps).id
    people.add(library, made, Person(surname="PERSONNAME"))
    answers.save(library, made, [Patch("business", "city", "", "Omsk")])
    rejected.keep(library, made, Rejected("business", "valid_from", "soon", "No date."))
    projects.keep_standing(library, made, projects.Standing(given=2, asked=9))
    return made


@pytest.fixture
def saved(library, project, tmp_path):
    path = tmp_path / "out" / "bean.policy"
    path.parent.mkdir()
    files.save_as(library, project, path)
    return path


def refuses(library, path, match):
    before = len(projects.projects(library))
    with pytest.raises(UserError, match=match):
        files.open_file(library, path)
    assert len(projects.projects(library)) == before


def test_a_project_comes_back_whole_from_its_file(library, project, saved):
    content = saved.read_bytes()
    with open_library(":memory:") as elsewhere:
        opened = files.open_file(elsewhere, saved)
        assert (opened.name, opened.trade, opened.country) == ("Bean", "cafe", "RU")
        assert opened.standing == projects.Standing(given=2, asked=9)
        there = answers.load(elsewhere, opened.id)
        assert there == answers.load(library, project)
        assert blobs.get(elsewhere, there["business"]["logo"]).content == b"logo" * 1000
        assert people.people(elsewhere, opened.id) == people.people(library, project)
        assert rejected.rejected(elsewhere, opened.id) == rejected.rejected(library, project)
        assert [entry.change for entry in journal.entries(elsewhere, opened.id)] == [
            entry.change for entry in journal.entries(library, project)
        ]
    assert saved.read_bytes() == content
    assert [one.name for one in saved.parent.iterdir()] == ["bean.policy"]


def test_opening_always_makes_a_copy(library, project, saved):
    one, two = files.open_file(library, saved), files.open_file(library, saved)
    assert len({project, one.id, two.id}) == 3
    assert [found.id for found in projects.projects(library, find="bean")] == [
        two.id,
        one.id,
        project,
    ]


def test_a_file_holds_nothing_of_other_projects(saved):
    assert file_format.kind_of(saved) == file_format.PROJECT_FILE
    content = saved.read_bytes()
    assert b"PERSONNAME" in content
    assert b"OTHER" not in content


def test_without_people_nothing_of_them_is_in_the_bytes(library, project, saved):
    files.save_as(library, project, saved, with_people=False)
    assert b"PERSONNAME" not in saved.read_bytes()
    opened = files.open_file(library, saved)
    assert people.people(library, opened.id) == []
    assert [entry.change.field for entry in journal.entries(library, opened.id)] == ["city"]


def test_a_library_is_never_overwritten_by_a_project_file(library, project):
    with pytest.raises(UserError, match="Choose another name"):
        files.save_as(library, project, library.path)


def test_a_failing_save_leaves_the_old_file_whole(library, project, saved, monkeypatch):
    before = saved.read_bytes()

    def pulled_plug(handle):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("os.fsync", pulled_plug)
    with pytest.raises(UserError, match="cannot be used"):
        files.save_as(library, project, saved)
    assert saved.read_bytes() == before
    assert [one.name for one in saved.parent.iterdir()] == ["bean.policy"]


def test_a_folder_that_is_not_there_is_one_sentence(library, project, tmp_path):
    with pytest.raises(UserError, match="choose another place"):
        files.save_as(library, project, tmp_path / "nowhere" / "bean.policy")


def test_a_missing_file_is_one_sentence(library, tmp_path):
    refuses(library, tmp_path / "bean.policy", "No such file")


def test_a_text_is_no_project_file(library, saved):
    saved.write_text("hello")
    refuses(library, saved, "no project file")


def test_a_library_is_no_project_file(library, project):
    refuses(library, library.path, "whole library")


def test_a_project_file_is_no_library(saved):
    with pytest.raises(UserError, match="is a project file"):
        open_library(saved)


def test_a_huge_file_is_refused_unread(library, saved, monkeypatch):
    monkeypatch.setattr(files, "SIZE_LIMIT", 1000)
    refuses(library, saved, "larger than")


@pytest.mark.parametrize(
    ("tampering", "match"),
    [
        ("PRAGMA user_version = 99", "newer Policy Wizard"),
        ("PRAGMA user_version = 0", "damaged or no project file"),
        ("PRAGMA application_id = 7", "not a Policy Wizard project file"),
        ("CREATE VIEW extra AS SELECT 1", "damaged or no project file"),
        (
            "CREATE TRIGGER t AFTER INSERT ON project BEGIN DELETE FROM answer; END",
            "damaged or no project file",
        ),
        ("CREATE TABLE extra (x)", "damaged or no project file"),
        ("DELETE FROM project", "damaged or no project file"),
        (
            "INSERT INTO project (id, name, trade, country, created_at, changed_at)"
            " SELECT 'two', name, '', '', '', '' FROM project",
            "no",
        ),
        ("UPDATE project SET review_on = 'soon'", "damaged or no project file"),
        ("UPDATE answer SET body = '[1]'", "damaged or no project file"),
        ("UPDATE answer SET body = '{\"a\":1e999}'", "damaged or no project file"),
        ("UPDATE answer SET body = '{\"a\":NaN}'", "damaged or no project file"),
        (
            "UPDATE answer SET body = replace(hex(zeroblob(50000)), '00', '[')",
            "damaged or no project file",
        ),
        ("UPDATE person SET start_date = 'soon'", "damaged or no project file"),
        ("UPDATE rejected SET raw = '{'", "damaged or no project file"),
        ("UPDATE blob SET bytes = x'00'", "damaged or no project file"),
        ("UPDATE project SET name = ''", "needs a name"),
        ("ALTER TABLE person RENAME COLUMN email TO mail", "damaged or no project file"),
    ],
)
def test_a_tampered_file_is_refused(library, saved, tampering, match):
    with closing(sqlite3.connect(saved)) as raw, raw:
        raw.execute(tampering)
    refuses(library, saved, match)


def test_a_file_with_broken_pages_is_refused(library, saved):
    content = bytearray(saved.read_bytes())
    content[4096:] = b"\xaa" * (len(content) - 4096)
    saved.write_bytes(content)
    refuses(library, saved, "damaged or no project file")


def test_a_file_that_was_left_in_the_mode_with_a_log_is_opened(library, saved):
    with closing(sqlite3.connect(saved)) as raw:
        assert raw.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
    assert saved.read_bytes()[18:20] == b"\x02\x02"
    assert files.open_file(library, saved).name == "Bean"


def test_opening_a_file_puts_nothing_of_it_anywhere_else(library, saved, tmp_path, monkeypatch):
    before = sorted(tmp_path.rglob("*"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(files, "_take_in", lambda *_: sorted(tmp_path.rglob("*")))
    assert files.open_file(library, saved) == before
