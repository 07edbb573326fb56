"""Whether the public promise can be kept, by these hours and by these people, on one page."""

import math
from collections.abc import Iterator

from wizard.checks import promise
from wizard.checks.capacity import FULL
from wizard.checks.case import Case, listed, place_of
from wizard.checks.channel import LIST, named, promising
from wizard.checks.finding import Hit
from wizard.checks.promise import Outlook
from wizard.checks.reply_hours import minutes_of
from wizard.checks.telling import by_date, by_the_log, by_weekday, per_cent
from wizard.i18n import N_, translate
from wizard.interview import punctuality
from wizard.interview.places import Place
from wizard.interview.values import Duration
from wizard.language import dates, durations

LONG_CLOSURE = 5 * 24 * 60
"""The minutes of a wait over closed dates from which on customers should be told beforehand."""
ONE_PAGE = 1.0
GROWS, ALWAYS = "grows", "always"


def nobody_there(case: Case) -> Iterator[Hit]:
    """A time counted by the clock that runs out when nobody answers."""
    for one in promise.outlooks(case):
        if one.unattended is not None:
            counted = Duration(one.reply.number, one.reply.unit, "reply-hours")
            yield Hit(
                (place_of(LIST, one.channel, "reply"),),
                {**named(case, one.channel), **by_weekday(one.unattended, case.language)},
                evidence=f"{one.reply} {one.unattended.written:%w %H:%M}",
                remedy=promising(
                    case, one.channel, counted, translate(N_("Count in reply hours"), case.language)
                ),
            )


def long_closures(case: Case) -> Iterator[Hit]:
    """Closed dates over which somebody waits for days: one finding for all channels."""
    waits = [one for one in promise.outlooks(case) if one.closed is not None]
    longest = max(waits, key=lambda one: one.closed.minutes if one.closed else 0, default=None)
    if longest and longest.closed and longest.closed.minutes > LONG_CLOSURE:
        wait = longest.closed
        values = {
            **named(case, longest.channel),
            **by_date(wait, case.language),
        }
        yield Hit((Place("hours", "closed"),), values, evidence=str(wait))


def too_much(case: Case) -> Iterator[Hit]:
    """More messages than those who answer have time for, in the busiest hour or in every one.

    Where it is every hour, no promise of theirs holds: one finding for all their channels.
    """
    drowned: dict[str, list[Outlook]] = {}
    for one in promise.outlooks(case):
        load = one.load
        if load is None or load.kept:
            continue
        if load.pool.load >= FULL:
            drowned.setdefault(load.owner, []).append(one)
            continue
        holds = load.holds
        yield Hit(
            (place_of(LIST, one.channel, "reply"),),
            {**named(case, one.channel), **load_in_words(case, one)},
            evidence=f"{load.late:.2f} {load.busiest.load:.2f}",
            remedy=promising(case, one.channel, holds) if holds else None,
            variant=GROWS if load.busiest.load >= FULL else "",
        )
    for channels in drowned.values():
        names = listed(case.title(one.channel) for one in channels)
        busiest = max(channels, key=lambda one: (one.load.people if one.load else None) or 0)
        load = busiest.load
        yield Hit(
            tuple(place_of(LIST, one.channel, "reply") for one in channels),
            {**load_in_words(case, busiest), "row": names},
            evidence=f"{load.pool.load:.2f}" if load else "",
            severity="fix",
            variant=ALWAYS,
        )


def not_kept(case: Case) -> Iterator[Hit]:
    """A promise that more than one answer in ten broke in the newest month of the log."""
    broken = tuple(punctuality.broken(case.answers))
    outlooks = {one.channel.id: one for one in promise.outlooks(case)} if broken else {}
    for channel, month in broken:
        one = outlooks.get(channel.id)
        if one is None or month.month is None:
            continue
        load = one.load
        holds = load.holds if load else None
        slower = load and holds and minutes_of(holds) > load.promised
        yield Hit(
            (place_of(LIST, channel, "reply"),),
            {
                **named(case, channel),
                "month": dates.month(month.month, case.language),
                "late": str(month.late),
                "messages": str(month.messages),
                "share": per_cent(punctuality.share_late(month)),
            },
            evidence=f"{month.month:%Y-%m} {month.late} {month.messages}",
            remedy=promising(case, channel, holds) if slower and holds else None,
        )


def load_in_words(case: Case, one: Outlook) -> dict[str, str]:
    """What the load of a channel comes to: shares in per cent, people, and what would hold."""
    load, language = one.load, case.language
    if load is None:
        return {}
    holds, people = load.holds, load.people
    if holds is not None:
        way = translate(N_("A promise of {time} could be kept."), language).format(
            time=durations.length(holds, language)
        )
    elif people is not None:
        way = translate(N_("People needed at the same time: {people}."), language).format(
            people=people
        )
    elif load.promised < load.writing:
        way = translate(N_("More people would not help: one answer takes longer."), language)
    else:
        way = translate(N_("People needed at the same time: more than {people}."), language).format(
            people=load.pool.many
        )
    if load.counted is not None:
        way = f"{way} {by_the_log(load.counted, language)}"
    return {
        "late": per_cent(load.late),
        "load": per_cent(load.busiest.load),
        "peak": str(load.peak),
        "people": str(load.pool.people),
        "way": way,
    }


def longer_than_a_page(case: Case) -> Iterator[Hit]:
    """A public promise that does not fit one page, in any of its languages."""
    longest = max(case.pages.values(), default=0.0)
    if longest > ONE_PAGE:
        pages = f"{math.ceil(longest * 10) / 10}".replace(
            ".", "," if case.language == "ru" else "."
        )
        yield Hit(
            (Place("community", "not_tolerated"),), {"pages": pages}, evidence=f"{longest:.1f}"
        )
