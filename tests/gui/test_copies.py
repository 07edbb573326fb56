"""Back-ups in the window: offered where the library is damaged, listed and restored in settings."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from ui import __main__ as front_door
from ui.screens.first import FirstScreen
from ui.screens.project import ProjectScreen
from ui.screens.settings import SettingsScreen
from ui.window import Window
from wizard import paths, settings, starting
from wizard.interview.places import Place
from wizard.library import backups, projects
from wizard.library.connection import open_library

NAME = Place("business", "name")


@pytest.fixture
def copy(home):
    """A back-up with the project "Old"; the library has "New" beside it, and is closed."""
    with open_library(paths.library_file(), daily_backup=False) as library:
        starting.create(library, "Old", example="cafe", language="en")
        made = backups.daily(library)
        starting.create(library, "New", example="cafe", language="en")
    return made


@pytest.fixture
def damaged(copy):
    """The library, damaged."""
    path = paths.library_file()
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xaa" * (len(content) - 4096))
    return path


@pytest.fixture
def window(qtbot, copy, keeper):
    """A window on the library that has copies."""
    found = Window(keeper, settings.load())
    qtbot.addWidget(found)
    found.show()
    return found


@pytest.fixture
def stuck(damaged, window):
    """A window that cannot open its library."""
    return window


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def says(qtbot, notice, text):
    qtbot.waitUntil(lambda: text in notice.text.text() and not notice.isHidden())


def first(qtbot, window):
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), FirstScreen))
    return window.first


def lists(qtbot, window, *names):
    screen = first(qtbot, window)
    qtbot.waitUntil(lambda: sorted(one.name for one in screen.projects.model.projects) == [*names])


def settings_of(qtbot, window):
    """The list of copies in the settings, once it is read."""
    window.show_settings()
    copies = window.stack.currentWidget().library.copies
    qtbot.waitUntil(lambda: copies.state.isHidden())
    return copies


def rows(copies):
    return [label.text() for label in copies.findChildren(QLabel) if "projects:" in label.text()]


def ways(copies):
    buttons = copies.findChildren(QPushButton)
    return [one for one in buttons if one.text() == "Restore…" and one.isVisible()]


def restore_newest(qtbot, copies):
    """Ask for the newest copy and say yes."""
    qtbot.waitUntil(lambda: ways(copies) != [])
    press(qtbot, ways(copies)[0])
    says(qtbot, copies.notice, "Restore the copy of")
    press(qtbot, copies.notice.button)


def test_a_damaged_library_offers_its_newest_sound_copy(qtbot, stuck, damaged):
    notice = stuck.first.notice
    says(qtbot, notice, "The file with your answers is damaged")
    assert "projects in it: 1" in notice.text.text()
    assert not stuck.first.projects.isVisible(), "there is nothing to go on with"
    before = damaged.read_bytes()
    press(qtbot, notice.button)
    says(qtbot, notice, "is restored")
    assert "set-aside" in notice.text.text()
    lists(qtbot, stuck, "Old")
    assert stuck.first.projects.go.isVisible()
    (aside,) = damaged.parent.glob("*set-aside*")
    assert aside.read_bytes() == before


def test_a_library_that_is_gone_offers_its_newest_sound_copy(qtbot, copy, keeper):
    paths.library_file().unlink()
    window = Window(keeper, settings.load())
    qtbot.addWidget(window)
    window.show()
    says(qtbot, window.first.notice, "gone or empty")
    press(qtbot, window.first.notice.button)
    says(qtbot, window.first.notice, "is restored.")
    lists(qtbot, window, "Old")


def test_without_a_sound_copy_the_sentence_stands_alone(qtbot, copy, damaged, window):
    copy.write_bytes(b"spoiled, too")
    window.first.refresh()
    says(qtbot, window.first.notice, "is damaged or is no library")
    assert window.first.notice.button.isHidden()
    assert window.first.notice.other.isHidden()


def test_another_copy_is_chosen_in_the_settings(qtbot, stuck):
    says(qtbot, stuck.first.notice, "is damaged")
    press(qtbot, stuck.first.notice.other)
    assert isinstance(stuck.stack.currentWidget(), SettingsScreen)
    copies = stuck.stack.currentWidget().library.copies
    qtbot.waitUntil(lambda: rows(copies) == ["projects: 1"])
    restore_newest(qtbot, copies)
    lists(qtbot, stuck, "Old")
    says(qtbot, stuck.first.notice, "is restored")


def test_what_was_restored_can_be_taken_back(qtbot, window):
    copies = settings_of(qtbot, window)
    restore_newest(qtbot, copies)
    lists(qtbot, window, "Old")
    copies = settings_of(qtbot, window)
    assert rows(copies) == ["projects: 2 · before another copy was restored", "projects: 1"]
    restore_newest(qtbot, copies)
    lists(qtbot, window, "New", "Old")


def test_a_copy_is_made_at_once_and_damaged_ones_cannot_be_restored(qtbot, copy, window):
    copy.write_bytes(copy.read_bytes()[:5000])
    copies = settings_of(qtbot, window)
    assert ways(copies) == []
    with qtbot.waitSignal(copies.listed):
        press(qtbot, copies.make)
    assert rows(copies) == ["projects: 2"]
    assert len(backups.copies(paths.library_file())) == 2


def test_another_window_is_told_and_nothing_is_restored(qtbot, window, monkeypatch):
    monkeypatch.setattr("wizard.library.connection.BUSY_SECONDS", 0)
    copies = settings_of(qtbot, window)
    with open_library(paths.library_file(), daily_backup=False) as other:
        restore_newest(qtbot, copies)
        assert "Restoring" in copies.notice.text.text()
        assert not copies.make.isEnabled(), "nothing else can be pressed meanwhile"
        says(qtbot, copies.notice, "open in another window")
        assert copies.make.isEnabled()
        assert len(projects.projects(other)) == 2
    assert isinstance(window.stack.currentWidget(), SettingsScreen)


def test_what_is_not_saved_yet_is_saved_first(qtbot, window, shows):
    lists(qtbot, window, "New", "Old")
    window.open(window.first.projects.model.projects[0].id, "business")
    project = shows(window, ProjectScreen)
    copies = settings_of(qtbot, window)
    project.desk.session.give(NAME, "Tea Corner")
    restore_newest(qtbot, copies)
    says(qtbot, copies.notice, "not saved yet")
    with qtbot.waitSignal(project.desk.saved):
        project.desk.save()
    restore_newest(qtbot, copies)
    lists(qtbot, window, "Old")
    assert window.project is None
    kept = [one for one in backups.copies(paths.library_file()) if "restoring" in one.name]
    with open_library(kept[0], daily_backup=False) as before:
        assert len(projects.projects(before)) == 2


def test_the_daily_back_up_that_meets_damage_leads_to_the_copies(qtbot, keeper, window, copy):
    lists(qtbot, window, "New", "Old")
    copy.rename(copy.with_name("library-2026-01-01.sqlite"))
    path = paths.library_file()
    keeper.reopen(path, make=True)
    qtbot.waitUntil(lambda: not path.with_name(path.name + "-wal").exists())
    content = path.read_bytes()
    half = len(content) // 2
    path.write_bytes(content[:half] + b"\xaa" * (len(content) - half))
    front_door.back_up(keeper, window)
    says(qtbot, window.notice, "is damaged")
    press(qtbot, window.notice.button)
    assert isinstance(window.stack.currentWidget(), SettingsScreen)
