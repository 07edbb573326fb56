"""The session: one value at a time, what does not fit, undo, and what is to be saved."""

import datetime as dt

import pytest

from wizard import saving, starting
from wizard.interview.places import Place, parsed
from wizard.library import answers as stored
from wizard.library import journal, people, projects, rejected
from wizard.library.connection import open_library
from wizard.library.people import Person

NAME = Place("business", "name")
VALID_FROM = Place("business", "valid_from")
WELCOME = Place("community", "welcome")


@pytest.fixture
def library():
    with open_library(":memory:") as found:
        yield found


@pytest.fixture
def session(library):
    project = starting.create(library, "Café", example="cafe", language="en")
    return saving.opened(library, project)


@pytest.fixture
def again(library, session):
    """The same project as the next start opens it, after saving."""

    def reopened():
        saving.save_session(library, session)
        return saving.opened(library, session.project)

    return reopened


def test_a_value_takes_effect_at_once_and_is_there_after_a_restart(session, again):
    session.give(NAME, "Coffee Corner")
    assert session.answers.business.name.own == "Coffee Corner"
    assert again().answers.business.name.own == "Coffee Corner"


def test_a_value_that_does_not_fit_is_kept_as_typed_and_prints_as_a_blank(session, again):
    session.give(VALID_FROM, "2026-12-01")
    misfit = session.give(VALID_FROM, "31 February")
    assert misfit is not None
    found = again()
    assert found.raw(VALID_FROM) == "31 February"
    assert found.answers.business.valid_from is None
    assert found.misfits[VALID_FROM].message == misfit.message


def test_a_value_that_fits_again_is_no_longer_rejected(library, session, again):
    session.give(VALID_FROM, "soon")
    again()
    session.give(VALID_FROM, "2026-12-01")
    assert again().answers.business.valid_from == dt.date(2026, 12, 1)
    assert rejected.rejected(library, session.project.id) == []


def test_one_field_of_one_row_is_saved_as_that_field_alone(library, session, again):
    again()
    row = session.answers.channels.list[0].id
    session.give(Place("channels", "list", row, "address"), "@corner")
    patches = session.unsaved().patches
    assert [(patch.row, patch.key, patch.new) for patch in patches] == [(row, "address", "@corner")]
    assert again().answers.channels.list[0].address.own == "@corner"


def test_a_whole_list_given_with_one_word_changed_is_one_field_of_one_row(session, again):
    again()
    rows = session.raw(WELCOME)
    rows = [{**rows[0], "text": "Photos of our cakes"}, *rows[1:]]
    session.give(WELCOME, rows)
    assert [patch.key for patch in session.unsaved().patches] == ["text"]


def test_typing_in_one_visit_is_taken_back_as_one_change(session):
    for typed in ("C", "Co", "Cof"):
        session.give(NAME, typed, visit=1)
    session.give(NAME, "Coffee", visit=2)
    assert session.undo() == NAME
    assert session.raw(NAME) == "Cof"
    session.undo()
    assert session.raw(NAME) is None
    assert not session.can_undo


def test_undo_brings_back_a_removed_row_with_all_it_held(session, again):
    again()
    before = session.answers.community.welcome
    session.give(WELCOME, session.raw(WELCOME)[1:])
    session.undo()
    assert session.answers.community.welcome == before
    assert again().answers.community.welcome == before


def test_undo_of_a_field_whose_row_is_gone_is_passed_over(session):
    row = session.answers.channels.list[0].id
    session.give(Place("channels", "list", row, "address"), "@corner", visit=1)
    session.give(Place("channels", "list"), [])
    session.undo()
    session.undo()
    assert session.answers.channels.list[0].address.own is None


def test_two_windows_change_two_fields_of_one_list_and_both_stay(library, session, again):
    again()
    other = saving.opened(library, session.project)
    rows = [row.id for row in session.answers.channels.list]
    session.give(Place("channels", "list", rows[0], "address"), "@one")
    other.give(Place("channels", "list", rows[1], "address"), "@two")
    assert saving.save_session(library, session) == []
    assert saving.save_session(library, other) == []
    found = saving.opened(library, session.project).answers.channels.list
    assert [row.address.own for row in found[:2]] == ["@one", "@two"]


