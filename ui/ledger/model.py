"""The ledger as a table: a line for each person, a column for each document that is signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from ui import pieces
from ui.document_names import signed_name
from ui.ledger import words
from ui.tongue import tr
from wizard.i18n import N_
from wizard.ledger import looking

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from ui.chips import Chip
    from wizard.ledger.ledger import Ledger
    from wizard.ledger.looking import Wanted
    from wizard.ledger.states import Asked, Cell
    from wizard.library.people import Person

    Index = QModelIndex | QPersistentModelIndex

ROOT = QModelIndex()
NUMBER, NAME, POSITION, FIRST = range(4)
"""The columns before the documents, and the first of those."""
DISPLAY, EDIT = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole
CHIP = Qt.ItemDataRole.UserRole
LONG = 13
"""Letters of a title that needs two lines."""


class LedgerModel(QAbstractTableModel):
    """Shows those of a ledger who are wanted, in an order; only a remark can be typed.

    Finding and sorting are done here and not in a proxy, which would ask for every cell.
    """

    remarked = Signal(str, str)
    """The remark of the person with this id was typed."""

    def __init__(self, ledger: Ledger, wanted: Wanted, order: str) -> None:
        super().__init__()
        self.ledger = ledger
        self.wanted = wanted
        self.order, self.down = order, False
        self.shown: list[Person] = self._arranged()

    @property
    def documents(self) -> Sequence[Asked]:
        """The documents in the order of their columns."""
        return self.ledger.documents

    @property
    def remark(self) -> int:
        """The column of the remarks."""
        return FIRST + len(self.documents)

    def document(self, column: int) -> str:
        """The document of a column; empty where the column is that of none."""
        place = column - FIRST
        return self.documents[place].document if 0 <= place < len(self.documents) else ""

    def cell(self, index: Index) -> Cell | None:
        """What the ledger has at the place; None for what is not required, and beside cells."""
        state = self.ledger.state(self.shown[index.row()].id)
        return state.cells.get(self.document(index.column()))

    def show_ledger(self, ledger: Ledger) -> None:
        """Show another reading of the ledger."""
        self.ledger = ledger
        self._arrange()

    def show_changed(self, ledger: Ledger, people: Collection[str]) -> None:
        """Show a ledger in which these people alone have changed; everybody stays in place."""
        self.ledger = ledger
        rows = [row for row, one in enumerate(self.shown) if one.id in people]
        if rows:
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], last))

    def look_for(self, wanted: Wanted) -> None:
        """Show those who are wanted."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._arrange()

    def arrange(self, order: str, *, down: bool = False) -> None:
        """Show everybody in this order."""
        self.order, self.down = order, down
        self._arrange()

    def row_of(self, person: str) -> int:
        """The row of the person, -1 where it is not shown."""
        return next((row for row, one in enumerate(self.shown) if one.id == person), -1)

    def order_of(self, column: int) -> str:
        """What a click on the heading of the column sorts by."""
        if column < FIRST:
            return ("list", "name", "position")[column]
        return self.document(column) or "remark"

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """One row a person."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """Number, name, position, one a document, and the remark."""
        return 0 if parent.isValid() else self.remark + 1

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = DISPLAY
    ) -> object:
        """The headings; of a document its name and edition."""
        if orientation != Qt.Orientation.Horizontal or role != DISPLAY:
            return None
        if section < FIRST:
            return (tr(N_("No.")), tr(N_("Name")), tr(N_("Position")))[section]
        document = self.document(section)
        if not document:
            return tr(N_("Remark"))
        number = self.documents[section - FIRST].number
        title = _in_lines(signed_name(document))
        return f"{title}\n{tr(N_('version {number}'), number=number)}" if number else title

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Words; the user role holds the chip of a document's cell."""
        column, person = index.column(), self.shown[index.row()]
        if self.document(column):
            return self._of_cell(index, role)
        if role == DISPLAY or (role == EDIT and column == self.remark):
            if column == NUMBER:
                return str(index.row() + 1)
            if column == NAME:
                return words.name(person)
            if column == POSITION:
                return person.position
            state = self.ledger.state(person.id)
            return words.remark(state) if role == DISPLAY else state.remark
        if role == Qt.ItemDataRole.ToolTipRole:
            return pieces.tip(str(self.data(index) or "")) or None
        return None

    def _of_cell(self, index: Index, role: int) -> object:
        cell = self.cell(index)
        if role in {DISPLAY, CHIP}:
            chip = words.chip(cell, published=bool(self.ledger.version))
            return chip if role == CHIP else chip.words
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            told = words.told(cell, self.ledger.state(self.shown[index.row()].id))
            return (pieces.tip(told) if role == Qt.ItemDataRole.ToolTipRole else told) or None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A remark can be typed once there is a version."""
        found = super().flags(index)
        editable = index.column() == self.remark and self.ledger.version
        return found | Qt.ItemFlag.ItemIsEditable if editable else found

    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:  # noqa: N802
        """Take a remark that was typed; it is shown once the ledger has it."""
        if role != EDIT or index.column() != self.remark:
            return False
        person, text = self.shown[index.row()], " ".join(str(value).split())
        if text != self.ledger.state(person.id).remark:
            self.remarked.emit(person.id, text)
        return True

    def _arrange(self) -> None:
        self.beginResetModel()
        self.shown = self._arranged()
        self.endResetModel()

    def _arranged(self) -> list[Person]:
        found = looking.found(self.ledger, self.wanted)
        return looking.ordered(found, self.ledger, self.order, down=self.down)


def _in_lines(title: str) -> str:
    """A long title in two lines, for a heading that need not be wider than what stands below."""
    if len(title) < LONG or " " not in title:
        return title
    middle = len(title) / 2
    places = [place for place, letter in enumerate(title) if letter == " "]
    cut = min(places, key=lambda place: abs(place - middle))
    return f"{title[:cut]}\n{title[cut + 1 :]}"


def chip_at(index: Index) -> Chip | None:
    """The chip of a cell, None beside the documents."""
    found: Chip | None = index.data(CHIP)
    return found
