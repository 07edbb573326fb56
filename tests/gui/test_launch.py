"""The stop where the team is told: the kit, its messages to paste, and who was there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.editors.row_card import OPENER_WIDTH
from ui.editors.rows import CARDS
from ui.form import Form
from ui.pages.launch import KIT, LaunchCard
from ui.pages.stop_page import step_page
from ui.staff.ticks import CHECK, OFF, ON
from ui.tongue import speak
from wizard import flow
from wizard.documents import writing
from wizard.documents.plain_text import of_section
from wizard.interview.places import Place
from wizard.library.people import Person

PRESENT = Place("briefing", "present")


@pytest.fixture
def present(qtbot, project_desk):
    """``present(people)``: the desk of a café with these people, and who was there as asked."""
    kept = []

    def shown(people=(), language="en", *, facts=False):
        speak(language)
        desk = project_desk("cafe", language, facts=facts)
        if people:
            desk.put_people(people)
        form = Form(desk, [PRESENT])
        qtbot.addWidget(form)
        form.show()
        kept.append(form)
        return desk, form.rows[PRESENT].editor

    return shown


@pytest.fixture
def page(qtbot, project_desk):
    """``page(language)``: the desk of a café with its facts, and the page of the stop."""

    def shown(language="en"):
        speak(language)
        desk = project_desk("cafe", language, facts=True)
        found = step_page(desk, flow.BY_ID["briefing"]).complete()
        qtbot.addWidget(found)
        found.show()
        return desk, found

    return shown


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def crowd(count):
    return [
        Person(surname=f"Name{n:05}", given="Ada", department="AB"[n % 2], id=f"m{n}")
        for n in range(count)
    ]


def tick(offer, *rows):
    for row in rows:
        assert offer.model.setData(offer.model.index(row), ON, CHECK)


def test_those_ticked_come_into_the_list_as_one_change(qtbot, present, stored):
    desk, editor = present(facts=True)
    offer = editor.offer
    press(qtbot, offer.way)
    assert offer.panel.isVisible()
    assert not offer.add.isEnabled()
    names = [offer.model.index(row).data() for row in range(3)]
    assert names[0] == "Alice Morgan, owner"
    tick(offer, 0, 2)
    assert offer.add.text() == "Add: 2"
    press(qtbot, offer.add)
    assert offer.panel.isHidden()
    kept = stored(desk, "briefing")["present"]
    assert [row["person"]["staff"] for row in kept] == ["p1", "p3"]
    assert len(editor.cards) == 2
    desk.undo()
    assert not desk.answers.briefing.present
    assert editor.cards == []


def test_a_row_that_says_nothing_but_a_name_gives_it_the_whole_width(qtbot, present):
    desk, editor = present(facts=True)
    desk.put(PRESENT, [{"id": "a", "person": {"staff": "p1"}}])
    editor.window().resize(600, 400)
    (card,) = editor.cards
    qtbot.waitUntil(lambda: 0 < card.opener.x() < 2 * OPENER_WIDTH)
    assert card.title.width() > card.width() / 2


def test_who_is_in_the_list_is_not_offered_again(qtbot, present):
    desk, editor = present(crowd(3))
    offer = editor.offer
    press(qtbot, offer.way)
    tick(offer, 1)
    press(qtbot, offer.add)
    press(qtbot, offer.way)
    assert [one.id for one in offer.model.shown] == ["m0", "m2"]
    offer.all.click()
    press(qtbot, offer.add)
    press(qtbot, offer.way)
    assert offer.hint.text() == "Everybody on the staff list is noted."
    assert offer.list.isHidden()
    assert {row.person.staff for row in desk.answers.briefing.present} == {"m0", "m1", "m2"}


def test_somebody_is_found_by_a_part_of_the_name_and_stays_ticked(qtbot, present):
    _, editor = present(crowd(30))
    offer = editor.offer
    press(qtbot, offer.way)
    offer.find.setText("name00007")
    assert [one.id for one in offer.model.shown] == ["m7"]
    tick(offer, 0)
    offer.find.setText("ada")
    assert len(offer.model.shown) == 30
    assert offer.model.index(7).data(CHECK) == ON
    assert offer.model.index(8).data(CHECK) == OFF


def test_the_space_bar_ticks_and_takes_it_back(qtbot, present):
    _, editor = present(crowd(3))
    offer = editor.offer
    press(qtbot, offer.way)
    offer.list.setCurrentIndex(offer.model.index(1))
    qtbot.keyClick(offer.list, Qt.Key.Key_Space)
    assert offer.model.chosen == {"m1"}
    qtbot.keyClick(offer.list, Qt.Key.Key_Space)
    assert offer.model.chosen == set()


def test_a_department_is_ticked_as_a_whole(qtbot, present):
    desk, editor = present(crowd(9))
    offer = editor.offer
    press(qtbot, offer.way)
    offer.department.setCurrentIndex(offer.department.findData("B"))
    offer.department.chosen.emit("B")
    offer.all.click()
    press(qtbot, offer.add)
    assert [row.person.staff for row in desk.answers.briefing.present] == ["m1", "m3", "m5", "m7"]


def test_ten_thousand_are_offered_ticked_and_listed_without_a_widget_for_each(qtbot, present):
    desk, editor = present(crowd(10_000))
    offer = editor.offer
    press(qtbot, offer.way)
    offer.all.click()
    assert offer.add.text() == "Add: 10000"
    press(qtbot, offer.add)
    assert len(desk.answers.briefing.present) == 10_000
    assert len(editor.cards) == CARDS
    assert editor.more.text() == f"Show more: {10_000 - CARDS}"
    press(qtbot, editor.more)
    assert len(editor.cards) == 2 * CARDS
    desk.undo()
    assert editor.cards == []
    assert editor.more.isHidden()


def test_a_row_far_down_a_long_list_has_its_card_when_it_is_looked_for(qtbot, present):
    desk, editor = present(crowd(300))
    desk.put(PRESENT, [{"id": f"r{n}", "person": {"staff": f"m{n}"}} for n in range(300)])
    assert editor.reveal(Place("briefing", "present", "r250"))
    assert editor.cards[-1].row == "r250"
    assert editor.cards[-1].is_open
    assert len(editor.cards) == CARDS + 1


def test_without_staff_the_offer_says_what_to_do(qtbot, present):
    _, editor = present()
    press(qtbot, editor.offer.way)
    assert "staff list is empty" in editor.offer.hint.text()
    assert editor.offer.add.isHidden()


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("message", ["chat-before", "chat-after"])
def test_a_message_is_copied_as_the_page_has_it(qtbot, page, language, message):
    desk, shown = page(language)
    card = shown.findChild(LaunchCard)
    QApplication.clipboard().setText("something else")
    press(qtbot, card.copies[message])
    printed = writing.markup(KIT, desk.answers, language, desk.today)
    assert QApplication.clipboard().text() == of_section(printed, message) != ""
    assert "____" in card.notice.text.text()


def test_a_message_is_copied_in_the_language_of_the_document_that_is_looked_at(qtbot, page):
    desk, shown = page("en")
    desk.speak("ru")
    press(qtbot, shown.findChild(LaunchCard).copies["chat-before"])
    assert QApplication.clipboard().text().startswith("Коллеги")


def test_the_kit_is_saved_from_the_export_with_nothing_else_ticked(qtbot, at_work):
    _, screen = at_work(stop="briefing")
    press(qtbot, screen.page("briefing").findChild(LaunchCard).save)
    assert screen.current == flow.EXPORT.id
    export = screen.page(flow.EXPORT.id).bodies[0]
    assert [one for one, box in export.documents.items() if box.isChecked()] == [KIT]
    assert export.save.isEnabled()


def test_the_side_shows_the_stop_that_one_has_come_to(qtbot, at_work):
    window, screen = at_work(stop="business")
    window.resize(1024, 640)
    screen.go("briefing")
    button = screen.side.buttons["briefing"]
    qtbot.waitUntil(lambda: not button.visibleRegion().isEmpty())
    assert button.isChecked()


def test_the_page_beside_the_questions_is_the_kit(at_work):
    _, screen = at_work(stop="briefing")
    assert screen.preview.document == KIT
