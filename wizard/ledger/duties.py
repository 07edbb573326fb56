"""Who must sign what: by the rules a version froze, by hand, and as people come and go."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping

from wizard.documents.signing import Rule
from wizard.errors import UserError
from wizard.i18n import N_
from wizard.interview.people import EMPLOYED
from wizard.ledger import states
from wizard.ledger.states import ANNEX, BY_HAND
from wizard.library import events, people, versions
from wizard.library.connection import Library
from wizard.library.events import Event
from wizard.library.people import Person
from wizard.staff import member_of

GRACE = dt.timedelta(days=14)
"""Who joins on a day that nobody told has so long to sign."""
Duties = dict[tuple[str, str], str]
"""By person and document how somebody is bound: by a sheet (empty) or by an annex."""


def by_rule(rules: Mapping[str, Rule], staff: Iterable[Person]) -> Duties:
    """What the rules ask of these people; of those who left or are kept off the sheets nothing."""
    found: Duties = {}
    for person in staff:
        if person.left_on is None and person.listed:
            member = member_of(person)
            for document, rule in rules.items():
                if rule.covers(member):
                    found[person.id, document] = ""
                elif rule.needs_annex(member):
                    found[person.id, document] = ANNEX
    return found


def rules_of(library: Library, project: str, version: int) -> dict[str, Rule]:
    """The rules that a version froze, by the documents that are signed."""
    return {
        one.document: Rule.load(one.rule)
        for one in versions.editions(library, project, version).values()
        if isinstance(one.rule, dict) and one.rule
    }


def standing(happened: Iterable[Event]) -> dict[tuple[str, str], Event]:
    """By person and document the last event of a duty that no undo takes back."""
    return {
        (one.person, one.document): one
        for one in states.valid(happened)
        if one.kind in {"must", "need-not"}
    }


def changes(
    owed: Duties,
    known: Mapping[tuple[str, str], Event],
    day: dt.date,
    starts: Mapping[str, tuple[dt.date, dt.date | None]],
) -> Iterator[Event]:
    """The events that lead from what is known to what the rules ask of the same people.

    What was decided by hand stays. ``starts`` tell for those who joined after the version when
    they came, and until when they are to sign. A duty that begins later, as it does where the
    clock was ahead, begins now.
    """
    for (person, document), how in owed.items():
        now = known.get((person, document))
        if now is None or (
            now.how != BY_HAND and (now.kind != "must" or now.how != how or now.on > day)
        ):
            came, until = starts.get(person, (day, None))
            yield Event(min(day, came), "must", person, document, how=how, until=until)
    for (person, document), event in known.items():
        if event.kind == "must" and event.how != BY_HAND and (person, document) not in owed:
            yield Event(day, "need-not", person, document)


def begin(library: Library, project: str, rules: Mapping[str, Rule], day: dt.date) -> list[Event]:
    """The duties that begin and end when a version with these rules is published on the day."""
    staff = people.people(library, project)
    known = standing(events.of_duties(library, project))
    here = _of(known, [person for person in staff if person.left_on is None])
    return list(changes(by_rule(rules, staff), here, day, {}))


def follow(
    library: Library,
    project: str,
    changed: Collection[Person],
    today: dt.date,
) -> list[Event]:
    """What a change of the staff list does to the ledger of a published project; [] before that.

    Who joins begins what the rules of the last version ask; who left has left; a change of
    position or kind moves duties. Nobody is asked before the first version.
    """
    published = versions.versions(library, project)
    if not published:
        return []
    first, last = published[0], published[-1]
    happened = events.of_people(library, project, [person.id for person in changed])
    known = standing(happened)
    away = _away(happened)
    found: list[Event] = []
    staying = [person for person in changed if person.left_on is None]
    for person in changed:
        if person.left_on is not None and away.get(person.id) != person.left_on:
            found.append(Event(person.left_on, "left", person.id))
        elif person.left_on is None and person.id in away:
            found.append(Event(today, "returned", person.id))
    new = {person.id for person in staying} - {person for person, _ in known}
    starts = {
        person.id: _start(person, first.dated, today) for person in staying if person.id in new
    }
    rules = rules_of(library, project, last.number)
    here = _of(known, staying)
    return found + list(changes(by_rule(rules, staying), here, today, starts))


def _of(
    known: Mapping[tuple[str, str], Event], staff: Iterable[Person]
) -> dict[tuple[str, str], Event]:
    """Of the known duties those of these people.

    Who is no employee (any more) signs no sheet, whatever was decided by hand before.
    """
    kinds = {person.id: person.kind or "employee" for person in staff}
    return {
        place: event
        if event.kind != "must" or kinds[place[0]] in EMPLOYED
        else event._replace(how="" if event.how == BY_HAND else event.how)
        for place, event in known.items()
        if place[0] in kinds
    }


def _start(person: Person, first: dt.date, today: dt.date) -> tuple[dt.date, dt.date]:
    """When somebody came, and until when to sign: before the work begins where that is known."""
    if person.start_date is None:
        return today, today + GRACE
    came = max(person.start_date, first)
    return came, came


def by_hand(
    library: Library,
    project: str,
    who: Iterable[str],
    document: str,
    day: dt.date,
    *,
    must: bool,
) -> list[Event]:
    """Somebody decided that these people must sign the document, or need not.

    Who is no employee never signs a sheet: it would make the contract look like employment. Where
    an annex belongs to the document it is the annex that is asked for; else UserError.
    """
    ids = list(who)
    if not must:
        return [Event(day, "need-not", one, document, how=BY_HAND) for one in ids]
    outside = {
        one.id: one
        for one in people.some(library, project, ids)
        if (one.kind or "employee") not in EMPLOYED
    }
    last = versions.latest(library, project)
    rules = rules_of(library, project, last.number) if last is not None else {}
    for one in outside.values():
        if document not in rules or not rules[document].needs_annex(member_of(one)):
            raise UserError(
                N_(
                    "{name} is no employee: an annex to the contract binds contractors, not a "
                    "signature on this sheet. Leave this person out."
                ),
                name=one.name,
            )
    return [
        Event(day, "must", one, document, how=ANNEX if one in outside else BY_HAND) for one in ids
    ]


def _away(happened: Iterable[Event]) -> dict[str, dt.date]:
    """The people who have left, and since when."""
    found: dict[str, dt.date] = {}
    for one in states.valid(happened):
        if one.kind == "left":
            found[one.person] = one.on
        elif one.kind == "returned":
            found.pop(one.person, None)
    return found
