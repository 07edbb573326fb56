"""backups, backups make and backups restore."""

import re

import pytest

from wizard import paths
from wizard.library import backups
from wizard.library.connection import open_library


@pytest.fixture
def copy(say):
    """The name of a back-up with the project "Old"; the library has "New" beside it."""
    say("new", "Old")
    made = say("backups", "make").strip()
    say("new", "New")
    return made


def listed(say):
    return [line.split("\t") for line in say("backups").splitlines()]


def names(say):
    return sorted(line.split("\t")[5] for line in say("list").splitlines())


def test_a_copy_is_made_and_listed(say, copy):
    (by_hand,) = [line for line in listed(say) if line[0] == copy]
    name, made_at, size, count, state = by_hand
    assert name.endswith(".sqlite")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", made_at)
    assert int(size) == (paths.data_folder() / "backups" / copy).stat().st_size
    assert (count, state) == ("1", "sound")
    assert [line[1] for line in listed(say) if line[0] != copy] == [made_at[:10]]


def test_without_a_library_there_is_nothing_to_list_and_nothing_is_made(say):
    assert say("backups") == ""
    assert not paths.library_file().exists()


def test_a_copy_is_restored_and_back(say, copy):
    said = say("backups", "restore", copy)
    assert names(say) == ["Old"]
    kept = re.search(r"“(.+)”", said)[1]
    assert kept.endswith("-before-restoring.sqlite")
    say("backups", "restore", kept.rpartition("/")[2].rpartition("\\")[2])
    assert names(say) == ["New", "Old"]


def test_a_damaged_library_is_told_and_restored(say, fails, copy):
    library = paths.library_file()
    content = library.read_bytes()
    spoiled = content[:4096] + b"\xaa" * (len(content) - 4096)
    library.write_bytes(spoiled)
    assert "restore the last copy" in fails("list")
    assert library.read_bytes() == spoiled
    assert "set-aside" in say("backups", "restore", copy)
    assert names(say) == ["Old"]


def test_a_damaged_copy_is_called_so_and_not_restored(say, fails, copy):
    file = paths.data_folder() / "backups" / copy
    file.write_bytes(file.read_bytes()[:5000])
    assert [line[3:] for line in listed(say) if line[0] == copy] == [["-", "damaged"]]
    assert "no sound copy" in fails("backups", "restore", copy)
    assert names(say) == ["New", "Old"]


@pytest.mark.parametrize("name", ["nothing.sqlite", "../library.sqlite", ""])
def test_only_a_copy_of_the_list_is_restored(fails, copy, name):
    assert "no copy called" in fails("backups", "restore", name)


def test_while_a_window_is_open_nothing_is_restored(say, fails, copy, monkeypatch):
    monkeypatch.setattr("wizard.library.connection.BUSY_SECONDS", 0)
    with open_library(paths.library_file(), daily_backup=False):
        assert "open in another window" in fails("backups", "restore", copy)
    assert names(say) == ["New", "Old"]
    assert len(backups.copies(paths.library_file())) == 2
