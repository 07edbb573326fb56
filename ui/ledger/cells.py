"""How the cells of the ledger are painted: words, and chips for the documents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate

from ui.chips import SMALL, chip_width, paint_chips, paint_words
from ui.ledger.model import chip_at
from ui.theme import colours

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

    Index = QModelIndex | QPersistentModelIndex

SIDE = 10


class LedgerCells(QStyledItemDelegate):
    """Words as Qt paints them, what is signed as chips, a frame around the current cell."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: Index
    ) -> QSize:
        """Room for the chip around its words."""
        found, chip = super().sizeHint(option, index), chip_at(index)
        if chip is None:
            return found + QSize(2 * SIDE, 0)
        font = QFont(option.font)  # type: ignore[attr-defined]
        font.setPointSizeF(font.pointSizeF() * SMALL)
        return QSize(int(chip_width(font, chip)) + 2 * SIDE + 2, found.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, what stands there, and a hairline below."""
        area, shown = QRectF(option.rect), colours()  # type: ignore[attr-defined]
        chip, chosen = chip_at(index), self._table.selectionModel().isSelected(index)
        inside = area.adjusted(SIDE, 0, -SIDE, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(area, QColor(shown.accent_soft))
        if chip is None:
            painter.setPen(QColor(shown.on_accent_soft if chosen else shown.ink))
            paint_words(painter, inside, str(index.data() or ""))
        else:
            if chosen and chip.tone == "good":
                chip = replace(chip, tone="good-chosen")
            paint_chips(painter, inside, [chip])
        painter.restore()
        painter.save()
        painter.setPen(QPen(QColor(shown.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if self._table.hasFocus() and index == self._table.currentIndex():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(shown.accent), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -2), 4, 4)
        painter.restore()
