"""What the options of a choice are called in a language."""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from zoneinfo import ZoneInfo

from wizard.i18n import translate
from wizard.interview import options
from wizard.interview.catalogue import catalogue
from wizard.interview.kinds import Options

LANGUAGE_NAMES = {"en": "English", "ru": "Русский"}


def labels(choice: Options, language: str) -> Mapping[str, str]:
    """The options by id with their labels; countries by name, time zones by offset."""
    if isinstance(choice, options.from_catalogue):
        entries = catalogue(choice.name)
        return {entry.id: entry.text("title", language) for entry in entries.values()}
    if choice is options.countries:
        return _countries(language)
    if choice is options.time_zones:
        return _time_zones(dt.datetime.now().astimezone().date())
    return {
        one: translate(label, language) or LANGUAGE_NAMES.get(one, one)
        for one, label in choice().items()
    }


@lru_cache(maxsize=2)
def _countries(language: str) -> Mapping[str, str]:
    from babel.core import Locale

    names = Locale(language).territories
    found = {code: str(names[code]) for code in options.countries() if code in names}
    return dict(sorted(found.items(), key=lambda item: item[1].casefold().replace("ё", "е")))


@lru_cache(maxsize=1)
def _time_zones(today: dt.date) -> Mapping[str, str]:
    noon = dt.datetime.combine(today, dt.time(12))
    found = {}
    for name in options.time_zones():
        offset = noon.replace(tzinfo=ZoneInfo(name)).strftime("%z")
        found[name] = f"{name} (UTC{offset[:3]}:{offset[3:]})"
    return found
