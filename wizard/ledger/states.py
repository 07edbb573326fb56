"""What the events of the ledger come to on a day: a pure fold, for today and for any past day."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from wizard.library.events import Event

State = Literal["not-handed", "handed", "signed", "refused", "absent", "left"]
OUTSTANDING: frozenset[State] = frozenset({"not-handed", "handed", "absent"})
ANNEX = "annex"
"""How a contractor is bound: by an annex to the contract, not by a sheet."""
BY_HAND = "hand"
"""How a duty began or ended that no rule touches any more."""
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Asked:
    """A document on a day: its edition, and from which version on signatures count.

    ``since`` is the day of that version, ``sign_by`` the day until which it asked to be signed.
    """

    document: str
    number: int
    dated: dt.date
    base: int
    since: dt.date
    sign_by: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """How one person stands with one document.

    ``on`` is the day of the signature, refusal or hand-over, ``version`` the edition it was for,
    ``event`` its number in the ledger; ``due`` the last day to sign, ``overdue`` whether it has
    passed without.
    """

    state: State
    duty: str = ""
    on: dt.date | None = None
    how: str = ""
    version: int | None = None
    event: int = 0
    scan: str = ""
    due: dt.date | None = None
    overdue: bool = False

    @property
    def outstanding(self) -> bool:
        """Whether a signature is still awaited."""
        return self.state in OUTSTANDING


@dataclass(slots=True)
class PersonState:
    """How one person stands on the day; ``cells`` by the documents that the person must sign."""

    cells: dict[str, Cell] = field(default_factory=dict)
    remark: str = ""
    absent: str = ""
    absent_until: dt.date | None = None
    left_on: dt.date | None = None


@dataclass(slots=True)
class _Seen:
    """The last events of each sort that one person has."""

    duties: dict[str, Event] = field(default_factory=dict)
    marks: dict[str, Event] = field(default_factory=dict)
    absent: Event | None = None
    left: Event | None = None
    remark: Event | None = None


WEIGHTS = {"handed": 1, "refused": 2, "signed": 3}
"""Who has signed has signed, whatever was noted before or after."""


def valid(events: Iterable[Event], known: dt.datetime | None = None) -> list[Event]:
    """The events that no undo takes back, without the undos, in the order of recording.

    With ``known`` as they were known at that moment.
    """
    seen = [
        one
        for one in events
        if known is None or one.recorded_at is None or one.recorded_at <= known
    ]
    cancelled: set[int | None] = set()
    for one in reversed(seen):
        if one.kind == "undo" and one.id not in cancelled:
            cancelled.add(one.undoes)
    return [one for one in seen if one.kind != "undo" and one.id not in cancelled]


def states(
    events: Iterable[Event],
    asked: Mapping[str, Asked],
    day: dt.date,
    *,
    known: dt.datetime | None = None,
) -> dict[str, PersonState]:
    """By person how everybody stood on the day who was ever asked for anything by then.

    ``events`` come in the order of recording; those that take effect after the day are passed
    over. ``asked`` are the documents as they were on the day.
    """
    people: dict[str, _Seen] = {}
    happened = [one for one in valid(events, known) if one.on <= day]
    # Recorded in another order than it happened: the day decides, then the order of recording.
    happened.sort(key=lambda one: one.on)
    for one in happened:
        seen = people.get(one.person)
        if seen is None:
            seen = people[one.person] = _Seen()
        kind = one.kind
        if kind in WEIGHTS:
            _mark(seen, one, asked.get(one.document))
        elif kind in {"must", "need-not"}:
            seen.duties[one.document] = one
        elif kind in {"absent", "back"}:
            seen.absent = one if kind == "absent" else None
        elif kind in {"left", "returned"}:
            seen.left = one if kind == "left" else None
        else:
            seen.remark = one
    return {person: _state(seen, asked, day) for person, seen in people.items()}


def _mark(seen: _Seen, one: Event, asked: Asked | None) -> None:
    """Keep the weightiest mark of those that count for the present edition."""
    if asked is None or one.version is None or not asked.base <= one.version <= asked.number:
        return
    before = seen.marks.get(one.document)
    if before is None or WEIGHTS[before.kind] <= WEIGHTS[one.kind]:
        seen.marks[one.document] = one


def _state(seen: _Seen, asked: Mapping[str, Asked], day: dt.date) -> PersonState:
    away = seen.absent
    if away is not None and away.until is not None and away.until < day:
        away = None
    found = PersonState(
        remark=seen.remark.note if seen.remark else "",
        absent=away.how if away else "",
        absent_until=away.until if away else None,
        left_on=seen.left.on if seen.left else None,
    )
    for document, duty in seen.duties.items():
        one = asked.get(document)
        if one is not None and duty.kind == "must":
            found.cells[document] = _cell(duty, seen.marks.get(document), one, seen, away, day)
    return found


def _cell(
    duty: Event, mark: Event | None, asked: Asked, seen: _Seen, away: Event | None, day: dt.date
) -> Cell:
    if mark is not None and mark.kind in {"signed", "refused"}:
        done: State = "signed" if mark.kind == "signed" else "refused"
        return Cell(done, duty.how, mark.on, mark.how, mark.version, mark.id, mark.scan)
    if seen.left is not None:
        return Cell("left", duty.how, seen.left.on)
    due = _due(duty, asked, seen.absent)
    overdue = due is not None and due < day
    if away is not None:
        return Cell("absent", duty.how, away.on, away.how, due=due, overdue=overdue)
    if mark is not None:
        return Cell(
            "handed", duty.how, mark.on, mark.how, mark.version, mark.id, due=due, overdue=overdue
        )
    return Cell("not-handed", duty.how, due=due, overdue=overdue)


def _due(duty: Event, asked: Asked, absence: Event | None) -> dt.date | None:
    """The day until which the version asks, or the first day at work; an absence moves it on.

    None where no day was set, and while somebody is away nobody knows until when.
    """
    began = duty.until if duty.until is not None and duty.until >= asked.since else None
    days = [day for day in (asked.sign_by, began) if day is not None]
    if not days:
        return None
    due = max(days)
    if absence is None or absence.on > due:
        return due
    if absence.until is None:
        return None
    return max(due, absence.until + DAY)
