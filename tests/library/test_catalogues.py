"""The archive of catalogue releases: kept once, copied with a project file, and distrusted."""

import json
import sqlite3
import zlib
from contextlib import closing

import pytest

from wizard.errors import UserError
from wizard.library import catalogues, files, projects
from wizard.library.connection import new_in_memory
from wizard.library.faults import LibraryDamagedError

TEXTS = {"texts/a/text": {"en": "Hello", "ru": "Привет"}}


@pytest.fixture
def library():
    with new_in_memory() as found:
        yield found


@pytest.fixture
def project(library):
    made = projects.create(library, "Bean", trade="cafe", country="RU", steps={"a": {}}).id
    catalogues.remember(library, "one", TEXTS)
    catalogues.set_release(library, made, "one")
    return made


@pytest.fixture
def saved(tmp_path):
    """``saved(library, project)``: the project's file."""

    def save(library, project):
        path = tmp_path / "bean.policy"
        files.save_as(library, project, path)
        return path

    return save


def packed(value):
    return zlib.compress(json.dumps(value).encode())


def test_a_release_is_kept_once_and_never_changes(library):
    assert not catalogues.knows(library, "one")
    assert catalogues.texts_of(library, "one") == {}
    catalogues.remember(library, "one", TEXTS)
    catalogues.remember(library, "one", {})
    assert catalogues.knows(library, "one")
    assert catalogues.texts_of(library, "one") == TEXTS


def test_a_project_knows_its_release_and_may_know_none(library):
    made = projects.create(library, "Bean", trade="cafe", country="RU", steps={}).id
    assert catalogues.release_of(library, made) == ""
    catalogues.set_release(library, made, "one")
    assert catalogues.release_of(library, made) == "one"
    catalogues.set_release(library, made, "")
    assert catalogues.release_of(library, made) == ""


def test_a_file_brings_the_texts_of_its_release_under_a_name_of_their_own(library, project, saved):
    path = saved(library, project)
    with new_in_memory() as elsewhere:
        one, two = files.open_file(elsewhere, path), files.open_file(elsewhere, path)
        release = catalogues.release_of(elsewhere, one.id)
        assert release == catalogues.release_of(elsewhere, two.id)
        assert release != "one"
        assert catalogues.texts_of(elsewhere, release) == TEXTS
        assert not catalogues.knows(elsewhere, "one")


def test_a_file_takes_the_librarys_own_texts_of_a_release_that_it_knows(library, project, saved):
    path = saved(library, project)
    with new_in_memory() as elsewhere:
        catalogues.remember(elsewhere, "one", {"texts/a/text": {"en": "Ours"}})
        made = files.open_file(elsewhere, path)
        assert catalogues.release_of(elsewhere, made.id) == "one"
        assert catalogues.texts_of(elsewhere, "one") == {"texts/a/text": {"en": "Ours"}}


@pytest.mark.parametrize(
    "content",
    [
        b"no zlib at all",
        packed(TEXTS)[:-9],
        zlib.compress(b"no JSON"),
        zlib.compress(b"\xff\xfe"),
        packed([TEXTS]),
        packed({"texts/a/text": "no language"}),
        packed({"texts/a/text": {"en": ["no text"]}}),
        zlib.compress(b"[" * 200_000),
        zlib.compress(b" " * (catalogues.LIMIT + 1)),
    ],
    ids=["bytes", "cut", "text", "latin", "list", "string", "lists", "deep", "endless"],
)
def test_a_file_with_damaged_texts_is_refused(library, project, saved, content):
    path = saved(library, project)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE catalogue SET texts = ?", (content,))
        connection.commit()
    with new_in_memory() as elsewhere:
        with pytest.raises(UserError, match="damaged or no project file"):
            files.open_file(elsewhere, path)
        assert projects.projects(elsewhere) == []
        assert elsewhere.read(str, 'SELECT "release" FROM catalogue') == []


def test_damage_in_the_library_itself_is_told_as_such(library, project):
    library.write("UPDATE catalogue SET texts = ?", b"no zlib at all")
    with pytest.raises(LibraryDamagedError):
        catalogues.texts_of(library, "one")
