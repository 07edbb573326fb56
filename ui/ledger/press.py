"""Papers and tables made from the ledger, in the thread of the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui import tongue
from wizard import export
from wizard.ledger import tables
from wizard.library import exports
from wizard.staff import member_of
from wizard.versions import issuing, reopening

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ui.ledger.clerk import Clerk
    from wizard.documents.issue import By
    from wizard.export import Order
    from wizard.library.connection import Library
    from wizard.library.people import Person


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of the last version: for whom by document, in which groups, about whom."""

    document: str
    asked: Mapping[str, frozenset[str]]
    by: By = ""
    people: tuple[Person, ...] = ()


class Press(QObject):
    """Makes orders for the printer and files of the ledger that the clerk has read."""

    ordered = Signal(object)
    """A paper can be printed: an :class:`Order`."""
    saved = Signal(object)
    """A list or a paper was saved at this path."""

    def __init__(self, clerk: Clerk) -> None:
        super().__init__()
        self.clerk, self.desk = clerk, clerk.desk

    def print_paper(self, paper: Paper) -> None:
        """Make the order for a paper, to be printed."""
        self._run(self._order(paper), self.ordered.emit)

    def write_paper(self, paper: Paper, folder: Path) -> None:
        """Write a paper as a Word file into the folder."""
        make, project, today = self._order(paper), self.desk.session.project.id, self.desk.today

        def work(library: Library) -> Path:
            order = make(library)
            export.make_folder(folder)
            done = export.write(
                order, folder, today, lambda path: exports.last_export(library, path)
            )
            export.remember(library, project, done)
            return done.path

        self._run(work, self.saved.emit)

    def _order(self, paper: Paper) -> Callable[[Library], Order]:
        answers, language = self.desk.answers, self.desk.document_language
        project = self.desk.session.project.id
        found = self.clerk.ledger
        number = found.version if found is not None else 0

        def work(library: Library) -> Order:
            version = reopening.reopen(library, project, number)
            spoken = version.version.languages
            paper_order = issuing.papers(
                version,
                issuing.approvals(library, version),
                answers,
                language if language in spoken else spoken[0],
                [paper.document],
                asked=paper.asked,
                by=paper.by,
                people=tuple(member_of(one) for one in paper.people) or None,
            )[0]
            return export.equipped(library, paper_order)

        return work

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
