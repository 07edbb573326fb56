"""The card of the review with all findings: what was noticed, and what the owner leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import pieces, tongue
from ui.clearing import clear
from ui.column import settled
from ui.findings import summary
from ui.findings.note import FindingNote, renewed
from ui.notice import Notice
from ui.tongue import tr
from wizard.i18n import N_

if TYPE_CHECKING:
    from ui.desk import Desk
    from wizard.checks.finding import Finding
    from wizard.checks.leaving import Left

AT_ONCE = 12
"""The findings that are shown before somebody asks for more."""
MORE = 50
"""How many more are shown each time; hundreds at once would hold the window up."""


class FindingsCard(QFrame):
    """What documents lack stands in cards of its own; here is what else was noticed."""

    asked_for = Signal(object)
    """The question at this ``Place`` is wanted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.desk = desk
        self._most, self._opens_left = AT_ONCE, False
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        self.heading = pieces.words("", "heading")
        self.hint = pieces.words("", "hint")
        self.notice = Notice()
        self._notes = QVBoxLayout()
        self._notes.setSpacing(10)
        self.more = pieces.link("")
        self.more.clicked.connect(self._show_more)
        self.left = pieces.link("")
        self.left.clicked.connect(self._toggle_left)
        self._kept = QVBoxLayout()
        self._kept.setSpacing(8)
        for part in (self.heading, self.hint, self.notice):
            column.addWidget(part)
        column.addLayout(self._notes)
        for link in (self.more, self.left):
            column.addWidget(link, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._kept)
        self.notes: list[FindingNote] = []
        desk.checker.told.connect(self._told)

    def refresh(self) -> None:
        """Show what is found now; what was told before is over."""
        self.notice.hide()
        self.desk.checker.run()
        self._show()

    def _told(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        found = summary.noticed(self.desk.checker.open)
        self.heading.setText(summary.in_numbers(found) or tr(N_("Nothing else was noticed.")))
        hint = N_("You can print at any time. What you leave as it is is kept with your reason.")
        self.hint.setText(tr(hint))
        self.hint.setVisible(bool(found))
        shown = found[: self._most]
        self.notes = renewed(self._notes, self.notes, shown, self._note)
        for number, note in enumerate(self.notes):
            if number:
                line = QFrame()
                line.setProperty("role", "line")
                self._notes.addWidget(line)
            self._notes.addWidget(note)
        self.more.setText(tr(N_("Show {count} more"), count=min(MORE, len(found) - len(shown))))
        self.more.setVisible(len(shown) < len(found))
        self._show_left()
        settled(self)
        for note in self.notes:
            note.take_focus()

    def _note(self, finding: Finding) -> FindingNote:
        note = FindingNote(finding, self.desk.checker, way=True)
        note.asked_for.connect(self.asked_for)
        note.settled_as.connect(self._tell)
        return note

    def _show_left(self) -> None:
        found = self.desk.checker.found
        left = found.left if found else ()
        mark = "▾" if self._opens_left else "▸"
        said = tr(N_("Left as they are: {count}"), count=len(left))
        self.left.setText(f"{mark}  {said}")
        self.left.setVisible(bool(left))
        clear(self._kept)
        if self._opens_left:
            for finding, kept in left:
                self._kept.addWidget(self._of_left(finding, kept))

    def _of_left(self, finding: Finding, left: Left) -> QWidget:
        from wizard.language import dates

        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(16, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(pieces.words(finding.message, "plain"))
        day = dates.in_text(left.on, tongue.language())
        words.addWidget(pieces.words(f"{day}: {left.reason}", "hint"))
        row.addLayout(words, 1)
        again = pieces.link(tr(N_("Take up again")))
        again.setAccessibleName(f"{again.text()}: {finding.message}")
        again.clicked.connect(lambda: self.desk.checker.take_up(finding))
        row.addWidget(again, alignment=Qt.AlignmentFlag.AlignTop)
        return box

    def _tell(self, sentence: str) -> None:
        self.notice.tell(sentence, tr(N_("Undo")), self._undo)
        # What was pressed goes with its finding: the keyboard goes on from here.
        self.notice.button.setFocus()

    def _undo(self) -> None:
        self.desk.undo()
        self.desk.checker.run()

    def _show_more(self) -> None:
        self._most += MORE
        self._show()

    def _toggle_left(self) -> None:
        self._opens_left = not self._opens_left
        self._show()
