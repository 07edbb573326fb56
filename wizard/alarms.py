"""What is due in a project, told from what the first screen has of it and nothing else."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from wizard.i18n import N_
from wizard.library.projects import Signatures, Standing

SOON = dt.timedelta(days=30)
OVERDUE = {
    "review": N_("review was due {date}"),
    "drill": N_("drill was due {date}"),
    "contacts": N_("contacts to be checked"),
    "signatures": N_("signatures were due {date}"),
}
COMING = {
    "review": N_("review due {date}"),
    "drill": N_("drill due {date}"),
    "signatures": N_("signatures due {date}"),
}


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something to do by a day; the sentence is marked with ``N_`` and may name ``{date}``."""

    what: Literal["review", "drill", "contacts", "signatures"]
    on: dt.date
    overdue: bool

    @property
    def sentence(self) -> str:
        """What is to be done, in a few words."""
        return (OVERDUE if self.overdue else COMING)[self.what]


def alarms(standing: Standing, signatures: Signatures, today: dt.date) -> tuple[Alarm, ...]:
    """What is overdue, longest first, then what is due within 30 days."""
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
    return tuple(sorted(found, key=lambda alarm: alarm.on))
