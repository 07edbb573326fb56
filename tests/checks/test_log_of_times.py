"""The promise check by the log of missed times: what was counted counts, not what was estimated."""

import datetime as dt

import pytest

from tests.checks.typing_in import typed
from wizard.checks import case as cases
from wizard.checks import promise, telling
from wizard.interview import punctuality
from wizard.interview.values import DAYS

TODAY = dt.date(2026, 11, 27)
OFFICE = {day: ["09:00-18:00"] for day in DAYS[:5]}
"""45 reply hours a week."""
HOUR = {"number": 1, "unit": "hours", "counted": "reply-hours"}


def month(name, messages, late=0, channel="it"):
    return {
        "id": f"{channel}.{name}",
        "channel": channel,
        "month": f"{name}-01",
        "messages": messages,
        "late": late,
    }


def logged(answers, *months, **channel):
    it = {"id": "it", "platform": "instagram", "reply": HOUR, **channel}
    raw = {"hours.week": OFFICE, "hours.closed": [], "channels.list": [it]}
    return typed(answers, {**raw, "times.months": list(months)})


def load(answers):
    (one,) = promise.outlooks(cases.case(answers, TODAY, "en"))
    return one.load


@pytest.mark.parametrize(
    ("months", "a_day", "first"),
    [
        ([("2026-10", 310)], 10, "2026-10"),
        ([("2026-09", 300), ("2026-10", 310)], 10, "2026-09"),
        ([("2026-10", 310), ("2026-07", 31_000), ("2026-08", 0), ("2026-09", 0)], 310 / 92,
         "2026-08"),
        # a month is missing: what was before it is another time
        ([("2026-08", 31_000), ("2026-10", 310)], 10, "2026-10"),
        ([("2025-12", 310), ("2026-01", 310)], 10, "2025-12"),
    ],
)  # fmt: skip
def test_messages_a_day_are_the_mean_of_the_newest_months_in_a_row(months, a_day, first, base):
    answers = logged(base("GB"), *(month(*one) for one in months))
    found = punctuality.counted(answers, answers.channels.list[0])
    assert found.a_day == pytest.approx(a_day)
    assert f"{found.first:%Y-%m}" == first


def test_the_log_counts_instead_of_the_estimate(base):
    asked = {"messages_a_day": 3, "minutes_per_answer": 2}
    guessed, counted = (
        logged(base("GB"), **asked),
        logged(base("GB"), month("2026-10", 310), **asked),
    )
    assert load(counted).pool.work == pytest.approx(load(guessed).pool.work * 10 / 3)
    assert load(guessed).counted is None


def test_the_log_counts_where_nothing_is_estimated(base):
    assert load(logged(base("GB"), minutes_per_answer=2)) is None
    assert load(logged(base("GB"), month("2026-10", 310), minutes_per_answer=2)) is not None


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Messages a day by the log of September–October\N{NO-BREAK SPACE}2026: 40."),
        ("ru", "Обращений в день по журналу за сентябрь–октябрь\N{NO-BREAK SPACE}2026"
               "\N{NO-BREAK SPACE}г.: 40."),
    ],
)  # fmt: skip
def test_what_is_told_of_the_load_names_the_months_that_it_is_from(language, words, base, found):
    counted = month("2026-09", 1200), month("2026-10", 1240)
    answers = logged(base("GB"), *counted, minutes_per_answer=8)
    (one,) = promise.outlooks(cases.case(answers, TODAY, language))
    assert words in list(telling.working(one, language))
    (finding,) = found(answers, "PRM02", language=language)
    assert finding.message.endswith(words)


def test_few_messages_a_day_are_told_with_a_tenth(base):
    answers = logged(base("GB"), month("2026-10", 100), minutes_per_answer=8)
    assert telling.by_the_log(load(answers).counted, "ru").endswith(": 3,2.")


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "Instagram: 18 of 100 answers in October 2026 (18%) came later than 1 hour."),
        ("ru", "Instagram: за октябрь 2026 г. опоздало ответов: 18 из 100 (18 %), "
               "обещан срок 1 час."),
    ],
)  # fmt: skip
def test_a_promise_that_was_not_kept_is_told_with_figures(language, message, base, found):
    answers = logged(base("GB"), month("2026-09", 100, 0), month("2026-10", 100, 18))
    (finding,) = found(answers, "PRM06", language=language)
    assert finding.message.replace("\N{NO-BREAK SPACE}", " ") == message
    assert [str(one) for one in finding.places] == ["channels.list.it.reply"]
    assert finding.remedy is None


@pytest.mark.parametrize(
    ("months", "more"),
    [
        ([("2026-10", 100, 10)], {}),
        ([("2026-09", 100, 90), ("2026-10", 100, 1)], {}),
        ([("2026-10", 100, None)], {}),
        ([("2026-10", 0, 0)], {}),
        ([("2026-10", 100, 90, "gone")], {}),
        ([("2026-10", 100, 90)], {"on": False}),
        ([("2026-10", 100, 90)], {"reply": None}),
    ],
)
def test_a_promise_that_was_kept_or_is_not_made_is_not(months, more, base, found):
    answers = logged(base("GB"), *(month(*one) for one in months), **more)
    assert not found(answers, "PRM06")


def test_what_would_hold_is_offered_where_it_is_longer_than_what_was_promised(base, found, settled):
    answers = logged(base("GB"), month("2026-10", 1240, 400), minutes_per_answer=5)
    assert load(answers).holds.number > 1
    (finding,) = found(answers, "PRM06")
    assert settled(answers, finding).channels.list[0].reply == load(answers).holds


def test_a_finding_that_was_left_comes_back_with_the_figures_of_another_month(base, found):
    (one,) = found(logged(base("GB"), month("2026-09", 100, 18)), "PRM06")
    (two,) = found(logged(base("GB"), month("2026-10", 100, 18)), "PRM06")
    assert one.evidence != two.evidence
