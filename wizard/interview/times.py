"""The step that asks how many first replies came late, month by month and channel by channel."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from wizard.i18n import N_
from wizard.interview.ask import Step, ask
from wizard.interview.kinds import Date, Number, RowOf
from wizard.interview.rows import Row, Rows

MOST = 1_000_000
"""Messages a month that are taken for a figure and not for a slip of the keyboard."""
EARLIEST = dt.date(2000, 1, 1)
"""The first month that can be meant; an earlier one is a slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Month(Row):
    """One month of one channel; its id is that of the channel, a dot and the month as 2026-11.

    ``month`` is its first day.
    """

    channel: str = ask(RowOf("channels.list"), N_("Channel"), why=N_("Where people wrote."))
    month: dt.date | None = ask(Date(), N_("Month"), why=N_("Its first day."))
    messages: int | None = ask(Number(0, MOST), N_("Messages"), why=N_("That asked for an answer."))
    late: int | None = ask(
        Number(0, MOST), N_("Answered late"), why=N_("After the time that you promise.")
    )


def row_id(channel: str, month: dt.date) -> str:
    """The id of the row that holds a channel's month."""
    return f"{channel}.{month:%Y-%m}"


def of_month(months: Iterable[Month], channel: str, month: dt.date) -> Month | None:
    """What the log has of a channel's month; None where it has nothing."""
    return next(
        (
            one
            for one in months
            if one.channel == channel and one.month and one.month.replace(day=1) == month
        ),
        None,
    )


@dataclass(frozen=True, slots=True)
class Times:
    """The figures of the log of missed times."""

    about: ClassVar = Step(
        "times",
        N_("In use"),
        N_("Times kept"),
        N_("Count once a month how many replies were late: regular misses breed anger."),
        in_use=True,
    )

    months: tuple[Month, ...] = ask(
        Rows(Month),
        N_("Months"),
        why=N_("The check of your promise takes these figures instead of your estimate."),
    )
