"""A field for a day: typed as people write it, or picked from a calendar."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget
from PySide6.QtWidgets import QWidgetAction as WidgetAction

from ui import tongue
from ui.tongue import tr
from wizard.i18n import N_
from wizard.language import dates, reading


class DayField(QWidget):
    """A line and a calendar; ``raw`` is the day in ISO form, what is no day as it was typed.

    A ``small`` one writes the day as tables do and has an arrow for the calendar.
    """

    given = Signal(object)
    """The raw value after every change by the person."""

    def __init__(self, name: str, *, width: int, small: bool = False) -> None:
        super().__init__()
        self._in_words = dates.in_tables if small else dates.in_text
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setFixedWidth(width)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._finished)
        self.button = QToolButton(text="▾" if small else tr(N_("Calendar")))
        self.button.setToolTip(tr(N_("Calendar")))
        self.button.setAccessibleName(f"{name}: {tr(N_('Calendar'))}")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._open)
        self.button.setMenu(self._menu)
        row.addWidget(self.line)
        row.addWidget(self.button)
        self.raw: str | None = None
        self.calendar: QCalendarWidget | None = None

    @property
    def day(self) -> dt.date | None:
        """The day that stands there; None for nothing and for what is no day."""
        return reading.date(self.raw or "")

    def show_raw(self, raw: str | None) -> None:
        """Show this value without giving it."""
        self.raw = raw
        text = self._shown(raw)
        if self.line.text() != text:
            self.line.setText(text)

    def _typed(self, text: str) -> None:
        day = reading.date(text)
        self.raw = day.isoformat() if day else text.strip() or None
        self.given.emit(self.raw)

    def _finished(self) -> None:
        self.line.setText(self._shown(self.raw))

    def _open(self) -> None:
        if self.calendar is None:
            self.calendar = QCalendarWidget()
            self.calendar.setLocale(QLocale(tongue.language()))
            self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
            self.calendar.setVerticalHeaderFormat(
                QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
            )
            self.calendar.clicked.connect(self._picked)
            action = WidgetAction(self._menu)
            action.setDefaultWidget(self.calendar)
            self._menu.addAction(action)
        day = self.day
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))

    def _picked(self, day: QDate) -> None:
        self._menu.close()
        self.raw = dt.date(day.year(), day.month(), day.day()).isoformat()
        self.line.setText(self._shown(self.raw))
        self.given.emit(self.raw)

    def _shown(self, raw: str | None) -> str:
        try:
            day = dt.date.fromisoformat(raw) if raw else None
        except ValueError:
            return str(raw)
        return self._in_words(day, tongue.language()) if day else ""
