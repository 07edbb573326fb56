"""The export: which documents, in which languages, where to; and what became of each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import pieces, printing
from ui.clearing import clear
from ui.exporter import Exporter, Result
from ui.flowing import Flowing
from ui.tongue import sentence, tr
from ui.wrapping_check_box import WrappingCheckBox
from wizard import export
from wizard.documents import templates
from wizard.i18n import LANGUAGES, N_
from wizard.interview import wording
from wizard.interview.labels import LANGUAGE_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.desk import Desk
    from wizard.interview.places import Place


class ExportPage(QWidget):
    """Writes Word files and PDFs off the window's thread; a file that fails stops no other."""

    folder_chosen = Signal(str)

    def __init__(self, desk: Desk, folder: str) -> None:
        super().__init__()
        self.desk = desk
        self._start = folder
        self._working = False
        self.exporter = Exporter(desk.keeper)
        self.exporter.written.connect(self._written)
        self.exporter.failed.connect(self._failed)
        self.exporter.finished.connect(self._finished)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._what())
        column.addWidget(self._where())
        column.addLayout(self._go())
        self.results, self._results = pieces.card(tr(N_("Written")), gap=6)
        self.results.hide()
        column.addWidget(self.results)
        self._changed()

    def focus(self, _place: Place) -> bool:
        """Put the focus on the button that saves."""
        self.save.setFocus()
        return True

    def tick(self, documents: Sequence[str]) -> None:
        """Tick these documents and no others."""
        for document, box in self.documents.items():
            box.setChecked(document in documents)
        self._changed()

    def chosen(self) -> list[export.Order]:
        """The documents to write, language by language."""
        languages = [one for one, box in self.languages.items() if box.isChecked()]
        documents = [one for one, box in self.documents.items() if box.isChecked()]
        if not documents:
            return []
        return export.orders(self.desk.answers, languages, documents)

    def start(self) -> None:
        """Write what is chosen."""
        folder = Path(self.folder.text())
        self.folder_chosen.emit(str(folder.parent))
        clear(self._results, keep=1)
        self.results.show()
        orders = self.chosen()
        self.bar.setMaximum(len(orders) * (self.word.isChecked() + self.pdf.isChecked()))
        self.bar.setValue(0)
        self._show_working(on=True)
        self.exporter.start(
            self.desk,
            orders,
            folder,
            word=self.word.isChecked(),
            pdf=self.pdf.isChecked(),
        )

    def _what(self) -> QFrame:
        card, column = pieces.card(tr(N_("Documents")), gap=6)
        self.documents: dict[str, QCheckBox] = {}
        for template in templates.documents(self.desk.session.language).values():
            if not template.offered:
                continue
            box = WrappingCheckBox(template.title)
            box.setChecked(template.default)
            box.clicked.connect(self._changed)
            self.documents[template.id] = box
            column.addWidget(box)
        self.languages: dict[str, QCheckBox] = {}
        given = self.desk.answers.business.languages or (self.desk.session.language,)
        for one in LANGUAGES:
            box = QCheckBox(LANGUAGE_NAMES[one])
            box.setChecked(one in given)
            box.clicked.connect(self._changed)
            self.languages[one] = box
        self.word, self.pdf = QCheckBox("Word (.docx)"), QCheckBox("PDF")
        self.word.setChecked(True)
        for box in (self.word, self.pdf):
            box.clicked.connect(self._changed)
        for label, boxes in (
            (N_("Languages"), self.languages.values()),
            (N_("Files"), (self.word, self.pdf)),
        ):
            line = QWidget()
            row = Flowing(line)
            row.addWidget(pieces.words(tr(label), "label", wrap=False))
            for box in boxes:
                row.addWidget(box)
            column.addWidget(line)
        return card

    def _where(self) -> QFrame:
        card, column = pieces.card(tr(N_("Folder")), gap=6)
        row = QHBoxLayout()
        self.folder = QLineEdit(str(self._usual_folder()))
        self.folder.setAccessibleName(tr(N_("Folder")))
        self.folder.textChanged.connect(lambda _text: self._changed())
        self.choose = QPushButton(tr(N_("Choose…")))
        self.choose.setAccessibleName(f"{tr(N_('Folder'))}: {tr(N_('Choose…'))}")
        self.choose.clicked.connect(self._choose)
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        column.addLayout(row)
        column.addWidget(
            pieces.words(
                tr(N_("A file that you changed since stays; ours gets a new name.")), "hint"
            )
        )
        return card

    def _go(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.save = QPushButton()
        self.save.setProperty("role", "primary")
        self.save.clicked.connect(self.start)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(tr(N_("Progress")))
        self.cancel = QPushButton(tr(N_("Cancel")))
        self.cancel.clicked.connect(self.exporter.cancel)
        row.addWidget(self.save)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        row.addStretch(1)
        return row

    def _usual_folder(self) -> Path:
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        parent = Path(self._start) if self._start else Path(documents) / "Policy Wizard"
        desk = self.desk
        name = wording.text(desk.answers.business.name, desk.session.language, desk.answers)
        return parent / export.safe(name or desk.session.project.name)

    def _choose(self) -> None:
        folder = self._ask_for_folder()
        if folder:
            self.folder.setText(folder)

    def _ask_for_folder(self) -> str:
        return QFileDialog.getExistingDirectory(self, tr(N_("Folder")), self.folder.text())

    def _changed(self) -> None:
        documents = sum(box.isChecked() for box in self.documents.values())
        languages = sum(box.isChecked() for box in self.languages.values())
        count = documents * languages * (self.word.isChecked() + self.pdf.isChecked())
        self.save.setText(tr(N_("Save files: {count}"), count=count))
        wanted = bool(count) and bool(self.folder.text().strip())
        self.save.setEnabled(wanted and not self._working)
        self.bar.setVisible(self._working)
        self.cancel.setVisible(self._working)

    def _show_working(self, *, on: bool) -> None:
        self._working = on
        self._changed()

    def _written(self, result: Result) -> None:
        self.bar.setValue(self.bar.value() + 1)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(pieces.words(f"✓ {result.path.name}", "plain"), 1)
        for label, act in (
            (N_("Open"), lambda: open_path(result.path)),
            (N_("Print…"), lambda: printing.print_document(self, result.order, self.desk.today)),
        ):
            button = QPushButton(tr(label))
            button.setProperty("role", "link")
            button.setAccessibleName(f"{button.text()} {result.path.name}")
            button.clicked.connect(act)
            row.addWidget(button)
        self._results.addWidget(box)

    def _failed(self, result: Result) -> None:
        self.bar.setValue(self.bar.value() + 1)
        if result.error is not None:
            self._results.addWidget(pieces.words(f"✗ {sentence(result.error)}", "error"))

    def _finished(self) -> None:
        self._show_working(on=False)
        again = QPushButton(tr(N_("Open folder")))
        again.clicked.connect(lambda: open_path(Path(self.folder.text())))
        self._results.addWidget(again, alignment=Qt.AlignmentFlag.AlignLeft)


def open_path(path: Path) -> None:
    """Show a file or a folder in the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
