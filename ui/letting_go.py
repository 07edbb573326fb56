"""Frees the widgets of screens that were left, a part at a time: a project has four thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from ui.column import Column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PAUSE = 40
"""Milliseconds between two parts, so that the window answers in between."""


class LettingGo(QObject):
    """Keeps what is to be freed until its turn has come."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[QWidget] = []
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._free_next)

    def let_go(self, screen: QWidget) -> None:
        """Free the screen, its columns first; it must no longer stand in a layout."""
        screen.hide()
        self._parts += [*screen.findChildren(Column), screen]
        self._timer.start()

    def _free_next(self) -> None:
        while self._parts:
            part = self._parts.pop(0)
            if isValid(part):
                part.deleteLater()
                return
        self._timer.stop()
