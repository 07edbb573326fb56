"""The values that answers are made of, besides text, numbers and dates of the language itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTES_A_DAY = 24 * 60

Unit = Literal["minutes", "hours", "days"]
Counted = Literal["reply-hours", "working-days", "clock"]
UNITS: tuple[str, ...] = get_args(Unit)
COUNTED: tuple[str, ...] = get_args(Counted)


@dataclass(frozen=True, slots=True)
class Words:
    """A text: the owner's own, or a reference into a catalogue that follows the document language.

    ``own`` is None while the catalogue's text stands; an empty ``own`` is a text taken away on
    purpose. ``other`` holds the owner's second wordings by language. ``ref`` reads
    ``catalogue/entry/field`` or ``catalogue/entry/field/index``.
    """

    own: str | None = None
    other: Mapping[str, str] = field(default_factory=dict)
    ref: str = ""

    def __bool__(self) -> bool:
        return bool(self.own) if self.own is not None else bool(self.ref)

    @property
    def untouched(self) -> bool:
        """Whether the catalogue's text stands as it is."""
        return self.own is None and bool(self.ref)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as it is promised: ``number`` of ``unit``, and what the clock counts."""

    number: int
    unit: Unit
    counted: Counted = "clock"


@dataclass(frozen=True, slots=True)
class Interval:
    """Open from ``start`` to ``end``, both minutes after midnight of the day it starts on.

    ``end`` may be past midnight: 18:00-02:00 is ``Interval(1080, 1560)``.
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Week:
    """Opening hours: seven tuples of intervals, Monday first, each sorted and free of overlaps."""

    days: tuple[tuple[Interval, ...], ...] = ((),) * 7

    def __bool__(self) -> bool:
        return any(self.days)

    @property
    def always(self) -> bool:
        """Whether it is open round the clock, every day."""
        return all(day == (Interval(0, MINUTES_A_DAY),) for day in self.days)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody: a row of the staff list by its id, or a name typed here."""

    staff: str = ""
    surname: str = ""
    given: str = ""
    patronymic: str = ""

    def __bool__(self) -> bool:
        return bool(self.staff or self.surname or self.given or self.patronymic)
