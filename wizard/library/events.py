"""The events of the ledger: who was asked, who signed, who left; only ever appended to."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from wizard.library import projects, values

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from wizard.library.connection import Column, Library

Kind = Literal[
    "must", "need-not", "handed", "signed", "refused", "absent", "back", "left", "returned",
    "remark", "undo",
]  # fmt: skip
KINDS: tuple[str, ...] = get_args(Kind)

_COLUMNS = "effective_on, kind, person, document, version, how, until, note, scan, undoes"
_ALIKE = "document, version, kind, effective_on, how, until, scan"
_INSERT = (
    f"INSERT INTO event (project, recorded_at, {_COLUMNS})"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class Event(NamedTuple):
    """One thing that happened to one person, true from the day ``on``.

    ``document`` and ``version`` (the number of its edition) name what was signed; both are empty
    for what concerns the person alone. ``how`` tells how it was signed, or why somebody is absent
    (``until`` a day); ``scan`` is the hash of a picture of the signed sheet. An ``undo`` takes
    back the event ``undoes``, an undo too. ``id`` and ``recorded_at`` come from the library.
    """

    on: date
    kind: Kind
    person: str
    document: str = ""
    version: int | None = None
    how: str = ""
    until: date | None = None
    note: str = ""
    scan: str = ""
    undoes: int | None = None
    id: int = 0
    recorded_at: datetime | None = None


class Alike(NamedTuple):
    """The same thing that happened to many people: ``event`` tells it, without person and number.

    ``recorded`` are the numbers of the events as JSON, person by person, for they are seldom
    needed; a person may be there more than once.
    """

    event: Event
    people: list[str]
    recorded: str

    @property
    def numbers(self) -> list[int]:
        """The numbers of the events, person by person."""
        found: list[int] = json.loads(self.recorded)
        return found


def record(library: Library, project: str, happened: Iterable[Event]) -> list[int]:
    """Append the events; the numbers they got. All or none, inside a transaction of the caller."""
    projects.touch(library, project)
    before = _last(library)
    at = values.now()
    library.write_many(_INSERT, ((project, at, *_columns(one)) for one in happened))
    return list(range(before + 1, _last(library) + 1))


def undo(library: Library, project: str, numbers: Iterable[int], on: date) -> list[int]:
    """Take these events back by events of their own; the numbers of those."""
    wanted = set(numbers)
    return record(
        library,
        project,
        [
            Event(on, "undo", one.person, one.document, one.version, undoes=one.id)
            for one in numbered(library, project, wanted)
        ],
    )


def numbered(library: Library, project: str, numbers: Collection[int]) -> list[Event]:
    """Those of these events that belong to the project, in the order of recording."""
    return library.read(
        _event,
        f"SELECT {_COLUMNS}, id, recorded_at FROM event WHERE project = ?"
        " AND id IN (SELECT value FROM json_each(?)) ORDER BY id",
        project,
        values.encode(list(numbers)),
    )


def events(library: Library, project: str) -> list[Event]:
    """All events of the project, in the order of recording."""
    return library.read(
        _event,
        f"SELECT {_COLUMNS}, id, recorded_at FROM event WHERE project = ? ORDER BY id",
        project,
    )


def of_documents(
    library: Library,
    project: str,
    day: date,
    bases: Iterable[tuple[str, int]],
    *,
    without: Collection[int] = (),
    known: datetime | None = None,
    people: Collection[str] | None = None,
) -> list[Alike]:
    """What counts on the day of the duties and marks of documents, gathered by what happened.

    Marks are those of these documents from their base version on. The events ``without`` are
    passed over, and with ``known`` those recorded later; ``people`` are those it is asked of.
    """
    wanted = list(bases)
    marks = "".join(" OR (document = ? AND version >= ?)" for _ in wanted)
    conditions, values_ = _narrowed(without, known, people)
    index = "event_alike" if people is None else "event_by_person"
    return library.read(
        _alike,
        f"SELECT {_ALIKE}, json_group_array(person), json_group_array(id)"
        f" FROM event INDEXED BY {index} WHERE project = ?"
        " AND document != '' AND kind != 'undo' AND effective_on <= ?"
        f" AND (version IS NULL{marks}){conditions} GROUP BY project, {_ALIKE}",
        project,
        day.isoformat(),
        *(value for base in wanted for value in base),
        *values_,
    )


def of_people_alone(
    library: Library,
    project: str,
    day: date,
    *,
    without: Collection[int] = (),
    known: datetime | None = None,
    people: Collection[str] | None = None,
) -> list[Event]:
    """What counts on the day of people alone: away, back, left, returned, remarks.

    In the order of recording; narrowed as :func:`of_documents` is.
    """
    conditions, values_ = _narrowed(without, known, people)
    return library.read(
        _event,
        f"SELECT {_COLUMNS}, id, recorded_at FROM event INDEXED BY event_alike"
        " WHERE project = ? AND document = '' AND kind != 'undo'"
        f" AND effective_on <= ?{conditions} ORDER BY id",
        project,
        day.isoformat(),
        *values_,
    )


def undos(
    library: Library,
    project: str,
    *,
    known: datetime | None = None,
    people: Collection[str] | None = None,
) -> list[tuple[int, int]]:
    """The numbers of every undo and of what it takes back, in the order of recording.

    With ``known`` of those recorded by then, with ``people`` of those that concern them.
    """
    conditions, values_ = _narrowed((), known, people)
    return library.read(
        lambda number, undoes: (number, undoes),
        "SELECT id, undoes FROM event INDEXED BY event_undone"
        f" WHERE undoes IS NOT NULL AND project = ?{conditions} ORDER BY id",
        project,
        *values_,
    )


def of_duties(library: Library, project: str) -> list[Event]:
    """Every event by which a duty began or ended, and every undo; in the order of recording."""
    return library.read(
        _event,
        f"SELECT {_COLUMNS}, id, recorded_at FROM event WHERE project = ?"
        " AND kind IN ('must', 'need-not', 'undo') ORDER BY id",
        project,
    )


def of_people(library: Library, project: str, people: Iterable[str]) -> list[Event]:
    """Every event of these people, in the order of recording."""
    return library.read(
        _event,
        f"SELECT {_COLUMNS}, id, recorded_at FROM event WHERE project = ?"
        " AND person IN (SELECT value FROM json_each(?)) ORDER BY id",
        project,
        values.encode([*sorted(people)]),
    )


def copy(source: Library, project: str, target: Library, new_id: str) -> None:
    """Copy the events into another library, where they get other numbers.

    ValueError for an event of a kind that this version does not know.
    """
    known = events(source, project)
    first = _last(target) + 1
    numbers: dict[int | None, int] = {one.id: first + n for n, one in enumerate(known)}
    if any(one.kind not in KINDS for one in known):
        raise ValueError("an event of an unknown kind")
    target.write_many(
        f"INSERT INTO event (project, recorded_at, {_COLUMNS}, id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                new_id,
                (one.recorded_at or datetime.now(UTC)).isoformat(timespec="microseconds"),
                *_columns(one._replace(undoes=numbers.get(one.undoes))),
                numbers[one.id],
            )
            for one in known
        ),
    )


def exist(library: Library, project: str, person: str) -> bool:
    """Whether the ledger knows anything of the person."""
    found = library.read_one(
        int, "SELECT 1 FROM event WHERE project = ? AND person = ? LIMIT 1", project, person
    )
    return found is not None


def scans(library: Library, project: str, person: str) -> list[str]:
    """The hashes of the scans of this person's papers."""
    return library.read(
        str,
        "SELECT DISTINCT scan FROM event WHERE project = ? AND person = ? AND scan != ''",
        project,
        person,
    )


