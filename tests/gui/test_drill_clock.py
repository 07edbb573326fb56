"""The drill clock: injects by the clock, notes saved at once, a review that records the drill."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from ui.drills.open_actions import OpenActions
from ui.pages.drills import DrillsPage
from ui.screens.project import ProjectScreen
from ui.tongue import speak
from wizard import flow
from wizard.exercises import lines
from wizard.interview import due
from wizard.interview.places import Place
from wizard.standing import of_project

NOON = dt.datetime(2026, 12, 1, 12, 0, tzinfo=dt.UTC)


class Hands:
    """The hands of a clock that a test moves."""

    def __init__(self):
        self.moment = NOON

    def __call__(self):
        return self.moment


@pytest.fixture
def hands():
    return Hands()


@pytest.fixture
def page_of(qtbot, hands):
    """``page_of(desk)``: the page of the drills with the clock in the test's hands."""

    def made(desk):
        page = DrillsPage(desk, flow.BY_ID["drills"], hands)
        page.add_plan()
        qtbot.addWidget(page)
        page.resize(780, 585)
        page.show()
        return page

    return made


@pytest.fixture
def page(page_of, project_desk):
    return page_of(project_desk(facts=True))


def started(page):
    page.plan.start.click()
    return page.clock


def at_minute(clock, hands, minute):
    hands.moment = NOON + dt.timedelta(minutes=minute)
    clock.tick()


def note(qtbot, clock, text):
    clock.notes.line.setText(text)
    qtbot.keyClick(clock.notes.line, Qt.Key.Key_Return)


def said(clock, place):
    injects, desk = clock.exercise.injects, clock.card.desk
    return lines.said(injects[place].text, desk.answers, desk.document_language)


def test_the_inject_of_the_minute_is_shown_with_the_next_and_its_countdown(page, hands):
    clock = started(page)
    assert clock.card.text.text() == said(clock, 0)
    at_minute(clock, hands, 5)
    assert clock.card.minute.text() == "Minute 5"
    assert clock.card.text.text() == said(clock, 1)
    assert clock.card.level.text() == "1 issue"
    at_minute(clock, hands, 5.5)
    assert clock.time.text() == "5:30"
    assert clock.next_one.text().startswith("Next in 1:30: ")


def test_after_the_sleep_of_the_computer_the_clock_shows_what_is_due(page, hands):
    clock = started(page)
    at_minute(clock, hands, 36)
    assert clock.card.minute.text() == "Minute 35"


def test_next_and_back_do_not_move_the_time(page, hands):
    clock = started(page)
    assert not clock.back.isEnabled()
    clock.forward.click()
    assert clock.card.text.text() == said(clock, 1)
    assert clock.time.text() == "0:00"
    clock.back.click()
    assert clock.card.text.text() == said(clock, 0)


def test_a_pause_stops_the_clock_and_its_button_says_how_to_go_on(page, hands):
    clock = started(page)
    clock.pause.click()
    at_minute(clock, hands, 10)
    assert clock.time.text() == "0:00"
    assert clock.pause.text() == "Go on"
    clock.pause.click()
    hands.moment += dt.timedelta(minutes=5)
    clock.tick()
    assert clock.card.minute.text() == "Minute 5"


def test_what_was_ticked_stays_ticked_and_is_proposed_as_what_worked(page, hands):
    clock = started(page)
    clock.forward.click()
    box = clock.card._good.itemAt(0).widget()
    box.click()
    clock.forward.click()
    clock.back.click()
    assert clock.card._good.itemAt(0).widget().isChecked()
    clock.stop.click()
    (held,) = page.desk.answers.drills.held
    assert held.worked.own in said_good(clock, 1)


def said_good(clock, place):
    desk = clock.card.desk
    good = clock.exercise.injects[place].good
    return [lines.said(one, desk.answers, desk.document_language) for one in good]


def test_a_note_has_the_time_of_the_day_and_is_saved_at_once(qtbot, page, hands, stored):
    clock = started(page)
    at_minute(clock, hands, 7)
    note(qtbot, clock, "Rang the deputy")
    (row,) = stored(page.desk, "drills")["notes"]
    assert (row["at"], row["text"]) == ("12:07", "Rang the deputy")
    assert row["drill"] == stored(page.desk, "drills")["held"][0]["id"]
    assert clock.notes.line.text() == ""


def test_the_focus_stays_on_the_note_when_an_inject_comes(qtbot, page, hands):
    clock = started(page)
    page.activateWindow()
    qtbot.waitUntil(clock.notes.line.hasFocus)
    at_minute(clock, hands, 9)
    assert clock.notes.line.hasFocus()


def test_a_new_inject_is_announced_to_a_screen_reader(page, hands, monkeypatch):
    told = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: told.append(event.message())
    )
    clock = started(page)
    at_minute(clock, hands, 5)
    assert told[-1].startswith("Minute 5. ")
    assert said(clock, 1) in told[-1]


