"""Answers: patches, two windows on one step, rejected values, the journal."""

import pytest

from wizard.errors import UserError
from wizard.library import answers, journal, projects, rejected
from wizard.library.answers import Patch
from wizard.library.connection import open_library
from wizard.library.rejected import Rejected


@pytest.fixture
def library():
    with open_library(":memory:") as library:
        yield library


@pytest.fixture
def project(library):
    return make(library)


def make(library):
    steps = {
        "business": {"name": "Bean", "from_the_future": {"keep": "me"}},
        "channels": {"list": [{"id": "telegram", "reply": 2, "new": 1}, {"id": "vk", "reply": 8}]},
    }
    return projects.create(library, "Café", trade="cafe", country="RU", steps=steps).id


def history(library, project):
    return [
        (entry.change.old, entry.change.new, entry.change.note)
        for entry in journal.entries(library, project)
    ]


def test_a_patch_changes_one_field_and_keeps_unknown_keys(library, project):
    assert answers.save(library, project, [Patch("business", "name", "Bean", "Been")]) == []
    assert answers.load(library, project)["business"] == {
        "name": "Been",
        "from_the_future": {"keep": "me"},
    }
    assert history(library, project) == [("Bean", "Been", "")]


def test_a_patch_of_a_row_changes_one_key_of_one_row(library, project):
    patch = Patch("channels", "list", row="telegram", key="reply", old=2, new=4)
    assert answers.save(library, project, [patch]) == []
    assert answers.load(library, project)["channels"]["list"] == [
        {"id": "telegram", "reply": 4, "new": 1},
        {"id": "vk", "reply": 8},
    ]
    (entry,) = journal.entries(library, project)
    assert entry.change == journal.Change("channels", "list", "telegram", "reply", 2, 4)


def test_adding_removing_and_reordering_rows_is_a_patch_of_the_list(library, project):
    old = answers.load(library, project)["channels"]["list"]
    new = [old[1], {"id": "mail", "reply": 1}]
    mine = Patch("channels", "list", old, new)
    edit = Patch("channels", "list", row="mail", key="reply", old=1, new=3)
    assert answers.save(library, project, [mine, edit]) == []
    assert answers.load(library, project)["channels"]["list"][1] == {"id": "mail", "reply": 3}
    assert new[1]["reply"] == 1, "the value of the caller is not touched"


def test_a_step_and_a_field_never_stored_are_nobodys_change(library, project):
    patches = [
        Patch("hours", "zone", old="UTC", new="Europe/Moscow"),
        Patch("hours", "closed", row="may", key="day", old=None, new="2026-05-01"),
    ]
    assert answers.save(library, project, patches) == []
    assert answers.load(library, project)["hours"] == {
        "zone": "Europe/Moscow",
        "closed": [{"id": "may", "day": "2026-05-01"}],
    }


def test_half_an_address_is_a_bug():
    with pytest.raises(ValueError, match="go together"):
        Patch("channels", "list", row="telegram", old=1, new=2)


def test_patches_are_saved_all_or_none(library, project):
    patches = [
        Patch("business", "name", "Bean", "Been"),
        Patch("business", "name", row="x", key="y", old=1, new=2),
    ]
    with pytest.raises(UserError, match="another version"):
        answers.save(library, project, patches)
    assert answers.load(library, project)["business"]["name"] == "Bean"
    assert journal.entries(library, project) == []


def test_two_windows_on_one_file_save_different_fields_of_one_step(tmp_path):
    path = tmp_path / "library.sqlite"
    with open_library(path) as one, open_library(path) as two:
        project = make(one)
        answers.load(two, project)
        assert answers.save(one, project, [Patch("business", "name", "Bean", "One")]) == []
        assert answers.save(two, project, [Patch("business", "city", "", "Omsk")]) == []
        assert answers.load(one, project)["business"] == {
            "name": "One",
            "city": "Omsk",
            "from_the_future": {"keep": "me"},
        }


def test_two_windows_on_one_field_the_newer_wins_and_the_other_is_told(tmp_path):
    path = tmp_path / "library.sqlite"
    with open_library(path) as one, open_library(path) as two:
        project = make(one)
        answers.save(one, project, [Patch("business", "name", "Bean", "One")])
        overtaken = answers.save(two, project, [Patch("business", "name", "Bean", "Two")])
        assert overtaken == [Patch("business", "name", "Bean", "One")]
        assert answers.load(one, project)["business"]["name"] == "Two"
        assert history(one, project) == [
            ("One", "Two", ""),
            ("Bean", "One", "overtaken"),
            ("Bean", "One", ""),
        ]


def test_two_windows_that_give_the_same_value_do_not_quarrel(library, project):
    answers.save(library, project, [Patch("business", "name", "Bean", "Same")])
    assert answers.save(library, project, [Patch("business", "name", "Bean", "Same")]) == []


def test_yes_and_one_are_two_values(library, project):
    answers.save(library, project, [Patch("business", "works_council", None, True)])
    lost = answers.save(library, project, [Patch("business", "works_council", 1, 0)])
    assert [patch.new for patch in lost] == [True]


