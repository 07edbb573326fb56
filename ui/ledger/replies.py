"""Replies from a table: what they come to, before they are noted as signatures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from ui import pieces
from ui.document_names import signed_name
from ui.flowing import Flowing
from ui.ledger.panels import Panel
from ui.staff.choice_box import ChoiceBox
from ui.staff.problems import ProblemList
from ui.tongue import sentence, tr
from wizard.i18n import N_
from wizard.ledger import replies
from wizard.staff_lists import source

if TYPE_CHECKING:
    from ui.ledger.clerk import Clerk
    from wizard.errors import UserError
    from wizard.ledger.replies import Preview
    from wizard.library.connection import Library

IN_TABLE = ""


class RepliesPanel(Panel):
    """Reads a file, tells what it found, and notes it only when that is agreed to."""

    def __init__(self, clerk: Clerk) -> None:
        super().__init__()
        self.clerk = clerk
        self.found: Preview | None = None
        self._file = Path()
        self.problems = ProblemList()
        self.column.addWidget(self.problems)
        self.wrong = pieces.words("", "error")
        self.column.addWidget(self.wrong)
        box = QWidget()
        row = Flowing(box)
        self.document = ChoiceBox(tr(N_("What the replies are for")))
        self.document.chosen.connect(lambda _document: self._read())
        self.note = QPushButton(tr(N_("Note the signatures")))
        self.note.setProperty("role", "primary")
        self.note.clicked.connect(self._take)
        self.cancel = QPushButton(tr(N_("Cancel")))
        self.cancel.clicked.connect(self.shut)
        for part in (self.document, self.note, self.cancel):
            row.addWidget(part)
        self.column.addWidget(box)

    def load(self, file: Path) -> None:
        """Read this file and show what it comes to."""
        ledger = self.clerk.ledger
        if ledger is None:
            return
        self._file = file
        documents = {one.document: signed_name(one.document) for one in ledger.documents}
        self.document.offer({IN_TABLE: tr(N_("as the table says")), **documents}, IN_TABLE)
        self.document.setVisible(len(documents) > 1)
        self._ask([], tr(N_("Reading {file}…"), file=file.name), self.cancel)
        self._read()

    def _read(self) -> None:
        file, today = self._file, self.clerk.desk.today
        project = self.clerk.desk.session.project.id
        chosen = self.document.currentData()
        documents = [chosen] if chosen else []
        self.wrong.hide()

        def work(library: Library) -> Preview:
            return replies.preview(
                library, project, source.of_file(file), on=today, today=today, documents=documents
            )

        self.clerk.desk.keeper.run(work, self._show, self._refuse, asker=self)

    def _show(self, found: Preview) -> None:
        self.found = found
        people = {one.person.id for one in found.marks}
        self.text.setText(
            tr(
                N_("{file}: signatures to note: {count}, of people: {people}"),
                file=self._file.name,
                count=len(found.marks),
                people=len(people),
            )
        )
        self.problems.show_problems(found.problems)
        self.note.setEnabled(bool(found.marks))
        (self.note if found.marks else self.cancel).setFocus()

    def _refuse(self, error: UserError) -> None:
        self.found = None
        self.text.setText(self._file.name)
        self.problems.show_problems(())
        self.wrong.setText(sentence(error))
        self.wrong.show()
        self.note.setEnabled(False)

    def _take(self) -> None:
        if self.found is not None:
            self.clerk.take_replies(self.found)
        self.shut()
