"""Reply times against what people expect of a channel."""

from collections.abc import Iterator

from wizard.checks import promise
from wizard.checks.case import Case, place_of
from wizard.checks.channel import LIST, named, platform, promised, promising
from wizard.checks.finding import Hit
from wizard.checks.reply_hours import minutes_of
from wizard.interview.catalogue import catalogue
from wizard.interview.channels import Channel
from wizard.interview.hours import week_of
from wizard.interview.kinds import Length
from wizard.interview.values import Duration
from wizard.language import durations

QUICK = frozenset({"social", "messenger", "chat", "own"})
"""The kinds of channel where people expect an answer the same day."""
MOST_HOURS = 24
WHATSAPP = "whatsapp"


def too_slow(case: Case) -> Iterator[Hit]:
    """A first reply later than a day where people expect hours."""
    week = week_of(case.answers.hours)
    for channel, reply in promised(case):
        kind = platform(channel, "kind")
        if kind in QUICK and promise.hours_by_the_clock(reply, week) > MOST_HOURS:
            proposed = _proposed(channel)
            if proposed and promise.hours_by_the_clock(proposed, week) > MOST_HOURS:
                proposed = None
            yield Hit(
                (place_of(LIST, channel, "reply"),),
                named(case, channel),
                remedy=promising(case, channel, proposed) if proposed else None,
            )


def only_templates(case: Case) -> Iterator[Hit]:
    """WhatsApp with a reply that may come when one's own words cannot be sent any more."""
    week = week_of(case.answers.hours)
    for channel, reply in promised(case):
        if channel.platform == WHATSAPP and promise.hours_by_the_clock(reply, week) > MOST_HOURS:
            yield Hit((place_of(LIST, channel, "reply"),), named(case, channel))


def slower_than_usual(case: Case) -> Iterator[Hit]:
    """A first reply later than people usually wait on such a channel, if not by days."""
    week = week_of(case.answers.hours)
    for channel, reply in promised(case):
        entry = catalogue("platforms").get(channel.platform)
        most = entry.number("warn_above_minutes") if entry else None
        hours = promise.hours_by_the_clock(reply, week)
        days = platform(channel, "kind") in QUICK and hours > MOST_HOURS
        if most and minutes_of(reply) > most and not days:
            usual = durations.length(_in_figures(most), case.language)
            yield Hit((place_of(LIST, channel, "reply"),), {**named(case, channel), "usual": usual})


def _proposed(channel: Channel) -> Duration | None:
    """What the catalogue proposes for the platform, if it is hours."""
    entry = catalogue("platforms").get(channel.platform)
    number = entry.number("reply_number") if entry else None
    if entry is None or number is None:
        return None
    unit, counted = entry.plain("reply_unit"), entry.plain("reply_counted")
    return Length().clean({"number": number, "unit": unit, "counted": counted})


def _in_figures(minutes: int) -> Duration:
    """So many minutes as people say them."""
    if minutes % (24 * 60) == 0:
        return Duration(minutes // (24 * 60), "days")
    return Duration(minutes // 60, "hours") if minutes % 60 == 0 else Duration(minutes, "minutes")
