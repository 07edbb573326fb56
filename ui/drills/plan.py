"""Before a drill: which risk, who reads it out, the kit on paper, and the start of the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ui import pieces
from ui.clearing import clear
from ui.column import settled
from ui.flowing import Flowing
from ui.form import Form
from ui.tongue import tr
from wizard.exercises import report
from wizard.i18n import N_
from wizard.interview import summaries
from wizard.interview.places import Place

if TYPE_CHECKING:
    from ui.desk import Desk

KIT = "drill-kit"
RISK, LED_BY = Place("drills", "risk"), Place("drills", "led_by")


class Plan(QFrame):
    """A card with what is asked before a drill, and drills that were broken off."""

    entered = Signal(object)
    """The question at this ``Place`` has the focus."""
    files_wanted = Signal(object)
    """Somebody wants these documents, named by their ids, as files."""
    start_wanted = Signal()
    """The clock is to run."""
    finish_wanted = Signal(str)
    """The drill of this id was broken off and is to be finished."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        self.form = Form(desk, [RISK, LED_BY], card=False)
        self.form.entered.connect(self.entered)
        column.addWidget(self.form)
        ways = QWidget()
        row = Flowing(ways)
        self.start = QPushButton(tr(N_("Start the drill")))
        self.start.setProperty("role", "primary")
        self.start.clicked.connect(self.start_wanted)
        self.save = QPushButton(tr(N_("Save the drill kit…")))
        self.save.clicked.connect(self._save)
        for button in (self.start, self.save):
            row.addWidget(button)
        column.addWidget(ways)
        hint = N_("The kit is for the table; the clock reads it out here and takes notes.")
        column.addWidget(pieces.words(tr(hint), "hint"))
        self._broken_off = QVBoxLayout()
        column.addLayout(self._broken_off)
        self._shown: list[tuple[str, str]] = []
        desk.changed.connect(self._changed)
        self._show()

    def focus(self, place: Place) -> bool:
        """Put the focus on the question at the place; whether it is here."""
        return self.form.focus(place)

    def _save(self) -> None:
        self.files_wanted.emit([KIT])

    def _changed(self, _place: Place | None) -> None:
        self._show()

    def _show(self) -> None:
        answers, language = self.desk.answers, self.desk.document_language
        found = [
            (str(one.id), summaries.of_row(one, answers, language).title)
            for one in report.broken_off(answers)
        ]
        if found == self._shown:
            return
        self._shown = found
        clear(self._broken_off)
        for drill, title in found:
            button = pieces.link(
                tr(N_("Finish the drill that was broken off: {title}"), title=title)
            )
            button.clicked.connect(lambda _on, drill=drill: self.finish_wanted.emit(drill))
            self._broken_off.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        settled(self)