def test_a_row_removed_elsewhere_comes_back_with_the_answer(library, project):
    old = answers.load(library, project)["channels"]["list"]
    answers.save(library, project, [Patch("channels", "list", old, old[:1])])
    patch = Patch("channels", "list", row="vk", key="reply", old=8, new=9)
    (lost,) = answers.save(library, project, [patch])
    assert (lost.old, lost.new) == (8, None)
    assert answers.load(library, project)["channels"]["list"][1] == {"id": "vk", "reply": 9}


@pytest.mark.parametrize("text", ["\ud800", "\x00", "{{ x }}</w:t>", "я\u202e😀", "a" * 100_000])
def test_any_text_comes_back_as_it_was_typed(library, project, text):
    answers.save(library, project, [Patch("business", "name", "Bean", text)])
    rejected.keep(library, project, Rejected("business", "valid_from", text, "No date: \ud800"))
    assert answers.load(library, project)["business"]["name"] == text
    assert rejected.rejected(library, project)[0].raw == text


def test_a_rejected_value_stays_until_it_is_cleared(library, project):
    first = Rejected("hours", "closed", "31 February", "There is no such day.", "r1", "day")
    second = Rejected("hours", "closed", "soon", "That is no day.", "r1", "day")
    rejected.keep(library, project, first)
    rejected.keep(library, project, second)
    assert rejected.rejected(library, project) == [second]
    for _ in range(2):
        rejected.clear(library, project, step="hours", field="closed", row="r1", key="day")
    assert rejected.rejected(library, project) == []


def test_an_unreadable_step_is_one_sentence(library, project):
    library.write("UPDATE answer SET body = '[' WHERE step = 'business'")
    with pytest.raises(UserError, match="is damaged"):
        answers.load(library, project)


def test_the_journal_is_told_newest_first_and_to_a_limit(library, project):
    for number in range(5):
        answers.save(library, project, [Patch("hours", "week", number, number + 1)])
    told = journal.entries(library, project, limit=2)
    assert [entry.change.new for entry in told] == [5, 4]
    assert told[0].at.tzinfo is not None


def test_saving_moves_the_project_to_the_top(library, project):
    other = make(library)
    answers.save(library, project, [Patch("business", "name", "Bean", "x")])
    assert [one.id for one in projects.projects(library)] == [project, other]


def name(old, new):
    return [Patch("business", "name", old, new)]


def test_typing_saved_in_pieces_is_one_entry_of_the_history(library, project):
    visit = journal.Visit()
    for old, new in (("Bean", "Be"), ("Be", "Bee"), ("Bee", "Beer")):
        answers.save(library, project, name(old, new), visit=visit)
    assert history(library, project) == [("Bean", "Beer", "")]


def test_the_next_visit_to_the_field_is_an_entry_of_its_own(library, project):
    answers.save(library, project, name("Bean", "One"), visit=journal.Visit())
    answers.save(library, project, name("One", "Two"), visit=journal.Visit())
    assert history(library, project) == [("One", "Two", ""), ("Bean", "One", "")]


def test_two_fields_changed_in_one_visit_are_two_entries(library, project):
    visit = journal.Visit()
    answers.save(library, project, name("Bean", "One"), visit=visit)
    answers.save(library, project, [Patch("business", "city", "", "Omsk")], visit=visit)
    answers.save(library, project, name("One", "Two"), visit=visit)
    assert history(library, project) == [("", "Omsk", ""), ("Bean", "Two", "")]


def test_a_visit_that_ends_where_it_began_leaves_no_entry(library, project):
    visit = journal.Visit()
    answers.save(library, project, name("Bean", "Bea"), visit=visit)
    answers.save(library, project, name("Bea", "Bean"), visit=visit)
    assert history(library, project) == []
    answers.save(library, project, name("Bean", "Beans"), visit=visit)
    assert history(library, project) == [("Bean", "Beans", "")]


def test_what_another_window_wrote_during_a_visit_stays_an_entry(library, project):
    visit = journal.Visit()
    answers.save(library, project, name("Bean", "Mine"), visit=visit)
    answers.save(library, project, name("Mine", "Theirs"))
    answers.save(library, project, name("Mine", "Mine too"), visit=visit)
    assert history(library, project) == [
        ("Theirs", "Mine too", ""),
        ("Mine", "Theirs", "overtaken"),
        ("Mine", "Theirs", ""),
        ("Bean", "Mine", ""),
    ]


def test_a_save_that_fails_leaves_the_visit_as_it_was(library, project):
    visit = journal.Visit()
    nonsense = Patch("business", "name", row="x", key="y", old=1, new=2)
    with pytest.raises(UserError):
        answers.save(library, project, [*name("Bean", "One"), nonsense], visit=visit)
    assert visit == journal.Visit()


def test_the_history_of_one_step_is_read_alone(library, project):
    answers.save(library, project, name("Bean", "One"))
    answers.save(library, project, [Patch("hours", "zone", "UTC", "Europe/London")])
    (entry,) = journal.entries(library, project, step="business")
    assert entry.change.field == "name"
