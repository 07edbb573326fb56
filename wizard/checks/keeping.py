"""Whether the public promise can be kept, and whether it says what it should."""

import math
import re
from collections.abc import Iterator

from wizard.checks import forms, promise
from wizard.checks.capacity import FULL
from wizard.checks.case import Case, listed, place_of
from wizard.checks.conditions import hours_of
from wizard.checks.finding import Hit, Remedy
from wizard.checks.promise import Outlook
from wizard.checks.reply_hours import Wait, minutes_of, week_of
from wizard.i18n import N_, translate
from wizard.interview.catalogue import catalogue
from wizard.interview.channels import Channel
from wizard.interview.kinds import Json, Length
from wizard.interview.places import Place
from wizard.interview.values import Duration
from wizard.language import durations, moments

LIST = "channels.list"
QUICK = frozenset({"social", "messenger", "chat", "own"})
"""The kinds of channel where people expect an answer the same day."""
MOST_HOURS = 24
WHATSAPP = "whatsapp"
LONG_CLOSURE = 5 * 24 * 60
"""The minutes of a wait over closed dates from which on customers should be told beforehand."""
ONE_PAGE = 1.0
GROWS, ALWAYS = "grows", "always"
PROFILE = frozenset({"bio", "description", "about", "status", "tagline"})
"""The fields of a profile that can say what people get on the channel."""
NOT_FOR_GOOGLE = re.compile(
    r"https?://|www\.|\b[\w-]+\.(?:com|org|net|ru|uk|de|eu|example)\b|(?:\d[ ()–-]*){9,}"
    r"|[£$€₽]\s?\d|\d\s?(?:₽|€|руб|р\.)|[-–−]\s?\d+\s?%|\d\s?%\s?off\b"
    r"|\b(?:discount|special offer|скидк|акци|распродаж)\w*|\bsales?\b",
    re.IGNORECASE,
)


def too_slow(case: Case) -> Iterator[Hit]:
    """A first reply later than a day where people expect hours."""
    week = week_of(case.answers.hours)
    for channel, reply in _promising(case):
        kind = _platform(channel, "kind")
        if kind in QUICK and promise.hours_by_the_clock(reply, week) > MOST_HOURS:
            proposed = _proposed(channel)
            if proposed and promise.hours_by_the_clock(proposed, week) > MOST_HOURS:
                proposed = None
            yield Hit(
                (place_of(LIST, channel, "reply"),),
                _named(case, channel),
                remedy=_promise(case, channel, proposed) if proposed else None,
            )


def only_templates(case: Case) -> Iterator[Hit]:
    """WhatsApp with a reply that may come when one's own words cannot be sent any more."""
    week = week_of(case.answers.hours)
    for channel, reply in _promising(case):
        if channel.platform == WHATSAPP and promise.hours_by_the_clock(reply, week) > MOST_HOURS:
            yield Hit((place_of(LIST, channel, "reply"),), _named(case, channel))


def slower_than_usual(case: Case) -> Iterator[Hit]:
    """A first reply later than people usually wait on such a channel, if not by days."""
    for channel, reply in _promising(case):
        entry = catalogue("platforms").get(channel.platform)
        most = entry.number("warn_above_minutes") if entry else None
        days = _platform(channel, "kind") in QUICK and hours_of(reply) > MOST_HOURS
        if most and minutes_of(reply) > most and not days:
            usual = durations.length(_in_figures(most), case.language)
            yield Hit(
                (place_of(LIST, channel, "reply"),), {**_named(case, channel), "usual": usual}
            )


