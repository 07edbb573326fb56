"""What a drill has shown that must change: a line for each, with who does it and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import pieces
from ui.clearing import clear
from ui.column import settled
from ui.day_field import DayField
from ui.drills.keeping import keep
from ui.tongue import tr
from wizard.exercises import recording, report
from wizard.i18n import N_
from wizard.interview import wording
from wizard.interview.ask import with_answers
from wizard.interview.places import Place

if TYPE_CHECKING:
    from ui.desk import Desk
    from wizard.interview.drills import Action, Held

ACTIONS = Place("drills", "actions")
WHAT, WHO, BY = N_("What to change"), N_("Who"), N_("By")
DAY_WIDTH = 110


class Change(QWidget):
    """One action: each field gives its value to the desk as it is typed."""

    removed = Signal(str)
    """The action of this id is to be taken away."""

    def __init__(self, desk: Desk, action: Action) -> None:
        super().__init__()
        self.desk, self.id = desk, str(action.id)
        self.what, self.who = QLineEdit(), QLineEdit()
        self.by = DayField(tr(BY), width=DAY_WIDTH, small=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for field, label, key in ((self.what, WHAT, "text"), (self.who, WHO, "who")):
            field.setAccessibleName(tr(label))
            field.setPlaceholderText(tr(label))
            value = wording.text(getattr(action, key), desk.document_language, desk.answers)
            field.setText(value)
            field.textEdited.connect(lambda text, key=key: self._give(key, text))
        self.by.line.setPlaceholderText(tr(BY))
        self.by.show_raw(action.by.isoformat() if action.by else None)
        self.by.given.connect(lambda raw: self._give("by", raw))
        remove = QToolButton(text="✕")
        remove.setAccessibleName(f"{tr(WHAT)}: {tr(N_('Remove'))}")
        remove.clicked.connect(lambda: self.removed.emit(self.id))
        grid.addWidget(self.what, 0, 0, 1, 3)
        grid.addWidget(self.who, 1, 0)
        grid.addWidget(self.by, 1, 1)
        grid.addWidget(remove, 1, 2)
        grid.setColumnStretch(0, 1)

    def _give(self, key: str, raw: str | None) -> None:
        self.desk.give(Place(ACTIONS.step, ACTIONS.question, self.id, key), raw)


class Changes(QFrame):
    """The actions of one drill, to be typed; others are not touched."""

    def __init__(self, desk: Desk, held: Held) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.desk, self.held = desk, held
        self.lines: list[Change] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(pieces.words(tr(N_("What we change")), "heading"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(12)
        column.addLayout(self._lines)
        self.add = QPushButton(tr(N_("Add a change")))
        self.add.clicked.connect(self._add)
        column.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        desk.shown_anew.connect(self._shown_anew)
        self._show()

    def _shown_anew(self, place: Place | None) -> None:
        if place is not None and place.whole == ACTIONS:
            self._show()

    def _show(self) -> None:
        clear(self._lines)
        self.lines = [
            Change(self.desk, action) for action in report.of(self.held, self.desk.answers).actions
        ]
        for line in self.lines:
            line.removed.connect(self._remove)
            self._lines.addWidget(line)
        settled(self)

    def _add(self) -> None:
        action = recording.new_action(self.held)
        drills = self.desk.answers.drills
        keep(self.desk, with_answers(drills, {"actions": (*drills.actions, action)}))
        self.lines[-1].what.setFocus()

    def _remove(self, action: str) -> None:
        drills = self.desk.answers.drills
        kept = tuple(one for one in drills.actions if one.id != action)
        keep(self.desk, with_answers(drills, {"actions": kept}))
        self.add.setFocus()
