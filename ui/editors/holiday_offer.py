"""The public holidays of the country, offered below the list of closed dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel

from ui import pieces, tongue
from ui.clearing import clear
from ui.editors.offer import Offer
from ui.tongue import tr
from wizard import closed_dates, public_holidays
from wizard.i18n import N_
from wizard.interview import options
from wizard.interview.labels import labels
from wizard.language import dates

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    from ui.editors.editor import Asked
    from wizard.closed_dates import Suggestion
    from wizard.interview.listing import RawRow


class Name(QLabel):
    """The name of a holiday, which wraps; a click on it ticks its box."""

    clicked = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text, textFormat=Qt.TextFormat.PlainText, wordWrap=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class HolidayOffer(Offer):
    """A way to the holidays of the coming twelve months that are not in the list yet."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked, tr(N_("Suggest public holidays…")), tr(N_("Tick all")))
        self.heading = pieces.words("", "label")
        self.all.clicked.connect(self._tick_all)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self.add.setAccessibleName(f"{tr(asked.question.label)}: {tr(N_('Add'))}")
        self.boxes: dict[dt.date, QCheckBox] = {}
        self._found: tuple[Suggestion, ...] = ()
        self.lay_out(self.heading, self.hint, self.all, self._grid)

    def first(self) -> QWidget:
        return self.all if self.boxes else self.shut

    def taken(self, rows: list[RawRow]) -> list[RawRow]:
        return closed_dates.with_suggested(rows, self._ticked())

    def build(self) -> None:
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
