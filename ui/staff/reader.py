"""Reads a list off the window's thread; of several wishes the last one counts."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from wizard.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from wizard.staff_lists.draft import Draft


class Reader(QObject):
    """Answers in the window's thread."""

    read = Signal(object)
    """A ``Draft`` or a ``UserError``."""
    _answered = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._wish = 0
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="staff-list")
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self, work: Callable[[], Draft]) -> None:
        """Do the work soon; what was wished for before it is not told any more."""
        self._wish += 1
        self._thread.submit(self._work, self._wish, work)

    def stop(self) -> None:
        """Nothing is wished for any more."""
        self._wish += 1

    def _work(self, wish: int, work: Callable[[], Draft]) -> None:
        if wish != self._wish:
            return
        try:
            self._answered.emit(wish, work())
        except Exception as error:  # told in the window's thread
            self._answered.emit(wish, error)

    def _deliver(self, wish: int, answer: Draft | Exception) -> None:
        if wish != self._wish:
            return
        if isinstance(answer, Exception) and not isinstance(answer, UserError):
            raise answer
        self.read.emit(answer)
