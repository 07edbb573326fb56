"""The open questions as a Word file for a colleague, from the card that says what is missing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton, QVBoxLayout, QWidget

from ui.flowing import Flowing
from ui.notice import Notice
from ui.tongue import sentence, tr
from wizard import unanswered
from wizard.i18n import N_

if TYPE_CHECKING:
    from ui.desk import Desk
    from wizard.errors import UserError

DOCUMENT = "questionnaire"
WORD = ".docx"


class Questionnaire(QWidget):
    """A button that saves the file, and what became of it; not seen while nothing is open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.save = QPushButton(tr(N_("Questionnaire for a colleague…")))
        self.save.setToolTip(
            tr(N_("A Word file with the open questions, to fill in by hand or on screen."))
        )
        self.save.clicked.connect(self._choose)
        self.every = QCheckBox(tr(N_("With the optional questions too")))
        self.notice = Notice()
        row = QWidget()
        flow = Flowing(row)
        flow.addWidget(self.save)
        flow.addWidget(self.every)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(row)
        column.addWidget(self.notice)

    def refresh(self) -> None:
        """Read the answers anew."""
        self.setVisible(bool(unanswered.open_questions(self.desk.answers)))

    def write(self, file: Path) -> None:
        """Write the file off the window's thread, whole or not at all; then tell what became."""
        desk, every = self.desk, self.every.isChecked()
        answers, language, today = desk.answers, desk.document_language, desk.today

        def work(_library: object) -> None:
            from wizard import export
            from wizard.documents import writing

            export.replace(file, writing.word(DOCUMENT, answers, language, today, every=every))

        self.save.setEnabled(False)
        self.notice.hide()
        desk.keeper.run(work, lambda _done: self._written(file), self._failed, asker=self)

    def _choose(self) -> None:
        from wizard import export

        desk = self.desk
        order = export.Order(DOCUMENT, desk.document_language, desk.answers)
        file = self._ask_for_file(export.file_name(order, desk.today))
        if file.lower().endswith(WORD):
            self.write(Path(file))
        elif file:  # the dialog has not asked about this name
            self.write(export.free_path(Path(f"{file}{WORD}"), "", lambda _path: None))

    def _ask_for_file(self, name: str) -> str:
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        title, kinds = tr(N_("Questionnaire for a colleague…")), f"Word (*{WORD})"
        return QFileDialog.getSaveFileName(self, title, str(Path(documents) / name), kinds)[0]

    def _written(self, file: Path) -> None:
        from ui import opening

        self.save.setEnabled(True)
        said = tr(N_("Saved as {file}"), file=str(file))
        self.notice.tell(said, tr(N_("Open")), lambda: opening.show(file))

    def _failed(self, error: UserError) -> None:
        self.save.setEnabled(True)
        self.notice.tell(sentence(error), bad=True)
