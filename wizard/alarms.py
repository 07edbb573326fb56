"""What is due in a project, told from its standing alone, so that the first screen can say it."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from wizard.i18n import N_
from wizard.library.projects import Standing

SOON = dt.timedelta(days=30)
OVERDUE = {
    "review": N_("review was due {date}"),
    "drill": N_("drill was due {date}"),
    "contacts": N_("contacts to be checked"),
}
COMING = {"review": N_("review due {date}"), "drill": N_("drill due {date}")}


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something to do by a day; the sentence is marked with ``N_`` and may name ``{date}``."""

    what: Literal["review", "drill", "contacts"]
    on: dt.date
    overdue: bool

    @property
    def sentence(self) -> str:
        """What is to be done, in a few words."""
        return (OVERDUE if self.overdue else COMING)[self.what]


def alarms(standing: Standing, today: dt.date) -> tuple[Alarm, ...]:
    """What is overdue, longest first, then what is due within 30 days."""
    days = (
        ("review", standing.review_on),
        ("drill", standing.drill_on),
        ("contacts", standing.contacts_on),
    )
    found = [
        Alarm(what, day, day < today)  # type: ignore[arg-type]
        for what, day in days
        if day is not None and (day < today or (what in COMING and day - today <= SOON))
    ]
    return tuple(sorted(found, key=lambda alarm: alarm.on))
