"""The card with a chart for each channel of which months are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from ui import pieces, tongue
from ui.clearing import clear
from ui.times.kept_chart import KeptChart
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview import summaries

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from wizard.interview.answers import Answers
    from wizard.interview.channels import Channel

LINE = N_("The line marks nine answers in ten: from there on a promise counts as kept.")
HEAD = 2
"""What stands above the charts: the heading, and what the line means."""


class KeptCharts(QFrame):
    """Not seen while no month of the last twelve is counted."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.charts: dict[str, tuple[QLabel, KeptChart]] = {}
        """By the id of its channel."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(6)
        title = tr(N_("Answered in time, the last twelve months"))
        self._column.addWidget(pieces.words(title, "heading"))
        self._column.addWidget(pieces.words(tr(LINE), "hint"))

    def show_channels(self, channels: Iterable[Channel], answers: Answers, last: dt.date) -> None:
        """Show these channels up to the month of ``last``."""
        clear(self._column, keep=HEAD)
        self.charts = {}
        for channel in channels:
            title = summaries.of_row(channel, answers, tongue.language()).title
            pair = pieces.words(title, "label"), KeptChart(title, last)
            for part in pair:
                self._column.addWidget(part)
            self.charts[channel.id] = pair
        self.show_months(answers)

    def show_months(self, answers: Answers) -> None:
        """Show the log as it now is."""
        for channel, (name, chart) in self.charts.items():
            chart.show_months(one for one in answers.times.months if one.channel == channel)
            for part in (name, chart):
                pieces.seen(part, on=bool(chart.kept))
        pieces.seen(self, on=any(chart.kept for _, chart in self.charts.values()))
