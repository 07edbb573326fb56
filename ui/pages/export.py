"""The export: which documents, in which languages, where to; and what became of each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import opening, pieces, printing
from ui.clearing import clear
from ui.exporter import Exporter, Result
from ui.findings.summary import Summary
from ui.flowing import Flowing
from ui.tongue import sentence, tr
from ui.versions.version_list import name_of
from ui.wrapping_check_box import WrappingCheckBox
from wizard import export, file_names, flow
from wizard.documents import templates
from wizard.i18n import LANGUAGES, N_
from wizard.interview import wording
from wizard.interview.labels import LANGUAGE_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.desk import Desk
    from ui.versions.publisher import Publisher
    from wizard.documents.templates import Template
    from wizard.errors import UserError
    from wizard.interview.places import Place
    from wizard.library.connection import Library
    from wizard.library.versions import Version

DRAFT = 0


class ExportPage(QWidget):
    """Writes Word files and PDFs off the window's thread; a file that fails stops no other."""

    folder_chosen = Signal(str)
    stop_wanted = Signal(str)
    """The stop of this id is where the work goes on."""

    def __init__(self, desk: Desk, folder: str, publisher: Publisher) -> None:
        super().__init__()
        self.desk, self.publisher = desk, publisher
        self._start = folder
        self._working = False
        self.exporter = Exporter(desk.keeper)
        self.exporter.written.connect(self._written)
        self.exporter.failed.connect(self._failed)
        self.exporter.finished.connect(self._finished)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.noticed = Summary(desk)
        self.noticed.setToolTip(tr(N_("What was noticed stands on the review.")))
        self.noticed.clicked.connect(self._review)
        column.addWidget(self.noticed, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._what())
        column.addWidget(self._where())
        column.addLayout(self._go())
        self.results, self._results = pieces.card(tr(N_("Written")), gap=6)
        self.results.hide()
        column.addWidget(self.results)
        self._changed()
        publisher.told.connect(self._show_versions)
        publisher.published.connect(self._published)

    def refresh(self) -> None:
        """Read which versions there are, and whether the draft says anything else."""
        self.publisher.ask()

    def focus(self, _place: Place) -> bool:
        """Put the focus on the button that saves."""
        self.save.setFocus()
        return True

    def tick(self, documents: Sequence[str]) -> None:
        """Tick these documents and no others; of the draft, where the version chosen has none."""
        known = templates.documents(self.desk.session.language)
        if not all(self._has(known[document]) for document in documents):
            self.which.setCurrentIndex(self.which.findData(DRAFT))
            self._by_hand = True
        for document, box in self.documents.items():
            box.setChecked(document in documents)
        self._changed()

    def start(self) -> None:
        """Write what is chosen: of the draft as it stands, or of a version as it was."""
        languages, documents = _ticked(self.languages), _ticked(self.documents)
        if self.version == DRAFT:
            self._write(export.orders(self.desk.answers, languages, documents))
            return
        number, session, today = self.version, self.desk.session, self.desk.today

        def of_version(library: Library) -> list[export.Order]:
            from wizard.versions import issuing

            return issuing.of_version(
                library, session, number, today, languages=languages, documents=documents
            )

        self.desk.keeper.run(of_version, self._write, self._refused, asker=self)

    @property
    def version(self) -> int:
        """The number of the version to be written; ``DRAFT`` for the answers as they stand."""
        found = self.which.currentData()
        return DRAFT if found is None else int(found)

    def _review(self) -> None:
        self.stop_wanted.emit(flow.REVIEW.id)

    def _write(self, orders: list[export.Order]) -> None:
        folder = Path(self.folder.text())
        self.folder_chosen.emit(str(folder.parent))
        clear(self._results, keep=1)
        self.results.show()
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
        self.which = QComboBox()
        self.which.setAccessibleName(tr(N_("The draft or a version")))
        self.which.addItem(tr(N_("The draft as it stands")), DRAFT)
        self.which.activated.connect(self._chosen_by_hand)
        self.which.hide()
        self._by_hand = False
        column.addWidget(self.which)
        self.documents: dict[str, QCheckBox] = {}
        for template in templates.documents(self.desk.session.language).values():
            if template.aside:
                continue
            box = WrappingCheckBox(template.title)
            box.setChecked(template.default or template.versioned)
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
        return parent / file_names.safe(name or desk.session.project.name)

    def _show_versions(self) -> None:
        """Offer the versions; the newest one where the draft says nothing else."""
        chosen, versions = self.version, self.publisher.versions
        while self.which.count() > 1:
            self.which.removeItem(1)
        for one in reversed(versions):
            self.which.addItem(name_of(one), one.number)
        self.which.setVisible(bool(versions))
        proposal = self.publisher.proposal
        if not self._by_hand and versions and proposal is not None:
            chosen = DRAFT if proposal.changed else versions[-1].number
        self.which.setCurrentIndex(max(0, self.which.findData(chosen)))
        self._changed()

    def _chosen_by_hand(self) -> None:
        self._by_hand = True
        self._changed()

    def _published(self, _version: Version) -> None:
        self._by_hand = False

    def _has(self, template: Template) -> bool:
        """Whether there is such a document of what is to be written."""
        from wizard.versions.issuing import ORDER, SIGNED_PAPERS

        if not template.known_in(self.desk.answers.packs):
            return False
        if self.version == DRAFT:
            return template.offered
        if template.id == ORDER:
            return True
        if template.id in SIGNED_PAPERS:
            return self.publisher.last is not None and self.version == self.publisher.last.number
        return bool(template.short) or (template.versioned and self.version > 1)

    def _languages(self) -> Sequence[str]:
        """The languages that what is to be written has."""
        found = next((one for one in self.publisher.versions if one.number == self.version), None)
        return LANGUAGES if found is None else found.languages

    def _choose(self) -> None:
        folder = self._ask_for_folder()
        if folder:
            self.folder.setText(folder)

    def _ask_for_folder(self) -> str:
        return QFileDialog.getExistingDirectory(self, tr(N_("Folder")), self.folder.text())

    def _changed(self) -> None:
        for template in templates.documents(self.desk.session.language).values():
            if template.id in self.documents:
                self.documents[template.id].setVisible(self._has(template))
        for language, box in self.languages.items():
            box.setVisible(language in self._languages())
        documents, languages = len(_ticked(self.documents)), len(_ticked(self.languages))
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
            (N_("Open"), lambda: opening.show(result.path)),
            (N_("Print…"), lambda: printing.print_document(self, result.order, self.desk.today)),
        ):
            button = QPushButton(tr(label))
            button.setProperty("role", "link")
            button.setAccessibleName(f"{button.text()} {result.path.name}")
            button.clicked.connect(act)
            row.addWidget(button)
        self._results.addWidget(box)

    def _refused(self, error: UserError) -> None:
        self.results.show()
        self._results.addWidget(pieces.words(f"✗ {sentence(error)}", "error"))

    def _failed(self, result: Result) -> None:
        self.bar.setValue(self.bar.value() + 1)
        if result.error is not None:
            self._results.addWidget(pieces.words(f"✗ {sentence(result.error)}", "error"))

    def _finished(self) -> None:
        self._show_working(on=False)
        again = QPushButton(tr(N_("Open folder")))
        again.clicked.connect(lambda: opening.show(Path(self.folder.text())))
        self._results.addWidget(again, alignment=Qt.AlignmentFlag.AlignLeft)


def _ticked(boxes: Mapping[str, QCheckBox]) -> list[str]:
    return [one for one, box in boxes.items() if box.isChecked() and not box.isHidden()]
