"""Rows offered below a list: a way that unfolds a panel, in which they are ticked and taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import pieces
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview import listing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from ui.editors.editor import Asked
    from wizard.interview.kinds import Json
    from wizard.interview.listing import RawRow


class Offer(QWidget):
    """Nothing is ticked by itself; what is ticked comes into the list in one change.

    An offer puts its parts on the panel by :meth:`lay_out`, and says what it has.
    """

    def __init__(self, asked: Asked, way: str, every: str) -> None:
        super().__init__()
        self.asked = asked
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.way = pieces.link(way)
        self.way.clicked.connect(self.open)
        column.addWidget(self.way, alignment=Qt.AlignmentFlag.AlignLeft)
        self.panel = QFrame()
        self.panel.setProperty("role", "row")
        column.addWidget(self.panel)
        self.hint = pieces.words("", "hint")
        self.all = QCheckBox(every)
        self.add = QPushButton(tr(N_("Add")))
        self.add.clicked.connect(self._take)
        self.shut = pieces.link(tr(N_("Close")))
        self.shut.clicked.connect(self.close_panel)

    def lay_out(self, *parts: QWidget | QLayout) -> None:
        """Put these parts on the panel, and below them the ways to take what is ticked."""
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        for part in parts:
            if part is self.all:
                column.addWidget(self.all, alignment=Qt.AlignmentFlag.AlignLeft)
            elif isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.shut)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.panel.hide()
        self.asked.desk.changed.connect(self._changed)

    def open(self) -> None:
        """Show what is offered now."""
        self.build()
        self.way.hide()
        self.panel.show()
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Put the panel away; the way to it is back."""
        self.panel.hide()
        self.way.show()
        self.way.setFocus(Qt.FocusReason.OtherFocusReason)

    def build(self) -> None:
        """Show what is offered by the answers as they are."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """What takes the focus when the panel unfolds."""
        raise NotImplementedError

    def taken(self, rows: list[RawRow]) -> list[RawRow]:
        """The rows of the list with those that are ticked."""
        raise NotImplementedError

    def _changed(self, _place: object) -> None:
        if not self.panel.isHidden():
            self.build()

    def _take(self) -> None:
        place, desk = self.asked.place, self.asked.desk
        rows = self.taken(listing.rows_of(desk.raw(place)))
        self.close_panel()
        desk.put(place, cast("Json", rows))
