"""Weekly hours and time zones in words."""

from itertools import groupby

from wizard.interview.kinds import clock
from wizard.interview.values import DAYS, Interval, Week
from wizard.language import zones

NAMES = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "ru": ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
}
CLOSED = {"en": "closed", "ru": "выходной"}
ALWAYS = {"en": "round the clock, every day", "ru": "круглосуточно, без выходных"}
DAILY = {"en": "daily", "ru": "ежедневно"}
ALL_DAY = {"en": "24 hours", "ru": "круглосуточно"}
RUSSIAN_ZONES = {
    "Europe/Kaliningrad": "калининградское",
    "Europe/Moscow": "московское",
    "Europe/Samara": "самарское",
    "Asia/Yekaterinburg": "екатеринбургское",
    "Asia/Omsk": "омское",
    "Asia/Novosibirsk": "новосибирское",
    "Asia/Krasnoyarsk": "красноярское",
    "Asia/Irkutsk": "иркутское",
    "Asia/Yakutsk": "якутское",
    "Asia/Vladivostok": "владивостокское",
}


def pairs(week: Week, language: str) -> list[tuple[str, str]]:
    """Days of equal hours taken together, and their hours: ``("Mon–Fri", "8:00–20:00")``."""
    if week.always:
        return [(_days(0, 6, language), ALWAYS[language])]
    found = []
    for hours, group in groupby(range(len(DAYS)), key=lambda day: week.days[day]):
        days = list(group)
        name = DAILY[language] if len(days) == len(DAYS) else _days(days[0], days[-1], language)
        found.append((name, _hours(hours, language)))
    return found


def line(week: Week, language: str, *, closed: bool = True) -> str:
    """The week in one line; empty where no hours are given. ``closed``: with the closed days."""
    if week.always:
        return ALWAYS[language]
    if not week:
        return ""
    return ", ".join(
        f"{days} {hours}"
        for days, hours in pairs(week, language)
        if closed or hours != CLOSED[language]
    )


def zone(name: str, language: str) -> str:
    """How a time zone is called beside hours: "London time", «время московское»."""
    if not name:
        return ""
    if language == "ru" and name in RUSSIAN_ZONES:
        return f"время {RUSSIAN_ZONES[name]}"
    city = zones.city(name, language)
    return f"{city} time" if language == "en" else f"время: {city}"


def _days(first: int, last: int, language: str) -> str:
    names = NAMES[language]
    return names[first] if first == last else f"{names[first]}–{names[last]}"


def _hours(intervals: tuple[Interval, ...], language: str) -> str:
    if not intervals:
        return CLOSED[language]
    if intervals == (Interval(0, 24 * 60),):
        return ALL_DAY[language]
    spans = (f"{_clock(span.start)}–{_clock(span.end)}" for span in intervals)
    return ", ".join(spans)


def _clock(minutes: int) -> str:
    """8:00, without the leading zero that tables have."""
    text = clock(minutes)
    return text[1:] if text.startswith("0") else text
