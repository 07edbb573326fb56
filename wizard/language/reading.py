"""What people type, read: dates and times in the ways they are written by hand."""

import datetime as dt
import re

DATE_FORMS = (
    "%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y", "%d-%m-%Y", "%d %b %Y", "%d %B %Y",
    "%Y/%m/%d", "%b %d, %Y", "%B %d, %Y",
)  # fmt: skip
RUSSIAN_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")


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
