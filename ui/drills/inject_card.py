"""The inject that is read out now: its minute and level, its words, what good looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from ui import pieces
from ui.clearing import clear
from ui.column import settled
from ui.tongue import tr
from ui.wrapping_check_box import WrappingCheckBox
from wizard.documents.house import LEVEL_FILLS
from wizard.exercises import lines
from wizard.i18n import N_
from wizard.interview import wording

if TYPE_CHECKING:
    from ui.desk import Desk
    from wizard.exercises.exercise import Exercise

GROUNDS = ("sev-grey", "sev-yellow", "sev-orange", "sev-red")
"""The grounds of the levels as the plan prints them; those above the last are like it."""
INK = "#1B2B30"


class InjectCard(QFrame):
    """Shows one inject of an exercise; remembers what was ticked in each of them."""

    def __init__(self, desk: Desk, found: Exercise, language: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setProperty("tone", "main")
        self.desk, self.exercise, self.language = desk, found, language
        self.ticked: dict[tuple[int, int], str] = {}
        self.place = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        self.minute = pieces.words("", "label", wrap=False)
        self.level = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.level.setProperty("role", "chip")
        self.source = pieces.words("", "muted")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.minute, alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.level, alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.source, 1)
        column.addLayout(head)
        self.text = pieces.words("", "heading")
        column.addWidget(self.text)
        column.addWidget(pieces.words(tr(N_("What good looks like")), "hint"))
        self._good = QVBoxLayout()
        self._good.setSpacing(0)
        column.addLayout(self._good)

    def show_inject(self, place: int) -> None:
        """Show the inject at this place of the exercise."""
        self.place = place
        inject = self.exercise.injects[place]
        self.minute.setText(tr(N_("Minute {minute}"), minute=inject.minute))
        self._show_level(inject.level)
        self.source.setText(self._said(inject.source))
        self.text.setText(self._said(inject.text))
        clear(self._good)
        for number, line in enumerate(inject.good):
            words, at = self._said(line), (place, number)
            box = WrappingCheckBox(words)
            box.setChecked(at in self.ticked)
            box.toggled.connect(lambda on, at=at, words=words: self._tick(at, words, on=on))
            self._good.addWidget(box)
        settled(self)

    def announce(self) -> None:
        """Tell a screen reader what is shown; the focus stays where it is."""
        told = ". ".join((self.minute.text(), self.source.text(), self.text.text()))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def source_of(self, place: int) -> str:
        """How the inject at this place reaches the team."""
        return self._said(self.exercise.injects[place].source)

    def _show_level(self, level: int | None) -> None:
        levels = [one for one in self.desk.answers.crisis_team.levels if one.on]
        self.level.setVisible(level is not None and level < len(levels))
        if level is not None and level < len(levels):
            title = wording.text(levels[level].title, self.language, self.desk.answers)
            fill = LEVEL_FILLS[GROUNDS[min(level, len(GROUNDS) - 1)]]
            self.level.setText(f"{level} {title}")
            self.level.setStyleSheet(f"background: #{fill}; color: {INK}")

    def _tick(self, at: tuple[int, int], words: str, *, on: bool) -> None:
        if on:
            self.ticked[at] = words
        else:
            self.ticked.pop(at, None)

    def _said(self, line: lines.Line) -> str:
        return lines.said(line, self.desk.answers, self.language)
