"""The folder of the library: moved in the settings, found again at the next start."""

import sqlite3

import pytest
from PySide6.QtCore import Qt

from ui.keeper import Keeper
from ui.library_card import LibraryCard
from ui.screens.first import FirstScreen
from ui.screens.project import ProjectScreen
from ui.screens.settings import SettingsScreen
from ui.window import Window
from wizard import paths, settings, starting
from wizard.interview.places import Place
from wizard.library import answers, backups, projects
from wizard.library.connection import open_library
from wizard.settings import Settings

NAME = Place("business", "name")


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def open_window(qtbot, keeper):
    """``open_window(keeper=...)``: a window as the settings want it, its list asked for."""

    def opened(on=keeper):
        window = Window(on, settings.load())
        qtbot.addWidget(window)
        window.show()
        return window

    return opened


@pytest.fixture
def start(keeper):
    """A project in the library."""

    def made(name="Corner"):
        return keeper.ask(
            lambda library: starting.create(library, name, example="cafe", language="en")
        )

    return made


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def change(qtbot, window, folder, monkeypatch):
    """Choose a folder in the settings, as the system's dialog would give it."""
    window.show_settings()
    monkeypatch.setattr(LibraryCard, "_ask_for_folder", lambda _card: str(folder))
    card = window.stack.currentWidget().library
    press(qtbot, card.change)
    return card


def first(qtbot, window):
    """The first screen, once it is there and has its list."""
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), FirstScreen))
    qtbot.waitUntil(lambda: window.first.bin.text() != "")
    return window.first


def listed(screen):
    return [one.name for one in screen.projects.model.projects]


def says(qtbot, notice, text):
    qtbot.waitUntil(lambda: text in notice.text.text())


def test_the_library_moves_and_the_old_one_stays(
    qtbot, open_window, start, stick, monkeypatch, keeper
):
    start()
    window = open_window()
    change(qtbot, window, stick, monkeypatch)
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), FirstScreen))
    screen = first(qtbot, window)
    assert listed(screen) == ["Corner"]
    assert str(stick) in screen.notice.text.text()
    assert str(paths.data_folder()) in screen.notice.text.text()
    assert settings.load().library_folder == str(stick)
    assert settings.library_file() == stick / "library.sqlite"
    start("Second")
    with open_library(paths.library_file()) as old:
        assert [one.name for one in projects.projects(old)] == ["Corner"]
    with open_library(stick / "library.sqlite") as new:
        assert len(projects.projects(new)) == 2


def test_what_is_typed_in_an_open_project_goes_along(qtbot, open_window, start, stick, monkeypatch):
    project = start()
    window = open_window()
    window.open(project.id, "business")
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), ProjectScreen))
    window.project.desk.give(NAME, "Tea Corner")
    change(qtbot, window, stick, monkeypatch)
    first(qtbot, window)
    assert window.project is None
    with open_library(stick / "library.sqlite") as new:
        assert answers.load(new, project.id)["business"]["name"] == "Tea Corner"


def test_what_the_old_disk_refused_is_saved_in_the_new_folder(
    qtbot, open_window, start, stick, monkeypatch, keeper
):
    project = start()
    window = open_window()
    window.open(project.id, "business")
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), ProjectScreen))
    desk = window.project.desk
    pages = keeper.ask(lambda library: library.read_one(int, "PRAGMA page_count"))
    keeper.ask(lambda library: library.write(f"PRAGMA max_page_count = {pages}"))
    with qtbot.waitSignal(desk.trouble):
        desk.give(NAME, "Tea Corner " * 10_000)
    change(qtbot, window, stick, monkeypatch)
    first(qtbot, window)
    keeper.ask(lambda _library: None)
    with open_library(stick / "library.sqlite") as new:
        assert answers.load(new, project.id)["business"]["name"].startswith("Tea Corner")


def test_a_library_that_lies_there_already_is_offered_and_not_overwritten(
    qtbot, open_window, start, stick, monkeypatch
):
    start()
    with open_library(stick / "library.sqlite", daily_backup=False) as other:
        starting.create(other, "Theirs", example="cafe", language="en")
    window = open_window()
    card = change(qtbot, window, stick, monkeypatch)
    says(qtbot, card.notice, "already")
    assert settings.load().library_folder == ""
    press(qtbot, card.notice.button)
    assert listed(first(qtbot, window)) == ["Theirs"]
    assert settings.load().library_folder == str(stick)


def test_the_way_back_to_the_usual_folder_is_the_same(
    qtbot, open_window, start, stick, monkeypatch
):
    start()
    window = open_window()
    change(qtbot, window, stick, monkeypatch)
    first(qtbot, window)
    card = change(qtbot, window, paths.data_folder(), monkeypatch)
    says(qtbot, card.notice, "already")
    press(qtbot, card.notice.button)
    first(qtbot, window)
    assert settings.load().library_folder == ""


