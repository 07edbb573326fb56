"""A promise as a small picture: from the message to the answer, and how busy those are who answer.

Open hours are filled, closed ones are not; the load is a bar with a line where the time is used up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import tongue
from ui.theme import colours
from ui.tongue import tr
from wizard.i18n import N_

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from wizard.checks.reply_hours import Wait

BAR, LABEL, GAP = 10, 16, 6
MARK = 5
FULLEST = 1.5
"""The load at the right end of its bar; what is more ends there."""


class PromisePicture(QWidget):
    """Shows a wait above a load; either may be missing."""

    def __init__(
        self,
        wait: Wait | None,
        spans: Sequence[tuple[dt.datetime, dt.datetime]],
        load: float | None,
        *,
        kept: bool,
    ) -> None:
        super().__init__()
        self._wait, self._spans, self._load, self._kept = wait, spans, load, kept
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self._height())
        self.setAccessibleName(tr(N_("The promise as a picture")))

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as it is let, as high as its bars and their labels."""
        return QSize(320, self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        top = 0
        if self._wait is not None:
            self._paint_wait(painter, self._wait, top)
            top += BAR + LABEL + GAP
        if self._load is not None:
            self._paint_load(painter, self._load, top)
        painter.end()

    def _height(self) -> int:
        rows = (self._wait is not None) + (self._load is not None)
        return max(1, rows * (BAR + LABEL) + (GAP if rows > 1 else 0))

    def _paint_wait(self, painter: QPainter, wait: Wait, top: int) -> None:
        shown = colours()
        whole = max(1, wait.minutes)
        width = self.width() - 2 * MARK

        def x(moment: dt.datetime) -> float:
            return MARK + width * (moment - wait.written).total_seconds() / 60 / whole

        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shown.neutral_soft))
        painter.drawRoundedRect(QRectF(MARK, top + 1, width, BAR - 2), 3, 3)
        painter.setBrush(QColor(shown.done))
        for start, end in self._spans:
            left = x(max(start, wait.written))
            painter.drawRect(QRectF(left, top + 1, max(1.0, x(min(end, wait.due)) - left), BAR - 2))
        painter.setBrush(QColor(shown.ink))
        middle = top + BAR / 2
        painter.drawEllipse(QPointF(MARK, middle), MARK, MARK)
        right = MARK + width
        tip = (
            QPointF(right - MARK, middle - MARK),
            QPointF(right + MARK, middle),
            QPointF(right - MARK, middle + MARK),
        )
        painter.drawPolygon(QPolygonF(tip))
        painter.setPen(QColor(shown.muted))
        place = QRectF(0, top + BAR, self.width(), LABEL)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, self._clock(wait.written))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, self._clock(wait.due))

    def _paint_load(self, painter: QPainter, load: float, top: int) -> None:
        shown = colours()
        width = self.width() - 2 * MARK
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shown.neutral_soft))
        painter.drawRoundedRect(QRectF(MARK, top + 1, width, BAR - 2), 3, 3)
        painter.setBrush(QColor(shown.done if self._kept else shown.bad))
        filled = width * min(load, FULLEST) / FULLEST
        painter.drawRoundedRect(QRectF(MARK, top + 1, max(2.0, filled), BAR - 2), 3, 3)
        limit = MARK + width / FULLEST
        painter.setPen(QPen(QColor(shown.ink), 1.5))
        painter.drawLine(QPointF(limit, top - 1), QPointF(limit, top + BAR + 1))
        painter.setPen(QColor(shown.muted))
        place = QRectF(0, top + BAR, self.width(), LABEL)
        said = tr(N_("busiest hour: {load}% of the time"), load=round(load * 100))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, said)
        end = QRectF(limit - 30, top + BAR, 60, LABEL)
        painter.drawText(end, Qt.AlignmentFlag.AlignHCenter, "100%")

    def _clock(self, moment: dt.datetime) -> str:
        locale = QLocale(tongue.language())
        day = locale.standaloneDayName(moment.isoweekday(), QLocale.FormatType.ShortFormat)
        return f"{day} {moment.hour}:{moment.minute:02}"
