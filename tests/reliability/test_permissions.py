"""What holds answers or names is for the owner's eyes only, whatever the system's habit."""

import os
import stat

import pytest

from tests.story import publish_story
from wizard import clock, logbook, paths, private, settings
from wizard.__main__ import main
from wizard.library import backups, files, people, projects
from wizard.library.connection import open_library

pytestmark = pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")


@pytest.fixture(params=[0o000, 0o022])
def umask(request):
    before = os.umask(request.param)
    yield
    os.umask(before)


def mode(path):
    return stat.S_IMODE(path.lstat().st_mode)


def open_to_others(folder):
    """Everything in the folder, and itself, that anybody but the owner may do something with."""
    return sorted(
        str(one.relative_to(folder.parent))
        for one in (folder, *folder.rglob("*"))
        if mode(one) & 0o077
    )


def test_all_that_the_program_keeps_is_its_owners_alone(umask, home, tmp_path):
    settings.save(settings.Settings(theme="dark"))
    logbook.bug(ValueError())
    with open_library(paths.library_file()) as library:
        publish_story(library, today=clock.today())
        assert open_to_others(home) == []
        assert {one.name for one in home.iterdir()} >= {
            "backups",
            "library.sqlite",
            "library.sqlite-shm",
            "library.sqlite-wal",
            "policy-wizard.log",
            "settings.json",
        }
    assert main(["list"]) == 0
    assert open_to_others(home) == []


def test_a_library_in_a_new_folder_makes_it_for_its_owner_alone(umask, tmp_path):
    file = tmp_path / "one" / "two" / "library.sqlite"
    open_library(file).close()
    assert open_to_others(tmp_path / "one") == []


def test_files_of_ours_that_all_could_read_are_narrowed_and_the_folder_stays(umask, tmp_path):
    file = tmp_path / "library.sqlite"
    with open_library(file) as library:
        copy = backups.daily(library, today=clock.today().replace(year=2025))
        tmp_path.chmod(0o755)
        for one in (file, copy, file.with_name("library.sqlite-wal")):
            one.chmod(0o644)
        note = tmp_path / "note.txt"
        note.write_text("somebody else's")
        note.chmod(0o644)
        with open_library(file) as second:
            assert mode(file) == mode(file.with_name("library.sqlite-wal")) == 0o600
            backups.daily(second)
        assert mode(copy) == 0o600
        assert (mode(note), mode(tmp_path)) == (0o644, 0o755)


def test_somebody_elses_file_is_left_as_it_is(umask, tmp_path):
    file = tmp_path / "library.sqlite"
    file.write_bytes(b"no library" * 100)
    file.chmod(0o644)
    assert main(["--library", str(file), "list"]) == 2
    assert mode(file) == 0o644
    private.narrow(tmp_path / "missing")


def test_a_project_file_with_people_is_its_owners_alone(umask, tmp_path):
    with open_library(tmp_path / "data" / "library.sqlite") as library:
        project = projects.create(library, "Bean", trade="cafe", country="GB", steps={}).id
        people.add(library, project, people.Person(surname="Berg"))
        files.save_as(library, project, tmp_path / "with.policies")
        files.save_as(library, project, tmp_path / "without.policies", with_people=False)
    assert mode(tmp_path / "with.policies") == 0o600
    assert mode(tmp_path / "without.policies") & 0o444 == 0o444
