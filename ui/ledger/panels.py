"""Small panels that open above the ledger: who is away and why, and erasing personal data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ui import pieces
from ui.column import into_sight
from ui.day_field import DayField
from ui.flowing import Flowing
from ui.staff.choice_box import ChoiceBox
from ui.tongue import tr
from wizard.i18n import N_
from wizard.ledger.marking import WHY_AWAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

DAY_WIDTH = 112
ERASING = N_(
    "Erase the personal data of {name}? Name, position, contacts, remarks and scans go, here and "
    "in the history; the counts of every day stay. Names that stand in published documents stay "
    "there; copies of your answers keep the data until they go. It cannot be undone."
)


class Panel(QFrame):
    """A card that is hidden until it asks something; Escape closes it."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 10, 14, 10)
        self.people: tuple[str, ...] = ()
        """The ids of those it asks about."""
        self.text = pieces.words("", "")
        self.column.addWidget(self.text)
        self.hide()

    def shut(self) -> None:
        """Ask no more."""
        self.hide()
        self.people = ()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)

    def _ask(self, people: Sequence[str], words: str, first: QWidget) -> None:
        self.people = tuple(people)
        self.text.setText(words)
        self.setAccessibleName(words)
        self.show()
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        into_sight(self)


class AwayPanel(Panel):
    """Asks why the chosen people are away, and until when."""

    given = Signal(object, str, object)
    """These people are away for this reason until this day, None while nobody knows."""

    def __init__(self) -> None:
        super().__init__()
        box = QWidget()
        row = Flowing(box)
        self.why = ChoiceBox(tr(N_("Why they are away")))
        self.why.offer({one: tr(words) for one, words in WHY_AWAY.items()}, next(iter(WHY_AWAY)))
        row.addWidget(self.why)
        self.until = DayField(tr(N_("Until")), width=DAY_WIDTH, small=True)
        self.until.line.setPlaceholderText(tr(N_("nobody knows")))
        row.addWidget(pieces.labelled(tr(N_("Until")), self.until, self.until.line))
        self.note = QPushButton(tr(N_("Note the absence")))
        self.note.clicked.connect(self._give)
        self.cancel = QPushButton(tr(N_("Cancel")))
        self.cancel.clicked.connect(self.shut)
        row.addWidget(self.note)
        row.addWidget(self.cancel)
        self.column.addWidget(box)
        self.wrong = pieces.words("", "error")
        self.wrong.hide()
        self.column.addWidget(self.wrong)

    def ask(self, people: Sequence[str], names: str) -> None:
        """Ask about these people."""
        self.until.show_raw(None)
        self.wrong.hide()
        self._ask(people, tr(N_("Absent: {names}"), names=names), self.why)

    def _give(self) -> None:
        if self.until.raw and self.until.day is None:
            self.wrong.setText(
                tr(N_("“{text}” is no day. Type one such as 14.12.2026."), text=self.until.raw)
            )
            self.wrong.show()
            self.until.line.setFocus()
            return
        self.given.emit(self.people, self.why.currentData(), self.until.day)
        self.shut()


class ErasePanel(Panel):
    """Says what erasing means, and erases only by its own button."""

    agreed = Signal(str)
    """The data of this person are to be erased."""

    def __init__(self) -> None:
        super().__init__()
        box = QWidget()
        row = Flowing(box)
        self.erase = QPushButton(tr(N_("Erase for good")))
        self.erase.clicked.connect(self._agree)
        self.keep = QPushButton(tr(N_("Keep the data")))
        self.keep.clicked.connect(self.shut)
        row.addWidget(self.keep)
        row.addWidget(self.erase)
        self.column.addWidget(box)

    def ask(self, person: str, name: str) -> None:
        """Ask about this person; the focus is on the harmless button."""
        self._ask([person], tr(ERASING, name=name), self.keep)

    def _agree(self) -> None:
        person = self.people[0]
        self.shut()
        self.agreed.emit(person)
