"""The findings about a question, below its field; not seen while there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui import pieces
from ui.column import settled
from ui.findings.note import FindingNote, renewed

if TYPE_CHECKING:
    from ui.desk import Desk
    from wizard.checks.finding import Finding
    from wizard.interview.places import Place


class Beside(QWidget):
    """Shows what is found about a place; with ``rows`` also about what stands in its rows.

    While somebody is at work beside it, in what it stands in, nothing new appears; but what is
    settled goes at once.
    """

    def __init__(self, desk: Desk, place: Place, *, rows: bool = False) -> None:
        super().__init__()
        self.desk, self.place, self._rows = desk, place, rows
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(8)
        self.notes: list[FindingNote] = []
        desk.checker.told.connect(self.refresh)
        self._show(self._found())

    def refresh(self) -> None:
        """Show what is found now."""
        found = self._found()
        if self._is_typed_beside():
            shown = {note.finding.key for note in self.notes}
            found = [one for one in found if one.key in shown]
        self._show(found)

    def _is_typed_beside(self) -> bool:
        focused, around = QApplication.focusWidget(), self.parentWidget()
        if focused is None or around is None or self.isAncestorOf(focused):
            return False
        return around.isAncestorOf(focused)

    def _found(self) -> list[Finding]:
        checker = self.desk.checker
        return [one for one in checker.open if checker.seen(one) and self._is_about(one)]

    def _is_about(self, finding: Finding) -> bool:
        if finding.document:
            return False
        return any(
            place == self.place or (self._rows and place.whole == self.place)
            for place in finding.places
        )

    def _show(self, found: list[Finding]) -> None:
        pieces.seen(self, on=bool(found))
        if [note.finding for note in self.notes] == found:
            return
        self.notes = renewed(self._column, self.notes, found, self._note)
        for note in self.notes:
            self._column.addWidget(note)
        settled(self)
        for note in self.notes:
            note.take_focus()

    def _note(self, finding: Finding) -> FindingNote:
        return FindingNote(finding, self.desk.checker)
