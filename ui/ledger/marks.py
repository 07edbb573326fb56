"""The bar above the ledger: for which document, on which day and how, and the marks themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from ui import pieces
from ui.day_field import DayField
from ui.document_names import signed_name
from ui.flowing import Flowing
from ui.staff.choice_box import ChoiceBox
from ui.tongue import tr
from wizard.i18n import N_
from wizard.ledger.marking import HOW

if TYPE_CHECKING:
    import datetime as dt

    from wizard.ledger.ledger import Ledger

DAY_WIDTH = 112
ALL = ""
"""What the box of documents stands for when all of them are meant."""
MARKS = (
    ("signed", N_("&Signed"), "S"),
    ("handed", N_("&Handed over"), "H"),
    ("refused", N_("&Refused"), "R"),
    ("undo", N_("&Undo"), "U"),
)


class MarkBar(QWidget):
    """Buttons for what the keys of the table do, and what goes with every mark."""

    deed = Signal(str)
    """A button was pressed for ``signed``, ``handed``, ``refused`` or ``undo``."""
    document_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        row = Flowing(self)
        self.document_box = ChoiceBox(tr(N_("Document to mark")))
        self.document_box.chosen.connect(self.document_chosen)
        row.addWidget(self.document_box)
        self.day = DayField(tr(N_("Signed on")), width=DAY_WIDTH, small=True)
        row.addWidget(pieces.labelled(tr(N_("Signed on")), self.day, self.day.line))
        self.how = ChoiceBox(tr(N_("How it was signed")))
        ways: dict[object, str] = {ALL: tr(N_("as each of them signs"))}
        self.how.offer(ways | {one: tr(words) for one, words in HOW.items()}, ALL)
        row.addWidget(self.how)
        deeds = QWidget()
        side_by_side = QHBoxLayout(deeds)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(8)
        self.buttons: dict[str, QPushButton] = {}
        for deed, words, key in MARKS:
            button = QPushButton(tr(words))
            button.setAccessibleName(tr(words).replace("&", ""))
            button.setToolTip(tr(N_("Key: {key}"), key=key))
            button.clicked.connect(lambda _on=False, one=deed: self.deed.emit(one))
            self.buttons[deed] = button
            side_by_side.addWidget(button)
        self.more = QToolButton(text=tr(N_("More")))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setAccessibleName(tr(N_("More to note of the chosen people")))
        side_by_side.addWidget(self.more)
        row.addWidget(deeds)
        self.show_can_undo(can=False)

    @property
    def document(self) -> str:
        """The document that is marked, :data:`ALL` for every one."""
        return str(self.document_box.currentData() or ALL)

    def show_day(self, day: dt.date) -> None:
        """Propose the day, unless one was typed."""
        if self.day.raw is None:
            self.day.show_raw(day.isoformat())

    def offer(self, ledger: Ledger) -> None:
        """Offer the documents of this ledger; the one that was chosen stays so.

        At first it is the one with the most signatures that are awaited.
        """
        options: dict[object, str] = {
            one.document: signed_name(one.document) for one in ledger.documents
        }
        if len(options) > 1:
            options[ALL] = tr(N_("All documents"))
        current = self.document_box.currentData()
        if options and current not in options:
            most = max(ledger.documents, key=lambda one: ledger.coverage(one.document).outstanding)
            current = most.document
        if options:
            self.document_box.offer(options, current)

    def show_document(self, document: str) -> None:
        """Show that this document is marked now."""
        place = self.document_box.findData(document)
        if place >= 0:
            self.document_box.setCurrentIndex(place)

    def show_can_undo(self, *, can: bool) -> None:
        """Whether there is a mark to take back."""
        self.buttons["undo"].setEnabled(can)

    def show_menu(self, menu: QMenu) -> None:
        """What else can be noted."""
        self.more.setMenu(menu)
