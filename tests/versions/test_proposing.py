"""What publishing would change: which documents, in which answers, and what may be minor."""

from dataclasses import replace

import pytest

from tests.versions.conftest import DAY
from wizard import staffing
from wizard.errors import UserError
from wizard.interview.places import Place
from wizard.ledger import erasing
from wizard.library import people, versions
from wizard.versions import publishing
from wizard.versions.weighing import is_typing_error


def fates(project):
    proposal, _ = project.propose()
    return {name: one.fate for name, one in proposal.changes.items()}


def told(project, language):
    proposal, _ = project.propose()
    return [(one.sort, one.label, one.row) for one in proposal.differences[language]]


def test_the_first_version_is_new_throughout(published):
    project = published()
    proposal, last = project.propose()
    assert (proposal.number, last.version.number) == (2, 1)
    assert not proposal.changed
    assert set(fates(project).values()) == {"unchanged"}


@pytest.mark.parametrize(
    ("place", "raw"),
    [
        (Place("business", "valid_from"), "2027-05-05"),
        (Place("business", "order_number"), "77"),
        (Place("business", "order_date"), "2027-05-04"),
        (Place("business", "accent"), "#AA2211"),
        (Place("people", "spare_rows"), 9),
    ],
)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_is_stamped_or_worn_changes_no_document(published, language, place, raw):
    project = published(language)
    project.give(place, raw)
    assert set(fates(project).values()) == {"unchanged"}
    with pytest.raises(UserError, match="Nothing changed since version 1"):
        project.publish()


def test_a_phone_is_a_contact_and_touches_what_quotes_it(published):
    project = published()
    project.give(Place("business", "phone"), "0113 496 0999")
    proposal, _ = project.propose()
    changed = {name for name, one in proposal.changes.items() if one.fate == "changed"}
    assert changed == {"promise", "service-standard", "crisis-plan"}
    assert all(proposal.changes[name].minor for name in changed)
    (difference,) = proposal.differences["en"]
    assert set(difference.documents) == changed
    assert (difference.was, difference.became) == ("0113 496 0100", "0113 496 0999")


def test_another_name_in_the_crisis_team_is_a_contact(published):
    project = published()
    role = project.answers.crisis_team.roles[0].id
    project.give(
        Place("crisis_team", "roles", role, "person"),
        {"surname": "Nowak", "given": "Ada", "patronymic": ""},
    )
    proposal, _ = project.propose()
    assert proposal.changes["crisis-plan"].minor
    assert {line.weight for line in proposal.changes["crisis-plan"].lines} == {"contact"}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_changed_rule_is_no_minor_matter_and_may_be_one_only_outside_russia(published, language):
    project = published(language)
    rule = project.answers.staff_rules.do[0].id
    project.give(Place("staff_rules", "do", rule, "text"), "Something else entirely.")
    proposal, _ = project.propose()
    guide = proposal.changes["guide"]
    assert (guide.fate, guide.minor, guide.may_be_minor) == ("changed", False, language == "en")
    assert proposal.differences[language][0].documents == ("guide",)
    if language == "ru":
        with pytest.raises(UserError, match="touches its rules"):
            project.publish(minor=["guide"])
        assert versions.latest(project.library, project.project.id).number == 1
    else:
        project.publish(minor=["guide"])
        editions = versions.editions(project.library, project.project.id, 2)
        assert (editions["guide"].number, editions["guide"].base) == (2, 1)


def test_in_russia_what_stands_in_an_annex_alone_may_be_minor(published):
    project = published("ru")
    rule = project.answers.staff_rules.do[0].id
    project.give(Place("staff_rules", "do", rule, "why"), "Так спокойнее всем.")
    guide = project.propose()[0].changes["guide"]
    assert {line.weight for line in guide.lines} == {"annex"}
    assert (guide.minor, guide.may_be_minor) == (True, True)


def test_rows_are_told_as_added_removed_and_moved(published):
    project = published()
    welcome = project.answers.community.welcome
    raw = [{"id": row.id, "text": None} for row in welcome]
    project.give(
        Place("community", "welcome"),
        [{"id": "own-1", "text": "Pictures of your cup"}, *raw[2:], raw[1]],
    )
    found = told(project, "en")
    assert ("added", "Welcome here", "") in found
    assert ("removed", "Welcome here", "") in found
    assert ("moved", "Welcome here", "") in found


def test_the_staff_list_is_no_part_of_it(published):
    project = published()
    project.give(Place("people", "sheet_order"), "department")
    assert set(fates(project).values()) == {"unchanged"}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_name_that_changes_on_the_staff_list_is_a_contact(published, language):
    project = published(language)
    lead = project.answers.crisis_team.roles[0].person.staff
    (known,) = people.some(project.library, project.project.id, [lead])
    married = replace(known, surname="Новикова" if language == "ru" else "Newbury")
    staffing.change(project.library, project.project.id, [married], (), DAY)
    proposal, _ = project.propose()
    plan = proposal.changes["crisis-plan"]
    assert (plan.fate, plan.minor, plan.by_program) == ("changed", True, False)
    told = [one for one in proposal.differences[language] if "crisis-plan" in one.documents]
    assert told
    assert all(known.surname in one.was and married.surname in one.became for one in told)


