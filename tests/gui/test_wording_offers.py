"""The card of new wordings on the review: shown after an update, settled one by one or all."""

import pytest
from PySide6.QtWidgets import QPushButton

from ui.editors.text import TextEditor
from ui.screens.project import ProjectScreen
from wizard import flow, saving, starting
from wizard.i18n import translate
from wizard.interview.places import Place

PURPOSE = Place("staff_rules", "purpose")
OLD = {"en": "People judge us also by what they read", "ru": "О нас судят и по тому, что пишут"}
NEW = {"en": "We are judged by what people read", "ru": "Судят о нас и по написанному"}
UPDATE = (
    *(("texts", OLD[one], NEW[one]) for one in OLD),
    ("do", "Staff do not publish what they know", "Staff never publish what they know"),
    ("do", "Не допускается публикация заведомо", "Недопустима публикация заведомо"),
)


@pytest.fixture(params=["en", "ru"])
def language(request):
    return request.param


@pytest.fixture
def updated(keeper, language, new_release, open_window, shows):
    """The screen of a project that was made before an update, opened at its review."""
    project = keeper.ask(
        lambda library: starting.create(
            library, "Corner", example="cafe", language=language, facts=True
        )
    )
    new_release(*UPDATE)
    window = open_window(language)
    window.open(project.id, flow.REVIEW.id)
    return shows(window, ProjectScreen)


def card_of(screen):
    return screen.page(flow.REVIEW.id).bodies[0].wordings


def words(screen, message, **values):
    return translate(message, screen.desk.document_language).format(**values)


@pytest.fixture
def press(qtbot):
    """``press(card, text)``: the first button of the card that says so, once it is shown."""

    def pressed(card, text):
        def shown():
            found = card.findChildren(QPushButton)
            return [one for one in found if one.text() == text and one.isVisible()]

        qtbot.waitUntil(lambda: bool(shown()))
        shown()[0].click()

    return pressed


def standing(screen):
    """What the field of the question shows."""
    (editor,) = (
        one
        for one in screen.page(PURPOSE.step).findChildren(TextEditor)
        if one.asked.place == PURPOSE
    )
    return editor.line.text()


def test_without_an_update_there_is_no_card(at_work, language):
    _window, screen = at_work(language, flow.REVIEW.id)
    assert card_of(screen).isHidden()


def test_the_card_counts_and_shows_what_is_offered(updated, language):
    card = card_of(updated)
    assert card.isVisible()
    heading = words(updated, "New wordings from the update: {count}", count=2)
    assert card.heading.text() == heading
    assert [one.ref for one in card.offers] == ["texts/staff_rules.purpose/text", "do/facts/norm"]
    assert OLD[language] in card.offers[0].old
    assert NEW[language] in card.offers[0].new


def test_a_wording_that_is_taken_stands_in_the_field_and_can_be_taken_back(
    updated, language, stored
):
    card = card_of(updated)
    assert OLD[language] in standing(updated)
    card.take[0].click()
    assert NEW[language] in standing(updated)
    assert [one.ref for one in card.offers] == ["do/facts/norm"]
    assert card.take[0].hasFocus()
    assert stored(updated.desk, "wording")["texts/staff_rules.purpose/text"] is None
    card.notice.button.click()
    assert OLD[language] in standing(updated)
    assert len(card.offers) == 2
    assert updated.current == flow.REVIEW.id


def test_the_answers_below_read_as_they_were_taken(updated, language):
    review = updated.page(flow.REVIEW.id).bodies[0]
    review.find.setText(NEW[language])

    def heading():
        return review.answers.layout().itemAt(0).widget()

    assert heading().text() == words(updated, "Found: {count}", count=0)
    card_of(updated).take[0].click()
    assert heading().text() == words(updated, "Found: {count}", count=1)


def test_all_taken_leaves_only_what_was_told_and_closing_that_hides_the_card(updated):
    card = card_of(updated)
    card.all.click()
    assert card.notice.text.text() == words(updated, "Wordings taken: {count}", count=2)
    assert card.heading.isHidden()
    assert card.isVisible()
    card.notice.shut.click()
    assert card.isHidden()
    updated.desk.undo()
    assert card.isVisible()


def test_a_wording_that_is_left_is_not_offered_when_the_project_is_opened_again(
    updated, keeper, language, press
):
    card = card_of(updated)
    press(card, words(updated, "Leave it"))
    assert OLD[language] in standing(updated)
    updated.desk.save()
    session = keeper.ask(lambda library: saving.opened(library, updated.desk.session.project))
    assert session.wordings["texts/staff_rules.purpose/text"].declined
    updated.go(PURPOSE.step)
    updated.go(flow.REVIEW.id)
    assert [one.ref for one in card.offers] == ["do/facts/norm"]
    assert card.notice.isHidden()


def test_the_name_of_an_offer_leads_to_its_question(updated, press):
    card = card_of(updated)
    press(card, card.offers[0].label)
    assert updated.current == PURPOSE.step


def test_taking_back_from_another_step_leads_to_the_review(updated):
    card_of(updated).take[0].click()
    updated.go("hours")
    updated._undo()
    assert updated.current == flow.REVIEW.id
    assert len(card_of(updated).offers) == 2
