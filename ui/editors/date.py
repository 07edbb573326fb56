"""The editor of a date: typed as people write it, or picked from a calendar."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QMenu, QToolButton
from PySide6.QtWidgets import QWidgetAction as WidgetAction

from ui import tongue
from ui.editors.editor import Asked, Editor
from ui.tongue import tr
from wizard.i18n import N_
from wizard.language import dates, reading

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from wizard.interview.kinds import Json

WIDTH = 180


class DateEditor(Editor):
    """A field and a calendar; what is no date is kept as typed."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.line = QLineEdit()
        self.line.setFixedWidth(WIDTH)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._finished)
        self.button = QToolButton(text=tr(N_("Calendar")))
        self.button.setAccessibleName(f"{tr(asked.question.label)}: {tr(N_('Calendar'))}")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._open)
        self.button.setMenu(self._menu)
        row.addWidget(self.line)
        row.addWidget(self.button)
        row.addStretch(1)
        self._raw: Json = None
        self.calendar: QCalendarWidget | None = None

    def field(self) -> QWidget:
        return self.line

    def show_raw(self, raw: Json) -> None:
        self._raw = raw
        text = _shown(raw)
        if self.line.text() != text:
            self.line.setText(text)

    def _typed(self, text: str) -> None:
        day = reading.date(text)
        self._raw = day.isoformat() if day else text.strip() or None
        self.given.emit(self._raw)

    def _finished(self) -> None:
        self.line.setText(_shown(self._raw))

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
        day = reading.date(str(self._raw or ""))
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))

    def _picked(self, day: QDate) -> None:
        self._menu.close()
        self._raw = dt.date(day.year(), day.month(), day.day()).isoformat()
        self.line.setText(_shown(self._raw))
        self.given.emit(self._raw)


def _shown(raw: Json) -> str:
    try:
        return dates.in_text(dt.date.fromisoformat(str(raw)), tongue.language()) if raw else ""
    except ValueError:
        return str(raw)
