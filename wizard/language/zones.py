"""The cities that time zones are named after."""

from collections.abc import Iterable, Mapping
from functools import lru_cache


def city(zone: str, language: str) -> str:
    """The city of an IANA time zone in the language: «Москва», "New York".

    A zone that has none in the language is called as its other names are (the name Asia/Calcutta
    is Asia/Kolkata too), and if those have none, by the last part of its own: GMT+5.
    """
    from babel.core import Locale

    known = Locale(language).time_zones
    for name in (zone, *_also(zone)):
        found = known.get(name, {}).get("city")
        if found:
            return str(found)
    return canonical(zone).rpartition("/")[2].replace("_", " ")


def canonical(zone: str) -> str:
    """The name that a zone goes by, of all that it has."""
    from babel.core import get_global

    return str(get_global("zone_aliases").get(zone, zone))


def _also(zone: str) -> Iterable[str]:
    chosen = canonical(zone)
    return (chosen, *_aliases().get(chosen, ()))


@lru_cache(maxsize=1)
def _aliases() -> Mapping[str, list[str]]:
    from babel.core import get_global

    found: dict[str, list[str]] = {}
    for alias, chosen in get_global("zone_aliases").items():
        found.setdefault(str(chosen), []).append(str(alias))
    return found
