"""Pages on the desk: white in every theme, marked where they change, clickable block by block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea

from ui.theme import LIGHT, colours
from ui.tongue import tr
from wizard.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from ui.pages_of import Pages
    from ui.typesetting import Piece
    from wizard.interview.places import Place

GAP = 12
SHADOW = 3
STEP = 1.2
MOST, LEAST = 6.0, 0.5
TRIMMED = 500
"""Twips of white at each side of a page that the preview leaves out, so that it reads larger."""


@dataclass(frozen=True, slots=True)
class Region:
    """Where a question stands: the page, the area on it in twips, and the same within its piece."""

    question: str
    page: int
    area: QRectF
    piece: Piece
    within: QRectF

    @property
    def words(self) -> str:
        """What stands there, as plain text."""
        return self.piece.said(self.within)


class PageView(QAbstractScrollArea):
    """Shows a document page below page, as wide as there is room for, or larger.

    Up and Down go from block to block, Enter asks for the question behind the block.
    """

    clicked = Signal(str)
    """The name of the question behind the block that was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(tr(N_("Page")))
        self.pages: Pages | None = None
        self.regions: list[Region] = []
        self.marked: list[Region] = []
        self.current = -1
        self.scale_by = 1.0

    def show_pages(self, pages: Pages) -> None:
        """Show these pages; the place where one reads stays, the mark goes."""
        self.pages = pages
        self.regions = list(_regions(pages))
        self.marked = []
        self.current = min(self.current, len(self.regions) - 1)
        self._measure()
        self.viewport().update()

    def to_start(self) -> None:
        """Show the beginning."""
        self.current = -1
        self.verticalScrollBar().setValue(0)

    def zoom(self, by: int) -> None:
        """Show the page larger or smaller by a step; 0 makes it fit the width."""
        self.scale_by = 1.0 if not by else min(MOST, max(LEAST, self.scale_by * STEP**by))
        bar = self.verticalScrollBar()
        at = bar.value() / max(1, bar.maximum())
        self._measure()
        bar.setValue(round(at * bar.maximum()))
        self.viewport().update()

    def mark(self, place: Place, *, show: bool = True) -> None:
        """Mark the blocks of the question, and bring the first into sight."""
        self.marked = _found(self.regions, place)
        if self.marked and show:
            self._bring(self.marked[0])
        self.viewport().update()

    def toPlainText(self) -> str:  # noqa: N802
        """All that the pages say, block by block."""
        if self.pages is None:
            return ""
        placed = (one for page in self.pages.pages for one in page if not one.top)
        return "\n".join(one.piece.said() for one in placed)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw what is in sight."""
        if self.pages is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        seen = QRectF(self.viewport().rect())
        for number in range(len(self.pages.pages)):
            area = self._sheet(number)
            if area.intersects(seen):
                self._paint_page(painter, number, area, seen)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the new width."""
        super().resizeEvent(event)
        self._measure()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on a block asks for its question."""
        found = self._region_at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.current = self.regions.index(found)
            self.clicked.emit(found.question)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A hand over what can be clicked."""
        hit = self._region_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up and Down: block by block. Enter: its question. Ctrl with +, -, 0: zoom."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
        if event.key() in steps and self.regions:
            self._go(self.current + steps[event.key()])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current >= 0:
            self.clicked.emit(self.regions[self.current].question)
        elif event.key() in zooms and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(zooms[event.key()])
        else:
            super().keyPressEvent(event)

    def _go(self, number: int) -> None:
        self.current = max(0, min(number, len(self.regions) - 1))
        region = self.regions[self.current]
        self._bring(region)
        self.setAccessibleDescription(region.words)
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )
        self.viewport().update()

    @property
    def _scale(self) -> float:
        if self.pages is None:
            return 1.0
        room = self.viewport().width() - 2 * SHADOW
        return self.scale_by * max(room, 80) / (self.pages.leaf.sheet.width - 2 * TRIMMED)

    def _page_height(self) -> float:
        return self.pages.leaf.sheet.height * self._scale if self.pages else 0.0

    def _sheet(self, number: int) -> QRectF:
        """The page on the viewport, in pixels."""
        sheet = self.pages.leaf.sheet if self.pages else None
        width = (sheet.width - 2 * TRIMMED) * self._scale if sheet else 0.0
        x = SHADOW + max(0.0, (self.viewport().width() - 2 * SHADOW - width) / 2)
        y = number * (self._page_height() + GAP)
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QRectF(x, y, width, self._page_height()).translated(-scrolled)

    def _on_view(self, region: Region) -> QRectF:
        sheet, scale = self._sheet(region.page), self._scale
        area = region.area
        return QRectF(
            sheet.x() + (area.x() - TRIMMED) * scale,
            sheet.y() + area.y() * scale,
            area.width() * scale,
            area.height() * scale,
        )

    def _measure(self) -> None:
        if self.pages is None:
            return
        count, seen = len(self.pages.pages), self.viewport().size()
        high = count * (self._page_height() + GAP)
        wide = self._sheet(0).width() + 2 * SHADOW
        for bar, whole, shown in (
            (self.verticalScrollBar(), high, seen.height()),
            (self.horizontalScrollBar(), wide, seen.width()),
        ):
            bar.setRange(0, max(0, round(whole - shown)))
            bar.setPageStep(shown)
            bar.setSingleStep(24)

    def _paint_page(self, painter: QPainter, number: int, area: QRectF, seen: QRectF) -> None:
        shown = colours()
        painter.fillRect(area.translated(0, SHADOW - 1), QColor(0, 0, 0, 24))
        painter.fillRect(area, QColor(shown.page))
        painter.setPen(QPen(QColor(shown.line), 1))
        painter.drawRect(area)
        scale = self._scale
        painter.save()
        painter.setClipRect(area.intersected(seen))
        painter.translate(area.x() - TRIMMED * scale, area.y())
        painter.scale(scale, scale)
        part = QRectF(0, (seen.top() - area.y()) / scale, 1e6, seen.height() / scale)
        if self.pages is not None:
            self.pages.draw(painter, number, part)
        painter.restore()
        for region in self.marked:
            if region.page == number:
                self._paint_mark(painter, self._on_view(region))
        if self.hasFocus() and 0 <= self.current < len(self.regions):
            current = self.regions[self.current]
            if current.page == number:
                painter.setPen(QPen(QColor(LIGHT.accent), 2))
                painter.drawRect(self._on_view(current).adjusted(-3, -2, 3, 2))

    def _paint_mark(self, painter: QPainter, area: QRectF) -> None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(area.adjusted(-3, -1, 3, 1), QColor(colours().mark))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.fillRect(
            QRectF(area.x() - 6, area.y() - 1, 3, area.height() + 2), QColor(LIGHT.warn)
        )

    def _region_at(self, at: QPointF) -> Region | None:
        hit = [one for one in self.regions if self._on_view(one).contains(at)]
        return min(hit, key=lambda one: one.area.width() * one.area.height(), default=None)

    def _bring(self, region: Region) -> None:
        area, seen = self._on_view(region), self.viewport().rect()
        if area.top() < 0 or area.bottom() > seen.height():
            bar = self.verticalScrollBar()
            bar.setValue(round(bar.value() + area.top() - seen.height() / 3))


def _regions(pages: Pages) -> Iterator[Region]:
    left = pages.leaf.sheet.left
    for number, page in enumerate(pages.pages):
        for placed in page:
            for question, area, within in placed.regions(left):
                yield Region(question, number, area, placed.piece, within)


def _found(regions: list[Region], place: Place) -> list[Region]:
    names = (str(place), f"{place.step}.{place.question}.{place.row}", str(place.whole))
    for name in names:
        found = [one for one in regions if one.question == name]
        if found:
            return found
    return [one for one in regions if one.question.startswith(f"{place.whole}.")]
