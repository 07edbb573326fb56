"""Two and three windows on one project: whatever they do by turns, nothing anybody gave is lost."""

import datetime as dt
import random
from dataclasses import replace

import pytest

from wizard import saving, starting
from wizard.interview.places import Place
from wizard.library import answers, journal, people
from wizard.library.answers import Patch
from wizard.library.connection import open_library
from wizard.library.people import Person
from wizard.library.rejected import Rejected, keep, rejected

TODAY = dt.date(2026, 11, 27)
LISTS = (Place("community", "welcome"), Place("response", "before"))
LANGUAGES = Place("business", "languages")
SEEDS = range(12)


class Typist:
    """A window of a project: changes lists of texts, and saves when it feels like it."""

    def __init__(self, library, project, number):
        self.library, self.number = library, number
        self.session = saving.opened(library, project)
        self.said = 0

    def text(self):
        self.said += 1
        return f"window {self.number} says {self.said}"

    def act(self, chance, given, removed):
        place = chance.choice(LISTS)
        rows = [dict(row) for row in self.session.raw(place)]
        deed = chance.choice(("add", "add", "edit", "edit", "remove", "move", "undo", "people"))
        if deed == "add":
            row = {"id": f"w{self.number}-{self.said}", "text": self.text()}
            rows.insert(chance.randint(0, len(rows)), row)
            self.session.give(place, rows)
            given.add((str(place), row["id"]))
        elif deed == "edit" and rows:
            row = chance.choice(rows)["id"]
            self.session.give(replace_key(place, row), self.text())
            removed.discard((str(place), row))
        elif deed == "remove" and rows:
            row = rows.pop(chance.randrange(len(rows)))["id"]
            self.session.give(place, rows)
            removed.add((str(place), row))
        elif deed == "move" and len(rows) > 1:
            chance.shuffle(rows)
            self.session.give(place, rows)
        elif deed == "undo" and self.session.can_undo:
            # What comes back, or goes, by it is nobody's certain wish any more.
            self.session.undo()
            removed |= given
        elif deed == "people":
            self.change_people(chance)

    def change_people(self, chance):
        listed = list(self.session.people)
        if not listed or chance.random() < 0.4:
            listed.append(Person(id=f"p{self.number}-{self.said}", surname=self.text()))
        else:
            at = chance.randrange(len(listed))
            field = chance.choice(("position", "department", "shift"))
            listed[at] = replace(listed[at], **{field: self.text()})
        self.session.give_people(listed)

    def save(self):
        batch = self.session.unsaved()
        overtaken = saving.save(
            self.library, self.session.project.id, batch, today=TODAY, visit=journal.Visit()
        )
        self.session.saved(batch)
        return batch, overtaken


def replace_key(place, row):
    return Place(place.step, place.question, row, "text")


def texts_in(raw):
    if isinstance(raw, dict):
        return {text for value in raw.values() for text in texts_in(value)}
    if isinstance(raw, list):
        return {text for value in raw for text in texts_in(value)}
    return {raw} if isinstance(raw, str) else set()


def play(library, project, seed, windows, moves):
    """Let the windows act and save by turns; every row somebody wants, every text ever saved."""
    chance = random.Random(seed)
    typists = [Typist(library, project, number) for number in range(windows)]
    given, removed, saved = set(), set(), set()
    newest = {}
    for _ in range(moves):
        typist = chance.choice(typists)
        typist.act(chance, given, removed)
        if chance.random() < 0.4:
            batch, _ = typist.save()
            saved |= texts_in([patch.new for patch in batch.patches])
            newest |= told_by(batch)
    for typist in typists:
        batch, _ = typist.save()
        saved |= texts_in([patch.new for patch in batch.patches])
        newest |= told_by(batch)
    return given - removed, saved, newest


def told_by(batch):
    """What a save wants a field of a row, or of a person, to be."""
    found = {}
    for patch in batch.patches:
        if patch.row:
            found[f"{patch.step}.{patch.field}", patch.row] = patch.new
        elif isinstance(patch.new, list):
            were = {row["id"]: row for row in patch.old or () if isinstance(row, dict)}
            for row in (row for row in patch.new if isinstance(row, dict)):
                if were.get(row["id"], {}).get("text") != row.get("text"):
                    found[f"{patch.step}.{patch.field}", row["id"]] = row.get("text")
    known = {one.id: one for one in batch.known}
    for one in batch.people:
        for name, value in vars(one).items():
            if one.id not in known or getattr(known[one.id], name) != value:
                found["people", one.id, name] = value
    return found


def check(library, project, wanted, saved, newest):
    stored = answers.load(library, project.id)
    entries = journal.entries(library, project.id, limit=-1)
    told = texts_in([[one.change.old, one.change.new] for one in entries])
    listed = {
        (str(place), row["id"]): row
        for place in LISTS
        for row in stored[place.step][place.question]
    }
    assert wanted <= set(listed), "a row that somebody added and nobody removed"
    assert saved <= texts_in(stored) | told
    for (place, row), found in listed.items():
        assert newest.get((place, row), found["text"]) == found["text"]
    for person in people.people(library, project.id):
        for name, value in vars(person).items():
            assert newest.get(("people", person.id, name), value) == value
    assert saving.opened(library, project).misfits == {}


