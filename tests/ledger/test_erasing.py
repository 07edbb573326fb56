"""Erasing the personal data of somebody who left: nothing of the person stays, every count does."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.story import SCAN, publish_story
from wizard import saving, staffing
from wizard.errors import UserError
from wizard.ledger import erasing, ledger, marking
from wizard.library import blobs, events, journal, people, projects
from wizard.library.connection import open_library

TODAY = dt.date(2026, 11, 25)
DAYS = [TODAY - dt.timedelta(days=ago) for ago in range(0, 130, 5)]


@pytest.fixture
def story(tmp_path):
    with open_library(tmp_path / "library.sqlite", daily_backup=False) as library:
        yield library, publish_story(library, today=TODAY)


def counts(library, project):
    """The coverage of each document and of all on many days."""
    found = []
    for day in DAYS:
        read = ledger.read(library, project, day)
        found.append([read.whole, *(read.coverage(one.document) for one in read.documents)])
    return found


def test_nothing_of_the_person_stays_and_all_counts_do(story):
    library, project = story
    marking.remark(library, project, "p9", TODAY, "Evans called from the seaside")
    before = counts(library, project)
    happened = len(events.of_people(library, project, ["p9"]))
    blank = erasing.erase(library, project, "p9").person
    assert blank == people.Person(id="p9", kind="trainee", left_on=TODAY - dt.timedelta(days=3))
    assert counts(library, project) == before
    assert len(events.of_people(library, project, ["p9"])) == happened
    assert not any(one.change.row == "p9" for one in journal.entries(library, project, limit=1000))
    files = [one.read_bytes() for one in library.path.parent.iterdir() if one.is_file()]
    assert files
    assert not any(b"Evans" in content or b"seaside" in content for content in files)


def test_who_works_here_and_who_is_unknown_cannot_be_erased(story):
    library, project = story
    with pytest.raises(UserError, match="works here"):
        erasing.erase(library, project, "p1")
    with pytest.raises(UserError, match="Nobody has the id"):
        erasing.erase(library, project, "nobody")
    assert people.some(library, project, ["p1"])[0].surname == "Morgan"


def test_a_scan_goes_with_the_last_who_is_on_it(story):
    library, project = story
    cell = ledger.read(library, project, TODAY).state("p7").cells["guide"]
    marking.mark(library, project, "signed", ["p4"], ["guide"], on=TODAY, today=TODAY, scan=SCAN)
    for one in ("p7", "p4"):
        assert blobs.get(library, cell.scan) is not None
        left = replace(people.some(library, project, [one])[0], left_on=TODAY)
        people.update(library, project, left)
        erasing.erase(library, project, one)
    assert blobs.get(library, cell.scan) is None


def test_the_session_forgets_too(story):
    library, project = story
    session = saving.opened(library, projects.must_exist(library, project))
    session.give_people([replace(one, shift="late") for one in session.people])
    saving.save_session(library, session)
    session.give_people([one for one in session.people if one.id != "p1"])
    session.forget(erasing.erase(library, project, "p9").person)
    assert "Evans" not in repr([session.people, session._undo, session._known_people])
    assert [one.id for one in session.unsaved().gone] == ["p1"]
    session.undo()
    session.undo()
    assert next(one for one in session.people if one.id == "p9").surname == ""


def test_another_window_that_still_knows_the_person_brings_nothing_back(story):
    library, project = story
    stale = people.some(library, project, ["p1", "p9"])
    erasing.erase(library, project, "p9")
    staffing.change(library, project, [replace(one, department="bar") for one in stale], (), TODAY)
    first, erased = people.some(library, project, ["p1", "p9"])
    assert first.department == "bar"
    assert erased == people.blanked(erased)
    assert not any(one.change.row == "p9" for one in journal.entries(library, project, limit=1000))
