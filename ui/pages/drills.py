"""The stop of the drills: what is rehearsed, the clock while it runs, the review, what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.column import GAP
from ui.drills.clock import DrillClock
from ui.drills.keeping import keep
from ui.drills.open_actions import OpenActions
from ui.drills.plan import KIT, Plan
from ui.drills.review import Review
from ui.notice import Notice
from ui.pages.stop_page import StopPage
from ui.tongue import tr
from wizard import clock
from wizard.exercises import recording, report
from wizard.i18n import N_
from wizard.interview.ask import with_answers
from wizard.interview.values import Words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from ui.desk import Desk
    from wizard import flow
    from wizard.interview.drills import Held

REPORT = "after-action"


class DrillsPage(StopPage):
    """The page of a step; a drill that runs, and its review, have it for themselves."""

    def __init__(
        self, desk: Desk, stop: flow.Stop, now: Callable[[], dt.datetime] = clock.now
    ) -> None:
        self._usual = QWidget()
        self._usual_parts = QVBoxLayout(self._usual)
        self._usual_parts.setContentsMargins(0, 0, 0, 0)
        self._usual_parts.setSpacing(GAP)
        super().__init__(stop)
        super().add(self._usual)
        self.desk, self._now = desk, now
        self.clock: DrillClock | None = None
        self.review: Review | None = None
        self.notice = Notice()
        self.plan = Plan(desk)

    @property
    def document(self) -> str:
        """The document that the page is about."""
        return KIT

    def add(self, part: QWidget, *, stretch: int = 0, left: bool = False) -> None:
        """Put a part below those that give way to a drill that runs."""
        told = part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        self._usual_parts.addWidget(part, stretch)
        if left:
            self._usual_parts.setAlignment(part, Qt.AlignmentFlag.AlignLeft)
        if not told:
            part.show()
        self.settle(part)

    def add_plan(self) -> None:
        """Put what is asked before a drill on the page, and what earlier ones have left to do."""
        self.add(self.notice)
        self.add_body(self.plan)
        self.add(OpenActions(self.desk))
        self.plan.start_wanted.connect(self.start)
        self.plan.finish_wanted.connect(self._finish_later)

    def start(self) -> None:
        """Begin a drill; from now on what is noted in it is kept."""
        held = recording.begun(self.desk.answers, self.desk.document_language)
        keep(self.desk, recording.recorded(self.desk.answers.drills, held))
        self.clock = DrillClock(self.desk, held, self._now)
        self.clock.stopped.connect(self._stopped)
        self._stand_alone(self.clock)
        self.clock.begin()

    def _stopped(self) -> None:
        if self.clock is not None:
            found, self.clock = self.clock, None
            held = self._kept(found.notes.held)
            if not held.worked and found.card.ticked:
                worked = "\n".join(words for _, words in sorted(found.card.ticked.items()))
                held = with_answers(held, {"worked": Words(own=worked)})
            keep(self.desk, recording.recorded(self.desk.answers.drills, held))
            self._let_go(found)
            self._review(held)

    def _finish_later(self, drill: str) -> None:
        for held in report.broken_off(self.desk.answers):
            if held.id == drill:
                self._review(held)

    def _kept(self, held: Held) -> Held:
        """The drill as it stands; as it was begun where somebody has taken it back meanwhile."""
        rows = self.desk.answers.drills.held
        return next((one for one in rows if one.id == held.id), held)

    def _review(self, held: Held) -> None:
        self.review = Review(self.desk, held)
        self.review.finished.connect(self._finished)
        self.review.put_off.connect(self._put_off)
        self._stand_alone(self.review)
        self.review.begin()

    def _finished(self) -> None:
        self._put_off()
        told = tr(N_("Recorded: the drill was held today."))
        self.notice.tell(told, tr(N_("After-action report (Word)…")), self._want_report)

    def _put_off(self) -> None:
        if self.review is not None:
            found, self.review = self.review, None
            self._let_go(found)

    def _want_report(self) -> None:
        self.files_wanted.emit([REPORT])

    def _stand_alone(self, part: QWidget) -> None:
        """Show this part and nothing else of the page, nor a document beside it."""
        self._usual.hide()
        self.is_alone = True
        self.alone_wanted.emit(True)
        super().add(part)
        self.verticalScrollBar().setValue(0)

    def _let_go(self, part: QWidget) -> None:
        """Take the part away, and show again what had given way to it."""
        self.parts.removeWidget(part)
        part.hide()
        part.deleteLater()
        self._usual.show()
        self.settle(self._usual)
        self.is_alone = False
        self.alone_wanted.emit(False)
        self.verticalScrollBar().setValue(0)
        self.plan.start.setFocus()
