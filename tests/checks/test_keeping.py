"""Whether the promise can be kept: by the clock, over closed dates, and by those who answer."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.typing_in import typed
from wizard import examples
from wizard.checks import case as cases
from wizard.checks import promise
from wizard.checks.capacity import TOLERATED
from wizard.checks.reply_hours import minutes_of
from wizard.checks.rules import rules
from wizard.interview.answers import Answers
from wizard.interview.places import parsed
from wizard.interview.values import DAYS, Duration

TODAY = dt.date(2026, 11, 27)
OFFICE = {day: ["09:00-18:00"] for day in DAYS[:5]}
"""45 reply hours a week."""


def promised(number, unit="hours", counted="reply-hours"):
    return {"number": number, "unit": unit, "counted": counted}


def channel(name, reply=None, *, platform="instagram", **more):
    return {"id": name, "platform": platform, "reply": reply or promised(1), **more}


def office(answers, *channels, **more):
    raw = {"hours.week": OFFICE, "hours.closed": [], "channels.list": list(channels)}
    return typed(answers, {**raw, **{key.replace("__", "."): one for key, one in more.items()}})


def outlooks(answers):
    return {one.channel.id: one for one in promise.outlooks(cases.case(answers, TODAY, "en"))}


REPLY = (parsed("channels.list.it.reply"),)


@pytest.mark.parametrize(
    ("reply", "hours"),
    [
        (promised(1, counted="clock"), OFFICE),
        (promised(15, counted="clock"), OFFICE),
        (promised(24, counted="clock"), OFFICE),
        (promised(2, "days", "clock"), OFFICE),
        (promised(30, "minutes", "clock"), {"mon": ["09:00-13:00", "14:00-18:00"]}),
    ],
)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_time_by_the_clock_that_runs_out_at_night_is_noticed(
    reply, hours, language, base, found, settled
):
    answers = office(base("GB"), channel("it", reply, platform="own"), hours__week=hours)
    (finding,) = found(answers, "PRM01", language=language)
    assert finding.places == REPLY
    after = settled(answers, finding)
    assert after.channels.list[0].reply.counted == "reply-hours"
    assert after.channels.list[0].reply.number == reply["number"]
    assert not found(after, "PRM01")


@pytest.mark.parametrize(
    ("more", "hours"),
    [
        ({"reply": promised(1)}, OFFICE),
        ({"reply": promised(1, "days", "working-days")}, OFFICE),
        ({"reply": promised(3, "days", "clock")}, OFFICE),
        ({"reply": promised(1, counted="clock")}, "24/7"),
        ({"reply": promised(1, counted="clock")}, None),
        ({"reply": promised(0, counted="clock")}, OFFICE),
        ({"reply": promised(1, counted="clock"), "replies": "bot"}, OFFICE),
    ],
)
def test_a_time_that_somebody_can_keep_is_not(more, hours, base, found):
    answers = office(base("GB"), channel("it", **more), hours__week=hours)
    assert not found(answers, "PRM01")


def test_a_bot_with_a_person_behind_it_is_not_always_there(base, found):
    behind = channel("it", promised(1, counted="clock"), replies="bot-person")
    assert found(office(base("GB"), behind), "PRM01")


def test_the_reply_hours_are_asked_where_they_differ_from_the_opening_hours(base, found):
    clock = channel("it", promised(1, counted="clock"))
    differing = {"hours__replies_differ": True, "hours__reply_week": "24/7"}
    assert found(office(base("GB"), clock), "PRM01")
    assert not found(office(base("GB"), clock, **differing), "PRM01")


@pytest.mark.parametrize(
    ("messages", "minutes", "severity", "variant"),
    [
        # 45 hours for 7 days of messages: 30 a day are 4.7 in an hour, 9.3 in the busiest
        (30, 5, "look", "message"),
        (30, 8, "look", "message_grows"),
        (30, 13, "fix", "message_always"),
    ],
)
def test_too_many_messages_are_noticed_and_weighed(
    messages, minutes, severity, variant, base, found
):
    busy = channel(
        "it", promised(15, "minutes"), messages_a_day=messages, minutes_per_answer=minutes
    )
    (finding,) = found(office(base("GB"), busy), "PRM02")
    assert finding.severity == severity
    assert finding.places == REPLY
    (russian,) = found(office(base("GB"), busy), "PRM02", language="ru")
    assert (russian.key, russian.evidence) == (finding.key, finding.evidence)
    template = rules()["PRM02"].words(variant, "en")
    assert max(re.split(r"\{\w+\}", template), key=len) in finding.message


@pytest.mark.parametrize(
    "more",
    [
        {"messages_a_day": 5, "minutes_per_answer": 5},
        {"messages_a_day": 0, "minutes_per_answer": 5},
        {"messages_a_day": 300},
        {"minutes_per_answer": 300},
        {"messages_a_day": 3000, "minutes_per_answer": 10, "replies": "bot"},
        {"messages_a_day": 60, "minutes_per_answer": 5, "people_at_once": 4},
    ],
)
def test_a_load_that_people_can_bear_or_that_is_not_known_is_not(more, base, found):
    assert not found(office(base("GB"), channel("it", **more)), "PRM02")


@pytest.mark.parametrize(("messages", "minutes"), [(30, 5), (30, 8), (20, 4), (12, 20), (55, 3)])
def test_the_promise_that_would_hold_settles_it(messages, minutes, base, found, settled):
    busy = channel(
        "it", promised(5, "minutes"), messages_a_day=messages, minutes_per_answer=minutes
    )
    answers = office(base("GB"), busy)
    (finding,) = found(answers, "PRM02")
    if finding.remedy:
        assert not found(settled(answers, finding), "PRM02")


def test_no_promise_is_offered_where_the_queue_grows_all_day(base, found):
    busy = channel("it", messages_a_day=100, minutes_per_answer=10)
    (finding,) = found(office(base("GB"), busy), "PRM02")
    assert finding.remedy is None
    load = outlooks(office(base("GB"), busy))["it"].load
    assert f"{load.people}" in finding.message


def load_of(answers, *channels, **more):
    return {name: one.load for name, one in outlooks(office(answers, *channels, **more)).items()}


def test_channels_that_share_a_position_share_its_people(base):
    asked = {"messages_a_day": 45, "minutes_per_answer": 2}
    loads = load_of(
        base("GB"),
        channel("one", position="Manager", people_at_once=1, **asked),
        channel("two", position=" manager ", people_at_once=2, **asked),
        channel("other", position="Owner", **asked),
        channel("nobody", **asked),
        channel("no-one", **asked),
    )
    # 45 messages on each of 7 days in 45 hours are 7 an hour
    assert loads["one"].pool == loads["two"].pool
    assert loads["one"].pool.people == 2
    assert loads["one"].pool.work == pytest.approx(2 * 7 * 2 / 60)
    assert (loads["one"].shared, loads["other"].shared) == (2, 1)
    assert loads["other"].pool.work == pytest.approx(7 * 2 / 60)
    assert loads["nobody"].shared == loads["no-one"].shared == 1


def test_a_position_is_the_same_in_own_words_and_from_the_list(base):
    asked = {"messages_a_day": 10, "minutes_per_answer": 2}
    ready = channel("one", position={"ref": "positions/smm/text"}, **asked)
    own = channel("two", position="Social-media manager", **asked)
    assert load_of(base("GB"), ready, own)["one"].shared == 2


def test_bots_take_nobodys_time(base):
    asked = {"messages_a_day": 45, "minutes_per_answer": 2, "position": "Manager"}
    bot = channel("bot", replies="bot", **asked)
    loads = load_of(
        base("GB"), channel("one", **asked), bot, channel("two", replies="bot-person", **asked)
    )
    assert loads["bot"] is None
    assert (loads["one"].shared, loads["two"].shared) == (2, 2)


@pytest.mark.parametrize(("peak", "times"), [(None, 2), (1, 1), (2, 2), (5, 5)])
def test_the_busiest_hour_is_as_many_times_the_mean_one_as_the_owner_says(peak, times, base):
    asked = {"messages_a_day": 45, "minutes_per_answer": 2}
    load = load_of(base("GB"), channel("it", **asked), channels__peak=peak)["it"]
    assert load.busiest.work == pytest.approx(load.pool.work * times)


def test_a_higher_peak_can_break_a_promise_that_held(base, found):
    busy = channel("it", messages_a_day=20, minutes_per_answer=4)
    assert not found(office(base("GB"), busy), "PRM02")
    assert found(office(base("GB"), busy, channels__peak=5), "PRM02")


@pytest.mark.parametrize(
    ("reply", "minutes"),
    [
        (promised(30, "minutes"), 30),
        (promised(2, "hours", "clock"), 120),
        (promised(1, "days"), 540),
        (promised(3, "days", "working-days"), 1620),
    ],
)
def test_a_promised_working_day_is_a_day_of_reply_hours_for_those_who_answer(reply, minutes, base):
    answers = office(base("GB"), channel("it", reply))
    found = answers.channels.list[0].reply
    assert promise.promised_minutes(found, answers.hours.week) == minutes


def test_the_promise_after_a_busy_hour_leaves_time_for_what_it_left_undone(base):
    # 60 minutes of work in the mean hour of two people, 150 in the busiest: 30 stay undone
    asked = {"messages_a_day": 90, "minutes_per_answer": 4, "people_at_once": 2}
    load = load_of(base("GB"), channel("it", **asked), channels__peak=3)["it"]
    assert load.pool.load < 0.95 <= load.busiest.load
    undone = (load.busiest.work - 2) * 60 / 2
    assert minutes_of(load.holds) >= undone


@pytest.mark.parametrize("reply", [promised(4), promised(1, "days")])
def test_no_promise_is_offered_that_is_shorter_than_the_one_that_fails(reply, base, found):
    # 3.5 hours of work on each of 7 days in 45 hours: only the busiest hour is too much
    busy = channel("it", reply, messages_a_day=21, minutes_per_answer=10)
    answers = office(base("GB"), busy)
    load = outlooks(answers)["it"].load
    assert load.pool.load < 0.95 <= load.busiest.load
    assert load.kept == (load.promised >= minutes_of(load.holds))
    assert bool(found(answers, "PRM02")) == (not load.kept)


def test_more_messages_never_make_a_shorter_promise_hold(base):
    asked = {"minutes_per_answer": 5, "position": "Manager"}
    holding = [
        load_of(base("GB"), channel("it", messages_a_day=count, **asked))["it"].holds
        for count in range(5, 60)
    ]
    minutes = [minutes_of(one) if one else 10_000 for one in holding]
    assert minutes == sorted(minutes)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"messages_a_day": 100, "minutes_per_answer": 60}, "same time: 40."),
        ({"messages_a_day": 100_000, "minutes_per_answer": 60}, "more than 50"),
        ({"messages_a_day": 100_000, "minutes_per_answer": 120}, "would not help"),
    ],
)
def test_more_people_help_unless_one_answer_takes_longer(more, said, base, found):
    (finding,) = found(office(base("GB"), channel("it", **more)), "PRM02")
    assert said in finding.message


def test_the_people_needed_are_told_for_the_promise_that_needs_most(base, found):
    asked = {"messages_a_day": 60, "minutes_per_answer": 10, "position": "Manager"}
    slow, quick = channel("slow", promised(8), **asked), channel("quick", **asked)
    (finding,) = found(office(base("GB"), slow, quick), "PRM02")
    assert f"{outlooks(office(base('GB'), slow, quick))['quick'].load.people}" in finding.message


def test_no_reply_time_is_proposed_that_takes_days_too(base, found):
    rarely = {"mon": ["09:00-10:00"], "thu": ["09:00-10:00"]}
    answers = office(base("GB"), channel("it", promised(5)), hours__week=rarely)
    (finding,) = found(answers, "SLA03")
    assert finding.remedy is not None
    few = {"mon": ["09:00-09:02"]}
    (finding,) = found(office(base("GB"), channel("it", promised(5)), hours__week=few), "SLA03")
    assert finding.remedy is None


@given(
    st.integers(0, 400),
    st.integers(1, 60),
    st.integers(1, 8),
    st.integers(1, 20),
    st.sampled_from([Duration(5, "minutes"), Duration(1, "hours"), Duration(1, "days")]),
)
def test_what_is_computed_of_any_load_makes_sense(messages, minutes, people, peak, reply):
    raw = {"number": reply.number, "unit": reply.unit, "counted": "reply-hours"}
    asked = {"messages_a_day": messages, "minutes_per_answer": minutes, "people_at_once": people}
    answers = office(Answers(), channel("it", raw, **asked), channels__peak=peak)
    load = outlooks(answers)["it"].load
    if not messages:
        assert load is None
        return
    assert 0 <= load.late <= 1
    if load.people is not None:
        assert load.people >= people
        assert (load.people == people) == (load.late <= TOLERATED)
    if load.holds is not None:
        assert minutes_of(load.holds) >= minutes


@pytest.mark.parametrize(
    ("first", "last"),
    [("2026-12-24", "2026-12-29"), ("2026-12-31", "2027-01-08"), ("2027-05-01", "2027-05-06")],
)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_wait_of_days_over_closed_dates_is_told_once(first, last, language, base, found):
    closed = [{"first": first, "last": last}]
    slow = promised(1, "days", "working-days")
    channels = (channel("one"), channel("two", slow, platform="email"))
    answers = office(base("GB"), *channels, hours__closed=closed)
    (finding,) = found(answers, "PRM03", language=language)
    assert finding.places == (parsed("hours.closed"),)
    assert finding.severity == "hint"


@pytest.mark.parametrize(
    "closed",
    [
        [],
        [{"first": "2026-12-05", "last": "2026-12-06"}],  # a weekend
        [{"first": "2026-12-25", "last": "2026-12-27"}],  # Christmas, which everybody knows
        [{"first": "2026-12-09"}],  # one day in the middle of a week
        [{"first": "2025-12-20", "last": "2026-01-08"}],  # over
        [{"first": "2026-12-20", "last": "2027-12-31"}],  # a typing error
        [{"first": "2026-12-20", "last": "2026-12-01"}],
    ],
)
def test_short_closures_and_those_that_are_over_are_not(closed, base, found):
    assert not found(office(base("GB"), channel("it"), hours__closed=closed), "PRM03")


def test_a_time_by_the_clock_does_not_wait_for_closed_dates(base, found):
    clock = channel("it", promised(1, counted="clock"))
    closed = [{"first": "2026-12-25", "last": "2027-01-08"}]
    assert not found(office(base("GB"), clock, hours__closed=closed), "PRM03")


@pytest.mark.parametrize(
    ("platform", "slow", "usual"),
    [
        ("site-chat", promised(31, "minutes"), promised(30, "minutes")),
        ("instagram", promised(5), promised(4)),
        ("facebook", promised(25, counted="reply-hours"), promised(24)),
        ("x", promised(9), promised(8)),
        ("email", promised(3, "days", "working-days"), promised(2, "days", "working-days")),
        ("google-business", promised(4, "days"), promised(3, "days")),
    ],
)
def test_slower_than_people_usually_wait_is_a_hint(platform, slow, usual, base, found):
    raised = {
        one.check for one in found(office(base("GB"), channel("it", slow, platform=platform)))
    }
    assert raised & {"PRM04", "SLA03"}
    assert not found(office(base("GB"), channel("it", usual, platform=platform)), "PRM04")


def test_a_promise_of_days_is_told_once_and_not_as_a_hint_too(base, found):
    answers = office(base("GB"), channel("it", promised(3, "days")))
    assert found(answers, "SLA03")
    assert not found(answers, "PRM04")


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ({"en": 1.2}, "1.2"),
        ({"en": 0.8, "ru": 1.4}, "1.4"),
        ({}, ""),
        ({"en": 1.0}, ""),
        ({"en": 0.4, "ru": 0.9}, ""),
    ],
)
def test_a_promise_longer_than_a_page_is_noticed_in_any_language(pages, said, base, found):
    findings = found(base("GB"), "PRM05", pages=pages)
    assert [said in one.message for one in findings] == ([True] if said else [])
    assert all(one.places == (parsed("community.not_tolerated"),) for one in findings)


def test_pages_have_a_comma_in_russian(base, found):
    (finding,) = found(base("RU", "ru"), "PRM05", language="ru", pages={"ru": 1.2})
    assert "1,2" in finding.message


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("trade", [one for one in examples.trades() if one != examples.EMPTY])
def test_the_usual_promise_of_every_trade_can_be_kept_within_two_hours(trade, language, base):
    answers = base("RU" if language == "ru" else "GB", language, trade)
    found = outlooks(answers).values()
    assert found
    assert all(one.unattended is None for one in found)
    for load in filter(None, (one.load for one in found)):
        assert load.late <= TOLERATED or minutes_of(load.holds) <= 120
