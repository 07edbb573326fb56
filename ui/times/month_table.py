"""One month of the log: a line a channel, with two numbers to type and the share that was late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QWidget

from ui import pieces, tongue
from ui.clearing import clear
from ui.column import settled
from ui.times.figure_field import FigureField
from ui.tongue import tr
from wizard.figures.draft import MONTHS
from wizard.i18n import N_
from wizard.interview import punctuality, summaries, times
from wizard.language import durations

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QKeyEvent

    from ui.desk import Desk
    from wizard.interview.channels import Channel
    from wizard.interview.places import Place

KEYS = ("messages", "late")
HEADINGS = (N_("Channel"), N_("Promised"), N_("Messages"), N_("Late"), N_("Share"))
TOO_MANY = N_("More answered late ({late}) than there were messages ({messages}).")
ABOVE, BELOW = Qt.Key.Key_Up, Qt.Key.Key_Down


class MonthTable(QFrame):
    """The channels that are in use; Tab goes along a line, Enter and the arrows to the next."""

    def __init__(self, desk: Desk, month: dt.date) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.desk, self.month = desk, month
        self.fields: dict[tuple[str, str], FigureField] = {}
        self._shares: dict[str, QLabel] = {}
        self._errors: dict[str, QLabel] = {}
        self._inside: FigureField | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        desk.changed.connect(self._changed)
        desk.shown_anew.connect(self._shown_anew)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self.show_month(month)

    def show_month(self, month: dt.date) -> None:
        """Show this month, and the channels as they now are."""
        self.month = month
        self.fields, self._shares, self._errors = {}, {}, {}
        self._inside = None
        clear(self._grid)
        for column, heading in enumerate(HEADINGS):
            self._grid.addWidget(pieces.words(tr(heading), "column"), 0, column)
        for number, channel in enumerate(self.channels()):
            self._add(channel, 1 + 2 * number)
        settled(self)

    def channels(self) -> list[Channel]:
        """The channels that are in use, in their order."""
        return [one for one in self.desk.answers.channels.list if one.on]

    def focus(self, place: Place) -> bool:
        """Put the focus on the figure at the place; whether it is of this month."""
        for field in self.fields.values():
            here = field.asked.place
            if here.row == place.row and place.key in {"", here.key}:
                field.field().setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up and down go to the same figure of the next channel, Enter goes on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextChild()
        elif event.key() in {ABOVE, BELOW} and self._inside is not None:
            key = self._inside.asked.place.key
            same = [field for (_, one), field in self.fields.items() if one == key]
            there = same.index(self._inside) + (1 if event.key() == BELOW else -1)
            same[max(0, min(there, len(same) - 1))].field().setFocus()
        else:
            super().keyPressEvent(event)

    def _add(self, channel: Channel, line: int) -> None:
        language = tongue.language()
        title = summaries.of_row(channel, self.desk.answers, language).title or "–"
        promised = durations.length(channel.reply, language) if channel.reply else "–"
        self._grid.addWidget(pieces.words(title, "label"), line, 0)
        self._grid.addWidget(pieces.words(promised, "muted"), line, 1)
        for column, key in enumerate(KEYS, start=2):
            field = FigureField(self.desk, channel.id, self.month, key)
            asked = field.asked.question
            field.field().setAccessibleName(f"{title}: {tr(asked.label)}")
            field.field().setAccessibleDescription(tr(asked.why))
            self._grid.addWidget(field, line, column)
            self.fields[channel.id, key] = field
        share, error = pieces.words("", "label", wrap=False), pieces.words("", "error")
        error.hide()
        self._grid.addWidget(share, line, 4)
        self._grid.addWidget(error, line + 1, 0, 1, len(HEADINGS))
        self._shares[channel.id], self._errors[channel.id] = share, error
        self._tell(channel.id)

    def _tell(self, channel: str) -> None:
        """Show the share of a channel, and what is wrong with its figures."""
        one = times.of_month(self.desk.answers.times.months, channel, self.month)
        share = self._shares[channel]
        known = one is not None and one.messages and one.late is not None
        late = punctuality.share_late(one) if known and one else None
        said = punctuality.PERCENT[tongue.language()]
        share.setText("" if late is None else said.format(share=late * 100))
        role = "error" if late is not None and late > punctuality.TOLERATED else "label"
        if share.property("role") != role:
            share.setProperty("role", role)
            share.style().polish(share)
        problems = []
        for key in KEYS:
            field = self.fields[channel, key]
            misfit = field.misfit
            field.show_misfit(wrong=misfit is not None)
            problems += [tr(misfit.message, **misfit.values)] if misfit else []
        if one is not None and (one.late or 0) > (one.messages or 0) and one.messages is not None:
            problems.append(tr(TOO_MANY, late=one.late, messages=one.messages))
        error = self._errors[channel]
        error.setText(" ".join(dict.fromkeys(problems)))
        if error.isHidden() == bool(problems):
            error.setVisible(bool(problems))
            settled(self)

    def _changed(self, place: Place | None) -> None:
        if place is not None and place.whole == MONTHS:
            for channel in self._shares:
                self._tell(channel)

    def _shown_anew(self, place: Place | None) -> None:
        if place is not None and place.whole == MONTHS:
            for field in self.fields.values():
                field.refresh()
            self._changed(place)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        inside = next((one for one in self.fields.values() if new and one.isAncestorOf(new)), None)
        if inside is self._inside:
            return
        if self._inside is not None:
            self._inside.leave()
            self.desk.leave()
            self._changed(MONTHS)
        self._inside = inside
