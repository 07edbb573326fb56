"""Days at the ends of the calendar are typing errors; every document is written with them."""

import datetime as dt

import pytest

from wizard import examples, standing
from wizard.documents import templates
from wizard.documents.writing import markup, word
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview
from wizard.interview import due
from wizard.interview.ask import questions, with_answers
from wizard.interview.kinds import Date
from wizard.interview.rows import Rows


def on_each_day(record, day):
    """The step or row with this day wherever a day is asked for."""
    found = {}
    for question in questions(type(record)):
        if isinstance(question.kind, Date):
            found[question.id] = day
        elif isinstance(question.kind, Rows):
            rows = getattr(record, question.id)
            found[question.id] = tuple(on_each_day(row, day) for row in rows)
    return with_answers(record, found)


@pytest.fixture(scope="module")
def on_days():
    """``on_days("en", day)``: the café whose every day is this one."""

    def made(language, day):
        answers = interview.read("cafe", examples.with_facts("cafe", language=language))
        steps = (step.about.id for step in interview.STEPS)
        changed = {step: on_each_day(getattr(answers, step), day) for step in steps}
        return with_answers(answers, changed)

    return made


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_any_day_can_be_printed_and_saved(on_days, language, day, today):
    answers = on_days(language, day)
    assert standing.of_project(answers)
    for document in templates.documents(language):
        assert word(document, answers, language, today)


def test_the_guide_names_the_same_day_of_review_as_the_first_screen(on_days, today):
    answers = on_days("en", dt.date(2026, 12, 31))
    assert due.review_on(answers) == dt.date(2027, 12, 31)
    assert "31 December 2027" in markup("guide", answers, "en", today).replace("\xa0", " ")
