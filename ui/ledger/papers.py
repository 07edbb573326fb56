"""The row below the ledger: paper to sign, and the list as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui.flowing import Flowing
from ui.staff.choice_box import ChoiceBox
from ui.tongue import tr
from wizard.i18n import N_
from wizard.versions.issuing import FORMS, RECORDS, SHEETS

if TYPE_CHECKING:
    from collections.abc import Callable

    from wizard.documents.issue import By

GROUPS: dict[By, str] = {
    "": N_("One sheet for all"),
    "department": N_("A sheet for each department"),
    "location": N_("A sheet for each location"),
}
OUTSTANDING = (N_("A sheet for who has not signed"), SHEETS, "outstanding")
PRINTED = (
    (N_("Sheets for everybody"), SHEETS, "all"),
    (N_("A form for everybody"), FORMS, "all"),
    (N_("A form for who has not signed"), FORMS, "outstanding"),
    (N_("A form for the chosen people"), FORMS, "chosen"),
    (N_("A record of refusal for the chosen people"), RECORDS, "chosen"),
)


class Papers(QWidget):
    """Says what is to be printed, saved or loaded, and for whom."""

    print_wanted = Signal(str, str)
    """This document for ``all``, the ``outstanding`` or the ``chosen`` people."""
    word_wanted = Signal(str, str)
    """As ``print_wanted``, as a Word file."""
    files_wanted = Signal()
    csv_wanted = Signal()
    xlsx_wanted = Signal()
    replies_wanted = Signal()
    people_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = Flowing(self)
        self.outstanding = QPushButton(tr(N_("Print sheet for outstanding")))
        self.outstanding.setProperty("role", "primary")
        self.outstanding.clicked.connect(lambda: self.print_wanted.emit(SHEETS, "outstanding"))
        row.addWidget(self.outstanding)
        self.groups = ChoiceBox(tr(N_("How the sheets are grouped")))
        self.groups.offer({one: tr(words) for one, words in GROUPS.items()}, "")
        row.addWidget(self.groups)
        self.print_sheets = self._button(N_("Print the sheets…"), SHEETS)
        self.print_forms = self._button(N_("Print a form for each person…"), FORMS)
        self.to_files = QPushButton(tr(N_("As Word files")))
        self.to_files.clicked.connect(self.files_wanted)
        self.more = QPushButton(tr(N_("Print")))
        self.print_menu = self._menu(
            self.more,
            *(
                (words, lambda one=paper, who=whom: self.print_wanted.emit(one, who))
                for words, paper, whom in PRINTED
            ),
        )
        self.word = QPushButton("Word")
        self.word_menu = self._menu(
            self.word,
            *(
                (words, lambda one=paper, who=whom: self.word_wanted.emit(one, who))
                for words, paper, whom in (OUTSTANDING, *PRINTED)
            ),
        )
        for button in (self.print_sheets, self.print_forms, self.to_files, self.more, self.word):
            row.addWidget(button)
        self.list = QPushButton(tr(N_("The list")))
        self.list_menu = self._menu(
            self.list,
            (N_("Save list (.csv)"), self.csv_wanted.emit),
            (N_("Save list (.xlsx)"), self.xlsx_wanted.emit),
            (N_("Import replies (.csv)…"), self.replies_wanted.emit),
            (N_("Import people"), self.people_wanted.emit),
        )
        row.addWidget(self.list)

    @property
    def by(self) -> By:
        """How the sheets are grouped."""
        found: By = self.groups.currentData()
        return found

    def show_published(self, *, published: bool) -> None:
        """What there is to print and save before the first version, and after it."""
        for widget in (self.outstanding, self.groups, self.more, self.word, self.list):
            widget.setVisible(published)
        for widget in (self.print_sheets, self.print_forms, self.to_files):
            widget.setVisible(not published)

    def _button(self, words: str, paper: str) -> QPushButton:
        button = QPushButton(tr(words))
        button.clicked.connect(lambda: self.print_wanted.emit(paper, "all"))
        return button

    def _menu(self, button: QPushButton, *deeds: tuple[str, Callable[[], object]]) -> QMenu:
        menu = QMenu(button)
        for words, act in deeds:
            menu.addAction(tr(words)).triggered.connect(lambda _on=False, go=act: go())
        button.setText(f"{button.text()} ▾")
        button.setMenu(menu)
        return menu
