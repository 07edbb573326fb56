"""One project in two windows: both say so, what the other changed is offered, and it ends."""

import subprocess
import sys

import pytest

from ui import company, tongue
from ui.keeper import Keeper
from ui.screens.project import ProjectScreen
from ui.window import Window
from wizard import paths, settings, starting
from wizard.__main__ import main
from wizard.interview.places import Place
from wizard.library import people
from wizard.library.connection import open_library
from wizard.presence import Presence

NAME = Place("business", "name")


@pytest.fixture(autouse=True)
def often(monkeypatch, qapp):
    monkeypatch.setattr(company, "EVERY", 50)
    tongue.speak("en")


@pytest.fixture
def project(home):
    with open_library(paths.library_file(), daily_backup=False) as library:
        return starting.create(library, "Café", example="cafe", language="en", facts=True).id


@pytest.fixture
def opened(qtbot, project):
    """``opened()``: another window with the project, as another process would have it."""
    keepers = []

    def window():
        keeper = Keeper(paths.library_file())
        keepers.append(keeper)
        found = Window(keeper, settings.Settings(window_language="en"))
        qtbot.addWidget(found)
        found.show()
        found.open(project, "business")
        qtbot.waitUntil(lambda: isinstance(found.project, ProjectScreen))
        return found

    yield window
    for keeper in keepers:
        keeper.close()


def notice(window):
    return window.project.company


def says(qtbot, window, words):
    qtbot.waitUntil(lambda: not notice(window).isHidden() and words in notice(window).text.text())


def is_silent(qtbot, window):
    qtbot.waitUntil(lambda: notice(window).isHidden())


def test_both_windows_say_so_until_one_is_left(qtbot, opened):
    first = opened()
    assert notice(first).isHidden()
    second = opened()
    for window in (first, second):
        says(qtbot, window, "open in another window too. Go on")
    second.show_first()
    is_silent(qtbot, first)
    first.show_first()
    qtbot.waitUntil(lambda: not list((paths.data_folder() / "open").iterdir()))


def test_a_window_that_is_closed_has_left(qtbot, opened):
    first, second = opened(), opened()
    says(qtbot, first, "open in another window")
    second.close()
    is_silent(qtbot, first)


def test_the_settings_lie_over_the_project_and_coming_back_it_is_open_again(qtbot, opened):
    first, second = opened(), opened()
    says(qtbot, first, "open in another window")
    second.show_settings()
    is_silent(qtbot, first)
    second._leave_over()
    says(qtbot, first, "open in another window")


def test_what_the_other_window_saved_is_offered_and_shown_with_what_is_typed_here(qtbot, opened):
    first, second = opened(), opened()
    second.project.desk.give(NAME, "Theirs")
    second.project.desk.give(Place("business", "city"), "Their city")
    second.project.desk.save()
    says(qtbot, first, "answers were changed there")
    first.project.desk.give(NAME, "Mine")
    notice(first).button.click()
    before = first.project
    qtbot.waitUntil(lambda: first.project is not before)
    assert first.project.current == "business"
    assert first.project.desk.raw(NAME) == "Mine"
    assert first.project.desk.raw(Place("business", "city")) == "Their city"
    says(qtbot, second, "answers were changed there")


def test_a_command_beside_the_window_is_told_without_company(qtbot, opened, project, tmp_path):
    window = opened()
    qtbot.waitUntil(lambda: window.keeper.is_idle)
    table = tmp_path / "staff.csv"
    table.write_text("surname,given\nBerg,Anna\n", "utf-8")
    assert main(["people", project, "--import", str(table)]) == 0
    says(qtbot, window, "changed elsewhere")
    notice(window).button.click()
    qtbot.waitUntil(
        lambda: any(one.surname == "Berg" for one in window.project.desk.session.people)
    )
    is_silent(qtbot, window)


def test_a_command_on_another_project_or_that_only_reads_is_nobodys_business(
    qtbot, opened, project
):
    window = opened()
    assert main(["new", "Other"]) == 0
    assert main(["publish", project, "--note", "n"]) == 0
    looks = []
    window.project.company.company._timer.timeout.connect(lambda: looks.append(1))
    qtbot.waitUntil(lambda: len(looks) > 3 and window.keeper.is_idle)
    assert notice(window).isHidden()


def test_all_that_a_window_does_itself_is_no_news_to_it(qtbot, opened, project):
    window = opened()
    desk = window.project.desk
    rows = desk.raw(Place("community", "welcome"))
    desk.give(Place("community", "welcome"), [*rows[1:], {"id": "own-1", "text": "x\x00\ud800"}])
    desk.give(Place("community", "welcome", "own-1", "text"), "y")
    desk.give(Place("business", "valid_from"), "soon")
    desk.give_people([*desk.session.people[:1], people.Person(id="n1", surname="Berg")])
    desk.save()
    desk.undo()
    assert main(["new", "Other"]) == 0, "something changes the file"
    looks = []
    window.project.company.company._timer.timeout.connect(lambda: looks.append(1))
    qtbot.waitUntil(lambda: len(looks) > 3 and window.keeper.is_idle)
    assert notice(window).isHidden()


def test_a_save_between_the_look_and_what_it_found_is_no_news(qtbot, opened):
    window = opened()
    qtbot.waitUntil(lambda: window.keeper.is_idle)
    assert main(["new", "Other"]) == 0, "something changes the file"
    told = []
    window.project.company.company.told.connect(lambda *found: told.append(found))
    window.project.company.company.look()
    window.project.desk.give(NAME, "Mine")
    window.project.desk.save()
    looks = []
    window.project.company.company._timer.timeout.connect(lambda: looks.append(1))
    qtbot.waitUntil(lambda: len(looks) > 3 and window.keeper.is_idle)
    assert told == []


def test_the_sign_of_a_window_that_crashed_stands_for_nobody(home, project):
    script = (
        "import sys, os; from pathlib import Path; from wizard.presence import Presence\n"
        "Presence(Path(sys.argv[1]), sys.argv[2]).enter(); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, str(paths.library_file()), project], check=False)
    (left,) = (home / "open").iterdir()
    mine = Presence(paths.library_file(), project)
    mine.enter()
    assert not mine.has_company()
    assert not left.exists()
    other = Presence(paths.library_file(), project)
    other.enter()
    assert mine.has_company()
    other.leave()
    other.leave()
    assert not mine.has_company()


def test_where_no_sign_can_be_put_up_the_project_opens_all_the_same(home, project, qtbot, opened):
    (home / "open").write_text("no folder")
    window = opened()
    mine = Presence(paths.library_file(), project)
    mine.enter()
    assert not mine.has_company()
    mine.leave()
    qtbot.waitUntil(lambda: window.keeper.is_idle)
    assert notice(window).isHidden()
