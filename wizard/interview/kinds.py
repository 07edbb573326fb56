"""The closed list of question kinds: how a raw value becomes an answer, and how it is written down.

Every kind has ``clean`` (raw JSON value to answer; ValueError with a sentence where it does not
fit), ``dump`` (answer to JSON value) and ``empty``.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol, TypeAlias, TypeVar

from wizard.i18n import LANGUAGES, N_
from wizard.interview.values import (
    COUNTED,
    DAYS,
    MINUTES_A_DAY,
    UNITS,
    Duration,
    Interval,
    Person,
    Week,
    Words,
)

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
T = TypeVar("T")
TEXT_LIMIT = 200_000
ROW_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


class Misfit(ValueError):
    """A value that does not fit its question; the message is a sentence marked with ``N_``."""

    def __init__(self, message: str, *, path: tuple[str, ...] = (), **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.values = values

    def under(self, *steps: str) -> "Misfit":
        """The same misfit seen from further up: ``steps`` lead to where it was found."""
        return Misfit(self.message, path=(*steps, *self.path), **self.values)


class Kind(Protocol[T]):
    """What every kind of question can do."""

    @property
    def empty(self) -> T: ...
    def clean(self, raw: Json) -> T: ...
    def dump(self, value: T) -> Json: ...


@dataclass(frozen=True, slots=True)
class Text:
    """One line, or with ``long`` a text of several lines."""

    long: bool = False
    empty = Words()

    def clean(self, raw: Json) -> Words:
        if raw is None:
            return Words()
        if isinstance(raw, str):
            return Words(own=_as_typed(raw))
        if isinstance(raw, dict) and raw and set(raw) <= {"own", "ref", *LANGUAGES}:
            texts: dict[str, str] = {}
            for key, value in raw.items():
                if not isinstance(value, str):
                    raise Misfit(N_("This should be a text."), path=(key,))
                texts[key] = _as_typed(value)
            ref = texts.pop("ref", "")
            own = texts.pop("own", None)
            if own is None and texts:
                own = next(iter(texts.values()))
            return Words(own=own, other=texts, ref=ref)
        raise Misfit(N_("This should be a text."))

    def dump(self, value: Words) -> Json:
        if not value.ref and not value.other:
            return value.own
        stored: dict[str, Json] = dict(value.other)
        if value.own is not None:
            stored["own"] = value.own
        if value.ref:
            stored["ref"] = value.ref
        return stored


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number between ``least`` and ``most``, or None."""

    least: int = 0
    most: int = 1_000_000
    empty: int | None = None

    def clean(self, raw: Json) -> int | None:
        if raw is None or raw == "":
            return None
        if isinstance(raw, str) and re.fullmatch(r"-?\d{1,9}", raw.strip()):
            raw = int(raw)
        if isinstance(raw, float) and raw.is_integer():
            raw = int(raw)
        if isinstance(raw, bool) or not isinstance(raw, int):
            raise Misfit(N_("This should be a whole number."))
        if not self.least <= raw <= self.most:
            raise Misfit(
                N_("This should be a number from {least} to {most}."),
                least=self.least,
                most=self.most,
            )
        return raw

    def dump(self, value: int | None) -> Json:
        return value


@dataclass(frozen=True, slots=True)
class YesNo:
    """Yes, no, or not answered."""

    empty: bool | None = None

    def clean(self, raw: Json) -> bool | None:
        if raw is None or isinstance(raw, bool):
            return raw
        if raw == "":
            return None
        raise Misfit(N_("This should be true or false."))

    def dump(self, value: bool | None) -> Json:
        return value


