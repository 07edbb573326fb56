"""The picture of a week: when it is open, hour by hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import tongue
from ui.theme import colours
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview.values import MINUTES_A_DAY, Week
from wizard.language import weeks

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

NAMES = 30
ROW = 12
SCALE = 16
EVERY = 6


class WeekBars(QWidget):
    """Seven bars of 24 hours; what goes past midnight goes on in the next day's bar."""

    def __init__(self) -> None:
        super().__init__()
        self.week = Week()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(7 * ROW + SCALE)
        self.setAccessibleName(tr(N_("The week as a picture")))

    def show_week(self, week: Week) -> None:
        """Show these hours."""
        self.week = week
        self.setAccessibleDescription(weeks.line(week, tongue.language()))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as it is let, as high as seven bars."""
        return QSize(320, 7 * ROW + SCALE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the bars."""
        shown = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPixelSize(10)
        painter.setFont(font)
        locale = QLocale(tongue.language())
        width = self.width() - NAMES - 8
        for day in range(7):
            top = day * ROW
            painter.setPen(QColor(shown.muted))
            name = locale.standaloneDayName(day + 1, QLocale.FormatType.ShortFormat)
            painter.drawText(QRectF(0, top, NAMES, ROW), Qt.AlignmentFlag.AlignVCenter, name)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shown.neutral_soft))
            painter.drawRoundedRect(QRectF(NAMES, top + 2, width, ROW - 4), 2, 2)
            painter.setBrush(QColor(shown.done))
            for start, end in self._parts(day):
                left = NAMES + width * start / MINUTES_A_DAY
                wide = width * (end - start) / MINUTES_A_DAY
                painter.drawRoundedRect(QRectF(left, top + 2, wide, ROW - 4), 2, 2)
        painter.setPen(QColor(shown.muted))
        for hour in range(0, 25, EVERY):
            x = NAMES + width * hour / 24
            place = QRectF(x - 16, 7 * ROW, 32, SCALE)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(hour))
        painter.end()

    def _parts(self, day: int) -> list[tuple[int, int]]:
        today = [(span.start, min(span.end, MINUTES_A_DAY)) for span in self.week.days[day]]
        late = [
            (0, span.end - MINUTES_A_DAY)
            for span in self.week.days[day - 1]
            if span.end > MINUTES_A_DAY
        ]
        return late + today
