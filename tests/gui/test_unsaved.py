"""What cannot be saved is kept, said, and saved elsewhere or later; closing asks first."""

import shutil

import pytest
from PySide6.QtCore import Qt

from ui import rescue
from ui.screens.first import FirstScreen
from ui.screens.project import ProjectScreen
from ui.screens.short_path import ShortPath
from wizard import paths, saving
from wizard.interview.places import Place
from wizard.library import answers, blobs, files, journal, people, projects, rejected
from wizard.library.connection import open_library
from wizard.library.people import Person

NAME = Place("business", "name")
LONG = "Tea Corner " * 10_000


@pytest.fixture
def disk(keeper):
    """``disk.fill()`` and ``disk.clear()``: SQLite itself says that the disk is full."""

    class Disk:
        def fill(self):
            pages = keeper.ask(lambda library: library.read_one(int, "PRAGMA page_count"))
            self._limit(pages)

        def clear(self):
            self._limit(1_000_000)

        def _limit(self, pages):
            keeper.ask(lambda library: library.write(f"PRAGMA max_page_count = {pages}"))

    return Disk()


@pytest.fixture
def target(monkeypatch, tmp_path):
    """The file that somebody chooses when asked where to save."""
    file = tmp_path / "stick" / "Corner.policies"
    file.parent.mkdir()
    monkeypatch.setattr(rescue, "_ask_where", lambda _notice, _name: str(file))
    return file


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def says(qtbot, notice, words):
    qtbot.waitUntil(lambda: notice.isVisible() and words in notice.text.text())


def into_the_file(library):
    """Empty the log, so that the file alone holds all."""
    library.read(lambda *_row: None, "PRAGMA wal_checkpoint(TRUNCATE)")


def refused(qtbot, screen, disk):
    """Something is typed that the full disk does not take, and that is said."""
    disk.fill()
    with qtbot.waitSignal(screen.desk.trouble):
        screen.desk.give(NAME, LONG)
    says(qtbot, screen.notice, "is full")


def saved_elsewhere(qtbot, screen, target):
    """The way out is taken, and it is said where the project lies."""
    press(qtbot, screen.notice.other)
    says(qtbot, screen.notice, str(target))


def asked_at_closing(qtbot, window, screen, disk):
    """Something is typed that the full disk does not take, and closing asks about it."""
    disk.fill()
    screen.desk.give(NAME, LONG)
    window.close()
    says(qtbot, window.notice, "closing now would lose them")


def name_in(file):
    """The name of the business in a project file."""
    with open_library(":memory:") as elsewhere:
        return answers.load(elsewhere, files.open_file(elsewhere, file).id)["business"]["name"]


def stored_name(keeper, project):
    return keeper.ask(lambda library: answers.load(library, project))["business"]["name"]


def test_a_full_disk_is_said_and_the_project_goes_whole_into_a_file(
    qtbot, at_work, keeper, disk, target
):
    _window, screen = at_work()
    desk, project = screen.desk, screen.desk.session.project.id
    logo = keeper.ask(lambda library: blobs.put(library, b"LOGO" * 100, "image/png"))
    desk.give(Place("business", "logo"), logo)
    desk.give(Place("business", "valid_from"), "soon")
    with qtbot.waitSignal(desk.saved):
        desk.save()
    disk.fill()
    with qtbot.waitSignal(desk.trouble):
        desk.give(NAME, LONG)
    says(qtbot, screen.notice, "is full")
    assert screen.side.saved.text() == "Not saved yet"
    desk.give_people([*desk.session.people, Person(id="new", surname="Latecomer")])
    saved_elsewhere(qtbot, screen, target)
    with open_library(":memory:") as elsewhere:
        found = files.open_file(elsewhere, target)
        assert answers.load(elsewhere, found.id)["business"]["name"] == LONG
        assert blobs.get(elsewhere, logo).content == b"LOGO" * 100
        assert [one.raw for one in rejected.rejected(elsewhere, found.id)] == ["soon"]
        assert people.people(elsewhere, found.id)[-1].surname == "Latecomer"
        changed = {entry.change.field for entry in journal.entries(elsewhere, found.id)}
        assert {"name", "logo"} <= changed
    assert stored_name(keeper, project) != LONG
    disk.clear()
    with qtbot.waitSignal(desk.saved):
        press(qtbot, screen.notice.button)
    assert stored_name(keeper, project) == LONG
    qtbot.waitUntil(lambda: desk.is_safe)


def test_what_was_said_of_a_full_disk_is_taken_back_once_it_is_saved(qtbot, at_work, disk):
    _window, screen = at_work()
    refused(qtbot, screen, disk)
    disk.clear()
    with qtbot.waitSignal(screen.desk.saved):
        screen.desk.save()
    qtbot.waitUntil(lambda: not screen.notice.isVisible())


