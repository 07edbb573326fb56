"""Which questions a colleague is asked."""

from dataclasses import replace

import pytest

from wizard import examples, feeds, reviewing, unanswered
from wizard.interview import answers as interview
from wizard.interview import places
from wizard.interview.own_words import OwnWords, Passage
from wizard.interview.places import Place
from wizard.interview.values import Words


@pytest.fixture(params=examples.trades())
def new(request):
    return interview.read(request.param, examples.start(request.param, language="en"))


def open_places(answers, *, every=False):
    return [one.place for one in unanswered.open_questions(answers, every=every)]


def test_what_the_review_misses_is_asked_in_the_same_order(new):
    missing = [line.place for line in reviewing.all_lines(new, "en") if line.missing]
    asked = open_places(new)
    assert [place for place in asked if place in set(missing)] == missing


def test_nothing_optional_is_asked_but_what_the_short_path_asks(new):
    for one in unanswered.open_questions(new):
        assert one.question.required or one.place in unanswered.ASKED_AT_ONCE


def test_the_deputy_of_the_lead_is_asked_for_a_phone_the_other_deputies_are_not():
    answers = interview.read("cafe", examples.start("cafe", language="en"))
    deputies = [one for one in open_places(answers) if one.key == "deputy_phone"]
    assert deputies == [Place("crisis_team", "roles", "lead", "deputy_phone")]


def test_every_open_question_is_asked_where_that_is_wanted(new):
    some, every = open_places(new), open_places(new, every=True)
    assert [place for place in every if place in set(some)] == some
    given = {
        line.place: line.value
        for line in reviewing.all_lines(new, "en")
        if not places.STEPS[line.place.step].about.in_use
    }
    assert {place for place, value in given.items() if not value} <= set(every)
    assert not any(given.get(place) for place in every)


def test_no_and_nought_are_answers():
    stored = {"business": {"union": False, "country": "GB"}, "people": {"spare_rows": 0}}
    asked = open_places(interview.read("empty", stored), every=True)
    assert Place("business", "union") not in asked
    assert Place("people", "spare_rows") not in asked


def test_an_answer_closes_its_question(new):
    name = Place("business", "name")
    assert name in open_places(new)
    given = places.with_value(new, name, Words(own="Corner"))
    assert open_places(given) == [place for place in open_places(new) if place != name]


def test_a_row_that_is_switched_off_is_not_asked_about():
    stored = examples.start("cafe", language="en")
    stored["channels"]["list"][0]["on"] = False
    off = stored["channels"]["list"][0]["id"]
    asked = open_places(interview.read("cafe", stored))
    assert any(place.step == "channels" for place in asked)
    assert not any(place.row == off for place in asked)


def test_with_all_facts_nothing_is_asked():
    answers = interview.read("cafe", examples.with_facts("cafe", language="en"))
    assert unanswered.open_questions(answers) == ()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_questionnaire_stands_aside_from_the_papers(new, language):
    assert "questionnaire" not in reviewing.completeness(
        reviewing.all_lines(new, language), language, new.packs
    )
    for step in interview.STEPS:
        assert "questionnaire" not in feeds.fed_by(step.about.id, language, new.packs)


def test_own_words_are_asked_of_nobody(new):
    words = OwnWords(passages=(Passage(id="guide.ethics", left_out=True),))
    for answers in (new, replace(new, own_words=words)):
        assert "own_words" not in {place.step for place in open_places(answers, every=True)}