def test_of_an_erased_name_nothing_is_told(published):
    project = published()
    lead = project.answers.crisis_team.roles[0].person.staff
    (known,) = people.some(project.library, project.project.id, [lead])
    staffing.change(project.library, project.project.id, [replace(known, left_on=DAY)], (), DAY)
    assert any(known.surname in one.was for one in project.propose()[0].differences["en"])
    erasing.erase(project.library, project.project.id, lead)
    assert not any(known.surname in one.was for one in project.propose()[0].differences["en"])


@pytest.mark.parametrize(
    ("place", "raw", "document"),
    [
        (Place("business", "review_months"), 1, "promise"),
        (Place("business", "country"), "FR", "service-standard"),
        (Place("response", "next_drill"), "2026-11-20", "crisis-plan"),
        (
            Place("community", "appeal_within"),
            {"number": 9, "unit": "days", "counted": "clock"},
            "promise",
        ),
    ],
    ids=str,
)
def test_an_answer_that_the_page_words_otherwise_is_behind_it_all_the_same(
    published, place, raw, document
):
    project = published()
    project.give(place, raw)
    proposal, _ = project.propose()
    assert proposal.changes[document].fate == "changed"
    assert not any(one.by_program for one in proposal.changes.values())
    told = [one for one in proposal.differences["en"] if document in one.documents]
    assert {one.place.whole for one in told} == {place}
    number = project.publish("Another one").number
    sheet = project.reopen(number).pages["change-sheet", "en"]
    assert told[0].label in sheet.markup


def test_both_languages_of_a_project_are_compared_in_their_own_words(published):
    project = published()
    project.give(Place("business", "languages"), ["en", "ru"])
    project.give(Place("business", "email"), "new@corner.example")
    proposal, _ = project.propose()
    assert set(proposal.differences) == {"en", "ru"}
    labels = {
        language: [one.label for one in told if one.place == Place("business", "email")]
        for language, told in proposal.differences.items()
    }
    assert labels == {"en": ["E-mail for customers"], "ru": ["Эл.\u00a0почта для клиентов"]}


def test_a_document_in_one_more_language_keeps_its_number(published):
    project = published()
    project.give(Place("business", "languages"), ["en", "ru"])
    project.give(Place("business", "email"), "new@corner.example")
    project.publish()
    found = project.reopen(2)
    assert ("guide", "ru") in found.pages
    assert found.edition("guide", "ru").number == found.edition("guide", "en").number


def test_a_translation_alone_is_published_and_nobody_signs_again(published):
    project = published()
    project.give(Place("business", "languages"), ["en", "ru"])
    proposal, _ = project.propose()
    assert (proposal.changed, proposal.added_languages) == (True, ("ru",))
    assert {one.fate for one in proposal.changes.values()} == {"unchanged"}
    project.publish("In Russian too")
    found = project.reopen(2)
    assert found.version.languages == ("en", "ru")
    for document in ("promise", "service-standard", "guide", "crisis-plan"):
        edition = found.editions[document]
        assert (edition.number, edition.base, edition.major) == (1, 1, False)
        assert found.edition(document, "ru").number == 1
    assert not project.propose()[0].changed


def test_an_unchanged_document_keeps_its_page_in_the_dress_of_today(published):
    project = published()
    first = project.reopen(1)
    project.give(Place("business", "accent"), "#224488")
    rule = project.answers.staff_rules.do[0].id
    project.give(Place("staff_rules", "do", rule, "text"), "Something else entirely.")
    project.publish()
    second = project.reopen(2)
    plan = ("crisis-plan", "en")
    assert second.pages[plan].markup == first.pages[plan].markup
    assert second.pages[plan].accent == "#224488"
    assert second.edition(*plan) == first.edition(*plan)
    assert second.edition("guide", "en").number == 2


@pytest.mark.parametrize(
    ("note", "message"),
    [(" \n ", "Say in one line"), ("x" * (publishing.NOTE_LIMIT + 1), "Shorten it to 300")],
)
def test_a_version_says_in_one_line_what_changed(published, note, message):
    project = published()
    project.give(Place("business", "phone"), "1")
    with pytest.raises(UserError, match=message):
        project.publish(note)


def test_two_windows_cannot_publish_the_same_number(published):
    project = published()
    project.give(Place("business", "phone"), "1")
    proposal, last = project.propose()
    project.publish("The other window")
    with pytest.raises(UserError, match="Another window has published version 2"):
        publishing.publish(project.library, project.session, proposal, last, note="Mine", today=DAY)


@pytest.mark.parametrize(
    ("was", "became", "slip"),
    [
        ("Ask the shift laed first.", "Ask the shift lead first.", False),
        ("Answer the custmoer first.", "Answer the customer first.", True),
        ("Answer the custoner first.", "Answer the customer first.", True),
        ("Answer the customerr first", "Answer the customer first.", True),
        ("You may not post.", "You may now post.", False),
        ("Answer in 10 minutes", "Answer in 18 minutes", False),
        ("Answer the customer", "Answer every customer", False),
        ("не допускается", "допускается", False),
        ("Сотрудник сообшает", "Сотрудник сообщает", True),
        ("обязан сообщить", "обязан сообщать", True),
        ("", "Something", False),
    ],
)
def test_a_typing_error_is_a_slip_of_the_keyboard(was, became, slip):
    assert is_typing_error(was, became) is slip
