"""One finding: how much it matters, what was noticed, why, and the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui import pieces, tongue
from ui.clearing import clear
from ui.column import settled
from ui.flowing import Flowing
from ui.tongue import tr
from wizard import flow
from wizard.checks.finding import NAMES, NOT_ADVICE
from wizard.checks.leaving import REASON_LIMIT
from wizard.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QLayout

    from ui.findings.checker import Checker
    from wizard.checks.finding import Finding

CHIP_SIDES = 20
TONES = {"fix": "bad", "look": "warn", "hint": "neutral"}


def renewed(
    layout: QLayout,
    notes: Iterable[FindingNote],
    findings: Iterable[Finding],
    make: Callable[[Finding], FindingNote],
) -> list[FindingNote]:
    """The notes about these findings, and the layout emptied for them.

    The note of a finding that is as it was stays.
    """
    known = {note.finding.key: note for note in notes}
    found = []
    for finding in findings:
        old = known.get(finding.key)
        note = old if old is not None and old.finding == finding else make(finding)
        if note is old:
            layout.removeWidget(note)
        elif old is not None:
            note.go_on_from(old)
        found.append(note)
    clear(layout)
    return found


class FindingNote(QWidget):
    """A finding beside its question, or with a ``way`` to it where it stands on the review."""

    asked_for = Signal(object)
    """The question at this ``Place`` is wanted."""
    settled_as = Signal(str)
    """What was done about the finding, in a sentence."""

    def __init__(self, finding: Finding, checker: Checker, *, way: bool = False) -> None:
        super().__init__()
        self.finding, self.checker = finding, checker
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        chip = pieces.words(tr(NAMES[finding.severity]), "chip", wrap=False)
        chip.setProperty("tone", TONES[finding.severity])
        chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
        widest = max(chip.fontMetrics().horizontalAdvance(tr(name)) for name in NAMES.values())
        chip.setMinimumWidth(widest + CHIP_SIDES)
        self.message = pieces.words(finding.message, "label")
        grid.addWidget(chip, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.message, 0, 1)
        self.why = self._details(with_why=not way)
        if way:
            grid.addWidget(pieces.words(finding.why, "muted"), 1, 1)
        grid.addWidget(self._ways(way=way), 2, 1)
        grid.addWidget(self.why, 3, 1)
        self.reason = self._reason()
        grid.addWidget(self.reason, 4, 1)
        self._is_typed_in = False

    def go_on_from(self, other: FindingNote) -> None:
        """Stand in for an older note about the same: what was opened and typed there goes on."""
        self.why.setVisible(not other.why.isHidden())
        self.reason.setVisible(not other.reason.isHidden())
        self.field.setText(other.field.text())
        self.field.setCursorPosition(other.field.cursorPosition())
        self._is_typed_in = other.field.hasFocus()

    def take_focus(self) -> None:
        """Go on with the keyboard where the older note was typed into."""
        if self._is_typed_in:
            self.field.setFocus()
            self._is_typed_in = False

    def _ways(self, *, way: bool) -> QWidget:
        box = QWidget()
        ways = Flowing(box)
        if way:
            place = self.finding.places[0]
            stop = flow.BY_ID[place.step]
            go = QPushButton(f"{tr(flow.SHORT.get(stop.id, stop.title))} →")
            self._named(go)
            go.clicked.connect(lambda: self.asked_for.emit(place))
            ways.addWidget(go)
        if self.finding.remedy is not None:
            mend = QPushButton(self.finding.remedy.label)
            self._named(mend)
            mend.clicked.connect(self._mend)
            ways.addWidget(mend)
        label = N_("Why? Source") if self.finding.sources else N_("Why?")
        self.explain = pieces.link(tr(label))
        self._named(self.explain)
        self.explain.clicked.connect(self._explain)
        # On the review the reason stands there already.
        self.explain.setVisible(bool(self.finding.sources) or not way)
        ways.addWidget(self.explain)
        self.leave = pieces.link(tr(N_("Leave it…")))
        self._named(self.leave)
        self.leave.clicked.connect(self._ask_why)
        ways.addWidget(self.leave)
        return box

    def _named(self, button: QPushButton) -> None:
        button.setAccessibleName(f"{button.text()}: {self.finding.message}")

    def _details(self, *, with_why: bool) -> QWidget:
        from wizard.language import dates

        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        if with_why:
            column.addWidget(pieces.words(self.finding.why, "plain"))
        for source in self.finding.sources:
            if source.text:
                column.addWidget(pieces.words(source.text, "plain"))
            date = dates.in_text(source.as_of, tongue.language())
            named = tr(N_("Source: {name}; as of {date}"), name=source.name, date=date)
            column.addWidget(pieces.words(named, "hint"))
        laws = [source.as_of for source in self.finding.sources if source.is_law]
        if laws:
            date = dates.in_text(min(laws), tongue.language())
            column.addWidget(pieces.words(tr(NOT_ADVICE, date=date), "hint"))
        box.hide()
        return box

    def _reason(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        self.field = QLineEdit(maxLength=REASON_LIMIT)
        asked = pieces.words(tr(N_("Why do you leave it? Kept here, printed nowhere.")), "hint")
        asked.setBuddy(self.field)
        self.field.setAccessibleName(asked.text())
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._leave)
        column.addWidget(asked)
        column.addWidget(self.field)
        ways = QWidget()
        row = Flowing(ways)
        self.confirm = QPushButton(tr(N_("Leave it")))
        self.confirm.setEnabled(False)
        self.confirm.clicked.connect(self._leave)
        cancel = pieces.link(tr(N_("Cancel")))
        cancel.clicked.connect(self._cancel)
        for button in (self.confirm, cancel):
            self._named(button)
            row.addWidget(button)
        column.addWidget(ways)
        box.hide()
        return box

    def _explain(self) -> None:
        self.why.setVisible(self.why.isHidden())
        settled(self)

    def _ask_why(self) -> None:
        self.reason.show()
        settled(self)
        self.field.setFocus()

    def _cancel(self) -> None:
        self.reason.hide()
        settled(self)
        self.leave.setFocus()

    def _typed(self, text: str) -> None:
        self.confirm.setEnabled(bool(text.strip()))

    def _leave(self) -> None:
        reason = self.field.text().strip()
        if reason:
            self.settled_as.emit(tr(N_("Left as it is: {finding}"), finding=self.finding.message))
            self.checker.leave(self.finding, reason)

    def _mend(self) -> None:
        if self.checker.mend(self.finding):
            self.settled_as.emit(tr(N_("Changed: {finding}"), finding=self.finding.message))
