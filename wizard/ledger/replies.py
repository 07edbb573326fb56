"""Replies by e-mail or from a form, taken over as signatures."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wizard.documents import templates
from wizard.errors import UserError
from wizard.i18n import LANGUAGES, N_
from wizard.ledger import finding, ledger, reply_columns
from wizard.ledger.finding import Directory
from wizard.ledger.ledger import Ledger
from wizard.ledger.reply_columns import Reply
from wizard.library import events, versions
from wizard.library.connection import Library
from wizard.library.events import Event
from wizard.library.people import Person
from wizard.staff_lists import source as source_of
from wizard.staff_lists.columns import folded
from wizard.staff_lists.source import Source
from wizard.staff_lists.table import Problem
from wizard.staff_lists.workbook import MOST_ROWS

if TYPE_CHECKING:
    from wizard.library.versions import Version

HOW = "email"


@dataclass(frozen=True, slots=True)
class Mark:
    """A signature that a line stands for: whose, of which edition of what, of which day."""

    line: int
    person: Person
    document: str
    version: int
    on: dt.date


@dataclass(frozen=True, slots=True)
class Preview:
    """The signatures that would be noted, and what is wrong with the other lines."""

    marks: tuple[Mark, ...]
    problems: tuple[Problem, ...]


def preview(
    library: Library,
    project: str,
    source: Source,
    *,
    on: dt.date,
    today: dt.date,
    documents: Collection[str] = (),
) -> Preview:
    """What the replies come to; nothing is written.

    A line without a day was signed on the day ``on``, one without a document is for the
    ``documents``, which may be left out where only one is signed. Without a column for the answer
    every line says yes. UserError where the table tells of nobody, and where no document is named.
    """
    rows = source_of.cells(source, named=reply_columns.named).rows
    columns = reply_columns.columns(rows)
    if not columns.name_people:
        raise UserError(
            N_("“{file}” has no column for the e-mail or the name. Name it “e-mail” or “name”."),
            file=source.name,
        )
    as_of = ledger.read(library, project, today)
    # A table that names the documents itself need not be told which one is meant.
    named = "document" in columns.fields and not documents
    found = list(reply_columns.replies(rows, columns))
    reader = _Reader(
        library,
        project,
        as_of,
        on,
        () if named else finding.documents(as_of, documents),
        answered="answer" in columns.fields,
        american=reply_columns.month_first([one.date for one in found]),
    )
    problems = []
    if len(found) > MOST_ROWS:
        message = N_("Only the first {most} replies are taken.")
        problems.append(Problem(found[MOST_ROWS].line, message, {"most": MOST_ROWS}))
    marks: list[Mark] = []
    for reply in found[:MOST_ROWS]:
        try:
            person, day, asked = reader.read(reply)
        except UserError as error:
            problems.append(Problem(reply.line, error.message, error.values))
            continue
        for document in asked:
            try:
                version = reader.edition(person, document, day, reply.date)
                marks.append(Mark(reply.line, person, document, version, day))
            except UserError as error:
                problems.append(Problem(reply.line, error.message, error.values))
    earliest, repeats = _earliest(marks)
    return Preview(tuple(earliest), tuple(sorted((*problems, *repeats), key=lambda one: one.line)))


def take(library: Library, project: str, found: Preview) -> list[int]:
    """Note the signatures of a preview, all or none; the numbers of the events, for an undo."""
    happened = [
        Event(one.on, "signed", one.person.id, one.document, one.version, how=HOW)
        for one in found.marks
    ]
    if not happened:
        return []
    with library.transaction():
        return events.record(library, project, happened)


class _Reader:
    """Tells what a line stands for, or raises the sentence that says why it stands for nothing."""

    def __init__(
        self,
        library: Library,
        project: str,
        as_of: Ledger,
        on: dt.date,
        documents: tuple[str, ...],
        *,
        answered: bool,
        american: bool,
    ) -> None:
        self._library, self._project = library, project
        self._as_of, self._on, self._documents = as_of, on, documents
        self._answered, self._american = answered, american
        self._staff = Directory(as_of.people.values())
        self._signed = {one.document: one for one in as_of.documents}
        self._called = {folded(name): one for one in self._signed for name in _called(one)}
        self._versions: list[Version] = versions.versions(library, project)
        self._editions: dict[tuple[str, dt.date], int] = {}

    def read(self, reply: Reply) -> tuple[Person, dt.date, tuple[str, ...]]:
        """Who signed, on which day, and which documents."""
        person = self._person(reply)
        self._must_agree(reply, person)
        day = self._day(reply)
        if not reply.document:
            if not self._documents:
                raise UserError(N_("No document is named in this line; nothing is noted."))
            return person, day, self._documents
        document = self._called.get(folded(reply.document))
        if document is None:
            raise finding.not_signed(reply.document, self._signed)
        return person, day, (document,)

    def edition(self, person: Person, document: str, day: dt.date, typed: str) -> int:
        """The edition that was signed; UserError where no signature of the person is awaited."""
        state = self._as_of.state(person.id)
        cell = state.cells.get(document)
        name = person.name
        if state.left_on is not None or person.left_on is not None:
            raise UserError(N_("{name} has left; nothing is noted."), name=name)
        if cell is None:
            raise UserError(N_("{name} need not sign this; nothing is noted."), name=name)
        if cell.state == "signed":
            raise UserError(N_("{name} has signed this already; nothing is noted."), name=name)
        if day < self._signed[document].since:
            raise UserError(
                N_("On {date} this document was not there yet; nothing is noted."),
                date=typed or day.isoformat(),
            )
        place = (document, day)
        if place not in self._editions:
            then = [one for one in self._versions if one.dated <= day]
            for one in ledger.asked_in(self._library, self._project, then):
                self._editions[one.document, day] = one.number
        return self._editions[place]

    def _person(self, reply: Reply) -> Person:
        """By the e-mail first, then by the name; both may not mean different people."""
        if not reply.email and not reply.name:
            raise UserError(N_("This line has neither an e-mail nor a name."))
        by_email = self._staff.by_email(reply.email)
        by_name = self._staff.by_name(reply.name)
        shared = [one for one in by_email if one in by_name]
        if by_email and by_name and not shared:
            raise UserError(
                N_("The e-mail is that of {one}, the name that of {other}. Ask who replied."),
                one=finding.told(by_email),
                other=finding.told(by_name),
            )
        found = shared or by_email or by_name
        who = ", ".join(filter(None, (reply.name, reply.email)))
        if not found:
            raise UserError(N_("Nobody on the staff list has this e-mail or name: {who}."), who=who)
        if len(found) > 1:
            raise UserError(
                N_("{who} may be several people: {people}. Mark the right one by hand."),
                who=who,
                people=finding.told(found),
            )
        return found[0]

    def _must_agree(self, reply: Reply, person: Person) -> None:
        if not self._answered:
            return
        if not reply.answer:
            raise UserError(N_("There is no answer in this line; nothing is noted."))
        agreed = reply_columns.meaning(reply.answer)
        if agreed is None:
            raise UserError(
                N_("“{answer}” is neither yes nor no; nothing is noted."), answer=reply.answer
            )
        if not agreed:
            raise UserError(
                N_("{name} answered “{answer}”; nothing is noted."),
                name=person.name,
                answer=reply.answer,
            )

    def _day(self, reply: Reply) -> dt.date:
        if not reply.date:
            return self._on
        day = reply_columns.day(reply.date, american=self._american)
        if day is None:
            raise UserError(
                N_("“{date}” is not a date we can read; nothing is noted."), date=reply.date
            )
        if day > self._as_of.day:
            raise UserError(N_("{date} is still to come; nothing is noted."), date=reply.date)
        return day


def _called(document: str) -> Iterator[str]:
    """What a document is called in a table: its id, its title in each language."""
    yield document
    for language in LANGUAGES:
        known = templates.documents(language).get(document)
        if known:
            yield known.title


def _earliest(marks: Iterable[Mark]) -> tuple[list[Mark], list[Problem]]:
    """Of several marks for one signature the earliest, and what is said of the others."""
    first: dict[tuple[str, str], Mark] = {}
    ordered = sorted(marks, key=lambda one: (one.on, one.line))
    repeats = []
    for one in ordered:
        kept = first.setdefault((one.person.id, one.document), one)
        if kept is not one:
            message = N_("Repeats line {line}; the earliest counts.")
            repeats.append(Problem(one.line, message, {"line": kept.line}))
    return sorted(first.values(), key=lambda one: one.line), repeats