Options: TypeAlias = Callable[[], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of ``options`` (id to label), or nothing yet."""

    options: Options
    empty = ""

    def clean(self, raw: Json) -> str:
        if raw is None or raw == "":
            return ""
        options = self.options()
        if isinstance(raw, int) and not isinstance(raw, bool):
            raw = str(raw)
        if not isinstance(raw, str) or raw not in options:
            raise Misfit(N_("This should be one of: {options}."), options=_some(options))
        return raw

    def dump(self, value: str) -> Json:
        return value


@dataclass(frozen=True, slots=True)
class Many:
    """Any number of ``options`` (id to label), in the order given."""

    options: Options
    empty: tuple[str, ...] = ()

    def clean(self, raw: Json) -> tuple[str, ...]:
        if raw is None:
            return ()
        if not isinstance(raw, list):
            raise Misfit(N_("This should be a list."))
        one = Choice(self.options)
        chosen = []
        for place, item in enumerate(raw):
            try:
                chosen.append(one.clean(item))
            except Misfit as misfit:
                raise misfit.under(str(place)) from None
        return tuple(dict.fromkeys(value for value in chosen if value))

    def dump(self, value: tuple[str, ...]) -> Json:
        return list(value)


@dataclass(frozen=True, slots=True)
class Date:
    """A day of the calendar, written 2026-12-01, or None."""

    empty: dt.date | None = None

    def clean(self, raw: Json) -> dt.date | None:
        if raw is None or raw == "":
            return None
        if isinstance(raw, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", raw):
            try:
                return dt.date.fromisoformat(raw)
            except ValueError:
                raise Misfit(
                    N_("The calendar has no such day; write it like 2026-12-01.")
                ) from None
        raise Misfit(N_("This should be a date like 2026-12-01."))

    def dump(self, value: dt.date | None) -> Json:
        return value.isoformat() if value else None


@dataclass(frozen=True, slots=True)
class Length:
    """A duration with its unit and what it is counted in, or None.

    ``counted`` narrows what the clock may count; the first one is taken where none is given.
    """

    counted: tuple[str, ...] = COUNTED
    empty: Duration | None = None

    def clean(self, raw: Json) -> Duration | None:
        if raw is None:
            return None
        if not isinstance(raw, dict) or set(raw) - {"number", "unit", "counted"}:
            raise Misfit(N_("A duration has a number, a unit and what it is counted in."))
        number = Number(least=0, most=10_000).clean(raw.get("number"))
        if number is None:
            return None
        unit = Choice(lambda: dict.fromkeys(UNITS, "")).clean(raw.get("unit"))
        counted = Choice(lambda: dict.fromkeys(self.counted, "")).clean(raw.get("counted"))
        if not unit:
            raise Misfit(
                N_("This should be one of: {options}."), path=("unit",), options=_some(UNITS)
            )
        return Duration(number, unit, counted or self.counted[0])  # type: ignore[arg-type]

    def dump(self, value: Duration | None) -> Json:
        if value is None:
            return None
        return {"number": value.number, "unit": value.unit, "counted": value.counted}


@dataclass(frozen=True, slots=True)
class Hours:
    """Weekly hours; each day a list like ``["08:00-13:00", "14:00-02:00"]``."""

    empty = Week()

    def clean(self, raw: Json) -> Week:
        if raw is None:
            return Week()
        if raw == "24/7":
            return Week(((Interval(0, MINUTES_A_DAY),),) * 7)
        if not isinstance(raw, dict) or set(raw) - set(DAYS):
            raise Misfit(N_("Weekly hours have the days mon to sun, each with a list of hours."))
        return Week(tuple(self._day(name, raw.get(name)) for name in DAYS))

    def _day(self, name: str, raw: Json) -> tuple[Interval, ...]:
        if raw is None:
            return ()
        if not isinstance(raw, list):
            raise Misfit(N_("This should be a list of hours like 08:00-20:00."), path=(name,))
        intervals = sorted((self._interval(name, item) for item in raw), key=lambda one: one.start)
        for earlier, later in pairwise(intervals):
            if later.start < earlier.end:
                raise Misfit(N_("Two of these hours overlap."), path=(name,))
        return tuple(intervals)

    def _interval(self, name: str, raw: Json) -> Interval:
        match = (
            re.fullmatch(r"(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)", raw)
            if isinstance(raw, str)
            else None
        )
        if match:
            from_hour, from_minute, to_hour, to_minute = map(int, match.groups())
            start, end = from_hour * 60 + from_minute, to_hour * 60 + to_minute
            if start < MINUTES_A_DAY and end <= MINUTES_A_DAY and from_minute < 60 > to_minute:
                return Interval(start, end if end > start else end + MINUTES_A_DAY)
        raise Misfit(N_("Hours are written like 08:00-20:00."), path=(name,))

    def dump(self, value: Week) -> Json:
        if value.always:
            return "24/7"
        return {
            name: [f"{clock(span.start)}-{clock(span.end)}" for span in day]
            for name, day in zip(DAYS, value.days, strict=True)
        }


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person of the staff list (``{"staff": id}``) or a name in its three parts."""

    empty = Person()

    def clean(self, raw: Json) -> Person:
        if raw is None:
            return Person()
        if not isinstance(raw, dict) or set(raw) - {"staff", "surname", "given", "patronymic"}:
            raise Misfit(
                N_("A person has a surname, given, patronymic, or the id of one of the staff.")
            )
        person = Person()
        for part, value in raw.items():
            if not isinstance(value, str):
                raise Misfit(N_("This should be a text."), path=(part,))
            person = replace(person, **{part: _as_typed(value)})
        return person

    def dump(self, value: Person) -> Json:
        parts = ("staff", "surname", "given", "patronymic")
        return {part: getattr(value, part) for part in parts if getattr(value, part)} or None


@dataclass(frozen=True, slots=True)
class RowOf:
    """A row of the list called ``list`` (``step.question``), by its id; the row may be gone."""

    list: str
    empty = ""

    def clean(self, raw: Json) -> str:
        if raw is None or raw == "":
            return ""
        if isinstance(raw, str) and ROW_ID.fullmatch(raw):
            return raw
        raise Misfit(N_("An id has letters, digits, dots and dashes only."))

    def dump(self, value: str) -> Json:
        return value or None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture or another file kept in the library, by the hash of its bytes."""

    empty = ""

    def clean(self, raw: Json) -> str:
        if raw is None or raw == "":
            return ""
        if isinstance(raw, str) and re.fullmatch(r"[0-9a-f]{64}", raw):
            return raw
        raise Misfit(N_("A picture is named by the 64 digits of its hash."))

    def dump(self, value: str) -> Json:
        return value or None


def clock(minutes: int) -> str:
    """Minutes after midnight as 08:00; midnight at the end of a day is 24:00, later wraps round."""
    if minutes > MINUTES_A_DAY:
        minutes -= MINUTES_A_DAY
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _as_typed(text: str) -> str:
    if len(text) > TEXT_LIMIT:
        raise Misfit(N_("This text is longer than {most} characters."), most=TEXT_LIMIT)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _some(options: Mapping[str, str] | tuple[str, ...]) -> str:
    names = list(options)
    return ", ".join(names[:12]) + (", ..." if len(names) > 12 else "")
