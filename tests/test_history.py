"""The history of a step: earlier values in words, and each change taken back alone."""

from dataclasses import replace

import pytest

from wizard import history, saving, staff_history, starting
from wizard.interview.places import Place
from wizard.library import answers as stored
from wizard.library import journal
from wizard.library.connection import open_library
from wizard.library.journal import Change
from wizard.library.people import Person

NAME = Place("business", "name")
VALID_FROM = Place("business", "valid_from")
CHANNELS = Place("channels", "list")
WELCOME = Place("community", "welcome")


@pytest.fixture
def library():
    with open_library(":memory:") as found:
        yield found


@pytest.fixture
def session(library):
    project = starting.create(library, "Café", example="cafe", language="en", facts=True)
    found = saving.opened(library, project)
    # A list is first stored whole; from then on its rows are saved one by one.
    saving.save_session(library, found)
    return found


@pytest.fixture
def give(library, session):
    """``give(place, raw)``: one visit in which this was typed and saved."""

    def visit(place, raw):
        session.give(place, raw)
        saving.save_session(library, session)

    return visit


@pytest.fixture
def told(library, session):
    """``told("business")``: the lines of the step, newest first."""

    def read(step, window="en", document="en"):
        found = journal.entries(library, session.project.id, step=step, limit=history.LIMIT)
        return history.lines(found, session, window=window, document=document)

    return read


@pytest.fixture
def take_back(library, session):
    """Take back what a line tells, as the window does."""

    def take(line):
        if line.of_staff:
            session.give_people(staff_history.taken_back(line.change, session.people))
        else:
            session.give(line.place, history.taken_back(line.change, session))
        saving.save_session(library, session)

    return take


def rows_but(session, place, gone):
    return [row for row in session.raw(place) if row["id"] != gone]


def names(session):
    return [row.platform for row in session.answers.channels.list]


def test_nothing_is_told_of_a_step_that_nobody_changed(told):
    assert told("business") == []


def test_earlier_values_are_told_newest_first_with_their_question(give, told):
    give(NAME, "Tea Corner")
    give(NAME, "Cake Corner")
    give(Place("business", "city"), "Bath")
    lines = told("business")
    assert [line.value for line in lines[1:]] == ["Tea Corner", "Coffee Corner"]
    assert {line.label for line in lines[1:]} == {"Trading name"}
    assert lines[0].at >= lines[1].at >= lines[2].at
    assert told("hours") == []


@pytest.mark.parametrize(("language", "word"), [("en", "was empty"), ("ru", "было пусто")])
def test_a_value_that_was_not_there_is_told_as_empty(give, told, language, word):
    give(Place("business", "works_council"), None)
    give(Place("business", "works_council"), True)
    (line,) = told("business", language)
    assert line.value == word


def test_what_equals_what_stands_now_is_not_offered(give, told, take_back):
    give(NAME, "Tea Corner")
    (line,) = told("business")
    take_back(line)
    assert [line.value for line in told("business")] == ["Tea Corner"]


def test_the_value_before_one_that_does_not_fit_comes_back(give, told, take_back, session):
    give(VALID_FROM, "2026-12-01")
    give(VALID_FROM, "31 February")
    line = told("business")[0]
    assert line.value == "1 Dec 2026"
    take_back(line)
    assert session.raw(VALID_FROM) == "2026-12-01"


def test_a_field_of_a_row_is_told_with_the_name_of_the_row(give, told, take_back, session):
    row = session.answers.channels.list[0]
    place = Place("channels", "list", row.id, "address")
    before = session.raw(place)
    give(place, "@new")
    (line,) = told("channels")
    assert (line.row, line.value) == ("Instagram", before)
    assert line.label == "Address"
    take_back(line)
    assert session.raw(place) == before


def test_a_field_of_a_row_that_is_gone_is_passed_over(give, told, session):
    row = session.answers.channels.list[0]
    give(Place("channels", "list", row.id, "address"), "@new")
    give(CHANNELS, rows_but(session, CHANNELS, row.id))
    assert [line.value for line in told("channels")] == ["Removed: Instagram"]


def test_a_removed_row_comes_back_in_its_place_and_later_changes_stay(
    give, told, take_back, session
):
    first, second, third, *_ = session.answers.channels.list
    before = names(session)
    give(CHANNELS, rows_but(session, CHANNELS, second.id))
    give(Place("channels", "list", third.id, "address"), "@later")
    give(Place("channels", "list", first.id, "address"), "@first")
    take_back(next(line for line in told("channels") if line.value.startswith("Removed")))
    assert names(session) == before
    addresses = [row.address.own for row in session.answers.channels.list[:3]]
    assert addresses == ["@first", second.address.own, "@later"]


def test_an_added_row_is_taken_away_again(give, told, take_back, session):
    before = names(session)
    give(CHANNELS, [*session.raw(CHANNELS), {"id": "own-1", "platform": "telegram"}])
    (line,) = told("channels")
    assert line.value == "Added: Telegram"
    take_back(line)
    assert names(session) == before


def test_rows_that_were_moved_go_back_and_a_row_added_since_stays(give, told, take_back, session):
    before = names(session)
    rows = session.raw(CHANNELS)
    give(CHANNELS, [rows[1], rows[0], *rows[2:]])
    give(CHANNELS, [*session.raw(CHANNELS), {"id": "own-1", "platform": "telegram"}])
    line = told("channels")[1]
    assert line.value == "The order was changed"
    take_back(line)
    assert names(session) == [*before, "telegram"]


