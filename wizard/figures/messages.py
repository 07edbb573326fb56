"""Single messages as help desks list them, counted by month against what was promised."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wizard.checks import reply_hours
from wizard.checks.reply_hours import ReplyHours
from wizard.errors import UserError
from wizard.figures import columns as columns_of
from wizard.figures.channel_names import ChannelNames
from wizard.figures.columns import Columns
from wizard.figures.table import Figure, Table, meant
from wizard.i18n import N_
from wizard.interview.answers import Answers
from wizard.interview.channels import Channel
from wizard.interview.hours import week_of
from wizard.interview.times import EARLIEST
from wizard.interview.values import Duration
from wizard.language import reading
from wizard.staff_lists.table import Problem

ONE_DAY = dt.timedelta(days=1)
LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class Message:
    """A message of a line, and its first answer; None where there is none."""

    line: int
    channel: Channel
    promised: Duration
    received: dt.datetime
    answered: dt.datetime | None


def counted(
    rows: Sequence[Sequence[str]],
    columns: Columns,
    names: ChannelNames,
    answers: Answers,
    language: str,
    today: dt.date,
) -> Table:
    """The messages of each month and channel, and how many were answered late.

    Moments are taken by the clock of the business. A message that nobody answered is late once
    its time has passed before ``today``, and until then not counted. UserError where nobody knows
    in which hours messages are answered.
    """
    if not week_of(answers.hours):
        raise UserError(N_("Give your opening hours first: reply times are counted in them."))
    messages: list[Message] = []
    problems: list[Problem] = []
    for line, cells in columns_of.lines(rows, columns):
        try:
            messages.append(_message(line, cells, names, language, today))
        except UserError as error:
            problems.append(Problem(line, error.message, error.values))
    found: dict[tuple[str, dt.date], Figure] = {}
    for one in messages:
        month = one.received.date().replace(day=1)
        due = _reply_hours(month, answers).due(one.received, one.promised)
        if one.answered is None and (due is None or due.date() >= today):
            continue
        late = due is not None and (one.answered is None or one.answered > due)
        known = found.get((one.channel.id, month))
        before = (known.messages, known.late) if known else (0, 0)
        found[one.channel.id, month] = Figure(
            known.line if known else one.line, one.channel, month, before[0] + 1, before[1] + late
        )
    return Table(tuple(found.values()), tuple(problems))


def _message(
    line: int, cells: Mapping[str, str], names: ChannelNames, language: str, today: dt.date
) -> Message:
    channel = meant(cells.get("channel", ""), names, language)
    if channel.reply is None:
        raise UserError(
            N_("No time is promised for {channel}, so none can be missed."),
            channel=names.title(channel, language),
        )
    received = _moment(cells.get("received", ""))
    if received.date() > today:
        raise UserError(N_("“{text}” is still to come."), text=cells["received"])
    answered = cells.get("answered", "")
    return Message(line, channel, channel.reply, received, _moment(answered) if answered else None)


def _moment(text: str) -> dt.datetime:
    moment = reading.moment(text)
    if moment is None or moment.date() < EARLIEST:
        raise UserError(
            N_("“{text}” is no moment that we can read. Write it like 2026-11-28 14:05."), text=text
        )
    return moment


def _reply_hours(month: dt.date, answers: Answers) -> ReplyHours:
    """The reply hours in which a message of the month can be answered.

    They begin a day before it: a night shift ends in the month.
    """
    hours = answers.hours
    return reply_hours.reply_hours(
        week_of(hours),
        reply_hours.closed_days(hours.closed),
        month - ONE_DAY,
        1 + LONGEST_MONTH + reply_hours.SLACK,
    )
