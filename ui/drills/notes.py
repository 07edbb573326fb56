"""The notes of a drill that runs: a line to type, and below it what was noted, the last first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from ui import pieces
from ui.clearing import clear
from ui.column import settled
from ui.drills.keeping import keep
from ui.tongue import tr
from wizard.exercises import recording, report
from wizard.i18n import N_
from wizard.interview import wording

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from ui.desk import Desk
    from wizard.interview.drills import Held


class Notes(QFrame):
    """Enter adds a note with the time of the day; it is saved at once."""

    def __init__(self, desk: Desk, held: Held, now: Callable[[], dt.datetime]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.desk, self.held, self._now = desk, held, now
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        self.line = QLineEdit()
        self.line.setAccessibleName(tr(N_("Note")))
        self.line.setPlaceholderText(tr(N_("What was decided or is missing; Enter notes it")))
        self.line.returnPressed.connect(self._add)
        column.addWidget(self.line)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(2)
        column.addLayout(self._notes)
        desk.changed.connect(self._changed)
        self._show()

    def _add(self) -> None:
        text = self.line.text().strip()
        if text:
            self.line.clear()
            at = f"{self._now():%H:%M}"
            keep(self.desk, recording.noted(self.desk.answers.drills, self.held, at, text))

    def _changed(self, place: object) -> None:
        if str(place).startswith("drills.notes"):
            self._show()

    def _show(self) -> None:
        clear(self._notes)
        answers, language = self.desk.answers, self.desk.document_language
        for note in reversed(report.of(self.held, answers).notes):
            at, text = (wording.text(one, language, answers) for one in (note.at, note.text))
            self._notes.addWidget(pieces.words(f"{at}  {text}", "plain"))
        settled(self)
