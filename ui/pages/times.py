"""The log of missed times: a month to fill in, figures from a table, and how it went of late."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QVBoxLayout, QWidget

from ui import pieces
from ui.column import settled
from ui.flowing import Flowing
from ui.notice import Notice
from ui.times.import_panel import ImportPanel
from ui.times.kept_charts import KeptCharts
from ui.times.month_choice import MonthChoice
from ui.times.month_table import MonthTable
from ui.tongue import tr
from wizard.figures.draft import MONTHS
from wizard.i18n import N_
from wizard.interview import places

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QShowEvent

    from ui.desk import Desk
    from wizard.figures.draft import Draft
    from wizard.interview.places import Place

SHEET = "missed-times"
CHANNELS = "channels"
NO_CHANNELS = N_("There is no channel yet. Name your channels first; then count month by month.")
NO_FIGURES = N_(
    "Nothing is counted yet. Print the sheet and keep it through the month, type the figures here, "
    "or import them: a line for each channel and month."
)


class TimesPage(QWidget):
    """Shows the last whole month first."""

    files_wanted = Signal(object)
    """Somebody wants these documents, named by their ids, as files."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._is_stale = False
        self.choice = MonthChoice(desk.today)
        self.table = MonthTable(desk, self.choice.month)
        self.empty = pieces.words("", "muted")
        self.panel = ImportPanel(desk)
        self.notice = Notice()
        self.charts = KeptCharts()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (
            self.choice, self.table, self.empty, self._ways(), self.panel, self.notice, self.charts,
        ):  # fmt: skip
            column.addWidget(part)
        self.choice.chosen.connect(self._look_at)
        self.panel.taken.connect(self._taken)
        desk.changed.connect(self._changed)
        desk.shown_anew.connect(self._shown_anew)
        self._show_channels()

    def focus(self, place: Place) -> bool:
        """Put the focus on a figure, in its month; whether the place is of this page."""
        if place.whole != MONTHS:
            return False
        self._show_month_of(place)
        if not self.table.focus(place):
            self.choice.back.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Channels that changed meanwhile are shown as they are now."""
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self._look_at(self.choice.month)
            self._show_channels()

    def load(self, file: Path) -> None:
        """Look at the figures of a file."""
        self.panel.read_file(file)

    def paste(self) -> None:
        """Look at what the clipboard holds as figures."""
        self.panel.read_text(QApplication.clipboard().text())

    def _look_at(self, month: dt.date) -> None:
        self.desk.leave()
        self.table.show_month(month)

    def _show_month_of(self, place: Place) -> None:
        row = places.row_at(self.desk.answers, place)
        month = getattr(row, "month", None)
        if month is not None and month.replace(day=1) != self.choice.month:
            self.choice.show_month(month)
            self._look_at(self.choice.month)

    def _changed(self, place: Place | None) -> None:
        if place is None:
            return
        if place.step == CHANNELS:
            self._is_stale = True
        elif place.whole == MONTHS:
            self._show()

    def _shown_anew(self, place: Place | None) -> None:
        if place is not None and place.whole == MONTHS:
            self._show_month_of(place)

    def _taken(self, draft: Draft) -> None:
        newest = max(one.figure.month for one in draft.lines)
        self.choice.show_month(newest)
        self._look_at(newest)
        said = tr(N_("Months taken over: {count}"), count=len(draft.news))
        self.notice.tell(said, tr(N_("Undo")), self.desk.undo)

    def _show_channels(self) -> None:
        """Show the channels as they now are, and what to do where there are none."""
        channels = self.table.channels()
        for part in (self.table, self.choice):
            part.setVisible(bool(channels))
        for button in (self.load_wanted, self.paste_wanted):
            button.setEnabled(bool(channels))
        self.charts.show_channels(channels, self.desk.answers, self.desk.today)
        self._show()

    def _show(self) -> None:
        """Show how it went of late, and what to do where nothing is counted."""
        answers, channels = self.desk.answers, self.table.channels()
        counted = any(one.messages is not None for one in answers.times.months)
        self.charts.show_months(answers)
        self.empty.setText(tr(NO_FIGURES if channels else NO_CHANNELS))
        pieces.seen(self.empty, on=not (channels and counted))
        settled(self)

    def _ways(self) -> QWidget:
        box = QWidget()
        row = Flowing(box)
        self.load_wanted = QPushButton(tr(N_("Import figures…")))
        self.load_wanted.clicked.connect(self._choose)
        self.paste_wanted = QPushButton(tr(N_("Paste")))
        self.paste_wanted.clicked.connect(self.paste)
        self.print_wanted = QPushButton(tr(N_("Print the sheet…")))
        self.print_wanted.clicked.connect(self._want_sheet)
        for button in (self.load_wanted, self.paste_wanted, self.print_wanted):
            row.addWidget(button)
        return box

    def _want_sheet(self) -> None:
        self.files_wanted.emit([SHEET])

    def _choose(self) -> None:
        file = self._ask_for_file()
        if file:
            self.load(Path(file))

    def _ask_for_file(self) -> str:
        kinds = "CSV, Excel (*.csv *.tsv *.txt *.xlsx)"
        return QFileDialog.getOpenFileName(self, tr(N_("Import figures…")), "", kinds)[0]
