"""Papers and tables made from the ledger, in the thread of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui import tongue
from wizard import export
from wizard.ledger import tables
from wizard.staff import member_of
from wizard.versions import issuing, reopening

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from ui.ledger.clerk import Clerk
    from wizard.documents.issue import By
    from wizard.export import Order
    from wizard.library.connection import Library
    from wizard.library.people import Person


class Press(QObject):
    """Makes orders for the printer and files of the ledger that the clerk has read."""

    ordered = Signal(object)
    """A paper can be printed: an :class:`Order`."""
    saved = Signal(object)
    """The list was saved at this path."""

    def __init__(self, clerk: Clerk) -> None:
        super().__init__()
        self.clerk, self.desk = clerk, clerk.desk

    def print_paper(
        self, document: str, asked: Mapping[str, frozenset[str]], by: By, people: Sequence[Person]
    ) -> None:
        """Make the order for a paper of the last version: for whom, by what, about whom."""
        found, answers = self.clerk.ledger, self.desk.answers
        project, language = self.desk.session.project.id, self.desk.document_language
        if found is None:
            return
        number = found.version
        members = tuple(member_of(one) for one in people) or None

        def work(library: Library) -> Order:
            version = reopening.reopen(library, project, number)
            spoken = version.version.languages
            return issuing.papers(
                version,
                issuing.approvals(library, version),
                answers,
                language if language in spoken else spoken[0],
                [document],
                asked=asked,
                by=by,
                people=members,
            )[0]

        self._run(work, self.ordered.emit)

    def save_list(self, file: Path) -> None:
        """Save the ledger as a table: as a workbook where the name ends in .xlsx, else as .csv."""
        found, language = self.clerk.ledger, tongue.language()
        if found is None:
            return
        make = tables.xlsx_of if file.suffix.casefold() == ".xlsx" else tables.csv_of

        def work(_library: Library) -> Path:
            export.replace(file, make(found, language))
            return file

        self._run(work, self.saved.emit)

    def _run(self, work: Callable[[Library], object], then: Callable) -> None:
        self.desk.keeper.run(work, then, self.clerk.trouble.emit, asker=self)
