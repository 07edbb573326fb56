"""The staff list, offered below the list of who was there."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import pieces
from ui.flowing import Flowing
from ui.staff.choice_box import ChoiceBox
from ui.staff.ticks import Ticks
from ui.tongue import tr
from wizard import attendance
from wizard.i18n import N_
from wizard.interview import listing

if TYPE_CHECKING:
    from ui.editors.editor import Asked
    from wizard.interview.kinds import Json

MOST_ROWS = 10
"""So many people are seen at once."""
FIND_WIDTH = 190


class StaffOffer(QWidget):
    """A way to those of the staff who are not in the list yet, to be found and ticked.

    Nobody is ticked by himself; those ticked come into the list in one change.
    """

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.asked = asked
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.way = pieces.link(tr(N_("Take people from the staff list…")))
        self.way.clicked.connect(self.open)
        column.addWidget(self.way, alignment=Qt.AlignmentFlag.AlignLeft)
        self.panel = QFrame()
        self.panel.setProperty("role", "row")
        column.addWidget(self.panel)
        self.hint = pieces.words("", "hint")
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
        self.all = QCheckBox(tr(N_("Tick all who are shown")))
        self.all.clicked.connect(self._tick_all)
        self.add = QPushButton()
        self.add.clicked.connect(self._add)
        self.shut = pieces.link(tr(N_("Close")))
        self.shut.clicked.connect(self.close_panel)
        self._lay_out()
        self.panel.hide()
        asked.desk.changed.connect(self._changed)

    def open(self) -> None:
        """Show the staff as it is now."""
        self.find.clear()
        self._build()
        self.way.hide()
        self.panel.show()
        (self.find if self.model.shown else self.shut).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Put the panel away; the way to it is back."""
        self.panel.hide()
        self.way.show()
        self.way.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        self.looking = QWidget()
        line = Flowing(self.looking)
        line.addWidget(self.find)
        line.addWidget(self.department)
        column.addWidget(self.hint)
        column.addWidget(self.looking)
        column.addWidget(self.all, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.shut)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def _changed(self, _place: object) -> None:
        if not self.panel.isHidden():
            self._build()

    def _build(self) -> None:
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

    def _add(self) -> None:
        place, chosen = self.asked.place, list(self.model.in_order())
        self.close_panel()
        rows = listing.rows_of(self.asked.desk.raw(place))
        self.asked.desk.put(place, cast("Json", attendance.with_noted(rows, chosen)))
