"""The clock of a drill: what is read out now and next, and how much of the time has gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui import pieces
from ui.drills.inject_card import InjectCard
from ui.drills.notes import Notes
from ui.flowing import Flowing
from ui.tongue import tr
from wizard import clock
from wizard.exercises.exercise import END, exercise
from wizard.exercises.running import Running
from wizard.i18n import N_

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from ui.desk import Desk
    from wizard.interview.drills import Held

BEAT = 250
"""Milliseconds between two looks at the clock."""


class DrillClock(QWidget):
    """Runs one exercise; injects come by the time that ``now`` tells, or when asked for."""

    stopped = Signal()
    """The drill is over or was broken off: it goes on with the review."""

    def __init__(self, desk: Desk, held: Held, now: Callable[[], dt.datetime] = clock.now) -> None:
        super().__init__()
        self.exercise = exercise(desk.answers, desk.document_language)
        self.running = Running([one.minute for one in self.exercise.injects], now)
        self.card = InjectCard(desk, self.exercise, desk.document_language)
        self.notes = Notes(desk, held, now)
        self._lay_out()
        self._timer = QTimer(self, interval=BEAT)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        self._show_inject()

    def tick(self) -> None:
        """Look at the clock, and show the inject that has come."""
        if self.running.tick():
            self._show_inject()
        else:
            self._show_time()

    def begin(self) -> None:
        """Put the focus where notes are typed."""
        self.notes.line.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(12)
        self.time = pieces.words("", "title", wrap=False)
        self.bar = QProgressBar(textVisible=False, maximum=END * 60)
        self.bar.setAccessibleName(tr(N_("Time of the drill")))
        drill = pieces.words(tr(N_("This is a drill")), "chip", wrap=False)
        drill.setProperty("tone", "warn")
        for widget in (self.time, drill):
            head.addWidget(widget)
        head.addWidget(self.bar, 1)
        column.addLayout(head)
        column.addWidget(self.card)
        self.next_one = pieces.words("", "muted")
        column.addWidget(self.next_one)
        ways = QWidget()
        row = Flowing(ways)
        self.back = QPushButton(tr(N_("Back")))
        self.forward = QPushButton(tr(N_("Next now")))
        self.pause = QPushButton(tr(N_("Pause")))
        self.stop = QPushButton(tr(N_("End and review")))
        self.back.clicked.connect(lambda: self._step(-1))
        self.forward.clicked.connect(lambda: self._step(1))
        self.pause.clicked.connect(self._pause)
        self.stop.clicked.connect(self._stop)
        for button in (self.back, self.forward, self.pause, self.stop):
            row.addWidget(button)
        column.addWidget(ways)
        column.addWidget(self.notes)

    def _step(self, by: int) -> None:
        if self.running.step(by):
            self._show_inject()

    def _pause(self) -> None:
        if self.running.is_paused:
            self.running.go_on()
        else:
            self.running.pause()
        self.pause.setText(tr(N_("Go on")) if self.running.is_paused else tr(N_("Pause")))
        self._show_time()

    def _stop(self) -> None:
        self._timer.stop()
        self.running.pause()
        self.stopped.emit()

    def _show_inject(self) -> None:
        self.card.show_inject(self.running.index)
        self.back.setEnabled(self.running.index > 0)
        self.forward.setEnabled(not self.running.is_last)
        self._make_primary(self.stop if self.running.is_last else self.forward)
        self._show_time()
        self.card.announce()

    def _show_time(self) -> None:
        seconds = int(self.running.elapsed.total_seconds())
        self.time.setText(_minutes(seconds))
        self.bar.setValue(min(seconds, END * 60))
        self.next_one.setText(self._next())

    def _next(self) -> str:
        if self.running.is_last:
            return tr(N_("Nothing comes any more."))
        source = self.card.source_of(self.running.index + 1)
        left = int(self.running.until_next.total_seconds())
        if not left:
            return tr(N_("Next: {source}"), source=source)
        return tr(N_("Next in {time}: {source}"), time=_minutes(left), source=source)

    def _make_primary(self, chosen: QPushButton) -> None:
        for button in (self.forward, self.stop):
            button.setProperty("role", "primary" if button is chosen else "")
            button.style().unpolish(button)
            button.style().polish(button)


def _minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
