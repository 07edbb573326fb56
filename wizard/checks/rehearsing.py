"""The crisis plan against the calendar, and what a plan should not be without."""

import datetime as dt
from collections.abc import Iterator

from wizard.checks import forms
from wizard.checks.case import Case, listed, place_of
from wizard.checks.finding import Hit, Remedy
from wizard.i18n import N_, translate
from wizard.interview.due import CONTACT_DAYS, LAST_CHECK, last_drill, months_after
from wizard.interview.places import Place
from wizard.interview.risks import Risk
from wizard.interview.rows import Item
from wizard.language import dates

RISKS, CONTACTS = "risks.list", "crisis_team.contacts"
YEAR = 12
BREAK_IN, LEAK = "account-hijacked", "data-leak"
NEXT_DRILL = Place("response", "next_drill")
FIRST_STEPS = ("response.first_15", "response.first_60", "response.during")


def no_drill(case: Case) -> Iterator[Hit]:
    """No drill in the last twelve months and none planned for the next, or one ever so seldom."""
    response, today = case.answers.response, case.today
    last = last_drill(case.answers)
    held = last is not None and months_after(last, YEAR) >= today
    planned = response.next_drill
    soon = planned is not None and today <= planned <= months_after(today, YEAR)
    seldom = (response.drill_months or 0) > YEAR
    if (held or soon) and not seldom:
        return
    day = months_after(today, 1)
    label = translate(N_("Plan one for {date}"), case.language).format(
        date=dates.in_text(day, case.language)
    )
    seldom_only = seldom and (held or soon)
    yield Hit(
        (Place("response", "drill_months"),) if seldom_only else (NEXT_DRILL,),
        {"months": str(response.drill_months)},
        remedy=(
            Remedy(
                translate(N_("Once a year"), case.language), Place("response", "drill_months"), YEAR
            )
            if seldom_only
            else Remedy(label, NEXT_DRILL, day.isoformat())
        ),
        absent=not seldom_only and planned is None,
        variant="seldom" if seldom_only else "",
    )


def old_law_check(case: Case) -> Iterator[Hit]:
    """A look at the law that is more than a year old."""
    yield from _older_than_a_year(
        case, case.answers.response.law_checked_on, Place("response", "law_checked_on")
    )


def old_risk_talk(case: Case) -> Iterator[Hit]:
    """A talk about the risks that is more than a year old."""
    yield from _older_than_a_year(
        case, case.answers.response.risks_discussed_on, Place("response", "risks_discussed_on")
    )


def stale_contacts(case: Case) -> Iterator[Hit]:
    """Contacts of the owner's own that nobody has checked for so many days, or ever.

    Public numbers that the catalogue knows are no contacts of the owner's own.
    """
    rows = [
        row
        for row in case.answers.crisis_team.contacts
        if row.phone.own and (row.checked is None or _is_stale(row.checked, case.today))
    ]
    if rows:
        names = listed(case.title(row) for row in rows)
        places = tuple(place_of(CONTACTS, row, "checked") for row in rows)
        yield Hit(places, {"rows": names, "days": str(CONTACT_DAYS)})


def no_break_in(case: Case) -> Iterator[Hit]:
    """No scenario for an account that was broken into."""
    if not any(_is_about(case, risk, BREAK_IN, "break-in") for risk in case.answers.risks.list):
        yield Hit((Place("risks", "list"),), absent=not case.answers.risks.list)


def leak_without_notice(case: Case) -> Iterator[Hit]:
    """A leak of data in the owner's own words, without whom to notify and by when."""
    for risk in case.answers.risks.list:
        if not _is_about(case, risk, LEAK, "leak"):
            continue
        own = risk.id != LEAK or any(not item.text.untouched for item in risk.actions)
        if own and not any(_speaks(case, item, "notice") for item in risk.actions):
            yield Hit((place_of(RISKS, risk, "actions"),), {"row": case.title(risk)})


def posts_go_on(case: Case) -> Iterator[Hit]:
    """First steps none of which stops the posts that are scheduled."""
    items = [item for path in FIRST_STEPS for item in case.rows(path)]
    if items and not any(_speaks(case, item, "pause") for item in items):
        yield Hit((Place("response", "first_15"),))


def _older_than_a_year(case: Case, day: dt.date | None, place: Place) -> Iterator[Hit]:
    if day is not None and months_after(day, YEAR) < case.today:
        yield Hit((place,), {"date": dates.in_text(day, case.language)})


def _is_stale(checked: dt.date, today: dt.date) -> bool:
    return min(checked, LAST_CHECK) + dt.timedelta(days=CONTACT_DAYS) < today


def _is_about(case: Case, risk: Risk, row: str, group: str) -> bool:
    return risk.id == row or (risk.title.own is not None and group in forms.said(case.title(risk)))


def _speaks(case: Case, item: object, group: str) -> bool:
    return isinstance(item, Item) and group in forms.said(case.text(item.text))
