"""Findings that are left with a reason: until the answers change, whatever the language."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.typing_in import typed
from wizard.checks import leaving
from wizard.checks.finding import SEVERITIES
from wizard.checks.leaving import Left

DAY = dt.date(2026, 11, 27)
RAISING = {
    "community.late": "Sorry for any inconvenience. Call [name].",
    "community.appeal_to": "",
    "channels.list.instagram.reply": {"number": 3, "unit": "days", "counted": "working-days"},
    "channels.list.whatsapp.reach_person": "",
    "crisis_team.roles.lead.deputy": None,
    "response.law_checked_on": "2024-01-01",
    "response.last_drill": None,
    "response.next_drill": None,
    "hours.closed": [{"id": "1", "first": "2026-12-25", "last": "2027-01-08"}],
    "people.list": [{"id": "1", "surname": ""}, {"id": "2", "surname": "Reid", "signs": "e-mail"}],
    "business.languages": ["en", "ru"],
}


@pytest.fixture
def answers(base):
    return typed(base("RU"), RAISING)


def left(*findings, reason="We know."):
    return {one.key: Left(reason, one.evidence, DAY) for one in findings}


def test_a_finding_that_is_left_is_not_open(answers, found):
    findings = found(answers, pages={"en": 1.3}, unsigned=2)
    assert len(findings) > 10
    parted = leaving.parted(findings, left(*findings[:3]))
    assert parted.open == tuple(findings[3:])
    assert parted.left == tuple((one, Left("We know.", one.evidence, DAY)) for one in findings[:3])


def test_nothing_is_left_of_what_is_not_found(answers, found):
    findings = found(answers)
    other = {"SLA01@channels.list.gone.reply": Left("We know.", "0", DAY)}
    assert leaving.parted(findings, other) == leaving.Sorted(tuple(findings), ())
    assert leaving.parted([], left(*findings)) == leaving.Sorted((), ())


def test_findings_come_once_each_and_what_matters_most_first(answers, found):
    findings = found(answers)
    assert len({one.key for one in findings}) == len(findings)
    weights = [SEVERITIES.index(one.severity) for one in findings]
    assert weights == sorted(weights)


def test_a_finding_is_the_same_in_english_and_in_russian(answers, found):
    more = {"pages": {"en": 1.3, "ru": 1.1}, "unsigned": 2}
    english, russian = (found(answers, language=one, **more) for one in ("en", "ru"))
    assert [(one.key, one.evidence) for one in english] == [
        (one.key, one.evidence) for one in russian
    ]
    assert all(one.message != two.message for one, two in zip(english, russian, strict=True))
    parted = leaving.parted(russian, left(*english))
    assert not parted.open


@pytest.mark.parametrize(
    ("check", "change"),
    [
        ("WRD01", {"community.late": "We are sorry if anyone was offended. Call [name]."}),
        ("WRD04", {"community.late": "Sorry for any inconvenience. Call [boss]."}),
        ("WRD04", {"community.late": "Sorry for any inconvenience. Call [name]. Or [boss]."}),
        (
            "SLA03",
            {"channels.list.instagram.reply": {"number": 4, "unit": "days", "counted": "clock"}},
        ),
        ("CRI11", {"response.law_checked_on": "2024-01-02"}),
        ("CRI01", {"crisis_team.roles.facts.deputy": None}),
        ("ACK01", {"people.list": [{"surname": ""}, {"surname": ""}]}),
        ("PRM03", {"hours.closed": [{"id": "1", "first": "2026-12-25", "last": "2027-01-09"}]}),
    ],
)
def test_what_is_left_is_open_again_once_its_answers_change(check, change, answers, found):
    findings = found(answers, check)
    after = found(typed(answers, change), check)
    parted = leaving.parted(after, left(*findings))
    assert parted.open == tuple(after)
    back = found(typed(typed(answers, change), RAISING), check)
    if check != "CRI01":
        assert not leaving.parted(back, left(*findings)).open


@pytest.mark.parametrize(
    "change",
    [
        {"business.name": "Another Corner"},
        {"community.late": "Sorry for any inconvenience. We are human. Call [name]."},
        {"channels.list.facebook.messages_a_day": 6},
        {"staff_rules.monitored": True},
    ],
)
def test_what_is_left_stays_so_while_other_answers_change(change, answers, found):
    checks = ("WRD04", "SLA03", "SLA10", "CRI01", "CRI04", "ACK01")
    findings = [one for one in found(answers) if one.check in checks]
    after = [one for one in found(typed(answers, change)) if one.check in checks]
    assert len(findings) >= len(checks)
    if "community.late" in change:
        findings, after = (
            [one for one in two if one.check != "WRD04"] for two in (findings, after)
        )
    assert not leaving.parted(after, left(*findings)).open


lefts = st.builds(
    Left, st.text(max_size=2000), st.text(max_size=20), st.dates(min_value=dt.date(1, 1, 1))
)


@given(st.dictionaries(st.text(min_size=1, max_size=40), lefts, max_size=5))
def test_what_is_left_is_read_as_it_was_stored(known):
    assert leaving.read({key: leaving.dump(one) for key, one in known.items()}) == known


@pytest.mark.parametrize(
    "value",
    [
        None,
        "We know.",
        [],
        {},
        {"reason": "We know.", "evidence": "1"},
        {"reason": 1, "evidence": "1", "on": "2026-11-27"},
        {"reason": "We know.", "evidence": None, "on": "2026-11-27"},
        {"reason": "We know.", "evidence": "1", "on": "27 November"},
    ],
)
def test_what_cannot_be_read_is_passed_over(value):
    good = {"reason": "We know.", "evidence": "1", "on": "2026-11-27"}
    assert leaving.read({"a": value, "b": good}) == {"b": Left("We know.", "1", DAY)}


def test_a_reason_is_kept_up_to_its_limit():
    long = {"reason": "x" * 5000, "evidence": "1", "on": "2026-11-27"}
    assert leaving.read({"a": long})["a"].reason == "x" * leaving.REASON_LIMIT
