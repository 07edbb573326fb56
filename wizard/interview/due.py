"""When a project must be looked at again: the days that follow from its own answers."""

import calendar
import datetime as dt

from wizard.interview.answers import Answers
from wizard.interview.drills import Action

CONTACT_DAYS = 90
"""A contact that nobody has checked for so many days may be dead."""
LAST_CHECK = dt.date.max - dt.timedelta(days=CONTACT_DAYS)
"""The last day that has as many days after it; later ones are typing errors."""


def review_on(answers: Answers) -> dt.date | None:
    """The day the rules are to be reviewed: so many months after they came into force."""
    business = answers.business
    if business.valid_from is None or not business.review_months:
        return None
    return months_after(business.valid_from, business.review_months)


def drill_on(answers: Answers) -> dt.date | None:
    """The day of the next drill: as planned, else so many months after the last one."""
    response = answers.response
    planned, last = response.next_drill, last_drill(answers)
    if planned is not None and (last is None or planned > last):
        return planned
    if last is None or not response.drill_months:
        return None
    return months_after(last, response.drill_months)


def last_drill(answers: Answers) -> dt.date | None:
    """The day of the last drill: as recorded here, or as the owner remembers it."""
    recorded = (held.day for held in answers.drills.held if held.on)
    return max((day for day in (answers.response.last_drill, *recorded) if day), default=None)


def open_actions(answers: Answers) -> tuple[Action, ...]:
    """What drills led to and nobody has done yet, the first due first, those without a day last."""
    found = [one for one in answers.drills.actions if one.on and one.text and one.done is None]
    return tuple(sorted(found, key=lambda one: one.by or dt.date.max))


def contacts_on(answers: Answers) -> dt.date | None:
    """The day the outside contacts are to be checked again, by the one checked longest ago."""
    checked = [
        contact.checked
        for contact in answers.crisis_team.contacts
        if contact.on and contact.checked is not None
    ]
    if not checked:
        return None
    return min(min(checked), LAST_CHECK) + dt.timedelta(days=CONTACT_DAYS)


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = min(day.year + years, dt.MAXYEAR)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))
