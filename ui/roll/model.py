"""The roll as a table: a line for each person, a column for each document that is signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from ui.tongue import tr
from wizard.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from wizard.roll import Entry, Roll

    Index = QModelIndex | QPersistentModelIndex

ROOT = QModelIndex()
NAME, POSITION = range(2)
COLUMNS = (N_("Name"), N_("Position"))
DUTIES = {
    "to-sign": N_("to sign"),
    "not-required": N_("not required"),
    "annex": N_("annex to the contract"),
}
DUTY = Qt.ItemDataRole.UserRole


class RollModel(QAbstractTableModel):
    """Shows some entries of a roll; ``titles`` are short names of its documents."""

    def __init__(self, roll: Roll, titles: Sequence[str]) -> None:
        super().__init__()
        self.roll = roll
        self.entries: Sequence[Entry] = roll.entries
        self._headings = [*(tr(one) for one in COLUMNS), *titles]

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these people only."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """One row a person."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """Name, position, and one a document."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings; the whole title of a document is in its tooltip."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.ToolTipRole and section > POSITION:
            return self.roll.sheets[section - len(COLUMNS)].title
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words; the user role holds what is owed for a document."""
        entry, column = self.entries[index.row()], index.column()
        if column <= POSITION:
            words = entry.name if column == NAME else entry.position
            return words if role == Qt.ItemDataRole.DisplayRole else None
        duty = entry.duties[column - len(COLUMNS)]
        if role == DUTY:
            return duty
        return tr(DUTIES[duty]) if role == Qt.ItemDataRole.DisplayRole else None
