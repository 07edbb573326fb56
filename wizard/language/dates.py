"""Dates and runs of dates in words."""

import datetime as dt

from babel.dates import format_date

NBSP = "\N{NO-BREAK SPACE}"
LONG = {"en": f"d{NBSP}MMMM y", "ru": f"d{NBSP}MMMM y{NBSP}'г'."}
SHORT = {"en": "d MMM y", "ru": "dd.MM.y"}
MONTH = {"en": f"LLLL{NBSP}y", "ru": f"LLLL{NBSP}y{NBSP}'г'."}
DAY_AND_MONTH = {"en": f"d{NBSP}MMMM", "ru": f"d{NBSP}MMMM"}


def in_text(date: dt.date, language: str) -> str:
    """The date as it stands in a sentence: 1 December 2026; 1 декабря 2026 г."""
    return format_date(date, LONG[language], locale=language)


def in_tables(date: dt.date, language: str) -> str:
    """The date as it stands in a table or a stamp: 1 Dec 2026; 01.12.2026."""
    return format_date(date, SHORT[language], locale=language)


def month(date: dt.date, language: str) -> str:
    """The month of the day, in the nominative: October 2026; октябрь 2026 г."""
    return format_date(date, MONTH[language], locale=language)


def months(first: dt.date, last: dt.date, language: str) -> str:
    """One month, or a run of months: August–October 2026; ноябрь 2025 г. – январь 2026 г."""
    end = month(last, language)
    if (first.year, first.month) == (last.year, last.month):
        return end
    if first.year == last.year:
        return f"{format_date(first, 'LLLL', locale=language)}–{end}"
    return f"{month(first, language)}{NBSP}– {end}"


def span(first: dt.date, last: dt.date | None, language: str) -> str:
    """One day, or a run of days: 25–26 December; 31 December – 2 January."""
    start = format_date(first, DAY_AND_MONTH[language], locale=language)
    if last is None or last <= first:
        return start
    end = format_date(last, DAY_AND_MONTH[language], locale=language)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    return f"{start}{NBSP}– {end}"
