"""Points in time and lengths of time in words, as one tells them to somebody."""

import datetime as dt

from wizard.language import dates
from wizard.language.durations import counted

HOUR, DAY = 60, 24 * 60
WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "ru": ("понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье"),
}
"""In Russian as they stand after «в»."""


def on_a_day(moment: dt.datetime, language: str) -> str:
    """A weekday and a time of day: «в субботу в 17:55», "on Saturday at 17:55"."""
    day, time = WEEKDAYS[language][moment.weekday()], f"{moment.hour}:{moment.minute:02}"
    if language == "ru":
        return f"{'во' if day.startswith('вт') else 'в'} {day} в {time}"
    return f"on {day} at {time}"


def on_a_date(moment: dt.datetime, language: str) -> str:
    """A date and a time of day: «31 декабря 2026 г. в 17:55», "on 31 December 2026 at 17:55"."""
    day, time = dates.in_text(moment.date(), language), f"{moment.hour}:{moment.minute:02}"
    return f"{day} в {time}" if language == "ru" else f"on {day} at {time}"


def until_day(moment: dt.datetime, language: str) -> str:
    """As :func:`on_a_day`, as it stands after "by"; in Russian after a colon."""
    return on_a_day(moment, language).removeprefix("on ")


def until_date(moment: dt.datetime, language: str) -> str:
    """As :func:`on_a_date`, as it stands after "by"; in Russian after a colon."""
    return on_a_date(moment, language).removeprefix("on ")


def how_long(minutes: int, language: str) -> str:
    """A length of time in its two largest units: «1 день 14 часов», "35 minutes"."""
    days, rest = divmod(minutes, DAY)
    hours, left = divmod(rest, HOUR)
    parts = [(days, "days"), (hours, "hours"), (0 if days else left, "minutes")]
    said = [counted(number, noun, language) for number, noun in parts if number]
    return " ".join(said) or counted(0, "minutes", language)
