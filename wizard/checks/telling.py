"""The promise of a channel in sentences: what it means for a customer, and for those who answer."""

from collections.abc import Iterator

from wizard.checks.capacity import FULL
from wizard.checks.promise import Outlook
from wizard.checks.reply_hours import Wait
from wizard.i18n import N_, translate
from wizard.interview.punctuality import Counted
from wizard.language import dates, durations, moments

ORDINARY = N_("Whoever writes {written} gets the promised answer by {due} at the latest ({wait}).")
CLOSED = N_("Over closed dates: whoever writes {written} is answered by {due} ({wait}).")
UNATTENDED = N_("Whoever writes {written} is promised an answer by {due}, when nobody is there.")
NOTHING_KNOWN = N_("Give messages a day and minutes per answer, and the load is worked out.")
LOAD = N_("In the busiest hour the answers take {load}% of the time of those who answer.")
COUNTED = N_("Messages a day by the log of {months}: {count}.")
SHARED = N_("They answer {count} channels.")
IN_TIME = N_("About {kept}% of the answers are in time.")
ALL_IN_TIME = N_("Almost all answers are in time.")
NEARLY_ALL = 0.995
FEW = 10
"""Fewer messages a day are told with a tenth."""
GROWS = N_("The queue grows: about {late}% cannot be answered in time.")
WOULD_HOLD = N_("What would hold: {time}.")
WORKED_OFF = N_("The queue grows in that hour, but what is left can be answered in time after it.")
PEOPLE = N_("To keep it, so many have to answer at once: {people}.")


def waiting(one: Outlook, language: str) -> Iterator[str]:
    """What customers get: the longest wait in an ordinary week, and over closed dates."""
    if one.unattended is not None:
        yield translate(UNATTENDED, language).format(**by_weekday(one.unattended, language))
    elif one.ordinary is not None:
        yield translate(ORDINARY, language).format(**by_weekday(one.ordinary, language))
    if one.closed is not None:
        yield translate(CLOSED, language).format(**by_date(one.closed, language))


def working(one: Outlook, language: str) -> Iterator[str]:
    """What those who answer have to do, and which promise they would keep."""
    load = one.load
    if load is None:
        if one.channel.replies != "bot":
            yield translate(NOTHING_KNOWN, language)
        return
    if load.counted is not None:
        yield by_the_log(load.counted, language)
    yield translate(LOAD, language).format(load=per_cent(load.busiest.load))
    if load.shared > 1:
        yield translate(SHARED, language).format(count=load.shared)
    if load.busiest.load >= FULL and load.kept:
        yield translate(WORKED_OFF, language)
    elif load.busiest.load >= FULL:
        yield translate(GROWS, language).format(late=per_cent(load.late))
    else:
        sentence = ALL_IN_TIME if 1 - load.late >= NEARLY_ALL else IN_TIME
        yield translate(sentence, language).format(kept=per_cent(1 - load.late))
    if not load.kept:
        if load.holds is not None:
            time = durations.length(load.holds, language)
            yield translate(WOULD_HOLD, language).format(time=time)
        elif load.people is not None:
            yield translate(PEOPLE, language).format(people=load.people)


def by_the_log(counted: Counted, language: str) -> str:
    """How many messages a day the log tells of, and by which months."""
    count = str(round(counted.a_day)) if counted.a_day >= FEW else f"{counted.a_day:.1f}"
    return translate(COUNTED, language).format(
        months=dates.months(counted.first, counted.last, language),
        count=count.replace(".", "," if language == "ru" else "."),
    )


def per_cent(share: float) -> str:
    """A share as a whole number of per cent."""
    return str(round(share * 100))


def by_weekday(wait: Wait, language: str) -> dict[str, str]:
    """When somebody writes and is answered, by weekday, and how long that is."""
    return {
        "written": moments.on_a_day(wait.written, language),
        "due": moments.until_day(wait.due, language),
        "wait": moments.how_long(wait.minutes, language),
    }


def by_date(wait: Wait, language: str) -> dict[str, str]:
    """As :func:`by_weekday`, by date."""
    return {
        "written": moments.on_a_date(wait.written, language),
        "due": moments.until_date(wait.due, language),
        "wait": moments.how_long(wait.minutes, language),
    }
