"""What the events of the ledger come to on a day: a pure fold, for today and for any past day."""

import datetime as dt
import itertools
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from wizard.library.events import Alike, Event

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
    ``scan`` the hash of a picture of it; ``due`` the last day to sign, ``overdue`` whether it has
    passed without.
    """

    state: State
    duty: str = ""
    on: dt.date | None = None
    how: str = ""
    version: int | None = None
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
class _Alone:
    """The last events of a person that concern no document."""

    absent: Event | None = None
    left: Event | None = None
    remark: Event | None = None


@dataclass(frozen=True, slots=True)
class _Standing:
    """The deciding events of a document by person: of duties the last, of marks the weightiest."""

    asked: Asked
    duties: Mapping[str, Event]
    marks: Mapping[str, Event]


NOBODY = _Alone()
DUTIES = ("must", "need-not")
MARKS = ("handed", "refused", "signed")
"""The weightiest last: who has signed has signed, whatever was noted before or after."""


def valid(events: Iterable[Event], known: dt.datetime | None = None) -> list[Event]:
    """The events that no undo takes back, without the undos, in the order of recording.

    With ``known`` as they were known at that moment.
    """
    seen = [
        one
        for one in events
        if known is None or one.recorded_at is None or one.recorded_at <= known
    ]
    gone = cancelled(
        (one.id, one.undoes) for one in seen if one.kind == "undo" and one.undoes is not None
    )
    return [one for one in seen if one.kind != "undo" and one.id not in gone]


def cancelled(undos: Iterable[tuple[int, int]]) -> set[int]:
    """The numbers of the events that are taken back, undos among them.

    ``undos`` are their own numbers and those of what they take back, in the order of recording.
    """
    found: set[int] = set()
    for number, undone in reversed(list(undos)):
        if number not in found:
            found.add(undone)
    return found


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
    happened = [one for one in valid(events, known) if one.on <= day]
    alike = [
        Alike(one, [one.person], f"[{number}]")
        for number, one in enumerate(happened)
        if one.document
    ]
    return of_alike(alike, [one for one in happened if not one.document], asked, day)


def of_alike(
    alike: Iterable[Alike], alone: Iterable[Event], asked: Mapping[str, Asked], day: dt.date
) -> dict[str, PersonState]:
    """As :func:`states`, of valid events until the day that the library has gathered.

    Tens of thousands of events are mostly a few hundred things that happened to many people, and
    as many ways to stand: each is judged once.
    """
    sorts: dict[tuple[str, str], list[Alike]] = {}
    everybody: dict[str, None] = {}
    for one in alike:
        if _counts(one.event, asked.get(one.event.document)):
            sort = "duty" if one.event.kind in DUTIES else one.event.kind
            sorts.setdefault((one.event.document, sort), []).append(one)
        else:
            everybody.update(dict.fromkeys(one.people))
    persons = _alone(alone)
    last = {place: _last(found) for place, found in sorts.items()}
    everybody.update(dict.fromkeys(itertools.chain(persons, *last.values())))
    documents = []
    for document, one_asked in asked.items():
        marks: dict[str, Event] = {}
        for kind in MARKS:
            marks |= last.get((document, kind), {})
        documents.append(_Standing(one_asked, last.get((document, "duty"), {}), marks))
    return _states(everybody, documents, persons, day)


def _counts(one: Event, asked: Asked | None) -> bool:
    """Whether the event counts for the present edition of its document."""
    if asked is None or one.kind in DUTIES:
        return asked is not None
    return one.version is not None and asked.base <= one.version <= asked.number


def _last(happened: list[Alike]) -> dict[str, Event]:
    """By person the last of these events: the day decides, then the order of recording."""
    found: dict[str, Event] = {}
    by_day = sorted(happened, key=lambda one: one.event.on)
    for _day, group in itertools.groupby(by_day, key=lambda one: one.event.on):
        same_day = list(group)
        if len(same_day) == 1 or _are_others(same_day):
            for one in same_day:
                found.update(dict.fromkeys(one.people, one.event))
            continue
        numbered = [
            (number, person, one.event)
            for one in same_day
            for number, person in zip(one.numbers, one.people, strict=True)
        ]
        numbered.sort(key=lambda each: each[0])
        found.update((person, event) for _number, person, event in numbered)
    return found


def _are_others(happened: Collection[Alike]) -> bool:
    """Whether each of these events is of another person."""
    people = set[str]().union(*(one.people for one in happened))
    return len(people) == sum(len(one.people) for one in happened)


def _alone(alone: Iterable[Event]) -> dict[str, _Alone]:
    """What people alone come to; the day decides, then the order of recording."""
    found: dict[str, _Alone] = {}
    for one in sorted(alone, key=lambda one: one.on):
        person = found.setdefault(one.person, _Alone())
        if one.kind == "absent":
            person.absent = one
        elif one.kind == "back":
            person.absent = _ended(person.absent, one.on - DAY)
        elif one.kind in {"left", "returned"}:
            person.left = one if one.kind == "left" else None
        else:
            person.remark = one
    return found


def _ended(absence: Event | None, last: dt.date) -> Event | None:
    """The absence, over on that day at the latest: it still moves the day to sign."""
    if absence is None or (absence.until is not None and absence.until <= last):
        return absence
    return absence._replace(until=last)


def _states(
    everybody: Iterable[str],
    documents: Iterable[_Standing],
    persons: Mapping[str, _Alone],
    day: dt.date,
) -> dict[str, PersonState]:
    found = {
        person: _of_person(persons[person], day) if person in persons else PersonState()
        for person in everybody
    }
    for one in documents:
        document, marks = one.asked.document, one.marks
        # Who stands alike has the very same cell. The events live as long as their numbers here.
        cells: dict[tuple[int, int], Cell] = {}
        for person, duty in one.duties.items():
            if duty.kind != "must":
                continue
            mark = marks.get(person)
            if person in persons:
                found[person].cells[document] = _cell(duty, mark, one.asked, persons[person], day)
                continue
            way = (id(duty), id(mark))
            cell = cells.get(way)
            if cell is None:
                cell = cells[way] = _cell(duty, mark, one.asked, NOBODY, day)
            found[person].cells[document] = cell
    return found


def _of_person(seen: _Alone, day: dt.date) -> PersonState:
    away = _away(seen, day)
    return PersonState(
        remark=seen.remark.note if seen.remark else "",
        absent=away.how if away else "",
        absent_until=away.until if away else None,
        left_on=seen.left.on if seen.left else None,
    )


def _away(seen: _Alone, day: dt.date) -> Event | None:
    """The absence that lasts on the day."""
    away = seen.absent
    over = away is not None and away.until is not None and away.until < day
    return None if over else away


def _cell(duty: Event, mark: Event | None, asked: Asked, seen: _Alone, day: dt.date) -> Cell:
    if mark is not None and mark.kind in {"signed", "refused"}:
        done: State = "signed" if mark.kind == "signed" else "refused"
        return Cell(done, duty.how, mark.on, mark.how, mark.version, mark.scan)
    if seen.left is not None:
        return Cell("left", duty.how, seen.left.on)
    due = _due(duty, asked, seen.absent)
    overdue = due is not None and due < day
    away = _away(seen, day)
    if away is not None:
        return Cell("absent", duty.how, away.on, away.how, due=due, overdue=overdue)
    if mark is not None:
        return Cell("handed", duty.how, mark.on, mark.how, mark.version, due=due, overdue=overdue)
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
    # Nobody knows a day after the last one of the calendar.
    return max(due, min(absence.until, dt.date.max - DAY) + DAY)
