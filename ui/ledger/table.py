"""The table of the ledger, in which one key marks everybody who is chosen."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ui.ledger.cells import LedgerCells
from ui.ledger.model import FIRST, NAME, NUMBER, POSITION, LedgerModel
from ui.tongue import tr
from wizard.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent

    from wizard.library.people import Person

ROW, HEIGHT = 34, 260
NARROWEST = {NUMBER: 44, NAME: 150, POSITION: 110}
REMARK_WIDTH = 120
SAMPLE = 40
"""So many rows are measured for the width of a column."""
KEYS = {"s": "signed", "h": "handed", "r": "refused", "u": "undo"}
"""What a letter does; on a Russian keyboard the letter that the same key has there."""
KEYS_RU = {"ы": "signed", "р": "handed", "к": "refused", "г": "undo"}


class LedgerTable(QTableView):
    """Rows are chosen as in any table; the current column tells which document is meant."""

    deed = Signal(str)
    """A key was pressed for ``signed``, ``handed``, ``refused`` or ``undo``."""
    document_chosen = Signal(str)
    """The current column is that of this document now."""
    menu_wanted = Signal(object)
    """A context menu is asked for, at this global ``QPoint``."""

    def __init__(self) -> None:
        super().__init__()
        self.can_undo = False
        self.setAccessibleName(tr(N_("Who has signed what")))
        self.setItemDelegate(LedgerCells(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(HEIGHT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(True)
        header.setSectionsClickable(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setResizeContentsPrecision(SAMPLE)
        header.setMinimumSectionSize(NARROWEST[NUMBER])
        header.setStretchLastSection(True)

    @property
    def ledger_model(self) -> LedgerModel:
        """The model that is shown."""
        found = self.model()
        assert isinstance(found, LedgerModel)
        return found

    def show_model(self, model: LedgerModel) -> None:
        """Show this model, each column as wide as it needs."""
        self.setModel(model)
        self.selectionModel().currentColumnChanged.connect(self._moved)
        self.lay_out()

    def chosen(self) -> list[Person]:
        """The people whose rows are selected, from top to bottom."""
        shown = self.ledger_model.shown
        rows = {
            row
            for part in self.selectionModel().selection()
            for row in range(part.top(), part.bottom() + 1)
        }
        return [shown[row] for row in sorted(rows)]

    def choose(self, people: Collection[str], column: int) -> None:
        """Select the rows of these people as far as they are shown; the first is the current."""
        model, selection = self.ledger_model, self.selectionModel()
        rows = [row for row, one in enumerate(model.shown) if one.id in people]
        chosen = QItemSelection()
        for _gap, run in itertools.groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
            part = [row for _place, row in run]
            chosen.select(model.index(part[0], 0), model.index(part[-1], model.remark))
        flags = QItemSelectionModel.SelectionFlag
        if rows:
            at = model.index(rows[0], max(0, column))
            selection.setCurrentIndex(at, flags.NoUpdate)
        selection.select(chosen, flags.ClearAndSelect | flags.Rows)

    def go_to_document(self, document: str) -> None:
        """Make the column of this document the current one."""
        model = self.ledger_model
        places = [one.document for one in model.documents]
        row = max(0, self.currentIndex().row())
        if document in places and model.rowCount():
            index = model.index(row, FIRST + places.index(document))
            no_change = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, no_change)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of a mark from whoever has made them a shortcut of the whole window."""
        if event.type() == QEvent.Type.ShortcutOverride and self._deed(event):  # type: ignore[arg-type]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """A letter marks who is chosen; all other keys do what they do in any table."""
        deed = self._deed(event)
        if deed:
            self.deed.emit(deed)
        else:
            super().keyPressEvent(event)

    def _deed(self, event: QKeyEvent) -> str:
        if event.matches(QKeySequence.StandardKey.Undo):
            return "undo" if self.can_undo else ""
        if event.modifiers() not in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }:
            return ""
        letter = " " if event.key() == Qt.Key.Key_Space else event.text().casefold()
        deed = "signed" if letter == " " else KEYS.get(letter) or KEYS_RU.get(letter, "")
        return "" if deed == "undo" and not self.can_undo else deed

    def _moved(self, now: object, _before: object) -> None:
        document = self.ledger_model.document(now.column())  # type: ignore[attr-defined]
        if document:
            self.document_chosen.emit(document)

    def _menu(self, place: QPoint) -> None:
        self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def lay_out(self) -> None:
        """Give each column the width that it needs."""
        model = self.ledger_model
        header = self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(max(ROW, self.fontMetrics().height() + 14))
        for column in range(model.columnCount()):
            self.resizeColumnToContents(column)
            width = max(self.columnWidth(column), header.sectionSizeHint(column))
            width = max(width, NARROWEST.get(column, 0))
            self.setColumnWidth(column, width)
        self.setColumnWidth(model.remark, REMARK_WIDTH)
