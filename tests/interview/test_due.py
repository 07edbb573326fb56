"""When a project must be looked at again, worked out from its own answers."""

import datetime as dt

import pytest

from wizard.interview import due, places
from wizard.interview.answers import Answers
from wizard.interview.crisis_team import Contact
from wizard.interview.places import Place
from wizard.interview.rows import RowId


def given(**values):
    """Answers with these values, each named ``step__question``."""
    answers = Answers()
    for name, value in values.items():
        answers = places.with_value(answers, Place(*name.split("__")), value)
    return answers


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (dt.date(2026, 12, 1), 12, dt.date(2027, 12, 1)),
        (dt.date(2026, 1, 31), 1, dt.date(2026, 2, 28)),
        (dt.date(2026, 11, 30), 3, dt.date(2027, 2, 28)),
        (dt.date(2028, 2, 29), 12, dt.date(2029, 2, 28)),
        (dt.date(9999, 5, 1), 24, dt.date(9999, 5, 1)),
    ],
)
def test_months_after_a_day_end_in_the_month(day, months, then):
    assert due.months_after(day, months) == then


def test_the_review_is_due_so_many_months_after_the_start():
    start = dt.date(2026, 12, 1)
    answers = given(business__valid_from=start, business__review_months=6)
    assert due.review_on(answers) == dt.date(2027, 6, 1)
    assert due.review_on(given(business__valid_from=start, business__review_months=None)) is None
    assert due.review_on(given(business__review_months=6)) is None


def test_the_next_drill_is_the_planned_one_unless_it_was_held():
    planned, held = dt.date(2026, 11, 1), dt.date(2026, 11, 5)
    assert due.drill_on(given(response__next_drill=planned)) == planned
    answers = given(
        response__next_drill=planned, response__last_drill=held, response__drill_months=12
    )
    assert due.drill_on(answers) == dt.date(2027, 11, 5)
    assert due.drill_on(Answers()) is None


def test_contacts_are_due_ninety_days_after_the_oldest_check():
    def contact(id_, checked, *, on=True):
        return Contact(id=RowId(id_), on=on, checked=checked)

    contacts = (
        contact("lawyer", dt.date(2026, 9, 1)),
        contact("police", dt.date(2026, 8, 1), on=False),
        contact("press", None),
    )
    assert due.contacts_on(given(crisis_team__contacts=contacts)) == dt.date(2026, 11, 30)
    assert due.contacts_on(given(crisis_team__contacts=())) is None


def test_a_check_on_the_last_day_of_the_calendar_is_due_on_it():
    contact = Contact(id=RowId("lawyer"), checked=dt.date.max)
    assert due.contacts_on(given(crisis_team__contacts=(contact,))) == dt.date.max
