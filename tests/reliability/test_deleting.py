"""Deleted for good: no byte of it stays, and the copies that still hold it are named."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from tests.story import publish_story
from wizard import deleting, saving, starting
from wizard.clock import today
from wizard.interview.places import Place
from wizard.language import dates
from wizard.ledger import erasing, marking
from wizard.library import backups, people, projects, remains
from wizard.library.connection import open_library

SECRETS = ("Zorrowitz", "Кудеяров", "seaside remark")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "data" / "library.sqlite"


def holding(folder, words):
    """The files below the folder that hold one of the words, as text or as JSON escapes it."""
    wanted = [form for word in words for form in (word.encode(), escaped(word))]
    return sorted(
        one.name
        for one in folder.rglob("*")
        if one.is_file() and any(form in one.read_bytes() for form in wanted)
    )


def escaped(word):
    return word.encode("ascii", "backslashreplace")


def secret_project(library):
    """A project with its secrets in answers, history, staff list and a published version."""
    project = publish_story(library, today=today())
    session = saving.opened(library, projects.must_exist(library, project))
    for word in SECRETS:
        session.give(Place("business", "name"), word)
        saving.save_session(library, session)
    session.give_people([*session.people, people.Person(id="z1", surname=SECRETS[0])])
    saving.save_session(library, session)
    projects.rename(library, project, SECRETS[1])
    return project


def test_no_byte_of_a_deleted_project_stays(file):
    with open_library(file, daily_backup=False) as library:
        kept = starting.create(library, "Kept", example="cafe", language="en")
        project = secret_project(library)
        packed = library.read(str, "SELECT hash FROM blob")
        assert holding(file.parent, SECRETS)
        assert projects.delete_for_good(library, project) == []
        assert holding(file.parent, (*SECRETS, project)) == []
        assert packed
        assert library.read(str, "SELECT hash FROM blob") == []
        assert saving.opened(library, kept).answers.business.works_council is None
    assert holding(file.parent, (*SECRETS, project)) == []


def test_what_another_window_hinders_is_done_when_it_has_gone(file):
    with open_library(file, daily_backup=False) as library:
        project = secret_project(library)
        with closing(sqlite3.connect(file)) as other:
            other.execute("BEGIN")
            other.execute("SELECT count(*) FROM project").fetchone()
            projects.delete_for_good(library, project)
            assert library.is_to_be_compacted
            assert holding(file.parent, SECRETS)
        assert library.compact()
        assert not library.is_to_be_compacted
        assert holding(file.parent, SECRETS) == []


def test_closing_does_what_was_put_off(file):
    with closing(sqlite3.connect(file.parent.parent / "other")), open_library(file) as library:
        remains.delete(backups.copies(file))
        project = secret_project(library)
        with closing(sqlite3.connect(file)) as other:
            other.execute("BEGIN")
            other.execute("SELECT count(*) FROM project").fetchone()
            projects.delete_for_good(library, project)
    with closing(sqlite3.connect(file)) as another:
        another.execute("SELECT count(*) FROM project").fetchone()
        assert holding(file.parent, SECRETS) == []


def test_the_copies_that_hold_a_project_are_named_and_go_when_asked(file):
    with open_library(file, daily_backup=False) as library:
        before = backups.daily(library, today=today().replace(year=2025))
        project = secret_project(library)
        copy = backups.daily(library)
        aside = file.with_name("library-set-aside-2026-01-01-120000.sqlite")
        aside.write_bytes(copy.read_bytes())
        damaged = backups.daily(library, today=today().replace(year=2024))
        damaged.write_bytes(copy.read_bytes()[: 3 * copy.stat().st_size // 4])
        found = projects.delete_for_good(library, project)
        assert set(found) == {copy, aside, damaged}
        sentence = deleting.of_copies(found, file, "en")
        for day in (today(), today().replace(year=2024)):
            assert dates.in_tables(day, "en") in sentence
        assert aside.name in sentence
        assert "keeps the last 10" in sentence
        assert "No copy" in deleting.delete_copies(library, found, "en")
        assert holding(file.parent, SECRETS) == []
        assert before.exists()
        assert backups.copies(file)[0] == copy, "a fresh copy of today is there"


def test_no_byte_of_an_erased_person_stays_and_whoever_still_names_it_is_named(file):
    with open_library(file, daily_backup=False) as library:
        project = publish_story(library, today=today())
        lead, *_ = (one for one in people.people(library, project) if one.left_on is not None)
        people.update(library, project, replace(lead, surname=SECRETS[0], given=SECRETS[1]))
        marking.remark(library, project, lead.id, today(), SECRETS[2])
        copy = backups.daily(library)
        erased = erasing.erase(library, project, lead.id)
        assert (erased.versions, erased.steps, erased.copies) == ((), (), (copy,))
        assert holding(file.parent, SECRETS) == [copy.name]
        assert dates.in_tables(today(), "en") in deleting.of_person(erased, file, "en")
        deleting.delete_copies(library, erased.copies, "en")
        assert holding(file.parent, SECRETS) == []
        assert remains.holding_person(file, project, lead.id) == []


def test_a_name_that_was_published_or_typed_elsewhere_is_told(file):
    with open_library(file, daily_backup=False) as library:
        project = publish_story(library, today=today())
        session = saving.opened(library, projects.must_exist(library, project))
        ref = session.answers.crisis_team.roles[0].person.staff
        lead = next(one for one in people.people(library, project) if one.id == ref)
        session.give(Place("business", "city"), f"near {lead.surname.upper()}")
        saving.save_session(library, session)
        people.update(library, project, replace(lead, left_on=today()))
        erased = erasing.erase(library, project, ref)
        assert erased.versions == (1, 2)
        assert "business" in erased.steps
        told = deleting.of_person(erased, file, "en")
        assert "published versions (1, 2)" in told
        assert "Business" in told
        assert lead.surname not in told


def test_the_command_line_deletes_for_good_after_a_word(capsys, monkeypatch, home):
    from wizard.__main__ import main

    def run(*arguments, typed=""):
        import io

        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        capsys.readouterr()
        return main(arguments), *capsys.readouterr()

    project = run("new", SECRETS[0], "--example", "cafe")[1].strip()
    code, _, complaint = run("delete", project, "--for-good", "--yes")
    assert (code, project in complaint) == (2, True), "only what is in the bin"
    run("delete", project)
    code, _, complaint = run("delete", project, "--for-good", typed="no\n")
    assert code == 2
    assert complaint.endswith("Nothing was deleted.\n")
    (copy,) = backups.copies(home / "library.sqlite")
    with open_library(home / "library.sqlite", daily_backup=False) as library:
        copy.unlink()
        backups.daily(library)
    code, told, _ = run("delete", project, "--for-good", typed="delete\n")
    assert code == 0
    assert dates.in_tables(today(), "en") in told
    assert holding(home, SECRETS) == [copy.name]
    assert run("delete", "x", "--copies")[2] == "--copies and --yes go with --for-good.\n"


def test_the_command_line_erases_who_left_and_the_copies_too(capsys, home):
    from wizard.__main__ import main

    file = home / "library.sqlite"
    with open_library(file, daily_backup=False) as library:
        project = publish_story(library, today=today())
        gone, *_ = (one for one in people.people(library, project) if one.left_on is not None)
        people.update(library, project, replace(gone, surname=SECRETS[0]))
        backups.daily(library)
    assert main(["people", project, "--erase", SECRETS[0], "--yes", "--copies"]) == 0
    assert "No copy of your answers" in capsys.readouterr().out
    assert holding(home, SECRETS) == []
    assert main(["people", project, "--erase", "p1", "--yes"]) == 2
    assert "works here" in capsys.readouterr().err
    assert main(["people", project, "--erase", "p1", "--import", "x.csv"]) == 2


def test_the_window_names_the_copies_and_deletes_them_too(qtbot, home):
    from ui import tongue
    from ui.keeper import Keeper
    from ui.screens.first import FirstScreen

    tongue.speak("en")
    keeper = Keeper(home / "library.sqlite")
    project = keeper.ask(
        lambda library: starting.create(library, SECRETS[0], example="cafe", language="en")
    )
    keeper.ask(backups.daily)
    screen = FirstScreen(keeper)
    qtbot.addWidget(screen)
    screen._do("delete", project.id, project.name)
    day = dates.in_tables(today(), "en")
    qtbot.waitUntil(lambda: day in screen.notice.text.text())
    assert screen.notice.button.text() == "Delete these copies too"
    screen.notice.button.click()
    qtbot.waitUntil(lambda: "No copy" in screen.notice.text.text())
    assert holding(home, SECRETS) == []
    keeper.close()


def test_the_window_compacts_when_it_is_idle(qtbot, home):
    from ui.keeper import Keeper

    keeper = Keeper(home / "library.sqlite")
    keeper._compacting.setInterval(50)
    project = keeper.ask(
        lambda library: starting.create(library, SECRETS[0], example="cafe", language="en")
    )
    with closing(sqlite3.connect(home / "library.sqlite")) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM project").fetchone()
        done = []
        keeper.run(lambda library: projects.delete_for_good(library, project.id), done.append)
        qtbot.waitUntil(lambda: bool(done))
        assert holding(home, SECRETS)
    qtbot.waitUntil(lambda: holding(home, SECRETS) == [])
    keeper.close()
