"""Naughty texts typed into every field that the window shows, and read again the next day."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from tests.reliability.naughty import TEXTS
from ui import tongue
from ui.desk import Desk
from ui.keeper import Keeper
from ui.screens.project import ProjectScreen
from wizard import flow, paths, saving, starting
from wizard.interview.places import Place

TYPED = [
    "markup",
    *(pytest.param(name, marks=pytest.mark.long) for name in TEXTS if name != "markup"),
]


@pytest.fixture
def keeper(home, qapp):
    tongue.speak("en")
    found = Keeper(paths.library_file())
    yield found
    found.close()


def type_into(screen, text):
    """Type the text into every field of every stop; how many there were."""
    count = 0
    for stop in flow.STEP_IDS:
        screen.go(stop)
        page = screen.page(stop)
        for field in page.findChildren(QLineEdit):
            if field.isEnabled() and not field.isReadOnly():
                field.selectAll()
                field.insert(text)
                field.textEdited.emit(field.text())
                field.editingFinished.emit()
                count += 1
        for field in page.findChildren(QPlainTextEdit):
            if field.isEnabled() and not field.isReadOnly():
                field.selectAll()
                field.insertPlainText(text)
                count += 1
    return count


@pytest.mark.parametrize("name", TYPED)
def test_every_field_of_the_window_takes_it_and_the_project_opens_again(qtbot, keeper, name):
    made = keeper.ask(
        lambda library: starting.create(library, "Bean", example="cafe", language="en", facts=True)
    )
    desk = Desk(keeper, keeper.ask(lambda library: saving.opened(library, made)))
    screen = ProjectScreen(desk)
    qtbot.addWidget(screen)
    assert type_into(screen, TEXTS[name]) > 100
    for stop in flow.STOPS:
        screen.go(stop.id)
    screen.leave()
    qtbot.waitUntil(lambda: keeper.is_idle and not desk.session.unsaved())
    again = keeper.ask(lambda library: saving.opened(library, made))
    assert again.answers == desk.session.answers
    assert again.misfits == desk.session.misfits
    assert again.raw(Place("business", "name"))
