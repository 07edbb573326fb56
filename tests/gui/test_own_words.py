"""The page of own words: sections are reworded, added, moved and left out, and come back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.gui.test_look import squeezed
from tests.gui.test_walking import press, type_into
from ui.history_panel import HistoryPanel
from ui.pages.stop_page import step_page
from ui.screens.project import ProjectScreen
from wizard import flow
from wizard.interview.places import Place

STEP = "own_words"


@pytest.fixture
def page_of(qtbot, project_desk):
    """``page_of("en")``: the page alone, in a project of the café with all its facts."""

    kept = []

    def shown(language="en"):
        desk = project_desk("cafe", language, facts=True)
        page = step_page(desk, flow.BY_ID[STEP])
        qtbot.addWidget(page)
        page.resize(560, 640)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        kept.append(page)
        return page.bodies[0]

    return shown


def field(page, name, question):
    place = Place(STEP, "passages", f"{page.document}.{name}", question)
    return page.rows[name].form.rows[place].editor.field()


def rows(page):
    return {one.id: one for one in page.desk.answers.own_words.passages}


def test_each_document_lists_its_sections_as_they_are_printed(page_of):
    page = page_of()
    assert list(page.rows)[:3] == ["hours", "channels", "late"]
    assert page.rows["hours"].title.text() == "When we are here"
    page.choice.buttons["guide"].click()
    assert page.document == "guide"
    assert page.rows["ethics"].title.text() == "Ethics and respect"
    assert "hours" not in page.rows


def test_a_heading_is_renamed_and_a_sentence_added(qtbot, page_of, stored):
    page = page_of()
    press(qtbot, page.rows["hours"].change)
    heading = field(page, "hours", "heading")
    assert heading.hasFocus()
    assert heading.placeholderText() == "When we are here"
    type_into(qtbot, heading, "We are open")
    type_into(qtbot, field(page, "hours", "text"), "Ring twice.")
    qtbot.waitUntil(lambda: page.rows["hours"].title.text() == "We are open")
    assert page.rows["hours"].about.text() == "Changed"
    assert stored(page.desk, STEP)["passages"] == [
        {"id": "promise.hours", "heading": "We are open", "text": "Ring twice."}
    ]


def test_a_section_that_was_only_opened_is_left_without_a_trace(qtbot, page_of):
    page = page_of()
    press(qtbot, page.rows["hours"].change)
    assert list(rows(page)) == ["promise.hours"]
    press(qtbot, page.rows["hours"].change)
    assert rows(page) == {}
    assert page.rows["hours"].change.hasFocus()
    assert not page.desk.session.can_undo
    press(qtbot, page.rows["hours"].change)
    press(qtbot, page.rows["channels"].change)
    assert list(rows(page)) == ["promise.channels"]
    assert page.rows["hours"].form is None


def test_a_paragraph_without_a_heading_is_asked_for_sentences_alone(qtbot, page_of):
    page = page_of()
    press(qtbot, page.rows["late"].change)
    assert [one.key for one in page.rows["late"].form.rows] == ["text"]


def test_an_own_section_stands_below_the_one_it_was_added_to(qtbot, page_of):
    page = page_of()
    page.choice.buttons["guide"].click()
    press(qtbot, page.rows["breach"].add)
    names = list(page.rows)
    own = names[names.index("breach") + 1]
    assert page.rows[own].title.text() == "New section"
    heading = field(page, own, "heading")
    assert heading.hasFocus()
    type_into(qtbot, heading, "Photos of guests")
    qtbot.waitUntil(lambda: page.rows[own].title.text() == "Photos of guests")
    assert page.rows[own].about.text() == "Yours"
    assert page.rows[own].back.text() == "Remove"


def test_an_own_section_in_which_nothing_is_written_goes_again(qtbot, page_of):
    page = page_of()
    before = list(page.rows)
    press(qtbot, page.rows["hours"].add)
    press(qtbot, page.rows["channels"].change)
    assert list(page.rows) == before
    assert list(rows(page)) == ["promise.channels"]


def test_a_section_moves_up_and_down_by_keyboard_and_keeps_the_focus(qtbot, page_of):
    page = page_of()
    page.choice.buttons["guide"].click()
    row = page.rows["truth"]
    row.up.setFocus()
    for above in ("accounts", "speakers"):
        qtbot.keyClick(row.up, Qt.Key.Key_Space)
        names = list(page.rows)
        assert names[names.index("truth") + 1] == above
        assert row.up.hasFocus()
    assert list(rows(page)) == ["guide.truth"]
    row.down.setFocus()
    for _ in range(2):
        qtbot.keyClick(row.down, Qt.Key.Key_Space)
    assert rows(page) == {}


def test_a_section_at_the_end_of_its_way_moves_no_further(qtbot, page_of):
    page = page_of()
    assert not page.rows["hours"].up.isEnabled()
    assert not page.rows["welcome"].up.isEnabled()
    row = page.rows["channels"]
    press(qtbot, row.up)
    assert next(iter(page.rows)) == "channels"
    assert not row.up.isEnabled()
    assert row.down.hasFocus()
    page.choice.buttons["guide"].click()
    assert not page.rows["do"].up.isEnabled()
    assert not page.rows["thanks"].down.isEnabled()


def test_a_section_is_left_out_and_printed_again(qtbot, page_of):
    page = page_of()
    row = page.rows["ladder"]
    press(qtbot, row.printed)
    assert rows(page)["promise.ladder"].left_out is True
    assert row.about.text() == "Not printed"
    assert row.title.property("tone") == "out"
    press(qtbot, row.printed)
    assert rows(page) == {}
    assert row.title.property("tone") == ""


def test_what_is_as_the_document_has_it_again_can_be_undone(qtbot, page_of):
    page = page_of()
    press(qtbot, page.rows["hours"].change)
    type_into(qtbot, field(page, "hours", "heading"), "We are open")
    qtbot.waitUntil(page.rows["hours"].back.isVisible)
    press(qtbot, page.rows["hours"].back)
    assert rows(page) == {}
    assert page.rows["hours"].title.text() == "When we are here"
    assert page.notice.button.hasFocus()
    press(qtbot, page.notice.button)
    assert page.rows["hours"].title.text() == "We are open"


def test_a_removed_own_section_comes_back_where_it_was(qtbot, page_of):
    page = page_of()
    press(qtbot, page.rows["hours"].add)
    own = list(page.rows)[1]
    type_into(qtbot, field(page, own, "heading"), "Parking")
    qtbot.waitUntil(page.rows[own].back.isVisible)
    press(qtbot, page.rows[own].back)
    assert own not in page.rows
    assert page.notice.text.text() == "Removed: Parking"
    press(qtbot, page.notice.button)
    assert list(page.rows)[1] == own
    assert page.rows[own].title.text() == "Parking"


def test_an_undo_that_is_offered_goes_with_the_next_change(qtbot, page_of):
    page = page_of()
    press(qtbot, page.rows["hours"].printed)
    press(qtbot, page.rows["hours"].back)
    assert page.notice.isVisible()
    press(qtbot, page.rows["channels"].printed)
    assert not page.notice.isVisible()


def test_undo_takes_back_one_move_or_switch_at_a_time(qtbot, at_work):
    _, screen = at_work(stop=STEP)
    page = screen.page(STEP).bodies[0]
    press(qtbot, page.rows["channels"].up)
    press(qtbot, page.rows["ladder"].printed)
    qtbot.keyClick(page.rows["ladder"].printed, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.rows["ladder"].printed.isChecked()
    assert next(iter(page.rows)) == "channels"
    screen._undo()
    assert next(iter(page.rows)) == "hours"
    assert rows(page) == {}


def test_a_form_goes_with_the_row_that_undo_takes_back(qtbot, page_of):
    page = page_of()
    press(qtbot, page.rows["hours"].change)
    page.desk.undo()
    assert page.rows["hours"].form is None
    assert page.rows["hours"].change.text() == "Edit…"


def test_the_page_speaks_russian_and_lists_russian_sections(qtbot, at_work):
    _, screen = at_work("ru", STEP)
    stop = screen.page(STEP)
    page = stop.bodies[0]
    assert stop.title.text() == "Свои слова"
    page.choice.buttons["guide"].click()
    press(qtbot, page.rows["ethics"].up)
    row = page.rows["ethics"]
    assert (row.about.text(), row.back.text()) == ("Изменён", "Вернуть как было")
    assert row.up.accessibleName() == "Выше: Нормы этики"
    assert row.printed.accessibleName() == "Печатать раздел: Нормы этики"


def test_what_was_changed_is_there_after_a_restart(qtbot, at_work, open_window, shows):
    window, screen = at_work(stop=STEP)
    page = screen.page(STEP).bodies[0]
    page.choice.buttons["guide"].click()
    press(qtbot, page.rows["breach"].add)
    own = list(page.rows)[list(page.rows).index("breach") + 1]
    type_into(qtbot, field(page, own, "text"), "Ask first.")
    press(qtbot, page.rows["ethics"].printed)
    order = list(page.rows)
    window.close()
    again = open_window()
    qtbot.waitUntil(lambda: again.first.projects.model.rowCount() == 1)
    press(qtbot, again.first.projects.go)
    reopened = shows(again, ProjectScreen)
    reopened.go(STEP)
    page = reopened.page(STEP).bodies[0]
    page.choice.buttons["guide"].click()
    assert list(page.rows) == order
    assert not page.rows["ethics"].printed.isChecked()
    page.open(own)
    assert field(page, own, "text").text() == "Ask first."


def test_the_chosen_document_is_seen_beside_the_page_also_on_coming_back(qtbot, at_work):
    _, screen = at_work(stop=STEP)
    assert screen.preview.document == "promise"
    assert list(screen.preview.tabs.tabs)[:4] == [
        "promise", "service-standard", "guide", "crisis-plan",
    ]  # fmt: skip
    press(qtbot, screen.page(STEP).bodies[0].choice.buttons["crisis-plan"])
    assert screen.preview.document == "crisis-plan"
    screen.go("business")
    screen.go(STEP)
    assert screen.preview.document == "crisis-plan"


def test_a_click_on_an_own_paragraph_leads_to_its_words(qtbot, at_work):
    _, screen = at_work(stop=STEP)
    page = screen.page(STEP).bodies[0]
    page.choice.buttons["guide"].click()
    press(qtbot, page.rows["ethics"].change)
    type_into(qtbot, field(page, "ethics", "text"), "Be kind.")
    screen.go("business")
    page.choose("promise")
    screen.preview.asked_for.disconnect()
    asked = []
    screen.preview.asked_for.connect(asked.append)
    screen.preview._clicked("own_words.passages.guide.ethics.text")
    (place,) = asked
    screen.go_to(place)
    assert screen.current == STEP
    assert page.document == "guide"
    assert field(page, "ethics", "text").hasFocus()
    assert screen.preview.document == "guide"
    qtbot.waitUntil(lambda: screen.is_idle)
    assert not field(page, "ethics", "text").visibleRegion().isEmpty()


def test_a_change_that_is_no_text_leads_to_its_section(page_of):
    page = page_of()
    page.outline.document = "guide"
    page.outline.show("ethics", printed=False)
    assert page.focus(Place(STEP, "passages", "guide.ethics", "left_out"))
    assert page.rows["ethics"].change.hasFocus()
    assert page.rows["ethics"].form is None
    assert page.focus(Place(STEP, "passages", "guide.not-there", "text"))
    assert page.choice.buttons["guide"].hasFocus()


def test_the_list_follows_answers_that_change_its_sections(qtbot, at_work):
    _, screen = at_work(stop=STEP)
    page = screen.page(STEP).bodies[0]
    page.choose("crisis-plan")
    assert "statement-boycott" in page.rows
    screen.go("risks")
    raw = [
        {**one, "on": False} if one["id"] == "boycott" else one
        for one in screen.desk.raw(Place("risks", "list"))
    ]
    screen.desk.put(Place("risks", "list"), raw)
    screen.go(STEP)
    assert "statement-boycott" not in page.rows


def test_every_button_names_its_section_to_a_screen_reader(page_of):
    page = page_of()
    for row in page.rows.values():
        for button in row.findChildren(QAbstractButton):
            said = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
            assert said.endswith(f": {row.title.text()}"), said
    names = [one.accessibleName() for one in page.choice.buttons.values()]
    assert len(set(names)) == len(names) == 4


def test_the_history_names_the_section_and_takes_a_change_back(qtbot, at_work):
    _, screen = at_work(stop=STEP)
    stop = screen.page(STEP)
    page = stop.bodies[0]
    press(qtbot, page.rows["ladder"].printed)
    panel = stop.findChild(HistoryPanel)
    with qtbot.waitSignal(panel.listed):
        press(qtbot, panel.link)
    (button,) = panel.take_back
    assert "How we answer · What happens then" in button.accessibleName()
    press(qtbot, button)
    assert rows(page) == {}
    assert page.rows["ladder"].printed.isChecked()


def test_typing_makes_no_row_anew(qtbot, page_of):
    page = page_of()
    before = dict(page.rows)
    press(qtbot, page.rows["hours"].change)
    type_into(qtbot, field(page, "hours", "heading"), "We are open")
    QApplication.processEvents()
    assert page.rows == before


@pytest.mark.parametrize("language", ["en", "ru"])
def test_nothing_is_squeezed_in_the_smallest_window_whatever_is_done(qtbot, at_work, language):
    window, screen = at_work(language, STEP)
    window.resize(1024, 640)
    page = screen.page(STEP).bodies[0]
    wrong = []

    def look():
        for _ in range(3):
            wrong.extend(squeezed(page))
            QApplication.processEvents()

    page.choice.buttons["guide"].click()
    look()
    for act in (
        lambda: page.rows["ethics"].up.click(),
        lambda: page.rows["praise"].printed.click(),
        lambda: page.rows["breach"].add.click(),
        lambda: page.rows["praise"].change.click(),
        lambda: page.rows["ethics"].back.click(),
        page.desk.undo,
    ):
        act()
        look()
    qtbot.waitUntil(lambda: screen.is_idle)
    assert wrong == []
    assert page.width() <= screen.page(STEP).viewport().width()
