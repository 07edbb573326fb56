"""The step that asks when the business is open and when messages are answered."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from wizard.i18n import N_
from wizard.interview import options
from wizard.interview.ask import Step, ask, standing
from wizard.interview.kinds import Choice, Date, Hours, Text, YesNo
from wizard.interview.rows import Row, Rows
from wizard.interview.values import Week, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedDays(Row):
    """A day, or a run of days, on which the business is closed."""

    first: dt.date | None = ask(Date(), N_("Closed on"), why=N_("The first closed day."))
    last: dt.date | None = ask(
        Date(), N_("Closed until"), why=N_("The last one, if there are several.")
    )
    name: Words = ask(Text(), N_("Occasion"), why=N_("Printed beside the date."))


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Answers about opening and reply hours."""

    about: ClassVar = Step(
        "hours",
        N_("Your business"),
        N_("Opening hours"),
        N_(
            "People assume that a business online answers in real time. "
            "Clear hours mean less work for you and no disappointment for them."
        ),
    )

    week: Week = ask(
        Hours(),
        N_("Weekly hours"),
        why=N_("Customers plan by them, and reply times are counted in them."),
        required=True,
    )
    time_zone: str = ask(
        Choice(options.time_zones),
        N_("Time zone"),
        why=N_("Somebody in another city reads the same page."),
        required=True,
    )
    closed: tuple[ClosedDays, ...] = ask(
        Rows(ClosedDays),
        N_("Closed dates"),
        why=N_("Holidays and days off, so that nobody waits for an answer."),
    )
    replies_differ: bool | None = ask(
        YesNo(),
        N_("Are messages answered in other hours?"),
        why=N_("Some answer earlier or later than they open."),
        default=False,
    )
    reply_week: Week = ask(
        Hours(),
        N_("Reply hours"),
        why=N_("Reply times are counted in these hours."),
        required=True,
        relevant=lambda answers, _row: bool(answers.hours.replies_differ),
    )
    outside: Words = ask(
        Text(long=True),
        N_("Outside these hours"),
        why=N_("Say what happens to a message that comes at night."),
        default=standing("hours.outside"),
        required=True,
    )


def week_of(hours: OpeningHours) -> Week:
    """The hours in which messages are answered: those given for it, else the opening hours."""
    return hours.reply_week if hours.replies_differ and hours.reply_week else hours.week
