"""Whom the table of the ledger shows, and in which order: find, filter, sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ui.flowing import Flowing
from ui.staff.choice_box import ChoiceBox
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview.options import PERSON_KINDS
from wizard.ledger import looking
from wizard.ledger.looking import FIELDS, Wanted

if TYPE_CHECKING:
    from wizard.ledger.ledger import Ledger
    from wizard.ledger.looking import Field, Show

FIND_WIDTH = 170
SHOWS: dict[Show, str] = {
    "all": N_("Everybody"),
    "outstanding": N_("Who has not signed"),
    "overdue": N_("Who is overdue"),
    "refused": N_("Who refused"),
    "left": N_("Who left"),
}
ORDERS = {
    "outstanding": N_("Outstanding first"),
    "list": N_("As on the staff list"),
    "name": N_("By name"),
    "position": N_("By position"),
    "location": N_("By location"),
    "department": N_("By department"),
    "shift": N_("By shift"),
    "kind": N_("By kind"),
}
ANY: dict[Field, str] = {
    "location": N_("Every location"),
    "department": N_("Every department"),
    "shift": N_("Every shift"),
    "kind": N_("Every kind"),
}
NOWHERE: dict[Field, str] = {
    "location": N_("No location"),
    "department": N_("No department"),
    "shift": N_("No shift"),
    "kind": N_("Employee"),
}


class Filters(QWidget):
    """Offers a field to filter by only where the people differ in it, and behind a button."""

    changed = Signal()
    """Something else is wanted."""
    order_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        row = Flowing(self)
        self.find = QLineEdit()
        self.find.setPlaceholderText(tr(N_("Find a person…")))
        self.find.setAccessibleName(tr(N_("Find a person")))
        self.find.setClearButtonEnabled(True)
        self.find.setFixedWidth(FIND_WIDTH)
        self.find.textChanged.connect(lambda _text: self.changed.emit())
        row.addWidget(self.find)
        self.show_box = self._box(tr(N_("Who is shown")))
        self.show_box.offer({one: tr(label) for one, label in SHOWS.items()}, "all")
        row.addWidget(self.show_box)
        self.order_box = ChoiceBox(tr(N_("Order of the list")))
        self.order_box.chosen.connect(self.order_chosen)
        row.addWidget(self.order_box)
        self.more = QPushButton(tr(N_("Filters")), checkable=True)
        self.more.toggled.connect(self._unfold)
        row.addWidget(self.more)
        self.fields: dict[Field, ChoiceBox] = {}
        self._offered: set[Field] = set()
        for field in FIELDS:
            self.fields[field] = self._box(tr(ANY[field]))
            self.fields[field].hide()
            row.addWidget(self.fields[field])

    @property
    def wanted(self) -> Wanted:
        """Who is to be seen."""
        fields = {field: box.currentData() for field, box in self.fields.items()}
        return Wanted(self.find.text(), self.show_box.currentData(), **fields)

    def offer(self, ledger: Ledger, *, published: bool) -> None:
        """Offer what the people of this ledger can be filtered and sorted by."""
        self.show_box.setVisible(published)
        orders = dict(ORDERS)
        known = looking.values(ledger)
        for field, box in self.fields.items():
            values = known[field]
            options: dict[object, str] = {None: tr(ANY[field])}
            options |= {one: _label(field, one) for one in values}
            current = box.currentData()
            box.offer(options, current if current in options else None)
            if len(values) < 2:
                del orders[field]
                self._offered.discard(field)
            else:
                self._offered.add(field)
        self._unfold(self.more.isChecked())
        current = self.order_box.currentData() or "outstanding"
        shown = {one: tr(label) for one, label in orders.items()}
        self.order_box.offer(shown, current if current in shown else "outstanding")

    def show_only(self, show: Show) -> None:
        """Filter by this state and by nothing else."""
        self.find.clear()
        for box in self.fields.values():
            box.setCurrentIndex(0)
        self.show_box.setCurrentIndex(list(SHOWS).index(show))
        self.changed.emit()

    def show_order(self, order: str) -> None:
        """Show that the table was sorted by its heading; the box is empty for a document."""
        self.order_box.setCurrentIndex(self.order_box.findData(order))

    def _unfold(self, unfolded: bool) -> None:
        """Show the fields to filter by, or only those that narrow the list."""
        self.more.setVisible(bool(self._offered))
        for field, box in self.fields.items():
            narrows = box.currentIndex() > 0
            box.setVisible(field in self._offered and (unfolded or narrows))

    def _box(self, name: str) -> ChoiceBox:
        box = ChoiceBox(name)
        box.chosen.connect(lambda _one: self.changed.emit())
        return box


def _label(field: Field, value: str) -> str:
    if field == "kind" and value in PERSON_KINDS:
        return tr(PERSON_KINDS[value])
    return value or tr(NOWHERE[field])
