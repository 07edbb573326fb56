"""How long the window's thread answers nothing while something is done."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

QUIET = 250
"""Milliseconds without work after which all counts as done; longer than any pause of ours."""
BEAT = 5


class Pulse:
    """Tells the gaps between beats of the window's thread."""

    def __init__(self) -> None:
        self._last = 0.0
        self.longest = 0.0
        self.busy_until = 0.0
        self._timer = QTimer(interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def measure(self, deed: Callable[[], object], done: Callable[[], bool]) -> tuple[float, float]:
        """Do it; the longest gap and the time until all was quiet, in milliseconds."""
        self._timer.start()
        self.longest = 0.0
        start = self._last = self.busy_until = time.perf_counter()
        deed()
        self._beat()
        while not done() or (time.perf_counter() - self.busy_until) * 1000 < QUIET:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._timer.stop()
        return self.longest * 1000, (self.busy_until - start) * 1000

    def _beat(self) -> None:
        now = time.perf_counter()
        gap = now - self._last
        self.longest = max(self.longest, gap - BEAT / 1000)
        if gap > 3 * BEAT / 1000:
            self.busy_until = now
        self._last = now
