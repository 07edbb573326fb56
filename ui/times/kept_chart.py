"""How many replies of a channel were in time in each of twelve months, as a row of bars."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import tongue
from ui.theme import colours
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview import punctuality
from wizard.language import dates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from wizard.interview.times import Month

MONTHS = 12
HEIGHT, LABEL, GAP = 40, 16, 4


class KeptChart(QWidget):
    """The twelve months that end with ``last``; a line marks the share that counts as kept."""

    def __init__(self, title: str, last: dt.date) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT + LABEL)
        self.days = [_before(last, back) for back in reversed(range(MONTHS))]
        self.kept: dict[dt.date, float] = {}
        """The share in time by the first day of its month."""
        self.setAccessibleName(tr(N_("{channel}: answered in time, by month"), channel=title))

    def show_months(self, months: Iterable[Month]) -> None:
        """Show what these months of the channel tell."""
        known = (one for one in months if one.month and one.messages and one.late is not None)
        found = {one.month.replace(day=1): one for one in known if one.month}
        self.kept = {
            day: 1 - punctuality.share_late(found[day]) for day in self.days if day in found
        }
        language = tongue.language()
        said = (
            f"{dates.month(day, language)}: {_per_cent(kept)}" for day, kept in self.kept.items()
        )
        self.setAccessibleDescription("; ".join(said))
        self.setToolTip(self.accessibleDescription())
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as it is let, as high as its bars and the names of the months."""
        return QSize(280, HEIGHT + LABEL)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the bars, the line, and the months."""
        shown, locale = colours(), QLocale(tongue.language())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPixelSize(10)
        painter.setFont(font)
        width = self.width() / MONTHS
        for place, day in enumerate(self.days):
            left = place * width
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shown.neutral_soft))
            painter.drawRect(QRectF(left, HEIGHT - 2, width - GAP, 2))
            if day in self.kept:
                kept = self.kept[day]
                is_kept = 1 - kept <= punctuality.TOLERATED
                painter.setBrush(QColor(shown.done if is_kept else shown.bad))
                high = max(2.0, HEIGHT * kept)
                painter.drawRect(QRectF(left, HEIGHT - high, width - GAP, high))
            painter.setPen(QColor(shown.muted))
            name = locale.standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)
            area = QRectF(left - GAP, HEIGHT, width + GAP, LABEL)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, name.strip(".")[:3])
        painter.setPen(QPen(QColor(shown.ink), 1, Qt.PenStyle.DashLine))
        level = HEIGHT * punctuality.TOLERATED
        painter.drawLine(QPointF(0, level), QPointF(self.width() - GAP, level))
        painter.end()


def _before(month: dt.date, back: int) -> dt.date:
    """The first day of the month so many months before."""
    number = month.year * 12 + month.month - 1 - back
    return dt.date(number // 12, number % 12 + 1, 1)


def _per_cent(share: float) -> str:
    return punctuality.PERCENT[tongue.language()].format(share=share * 100)
