"""The public holidays of a country in the coming twelve months, as runs of days.

What the library ``holidays`` knows; it is imported when a country is first asked for.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

TWELVE_MONTHS = dt.timedelta(days=365)
DAY = dt.timedelta(days=1)
PREFERRED = ("en_GB", "en_US")
LABELS = ("observed_estimated_label", "observed_label", "substituted_label")
"""How a country's calendar says that a day is off in lieu of another, the narrower first."""


@dataclass(frozen=True, slots=True)
class PublicHoliday:
    """A holiday, or several days in a row with one name; ``last`` is ``first`` for a single day."""

    first: dt.date
    last: dt.date
    name: str


@lru_cache(maxsize=16)
def coming(country: str, day: dt.date, language: str) -> tuple[PublicHoliday, ...]:
    """The holidays of the whole country from the day on for twelve months, by date.

    Named in the language; where nobody wrote the country's holidays down in it, as the country
    itself calls them. A run that has begun before the day comes whole. Days with one name in a row
    are one run, and so is what lies between two of them: the first eight days of January are one
    in Russia, Christmas included. A day off in lieu bears the name of its holiday, and a day that
    was moved is simply a day off; one that the moon decides says that it is an estimate. Holidays
    of single regions are left out. A country that is not known has none.
    """
    years = (day.year, day.year + 1)
    own = _calendar(country, years)
    said = _calendar(country, years, language)
    if own is None or said is None:
        return ()
    return tuple(
        PublicHoliday(first, last, _name(said, first))
        for first, last in _runs(own)
        if last >= day and first < day + TWELVE_MONTHS
    )


def speaks(country: str, language: str) -> bool:
    """Whether the country's holidays have names in the language; not where it is not known."""
    own = _calendar(country)
    if own is None:
        return False
    # Countries that nobody translated are written down in English.
    return bool(_code(own, language)) or (language == "en" and not own.supported_languages)


def _calendar(
    country: str, years: tuple[int, ...] = (), language: str = ""
) -> "HolidayBase | None":
    """The calendar in the language where it has it, else in the country's own."""
    from holidays import country_holidays

    try:
        known = country_holidays(country)
        # Without a language it would speak the one of this computer.
        code = _code(known, language) or known.default_language
        return country_holidays(country, years=years, language=code)
    except NotImplementedError:
        return None


def _code(calendar: "HolidayBase", language: str) -> str:
    """The library's code for the language of this country; empty where it has none."""
    codes = [one for one in calendar.supported_languages if one.partition("_")[0] == language]
    preferred = (calendar.default_language, *PREFERRED)
    return next((one for one in preferred if one in codes), codes[0] if codes else "")


def _runs(calendar: "HolidayBase") -> Iterator[tuple[dt.date, dt.date]]:
    for block in _blocks(sorted(calendar)):
        while block:
            name, title = calendar[block[0]], _name(calendar, block[0])
            end = max(place for place, day in enumerate(block) if calendar[day] == name)
            while block[end + 1 :] and _name(calendar, block[end + 1]) == title:
                end += 1
            yield block[0], block[end]
            block = block[end + 1 :]


def _blocks(days: list[dt.date]) -> Iterator[list[dt.date]]:
    """The days in groups without a gap."""
    start = 0
    for place, (earlier, later) in enumerate(pairwise(days), start=1):
        if later - earlier > DAY:
            yield days[start:place]
            start = place
    yield days[start:]


def _name(calendar: "HolidayBase", day: dt.date) -> str:
    """What the day is called, all its holidays named once, without why it is a day off."""
    labels = {
        label: calendar.tr(getattr(calendar, label))
        for label in LABELS
        if getattr(calendar, label, "%s") != "%s"
    }
    names = dict.fromkeys(_plain(name, labels) for name in calendar.get_list(day))
    return "; ".join(names).replace("'", "’")


def _plain(name: str, labels: Mapping[str, str]) -> str:
    for label, template in labels.items():
        before, _, after = template.partition("%s")
        if name.startswith(before) and name.endswith(after):
            if label == "substituted_label":
                return re.split(r"\s*[(（]", template)[0]
            return name.removeprefix(before).removesuffix(after)
    return name
