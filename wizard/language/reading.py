"""What people type, read: dates and times in the ways they are written by hand."""

import datetime as dt
import re

DATE_FORMS = (
    "%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y", "%d-%m-%Y", "%d %b %Y", "%d %B %Y",
    "%Y/%m/%d", "%b %d, %Y", "%B %d, %Y",
)  # fmt: skip
ENGLISH_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
RUSSIAN_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")

MONTH_IN_FIGURES = re.compile(r"(\d{4})[-./](\d{1,2})|(\d{1,2})[-./](\d{4})")

TIME = re.compile(
    r"(?:T|,? )(?P<hour>\d{1,2}):(?P<minute>\d{2})(?P<rest>.*)", re.DOTALL | re.IGNORECASE
)
"""The time of a day behind the day, as programs write it."""


def date(text: str) -> dt.date | None:
    """The day that is meant, day before month; None where it cannot be told."""
    typed = " ".join(text.replace("г.", "").split()).strip(" .")
    for form in DATE_FORMS:
        try:
            return dt.datetime.strptime(typed, form).date()
        except ValueError:
            continue
    match = re.fullmatch(r"(\d{1,2}) ([а-яё]+)\.? (\d{4})", typed.lower())
    if match:
        for month, start in enumerate(RUSSIAN_MONTHS, start=1):
            if match[2].startswith(start):
                try:
                    return dt.date(int(match[3]), month, int(match[1]))
                except ValueError:
                    return None
    return None


def without_time(text: str) -> str:
    """The day of a moment, as it is written."""
    return TIME.sub("", text).strip()


def moment(text: str) -> dt.datetime | None:
    """The moment that is meant, by whatever clock it is written; None where it cannot be told."""
    day, match = date(without_time(text)), TIME.search(text)
    if day is None or match is None:
        return None
    hour, minute, rest = int(match["hour"]), int(match["minute"]), match["rest"].casefold()
    if "am" in rest or "pm" in rest:
        hour = hour % 12 + (12 if "pm" in rest else 0)
    return dt.datetime.combine(day, dt.time(hour, minute)) if hour < 24 and minute < 60 else None


def month(text: str) -> dt.date | None:
    """The first day of the month that is meant, by itself or by a day; None where it is unclear."""
    typed = " ".join(text.lower().replace("г.", "").split()).strip(" .")
    match = MONTH_IN_FIGURES.fullmatch(typed)
    if match:
        first, second = match[1] or match[4], match[2] or match[3]
        return _first_day(int(first), int(second))
    match = re.fullmatch(r"([a-zа-яё]{3,})[.,]?[ -]?(\d{4}|\d\d)", typed)
    if match:
        year = int(match[2])
        return _first_day(year + 2000 if year < 100 else year, _month_named(match[1]))
    day = date(text)
    return day.replace(day=1) if day else None


def number(text: str) -> int | str:
    """A whole number of nine digits at most; the text itself where it is none."""
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else text


def clock(text: str) -> str:
    """A time such as 8, 8.30, 0830 or 20-00 as 08:30; the text itself where it is no time."""
    match = re.fullmatch(r"(\d{1,2})(?:[:.\-ч ]?(\d{2}))?", text.strip().lower())
    if not match:
        return text.strip()
    hours, minutes = int(match[1]), int(match[2] or 0)
    if hours > 24 or minutes > 59 or (hours == 24 and minutes):
        return text.strip()
    return f"{hours:02}:{minutes:02}"


def _first_day(year: int, month: int) -> dt.date | None:
    return dt.date(year, month, 1) if 1 <= month <= 12 and year else None


def _month_named(word: str) -> int:
    """The number of the month that begins like this; 0 for none."""
    for names in (ENGLISH_MONTHS, RUSSIAN_MONTHS):
        for number, start in enumerate(names, start=1):
            if word.startswith(start):
                return number
    return 0
