"""A published version to look at: its pages as they were, and what has changed since."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ui import pieces, printing
from ui.column import Column, settled
from ui.document_names import short_name
from ui.document_tabs import DocumentTabs, Offer
from ui.exporter import Exporter, Result
from ui.flowing import Flowing
from ui.page_view import PageView
from ui.tongue import sentence, tr
from ui.versions.differences import Differences
from ui.versions.version_list import name_of
from wizard import export
from wizard.documents import templates
from wizard.i18n import N_
from wizard.interview.labels import LANGUAGE_NAMES
from wizard.versions import issuing, touching

if TYPE_CHECKING:
    from ui.desk import Desk
    from wizard.errors import UserError
    from wizard.export import Order
    from wizard.library.connection import Library
    from wizard.versions.reopening import Reopened
    from wizard.versions.touching import Comparison

DRAFT = 0
LEFT_WIDTH, PAGE_WIDTH = 560, 640


class VersionScreen(QWidget):
    """Nothing in it can be changed; ``closed`` leads back."""

    closed = Signal()
    taken = Signal()
    """The answers of this version are those of the draft now."""

    def __init__(self, desk: Desk, found: Reopened, folder: str) -> None:
        super().__init__()
        self.setProperty("role", "paper")
        self.desk, self.found, self._folder = desk, found, folder
        self.language = self._first_language()
        self.document = ""
        self.exporter = Exporter(desk.keeper)
        self.exporter.failed.connect(self._failed)
        self.exporter.finished.connect(self._written)
        self._files = 0
        self._error: UserError | None = None
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self._about())
        self.split.addWidget(self._pages())
        self.split.setSizes([LEFT_WIDTH, PAGE_WIDTH])
        self.split.setCollapsible(0, False)
        self.split.setCollapsible(1, False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.split)
        self._offer()
        self.compare.activated.connect(self._compare)
        self._compare()

    def begin(self) -> None:
        """Put the focus on the way back."""
        self.back.setFocus()

    def _first_language(self) -> str:
        spoken = self.desk.document_language
        languages = self.found.version.languages
        return spoken if spoken in languages else languages[0]

    def _about(self) -> QWidget:
        version = self.found.version
        column = Column()
        self.back = QPushButton(tr(N_("← Back")))
        self.back.clicked.connect(self.closed)
        column.add(self.back, left=True)
        column.add(pieces.words(name_of(version), "title"))
        column.add(pieces.words(version.note, "reason"))
        column.add(
            pieces.words(
                tr(N_("You can look at this version, but not change it: people signed it.")), "hint"
            )
        )
        card, inside = pieces.card(tr(N_("What to do with it")), gap=8)
        self.save = QPushButton(tr(N_("Save the files…")))
        self.save.clicked.connect(self._save)
        self.print = QPushButton(tr(N_("Print this page…")))
        self.print.clicked.connect(self._print)
        self.take = QPushButton(tr(N_("Take as the new draft")))
        self.take.clicked.connect(self._take)
        self.told = pieces.words("", "plain")
        self.told.hide()
        ways = QWidget()
        row = Flowing(ways)
        for button in (self.save, self.print, self.take):
            row.addWidget(button)
        inside.addWidget(ways)
        inside.addWidget(
            pieces.words(
                tr(
                    N_("As the draft it can be changed and published anew. Undo brings yours back.")
                ),
                "hint",
            )
        )
        inside.addWidget(self.told)
        column.add(card)
        column.add(self._comparison())
        return column

    def _comparison(self) -> QFrame:
        card, inside = pieces.card(gap=8)
        head = QHBoxLayout()
        label = pieces.words(tr(N_("Compared with")), "heading", wrap=False)
        self.compare = QComboBox()
        self.compare.addItem(tr(N_("the draft")), DRAFT)
        for number, version in sorted(self.found.days.items(), reverse=True):
            if number != self.found.version.number:
                self.compare.addItem(name_of(version), number)
        self.compare.setAccessibleName(label.text())
        self.compare.setMinimumContentsLength(12)
        self.compare.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        label.setBuddy(self.compare)
        head.addWidget(label)
        head.addWidget(self.compare, 1)
        inside.addLayout(head)
        self.same = pieces.words("", "hint")
        self.differences = Differences()
        inside.addWidget(self.same)
        inside.addWidget(self.differences)
        return card

    def _pages(self) -> QFrame:
        desk = QFrame()
        desk.setProperty("role", "desk")
        self.tabs = DocumentTabs()
        self.tabs.chosen.connect(self.show_document)
        self.view = PageView()
        self.stamp = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.stamp.setProperty("role", "muted")
        foot = QHBoxLayout()
        foot.addWidget(self.stamp, 1)
        self.languages: dict[str, QPushButton] = {}
        if len(self.found.version.languages) > 1:
            for language in self.found.version.languages:
                button = QPushButton(language.upper())
                button.setProperty("role", "tab")
                button.setCheckable(True)
                button.setAccessibleName(LANGUAGE_NAMES.get(language, language))
                button.clicked.connect(lambda _on=False, one=language: self.speak(one))
                self.languages[language] = button
                foot.addWidget(button)
        column = QVBoxLayout(desk)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        return desk

    def speak(self, language: str) -> None:
        """Show the pages in this language."""
        self.language = language
        self._offer()
        self._compare()

    def show_document(self, document: str) -> None:
        """Show this document as it was published."""
        from ui.pages_of import pages_of
        from wizard.documents.rich.leaves import stamped

        self.document = document
        self.tabs.show_current(document)
        order = self._order(document)
        self.view.show_pages(
            pages_of(stamped(*export.paper(order, self.desk.today), order.stationery))
        )
        self.view.to_start()
        self.stamp.setText(self.found.edition(document, self.language).stamp(self.language))

    def _offer(self) -> None:
        for language, button in self.languages.items():
            button.setChecked(language == self.language)
        documents = [one for one, language in self.found.pages if language == self.language]
        documents.sort(key=templates.place)
        titles = {one: self.found.pages[one, self.language].title for one in documents}
        self.tabs.offer(
            [Offer(one, short_name(one, titles[one]), titles[one]) for one in documents],
            documents[0],
        )
        kept = self.document if self.document in documents else documents[0]
        self.show_document(kept)

    def _order(self, document: str) -> Order:
        return issuing.orders(self.found, [self.language], [document])[0]

    def _compare(self) -> None:
        number, project = self.compare.currentData(), self.desk.session.project.id
        answers, today, language = self.desk.answers, self.desk.today, self.language

        def work(library: Library) -> Comparison:
            from wizard.versions import drafting, reopening

            if number == DRAFT:
                return touching.compare(self.found, drafting.drafted(answers, today), [language])
            other = reopening.reopen(library, project, number)
            older = number < self.found.version.number
            sides = (other, self.found) if older else (self.found, other)
            return touching.compare(*sides, [language])

        self.desk.keeper.run(work, self._compared, self._refused, asker=self)

    def _compared(self, found: Comparison) -> None:
        told = found.differences[self.language]
        self.differences.show_differences(told, self.language, ways=False)
        self.differences.setVisible(bool(told))
        self.same.setText("" if told else tr(N_("No answer differs.")))
        self.same.setVisible(not told)
        settled(self.differences)

    def _save(self) -> None:
        folder = self._ask_for_folder()
        if folder:
            orders = issuing.orders(self.found)
            self._files, self._error = len(orders), None
            self.save.setEnabled(False)
            self.exporter.start(self.desk, orders, Path(folder), word=True, pdf=False)

    def _ask_for_folder(self) -> str:
        return QFileDialog.getExistingDirectory(self, tr(N_("Folder")), self._folder)

    def _failed(self, result: Result) -> None:
        self._error = result.error

    def _written(self) -> None:
        self.save.setEnabled(True)
        if self._error is not None:
            self._tell(sentence(self._error))
        else:
            self._tell(tr(N_("Written: {count} files."), count=self._files))

    def _print(self) -> None:
        printing.print_document(self, self._order(self.document), self.desk.today)

    def _take(self) -> None:
        self.desk.put_answers(self.found.answers)
        self.taken.emit()

    def _refused(self, error: UserError) -> None:
        self._tell(sentence(error))

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()
