"""The staff list of a project: one row per person, saved and journalled row by row."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from wizard.errors import UserError
from wizard.i18n import N_
from wizard.library import journal, projects, values

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from wizard.library.connection import Column, Library
    from wizard.library.values import Json

_COLUMNS = (
    "id, surname, given, patronymic, position, kind, minor, department, location, shift, email,"
    ' start_date, "language", signs, left_on, listed'
)
_INSERT = (
    f"INSERT INTO person (project, position_no, {_COLUMNS})"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)

_ASSIGNED = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS.split(", ")[1:])


@dataclass(frozen=True)
class Person:
    """A line of the staff list; an empty ``id`` means that the library has yet to give one.

    Who is not ``listed`` is kept and left off the sheets.
    """

    surname: str = ""
    given: str = ""
    patronymic: str = ""
    position: str = ""
    kind: str = ""
    minor: bool = False
    department: str = ""
    location: str = ""
    shift: str = ""
    email: str = ""
    start_date: date | None = None
    language: str = ""
    signs: str = ""
    left_on: date | None = None
    listed: bool = True
    id: str = ""

    @property
    def name(self) -> str:
        """The name for a sentence: surname first, the id for somebody without a name."""
        return " ".join(filter(None, (self.surname, self.given, self.patronymic))) or self.id


_NOBODY = Person()
_DATES = frozenset({"start_date", "left_on"})


def people(library: Library, project: str) -> list[Person]:
    """Everybody on the list, those who left too, in the order in which they were added."""
    return library.read(
        _person,
        f"SELECT {_COLUMNS} FROM person WHERE project = ? ORDER BY position_no, id",
        project,
    )


def some(library: Library, project: str, ids: Collection[str]) -> list[Person]:
    """Those of these people who are on the list, in its order."""
    return library.read(
        _person,
        f"SELECT {_COLUMNS} FROM person WHERE project = ?"
        " AND id IN (SELECT value FROM json_each(?)) ORDER BY position_no, id",
        project,
        values.encode([*sorted(ids)]),
    )


def add(library: Library, project: str, person: Person) -> Person:
    """Add the person at the end; the person with the id, which never changes or comes back."""
    added = _storable(replace(person, id=values.new_id()))
    with library.transaction():
        projects.touch(library, project)
        last = library.read_one(
            int, "SELECT coalesce(max(position_no), 0) FROM person WHERE project = ?", project
        )
        library.write(_INSERT, project, (last or 0) + 1, *_columns(added))
        journal.write(library, project, [_change(None, added)])
    return added


def update(library: Library, project: str, person: Person) -> Person:
    """Store all fields of the person with this id; the person as stored.

    Raises UserError where somebody else removed the person meanwhile.
    """
    changed = _storable(person)
    with library.transaction():
        projects.touch(library, project)
        before = _must_be_there(library, project, changed)
        overwrite(library, project, changed)
        if before != changed:
            journal.write(library, project, [_change(before, changed)])
    return changed


def overwrite(library: Library, project: str, person: Person) -> None:
    """Store all fields of the person with this id, where there is one, without a word of it."""
    library.write(
        "UPDATE person SET id = ?, surname = ?, given = ?, patronymic = ?, position = ?,"
        " kind = ?, minor = ?, department = ?, location = ?, shift = ?, email = ?,"
        ' start_date = ?, "language" = ?, signs = ?, left_on = ?, listed = ?'
        " WHERE project = ? AND id = ?",
        *_columns(person),
        project,
        person.id,
    )


def remove(library: Library, project: str, person: str) -> None:
    """Take the person with this id off the list; the journal keeps the row."""
    with library.transaction():
        projects.touch(library, project)
        before = _must_be_there(library, project, Person(id=person))
        library.write("DELETE FROM person WHERE project = ? AND id = ?", project, person)
        journal.write(library, project, [_change(before, None)])


def replace_all(library: Library, project: str, listed: Iterable[Person]) -> list[Person]:
    """Make this the whole list, in this order; the list with ids for those who had none.

    One transaction; the journal tells only who came, changed or went. Raises ValueError where two
    people carry one id.
    """
    after = [_storable(person if person.id else _with_id(person)) for person in listed]
    if len({person.id for person in after}) < len(after):
        raise ValueError("two people with one id")
    with library.transaction():
        projects.touch(library, project)
        before = {person.id: person for person in people(library, project)}
        library.write("DELETE FROM person WHERE project = ?", project)
        library.write_many(
            _INSERT,
            ((project, number, *_columns(person)) for number, person in enumerate(after, 1)),
        )
        kept = {person.id for person in after}
        changes = [
            _change(before.get(person.id), person)
            for person in after
            if before.get(person.id) != person
        ]
        changes += [_change(gone, None) for gone in before.values() if gone.id not in kept]
        journal.write(library, project, changes)
    return after


def change(
    library: Library,
    project: str,
    people_: Iterable[Person],
    gone: Collection[str],
    known: Iterable[Person] = (),
) -> list[journal.Change]:
    """Put these people, new at the end or known by their id, and take others off the list.

    One transaction. Of whom another window changed meanwhile, it keeps what this one has not
    changed since they were ``known``; what gives way is journalled as ``overtaken`` and returned.
    Whom another window added stays; whose data it erased stays without them.
    """
    with library.transaction():
        projects.touch(library, project)
        put = [_storable(person if person.id else _with_id(person)) for person in people_]
        ids = {*(person.id for person in put), *gone}
        before = {person.id: person for person in some(library, project, ids)}
        erased = {one.id for one in before.values() if _is_erased(library, project, one)}
        were = {person.id: _storable(person) for person in known if person.id not in erased}
        put = [
            _with_others_changes(one, were.get(one.id), before.get(one.id))
            for one in put
            if one.id not in erased or one.left_on is None
        ]
        overtaken = _overtaken(were, before, {person.id: person for person in put})
        last = library.read_one(
            int, "SELECT coalesce(max(position_no), 0) FROM person WHERE project = ?", project
        )
        library.write_many(
            f"INSERT INTO person (project, position_no, {_COLUMNS})"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            f" ON CONFLICT (project, id) DO UPDATE SET {_ASSIGNED}",
            (
                (project, number, *_columns(person))
                for number, person in enumerate(put, (last or 0) + 1)
            ),
        )
        removed = [before[person] for person in gone if person in before]
        library.write_many(
            "DELETE FROM person WHERE project = ? AND id = ?",
            ((project, person.id) for person in removed),
        )
        changes = [_change(before.get(person.id), person) for person in put]
        changes += [_change(person, None) for person in removed]
        journal.write(library, project, [*overtaken, *changes])
    return overtaken


def people_at(library: Library, project: str, moment: datetime) -> list[Person]:
    """Everybody as the list had them at the moment, as far as the journal still tells it."""
    found = {person.id: person for person in people(library, project)}
    since = journal.entries(library, project, step=journal.PEOPLE, after=moment, limit=-1)
    for change in (entry.change for entry in since if not entry.change.field):
        if change.note:
            continue  # It tells once more what another entry did.
        before = from_json(change.old)
        if before is not None:
            found[change.row] = before
        elif change.old is None:
            found.pop(change.row, None)
    return list(found.values())


def from_json(raw: Json) -> Person | None:
    """The person as the journal tells it; None for nobody, and where another version wrote it."""
    if not isinstance(raw, dict):
        return None
    found: dict[str, Json | date] = {}
    for field in fields(Person):
        value: Json | date = raw.get(field.name, getattr(_NOBODY, field.name))
        if field.name in _DATES and value is not None:
            try:
                value = date.fromisoformat(str(value))
            except ValueError:
                return None
        elif field.name not in _DATES and type(value) is not type(getattr(_NOBODY, field.name)):
            return None
        found[field.name] = value
    return Person(**found)  # type: ignore[arg-type]


def blanked(person: Person) -> Person:
    """What stays of a person whose data are erased: the id, the kind, the day of leaving."""
    return Person(id=person.id, kind=person.kind, left_on=person.left_on, listed=person.listed)


def _is_erased(library: Library, project: str, person: Person) -> bool:
    """Whether nothing is left of somebody who left, not even a history."""
    if person.left_on is None or person != blanked(person):
        return False
    return not journal.knows(library, project, journal.PEOPLE, person.id)


def _with_others_changes(mine: Person, known: Person | None, stored: Person | None) -> Person:
    """The person with what another window changed and this one did not."""
    if known is None or stored is None or stored == known:
        return mine
    theirs = {
        name: getattr(stored, name)
        for name in vars(known)
        if getattr(mine, name) == getattr(known, name)
    }
    return replace(mine, **theirs)


def _overtaken(
    known: Mapping[str, Person], stored: Mapping[str, Person], put: Mapping[str, Person]
) -> list[journal.Change]:
    """What another window changed of these people and is no longer so; of the removed all of it."""
    found = []
    for was in known.values():
        now, new = stored.get(was.id), put.get(was.id)
        if now is None or now == was:
            continue
        lost = {
            name: value
            for name, value in vars(now).items()
            if value != getattr(was, name) and (new is None or value != getattr(new, name))
        }
        if lost:
            found.append(_change(was, replace(was, **lost), note="overtaken"))
    return found


def _with_id(person: Person) -> Person:
    return replace(person, id=values.new_id())


def _must_be_there(library: Library, project: str, person: Person) -> Person:
    found = library.read_one(
        _person,
        f"SELECT {_COLUMNS} FROM person WHERE project = ? AND id = ?",
        project,
        person.id,
    )
    if found is None:
        raise UserError(
            N_("“{name}” is no longer on the staff list. Add the person again."),
            name=f"{person.surname} {person.given}".strip() or person.id,
        )
    return found


def _change(old: Person | None, new: Person | None, note: journal.Note = "") -> journal.Change:
    one = new or old
    return journal.Change(
        journal.PEOPLE, "", one.id if one else "", "", _as_json(old), _as_json(new), note
    )


def _as_json(person: Person | None) -> Json:
    if person is None:
        return None
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(person).items()
    }


def _storable(person: Person) -> Person:
    texts = {
        name: values.storable(value)
        for name, value in vars(person).items()
        if isinstance(value, str)
    }
    # Thousands of rows are imported at once, and hardly one holds anything unstorable.
    clean = all(vars(person)[name] == text for name, text in texts.items())
    return person if clean else Person(**{**vars(person), **texts})


def _columns(person: Person) -> tuple[Column, ...]:
    return (
        person.id,
        person.surname,
        person.given,
        person.patronymic,
        person.position,
        person.kind,
        int(person.minor),
        person.department,
        person.location,
        person.shift,
        person.email,
        person.start_date.isoformat() if person.start_date else None,
        person.language,
        person.signs,
        person.left_on.isoformat() if person.left_on else None,
        int(person.listed),
    )


def _person(
    id_: str,
    surname: str,
    given: str,
    patronymic: str,
    position: str,
    kind: str,
    minor: int,
    department: str,
    location: str,
    shift: str,
    email: str,
    start_date: str | None,
    language: str,
    signs: str,
    left_on: str | None,
    listed: int,
) -> Person:
    # A frozen class sets its fields one by one, which takes three times as long; thousands of
    # people are read at once.
    person = object.__new__(Person)
    vars(person).update(
        surname=surname,
        given=given,
        patronymic=patronymic,
        position=position,
        kind=kind,
        minor=bool(minor),
        department=department,
        location=location,
        shift=shift,
        email=email,
        start_date=date.fromisoformat(start_date) if start_date else None,
        language=language,
        signs=signs,
        left_on=date.fromisoformat(left_on) if left_on else None,
        listed=bool(listed),
        id=id_,
    )
    return person
