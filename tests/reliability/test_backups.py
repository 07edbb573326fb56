"""Back-ups: made, listed, looked through, and restored so that nothing is lost on the way."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import date, datetime

import pytest

from wizard.errors import UserError
from wizard.library import backups, file_format, projects, restoring
from wizard.library.connection import open_library
from wizard.library.faults import LibraryDamagedError, LibraryGoneError

NOVEMBER = date(2026, 11, 27)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "home" / "library.sqlite"


@pytest.fixture
def copy(path):
    """A back-up with the project "Old"; the library has "New" beside it."""
    with open_library(path, daily_backup=False) as library:
        add(library, "Old")
        made = backups.daily(library, today=NOVEMBER)
        add(library, "New")
    return made


def add(library, name):
    return projects.create(library, name, trade="cafe", country="RU", steps={"a": {"b": name}})


def names(path):
    with open_library(path, daily_backup=False, make=False) as library:
        assert library.read_one(str, "PRAGMA quick_check") == "ok"
        return sorted(one.name for one in projects.projects(library))


def spoil(path):
    """Overwrite the pages of a library after the first."""
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xaa" * (len(content) - 4096))


def test_the_list_tells_when_each_copy_was_made_and_what_it_holds(path, copy):
    with open_library(path, daily_backup=False) as library:
        by_hand = backups.at_once(library)
    spoiled = copy.with_name("library-2026-01-01.sqlite")
    spoiled.write_bytes(copy.read_bytes())
    spoil(spoiled)
    copy.with_name("library-soon.sqlite").touch()
    found = {held.path: held for held in restoring.listed(path)}
    assert set(found) == {by_hand, copy, spoiled}
    assert (found[copy].made_at, found[copy].projects) == (NOVEMBER, 1)
    assert isinstance(found[by_hand].made_at, datetime)
    assert found[by_hand].projects == 2
    assert found[by_hand].size == by_hand.stat().st_size
    assert found[spoiled].projects is None


def test_the_newest_sound_copy_is_found_behind_a_damaged_one(path, copy):
    later = copy.with_name("library-2026-11-28.sqlite")
    later.write_bytes(copy.read_bytes())
    spoil(later)
    assert restoring.newest_sound(path).path == copy
    spoil(copy)
    assert restoring.newest_sound(path) is None


def test_looking_through_copies_changes_nothing_and_leaves_nothing_beside_them(path, copy):
    before = copy.read_bytes()
    restoring.listed(path)
    assert copy.read_bytes() == before
    assert os.listdir(copy.parent) == [copy.name]


def test_a_restored_library_can_be_restored_back(path, copy):
    kept = restoring.restore(copy, path)
    assert names(path) == ["Old"]
    assert [held.replaced for held in restoring.listed(path)] == [True, False]
    restoring.restore(restoring.named(path, kept.name), path)
    assert names(path) == ["New", "Old"]
    assert not list(path.parent.glob("*aside*"))
    if os.name == "posix":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_restoring_deletes_no_copy_however_many_there_are(path, copy):
    for day in range(1, 15):
        copy.with_name(f"library-2026-12-{day:02}.sqlite").write_bytes(copy.read_bytes())
    kept = restoring.restore(copy, path)
    assert len(backups.copies(path)) == 16
    assert {copy, kept} < set(backups.copies(path))


def test_a_damaged_library_is_set_aside_byte_for_byte(path, copy):
    spoil(path)
    before = path.read_bytes()
    aside = restoring.restore(copy, path)
    assert aside.parent == path.parent
    assert aside.read_bytes() == before
    assert names(path) == ["Old"]


def test_the_log_of_the_old_library_is_not_played_into_the_new_one(path, copy):
    with open_library(path, daily_backup=False) as library:
        add(library, "Last")
        log = path.with_name(path.name + "-wal")
        content = log.read_bytes()
    spoil(path)
    log.write_bytes(content)
    restoring.restore(copy, path)
    assert not log.exists()
    assert names(path) == ["Old"]


@pytest.mark.parametrize("content", [b"no library", b"SQLite format 3\0" + b"\xff" * 500])
def test_whatever_lies_in_its_place_is_set_aside(path, copy, content):
    path.write_bytes(content)
    assert restoring.restore(copy, path).read_bytes() == content
    assert names(path) == ["Old"]


@pytest.mark.parametrize("pragma", ["application_id", "user_version"])
def test_a_library_with_a_wrong_number_in_its_head_is_set_aside(path, copy, pragma):
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA {pragma} = 77")
    before = path.read_bytes()
    assert restoring.restore(copy, path).read_bytes() == before
    assert names(path) == ["Old"]


def test_a_library_whose_mark_is_damaged_is_damage_where_copies_of_one_are(path, copy):
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA application_id = 77")
    with pytest.raises(LibraryDamagedError):
        open_library(path)


def test_a_library_that_is_gone_comes_back_and_nothing_is_set_aside(path, copy):
    path.unlink()
    assert restoring.restore(copy, path) is None
    assert names(path) == ["Old"]


@pytest.mark.parametrize("emptied", [True, False])
@pytest.mark.parametrize("make", [True, False])
def test_no_new_library_is_made_where_copies_of_one_are(path, copy, emptied, make):
    path.write_bytes(b"") if emptied else path.unlink()
    with pytest.raises(LibraryGoneError, match="gone or empty"):
        open_library(path, make=make)
    assert not path.exists() or path.read_bytes() == b""
    assert backups.copies(path) == [copy]


@pytest.mark.parametrize("spoiled", [False, True])
def test_a_library_that_another_window_has_open_is_not_restored(path, copy, spoiled, monkeypatch):
    monkeypatch.setattr("wizard.library.connection.BUSY_SECONDS", 0)
    with open_library(path, daily_backup=False) as window:
        kept = backups.copies(path)
        if spoiled:
            window.compact()
            spoil(path)
        before = path.read_bytes()
        with pytest.raises(UserError, match="open in another window"):
            restoring.restore(copy, path)
        assert path.read_bytes() == before
    assert backups.copies(path) == kept


def test_a_damaged_copy_or_another_file_is_not_restored(path, copy):
    other = path.with_name("photo.jpg")
    other.write_bytes(b"JFIF")
    spoil(copy)
    for one in (other, copy):
        with pytest.raises(UserError, match="no sound copy"):
            restoring.restore(one, path)
    assert names(path) == ["New", "Old"]
    with pytest.raises(UserError, match="no copy called"):
        restoring.named(path, "../photo.jpg")


def test_a_copy_of_a_newer_program_is_not_restored(path, copy):
    with closing(sqlite3.connect(copy)) as raw, raw:
        raw.execute(f"PRAGMA user_version = {file_format.VERSION + 1}")
    with pytest.raises(UserError, match="no sound copy"):
        restoring.restore(copy, path)


def test_a_full_disk_leaves_the_library_and_its_copies_as_they_were(path, copy, monkeypatch):
    def full(*_args, **_names):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(backups, "copy_pages", full)
    with pytest.raises(UserError, match="is full"):
        restoring.restore(copy, path)
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(UserError, match="is full"):
        restoring.restore(copy, path)
    assert path.read_bytes() == before
    assert backups.copies(path) == [copy]
    assert not list(path.parent.rglob("*.part"))


def test_a_back_up_does_not_wait_for_ever_for_another_program(path, copy, monkeypatch):
    monkeypatch.setattr(backups, "HELD_UP", 0)
    monkeypatch.setattr("wizard.library.connection.BUSY_SECONDS", 0)
    with open_library(path, daily_backup=False) as library:
        library.write("PRAGMA journal_mode = DELETE")
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(UserError, match="Another program"):
                backups.daily(library)
    assert backups.copies(path) == [copy]


KILLED = """
import os, sys
from pathlib import Path
from wizard.library import backups, restoring, shape
at, copy, path = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
watched, seen = (restoring.__file__, backups.__file__), 0
def moment(frame, event, _arg):
    global seen
    if frame.f_code.co_filename in watched:
        seen += 1
        if seen == at:
            os._exit(9)
