"""A layout that puts widgets side by side and begins a new line where the width ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem, QWidget

GAP = 8


class Flowing(QLayout):
    """Widgets in lines, each as wide as it likes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Put an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """The number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """The item at a place; None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Take the item at a place out; None where there is none."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """A narrower place needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height in pixels that the lines take at this width."""
        return self._place(QRect(0, 0, width, 0), apply=False)

    def setGeometry(self, place: QRect) -> None:  # noqa: N802
        """Lay the items out."""
        super().setGeometry(place)
        self._place(place, apply=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As :meth:`minimumSize`."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        """The size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(QSize(item.minimumSize().width(), item.sizeHint().height()))
        return size

    def _place(self, area: QRect, *, apply: bool) -> int:
        """Lay the items out line by line, each in the middle of its line; the height they take."""
        y = area.y()
        for line in self._lines(area.width()):
            height = max(item.sizeHint().height() for item in line)
            x = area.x()
            for item in line:
                size = item.sizeHint()
                if apply:
                    at = QPoint(x, y + (height - size.height()) // 2)
                    item.setGeometry(QRect(at, size))
                x += size.width() + GAP
            y += height + GAP // 2
        return max(0, y - GAP // 2 - area.y())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The items that are seen, line by line."""
        lines: list[list[QLayoutItem]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if not lines or taken + wide > width:
                lines.append([])
                taken = 0
            lines[-1].append(item)
            taken += wide + GAP
        return lines
