"""What the options of a choice are called in a language."""

import datetime as dt
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from zoneinfo import ZoneInfo

from wizard.i18n import translate
from wizard.interview import options
from wizard.interview.catalogue import catalogue
from wizard.interview.kinds import Options
from wizard.language import zones

LANGUAGE_NAMES = {"en": "English", "ru": "Русский"}


def labels(choice: Options, language: str) -> Mapping[str, str]:
    """The options by id with their labels; countries by name, time zones by offset and city.

    The names of one time zone have one label; the name that it goes by is the first of them.
    """
    if isinstance(choice, options.from_catalogue):
        entries = catalogue(choice.name)
        return {entry.id: entry.text("title", language) for entry in entries.values()}
    if choice is options.countries:
        return _countries(language)
    if choice is options.time_zones:
        return _time_zones(language, dt.datetime.now().astimezone().date())
    return {
        one: translate(label, language) or LANGUAGE_NAMES.get(one, one)
        for one, label in choice().items()
    }


def in_order(text: str) -> str:
    """What names are sorted by: ё is е, Å is A, but й stays behind и."""
    letters = text.casefold()
    return "".join(one if one == "й" else unicodedata.normalize("NFD", one)[0] for one in letters)


@lru_cache(maxsize=2)
def _countries(language: str) -> Mapping[str, str]:
    from babel.core import Locale

    names = Locale(language).territories
    found = {code: str(names[code]) for code in options.countries() if code in names}
    return dict(sorted(found.items(), key=lambda item: in_order(item[1])))


@lru_cache(maxsize=2)
def _time_zones(language: str, today: dt.date) -> Mapping[str, str]:
    noon = dt.datetime.combine(today, dt.time(12))
    found = []
    for name in options.time_zones():
        ahead = noon.replace(tzinfo=ZoneInfo(name)).utcoffset() or dt.timedelta()
        usual = zones.canonical(name)
        # Zones of no city are called the wrong way round: Etc/GMT+5 is five hours behind.
        city = "" if usual.startswith("Etc/") else zones.city(name, language)
        label = f"{city} (UTC{_offset(ahead)})" if city else f"UTC{_offset(ahead)}"
        # Of the names of one zone the one that it goes by comes first.
        found.append(((ahead, in_order(city), name != usual, name), label))
    return {place[-1]: label for place, label in sorted(found)}


def _offset(ahead: dt.timedelta) -> str:
    minutes = round(ahead.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
