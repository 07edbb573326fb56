"""Runs the checks of an open project whenever somebody pauses, and tells what they find."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal

from ui import tongue
from wizard import flow

if TYPE_CHECKING:
    from ui.desk import Desk
    from wizard.checks.case import Case
    from wizard.checks.finding import Finding
    from wizard.checks.leaving import Sorted
    from wizard.interview.places import Place

PAUSE = 120
"""Milliseconds without a change after which the checks are made."""


class Checker(QObject):
    """The findings of one desk. It rests until somebody says :meth:`begin`."""

    told = Signal()
    """The findings are new, or others than before."""
    looked = Signal()
    """The checks were made, whatever they found."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.found: Sorted | None = None
        self.case: Case | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.run)
        self._steps = [_load_checks, _load_words, _load_rules]
        desk.changed.connect(self._changed)
        desk.spoke.connect(self._changed)

    def isActive(self) -> bool:  # noqa: N802 - as a timer says it
        """Whether the checks are still to be made after the last change."""
        return self._timer.isActive()

    @property
    def desk(self) -> Desk:
        """The desk whose answers are checked.

        It is asked for: a reference would make a circle of the two, which Python breaks up in
        whatever thread it finds the time, and Qt's objects must be let go in their own.
        """
        return cast("Desk", self.parent())

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nobody leaves as they are; none before the first run."""
        return self.found.open if self.found else ()

    def build_next(self) -> bool:
        """Do the next step to the first findings; whether there was one.

        What the checks need is read a part at a time: all at once would hold the window up.
        """
        if self._steps:
            self._steps.pop(0)()
            return True
        before = self.case
        self.begin()
        return self.case is not before

    def begin(self) -> None:
        """Make the checks for the first time, and from now on after each change.

        What was found is told anew where the window speaks another language by now.
        """
        if self.case is None or self.case.language != tongue.language():
            self.run()

    def run(self) -> None:
        """Make all checks now."""
        # Only here: the checks read the templates, which wait until the first page is shown.
        from wizard import checked
        from wizard.checks import checking, leaving

        desk = self.desk
        self._timer.stop()
        self.case = checked.of_answers(
            desk.session, desk.today, tongue.language(), spoken=desk.document_language
        )
        found = leaving.parted(checking.findings(self.case), desk.session.left)
        if found != self.found:
            self.found = found
            self.told.emit()
        self.looked.emit()

    def seen(self, finding: Finding) -> bool:
        """Whether it may be shown beside its question.

        That something is not given yet is told once the review was looked at; before that, nobody
        has had the time to give it.
        """
        return not finding.absent or flow.REVIEW.id in self.desk.session.visited

    def troubled(self) -> frozenset[str]:
        """The steps that have a finding; of what is only not given yet, those that were visited."""
        visited = self.desk.session.visited
        return frozenset(
            place.step
            for one in self.open
            if not one.document
            for place in one.places
            if not one.absent or place.step in visited
        )

    def leave(self, finding: Finding, reason: str) -> None:
        """Leave the finding as it is, for this reason."""
        from wizard.checks.leaving import Left

        self.desk.leave_finding(finding.key, Left(reason, finding.evidence, self.desk.today))
        self.run()

    def take_up(self, finding: Finding) -> None:
        """Leave the finding no longer."""
        self.desk.take_up_finding(finding.key)
        self.run()

    def mend(self, finding: Finding) -> bool:
        """Put the remedy of the finding in the place of the answer; one change to undo.

        Nothing is put where the answers are no longer those of the finding: whether they are.
        """
        self.run()
        if finding.remedy is None or finding not in self.open:
            return False
        self.desk.put(finding.remedy.place, finding.remedy.raw)
        self.run()
        return True

    def _changed(self, _what: Place | str | None) -> None:
        if self.found is not None:
            self._timer.start()


# Only when it is time: the checks read the templates, which wait until the first page is shown.
def _load_checks() -> None:
    from wizard import checked  # noqa: F401


def _load_words() -> None:
    from wizard.checks import forms

    forms.groups()


def _load_rules() -> None:
    from wizard.checks.rules import rules

    rules()