def test_a_point_that_was_switched_off_is_told_as_removed_and_comes_back(
    give, told, take_back, session
):
    rows = session.raw(WELCOME)
    give(WELCOME, [{**rows[0], "on": False}, *rows[1:]])
    (line,) = told("community")
    assert line.value.startswith("Removed: ")
    take_back(line)
    assert session.answers.community.welcome[0].on


def test_a_point_is_named_after_its_list(give, told, session):
    row = session.answers.community.welcome[0]
    give(Place("community", "welcome", row.id, "text"), "Photos of our cakes")
    (line,) = told("community")
    assert line.row == ""
    assert line.label == "Welcome here"


def test_a_list_given_whole_tells_what_changed_in_its_rows(session):
    rows = session.raw(CHANNELS)
    changed = [{**rows[0], "address": "@other"}, *rows[1:]]
    session.give(CHANNELS, changed)
    change = Change("channels", "list", "", "", rows, changed)
    (line,) = history.lines([entry(change)], session, window="en", document="en")
    assert line.value.startswith("Changed, was: Instagram (Address: ")
    assert history.taken_back(change, session) == rows


def entry(change):
    import datetime as dt

    return journal.Entry(1, dt.datetime(2026, 11, 25, tzinfo=dt.UTC), change)


@pytest.mark.parametrize(
    "change",
    [
        Change("business", "aura", "", "", "calm", "loud"),
        Change("business", "name", "row", "key", "a", "b"),
        Change("business", "name", "", "", {"from": "the future"}, "b"),
        Change("channels", "list", "", "", [{"id": "x", "aura": 1}], []),
        Change("channels", "list", "nobody", "address", "a", "b"),
        Change("channels", "list", "nobody", "aura", "a", "b"),
        Change("people", "list", "", "", [], []),
        Change("people", "", "p1", "", {"surname": 1}, None),
        Change("people", "", "p1", "", {"start_date": "soon"}, None),
        Change("people", "", "p1", "", {"surname": 1}, {"surname": "Ng"}),
        Change("people", "", "p1", "", None, None),
        Change("aura", "name", "", "", "a", "b"),
    ],
)
def test_what_another_version_wrote_is_passed_over(session, change):
    assert history.lines([entry(change)], session, window="en", document="en") == []


def test_what_another_window_lost_is_marked_and_offered_once(library, session, give, told):
    stored.save(
        library, session.project.id, [stored.Patch("business", "name", "Coffee Corner", "Theirs")]
    )
    give(NAME, "Mine")
    lines = told("business")
    assert [(line.value, line.overtaken) for line in lines] == [
        ("Theirs", True),
        ("Coffee Corner", False),
    ]


def test_what_another_window_lost_of_a_list_comes_back_and_mine_stays(
    library, session, give, told, take_back
):
    other = saving.opened(library, session.project)
    first, second = (row.id for row in session.answers.channels.list[:2])
    address = Place(CHANNELS.step, CHANNELS.question, second, "address")
    other.give(address, "theirs.example.org")
    saving.save_session(library, other)
    session.give(address, "mine.example.org")
    give(CHANNELS, rows_but(session, CHANNELS, first))
    assert session.raw(address) == "mine.example.org"
    take_back(next(line for line in told("channels") if line.overtaken))
    assert session.raw(address) == "theirs.example.org"
    assert first not in {row.id for row in session.answers.channels.list}


@pytest.fixture
def staff(library, session):
    """Two people on an otherwise empty list, and a way to make another list of it."""
    session.give_people([])
    saving.save_session(library, session)
    library.write("DELETE FROM journal")

    def now(*people):
        session.give_people(people)
        saving.save_session(library, session)

    now(ANNA, LEE)
    return now


ANNA = Person(surname="Morgan", given="Anna", position="barista", id="p1")
LEE = Person(surname="Ng", given="Lee", id="p2")


def test_who_was_added_is_told_and_taken_away_again(session, staff, told, take_back):
    assert {(line.label, line.value) for line in told("people")} == {
        ("Anna Morgan", "Added to the list"),
        ("Lee Ng", "Added to the list"),
    }
    take_back(next(line for line in told("people") if line.label == "Lee Ng"))
    assert session.people == (ANNA,)


def test_who_was_removed_comes_back_whole(session, staff, told, take_back):
    staff(LEE)
    line = told("people")[0]
    assert (line.label, line.value) == ("Anna Morgan", "Taken off the list")
    take_back(line)
    assert set(session.people) == {ANNA, LEE}


def test_one_change_of_a_person_is_taken_back_and_later_ones_stay(session, staff, told, take_back):
    staff(replace(ANNA, position="shift lead"), LEE)
    staff(replace(ANNA, position="shift lead", department="Bar"), LEE)
    line = told("people")[1]
    assert (line.label, line.value) == ("Anna Morgan", "Position: barista")
    take_back(line)
    assert session.people[0] == replace(ANNA, department="Bar")


def test_who_was_marked_as_left_is_there_again(session, staff, told, take_back):
    import datetime as dt

    staff(replace(ANNA, left_on=dt.date(2026, 11, 1)), LEE)
    assert told("people")[0].value == "Marked as left"
    take_back(told("people")[0])
    assert session.people[0] == ANNA
    assert told("people")[0].value == "Left on 1 Nov 2026"


def test_what_is_undone_for_a_person_is_not_offered(session, staff, told):
    staff(replace(ANNA, position="shift lead"), LEE)
    staff(ANNA, LEE)
    assert {line.value for line in told("people")} == {"Added to the list", "Position: shift lead"}


def test_other_answers_of_the_step_stand_beside_the_people(give, told):
    give(Place("people", "spare_rows"), 7)
    line = told("people")[0]
    assert (line.label, line.value, line.of_staff) == ("Spare rows", "3", False)
