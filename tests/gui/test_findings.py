"""Findings in the window: on the review, beside the question, on the step; mended, left, undone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from ui.editors.row_card import RowCard
from ui.findings.card import AT_ONCE, MORE
from ui.findings.note import FindingNote
from ui.findings.promise_card import PromiseCard
from ui.findings.summary import Summary, noticed
from ui.form import Form
from ui.screens.project import ProjectScreen
from wizard import flow
from wizard.checks.finding import NAMES
from wizard.i18n import translate
from wizard.interview.places import Place

SLOW = Place("channels", "list", "facebook", "reply")
LATE = Place("community", "late")
DRILL, LAST = Place("response", "next_drill"), Place("response", "last_drill")
DAYS = {"number": 3, "unit": "days", "counted": "clock"}
HOLLOW = {
    "en": "We are sorry for any inconvenience.",
    "ru": "Приносим извинения за доставленные неудобства.",
}


@pytest.fixture(params=["en", "ru"])
def language(request):
    return request.param


@pytest.fixture
def checked(qtbot, at_work):
    """``checked(language, stop)``: the screen of the café at work, once it is all made."""

    def opened(language="en", stop=flow.REVIEW.id):
        _, screen = at_work(language, stop)
        qtbot.waitUntil(lambda: screen.desk.checker.found is not None)
        return screen

    return opened


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def hurt(screen, language="en"):
    """An apology that is none, told beside what the example raises."""
    screen.desk.put(LATE, HOLLOW[language])
    screen.desk.checker.run()


def card_of(screen):
    return screen.page(flow.REVIEW.id).bodies[0].findings


def note_of(card, check):
    return next(one for one in card.notes if one.finding.check == check)


def found(screen, check):
    return [one for one in screen.desk.checker.open if one.check == check]


def button_of(note, text):
    return next(one for one in note.findChildren(QPushButton) if one.text() == text)


def test_the_review_counts_and_tells_what_was_noticed(checked, language):
    screen = checked(language)
    hurt(screen, language)
    card = card_of(screen)
    note = note_of(card, "WRD01")
    assert note.message.text() == found(screen, "WRD01")[0].message
    assert card.heading.text().count("1") == 1
    assert translate(NAMES["look"], language) in {one.text() for one in note.findChildren(QLabel)}


def test_of_very_many_findings_some_more_are_shown_each_time(qtbot, checked):
    screen = checked()
    rows = [{"id": f"own-{one}", "title": "Rule", "text": f"Call [{one}x]"} for one in range(90)]
    screen.desk.put(Place("staff_rules", "dont"), rows)
    screen.desk.checker.run()
    card = card_of(screen)
    counts = [len(card.notes)]
    while card.more.isVisible():
        press(qtbot, card.more)
        counts.append(len(card.notes))
    assert counts[:2] == [AT_ONCE, AT_ONCE + MORE]
    assert counts[-1] == len(noticed(screen.desk.checker.open)) >= 90


def test_a_finding_leads_to_its_question(qtbot, checked):
    screen = checked()
    hurt(screen)
    note = note_of(card_of(screen), "WRD01")
    press(qtbot, button_of(note, "Community rules →"))
    assert screen.current == "community"


def test_a_finding_about_a_point_of_a_list_leads_to_that_point(qtbot, checked):
    screen = checked()
    place = Place("response", "say_now")
    own = {"id": "own-1", "text": "We have no comment."}
    screen.desk.put(place, [*screen.desk.raw(place), own])
    screen.desk.checker.run()
    note = note_of(card_of(screen), "CRI06")
    press(qtbot, button_of(note, "Response →"))
    assert screen.page("response").focusWidget().text() == "We have no comment."


def test_a_finding_says_why_with_source_and_day(qtbot, checked, language):
    screen = checked(language)
    hurt(screen, language)
    note = note_of(card_of(screen), "WRD01")
    assert note.why.isHidden()
    press(qtbot, note.explain)
    assert note.why.isVisible()
    told = " ".join(one.text() for one in note.why.findChildren(type(note.message)))
    assert "2026" in told


def test_one_click_mends_it_and_undo_takes_that_back(qtbot, checked, language):
    screen = checked(language)
    hurt(screen, language)
    card = card_of(screen)
    mend = button_of(note_of(card, "WRD01"), found(screen, "WRD01")[0].remedy.label)
    press(qtbot, mend)
    assert found(screen, "WRD01") == []
    assert screen.desk.raw(LATE) != HOLLOW[language]
    assert card.notice.isVisible()
    press(qtbot, card.notice.button)
    assert screen.desk.raw(LATE) == HOLLOW[language]
    assert len(found(screen, "WRD01")) == 1


def test_a_finding_is_left_only_with_a_reason(qtbot, checked, language):
    screen = checked(language)
    hurt(screen, language)
    note = note_of(card_of(screen), "WRD01")
    press(qtbot, note.leave)
    assert note.field.hasFocus()
    assert not note.confirm.isEnabled()
    note.field.setText("   ")
    assert not note.confirm.isEnabled()
    note.field.setText("So sagt man hier.")
    press(qtbot, note.confirm)
    assert found(screen, "WRD01") == []
    assert [left.reason for _, left in screen.desk.checker.found.left] == ["So sagt man hier."]


def leave(qtbot, card, check, reason):
    note = note_of(card, check)
    press(qtbot, note.leave)
    note.field.setText(reason)
    press(qtbot, note.confirm)


def test_what_is_left_is_kept_with_the_project_and_can_be_taken_up(
    qtbot, checked, stored, language
):
    screen = checked(language)
    hurt(screen, language)
    card = card_of(screen)
    leave(qtbot, card, "WRD01", "because")
    kept = stored(screen.desk, "findings")
    assert [one["reason"] for one in kept.values()] == ["because"]
    press(qtbot, card.left)
    again = next(
        one for one in card.findChildren(QPushButton)
        if one.isVisible() and "WRD" not in one.text() and one.accessibleName().endswith(
            screen.desk.checker.found.left[0][0].message
        )
    )  # fmt: skip
    press(qtbot, again)
    assert len(found(screen, "WRD01")) == 1


def test_leaving_a_finding_is_undone_like_any_change(qtbot, checked):
    screen = checked()
    hurt(screen)
    leave(qtbot, card_of(screen), "WRD01", "because")
    screen.desk.undo()
    screen.desk.checker.run()
    assert len(found(screen, "WRD01")) == 1


def reason_of(note):
    """The field of a note in which somebody has begun to say why."""
    note.leave.click()
    note.field.setText("half a rea")
    note.field.setFocus()
    return note.field


@pytest.mark.parametrize("change", ["other", "language"])
def test_a_reason_that_is_being_typed_is_not_lost_when_something_else_changes(checked, change):
    screen = checked()
    screen.desk.put(SLOW, DAYS)
    screen.desk.put(Place("channels", "list", "google-business", "reply"), None)
    hurt(screen)
    card = card_of(screen)
    check = {"other": "WRD01", "language": "SLA01"}[change]
    field = reason_of(note_of(card, check))
    if change == "other":
        screen.desk.put(SLOW, {**DAYS, "number": 4})
    else:
        screen.desk.speak("ru")
    screen.desk.checker.run()
    again = note_of(card, check).field
    assert (again is field) == (change == "other")
    assert again.text() == "half a rea"
    assert again.hasFocus()


def test_a_reason_that_is_typed_beside_the_question_is_not_lost_either(form_of):
    desk, form = form_of(LATE)
    row = form.rows[LATE]
    form.rows[Place("community", "may_offer")].editor.field().setFocus()
    desk.put(LATE, HOLLOW["en"])
    desk.checker.run()
    reason_of(row.findings.notes[0])
    desk.put(LATE, f"{HOLLOW['en']} Call [name].")
    desk.checker.run()
    typed = [note for note in row.findings.notes if note.field.text()]
    assert [note.finding.check for note in typed] == ["WRD01"]
    assert typed[0].field.hasFocus()


def test_what_has_changed_meanwhile_is_not_mended(checked):
    screen = checked()
    screen.desk.put(SLOW, DAYS)
    screen.desk.checker.run()
    note = note_of(card_of(screen), "SLA03")
    rows = screen.desk.raw(SLOW.whole)
    screen.desk.give(SLOW.whole, [row for row in rows if row["id"] != SLOW.row])
    note._mend()
    assert [row["id"] for row in screen.desk.raw(SLOW.whole)].count(SLOW.row) == 0
    assert card_of(screen).notice.isHidden()


def test_findings_speak_the_language_of_the_window_after_it_was_changed(qtbot, checked):
    screen = checked(stop="community")
    window = screen.window()
    hurt(screen)
    window.change(replace(window.settings, window_language="ru"))
    qtbot.waitUntil(lambda: window.project is not screen)
    qtbot.waitUntil(
        lambda: any(
            "извинения" in note.message.text() for note in window.project.findChildren(FindingNote)
        )
    )


def test_what_is_left_is_told_again_when_the_answer_changes(qtbot, checked):
    screen = checked()
    hurt(screen)
    leave(qtbot, card_of(screen), "WRD01", "because")
    screen.desk.put(LATE, "Sorry if anyone was offended.")
    screen.desk.checker.run()
    assert len(found(screen, "WRD01")) == 1


def test_a_step_with_a_finding_needs_a_look(checked):
    screen = checked(stop="business")
    hurt(screen)
    screen.show_states()
    name = screen.side.buttons["community"].accessibleName()
    assert name.endswith("Needs a look")


def test_what_is_only_not_given_yet_marks_a_step_once_it_was_looked_at(qtbot, checked):
    screen = checked(stop="business")
    screen.desk.put(DRILL, None)
    screen.desk.put(LAST, None)
    screen.desk.checker.run()
    assert "response" not in screen.desk.checker.troubled()
    screen.go("response")
    assert "response" in screen.desk.checker.troubled()


@pytest.fixture
def form_of(qtbot, project_desk):
    """``form_of(place)``: a desk whose checks run, and the row of this question on a page."""
    kept = []

    def shown(place, language="en"):
        desk = project_desk("cafe", language, facts=True)
        desk.checker.begin()
        form = Form(desk, [place, Place("community", "may_offer")])
        qtbot.addWidget(form)
        form.show()
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        kept.append(form)
        return desk, form

    return shown


def test_beside_a_question_a_finding_waits_until_the_field_is_left(qtbot, form_of, language):
    desk, form = form_of(LATE, language)
    row = form.rows[LATE]
    row.editor.field().setFocus()
    desk.give(LATE, HOLLOW[language])
    with qtbot.waitSignal(desk.checker.looked):
        pass
    assert row.findings.isHidden()
    form.rows[Place("community", "may_offer")].editor.field().setFocus()
    assert row.findings.isVisible()
    assert [note.finding.check for note in row.findings.notes] == ["WRD01"]


def test_beside_a_question_what_is_settled_goes_while_somebody_types(qtbot, form_of):
    desk, form = form_of(LATE)
    row = form.rows[LATE]
    form.rows[Place("community", "may_offer")].editor.field().setFocus()
    desk.put(LATE, HOLLOW["en"])
    desk.checker.run()
    assert row.findings.isVisible()
    row.editor.field().setFocus()
    desk.give(LATE, "We got it wrong, and we are sorry.")
    with qtbot.waitSignal(desk.checker.looked):
        pass
    assert row.findings.isHidden()


def test_a_row_tells_what_was_found_in_it_until_it_is_opened(qtbot, checked):
    screen = checked(stop="channels")
    screen.desk.put(SLOW, DAYS)
    screen.desk.checker.run()
    card = next(one for one in screen.page("channels").findChildren(RowCard) if one.row == SLOW.row)
    assert "3\N{NO-BREAK SPACE}days" in card.noticed.text()
    assert not card.noticed.isHidden()
    card.open()
    assert card.noticed.isHidden()
    notes = [note for note in card.findChildren(FindingNote) if note.isVisible()]
    assert "SLA03" in {note.finding.check for note in notes}


def test_the_promise_is_told_for_each_channel_and_follows_the_answers(checked, language):
    screen = checked(language, "channels")
    card = screen.page("channels").findChild(PromiseCard)
    assert card.isVisible()
    assert len(card.shown) == len(screen.desk.answers.channels.list)
    first = card.shown[0].channel.id
    place = Place("channels", "list", first, "messages_a_day")
    before = card.shown[0].load.late
    screen.desk.put(place, 900)
    screen.desk.checker.run()
    assert card.shown[0].load.late > before


def test_the_promise_is_told_in_the_names_of_the_language_that_is_looked_at(checked):
    screen = checked(stop="channels")
    card = screen.page("channels").findChild(PromiseCard)
    for row in screen.desk.raw(Place("channels", "list")):
        place = Place("channels", "list", row["id"], "messages_a_day")
        screen.desk.put(place, None)
    screen.desk.checker.run()
    screen.desk.speak("ru")
    screen.desk.checker.run()
    assert "Профиль компании в Google" in " ".join(one.text() for one in card.findChildren(QLabel))


def test_a_picture_of_a_promise_can_be_heard(checked, language):
    from ui.findings.promise_picture import PromisePicture

    screen = checked(language, "channels")
    for picture in screen.page("channels").findChildren(PromisePicture):
        assert picture.accessibleName()
        assert len(picture.accessibleDescription()) > 20


def test_findings_never_keep_anybody_from_the_files(checked):
    screen = checked()
    screen.desk.put(Place("risks", "list", "boycott", "actor"), "")
    screen.desk.checker.run()
    assert found(screen, "CRI09")
    screen.go(flow.EXPORT.id)
    export = screen.page(flow.EXPORT.id).bodies[0]
    assert export.save.isEnabled()
    assert export.noticed.text().startswith("To fix: 1")
    export.noticed.click()
    assert screen.current == flow.REVIEW.id


def test_the_screen_is_left_while_the_checks_are_still_to_be_made(qtbot, checked, shows):
    screen = checked(stop="community")
    window = screen.window()
    screen.desk.give(LATE, "x")
    desk = screen.desk
    window.show_first()
    with qtbot.waitSignal(desk.checker.looked):
        pass
    assert not isinstance(window.stack.currentWidget(), ProjectScreen)


def test_what_is_made_after_the_checks_opens_no_window_of_its_own(qtbot, project_desk):
    desk = project_desk("cafe", facts=True)
    desk.put(LATE, HOLLOW["en"])
    desk.checker.begin()
    before = set(QApplication.topLevelWidgets())
    made = [Form(desk, [LATE]), PromiseCard(desk), Summary(desk)]
    opened = [one for one in set(QApplication.topLevelWidgets()) - before if one.isVisible()]
    for one in made:
        qtbot.addWidget(one)
    assert opened == []
    assert not made[0].rows[LATE].findings.isHidden()
