"""The ledger of a project on a day: its documents, its people, and how they stand."""

import dataclasses
import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from wizard.documents import templates
from wizard.ledger import coverage, states
from wizard.ledger.coverage import Coverage
from wizard.ledger.states import Asked, PersonState
from wizard.library import events, people, versions
from wizard.library.connection import Library
from wizard.library.people import Person
from wizard.library.versions import StoredEdition, Version

NOTHING = PersonState()


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everybody on the staff list and everybody who was ever asked, by id, in the list's order.

    ``documents`` are those that are signed, as they were on the ``day``; none before the first
    version. ``version`` is the number of the version in force then, 0 for none.
    """

    day: dt.date
    version: int
    documents: tuple[Asked, ...]
    people: Mapping[str, Person]
    states: Mapping[str, PersonState]

    def state(self, person: str) -> PersonState:
        """How the person stands; nothing is asked of whom the ledger does not know."""
        return self.states.get(person, NOTHING)

    def coverage(self, document: str) -> Coverage:
        """How far the signatures of a document have come."""
        return coverage.of_document(document, self.states.values())

    @property
    def whole(self) -> Coverage:
        """How far the signatures of all documents have come, counted in people."""
        return coverage.whole(self.states.values())

    def outstanding(self, document: str) -> frozenset[str]:
        """The people whose signature of the document is still awaited."""
        return frozenset(
            person
            for person, state in self.states.items()
            if state.left_on is None
            and (cell := state.cells.get(document)) is not None
            and cell.outstanding
        )

    def asked(self, document: str) -> frozenset[str]:
        """The people who must sign the document and work here."""
        return frozenset(
            person
            for person, state in self.states.items()
            if state.left_on is None and document in state.cells
        )


def read(
    library: Library,
    project: str,
    day: dt.date,
    *,
    known: dt.datetime | None = None,
    of: Collection[str] | None = None,
    staff: Iterable[Person] | None = None,
    with_marks: bool = True,
) -> Ledger:
    """The ledger as it stood on the day; with ``known`` as it was known at that moment.

    Names and positions are those of today: the list keeps no others. With ``of`` the ledger of
    these people alone. ``staff`` is the staff list where the caller knows it already. Without
    marks nobody has signed anything, for who wants to know only who must.
    """
    published = [one for one in versions.versions(library, project) if one.dated <= day]
    if known is not None:
        published = [one for one in published if one.published_at <= known]
    asked = asked_in(library, project, published)
    found = _states(library, project, day, asked, known=known, of=of, with_marks=with_marks)
    if staff is None:
        staff = people.people(library, project) if of is None else people.some(library, project, of)
    listed = {one.id: one for one in staff}
    listed |= {person: Person(id=person) for person in found if person not in listed}
    return Ledger(day, published[-1].number if published else 0, asked, listed, found)


def refreshed(library: Library, project: str, before: Ledger, of: Collection[str]) -> Ledger:
    """The ledger with the states of these people read anew, after something was noted of them."""
    found = _states(library, project, before.day, before.documents, of=of)
    strangers = {person: Person(id=person) for person in found if person not in before.people}
    now = {**before.states, **found}
    for person in of:
        if person not in found:
            now.pop(person, None)
    return dataclasses.replace(before, people={**before.people, **strangers}, states=now)


def _states(
    library: Library,
    project: str,
    day: dt.date,
    asked: Iterable[Asked],
    *,
    known: dt.datetime | None = None,
    of: Collection[str] | None = None,
    with_marks: bool = True,
) -> dict[str, PersonState]:
    documents = {one.document: one for one in asked}
    bases = [(one.document, one.base) for one in documents.values() if with_marks]
    gone = states.cancelled(events.undos(library, project, known=known, people=of))
    alike = events.of_documents(library, project, day, bases, without=gone, known=known, people=of)
    alone = events.of_people_alone(library, project, day, without=gone, known=known, people=of)
    return states.of_alike(alike, alone, documents, day)


def asked_in(library: Library, project: str, published: list[Version]) -> tuple[Asked, ...]:
    """The documents that are signed, as the last of these versions has them, in their order."""
    if not published:
        return ()
    # A clock that was ahead may have dated an earlier version later than the last of these.
    by_number = {one.number: one for one in versions.versions(library, project)}
    editions = versions.editions(library, project, published[-1].number)
    found = _asked(editions, by_number, published[-1].dated)
    return tuple(sorted(found, key=lambda one: templates.place(one.document)))


def _asked(
    editions: Mapping[str, StoredEdition], by_number: Mapping[int, Version], latest: dt.date
) -> Iterator[Asked]:
    for one in editions.values():
        if one.rule:
            base = by_number[one.base]
            yield Asked(
                one.document,
                one.number,
                by_number[one.number].dated,
                one.base,
                min(base.dated, latest),
                base.sign_by,
            )