def test_a_project_that_was_left_unsaved_is_spoken_for_and_still_there(
    qtbot, at_work, shows, keeper, disk
):
    window, screen = at_work()
    project = screen.desk.session.project.id
    disk.fill()
    screen.desk.give(NAME, LONG)
    screen.home.emit()
    shows(window, FirstScreen)
    says(qtbot, window.notice, "is full")
    window.open(project)
    again = shows(window, ProjectScreen)
    assert again.desk.raw(NAME) == LONG
    disk.clear()
    with qtbot.waitSignal(again.desk.saved):
        again.desk.save()
    again.home.emit()
    shows(window, FirstScreen)
    qtbot.waitUntil(lambda: window.desks.left(project) is None)
    assert stored_name(keeper, project) == LONG


def test_closing_asks_before_anything_is_lost(qtbot, at_work, keeper, disk):
    window, screen = at_work()
    asked_at_closing(qtbot, window, screen, disk)
    assert window.isVisible()
    disk.clear()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert stored_name(keeper, screen.desk.session.project.id) == LONG


def test_closing_goes_on_once_the_project_is_saved_elsewhere(qtbot, at_work, disk, target):
    window, screen = at_work()
    asked_at_closing(qtbot, window, screen, disk)
    press(qtbot, window.notice.button)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert name_in(target) == LONG


def test_what_a_file_holds_is_not_called_lost(qtbot, at_work, disk, target):
    window, screen = at_work()
    refused(qtbot, screen, disk)
    saved_elsewhere(qtbot, screen, target)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert name_in(target) == LONG


def test_what_was_typed_after_the_file_was_saved_is_asked_about(qtbot, at_work, disk, target):
    window, screen = at_work()
    refused(qtbot, screen, disk)
    saved_elsewhere(qtbot, screen, target)
    screen.desk.give(NAME, f"{LONG} again")
    window.close()
    says(qtbot, window.notice, "closing now would lose them")
    assert window.isVisible()


def test_a_project_that_another_window_deleted_for_good_is_told_so(qtbot, at_work, keeper, target):
    _window, screen = at_work()
    project = screen.desk.session.project.id
    keeper.ask(lambda library: projects.delete_for_good(library, project))
    with qtbot.waitSignal(screen.desk.trouble):
        screen.desk.give(NAME, "Tea Corner")
    says(qtbot, screen.notice, "it was deleted for good")
    saved_elsewhere(qtbot, screen, target)
    assert name_in(target) == "Tea Corner"


def test_who_chooses_to_lose_the_last_answers_may_close(qtbot, at_work, disk):
    window, screen = at_work()
    asked_at_closing(qtbot, window, screen, disk)
    press(qtbot, window.notice.other)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_what_is_typed_on_the_short_path_is_saved_by_closing(qtbot, open_window, shows, keeper):
    window = open_window()
    window.start("cafe", "GB")
    short = shows(window, ShortPath)
    short.desk.give(NAME, "Tea Corner")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert stored_name(keeper, short.desk.session.project.id) == "Tea Corner"


def test_a_folder_that_vanished_is_said_and_nothing_is_made_in_its_place(
    qtbot, at_work, keeper, target
):
    _window, screen = at_work()
    desk = screen.desk
    with qtbot.waitSignal(desk.saved):
        desk.give(NAME, "Before")
    folder = paths.library_file().parent
    away = folder.with_name("away")
    keeper.ask(into_the_file)
    folder.rename(away)
    with qtbot.waitSignal(desk.trouble):
        desk.give(NAME, "Tea Corner")
    says(qtbot, screen.notice, "is not there")
    assert not folder.exists()
    saved_elsewhere(qtbot, screen, target)
    assert name_in(target) == "Tea Corner"
    away.rename(folder)
    with qtbot.waitSignal(desk.saved):
        desk.save()
    assert stored_name(keeper, desk.session.project.id) == "Tea Corner"


def test_a_library_that_was_replaced_is_opened_anew(qtbot, at_work, keeper, tmp_path):
    _window, screen = at_work()
    desk = screen.desk
    with qtbot.waitSignal(desk.saved):
        desk.give(NAME, "Before")
    library = paths.library_file()
    keeper.ask(into_the_file)
    copy = tmp_path / "copy.sqlite"
    shutil.copyfile(library, copy)
    for beside in ("-wal", "-shm"):
        library.with_name(library.name + beside).unlink()
    copy.replace(library)
    with qtbot.waitSignal(desk.saved):
        desk.give(NAME, "Tea Corner")
    with open_library(library, make=False) as found:
        project = projects.must_exist(found, desk.session.project.id)
        assert saving.opened(found, project).raw(NAME) == "Tea Corner"
