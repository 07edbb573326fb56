"""The drill kit and the after-action report: who stands in them, for every risk and every trade."""

import datetime as dt
import itertools
import re
from dataclasses import replace

import pytest

from wizard import examples
from wizard.documents import page, writing
from wizard.documents.frozen import freeze
from wizard.exercises import lines, recording
from wizard.exercises.exercise import exercise
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview
from wizard.interview.ask import with_answers
from wizard.interview.catalogue import catalogue
from wizard.interview.places import Place, question_at
from wizard.interview.ticking import row_from
from wizard.interview.values import Person, Words

KIT, REPORT = "drill-kit", "after-action"
PHONE = re.compile(r"[+\d(][\d() -]{6,}\d")
TRADES = examples.trades()


def rehearsing(answers, risk):
    return with_answers(answers, {"drills": with_answers(answers.drills, {"risk": risk})})


def with_every_risk(trade, language, *, facts):
    """The answers of a trade with all risks of the catalogue in its list."""
    make = examples.with_facts if facts and trade != examples.EMPTY else examples.start
    stored = make(trade, language=language)
    kind = question_at(Place("risks", "list")).kind
    stored["risks"]["list"] = [row_from(kind, one) for one in catalogue("risks").values()]
    return interview.read(trade, stored)


def text_of(answers, language, today, document=KIT):
    found = page.parse(freeze(document, answers, language, today).markup)
    return " ".join("".join(found.itertext()).split())


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def cafe(language):
    return interview.read("cafe", examples.with_facts("cafe", language=language))


def people_and_phones(answers):
    """Every name and every phone of an example, as they are typed."""
    team, firm = answers.crisis_team, answers.business
    members = {one.id: one for one in answers.people.list}
    people = [one for role in team.roles for one in (role.person, role.deputy)]
    surnames = {members[one.staff].surname.own if one.staff else one.surname for one in people}
    phones = {
        words.own
        for words in (
            firm.phone,
            *(role.phone for role in team.roles),
            *(role.deputy_phone for role in team.roles),
        )
    }
    return surnames | phones


@pytest.mark.parametrize("trade", TRADES)
def test_the_kit_of_every_risk_is_a_page_with_its_own_story(trade, language, today):
    answers = with_every_risk(trade, language, facts=True)
    for risk in catalogue("risks"):
        text = text_of(rehearsing(answers, risk), language, today)
        first = lines.written(risk, language)[0][1].good[0]
        assert " ".join(lines.said(first, answers, language).split()) in squeeze(text), risk
        assert "{" not in text


