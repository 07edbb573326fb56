"""A column of parts that scrolls, and whose parts always have the height they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

GAP = 12


class Column(QScrollArea):
    """Parts below each other, at most ``width`` pixels wide; scrolls only up and down."""

    def __init__(self, *, width: int = 0) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        if width:
            content.setMaximumWidth(width)
            self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.parts = QVBoxLayout(content)
        self.parts.setContentsMargins(28, 24, 28, 24)
        self.parts.setSpacing(GAP)
        self.parts.addStretch(1)
        self.setWidget(content)
        content.installEventFilter(self)

    def add(self, part: QWidget, *, stretch: int = 0, left: bool = False) -> None:
        """Put a part below those that are there: across the column, or narrow at its left."""
        _polish(part)
        hidden = part.isHidden() and part.testAttribute(
            Qt.WidgetAttribute.WA_WState_ExplicitShowHide
        )
        self.parts.insertWidget(self.parts.count() - 1, part, stretch)
        if left:
            self.parts.setAlignment(part, Qt.AlignmentFlag.AlignLeft)
        if not hidden:
            part.show()
        self.parts.activate()
        _activate(part)
        self._grow()

    def settle(self, part: QWidget) -> None:
        """Give what has changed inside the column its height now, not some rounds of events later.

        The part may stand in others; all of them make room for it.
        """
        _polish(part)
        for widget in part.findChildren(QWidget):
            # Qt shows what was added to a layout later, unless it was hidden on purpose.
            told = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
            if widget.isHidden() and not told and not widget.isWindow():
                widget.show()
        around = []
        above = part.parentWidget()
        while above is not None and above is not self.widget():
            around.append(above)
            above = above.parentWidget()
        # Widths come from outside, and the heights that follow from them from inside.
        self.parts.activate()
        for widget in reversed(around):
            _lay_out(widget)
        _activate(part)
        # What waits to be laid out would squeeze others for a moment when its turn comes.
        for widget in (*reversed(part.findChildren(QWidget)), part, *around, self.widget()):
            QApplication.sendPostedEvents(widget, QEvent.Type.LayoutRequest)
        self.parts.activate()
        self._grow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Give the parts their new height at once, so that none is ever seen squeezed."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.parts.activate()
            self._grow()
        return super().eventFilter(watched, event)

    def _grow(self) -> None:
        """Let the scroll area measure its parts now, not when its turn comes."""
        QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))


def _polish(part: QWidget) -> None:
    # Else the layouts remember heights from before the style sheet gave them room.
    for widget in part.findChildren(QWidget):
        widget.ensurePolished()


def _activate(part: QWidget) -> None:
    # A text that found its lines is higher now. Each layout above it would hear of it one round of
    # events later than the one inside it.
    for widget in (*reversed(part.findChildren(QWidget)), part):
        _lay_out(widget)


def _lay_out(widget: QWidget) -> None:
    layout = widget.layout()
    if layout is not None:
        layout.activate()


def settled(part: QWidget) -> None:
    """Let the column around the part, if it stands in one, give it its height now."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, Column):
        above = above.parentWidget()
    if above is not None:
        above.settle(part)


def into_sight(part: QWidget) -> None:
    """Scroll to the part, once it has its place, where it stands in something that scrolls."""

    def scroll() -> None:
        above = part.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and part.isVisible():
            above.ensureWidgetVisible(part)

    QTimer.singleShot(0, part, scroll)
