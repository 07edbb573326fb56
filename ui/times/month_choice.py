"""The month that is looked at, and the ways to the one before and after it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui import pieces, tongue
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview.times import EARLIEST
from wizard.language import dates

ONE_DAY = dt.timedelta(days=1)


class MonthChoice(QWidget):
    """Goes no further than the month of ``today``, which may still be under way."""

    chosen = Signal(object)
    """The first day of the month that somebody went to."""

    def __init__(self, today: dt.date) -> None:
        super().__init__()
        self._last = today.replace(day=1)
        self.month = (self._last - ONE_DAY).replace(day=1)
        self.back, self.on = QToolButton(text="←"), QToolButton(text="→")
        for button, name in (
            (self.back, N_("The month before")),
            (self.on, N_("The month after")),
        ):
            button.setAccessibleName(tr(name))
            button.setToolTip(tr(name))
        self.back.clicked.connect(self._go_back)
        self.on.clicked.connect(self._go_on)
        self.name = pieces.words("", "heading", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.back, self.name, self.on):
            row.addWidget(part)
        row.addStretch(1)
        self.show_month(self.month)

    def show_month(self, month: dt.date) -> None:
        """Look at this month, without telling anybody."""
        self.month = month.replace(day=1)
        said = dates.month(self.month, tongue.language())
        self.name.setText(said[:1].upper() + said[1:])
        self.back.setEnabled(self.month > EARLIEST)
        self.on.setEnabled(self.month < self._last)

    def _go_back(self) -> None:
        self._go_to(self.month - ONE_DAY)

    def _go_on(self) -> None:
        self._go_to(self.month + dt.timedelta(days=31))

    def _go_to(self, day: dt.date) -> None:
        self.show_month(day)
        self.chosen.emit(self.month)