def squeeze(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_every_person_and_every_phone_of_the_kit_is_one_of_the_answers(cafe, language, today):
    known = people_and_phones(cafe)
    text = text_of(cafe, language, today)
    assert all(one in squeeze(text) for one in known - {cafe.business.phone.own})
    printed = {one.strip() for one in PHONE.findall(squeeze(text))}
    assert printed
    assert {re.sub(r"\D", "", one) for one in printed} <= {re.sub(r"\D", "", one) for one in known}


def test_nothing_is_left_of_people_and_phones_that_were_changed(cafe, language, today):
    known = people_and_phones(cafe)
    roles = tuple(
        replace(
            role,
            person=Person(surname="Newman", given="Nora"),
            phone=Words(own="555 0001"),
            deputy=Person(surname="Newton", given="Ned"),
            deputy_phone=Words(own="555 0002"),
        )
        for role in cafe.crisis_team.roles
    )
    changed = replace(
        cafe,
        crisis_team=replace(cafe.crisis_team, roles=roles),
        business=replace(cafe.business, phone=Words(own="555 0003")),
    )
    for risk in cafe.risks.list:
        text = squeeze(text_of(rehearsing(changed, risk.id), language, today))
        assert "Newman" in text
        assert "555 0002" in text
        assert not [one for one in known if one in text], risk.id


@pytest.mark.parametrize("trade", [one for one in TRADES if one != examples.EMPTY])
def test_a_new_project_has_no_fact_of_the_example_in_its_kit(trade, language, today):
    facts = interview.read(trade, examples.with_facts(trade, language=language))
    new = interview.read(trade, examples.start(trade, language=language))
    told = people_and_phones(facts) | {facts.business.name.own, facts.business.email.own}
    for document in (KIT, REPORT):
        text = squeeze(text_of(new, language, today, document))
        assert not [one for one in told if one and one in text]
    markup = page.parse(freeze(KIT, new, language, today).markup)
    assert len(list(markup.iter("blank"))) > len(new.crisis_team.roles)


def test_the_injects_stand_on_no_sheet_of_a_participant(cafe, language, today):
    tree = page.parse(freeze(KIT, cafe, language, today).markup)
    sheets = next(
        one for one in tree.iter("section") if one.find("h1[@id='participants']") is not None
    )
    said = squeeze(" ".join("".join(sheets.itertext()).split()))
    for inject in exercise(cafe, language).injects:
        assert squeeze(lines.said(inject.text, cafe, language)) not in said
    for role in cafe.crisis_team.roles:
        assert f"role.{role.id}.notes" in {one.get("name") for one in sheets.iter("field")}


def test_every_page_of_the_kit_says_that_it_is_a_drill(cafe, language, today):
    tree = page.parse(freeze(KIT, cafe, language, today).markup)
    word = {"en": "DRILL", "ru": "УЧЕНИЯ"}[language]
    assert all("".join(one.itertext()).startswith(word) for one in tree.iter("h1"))
    script = next(one for one in tree.iter("table") if len(list(one.iter("tr"))) > 12)
    assert word in "".join(script.find("thead").itertext())


def test_the_first_statement_of_the_plan_stands_with_the_facilitator(cafe, language, today):
    risk = exercise(cafe, language).risk
    text = squeeze(text_of(cafe, language, today))
    statement = catalogue("risks")[risk.id].text("statement", language)
    longest = max(re.split(r"\{\w+\}", statement), key=len)
    assert squeeze(longest).strip() in text


def held(answers, language):
    """The answers after a drill with a note and two changes, one of them made."""
    begun = recording.begun(answers, language)
    held = replace(
        begun,
        day=dt.date(2027, 3, 1),
        led_by=Person(surname="Judge", given="Jo"),
        worked=Words(own="The deputy was there in a minute"),
        failed=Words(own="Nobody found the paper plan"),
    )
    first = replace(recording.new_action(held, "Hang up the card", "owner"), by=dt.date(2027, 4, 2))
    second = replace(recording.new_action(held, "New battery"), done=dt.date(2027, 3, 2))
    drills = recording.recorded(answers.drills, held, [first, second])
    return with_answers(answers, {"drills": recording.noted(drills, held, "10:07", "Rang twice")})


def test_the_report_tells_of_the_last_drill_what_was_noted_and_what_changes(cafe, language, today):
    text = squeeze(text_of(held(cafe, language), language, today, REPORT))
    for said in (
        "Judge",
        "10:07",
        "Rang twice",
        "in a minute",
        "the paper plan",
        "Hang up the card",
    ):
        assert said in text
    days = {"en": ("1 March 2027", "2 Apr 2027"), "ru": ("1 марта 2027", "02.04.2027")}[language]
    assert all(day in text for day in days)


def test_before_any_drill_the_report_is_a_form(cafe, language, today):
    tree = page.parse(freeze(REPORT, cafe, language, today).markup)
    names = {one.get("name") for one in tree.iter("field")}
    assert {"review.worked", "review.failed", "note.1", "change.1"} <= names


def test_both_are_word_files_in_either_language(cafe, language, today):
    for document, answers in itertools.product((KIT, REPORT), (cafe, held(cafe, language))):
        assert writing.word(document, answers, language, today)[:2] == b"PK"
