"""When an answer is due: reply hours, breaks, nights, closed dates, and who waits longest."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.checks import reply_hours
from wizard.checks.reply_hours import LONGEST_CLOSURE, closed_days, over_closed_dates
from wizard.interview.hours import ClosedDays, OpeningHours, week_of
from wizard.interview.kinds import Hours, Length
from wizard.interview.values import DAYS, Duration, Interval, Week

TODAY = dt.date(2026, 11, 27)
"""A Friday."""
SHOP = {**{key: ["08:00-20:00"] for key in DAYS[:5]}, "sat": ["09:00-18:00"]}
OFFICE = {key: ["09:00-18:00"] for key in DAYS[:5]}
SURGERY = {key: ["09:00-13:00", "14:00-18:00"] for key in DAYS[:5]}
BAR = {key: ["18:00-02:00"] for key in DAYS[1:]}
NIGHTS = {key: ["20:00-08:00"] for key in DAYS}
MARKET = {"sat": ["10:00-14:00"]}


def week(raw):
    return Hours().clean(raw)


def reply(text):
    """ "30 minutes", "2 days clock"; reply hours are counted unless it says otherwise."""
    number, unit, counted = [*text.split(), "reply-hours"][:3]
    return Length().clean({"number": int(number), "unit": unit, "counted": counted})


def at(text):
    return dt.datetime.fromisoformat(text)


def is_open(known, moment):
    return any(known.time(start) <= moment <= known.time(end) for start, end in known.spans)


def due(hours, written, promised, closed=()):
    known = reply_hours.reply_hours(
        week(hours), frozenset(map(dt.date.fromisoformat, closed)), TODAY, 60
    )
    return known.due(at(written), reply(promised))


DUE = [
    # the promise of the brief: Saturday just before closing, Sunday closed
    (SHOP, "2026-11-28 17:55", "30 minutes", "2026-11-30 08:25"),
    (SHOP, "2026-11-28 17:25", "30 minutes", "2026-11-28 17:55"),
    (SHOP, "2026-11-28 17:30", "30 minutes", "2026-11-28 18:00"),
    # at night it begins with the next opening
    (SHOP, "2026-11-29 03:00", "1 hours", "2026-11-30 09:00"),
    (SHOP, "2026-11-30 08:00", "1 hours", "2026-11-30 09:00"),
    (SHOP, "2026-11-30 20:00", "1 hours", "2026-12-01 09:00"),
    # a break at noon does not count
    (SURGERY, "2026-11-30 12:40", "1 hours", "2026-11-30 14:40"),
    (SURGERY, "2026-11-30 13:30", "1 hours", "2026-11-30 15:00"),
    (SURGERY, "2026-11-30 12:00", "8 hours", "2026-12-01 12:00"),
    # past midnight
    (BAR, "2026-11-28 01:55", "30 minutes", "2026-11-28 18:25"),
    (BAR, "2026-11-27 23:50", "30 minutes", "2026-11-28 00:20"),
    (BAR, "2026-11-30 01:50", "30 minutes", "2026-12-01 18:20"),
    # round the clock
    ("24/7", "2026-11-28 23:50", "30 minutes", "2026-11-29 00:20"),
    ("24/7", "2026-11-27 12:00", "1 days", "2026-11-29 00:00"),
    # a working day ends with its hours; the day of the message does not count
    (OFFICE, "2026-11-27 10:00", "1 days", "2026-11-30 18:00"),
    (OFFICE, "2026-11-28 10:00", "1 days working-days", "2026-11-30 18:00"),
    (OFFICE, "2026-11-30 08:00", "2 days working-days", "2026-12-02 18:00"),
    (BAR, "2026-11-27 19:00", "1 days", "2026-11-29 02:00"),
    # by the clock
    (OFFICE, "2026-11-27 17:55", "2 hours clock", "2026-11-27 19:55"),
    (OFFICE, "2026-11-27 17:55", "3 days clock", "2026-11-30 17:55"),
    (OFFICE, "2026-11-27 17:55", "90 minutes clock", "2026-11-27 19:25"),
    # a promise longer than one day's hours
    (MARKET, "2026-11-28 13:00", "5 hours", "2026-12-05 14:00"),
]  # fmt: skip


@pytest.mark.parametrize(("hours", "written", "promised", "expected"), DUE)
def test_an_answer_is_due_when_so_many_reply_hours_are_over(hours, written, promised, expected):
    assert due(hours, written, promised) == at(expected)


@pytest.mark.parametrize(
    ("written", "promised", "closed", "expected"),
    [
        ("2026-11-27 19:50", "30 minutes", ["2026-11-28"], "2026-11-30 08:20"),
        ("2026-11-28 17:50", "30 minutes", ["2026-11-30", "2026-12-01"], "2026-12-02 08:20"),
        ("2026-11-28 09:00", "1 hours", ["2026-11-28"], "2026-11-30 09:00"),
        ("2026-11-27 09:00", "1 days", ["2026-11-28", "2026-11-30"], "2026-12-01 20:00"),
        ("2026-11-28 17:50", "30 minutes clock", ["2026-11-30"], "2026-11-28 18:20"),
    ],
)
def test_closed_dates_do_not_count(written, promised, closed, expected):
    assert due(SHOP, written, promised, closed) == at(expected)


def test_a_shift_that_began_before_a_closed_date_ends_as_usual():
    assert due(BAR, "2026-11-28 00:30", "30 minutes", ["2026-11-28"]) == at("2026-11-28 01:00")
    assert due(BAR, "2026-11-28 01:50", "30 minutes", ["2026-11-28"]) == at("2026-11-29 18:20")


def test_nothing_is_due_where_nobody_ever_answers():
    assert due({}, "2026-11-28 12:00", "1 hours") is None
    assert due({}, "2026-11-28 12:00", "1 days") is None
    assert reply_hours.ordinary(Week(), reply("1 hours"), TODAY) is None
    assert reply_hours.unattended(Week(), reply("1 hours clock"), TODAY) is None


def test_nothing_is_due_beyond_the_days_that_are_known():
    assert due(MARKET, "2026-11-28 13:00", "100 hours") is None
    assert due(MARKET, "2026-11-28 13:00", "100 days") is None


@pytest.mark.parametrize(
    ("hours", "promised", "written", "expected"),
    [
        (SHOP, "30 minutes", "2026-12-05 17:55", "2026-12-07 08:25"),
        (OFFICE, "1 hours", "2026-12-04 17:55", "2026-12-07 09:55"),
        # a short time is not begun so early that it would be over before closing
        (SHOP, "4 minutes", "2026-12-05 17:58", "2026-12-07 08:02"),
        (SHOP, "1 minutes", "2026-11-30 19:59", "2026-11-30 20:00"),
        (NIGHTS, "30 minutes", "2026-12-01 07:55", "2026-12-01 20:25"),
        (MARKET, "1 hours", "2026-12-05 13:55", "2026-12-12 10:55"),
    ],
)
def test_whoever_writes_just_before_closing_waits_longest(hours, promised, written, expected):
    wait = reply_hours.ordinary(week(hours), reply(promised), TODAY)
    assert (wait.written, wait.due) == (at(written), at(expected))


def test_a_night_that_ends_on_monday_belongs_to_the_week_before():
    wait = reply_hours.ordinary(week(BAR), reply("30 minutes"), TODAY)
    assert (wait.written, wait.due) == (at("2026-12-07 01:55"), at("2026-12-08 18:25"))
    only_sundays = week({"sun": ["18:00-02:00"]})
    wait = reply_hours.ordinary(only_sundays, reply("1 hours"), TODAY)
    assert (wait.written, wait.due) == (at("2026-12-07 01:55"), at("2026-12-13 18:55"))


def test_nobody_waits_where_somebody_is_always_there():
    assert reply_hours.ordinary(week("24/7"), reply("30 minutes"), TODAY) is None
    assert reply_hours.unattended(week("24/7"), reply("30 minutes clock"), TODAY) is None


@pytest.mark.parametrize(
    ("hours", "promised", "written"),
    [
        (SHOP, "1 hours clock", "2026-11-30 19:55"),
        (SHOP, "12 hours clock", "2026-11-30 19:55"),
        # every night is short enough, the weekend is not
        (OFFICE, "24 hours clock", "2026-12-04 17:55"),
        (OFFICE, "1 days clock", "2026-12-04 17:55"),
        (OFFICE, "2 days clock", "2026-12-04 17:55"),
        (SURGERY, "30 minutes clock", "2026-11-30 12:55"),
    ],
)
def test_a_time_by_the_clock_can_run_out_before_anybody_is_back(hours, promised, written):
    wait = reply_hours.unattended(week(hours), reply(promised), TODAY)
    assert wait.written == at(written)


@pytest.mark.parametrize(
    ("hours", "promised"),
    [
        (OFFICE, "3 days clock"),
        # it ends at night, but four hours of the afternoon lie before that
        ({**SURGERY, "fri": ["09:00-18:00"]}, "4 days clock"),
        (NIGHTS, "13 hours clock"),
        (SHOP, "48 hours clock"),
    ],
)
def test_a_time_by_the_clock_with_reply_hours_in_it_can_be_kept(hours, promised):
    assert reply_hours.unattended(week(hours), reply(promised), TODAY) is None


def closed(*spans):
    rows = []
    for number, (first, last) in enumerate(spans):
        days = [one and dt.date.fromisoformat(one) for one in (first, last)]
        rows.append(ClosedDays(id=str(number), first=days[0], last=days[1]))
    return closed_days(rows)


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        ("2026-12-25", None, 1),
        ("2026-12-25", "2026-12-25", 1),
        ("2026-12-25", "2027-01-10", 17),
        (None, "2026-12-25", 0),
        # typing errors: the wrong way round, a year too far, the end of all days
        ("2026-12-25", "2026-12-24", 0),
        ("2026-12-25", "2027-12-26", 0),
        ("2026-12-25", "9999-12-31", 0),
        ("9999-12-31", None, 0),
        ("0001-01-01", None, 1),
    ],
)
def test_closed_dates_with_a_typing_error_close_nothing(first, last, count):
    assert len(closed((first, last))) == count


def test_a_closed_time_may_last_as_long_as_a_season_but_no_longer():
    first = dt.date(2026, 12, 1)
    for days in (LONGEST_CLOSURE, LONGEST_CLOSURE + 1):
        last = first + dt.timedelta(days=days - 1)
        found = closed_days([ClosedDays(id="1", first=first, last=last)])
        assert len(found) == (days if days <= LONGEST_CLOSURE else 0)


def test_over_a_run_of_closed_dates_the_wait_goes_to_the_day_after_it():
    days = closed(("2026-12-31", None), ("2027-01-01", "2027-01-08"))
    wait = over_closed_dates(week(OFFICE), days, reply("1 hours"), TODAY)
    assert (wait.written, wait.due) == (at("2026-12-30 17:55"), at("2027-01-11 09:55"))


@pytest.mark.parametrize(
    "days",
    [
        (),
        [("2026-12-05", "2026-12-06")],  # a weekend that is closed anyway
        [("2026-01-01", "2026-01-08")],  # over
        [("2028-01-01", "2028-01-08")],  # beyond the coming year
    ],
)
def test_dates_that_change_nothing_make_nobody_wait(days):
    assert over_closed_dates(week(OFFICE), closed(*days), reply("1 hours"), TODAY) is None


def test_the_reply_hours_count_where_they_differ_and_are_given():
    office, late = week(OFFICE), week(NIGHTS)
    assert week_of(OpeningHours(week=office)) == office
    assert week_of(OpeningHours(week=office, reply_week=late)) == office
    assert week_of(OpeningHours(week=office, replies_differ=True)) == office
    differing = OpeningHours(week=office, replies_differ=True, reply_week=late)
    assert week_of(differing) == late


@st.composite
def weeks(draw):
    """Weeks with up to two intervals a day, the second of them past midnight at times."""
    days = []
    for _ in DAYS:
        marks = sorted(draw(st.sets(st.integers(4 * 60, 26 * 60), min_size=4, max_size=4)))
        intervals = [Interval(marks[0], marks[1])]
        if marks[2] < 24 * 60:
            intervals.append(Interval(marks[2], marks[3]))
        days.append(tuple(intervals[: draw(st.integers(0, 2))]))
    return Week(tuple(days))


replies = st.builds(
    Duration,
    st.integers(1, 30),
    st.sampled_from(["minutes", "hours", "days"]),
    st.sampled_from(["reply-hours", "working-days", "clock"]),
)
moments = st.integers(0, 20 * 24 * 60).map(
    lambda minutes: dt.datetime(2026, 11, 27) + dt.timedelta(minutes=minutes)
)
some_days = st.frozensets(
    st.integers(0, 20).map(lambda number: TODAY + dt.timedelta(days=number)), max_size=5
)


@given(weeks(), replies, moments, some_days)
def test_an_answer_is_due_inside_reply_hours_and_not_before_the_time_is_over(
    hours, promised, written, closed_on
):
    known = reply_hours.reply_hours(hours, closed_on, TODAY, 120)
    until = known.due(written, promised)
    if until is None:
        return
    assert until > written
    if promised.counted == "clock" or promised.unit != "days":
        assert until - written >= dt.timedelta(minutes=reply_hours.minutes_of(promised))
    if promised.counted != "clock":
        assert is_open(known, until)


@given(weeks(), replies, moments)
def test_whoever_writes_later_is_not_answered_earlier(hours, promised, written):
    known = reply_hours.reply_hours(hours, frozenset(), TODAY, 120)
    first = known.due(written, promised)
    second = known.due(written + dt.timedelta(minutes=7), promised)
    assert first is None or second is None or first <= second


@given(weeks(), replies, some_days)
def test_closed_dates_never_make_an_answer_come_sooner(hours, promised, closed_on):
    open_, shut = (
        reply_hours.reply_hours(hours, days, TODAY, 120).due(at("2026-11-27 12:00"), promised)
        for days in (frozenset(), closed_on)
    )
    assert open_ is None or shut is None or open_ <= shut


@given(weeks(), st.integers(1, 600))
def test_a_wait_by_the_clock_that_nobody_can_end_ends_before_the_next_opening(hours, minutes):
    promised = Duration(minutes, "minutes", "clock")
    wait = reply_hours.unattended(hours, promised, TODAY)
    if wait is not None:
        known = reply_hours.reply_hours(hours, frozenset(), TODAY, 60)
        assert wait.minutes == minutes
        assert not is_open(known, wait.due)