def test_the_newer_of_two_changes_to_one_field_wins_and_the_other_is_told(library, session):
    other = saving.opened(library, session.project)
    session.give(NAME, "One")
    other.give(NAME, "Two")
    saving.save_session(library, session)
    lost = saving.save_session(library, other)
    assert [(patch.field, patch.new) for patch in lost] == [("name", "One")]
    notes = [entry.change.note for entry in journal.entries(library, session.project.id)]
    assert "overtaken" in notes


def test_what_could_not_be_saved_is_told_again_with_the_next_batch(library, session):
    session.give(NAME, "Coffee Corner")
    session.give(VALID_FROM, "soon")
    batch = session.unsaved()
    session.saved(batch)
    assert not session.unsaved()
    session.not_saved(batch)
    session.give(Place("business", "city"), "Bath")
    fields = {patch.field for patch in session.unsaved().patches}
    assert {"name", "city"} <= fields
    saving.save_session(library, session)
    found = saving.opened(library, session.project)
    assert found.answers.business.name.own == "Coffee Corner"
    assert found.raw(VALID_FROM) == "soon"


def test_people_are_saved_row_by_row_and_a_stranger_of_another_window_stays(library, session):
    people.add(library, session.project.id, Person(surname="Stranger"))
    session.give_people([Person(surname="Petrova", id="p1"), Person(surname="Ng", id="p2")])
    saving.save_session(library, session)
    session.give_people([Person(surname="Petrova", given="Anna", id="p1")])
    saving.save_session(library, session)
    found = people.people(library, session.project.id)
    assert [(one.surname, one.given) for one in found] == [("Stranger", ""), ("Petrova", "Anna")]
    assert session.undo() is None
    assert [one.surname for one in session.people] == ["Petrova", "Ng"]


def test_a_stop_once_visited_stays_visited(session, again):
    session.visit("hours")
    assert again().visited == {"hours"}


def test_the_standing_is_kept_with_every_save(library, session):
    before = projects.must_exist(library, session.project.id).standing
    session.give(NAME, "Coffee Corner")
    session.give(Place("business", "valid_from"), "2026-12-01")
    session.give(Place("business", "review_months"), 6)
    saving.save_session(library, session)
    after = projects.must_exist(library, session.project.id).standing
    assert after.given == before.given + 2
    assert after.review_on == dt.date(2027, 6, 1)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("business.name", Place("business", "name")),
        ("channels.list.own-1", Place("channels", "list", "own-1")),
        ("channels.list.own-1.address", Place("channels", "list", "own-1", "address")),
        ("channels.list.a.b.address", Place("channels", "list", "a.b", "address")),
        ("nothing.here", None),
        ("", None),
    ],
)
def test_a_page_names_a_place_in_words(text, place):
    assert parsed(text) == place


def test_unknown_keys_of_a_newer_program_survive_a_save(library, session):
    stored.save(library, session.project.id, [stored.Patch("business", "aura", None, "calm")])
    found = saving.opened(library, session.project)
    found.give(NAME, "Coffee Corner")
    saving.save_session(library, found)
    assert stored.load(library, session.project.id)["business"]["aura"] == "calm"


def test_what_was_removed_and_could_not_be_saved_is_removed_with_the_next_save(library, session):
    session.give_people([Person(id="ada", surname="Ng"), Person(id="ella", surname="Hart")])
    session.give(VALID_FROM, "soon")
    saving.save_session(library, session)
    session.give_people(session.people[:1])
    session.give(VALID_FROM, "2026-12-01")
    batch = session.unsaved()
    session.saved(batch)
    session.not_saved(batch)
    saving.save_session(library, session)
    found = saving.opened(library, session.project)
    assert [one.id for one in found.people] == ["ada"]
    assert not found.misfits


def test_a_misfit_of_a_row_that_was_removed_troubles_its_step_no_longer(session):
    place = parsed(f"channels.list.{session.answers.channels.list[0].id}.reply")
    session.give(place, {"number": "soon", "unit": "hours"})
    assert session.troubled == {"channels"}
    rows = session.raw(place.whole)
    session.give(place.whole, rows[1:])
    assert not session.troubled
    session.undo()
    assert session.troubled == {"channels"}
    assert session.raw(place)["number"] == "soon"
