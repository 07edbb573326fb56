"""Projects: made, found, renamed, duplicated, binned and deleted."""

from datetime import date

import pytest

from wizard.errors import UserError
from wizard.library import answers, blobs, exports, journal, people, projects, rejected
from wizard.library.connection import open_library
from wizard.library.projects import Standing


@pytest.fixture
def library():
    with open_library(":memory:") as library:
        yield library


def make(library, name="Café", **steps):
    return projects.create(library, name, trade="cafe", country="RU", steps=steps)


def test_a_project_starts_with_its_steps(library):
    made = make(library, business={"name": "Bean"}, hours={"week": [1, 2]})
    assert (made.trade, made.country, made.standing) == ("cafe", "RU", Standing())
    assert len(made.id) == 8
    assert answers.load(library, made.id) == {
        "business": {"name": "Bean"},
        "hours": {"week": [1, 2]},
    }


def test_a_project_without_answers_loads_as_nothing(library):
    assert answers.load(library, make(library).id) == {}


def test_the_newest_change_comes_first(library):
    first, second = make(library, "first"), make(library, "second")
    assert [one.id for one in projects.projects(library)] == [second.id, first.id]
    projects.rename(library, first.id, "first again")
    assert [one.id for one in projects.projects(library)] == [first.id, second.id]


@pytest.mark.parametrize("find", ["кофе", "КОФЕЙНЯ", " Ёлк", "и\u0306"])
def test_a_name_is_found_in_any_case_and_alphabet(library, find):
    wanted = make(library, "Кофейня «Ёлка»")
    make(library, "Bakery")
    assert projects.projects(library, find=find) == [wanted]


def test_a_project_is_found_by_id_and_by_exact_name(library):
    made = make(library, "Bean")
    assert projects.project(library, made.id) == made
    assert projects.project(library, "Bean") == made
    with pytest.raises(UserError, match="“list”"):
        projects.project(library, "bean")


def test_an_ambiguous_name_lists_the_ids(library):
    one, two = make(library, "Bean"), make(library, "Bean")
    with pytest.raises(UserError, match="by its id") as error:
        projects.project(library, "Bean")
    assert one.id in str(error.value)
    assert two.id in str(error.value)


def test_a_binned_project_is_found_only_when_asked_for(library):
    made = make(library, "Bean")
    projects.bin_project(library, made.id)
    assert projects.projects(library) == []
    with pytest.raises(UserError):
        projects.project(library, made.id)
    assert projects.project(library, "Bean", binned=True).binned_at is not None
    projects.restore(library, made.id)
    assert projects.project(library, "Bean").binned_at is None
    assert projects.projects(library, binned=True) == []


@pytest.mark.parametrize("name", ["", "  \n ", "\u200b"])
def test_a_blank_name_is_refused(library, name):
    with pytest.raises(UserError, match="needs a name"):
        make(library, name)


def test_a_name_is_limited_to_200_letters(library):
    assert make(library, "я" * 200).name == "я" * 200
    with pytest.raises(UserError, match="201"):
        make(library, "я" * 201)


def test_what_cannot_be_printed_in_a_name_becomes_a_mark(library):
    assert make(library, " Be\x00an\ud800\n2 ").name == "Be\ufffdan\ufffd\ufffd2"


def test_the_standing_is_kept_for_the_first_screen(library, tmp_path):
    made = make(library)
    assert (made.standing, made.exported_at) == (Standing(), None)
    standing = Standing(
        given=3, asked=15, review_on=date(2027, 12, 1), contacts_on=date(2027, 1, 1)
    )
    projects.keep_standing(library, made.id, standing)
    exports.remember(
        library, made.id, path=tmp_path / "a.docx", sha256="0", document="guide", language="en"
    )
    (listed,) = projects.projects(library)
    assert listed.standing == standing
    assert listed.exported_at is not None


def test_a_duplicate_has_the_answers_and_people_under_a_new_id(library):
    made = make(library, business={"name": "Bean", "later": 1})
    person = people.add(library, made.id, people.Person(surname="Ivanova"))
    rejected.keep(library, made.id, rejected.Rejected("hours", "week", "soon", "No date."))
    copy = projects.duplicate(library, made.id, "Bean two")
    assert (copy.name, copy.trade) == ("Bean two", "cafe")
    assert copy.id != made.id
    assert answers.load(library, copy.id) == answers.load(library, made.id)
    assert people.people(library, copy.id) == [person]
    assert len(rejected.rejected(library, copy.id)) == 1
    assert journal.entries(library, copy.id) == []


def test_deleting_for_good_leaves_nothing_of_the_project(tmp_path):
    path = tmp_path / "library.sqlite"
    with open_library(path, daily_backup=False) as library:
        logo = blobs.put(library, b"logo", "image/png")
        shared = blobs.put(library, b"shared", "image/png")
        waiting = blobs.put(library, b"not yet in an answer", "image/png")
        make(library, "other", a={"logo": shared})
        made = make(library, "SECRETNAME", a={"logo": logo, "two": shared, "b": "SECRETTEXT"})
        people.add(library, made.id, people.Person(surname="SECRETPERSON"))
        exports.remember(
            library, made.id, path=tmp_path / "a.docx", sha256="0", document="d", language="en"
        )
        projects.delete_for_good(library, made.id)
        assert blobs.get(library, logo) is None
        assert blobs.get(library, shared)
        assert blobs.get(library, waiting)
        assert exports.last_export(library, tmp_path / "a.docx") is None
        for table in ("answer", "person", "journal", "rejected", "export"):
            sql = f"SELECT count(*) FROM {table} WHERE project = ?"
            assert library.read_one(int, sql, made.id) == 0
    assert b"SECRET" not in path.read_bytes()


def test_a_project_deleted_elsewhere_is_one_sentence_everywhere(library):
    for act in (
        lambda: projects.rename(library, "gone", "x"),
        lambda: projects.bin_project(library, "gone"),
        lambda: projects.duplicate(library, "gone", "x"),
        lambda: projects.delete_for_good(library, "gone"),
        lambda: answers.load(library, "gone"),
        lambda: answers.save(library, "gone", []),
        lambda: people.add(library, "gone", people.Person()),
        lambda: people.replace_all(library, "gone", []),
    ):
        with pytest.raises(UserError, match="deleted for good"):
            act()


def test_a_blob_is_kept_once_under_the_hash_of_its_bytes(library):
    one = blobs.put(library, b"logo", "image/png")
    assert blobs.put(library, b"logo", "image/jpeg") == one == blobs.hash_of(b"logo")
    assert blobs.get(library, one) == blobs.Blob(b"logo", "image/png")
    assert blobs.get(library, "unknown") is None


def test_the_last_export_to_a_path_is_remembered(library, tmp_path):
    made = make(library)
    path = tmp_path / "guide \udcff.docx"
    assert exports.last_export(library, path) is None
    for sha256 in ("one", "two"):
        exports.remember(
            library, made.id, path=path, sha256=sha256, document="guide", language="ru"
        )
    assert exports.last_export(library, path) == "two"


def test_a_list_of_projects_gives_each_by_its_place_and_a_part_of_them(library):
    for name in ("Bean", "Leaf", "Corner"):
        make(library, name)
    listed = projects.projects(library)
    assert len(listed) == 3
    assert [one.name for one in listed[:2]] == [one.name for one in listed][:2]
    assert listed[-1] == list(listed)[2]
    assert listed != list(listed)[:2]
