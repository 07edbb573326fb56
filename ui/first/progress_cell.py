"""A cell that shows how far a project has come: a bar, and the numbers in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from ui.theme import colours

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

WIDTH, HEIGHT = 96, 6


class ProgressCell(QStyledItemDelegate):
    """Paints ``(given, asked)`` of the user role as a bar before the text."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw ground, bar and words."""
        shown = colours()
        given, asked = index.data(Qt.ItemDataRole.UserRole)
        area = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(area, QColor(shown.accent_soft))
        bar = QRectF(area.left() + 8, area.center().y() - HEIGHT / 2, WIDTH, HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shown.line))
        painter.drawRoundedRect(bar, 3, 3)
        bar.setWidth(WIDTH * given / asked if asked else 0)
        painter.setBrush(QColor(shown.done))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(QColor(shown.muted))
        words = area.adjusted(WIDTH + 18, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.restore()
