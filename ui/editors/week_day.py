"""One day of the weekly grid: open or not, and from when to when, any number of times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from ui.clearing import clear
from ui.flowing import Flowing
from ui.tongue import tr
from wizard.i18n import N_
from wizard.language import reading

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

TIME_WIDTH = 54
USUAL = "09:00-18:00"
AFTERNOON = "14:00-18:00"
STEP = 15
LINE = 29
"""The height of a line with a time in it, in pixels."""


class TimeField(QLineEdit):
    """A time of day, typed in any common way; the arrow keys move it by a quarter of an hour."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setProperty("role", "time")
        self.setFixedWidth(TIME_WIDTH)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.editingFinished.connect(lambda: self.setText(reading.clock(self.text())))
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Arrow up and down."""
        if event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Up: STEP, Qt.Key.Key_Down: -STEP}.get(event.key())  # type: ignore[attr-defined]
            if by is not None:
                self._move(by)
                return True
        return super().eventFilter(watched, event)

    def _move(self, by: int) -> None:
        hours, _, minutes = reading.clock(self.text()).partition(":")
        if hours.isdecimal() and minutes.isdecimal():
            moved = (int(hours) * 60 + int(minutes) + by) % (24 * 60)
            self.setText(f"{moved // 60:02}:{moved % 60:02}")
            self.textEdited.emit(self.text())


class DayRow(QWidget):
    """The hours of one day as ``["08:00-13:00", ...]``."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(6)
        self.open = QCheckBox(name)
        self.open.clicked.connect(self._toggle)
        row.addWidget(self.open, alignment=Qt.AlignmentFlag.AlignTop)
        self._place = QWidget()
        self._flow = Flowing(self._place)
        row.addWidget(self._place, 1)
        self.closed = QLabel(tr(N_("Closed all day")))
        self.closed.setProperty("role", "muted")
        self.closed.setMinimumHeight(LINE)
        self.more = QPushButton(tr(N_("+ break")))
        self.more.setProperty("role", "link")
        self.more.setAccessibleName(f"{name}: {tr(N_('+ break'))}")
        self.more.clicked.connect(self._add)
        self.fields: list[tuple[TimeField, TimeField]] = []
        self._build([])

    def first_field(self) -> QWidget:
        """What takes the focus first."""
        return self.fields[0][0] if self.fields else self.open

    def spans(self) -> list[str]:
        """The hours as they are typed."""
        return [
            f"{reading.clock(start.text())}-{reading.clock(end.text())}"
            for start, end in self.fields
        ]

    def show_spans(self, spans: list[str]) -> None:
        """Show these hours; what is being typed stays where it says the same."""
        if spans != self.spans():
            self._build(spans)

    def _build(self, spans: list[str]) -> None:
        for widget in (self.closed, self.more):
            widget.setParent(None)
        clear(self._flow)
        self.fields = []
        self.open.setChecked(bool(spans))
        for number, span in enumerate(spans):
            self._add_span(number, span)
        self._flow.addWidget(self.more if spans else self.closed)
        self.closed.setVisible(not spans)
        self.more.setVisible(bool(spans))
        self._flow.invalidate()

    def _add_span(self, number: int, span: str) -> None:
        start_text, _, end_text = span.partition("-")
        start, end = TimeField(start_text), TimeField(end_text)
        for field, edge in ((start, tr(N_("from"))), (end, tr(N_("to")))):
            field.setAccessibleName(f"{self.name}, {number + 1}: {edge}")
            field.textEdited.connect(self.changed)
        self.fields.append((start, end))
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (start, QLabel("–"), end):
            row.addWidget(widget)
        if number:
            gone = QPushButton("✕")
            gone.setProperty("role", "link")
            gone.setAccessibleName(tr(N_("Remove {name}"), name=f"{self.name}, {number + 1}"))
            gone.clicked.connect(lambda: self._remove(number))
            row.addWidget(gone)
        self._flow.addWidget(box)

    def _toggle(self, on: bool) -> None:
        self._build([USUAL] if on else [])
        self.changed.emit()

    def _add(self) -> None:
        self._build([*self.spans(), AFTERNOON])
        self.changed.emit()
        self.fields[-1][0].setFocus()

    def _remove(self, number: int) -> None:
        spans = self.spans()
        self._build(spans[:number] + spans[number + 1 :])
        self.changed.emit()
