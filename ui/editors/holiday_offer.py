"""The public holidays of the country, offered below the list of closed dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import tongue
from ui.clearing import clear
from ui.tongue import tr
from wizard import closed_dates, public_holidays
from wizard.i18n import N_
from wizard.interview import listing, options
from wizard.interview.labels import labels
from wizard.language import dates

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QMouseEvent

    from ui.editors.editor import Asked
    from wizard.closed_dates import Suggestion
    from wizard.interview.kinds import Json


class Name(QLabel):
    """The name of a holiday, which wraps; a click on it ticks its box."""

    clicked = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text, textFormat=Qt.TextFormat.PlainText, wordWrap=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class HolidayOffer(QWidget):
    """A way to the holidays of the coming twelve months that are not in the list yet.

    Nothing is ticked by itself; those ticked come into the list in one change.
    """

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.asked = asked
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.way = QPushButton(tr(N_("Suggest public holidays…")))
        self.way.setProperty("role", "link")
        self.way.clicked.connect(self.open)
        column.addWidget(self.way, alignment=Qt.AlignmentFlag.AlignLeft)
        self.panel = QFrame()
        self.panel.setProperty("role", "row")
        column.addWidget(self.panel)
        self.heading = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.heading.setProperty("role", "label")
        self.hint = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.hint.setProperty("role", "hint")
        self.all = QCheckBox(tr(N_("Tick all")))
        self.all.clicked.connect(self._tick_all)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self.add = QPushButton(tr(N_("Add")))
        self.add.setAccessibleName(f"{tr(asked.question.label)}: {tr(N_('Add'))}")
        self.add.clicked.connect(self._add)
        self.shut = QPushButton(tr(N_("Close")))
        self.shut.setProperty("role", "link")
        self.shut.clicked.connect(self.close_panel)
        self._lay_out()
        self.panel.hide()
        self.boxes: dict[dt.date, QCheckBox] = {}
        self._found: tuple[Suggestion, ...] = ()
        asked.desk.changed.connect(self._changed)

    def open(self) -> None:
        """Show the holidays of the country as it is now."""
        self._build()
        self.way.hide()
        self.panel.show()
        (self.all if self.boxes else self.shut).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Put the panel away; the way to it is back."""
        self.panel.hide()
        self.way.show()
        self.way.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.hint)
        column.addWidget(self.all, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._grid)
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
        found = closed_dates.suggested(desk.answers, desk.today, tongue.language())
        self._say(found)
        if found == self._found and self.boxes:
            return
        ticked = self._ticked()
        clear(self._grid)
        self._found, self.boxes = found, {}
        for line, one in enumerate(found):
            when = dates.span(one.first, one.last, tongue.language())
            box = QCheckBox(when)
            box.setAccessibleName(f"{when}, {one.title}")
            box.setChecked(one in ticked)
            box.toggled.connect(self._show_ticked)
            name = Name(one.title)
            name.clicked.connect(box.toggle)
            self._grid.addWidget(
                box, line, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            )
            self._grid.addWidget(name, line, 1)
            self.boxes[one.first] = box
        self._show_ticked()

    def _say(self, found: tuple[Suggestion, ...]) -> None:
        country = self.asked.desk.answers.business.country
        name = labels(options.countries, tongue.language()).get(country, "")
        self.heading.setText(tr(N_("Public holidays: {country}"), country=name))
        self.heading.setVisible(bool(name))
        if not name:
            hint = N_("Choose the country of your business first, and its holidays stand here.")
        elif found:
            hint = N_(
                "Tick the days on which you are closed. Holidays of single regions are not here."
            )
        elif public_holidays.coming(country, self.asked.desk.today, tongue.language()):
            hint = N_("All public holidays of the coming twelve months are in the list.")
        else:
            hint = N_("The holidays of this country are not known here: add the dates yourself.")
        self.hint.setText(tr(hint))
        for widget in (self.all, self.add):
            widget.setVisible(bool(found))

    def _ticked(self) -> list[Suggestion]:
        return [one for one in self._found if self.boxes[one.first].isChecked()]

    def _tick_all(self, on: bool) -> None:
        for box in self.boxes.values():
            box.setChecked(on)

    def _show_ticked(self) -> None:
        ticked = len(self._ticked())
        self.all.setChecked(0 < ticked == len(self.boxes))
        self.add.setEnabled(ticked > 0)

    def _add(self) -> None:
        place, chosen = self.asked.place, self._ticked()
        self.close_panel()
        rows = listing.rows_of(self.asked.desk.raw(place))
        added = closed_dates.with_suggested(rows, chosen)
        self.asked.desk.put(place, cast("Json", added))
