"""The rows of a list before it is taken over, with what each column is taken as above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui import pieces
from ui.staff.choice_box import ChoiceBox
from ui.staff.model import COLUMNS
from ui.staff.problems import told
from ui.theme import colours
from ui.tongue import tr
from wizard.i18n import N_
from wizard.staff_lists.columns import FULL_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject, QPersistentModelIndex
    from PySide6.QtGui import QResizeEvent

    from wizard.staff_lists.columns import Columns
    from wizard.staff_lists.draft import Draft
    from wizard.staff_lists.table import Problem

    Index = QModelIndex | QPersistentModelIndex

ROOT = QModelIndex()
DISPLAY = Qt.ItemDataRole.DisplayRole
TAKEN_AS = {
    "": N_("not taken"),
    FULL_NAME: N_("Full name"),
    **{column.field: column.title for column in COLUMNS},
}
NARROWEST, WIDEST, ROW_HEIGHT, ROWS_SEEN = 120, 220, 26, 6
MEASURED = 50
"""Rows by which the width of a column is found."""
SIDES = 2
"""Pixels that a box leaves free at each side of its column."""


class DraftModel(QAbstractTableModel):
    """The cells as texts; lines with a problem stand out, and what is not taken is pale."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Sequence[str]] = ()
        self._columns: Columns | None = None
        self._problems: dict[int, Problem] = {}

    def show_draft(self, draft: Draft) -> None:
        """Show this list; the cells stay where only the meaning of the columns has changed."""
        anew = draft.cells.rows is not self._rows
        if anew or self._columns is None or len(self._columns.fields) != len(draft.columns.fields):
            self.beginResetModel()
            self._rows, self._columns = draft.cells.rows, draft.columns
            self.endResetModel()
        self._columns = draft.columns
        self._problems = {one.line: one for one in reversed(draft.table.problems)}
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """One row a line."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """As many as can be taken."""
        return 0 if parent.isValid() or self._columns is None else len(self._columns.fields)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = DISPLAY
    ) -> object:
        """The number of the line; above a column stands its box."""
        if role == DISPLAY and orientation == Qt.Orientation.Vertical:
            return section + 1
        return None

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """The text of a cell, and how it looks."""
        line, columns = index.row() + 1, self._columns
        if columns is None:
            return None
        if role == DISPLAY:
            row = self._rows[index.row()]
            return row[index.column()] if index.column() < len(row) else ""
        problem = self._problems.get(line)
        if role == Qt.ItemDataRole.ToolTipRole and problem is not None:
            return pieces.tip(told(problem))
        if role == Qt.ItemDataRole.FontRole and line == columns.heading:
            bold = QFont()
            bold.setBold(True)
            return bold
        if role == Qt.ItemDataRole.BackgroundRole and problem is not None:
            return QColor(colours().warn_soft)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._ink(line, columns.fields[index.column()], problem))
        return None

    def _ink(self, line: int, field: str, problem: Problem | None) -> str:
        heading = self._columns.heading if self._columns else 0
        if problem is not None:
            return colours().on_warn_soft
        return colours().ink if field and line >= heading else colours().muted


class TakenAs(QHeaderView):
    """Above each column the box that says what it is taken as."""

    chosen = Signal(int, str)
    """The column at this place is to be taken as this field, or not at all."""
    reached = Signal(int)
    """The keyboard came to the box of this column."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.boxes: list[ChoiceBox] = []
        self.sectionResized.connect(lambda *_sizes: self.place())

    def show_columns(self, columns: Columns) -> None:
        """Show what each is taken as."""
        while len(self.boxes) > len(columns.fields):
            self.boxes.pop().deleteLater()
        for number in range(len(self.boxes), len(columns.fields)):
            box = ChoiceBox(tr(N_("Column {number} is"), number=number + 1), self)
            box.chosen.connect(lambda field, place=number: self.chosen.emit(place, field))
            box.setSizeAdjustPolicy(
                ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.installEventFilter(self)
            box.show()
            self.boxes.append(box)
        options = {field: tr(title) for field, title in TAKEN_AS.items()}
        for box, field in zip(self.boxes, columns.fields, strict=True):
            box.offer(options, field)
        self.place()

    def place(self) -> None:
        """Put each box above its column."""
        for number, box in enumerate(self.boxes):
            left = self.viewport().x() + self.sectionViewportPosition(number)
            width = self.sectionSize(number) - 2 * SIDES
            box.setGeometry(left + SIDES, 2, width, self.height() - 4)

    def sizeHint(self) -> QSize:  # noqa: N802
        """High enough for a box."""
        height = self.boxes[0].sizeHint().height() if self.boxes else 0
        return QSize(super().sizeHint().width(), height + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The boxes keep their columns."""
        super().resizeEvent(event)
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A box that gets the focus comes into sight."""
        if event.type() == QEvent.Type.FocusIn and watched in self.boxes:
            self.reached.emit(self.boxes.index(watched))  # type: ignore[arg-type]
        return super().eventFilter(watched, event)


class DraftTable(QTableView):
    """A look at the list: about six rows, the others by scrolling."""

    def __init__(self) -> None:
        super().__init__()
        self.draft = DraftModel()
        self.setModel(self.draft)
        self.taken_as = TakenAs()
        self.setHorizontalHeader(self.taken_as)
        self.taken_as.setResizeContentsPrecision(MEASURED)
        self.draft.modelReset.connect(self._measure)
        self.taken_as.reached.connect(self._show_column)
        self.horizontalScrollBar().valueChanged.connect(lambda _at: self.taken_as.place())
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setAccessibleName(tr(N_("The rows of the list")))

    def show_draft(self, draft: Draft) -> None:
        """Show the rows, and above them what is taken."""
        self.draft.show_draft(draft)
        self.taken_as.show_columns(draft.columns)
        self.updateGeometries()
        rows = min(ROWS_SEEN, max(1, self.draft.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.taken_as.sizeHint().height() + rows * ROW_HEIGHT + bar + 4)

    def show_line(self, line: int) -> None:
        """Bring the line with this number into sight and choose it."""
        self.selectRow(line - 1)
        self.scrollTo(self.draft.index(line - 1, 0), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _measure(self) -> None:
        for column in range(self.draft.columnCount()):
            width = self.sizeHintForColumn(column)
            self.setColumnWidth(column, min(WIDEST, max(NARROWEST, width)))

    def _show_column(self, column: int) -> None:
        row = max(0, self.rowAt(0))
        self.scrollTo(self.draft.index(row, column))
