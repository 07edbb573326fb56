"""Whether promised times were kept, as the monthly figures of a project tell."""

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from wizard.interview import summaries
from wizard.interview.answers import Answers
from wizard.interview.channels import Channel
from wizard.interview.times import Month

TOLERATED = 0.1
"""A promise is called kept when nine of ten answers are in time, as Facebook's badge had it."""
COUNTED_MONTHS = 3
"""So many months, the newest one and those before it, tell how many messages come in a day."""
PERCENT = {"en": "{share:.0f}%", "ru": "{share:.0f}\N{NO-BREAK SPACE}%"}


@dataclass(frozen=True, slots=True)
class Counted:
    """How many messages a day a channel gets by its log, and the months that tell it."""

    a_day: float
    first: dt.date
    last: dt.date


def latest(answers: Answers, channel: Channel) -> Month | None:
    """The newest month of the channel whose figures are complete; None where there is none."""
    known = (one for one in _months(answers, channel) if one.late is not None)
    return max(known, key=_first_day, default=None)


def counted(answers: Answers, channel: Channel) -> Counted | None:
    """The mean of the newest months in a row, three at most; None where none is counted."""
    found = sorted(_months(answers, channel), key=_first_day, reverse=True)
    row = [
        one
        for number, one in enumerate(found[:COUNTED_MONTHS])
        if _number(one) == _number(found[0]) - number
    ]
    if not row:
        return None
    days = sum(calendar.monthrange(day.year, day.month)[1] for day in map(_first_day, row))
    messages = sum(one.messages or 0 for one in row)
    return Counted(messages / days, _first_day(row[-1]), _first_day(row[0]))


def share_late(month: Month) -> float:
    """The share of a month's first replies that came late, 0 to 1; never more than all."""
    return min(1.0, (month.late or 0) / month.messages) if month.messages else 0.0


def broken(answers: Answers) -> Iterator[tuple[Channel, Month]]:
    """The channels whose promise was not kept in their newest month, with that month."""
    for channel in answers.channels.list:
        month = latest(answers, channel) if channel.on else None
        if month is not None and share_late(month) > TOLERATED:
            yield channel, month


def late_channels(answers: Answers) -> Iterator[str]:
    """These channels with the share that was late, in the first language of the documents."""
    language = (answers.business.languages or ("en",))[0]
    for channel, month in broken(answers):
        title = summaries.of_row(channel, answers, language).title
        yield f"{title} {PERCENT[language].format(share=share_late(month) * 100)}"


def _months(answers: Answers, channel: Channel) -> Iterator[Month]:
    """The months of a channel of which the messages are known."""
    for one in answers.times.months:
        if one.on and one.channel == channel.id and one.month and one.messages is not None:
            yield one


def _first_day(month: Month) -> dt.date:
    return (month.month or dt.date.min).replace(day=1)


def _number(month: Month) -> int:
    """The months since the year 0, so that those in a row have numbers in a row."""
    day = _first_day(month)
    return day.year * 12 + day.month
