"""What the window does by itself after its first screen is shown."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from ui import __main__ as front_door
from ui import tongue
from ui.window import Window
from wizard.errors import UserError
from wizard.library import backups
from wizard.library.faults import LibraryDamagedError
from wizard.settings import Settings


@pytest.fixture
def window(qtbot, keeper):
    found = Window(keeper, Settings())
    qtbot.addWidget(found)
    qtbot.waitUntil(lambda: keeper.is_idle)
    return found


def test_the_library_is_backed_up_once_a_day(qtbot, keeper, window):
    with qtbot.waitSignal(keeper.idle):
        front_door.back_up(keeper, window)
    assert len(backups.copies(keeper.path)) == 1
    assert window.notice.isHidden()


@pytest.mark.parametrize(
    ("error", "told"),
    [(LibraryDamagedError(Path("library.sqlite")), True), (UserError("Disk full."), False)],
)
def test_only_a_damaged_library_is_told(qtbot, keeper, window, monkeypatch, error, told):
    def fail(_library):
        raise error

    monkeypatch.setattr(backups, "daily", fail)
    with qtbot.waitSignal(keeper.idle):
        front_door.back_up(keeper, window)
    assert window.notice.isHidden() is not told


@pytest.mark.parametrize(("language", "word"), [("en", "Cancel"), ("ru", "Отмена")])
def test_qts_own_buttons_speak_the_language_of_the_window(qtbot, language, word):
    tongue.speak(language)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text().replace("&", "") == word
