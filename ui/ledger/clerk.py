"""The clerk of the ledger: reads it, and writes into it, in the thread of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.ledger import scans
from ui.tongue import tr
from wizard import incoming
from wizard.i18n import N_
from wizard.ledger import erasing, expected, ledger, marking, picking, replies, standing
from wizard.ledger.marking import SCAN_LIMIT

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from ui.desk import Desk
    from wizard.errors import UserError
    from wizard.ledger.ledger import Ledger
    from wizard.ledger.marking import Mark
    from wizard.ledger.picking import Target
    from wizard.ledger.replies import Preview
    from wizard.library.connection import Library
    from wizard.library.people import Person

    Work = Callable[[Library, str], list[int]]

DONE: dict[Mark, str] = {
    "signed": N_("Marked as signed: {count}"),
    "handed": N_("Marked as handed over: {count}"),
    "refused": N_("Marked as refused: {count}"),
}


class Clerk(QObject):
    """Does one thing after the other; each can be taken back while the page lives."""

    read = Signal(object)
    """The whole ledger was read: a :class:`Ledger`."""
    noted = Signal(object, object, str)
    """Something was noted: the ledger, the ids of those it concerns, and a sentence."""
    undone = Signal(object, object)
    """The last of it was taken back: the ledger, and the ids of those it concerned."""
    trouble = Signal(object)
    """Nothing was written, for this ``UserError``."""
    erased = Signal(object)
    """What is left of a person whose data are erased: a ``Person``."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.ledger: Ledger | None = None
        """The ledger as it was told last."""
        self._newest: Ledger | None = None
        """The same one turn earlier: it belongs to the thread of the library alone."""
        self._done: list[tuple[list[int], Collection[str]]] = []

    @property
    def can_undo(self) -> bool:
        """Whether anything was noted that can be taken back."""
        return bool(self._done)

    def open(self) -> None:
        """Read the ledger, or what it will be before the first version."""
        # What was typed into the staff list is then in the library before it is read.
        self.desk.save()
        project, day = self.desk.session.project.id, self.desk.today
        staff, answers = self.desk.session.people, self.desk.answers
        language = self.desk.document_language

        def work(library: Library) -> Ledger:
            found = ledger.read(library, project, day, staff=staff)
            if not found.version:
                found = expected.expected(answers, staff, day, language)
            self._newest = found
            return found

        self._run(work, self._opened)

    def mark(self, sort: Mark, meant: Sequence[Target], on: dt.date, *, scan: bytes = b"") -> None:
        """Mark them, all or none."""
        people = list(dict.fromkeys(one.person for one in meant))
        today = self.desk.today
        self._note(
            people,
            tr(DONE[sort], count=len(people)),
            lambda library, project: picking.mark(
                library, project, sort, meant, on=on, today=today, scan=scan
            ),
        )

    def add_scan(
        self,
        people: Collection[str],
        documents: Collection[str],
        on: dt.date,
        how: str,
        file: Path,
    ) -> None:
        """Keep the picture of a signed sheet; who on it had not signed has signed on the day."""
        today, found = self.desk.today, self.ledger
        if found is None:
            return
        by_day = picking.on_paper(found, people, documents, on, how=how)
        meant = {one.person for targets in by_day.values() for one in targets}

        def write(library: Library, project: str) -> list[int]:
            content = incoming.bytes_of(file, SCAN_LIMIT + 1)
            with library.transaction():
                return [
                    number
                    for day, targets in by_day.items()
                    for number in picking.mark(
                        library, project, "signed", targets, on=day, today=today, scan=content
                    )
                ]

        self._note(sorted(meant), tr(N_("The scan is kept for: {count}"), count=len(meant)), write)

    def open_scan(self, name: str) -> None:
        """Show the scan of this hash in the program that the system has for it."""
        self._run(lambda library: scans.unpacked(library, name), scans.show)

    def away(self, people: Sequence[str], why: str, until: dt.date | None) -> None:
        """The people are away from today on."""
        today = self.desk.today
        self._note(
            people,
            tr(N_("Marked as absent: {count}"), count=len(people)),
            lambda library, project: marking.away(library, project, people, today, why, until),
        )

    def back(self, people: Sequence[str]) -> None:
        """The people are back at work today."""
        today = self.desk.today
        self._note(
            people,
            tr(N_("Marked as back: {count}"), count=len(people)),
            lambda library, project: marking.back(library, project, people, today),
        )

    def remark(self, person: str, text: str) -> None:
        """Note something about a person."""
        today = self.desk.today
        self._note(
            [person],
            tr(N_("The remark is noted.")),
            lambda library, project: marking.remark(library, project, person, today, text),
        )

    def ask(self, people: Sequence[str], document: str, *, must: bool) -> None:
        """Decide by hand that the people must sign the document, or need not."""
        today = self.desk.today
        words = N_("Must sign now: {count}") if must else N_("Need not sign now: {count}")
        self._note(
            people,
            tr(words, count=len(people)),
            lambda library, project: marking.ask(
                library, project, people, document, today, must=must
            ),
        )

    def take_replies(self, found: Preview) -> None:
        """Note the signatures that the replies come to."""
        people = list(dict.fromkeys(one.person.id for one in found.marks))
        self._note(
            people,
            tr(DONE["signed"], count=len(people)),
            lambda library, project: replies.take(library, project, found),
        )

    def undo(self) -> None:
        """Take back what was noted last; nothing where nothing was."""
        if not self._done:
            return
        last = self._done.pop()
        numbers, people = last
        project, today = self.desk.session.project.id, self.desk.today

        def work(library: Library) -> Ledger:
            marking.undo(library, project, numbers, today)
            return self._reread(library, people)

        def then(now: Ledger) -> None:
            self.ledger = now
            self.undone.emit(now, people)
            self._keep(now)

        def failed(error: UserError) -> None:
            self._done.append(last)
            self.trouble.emit(error)

        self.desk.keeper.run(work, then, failed, asker=self)

    def erase(self, person: str) -> None:
        """Erase the personal data of somebody who left."""
        self.desk.save()
        project = self.desk.session.project.id
        self._run(lambda library: erasing.erase(library, project, person), self._erased)

    def _erased(self, blank: Person) -> None:
        # What was noted of others can be taken back as before.
        self.desk.forget(blank)
        self.erased.emit(blank)

    def _opened(self, found: Ledger) -> None:
        self.ledger = found
        self.read.emit(found)
        self._keep(found)

    def _keep(self, found: Ledger) -> None:
        """Let the first screen tell this too, once it is shown here."""
        if found.version:
            project = self.desk.session.project.id
            self._run(lambda library: standing.keep_read(library, project, found), _nothing_to_say)

    def _note(self, people: Collection[str], sentence: str, write: Work) -> None:
        """Write, read anew whom it concerns, and tell it."""
        project = self.desk.session.project.id
        if not people:
            return

        def work(library: Library) -> tuple[list[int], Ledger]:
            numbers = write(library, project)
            return numbers, self._reread(library, people)

        def then(result: tuple[list[int], Ledger]) -> None:
            numbers, now = result
            self.ledger = now
            self._done.append((numbers, people))
            self.noted.emit(now, people, sentence)
            self._keep(now)

        self._run(work, then)

    def _reread(self, library: Library, people: Collection[str]) -> Ledger:
        if self._newest is None:
            raise ValueError("nothing was read yet")
        project = self.desk.session.project.id
        self._newest = ledger.refreshed(library, project, self._newest, people)
        return self._newest

    def _run(self, work: Callable[[Library], object], then: Callable) -> None:
        self.desk.keeper.run(work, then, self._failed, asker=self)

    def _failed(self, error: UserError) -> None:
        self.trouble.emit(error)


def _nothing_to_say(_result: object) -> None:
    """What was kept is shown elsewhere."""
