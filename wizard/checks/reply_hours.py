"""When a promised answer is due: reply hours, closed days, and how the time is counted."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from wizard.interview.hours import ClosedDays
from wizard.interview.values import MINUTES_A_DAY, Duration, Week

HOUR = 60
DAYS_A_WEEK = 7
YEAR = 366
SLACK = 35
"""Days behind the last one that is asked about, in which the answer may still come."""
BEFORE_CLOSING = 5
"""Minutes before closing at which the customer writes who waits longest."""
LONGEST_CLOSURE = 60
"""Days; a longer closed time is a typing error or a season, and no wait is told of it."""
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wait:
    """Somebody writes at one time and is answered, at the latest, at another; local times."""

    written: dt.datetime
    due: dt.datetime

    @property
    def minutes(self) -> int:
        """How long that is by the clock."""
        return round((self.due - self.written).total_seconds() / 60)


@dataclass(frozen=True, slots=True)
class ReplyHours:
    """The hours in which messages are answered, from a day on; minutes count from its midnight."""

    first: dt.date
    spans: tuple[tuple[int, int], ...]
    """Start and end of each time without a break, in order."""
    days: tuple[tuple[int, int], ...]
    """Of each day on which somebody is there: its number, and the minute at which it ends."""

    def due(self, written: dt.datetime, reply: Duration) -> dt.datetime | None:
        """When the answer is due; a day means a working day unless it is counted by the clock.

        A working day ends when the hours of that day end; the day of the message does not count.
        None where it is due beyond the days that are known.
        """
        at = self._minute(written)
        length = minutes_of(reply)
        if reply.counted == "clock":
            return written + dt.timedelta(minutes=length)
        if reply.unit == "days":
            later = [end for day, end in self.days if day > at // MINUTES_A_DAY]
            return self.time(later[reply.number - 1]) if reply.number <= len(later) else None
        for start, end in self.spans:
            if end > at:
                begin = max(start, at)
                if begin + length <= end:
                    return self.time(begin + length)
                length -= end - begin
        return None

    def _minute(self, at: dt.datetime) -> int:
        midnight = dt.datetime.combine(self.first, dt.time())
        return int((at - midnight).total_seconds() // 60)

    def time(self, minute: int) -> dt.datetime:
        """The time at so many minutes after the first midnight."""
        return dt.datetime.combine(self.first, dt.time()) + dt.timedelta(minutes=minute)


@lru_cache(maxsize=32)
def reply_hours(week: Week, closed: frozenset[dt.date], first: dt.date, count: int) -> ReplyHours:
    """The reply hours of so many days from the first on; closed days are those that begin then."""
    spans: list[tuple[int, int]] = []
    days: list[tuple[int, int]] = []
    for number in range(count):
        day = first + dt.timedelta(days=number)
        intervals = week.days[day.weekday()]
        if not intervals or day in closed:
            continue
        midnight = number * MINUTES_A_DAY
        for one in intervals:
            start, end = midnight + one.start, midnight + one.end
            if spans and start <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
            else:
                spans.append((start, end))
        days.append((number, midnight + intervals[-1].end))
    return ReplyHours(first, tuple(spans), tuple(days))


def closed_days(rows: Iterable[ClosedDays]) -> frozenset[dt.date]:
    """All days of the closed dates; a row that cannot be right has none."""
    return frozenset(
        row.first + dt.timedelta(days=number)
        for row in rows
        if row.first is not None
        for number in range(_length(row.first, row.last or row.first))
    )


def _length(first: dt.date, last: dt.date) -> int:
    days = (last - first).days + 1
    return days if 0 < days <= LONGEST_CLOSURE and last < dt.date.max - ONE_DAY else 0


@lru_cache(maxsize=256)
def ordinary(week: Week, reply: Duration, today: dt.date) -> Wait | None:
    """The longest wait of an ordinary week: of those who write just before somebody closes."""
    known = _ordinary_weeks(week, today)
    return _longest(known, reply, (closing for closing, _ in _gaps_of_a_week(known)))


@lru_cache(maxsize=256)
def unattended(week: Week, reply: Duration, today: dt.date) -> Wait | None:
    """The first wait of an ordinary week, by the clock, that ends before anybody is back."""
    before, length = _before_closing(reply), dt.timedelta(minutes=minutes_of(reply))
    return next(
        (
            Wait(closing - before, closing - before + length)
            for closing, opening in _gaps_of_a_week(_ordinary_weeks(week, today))
            if closing < closing - before + length < opening
        ),
        None,
    )


def _ordinary_weeks(week: Week, today: dt.date) -> ReplyHours:
    monday = today + dt.timedelta(days=-today.weekday() % 7)
    return reply_hours(week, frozenset(), monday, DAYS_A_WEEK + SLACK)


def _gaps_of_a_week(known: ReplyHours) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    """Each closing of the first week and the opening after it, the night to Monday as well."""
    for one, two in pairwise(known.spans):
        if one[0] < DAYS_A_WEEK * MINUTES_A_DAY:
            yield known.time(one[1]), known.time(two[0])


@lru_cache(maxsize=256)
def over_closed_dates(
    week: Week, closed: frozenset[dt.date], reply: Duration, today: dt.date
) -> Wait | None:
    """The longest wait of the coming year over days that are closed but usually are not."""
    until = today + dt.timedelta(days=YEAR)
    coming = frozenset(day for day in closed if today <= day <= until and week.days[day.weekday()])
    if not coming:
        return None
    known = reply_hours(week, coming, today, YEAR + SLACK)
    return _longest(known, reply, _before_closed(week, coming, today))


@lru_cache(maxsize=32)
def _before_closed(
    week: Week, closed: frozenset[dt.date], today: dt.date
) -> tuple[dt.datetime, ...]:
    """The closings of the coming year behind which one of those days lies."""
    numbers = {(day - today).days for day in closed}
    known = reply_hours(week, closed, today, YEAR + SLACK)
    return tuple(
        known.time(one[1])
        for one, two in pairwise(known.spans)
        if not numbers.isdisjoint(range(one[1] // MINUTES_A_DAY, two[0] // MINUTES_A_DAY + 1))
    )


def minutes_of(duration: Duration) -> int:
    """The minutes of a duration, a day taken as 24 hours."""
    return duration.number * {"minutes": 1, "hours": HOUR, "days": MINUTES_A_DAY}[duration.unit]


def _before_closing(reply: Duration) -> dt.timedelta:
    return dt.timedelta(minutes=max(1, min(BEFORE_CLOSING, minutes_of(reply) // 2)))


def _longest(known: ReplyHours, reply: Duration, closings: Iterable[dt.datetime]) -> Wait | None:
    before = _before_closing(reply)
    waits = [
        Wait(closing - before, due)
        for closing in closings
        if (due := known.due(closing - before, reply)) is not None
    ]
    return max(waits, key=lambda wait: wait.minutes, default=None)
