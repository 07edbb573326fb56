"""A box of a few options, named for a screen reader, that the wheel does not change in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QWidget


class ChoiceBox(QComboBox):
    """Options by what they stand for."""

    chosen = Signal(object)
    """What the option stands for that was chosen by hand."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(lambda _place: self.chosen.emit(self.currentData()))

    def offer(self, options: Mapping[object, str], current: object) -> None:
        """Offer these, and show the current one."""
        if [self.itemData(place) for place in range(self.count())] != list(options):
            self.clear()
            for one, label in options.items():
                self.addItem(label, one)
        self.setCurrentIndex(list(options).index(current))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """The wheel scrolls what the box stands in."""
        event.ignore()
