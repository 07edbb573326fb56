"""A library with damaged bytes: each work is done or refused in a sentence, and nothing else."""

import contextlib
import itertools
import shutil

import pytest

from tests.reliability import real_library
from wizard.errors import UserError
from wizard.library import backups, restoring
from wizard.library.connection import open_library
from wizard.library.faults import LibraryDamagedError

FEW, MANY = range(40), range(40, 440)


@pytest.fixture(scope="session")
def sound(tmp_path_factory):
    """A real library and its copy, to be spoilt again and again."""
    path = tmp_path_factory.mktemp("sound") / "library.sqlite"
    real_library.build(path)
    return path


@pytest.fixture
def path(sound, tmp_path):
    """The library of this test, with the copy of last week beside it."""
    shutil.copytree(sound.parent, tmp_path / "spoilt")
    return tmp_path / "spoilt" / sound.name


def works_or_refuses(path, folder, *, daily):
    """Do everything with the library; whether it was refused at the door."""
    walk = real_library.walk(path, folder, daily=daily)
    try:
        first = next(walk)
    except UserError:
        return True
    for work in itertools.chain([first], walk):
        with contextlib.suppress(UserError):
            work()
    return False


def copies_are_sound(path, before):
    """The old copy is as it was, and no copy was made that could not be restored."""
    old = backups.copies(path)[-1]
    assert old.read_bytes() == before
    assert all(held.projects is not None for held in restoring.listed(path))


def survives(path, folder, seed):
    rng = real_library.seeded(seed)
    (copy,) = backups.copies(path)
    good = copy.read_bytes()
    content, what = real_library.spoilt(path.read_bytes(), rng)
    path.write_bytes(content)
    if works_or_refuses(path, folder, daily=not seed % 3):
        assert path.read_bytes() == content, what
    copies_are_sound(path, good)


def survives_a_spoilt_log(path, folder, seed):
    (copy,) = backups.copies(path)
    good = copy.read_bytes()
    log = path.with_name(path.name + "-wal")
    with open_library(path, daily_backup=False) as library:
        library.write("UPDATE project SET name = name || ' and more'")
        content, written = path.read_bytes(), log.read_bytes()
    path.write_bytes(content)
    log.write_bytes(real_library.spoilt_log(written, real_library.seeded(seed)))
    works_or_refuses(path, folder, daily=not seed % 3)
    copies_are_sound(path, good)


@pytest.mark.parametrize("seed", FEW)
def test_a_spoilt_library_works_or_is_refused_and_its_copies_stay(path, tmp_path, seed):
    survives(path, tmp_path, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", MANY)
def test_a_library_spoilt_at_many_places_works_or_is_refused(path, tmp_path, seed):
    survives(path, tmp_path, seed)


@pytest.mark.parametrize("seed", range(8))
def test_a_spoilt_log_loses_no_more_than_itself(path, tmp_path, seed):
    survives_a_spoilt_log(path, tmp_path, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(8, 108))
def test_many_spoilt_logs_lose_no_more_than_themselves(path, tmp_path, seed):
    survives_a_spoilt_log(path, tmp_path, seed)


def test_the_sound_library_does_all_of_it_without_a_word(path, tmp_path):
    for work in real_library.walk(path, tmp_path):
        work()
    assert len(backups.copies(path)) == 3


@pytest.mark.parametrize("seed", range(0, 12, 3))
def test_after_damage_the_last_copy_brings_the_work_back(path, tmp_path, seed):
    content, _what = real_library.spoilt(path.read_bytes(), real_library.seeded(seed))
    path.write_bytes(content)
    restoring.restore(restoring.newest_sound(path).path, path)
    for work in real_library.walk(path, tmp_path):
        work()


def test_a_name_that_is_no_text_in_the_schema_is_damage(path):
    content = path.read_bytes()
    path.write_bytes(content.replace(b"CREATE TABLE answer (", b"CREATE TABLE \xff\xffswer ("))
    assert path.read_bytes() != content
    with pytest.raises(LibraryDamagedError):
        open_library(path)
