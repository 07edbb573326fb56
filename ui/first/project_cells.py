"""How the cells of the list of projects are painted: two lines, a bar, a chip, or a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from ui.chips import SMALL, paint_chips, paint_words
from ui.first.project_model import ANSWERS, DUE, NAME, VERSION
from ui.theme import colours

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

ROW = 52
SIDE = 10
BAR_WIDTH, BAR_HEIGHT = 48, 6
DUE_LINES = 2


class ProjectCells(QStyledItemDelegate):
    """Paints what the model says of a project; the user role holds what is more than text."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the ground, and upon it what the column shows."""
        area = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._table.selectionModel().isSelected(index):
            painter.fillRect(area, QColor(colours().accent_soft))
        painter.fillRect(
            QRectF(area.left(), area.bottom(), area.width(), 1), QColor(colours().line)
        )
        inside = area.adjusted(SIDE, 0, -SIDE, 0)
        column, extra = index.column(), index.data(Qt.ItemDataRole.UserRole)
        if column == NAME or (column == VERSION and extra):
            _two_lines(painter, inside, str(index.data()), str(extra), bold=column == NAME)
        elif column == ANSWERS:
            _bar(painter, inside, *extra, str(index.data()))
        elif column == DUE:
            paint_chips(painter, inside, extra, lines=DUE_LINES)
        else:
            painter.setPen(QColor(colours().ink))
            paint_words(painter, inside, str(index.data()))
        painter.restore()

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Room for two lines."""
        return QSize(super().sizeHint(option, index).width(), ROW)


def _two_lines(painter: QPainter, area: QRectF, first: str, second: str, *, bold: bool) -> None:
    middle = area.center().y()
    usual = QFont(painter.font())
    upper = QFont(usual)
    upper.setBold(bold)
    painter.setFont(upper)
    painter.setPen(QColor(colours().ink))
    paint_words(painter, QRectF(area.left(), middle - 20, area.width(), 20), first)
    usual.setPointSizeF(usual.pointSizeF() * SMALL)
    painter.setFont(usual)
    painter.setPen(QColor(colours().muted))
    paint_words(painter, QRectF(area.left(), middle, area.width(), 18), second)


def _bar(painter: QPainter, area: QRectF, given: int, asked: int, words: str) -> None:
    shown = colours()
    bar = QRectF(area.left(), area.center().y() - BAR_HEIGHT / 2, BAR_WIDTH, BAR_HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shown.line))
    painter.drawRoundedRect(bar, 3, 3)
    bar.setWidth(BAR_WIDTH * given / asked if asked else 0)
    painter.setBrush(QColor(shown.done))
    painter.drawRoundedRect(bar, 3, 3)
    painter.setPen(QColor(shown.muted))
    paint_words(painter, area.adjusted(BAR_WIDTH + SIDE, 0, 0, 0), words)