sys.setprofile(moment)
restoring.restore(copy, path)
sys.setprofile(None)
print(seen)
"""


def restore_and_die(at, copy, path):
    """Restore in a process that ends without a word at its ``at``-th moment; all moments, or 0."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(at), str(copy), str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 9), done.stderr
    return int(done.stdout or 0)


def dies_at_every(step, path, copy, spoiled):
    """Restore with a death at every so many moments; what was found after each."""
    if spoiled:
        spoil(path)
    before = {one: one.read_bytes() for one in (path, copy)}
    last = restore_and_die(0, copy, path)
    found = []
    for at in [*range(1, last, step), *range(max(1, last - 12), last)]:
        for one in path.parent.rglob("*"):
            if one.is_file():
                one.unlink()
        for one, content in before.items():
            one.write_bytes(content)
        assert restore_and_die(at, copy, path) == 0
        assert copy.read_bytes() == before[copy]
        damaged = [one for one in path.parent.glob("library*.sqlite") if one != path]
        if spoiled and path.read_bytes() != before[path]:
            assert [one.read_bytes() for one in damaged] == [before[path]]
        try:
            found.append(names(path))
        except LibraryDamagedError:
            assert spoiled
            assert path.read_bytes() == before[path]
            found.append("damaged")
    return found


@pytest.mark.parametrize("spoiled", [False, True])
def test_a_death_amid_restoring_leaves_the_old_library_or_the_new_one(path, copy, spoiled):
    old = "damaged" if spoiled else ["New", "Old"]
    found = dies_at_every(25, path, copy, spoiled)
    assert found[0] == old
    assert found[-1] == ["Old"]
    assert set(map(str, found)) == {str(old), str(["Old"])}


@pytest.mark.long
@pytest.mark.parametrize("spoiled", [False, True])
def test_a_death_at_any_moment_of_restoring_leaves_the_old_library_or_the_new_one(
    path, copy, spoiled
):
    old = "damaged" if spoiled else ["New", "Old"]
    assert set(map(str, dies_at_every(1, path, copy, spoiled))) == {str(old), str(["Old"])}
