"""The editor of weekly hours: seven days, each with any number of intervals, and a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui import tongue
from ui.editors.editor import Asked, Editor
from ui.editors.week_bars import WeekBars
from ui.editors.week_day import DayRow
from ui.flowing import Flowing
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview.kinds import Misfit
from wizard.interview.values import DAYS, Week

if TYPE_CHECKING:
    from wizard.interview.kinds import Json

ALWAYS = "24/7"
WEEKDAYS = DAYS[1:5]
GAP = 8


class WeekEditor(Editor):
    """The weekly grid; a time that cannot be read is kept as typed."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        ways = QWidget()
        row = Flowing(ways)
        self.copy = QPushButton(tr(N_("Copy Monday to weekdays")))
        self.copy.clicked.connect(self._copy)
        self.always = QPushButton(tr(N_("Open 24/7")))
        self.always.setCheckable(True)
        self.always.clicked.connect(self._open_always)
        row.addWidget(self.copy)
        row.addWidget(self.always)
        column.addWidget(ways)
        locale = QLocale(tongue.language())
        self.days: dict[str, DayRow] = {}
        for number, day in enumerate(DAYS, start=1):
            name = locale.standaloneDayName(number)
            self.days[day] = DayRow(name[:1].upper() + name[1:])
            self.days[day].changed.connect(self._changed)
            column.addWidget(self.days[day])
        for row in self.days.values():
            row.open.ensurePolished()
        widest = max(row.open.sizeHint().width() for row in self.days.values())
        for row in self.days.values():
            row.open.setFixedWidth(widest + GAP)
        self.bars = WeekBars()
        column.addSpacing(6)
        column.addWidget(self.bars)

    def field(self) -> QWidget:
        return self.days["mon"].first_field() if self.copy.isEnabled() else self.always

    def show_raw(self, raw: Json) -> None:
        always = raw == ALWAYS
        self.always.setChecked(always)
        self.copy.setEnabled(not always)
        for day, row in self.days.items():
            row.setVisible(not always)
            spans = raw.get(day) if isinstance(raw, dict) else None
            row.show_spans([str(span) for span in spans] if isinstance(spans, list) else [])
        self._draw(raw)

    def _changed(self) -> None:
        raw: Json = {day: list(row.spans()) for day, row in self.days.items()}
        self._draw(raw)
        self.given.emit(raw)

    def _copy(self) -> None:
        for day in WEEKDAYS:
            self.days[day].show_spans(self.days["mon"].spans())
        self._changed()

    def _open_always(self) -> None:
        raw: Json = ALWAYS if self.always.isChecked() else {}
        self.show_raw(raw)
        self.given.emit(raw)

    def _draw(self, raw: Json) -> None:
        try:
            week = self.asked.question.kind.clean(raw)
        except Misfit:
            return
        self.bars.show_week(week if isinstance(week, Week) else Week())
