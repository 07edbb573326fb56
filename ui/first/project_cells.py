"""How the cells of the list of projects are painted: two lines, a bar, a chip, or a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from ui.first.project_model import ANSWERS, DUE, NAME, VERSION, Chip
from ui.theme import colours

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

ROW = 52
SIDE = 10
BAR_WIDTH, BAR_HEIGHT = 64, 6
CHIP_HEIGHT, CHIP_SIDE, GAP = 20, 9, 6
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
SMALL = 0.9


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
            _chips(painter, inside, extra)
        else:
            painter.setPen(QColor(colours().ink))
            _words(painter, inside, str(index.data()))
        painter.restore()

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Room for two lines."""
        return QSize(super().sizeHint(option, index).width(), ROW)


def _words(painter: QPainter, area: QRectF, words: str) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, MIDDLE, shown)


def _two_lines(painter: QPainter, area: QRectF, first: str, second: str, *, bold: bool) -> None:
    middle = area.center().y()
    usual = QFont(painter.font())
    upper = QFont(usual)
    upper.setBold(bold)
    painter.setFont(upper)
    painter.setPen(QColor(colours().ink))
    _words(painter, QRectF(area.left(), middle - 20, area.width(), 20), first)
    usual.setPointSizeF(usual.pointSizeF() * SMALL)
    painter.setFont(usual)
    painter.setPen(QColor(colours().muted))
    _words(painter, QRectF(area.left(), middle, area.width(), 18), second)


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
    _words(painter, area.adjusted(BAR_WIDTH + SIDE, 0, 0, 0), words)


def _chips(painter: QPainter, area: QRectF, chips: list[Chip]) -> None:
    """As many chips as there is room for, the first in any case."""
    shown = colours()
    tones = {
        "bad": (shown.bad_soft, shown.on_bad_soft),
        "neutral": (shown.neutral_soft, shown.muted),
    }
    font = QFont(painter.font())
    font.setPointSizeF(font.pointSizeF() * SMALL)
    painter.setFont(font)
    left = area.left()
    for number, chip in enumerate(chips):
        width = QFontMetricsF(font).horizontalAdvance(chip.words) + 2 * CHIP_SIDE
        if number and left + width > area.right():
            break
        place = QRectF(
            left, area.center().y() - CHIP_HEIGHT / 2, min(width, area.width()), CHIP_HEIGHT
        )
        ground, ink = tones[chip.tone]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(place, CHIP_HEIGHT / 2, CHIP_HEIGHT / 2)
        painter.setPen(QColor(ink))
        _words(painter, place.adjusted(CHIP_SIDE, 0, 1 - CHIP_SIDE, 0), chip.words)
        left += width + GAP
