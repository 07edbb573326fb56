"""The acknowledgements: who must sign which document, and the sheets to print for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui import pieces, printing
from ui.clearing import clear
from ui.document_names import short_name
from ui.flowing import Flowing
from ui.roll.cells import RollCells
from ui.roll.model import NAME, POSITION, RollModel
from ui.tongue import tr
from wizard import roll
from wizard.export import Order
from wizard.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.desk import Desk
    from wizard.interview.places import Place
    from wizard.roll import Roll

SHEETS, FORMS = "acknowledgement", "acknowledgement-form"
TABLE_HEIGHT = 320
ROW = 34


class AcknowledgementsPage(QWidget):
    """Reads the answers when it is shown; the sheets are printed from the same answers."""

    people_wanted = Signal()
    """Somebody wants to fill the staff list, which is empty."""
    files_wanted = Signal(object)
    """Somebody wants these documents, named by their ids, as files."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.counts = QWidget()
        self._counts = Flowing(self.counts)
        column.addWidget(self.counts)
        self.empty, self.fill = _empty()
        self.fill.clicked.connect(self.people_wanted)
        column.addWidget(self.empty)
        self.ways = self._ways()
        column.addWidget(self.ways)
        self.table = _table()
        column.addWidget(self.table, 1)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.find.setFocus)

    def focus(self, _place: Place) -> bool:
        """Put the focus on the find field."""
        self.find.setFocus()
        return True

    def refresh(self) -> None:
        """Read the answers anew."""
        found = roll.of_project(self.desk.answers, self.desk.document_language)
        self._show_counts(found)
        self.model = RollModel(
            found, [short_name(sheet.document, sheet.title) for sheet in found.sheets]
        )
        self.table.setModel(self.model)
        header = self.table.horizontalHeader()
        for section in range(self.model.columnCount()):
            wide = section in {NAME, POSITION}
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(section, mode.Stretch if wide else mode.ResizeToContents)
        self._show_found()
        anybody = bool(found.entries)
        self.empty.setVisible(not anybody)
        for part in (self.counts, self.ways, self.table):
            part.setVisible(anybody)

    def print_document(self, document: str) -> None:
        """Print the sheets or the forms for everybody who must sign."""
        order = Order(document, self.desk.document_language, self.desk.answers)
        printing.print_document(self, order, self.desk.today)

    def _show_counts(self, found: Roll) -> None:
        clear(self._counts)
        for sheet in found.sheets:
            card = QFrame()
            card.setProperty("role", "card")
            column = QVBoxLayout(card)
            column.setContentsMargins(14, 8, 14, 8)
            column.setSpacing(0)
            many = tr(N_("must sign: {count}"), count=len(sheet.people))
            column.addWidget(
                pieces.words(short_name(sheet.document, sheet.title), "label", wrap=False)
            )
            column.addWidget(pieces.words(many, "muted", wrap=False))
            card.setToolTip(sheet.title)
            self._counts.addWidget(card)
            card.show()

    def _show_found(self) -> None:
        self.model.show_entries(self._found())

    def _found(self) -> Sequence[roll.Entry]:
        text = self.find.text()
        entries = self.model.roll.entries
        return roll.found(entries, text) if text.strip() else entries

    def _ways(self) -> QWidget:
        box = QWidget()
        row = Flowing(box)
        self.find = QLineEdit()
        self.find.setPlaceholderText(tr(N_("Find…")))
        self.find.setAccessibleName(tr(N_("Find a person")))
        self.find.textChanged.connect(lambda _text: self._show_found())
        self.print_sheets = QPushButton(tr(N_("Print the sheets…")))
        self.print_sheets.clicked.connect(lambda: self.print_document(SHEETS))
        self.print_forms = QPushButton(tr(N_("Print a form for each person…")))
        self.print_forms.clicked.connect(lambda: self.print_document(FORMS))
        self.to_files = QPushButton(tr(N_("As Word files")))
        self.to_files.clicked.connect(lambda: self.files_wanted.emit([SHEETS, FORMS]))
        for widget in (self.find, self.print_sheets, self.print_forms, self.to_files):
            row.addWidget(widget)
        return box


def _empty() -> tuple[QFrame, QPushButton]:
    """What stands there while nobody is on the staff list, and the way to it."""
    card, column = pieces.card()
    column.addWidget(
        pieces.words(tr(N_("Nobody is on the staff list yet, so nobody can sign.")), "label")
    )
    fill = QPushButton(tr(N_("To the staff list")))
    column.addWidget(fill, alignment=Qt.AlignmentFlag.AlignLeft)
    return card, fill


def _table() -> QTableView:
    table = QTableView()
    table.setAccessibleName(tr(N_("Who must sign what")))
    table.setItemDelegate(RollCells(table))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.setMinimumHeight(TABLE_HEIGHT)
    return table