def forget_words(library: Library, project: str, person: str) -> None:
    """Blank what was written about a person, remarks and scans; what happened stays."""
    library.write(
        "UPDATE event SET note = '', scan = '' WHERE project = ? AND person = ?", project, person
    )


def _narrowed(
    without: Collection[int], known: datetime | None, people: Collection[str] | None
) -> tuple[str, list[Column]]:
    """The conditions that narrow events down, and their values."""
    conditions = ""
    values_: list[Column] = []
    if without:
        conditions += " AND id NOT IN (SELECT value FROM json_each(?))"
        values_.append(values.encode(list(without)))
    if known is not None:
        conditions += " AND recorded_at <= ?"
        values_.append(values.moment(known))
    if people is not None:
        conditions += " AND person IN (SELECT value FROM json_each(?))"
        values_.append(values.encode(list(people)))
    return conditions, values_


def _last(library: Library) -> int:
    return library.read_one(int, "SELECT coalesce(max(id), 0) FROM event") or 0


def _columns(event: Event) -> tuple[Column, ...]:
    return (
        event.on.isoformat(),
        event.kind,
        event.person,
        event.document,
        event.version,
        event.how,
        event.until.isoformat() if event.until else None,
        values.storable(event.note),
        event.scan,
        event.undoes,
    )


def _event(
    on: str,
    kind: Kind,
    person: str,
    document: str,
    version: int | None,
    how: str,
    until: str | None,
    note: str,
    scan: str,
    undoes: int | None,
    number: int,
    recorded_at: str,
) -> Event:
    return Event(
        date.fromisoformat(on),
        kind,
        person,
        document,
        version,
        how,
        date.fromisoformat(until) if until else None,
        note,
        scan,
        undoes,
        number,
        datetime.fromisoformat(recorded_at),
    )


def _alike(
    document: str,
    version: int | None,
    kind: Kind,
    on: str,
    how: str,
    until: str | None,
    scan: str,
    people: str,
    numbers: str,
) -> Alike:
    event = Event(
        date.fromisoformat(on),
        kind,
        "",
        document,
        version,
        how,
        date.fromisoformat(until) if until else None,
        scan=scan,
    )
    return Alike(event, json.loads(people), numbers)
