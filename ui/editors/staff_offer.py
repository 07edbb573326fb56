"""The staff list, offered below the list of who was there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from ui.editors.offer import Offer
from ui.flowing import Flowing
from ui.staff.choice_box import ChoiceBox
from ui.staff.ticks import Ticks
from ui.tongue import tr
from wizard import attendance
from wizard.i18n import N_

if TYPE_CHECKING:
    from ui.editors.editor import Asked
    from wizard.interview.listing import RawRow

MOST_ROWS = 10
"""So many people are seen at once."""
FIND_WIDTH = 190


class StaffOffer(Offer):
    """A way to those of the staff who are not in the list yet, to be found and ticked."""

    def __init__(self, asked: Asked) -> None:
        way, every = N_("Take people from the staff list…"), N_("Tick all who are shown")
        super().__init__(asked, tr(way), tr(every))
        self.find = QLineEdit()
        self.find.setPlaceholderText(tr(N_("Find a person…")))
        self.find.setAccessibleName(tr(N_("Find a person")))
        self.find.setClearButtonEnabled(True)
        self.find.setFixedWidth(FIND_WIDTH)
        self.find.textChanged.connect(self._look)
        self.department = ChoiceBox(tr(N_("Department")))
        self.department.chosen.connect(self._look)
        self.model = Ticks()
        self.model.setParent(self)
        self.model.ticked.connect(self._show_ticked)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setProperty("role", "ticks")
        self.list.setAccessibleName(tr(N_("Staff list")))
        self.all.clicked.connect(self._tick_all)
        self.looking = QWidget()
        line = Flowing(self.looking)
        line.addWidget(self.find)
        line.addWidget(self.department)
        self.lay_out(self.hint, self.looking, self.all, self.list)

    def open(self) -> None:
        """Show the whole staff as it is now."""
        self.find.clear()
        super().open()

    def first(self) -> QWidget:
        return self.find if self.model.shown else self.shut

    def taken(self, rows: list[RawRow]) -> list[RawRow]:
        return attendance.with_noted(rows, self.model.in_order())

    def build(self) -> None:
        desk = self.asked.desk
        people = attendance.not_noted(desk.answers)
        departments = sorted({one.department.own or "" for one in people}, key=str.casefold)
        labels: dict[object, str] = {None: tr(N_("Every department"))}
        labels |= {one: one or tr(N_("No department")) for one in departments}
        current = self.department.currentData()
        self.department.offer(labels, current if current in labels else None)
        self.department.setVisible(len(departments) > 1)
        self.model.show_people(people, desk.document_language)
        self._look()
        seen = min(len(people), MOST_ROWS) * self.list.sizeHintForRow(0)
        self.list.setFixedHeight(seen + 2 * self.list.frameWidth())
        if people:
            hint = N_("Tick who was there. What you add is one change and can be undone.")
        elif desk.answers.people.list:
            hint = N_("Everybody on the staff list is noted.")
        else:
            hint = N_("The staff list is empty. Fill it first, or add people by name.")
        self.hint.setText(tr(hint))
        for widget in (self.looking, self.all, self.list, self.add):
            widget.setVisible(bool(people))

    def _look(self, _wanted: object = None) -> None:
        self.model.find(self.find.text(), self.department.currentData())

    def _tick_all(self, on: bool) -> None:
        self.model.tick_shown(on=on)

    def _show_ticked(self) -> None:
        shown, chosen = self.model.shown, self.model.chosen
        self.all.setChecked(bool(shown) and all(one.id in chosen for one in shown))
        self.all.setEnabled(bool(shown))
        self.add.setText(tr(N_("Add: {count}"), count=len(chosen)))
        self.add.setEnabled(bool(chosen))