def test_the_review_records_a_drill_that_was_held_today(qtbot, page, hands):
    desk = page.desk
    clock = started(page)
    note(qtbot, clock, "Rang the deputy")
    clock.stop.click()
    assert due.last_drill(desk.answers) != desk.today
    review = page.review
    review.changes.add.click()
    (line,) = review.changes.lines
    qtbot.keyClicks(line.what, "New phone list")
    qtbot.keyClicks(line.who, "owner")
    line.by.show_raw(None)
    qtbot.keyClicks(line.by.line, "2026-12-24")
    review.finish.click()
    (held,) = desk.answers.drills.held
    assert held.day == due.last_drill(desk.answers) == desk.today
    assert "," in held.present.own
    standing = of_project(desk.answers)
    assert (standing.actions, standing.action_on) == (1, dt.date(2026, 12, 24))
    assert not page.notice.isHidden()
    with qtbot.waitSignal(page.files_wanted) as wanted:
        page.notice.button.click()
    assert wanted.args == [["after-action"]]


def test_a_drill_that_was_broken_off_is_finished_later(qtbot, page, page_of, hands):
    clock = started(page)
    note(qtbot, clock, "The power went")
    page.desk.save()
    later = page_of(page.desk)
    assert later.plan._broken_off.count() == 1
    later.plan._broken_off.itemAt(0).widget().click()
    later.review.later.click()
    assert later.plan._broken_off.count() == 1
    later.plan._broken_off.itemAt(0).widget().click()
    later.review.finish.click()
    assert due.last_drill(page.desk.answers) == page.desk.today
    assert later.plan._broken_off.count() == 0


def test_a_change_that_was_typed_can_be_taken_away(qtbot, page):
    started(page).stop.click()
    page.review.changes.add.click()
    page.review.changes.lines[0].removed.emit(page.review.changes.lines[0].id)
    assert page.review.changes.lines == []
    assert page.desk.answers.drills.actions == ()


def test_what_undo_takes_back_is_shown_and_no_beginning_leaves_no_review(page):
    started(page).stop.click()
    page.review.changes.add.click()
    page.desk.undo()
    assert page.review.changes.lines == []
    page.desk.undo()
    assert page.desk.answers.drills.held == ()
    assert page.review is None
    assert page.plan.isVisible()


def test_an_open_change_is_ticked_and_unticked_and_both_can_be_undone(page_of, project_desk):
    desk = project_desk()
    row = {"id": "a1", "text": "New phone list", "who": "owner", "by": "2020-01-01"}
    desk.put(Place("drills", "actions"), [row])
    page = page_of(desk)
    card = page.findChild(OpenActions)
    words = card.boxes["a1"].text().replace("\N{NO-BREAK SPACE}", " ")
    assert words == "New phone list · owner · overdue since 1 January 2020"
    card.boxes["a1"].click()
    assert desk.answers.drills.actions[0].done == desk.today
    assert due.open_actions(desk.answers) == ()
    card.boxes["a1"].click()
    assert desk.answers.drills.actions[0].done is None
    card.boxes["a1"].click()
    desk.undo()
    assert desk.answers.drills.actions[0].done is None
    assert not card.boxes["a1"].isChecked()


def test_the_risk_says_its_level_and_which_one_is_the_highest(page):
    editor = page.plan.form.rows[Place("drills", "risk")].editor
    assert editor.combo.itemText(0).startswith("The highest: ")
    assert editor.level.text() == "high 9"
    page.desk.put(Place("drills", "risk"), "boycott")
    assert editor.level.text() == "low 3"


def test_the_kit_and_the_clock_are_reached_from_the_project(qtbot, at_work):
    _window, screen = at_work(stop="drills")
    page = screen.page("drills")
    assert isinstance(screen, ProjectScreen)
    page.plan.start.click()
    assert screen.preview.isHidden()
    page.clock.stop.click()
    page.review.later.click()
    assert not screen.preview.isHidden()
    page.plan.save.click()
    assert screen.current == flow.EXPORT.id
    export = screen.page(flow.EXPORT.id).bodies[0]
    assert [one for one, box in export.documents.items() if box.isChecked()] == ["drill-kit"]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_clock_and_review_have_names_and_room_in_the_smallest_window(
    qtbot, page_of, project_desk, hands, language
):
    speak(language)
    page = page_of(project_desk("cafe", language, facts=True))
    clock = started(page)
    at_minute(clock, hands, 21)
    must_be_whole(page)
    clock.stop.click()
    page.review.changes.add.click()
    must_be_whole(page)


def must_be_whole(page):
    for one in page.findChildren(QAbstractButton) + page.findChildren(QLineEdit):
        if not one.isVisible() or one.objectName().startswith("qt_"):
            continue
        face = QAccessible.queryAccessibleInterface(one)
        assert face.text(QAccessible.Text.Name).strip()
        if not one.hasHeightForWidth():
            assert one.width() >= one.minimumSizeHint().width()
    assert page.widget().width() <= page.viewport().width()
