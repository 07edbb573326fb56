"""The review after a drill: what worked, what did not, what changes; then the drill is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui import pieces
from ui.drills.changes import Changes
from ui.flowing import Flowing
from ui.form import Form
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview.places import Place

if TYPE_CHECKING:
    from ui.desk import Desk
    from wizard.interview.drills import Held

ASKED = ("worked", "failed", "title", "present", "led_by")


class Review(QWidget):
    """Everything typed is saved as it is typed; the day makes it a drill that was held."""

    finished = Signal()
    """The drill is recorded as held today."""
    put_off = Signal()
    """It is finished another time, or its beginning was taken back."""

    def __init__(self, desk: Desk, held: Held) -> None:
        super().__init__()
        self.desk, self.held = desk, held
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(pieces.words(tr(N_("Review of the drill")), "title"))
        hint = N_("Three rounds, a minute each. Of the plan, never of a person.")
        column.addWidget(pieces.words(tr(hint), "reason"))
        places = {key: Place("drills", "held", held.id, key) for key in ASKED}
        self.form = Form(desk, [places["worked"], places["failed"]])
        column.addWidget(self.form)
        self.changes = Changes(desk, held)
        column.addWidget(self.changes)
        self.facts = Form(desk, [places[key] for key in ("title", "present", "led_by")])
        column.addWidget(self.facts)
        ways = QWidget()
        row = Flowing(ways)
        self.finish = QPushButton(tr(N_("Finish: held today")))
        self.finish.setProperty("role", "primary")
        self.finish.clicked.connect(self._finish)
        self.later = QPushButton(tr(N_("Finish another time")))
        self.later.clicked.connect(self.put_off)
        for button in (self.finish, self.later):
            row.addWidget(button)
        column.addWidget(ways)
        desk.shown_anew.connect(self._shown_anew)

    def begin(self) -> None:
        """Put the focus on the first question."""
        self.form.focus(next(iter(self.form.rows)))

    def _shown_anew(self, _place: Place | None) -> None:
        if all(one.id != self.held.id for one in self.desk.answers.drills.held):
            self.put_off.emit()

    def _finish(self) -> None:
        place = Place("drills", "held", self.held.id, "day")
        self.desk.put(place, self.desk.today.isoformat())
        self.finished.emit()