@pytest.fixture
def library():
    with open_library(":memory:") as found:
        yield found


@pytest.fixture
def project(library):
    return starting.create(library, "Café", example="cafe", language="en")


@pytest.mark.parametrize("seed", SEEDS)
def test_two_windows_by_turns_lose_nothing(library, project, seed):
    check(library, project, *play(library, project, seed, 2, 40))


@pytest.mark.parametrize("seed", SEEDS)
def test_three_windows_by_turns_lose_nothing(library, project, seed):
    check(library, project, *play(library, project, 1000 + seed, 3, 60))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2000, 2600))
def test_many_windows_by_turns_lose_nothing(library, project, seed):
    check(library, project, *play(library, project, seed, 2 + seed % 4, 120))


def test_two_windows_that_each_add_a_row_end_with_both(library, project):
    one, two = Typist(library, project, 1), Typist(library, project, 2)
    welcome = LISTS[0]
    for typist in (one, two):
        rows = typist.session.raw(welcome)
        typist.session.give(welcome, [*rows, {"id": f"own-{typist.number}", "text": "x"}])
    assert one.save()[1] == []
    assert two.save()[1] == []
    ids = [row["id"] for row in saving.opened(library, project).raw(welcome)]
    assert ids[-2:] == ["own-1", "own-2"]


def test_an_undo_takes_back_what_this_window_did_and_nothing_else(library, project):
    one, two = Typist(library, project, 1), Typist(library, project, 2)
    welcome = LISTS[0]
    for typist in (one, two):
        rows = typist.session.raw(welcome)
        typist.session.give(welcome, [{"id": f"own-{typist.number}", "text": "x"}, *rows])
        typist.save()
    one.session.undo()
    assert one.save()[1] == []
    ids = [row["id"] for row in saving.opened(library, project).raw(welcome)]
    assert "own-2" in ids
    assert "own-1" not in ids


def test_two_windows_that_choose_languages_end_with_both_choices(library, project):
    one, two = Typist(library, project, 1), Typist(library, project, 2)
    one.session.give(LANGUAGES, ["en", "ru"])
    one.save()
    two.session.give(LANGUAGES, [])
    two.save()
    assert saving.opened(library, project).raw(LANGUAGES) == ["ru"]


def test_two_fields_of_one_person_are_both_kept(library, project):
    anna = people.add(library, project.id, Person(surname="Berg", given="Anna"))
    one, two = Typist(library, project, 1), Typist(library, project, 2)
    one.session.give_people([replace(anna, position="barista")])
    two.session.give_people([replace(anna, shift="late")])
    assert one.save()[1] == two.save()[1] == []
    assert people.people(library, project.id) == [replace(anna, position="barista", shift="late")]


def test_one_field_of_one_person_is_the_newer_one_and_the_other_is_told(library, project):
    anna = people.add(library, project.id, Person(surname="Berg", given="Anna"))
    one, two = Typist(library, project, 1), Typist(library, project, 2)
    one.session.give_people([replace(anna, position="barista", email="a@example.org")])
    two.session.give_people([replace(anna, position="cook")])
    one.save()
    (lost,) = two.save()[1]
    assert (lost.step, lost.field, lost.new["position"]) == ("people", "list", "barista")
    assert people.people(library, project.id) == [
        replace(anna, position="cook", email="a@example.org")
    ]
    notes = [entry.change.note for entry in journal.entries(library, project.id, step="people")]
    assert notes == ["", "overtaken", "", ""]


def test_who_is_removed_here_and_changed_there_goes_and_the_words_are_told(library, project):
    anna = people.add(library, project.id, Person(surname="Berg", given="Anna"))
    one, two = Typist(library, project, 1), Typist(library, project, 2)
    one.session.give_people([replace(anna, position="barista")])
    two.session.give_people([])
    one.save()
    (lost,) = two.save()[1]
    assert lost.new["position"] == "barista"
    assert people.people(library, project.id) == []


def test_a_row_that_comes_back_has_all_its_fields(library, project):
    old = answers.load(library, project.id)["community"]["welcome"]
    answers.save(
        library,
        project.id,
        [Patch("community", "welcome", old, [*old, {"id": "own-1", "text": "A", "note": "B"}])],
    )
    full = answers.load(library, project.id)["community"]["welcome"]
    answers.save(library, project.id, [Patch("community", "welcome", full, old)])
    answers.save(
        library, project.id, [Patch("community", "welcome", "A", "C", row="own-1", key="text")]
    )
    assert answers.load(library, project.id)["community"]["welcome"][-1] == {
        "id": "own-1",
        "text": "C",
        "note": "B",
    }


def test_a_newer_answer_takes_the_place_of_what_did_not_fit(library, project):
    valid_from = Place("business", "valid_from")
    one, two = Typist(library, project, 1), Typist(library, project, 2)
    one.session.give(valid_from, "soon")
    one.save()
    two.session.give(valid_from, "2026-12-01")
    two.save()
    assert rejected(library, project.id) == []
    again = saving.opened(library, project)
    assert again.raw(valid_from) == "2026-12-01"
    keep(library, project.id, Rejected("business", "valid_from", "late", "No date."))
    assert saving.opened(library, project).raw(valid_from) == "late"
