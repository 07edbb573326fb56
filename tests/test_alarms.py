"""What the first screen says is due."""

import datetime as dt

from wizard.alarms import alarms
from wizard.library.projects import Signatures, Standing

TODAY = dt.date(2026, 11, 25)
DAY = dt.timedelta(days=1)


def told(sign_on=None, **days):
    found = alarms(Standing(**days), Signatures(sign_on=sign_on), TODAY)
    return [(one.what, one.overdue) for one in found]


def test_nothing_is_due_where_no_day_is_known():
    assert told() == []


def test_a_day_is_overdue_from_the_next_day_on():
    assert told(review_on=TODAY) == [("review", False)]
    assert told(review_on=TODAY - DAY) == [("review", True)]


def test_what_is_far_away_is_no_alarm_yet():
    assert told(review_on=TODAY + 30 * DAY) == [("review", False)]
    assert told(review_on=TODAY + 31 * DAY, drill_on=TODAY + 31 * DAY) == []


def test_contacts_are_an_alarm_only_once_they_are_old():
    assert told(contacts_on=TODAY) == []
    assert told(contacts_on=TODAY - DAY) == [("contacts", True)]


def test_signatures_are_due_and_then_overdue():
    assert told(sign_on=TODAY - DAY) == [("signatures", True)]
    assert told(sign_on=TODAY) == [("signatures", False)]
    assert told(sign_on=TODAY + 31 * DAY) == []
    (late,) = alarms(Standing(), Signatures(sign_on=TODAY - DAY), TODAY)
    (soon,) = alarms(Standing(), Signatures(sign_on=TODAY), TODAY)
    assert late.sentence == "signatures were due {date}"
    assert soon.sentence == "signatures due {date}"


def test_the_longest_overdue_comes_first():
    found = told(review_on=TODAY - DAY, drill_on=TODAY - 9 * DAY, contacts_on=TODAY - 5 * DAY)
    assert [what for what, _ in found] == ["drill", "contacts", "review"]


def test_promises_that_are_not_kept_are_told_last_for_they_have_no_day():
    found = alarms(Standing(late="Telegram 18%", review_on=TODAY - DAY), Signatures(), TODAY)
    assert [one.what for one in found] == ["review", "late"]
    assert found[1].sentence.format(**found[1].values) == "replies late: Telegram 18%"