def test_another_library_waits_until_all_is_saved(qtbot, open_window, start, stick, monkeypatch):
    project = start()
    open_library(stick / "library.sqlite", daily_backup=False).close()
    window = open_window()
    window.open(project.id, "business")
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), ProjectScreen))
    card = change(qtbot, window, stick, monkeypatch)
    says(qtbot, card.notice, "already")
    window.project.desk.session.give(NAME, "Tea Corner")
    press(qtbot, card.notice.button)
    says(qtbot, card.notice, "not saved yet")
    assert settings.load().library_folder == ""


def test_a_cloud_folder_is_warned_of_and_can_be_used_anyway(
    qtbot, open_window, start, tmp_path, monkeypatch
):
    start()
    cloud = tmp_path / "Dropbox"
    cloud.mkdir()
    window = open_window()
    card = change(qtbot, window, cloud, monkeypatch)
    says(qtbot, card.notice, "Dropbox")
    assert not (cloud / "library.sqlite").exists()
    press(qtbot, card.notice.button)
    first(qtbot, window)
    assert settings.load().library_folder == str(cloud)


def test_a_full_disk_is_one_sentence_and_the_old_choice_stays(
    qtbot, open_window, start, stick, monkeypatch
):
    def full(*_args, **_names):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    start()
    monkeypatch.setattr(backups, "copy_pages", full)
    window = open_window()
    card = change(qtbot, window, stick, monkeypatch)
    says(qtbot, card.notice, "is full")
    assert window.stack.currentWidget().isEnabled()
    assert settings.load().library_folder == ""
    assert list(stick.iterdir()) == []


def test_a_choice_that_cannot_be_kept_is_not_made(qtbot, open_window, start, stick, monkeypatch):
    start()
    window = open_window()
    monkeypatch.setattr(settings, "save", lambda _settings: None)
    card = change(qtbot, window, stick, monkeypatch)
    says(qtbot, card.notice, "cannot be kept")
    assert window.keeper.path == paths.library_file()


def test_the_same_folder_again_changes_nothing(qtbot, open_window, monkeypatch, keeper):
    window = open_window()
    card = change(qtbot, window, paths.data_folder(), monkeypatch)
    says(qtbot, card.notice, "already")
    assert isinstance(window.stack.currentWidget(), SettingsScreen)


@pytest.fixture
def missing(qtbot, qapp, home, tmp_path):
    """The keeper of a library on a stick that is not there."""
    chosen = Settings(library_folder=str(tmp_path / "stick"))
    settings.save(chosen)
    found = Keeper(settings.library_file(chosen), make=not chosen.library_folder)
    yield found
    found.close()


def test_a_missing_stick_is_told_and_nothing_is_made_in_its_place(
    qtbot, open_window, missing, tmp_path
):
    window = open_window(missing)
    says(qtbot, window.first.notice, "Connect its drive")
    assert not (tmp_path / "stick").exists()
    assert not paths.library_file().exists()


def test_the_usual_folder_serves_for_now_and_the_choice_stays(
    qtbot, open_window, missing, tmp_path
):
    with open_library(paths.library_file(), daily_backup=False) as usual:
        starting.create(usual, "Usual", example="cafe", language="en")
    window = open_window(missing)
    says(qtbot, window.first.notice, "Connect its drive")
    press(qtbot, window.first.notice.other)
    screen = first(qtbot, window)
    assert listed(screen) == ["Usual"]
    assert "Until you close" in screen.notice.text.text()
    assert settings.load().library_folder == str(tmp_path / "stick")


def test_once_the_stick_is_there_trying_again_helps(qtbot, open_window, missing, stick):
    window = open_window(missing)
    (stick / "library.sqlite").unlink(missing_ok=True)
    says(qtbot, window.first.notice, "Connect its drive")
    open_library(stick / "library.sqlite", daily_backup=False).close()
    press(qtbot, window.first.notice.button)
    assert listed(first(qtbot, window)) == []


def test_another_library_can_be_chosen_while_the_stick_is_missing(
    qtbot, open_window, missing, tmp_path, monkeypatch
):
    folder = tmp_path / "elsewhere"
    with open_library(folder / "library.sqlite", daily_backup=False) as other:
        starting.create(other, "Elsewhere", example="cafe", language="en")
    window = open_window(missing)
    says(qtbot, window.first.notice, "Connect its drive")
    card = change(qtbot, window, folder, monkeypatch)
    says(qtbot, card.notice, "already")
    press(qtbot, card.notice.button)
    assert listed(first(qtbot, window)) == ["Elsewhere"]
