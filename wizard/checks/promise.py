"""The promise check: can this reply time be kept, by these hours and by these people?"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from wizard.checks import forms, reply_hours
from wizard.checks.capacity import FULL, PROMISES, Pool, Stream, together
from wizard.checks.case import Case
from wizard.checks.conditions import hours_of
from wizard.checks.reply_hours import DAYS_A_WEEK, Wait, minutes_of
from wizard.interview import punctuality
from wizard.interview.channels import Channel
from wizard.interview.hours import week_of
from wizard.interview.punctuality import TOLERATED, Counted
from wizard.interview.values import MINUTES_A_DAY, Duration, Week

USUAL_PEAK = 2
"""The busiest hour has so many times the messages of the mean one, unless the owner says."""


@dataclass(frozen=True, slots=True)
class Load:
    """What the busiest hour asks of those who answer a channel and all others that are theirs."""

    owner: str
    """The position that answers; channels of the same one share its people."""
    pool: Pool
    peak: int
    promised: int
    writing: float
    shared: int
    """How many channels the same people answer."""
    counted: Counted | None = None
    """What the log says of the channel's messages; None where they are the owner's estimate."""

    @property
    def late(self) -> float:
        """The share of answers in the busiest hour that come later than promised."""
        return self.busiest.late(self.promised, self.writing)

    @property
    def busiest(self) -> Pool:
        """The pool in the busiest hour."""
        return self.pool.times(self.peak)

    @property
    def kept(self) -> bool:
        """Whether the promise is kept."""
        return self.keeps(self.promised)

    def keeps(self, promised: int) -> bool:
        """Whether nine of ten answers of the busiest hour would come within so many minutes.

        Where only that hour is too much, what it leaves undone is worked off in the next: the last
        in that queue waits for all of it and then as long as usual, never less than in a full hour.
        """
        if self.busiest.late(promised, self.writing) <= TOLERATED:
            return True
        if self.busiest.load < FULL or self.pool.load >= FULL:
            return False
        undone = max(0, self.busiest.work - self.pool.people) * 60 / self.pool.people
        full = self.busiest.when_full.late(promised, self.writing)
        return max(full, self.pool.late(promised - undone, self.writing)) <= TOLERATED

    @property
    def holds(self) -> Duration | None:
        """The shortest of the usual promises that would hold; None where none does."""
        minutes = next((one for one in PROMISES if self.keeps(one)), None)
        if minutes is None:
            return None
        if minutes < 60:
            return Duration(minutes, "minutes", "reply-hours")
        return Duration(minutes // 60, "hours", "reply-hours")

    @property
    def people(self) -> int | None:
        """How many people would keep the promise as it is; None where not even many would."""
        return self.busiest.people_for(self.promised, self.writing)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a promise of one channel really means; what is not known is None."""

    channel: Channel
    reply: Duration
    ordinary: Wait | None
    """The longest wait in an ordinary week."""
    closed: Wait | None
    """The longest wait over closed dates in the coming year, where it is longer."""
    unattended: Wait | None
    """An answer by the clock that falls due when nobody is there."""
    load: Load | None


def outlooks(case: Case) -> Iterator[Outlook]:
    """The outlook of each channel that promises a time, in their order."""
    hours = case.answers.hours
    week = week_of(hours)
    closed = reply_hours.closed_days(hours.closed)
    loads = _loads(case, week)
    for channel in case.answers.channels.list:
        if channel.reply is None or not channel.reply.number:
            continue
        ordinary = over = None
        if week and channel.replies != "bot":
            ordinary = reply_hours.ordinary(week, channel.reply, case.today)
            over = reply_hours.over_closed_dates(week, closed, channel.reply, case.today)
            if over and ordinary and over.minutes <= ordinary.minutes:
                over = None
        yield Outlook(
            channel,
            channel.reply,
            ordinary,
            over,
            _unattended(week, channel, case.today),
            loads.get(channel.id),
        )


def attended(case: Case, wait: Wait) -> tuple[tuple[dt.datetime, dt.datetime], ...]:
    """The times between a message and its answer in which somebody is there, in a usual week."""
    week = week_of(case.answers.hours)
    known = reply_hours.reply_hours(week, frozenset(), wait.written.date(), reply_hours.SLACK)
    spans = ((known.time(start), known.time(end)) for start, end in known.spans)
    return tuple((start, end) for start, end in spans if end > wait.written and start < wait.due)


def reply_minutes_a_week(week: Week) -> int:
    """The minutes of a week in which somebody answers."""
    return sum(one.end - one.start for day in week.days for one in day)


def _unattended(week: Week, channel: Channel, today: dt.date) -> Wait | None:
    """The wait of whoever writes just before closing and was promised an answer by the clock."""
    reply = channel.reply
    if reply is None or reply.counted != "clock" or channel.replies == "bot":
        return None
    return reply_hours.unattended(week, reply, today)


def _loads(case: Case, week: Week) -> dict[str, Load]:
    """The load of each channel of which messages and minutes are known.

    Channels that the same position answers share its people. Messages are those of the log, where
    there is none the estimate; those of a whole week are answered in its reply hours.
    """
    minutes = reply_minutes_a_week(week)
    peak = case.answers.channels.peak or USUAL_PEAK
    logged = {one.id: punctuality.counted(case.answers, one) for one in case.answers.channels.list}
    groups: dict[str, list[Channel]] = {}
    for channel in case.answers.channels.list:
        asked = _a_day(channel, logged[channel.id]) and channel.minutes_per_answer
        if minutes and asked and channel.replies != "bot":
            owner = forms.normal(case.text(channel.position)) or channel.id
            groups.setdefault(owner, []).append(channel)
    found: dict[str, Load] = {}
    for owner, channels in groups.items():
        streams = [
            Stream(
                _a_day(one, logged[one.id]) * DAYS_A_WEEK / (minutes / 60),
                one.minutes_per_answer or 0,
            )
            for one in channels
        ]
        pool = together(streams, max(one.people_at_once or 1 for one in channels))
        for one in channels:
            if one.reply is not None and one.reply.number:
                promised = promised_minutes(one.reply, week)
                writing = float(one.minutes_per_answer or 0)
                found[one.id] = Load(
                    owner, pool, peak, promised, writing, len(channels), logged[one.id]
                )
    return found


def _a_day(channel: Channel, logged: Counted | None) -> float:
    """The messages of a day: as counted, else as estimated; 0 where nothing is known."""
    return logged.a_day if logged is not None else channel.messages_a_day or 0


def hours_by_the_clock(reply: Duration, week: Week) -> float:
    """How many hours a promise really takes: so many days' reply hours are so many days."""
    if reply.unit == "days" or reply.counted == "clock" or not week:
        return hours_of(reply)
    minutes = reply_minutes_a_week(week) / sum(bool(day) for day in week.days)
    return hours_of(reply) * MINUTES_A_DAY / minutes


def promised_minutes(reply: Duration, week: Week) -> int:
    """The minutes within which an answer is promised, as those count them who have to answer.

    A working day is one day's reply hours, taken over the days that have any.
    """
    if reply.unit == "days":
        days = sum(bool(day) for day in week.days)
        return reply.number * (reply_minutes_a_week(week) // days if days else MINUTES_A_DAY)
    return minutes_of(reply)
