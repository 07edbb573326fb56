"""What is written into the ledger by hand: handed over, signed, refused, away, a remark."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from wizard.errors import UserError
from wizard.i18n import N_
from wizard.ledger import duties, finding, ledger
from wizard.ledger.ledger import Ledger
from wizard.library import blobs, events
from wizard.library import people as people_of_library
from wizard.library.connection import Library
from wizard.library.events import Event
from wizard.library.people import Person

Mark = Literal["handed", "signed", "refused"]
HOW = {
    "paper": N_("on paper"),
    "email": N_("by e-mail"),
    "e-hr": N_("in the e-HR system"),
    "annex": N_("in the contract"),
}
WHY_AWAY = {
    "holiday": N_("holiday"),
    "sick": N_("sick leave"),
    "parental": N_("parental leave"),
    "shift": N_("away on rotation"),
    "other": N_("other"),
}
SCAN_LIMIT = 10 * 1024 * 1024
SCAN_TYPES = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}


def mark(
    library: Library,
    project: str,
    sort: Mark,
    people: Collection[str],
    documents: Iterable[str],
    *,
    on: dt.date,
    today: dt.date,
    how: str | Mapping[str, str] = "",
    note: str = "",
    scan: bytes = b"",
) -> list[int]:
    """Note for each of the people and documents that it was handed over, signed or refused.

    ``how`` tells how it was signed, by person where that differs. The mark goes to the edition
    that was in force on the day ``on``. Whoever need not sign, then or today, is asked by hand
    first. The numbers of the events, for :func:`undo`. UserError, and nothing is written, for a
    day to come or before the document existed, for who has left, for a scan that is none.
    """
    if on > today:
        raise UserError(N_("That day is still to come. Take today or an earlier one."))

    def asked(day: dt.date) -> Ledger:
        return ledger.read(library, project, day, of=people, staff=(), with_marks=False)

    as_of = asked(on)
    now = as_of if on == today else asked(today)
    with library.transaction():
        for person in people:
            if as_of.state(person).left_on is not None:
                raise _left(library, project, person)
        kept = _keep_scan(library, scan) if scan else ""
        happened: list[Event] = []
        for document in documents:
            number = _asked(as_of, document)
            unasked = [
                one
                for one in people
                if document not in as_of.state(one).cells and document not in now.state(one).cells
            ]
            if unasked:
                happened += duties.by_hand(library, project, unasked, document, on, must=True)
            for person in people:
                way = how if isinstance(how, str) else how[person]
                happened.append(
                    Event(on, sort, person, document, number, way, note=note, scan=kept)
                )
        return events.record(library, project, happened)


def away(
    library: Library,
    project: str,
    people: Iterable[str],
    on: dt.date,
    why: str,
    until: dt.date | None,
) -> list[int]:
    """Note that the people are away from the day on, until a day or nobody knows when."""
    if until is not None and until < on:
        raise UserError(N_("The last day away is before the first. Mend one of them."))
    return _record(
        library, project, [Event(on, "absent", one, how=why, until=until) for one in people]
    )


def back(library: Library, project: str, people: Iterable[str], on: dt.date) -> list[int]:
    """Note that the people are back at work."""
    return _record(library, project, [Event(on, "back", one) for one in people])


def remark(library: Library, project: str, person: str, on: dt.date, note: str) -> list[int]:
    """Note something about a person; the last remark is the one that is shown."""
    return _record(library, project, [Event(on, "remark", person, note=" ".join(note.split()))])


def ask(
    library: Library, project: str, people: Iterable[str], document: str, on: dt.date, *, must: bool
) -> list[int]:
    """Decide by hand that these people must sign the document, or need not.

    UserError for somebody who is no employee and whom only an annex could bind.
    """
    _asked(ledger.read(library, project, on, of=()), document)
    decided = duties.by_hand(library, project, people, document, on, must=must)
    return _record(library, project, decided)


def undo(library: Library, project: str, numbers: Iterable[int], on: dt.date) -> list[int]:
    """Take these events back by events of their own, so that everything is as before them.

    Where a duty was decided by hand, the rules say again what they ask of who works here now. The
    numbers of the events, which can be taken back too.
    """
    with library.transaction():
        wanted = list(numbers)
        undone = events.undo(library, project, wanted, on)
        decided = _decided(library, project, wanted)
        staff = people_of_library.some(library, project, decided) if decided else []
        ruled = duties.follow(library, project, staff, on) if staff else []
        return undone + (events.record(library, project, ruled) if ruled else [])


def _decided(library: Library, project: str, numbers: Iterable[int]) -> set[str]:
    """The people of whose duties these events are, or of whose duties' undos."""
    people: set[str] = set()
    found = events.numbered(library, project, set(numbers))
    while found:
        people |= {one.person for one in found if one.kind in {"must", "need-not"}}
        undone = {one.undoes for one in found if one.undoes is not None}
        found = events.numbered(library, project, undone) if undone else []
    return people


def _record(library: Library, project: str, happened: Iterable[Event]) -> list[int]:
    with library.transaction():
        return events.record(library, project, happened)


def _asked(as_of: Ledger, document: str) -> int:
    """The edition of the document on the day; UserError where there was none yet."""
    (asked,) = finding.documents(as_of, [document])
    return next(one.number for one in as_of.documents if one.document == asked)


def _keep_scan(library: Library, scan: bytes) -> str:
    if len(scan) > SCAN_LIMIT:
        raise UserError(
            N_("The scan has more than {limit} MB. Scan it in grey, or with fewer dots an inch."),
            limit=SCAN_LIMIT // (1024 * 1024),
        )
    for beginning, media_type in SCAN_TYPES.items():
        if scan.startswith(beginning):
            return blobs.put(library, scan, media_type)
    raise UserError(N_("A scan is a PDF, PNG or JPEG file. Choose another file."))


def _left(library: Library, project: str, person: str) -> UserError:
    known = people_of_library.some(library, project, [person]) or [Person(id=person)]
    return UserError(N_("{name} had left by then. Take an earlier day."), name=known[0].name)
