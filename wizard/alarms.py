"""What is due in a project, told from what the first screen has of it and nothing else."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from wizard.i18n import N_
from wizard.library.projects import Signatures, Standing

SOON = dt.timedelta(days=30)
OVERDUE = {
    "review": N_("review was due {date}"),
    "drill": N_("drill was due {date}"),
    "contacts": N_("contacts to be checked"),
    "signatures": N_("signatures were due {date}"),
    "actions": N_("changes to make: {count}, since {date}"),
    "late": N_("replies late: {late}"),
}
COMING = {
    "review": N_("review due {date}"),
    "drill": N_("drill due {date}"),
    "signatures": N_("signatures due {date}"),
    "actions": N_("changes to make: {count}"),
}


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something to do, by a day where one is known.

    The sentence is marked with ``N_`` and may name ``{date}`` and what is in ``values``.
    """

    what: Literal["review", "drill", "contacts", "signatures", "actions", "late"]
    on: dt.date | None
    overdue: bool
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """What is to be done, in a few words."""
        return (OVERDUE if self.overdue else COMING)[self.what]


def alarms(standing: Standing, signatures: Signatures, today: dt.date) -> tuple[Alarm, ...]:
    """What is overdue, longest first, then what is due within 30 days, then what has no day."""
    days = (
        ("review", standing.review_on),
        ("drill", standing.drill_on),
        ("contacts", standing.contacts_on),
        ("signatures", signatures.sign_on),
    )
    found = [
        Alarm(what, day, day < today)  # type: ignore[arg-type]
        for what, day in days
        if day is not None and (day < today or (what in COMING and day - today <= SOON))
    ]
    found += _in_use(standing, today)
    return tuple(sorted(found, key=lambda alarm: alarm.on or dt.date.max))


def _in_use(standing: Standing, today: dt.date) -> Iterator[Alarm]:
    """What drills have left to do, for as long as it is open, and promises that are not kept."""
    if standing.actions:
        day = standing.action_on
        is_overdue = day is not None and day < today
        yield Alarm("actions", day, is_overdue, {"count": str(standing.actions)})
    if standing.late:
        yield Alarm("late", None, overdue=True, values={"late": standing.late})