def nobody_there(case: Case) -> Iterator[Hit]:
    """A time counted by the clock that runs out when nobody answers."""
    for one in promise.outlooks(case):
        if one.unattended is not None:
            counted = Duration(one.reply.number, one.reply.unit, "reply-hours")
            yield Hit(
                (place_of(LIST, one.channel, "reply"),),
                {**_named(case, one.channel), **_waiting(case, one.unattended)},
                evidence=f"{one.reply} {one.unattended.written:%w %H:%M}",
                remedy=_promise(
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
            **_named(case, longest.channel),
            "written": moments.on_a_date(wait.written, case.language),
            "due": moments.until_date(wait.due, case.language),
            "wait": moments.how_long(wait.minutes, case.language),
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
            {**_named(case, one.channel), **load_in_words(case, one)},
            evidence=f"{load.late:.2f} {load.busiest.load:.2f}",
            remedy=_promise(case, one.channel, holds) if holds else None,
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
    return {
        "late": _per_cent(load.late),
        "load": _per_cent(load.busiest.load),
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


def too_long_for_profile(case: Case) -> Iterator[Hit]:
    """What people get on a channel, in words too many for the field that could say it there."""
    for channel in case.answers.channels.list:
        limit = _limit(channel)
        longest = max((len(text.strip()) for text in _said(channel)), default=0)
        over = longest - limit if limit else 0
        if over > 0:
            values = {**_named(case, channel), "over": str(over), "limit": str(limit)}
            yield Hit((place_of(LIST, channel, "gives_also"),), values)


def not_for_google(case: Case) -> Iterator[Hit]:
    """Links, phones, prices or offers in the words that describe the firm in its Google profile."""
    for channel in case.answers.channels.list:
        found = NOT_FOR_GOOGLE.search("\n".join(_said(channel)))
        if channel.platform == "google-business" and found:
            yield Hit((place_of(LIST, channel, "gives_also"),), {"text": found[0].strip()})


def silent_bot(case: Case) -> Iterator[Hit]:
    """A bot of which nobody learns that it is one, or past which no way leads to a person."""
    bots = [one for one in case.answers.channels.list if one.replies != "person"]
    if not bots:
        return
    mute = tuple(place_of(LIST, one, "reach_person") for one in bots if not one.reach_person)
    words = case.answers.service.bot
    said = forms.said(words.own) if words.own else frozenset()
    if mute or not words or (not words.untouched and "bot" not in said):
        places = mute or (Place("service", "bot"),)
        names = listed(case.title(one) for one in bots)
        yield Hit(places, {"rows": names}, absent=bool(mute))


def _promising(case: Case) -> Iterator[tuple[Channel, Duration]]:
    for channel in case.answers.channels.list:
        if channel.reply is not None:
            yield channel, channel.reply


def _named(case: Case, channel: Channel) -> dict[str, str]:
    reply = channel.reply
    return {
        "row": case.title(channel),
        "promise": durations.length(reply, case.language) if reply else "",
    }


def _waiting(case: Case, wait: Wait) -> dict[str, str]:
    language = case.language
    return {
        "written": moments.on_a_day(wait.written, language),
        "due": moments.until_day(wait.due, language),
        "wait": moments.how_long(wait.minutes, language),
    }


def _promise(case: Case, channel: Channel, reply: Duration, label: str = "") -> Remedy:
    """A remedy that promises another time."""
    said = durations.length(reply, case.language)
    label = label or translate(N_("Promise {time}"), case.language).format(time=said)
    raw: Json = Length().dump(reply)
    return Remedy(label, place_of(LIST, channel, "reply"), raw)


def _proposed(channel: Channel) -> Duration | None:
    """What the catalogue proposes for the platform, if it is hours."""
    entry = catalogue("platforms").get(channel.platform)
    number = entry.number("reply_number") if entry else None
    if entry is None or number is None:
        return None
    unit, counted = entry.plain("reply_unit"), entry.plain("reply_counted")
    return Length().clean({"number": number, "unit": unit, "counted": counted})


def _said(channel: Channel) -> tuple[str, ...]:
    """What people get there in the owner's own words, second wordings too."""
    words = channel.gives_also
    return (words.own or "", *words.other.values())


def _platform(channel: Channel, field: str) -> str:
    entry = catalogue("platforms").get(channel.platform)
    return entry.plain(field) if entry else "own"


def _limit(channel: Channel) -> int | None:
    """The most letters that a field of the profile takes, None where one of them is not known."""
    entry = catalogue("platforms").get(channel.platform)
    limits = entry.fields.get("limits") if entry else None
    if not isinstance(limits, list):
        return None
    known = [one.get("characters") for one in limits if one["field"] in PROFILE]
    return None if None in known else max(known, default=None)


def _in_figures(minutes: int) -> Duration:
    """So many minutes as people say them."""
    if minutes % (24 * 60) == 0:
        return Duration(minutes // (24 * 60), "days")
    return Duration(minutes // 60, "hours") if minutes % 60 == 0 else Duration(minutes, "minutes")


def _per_cent(share: float) -> str:
    return str(round(share * 100))
