"""How the duties of the roll are painted: a chip that stands out where somebody must sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyledItemDelegate

from ui.chips import SIDE as CHIP_SIDE
from ui.chips import Chip, paint_chips
from ui.roll.model import DUTY, POSITION
from ui.theme import colours

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

SIDE = 8


class RollCells(QStyledItemDelegate):
    """Names and positions as Qt paints them, duties as chips."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Room for the chip around its words."""
        found = super().sizeHint(option, index)
        return found + QSize(2 * (SIDE + CHIP_SIDE), 0) if index.column() > POSITION else found

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the ground and the chip."""
        if index.column() <= POSITION:
            super().paint(painter, option, index)
            return
        area = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        if self._table.selectionModel().isSelected(index):
            painter.fillRect(area, QColor(colours().accent_soft))
        tone = "warn" if index.data(DUTY) == "to-sign" else "neutral"
        paint_chips(painter, area.adjusted(SIDE, 0, -SIDE, 0), [Chip(str(index.data()), tone)])
        painter.restore()
