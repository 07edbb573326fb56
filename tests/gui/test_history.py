"""The history beside a step's title: opened, read, taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.history_panel import AT_ONCE, SHORT, HistoryPanel
from ui.pages.stop_page import step_page
from ui.tongue import speak
from wizard import flow
from wizard.interview.places import Place
from wizard.library import people

NAME = Place("business", "name")
CHANNELS = Place("channels", "list")


@pytest.fixture
def desk(project_desk):
    return project_desk("cafe", facts=True)


@pytest.fixture
def page_of(qtbot, desk):
    """``page_of("business")``: the page of a step, shown, and its history."""

    def shown(step):
        page = step_page(desk, flow.BY_ID[step]).complete()
        qtbot.addWidget(page)
        page.resize(620, 700)
        page.show()
        return page, page.findChild(HistoryPanel)

    return shown


def opened(qtbot, panel):
    with qtbot.waitSignal(panel.listed):
        qtbot.mouseClick(panel.link, Qt.MouseButton.LeftButton)


def take_back(qtbot, panel, number=0):
    with qtbot.waitSignal(panel.listed):
        qtbot.mouseClick(panel.take_back[number], Qt.MouseButton.LeftButton)


def reads(qtbot, panel, *words):
    """Wait until these are seen in the panel."""

    def seen():
        return {one.text() for one in panel.findChildren(QLabel) if one.isVisible()}

    qtbot.waitUntil(lambda: set(words) <= seen())


@pytest.mark.parametrize(
    ("language", "word"), [("en", "Nothing was changed here yet"), ("ru", "ничего не менялось")]
)
def test_an_empty_history_says_what_will_be_here(qtbot, page_of, language, word):
    speak(language)
    _, panel = page_of("hours")
    assert panel.isHidden()
    opened(qtbot, panel)
    assert word in panel.about.text()
    assert panel.take_back == []


def test_an_earlier_answer_is_shown_and_taken_back_as_a_change_of_its_own(
    qtbot, desk, page_of, stored
):
    page, panel = page_of("business")
    desk.give(NAME, "Tea Corner")
    opened(qtbot, panel)
    reads(qtbot, panel, "Trading name", "Coffee Corner")
    take_back(qtbot, panel)
    field = next(form.rows[NAME] for form in page.bodies if NAME in form.rows).editor.field()
    assert field.text() == "Coffee Corner"
    assert stored(desk, "business")["name"] == "Coffee Corner"
    reads(qtbot, panel, "Tea Corner")
    assert panel.notice.text.text() == "Taken back: Trading name"
    with qtbot.waitSignal(panel.listed):
        qtbot.mouseClick(panel.notice.button, Qt.MouseButton.LeftButton)
    assert field.text() == "Tea Corner"


def test_what_is_typed_in_one_visit_is_one_line(qtbot, desk, page_of):
    _, panel = page_of("business")
    for typed in ("C", "Co", "Cof"):
        desk.give(NAME, typed)
        with qtbot.waitSignal(desk.saved):
            desk.save()
    opened(qtbot, panel)
    assert len(panel.take_back) == 1
    reads(qtbot, panel, "Coffee Corner")


def test_what_is_saved_while_it_is_open_is_listed(qtbot, desk, page_of):
    _, panel = page_of("business")
    opened(qtbot, panel)
    with qtbot.waitSignal(panel.listed):
        desk.give(NAME, "Tea Corner")
    assert len(panel.take_back) == 1


def test_a_removed_row_comes_back_and_its_card_is_there(qtbot, desk, page_of):
    page, panel = page_of("channels")
    rows = desk.raw(CHANNELS)
    desk.put(CHANNELS, rows[1:])
    opened(qtbot, panel)
    assert panel.take_back[0].accessibleName() == "Take back: Your channels, Removed: Instagram"
    take_back(qtbot, panel)
    assert desk.raw(CHANNELS) == rows
    assert rows[0]["id"] in {card.row for card in page.bodies[0].rows[CHANNELS].editor.cards}


def test_a_removed_person_comes_back_whole(qtbot, desk, page_of, keeper):
    page, panel = page_of("people")
    gone, *others = desk.session.people
    desk.give_people(others)
    opened(qtbot, panel)
    reads(qtbot, panel, "Taken off the list")
    take_back(qtbot, panel)
    assert gone in desk.session.people
    assert gone.id in {one.id for one in page.bodies[0].model.shown}
    project = desk.session.project.id
    assert gone in keeper.ask(lambda library: people.people(library, project))


def test_a_long_answer_is_shortened_and_whole_in_the_tooltip(qtbot, desk, page_of):
    _, panel = page_of("business")
    long = "Tea & Corner " * 40
    desk.put(NAME, long.strip())
    desk.put(NAME, "Short")
    opened(qtbot, panel)
    (label,) = [one for one in panel.findChildren(QLabel) if one.toolTip()]
    assert len(label.text()) <= SHORT + 1
    assert label.toolTip().count("Tea &amp; Corner") == 40


def test_a_long_history_is_shown_piece_by_piece(qtbot, desk, page_of):
    _, panel = page_of("business")
    for number in range(AT_ONCE + 3):
        desk.put(NAME, f"Corner {number}")
    opened(qtbot, panel)
    assert len(panel.take_back) == AT_ONCE
    qtbot.mouseClick(panel.more, Qt.MouseButton.LeftButton)
    assert len(panel.take_back) == AT_ONCE + 3
    assert panel.more.isHidden()


def test_the_history_works_without_a_mouse(qtbot, desk, page_of):
    page, panel = page_of("business")
    desk.put(NAME, "Tea Corner")
    page.activateWindow()
    panel.link.setFocus()
    with qtbot.waitSignal(panel.listed):
        qtbot.keyClick(panel.link, Qt.Key.Key_Space)
    panel.take_back[0].setFocus()
    with qtbot.waitSignal(panel.listed):
        qtbot.keyClick(panel.take_back[0], Qt.Key.Key_Space)
    assert desk.raw(NAME) == "Coffee Corner"
    qtbot.waitUntil(panel.take_back[0].hasFocus)


def test_a_row_removed_a_moment_ago_is_no_longer_offered(qtbot, desk, page_of):
    _, panel = page_of("channels")
    row = desk.answers.channels.list[0].id
    desk.put(Place("channels", "list", row, "address"), "@new")
    opened(qtbot, panel)
    desk.session.give(CHANNELS, [one for one in desk.raw(CHANNELS) if one["id"] != row])
    take_back(qtbot, panel)
    assert desk.answers.channels.list[0].id != row


def test_leaving_the_project_while_the_history_is_read_is_fine(qtbot, page_of, desk):
    page, panel = page_of("business")
    panel.link.setChecked(True)
    page.hide()
    page.setParent(None)
    from shiboken6 import delete

    with qtbot.waitSignal(desk.keeper.idle):
        delete(panel)
