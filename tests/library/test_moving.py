"""A library copied to another folder."""

import os
import sqlite3

import pytest

from wizard.errors import UserError
from wizard.library import backups, file_format, moving, projects
from wizard.library.connection import open_library
from wizard.library.faults import LibraryMissingError


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "home" / "library.sqlite", daily_backup=False) as found:
        projects.create(found, "Café", trade="cafe", country="UK", steps={})
        yield found


@pytest.fixture
def target(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "library.sqlite"


def names(path):
    with open_library(path, daily_backup=False, make=False) as found:
        return [project.name for project in projects.projects(found)]


def test_the_copy_holds_all_and_the_library_goes_on(library, target):
    assert moving.copy_to(library, target) == target
    projects.create(library, "Later", trade="cafe", country="UK", steps={})
    assert names(target) == ["Café"]
    assert {file.name for file in target.parent.iterdir()} == {"library.sqlite"}
    assert len(projects.projects(library)) == 2


@pytest.mark.parametrize("content", [b"", b"Dear diary"])
def test_a_file_that_is_there_already_is_never_overwritten(library, target, content):
    target.write_bytes(content)
    with pytest.raises(UserError, match="stays as it is"):
        moving.copy_to(library, target)
    assert target.read_bytes() == content
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_one_sentence_and_is_not_made(library, tmp_path):
    with pytest.raises(UserError, match="choose another place"):
        moving.copy_to(library, tmp_path / "gone" / "library.sqlite")
    assert not (tmp_path / "gone").exists()


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind root or Windows"
)
def test_a_read_only_folder_is_one_sentence(library, target):
    target.parent.chmod(0o500)
    try:
        with pytest.raises(UserError, match="choose another place"):
            moving.copy_to(library, target)
    finally:
        target.parent.chmod(0o700)


def test_a_full_disk_is_one_sentence_and_nothing_half_written_stays(library, target, monkeypatch):
    def full(*_args, **_names):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(backups, "copy_pages", full)
    with pytest.raises(UserError, match="is full"):
        moving.copy_to(library, target)
    assert list(target.parent.iterdir()) == []


def test_a_copy_that_cannot_be_opened_does_not_arrive(library, target, monkeypatch):
    def refused(path):
        raise UserError("no")

    monkeypatch.setattr(moving, "check", refused)
    with pytest.raises(UserError, match="no"):
        moving.copy_to(library, target)
    assert list(target.parent.iterdir()) == []


def test_a_library_is_known_with_the_time_of_its_last_change(library, target):
    assert moving.last_written(target) is None
    target.write_text("Dear diary")
    assert moving.last_written(target) is None
    at = moving.last_written(library.path)
    assert at is not None
    assert at.tzinfo is not None


def test_a_library_of_a_newer_version_fails_the_check(library):
    library.write(f"PRAGMA user_version = {file_format.VERSION + 1}")
    with pytest.raises(UserError, match="newer Policy Wizard"):
        moving.check(library.path)


def test_a_library_that_is_not_there_is_not_made(tmp_path):
    path = tmp_path / "stick" / "library.sqlite"
    with pytest.raises(LibraryMissingError, match="Connect its drive"):
        open_library(path, make=False)
    assert not path.parent.exists()
