"""The risk matrix: how likely and how bad, in colour, to look at and to click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import colours
from ui.tongue import tr
from wizard.documents.house import LEVEL_FILLS
from wizard.i18n import N_
from wizard.interview.options import IMPACTS, LIKELIHOODS
from wizard.interview.risks import level_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from wizard.interview.risks import Risk

SIDE = 4
FOOT_LINE = 16
FOOT = 2 * FOOT_LINE
CELL = 40
LETTERS = 12
"""The height of the words beside the cells, in pixels."""
GAP = 3
INK = "#1B2B30"
MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
}


class RiskMatrix(QWidget):
    """Four by four cells with the number of risks in each; one of them is looked at."""

    chosen = Signal(int, int)
    """Likelihood and impact, 1 to 4, of the cell that was clicked or entered."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: dict[tuple[int, int], int] = {}
        self.current = (SIDE, SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr(N_("Risk matrix")))
        letters = QFont(self.font())
        letters.setPixelSize(LETTERS)
        words = (QFontMetrics(letters).horizontalAdvance(tr(one)) for one in LIKELIHOODS.values())
        self._names = max(words) + 14

    def show_risks(self, risks: Iterable[Risk]) -> None:
        """Count the risks by cell."""
        self.counts = {}
        for risk in risks:
            if risk.on and risk.likelihood and risk.impact:
                cell = (int(risk.likelihood), int(risk.impact))
                self.counts[cell] = self.counts.get(cell, 0) + 1
        said = [
            f"{tr(LIKELIHOODS[str(one)])}, {tr(IMPACTS[str(other)])}: {count}"
            for (one, other), count in sorted(self.counts.items(), reverse=True)
        ]
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def show_cell(self, cell: tuple[int, int] | None) -> None:
        """Outline this cell; None leaves the outline where it is."""
        if cell is not None:
            self.current = cell
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for the words, high enough for four rows."""
        return QSize(self._names + SIDE * 70, SIDE * CELL + FOOT)

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """The likelihood and impact of the cell at this point; None beside the grid."""
        for likelihood in range(1, SIDE + 1):
            for impact in range(1, SIDE + 1):
                if self._area(likelihood, impact).contains(x, y):
                    return likelihood, impact
        return None

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the cells, their counts and the words beside them."""
        shown = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPixelSize(LETTERS)
        for likelihood in range(1, SIDE + 1):
            area = self._area(likelihood, 1)
            painter.setFont(font)
            painter.setPen(QColor(shown.muted))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            words = QRectF(0, area.top(), self._names - 10, area.height())
            painter.drawText(words, right, tr(LIKELIHOODS[str(likelihood)]))
            for impact in range(1, SIDE + 1):
                self._draw_cell(painter, likelihood, impact)
        painter.setFont(font)
        painter.setPen(QColor(shown.muted))
        widest = max(painter.fontMetrics().horizontalAdvance(tr(one)) for one in IMPACTS.values())
        # Then every other word stands lower, so that each has the room of two columns.
        crowded = widest > self._area(1, 1).width()
        for impact in range(1, SIDE + 1):
            area = self._area(1, impact)
            top = SIDE * CELL + (FOOT_LINE if crowded and impact % 2 == 0 else 0)
            words = area.adjusted(-area.width() / 2, 0, area.width() / 2, 0)
            words.moveTop(top)
            words.setHeight(FOOT_LINE)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, tr(IMPACTS[str(impact)]))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Look at a cell."""
        cell = self.cell_at(event.position().x(), event.position().y())
        if cell is not None:
            self._choose(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows move, Enter looks."""
        if event.key() in MOVES:
            up, right = MOVES[Qt.Key(event.key())]
            likelihood, impact = self.current
            self.current = (
                max(1, min(SIDE, likelihood + up)),
                max(1, min(SIDE, impact + right)),
            )
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self.current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """The cell looked at is outlined while the matrix has the focus."""
        super().focusInEvent(event)
        self.update()

    def _choose(self, cell: tuple[int, int]) -> None:
        self.current = cell
        self.update()
        self.chosen.emit(*cell)

    def _area(self, likelihood: int, impact: int) -> QRectF:
        width = (self.width() - self._names) / SIDE
        left, top = self._names + (impact - 1) * width, (SIDE - likelihood) * CELL
        return QRectF(left, top, width - GAP, CELL - GAP)

    def _draw_cell(self, painter: QPainter, likelihood: int, impact: int) -> None:
        area = self._area(likelihood, impact)
        fill = LEVEL_FILLS[f"level-{level_of(likelihood * impact)}"]
        here = (likelihood, impact) == self.current
        painter.setPen(QPen(QColor(colours().ink), 2) if here else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(f"#{fill}"))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)
        count = self.counts.get((likelihood, impact), 0)
        if count:
            font = painter.font()
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(QColor(INK))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(count))
            font.setBold(False)
            painter.setFont(font)
