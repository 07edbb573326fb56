"""The tabs above the preview: as many documents as there is room for, the others in a menu."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from ui.tongue import tr
from wizard.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

GAP = 2
SIDES = 24
"""Room beside the words of a tab, which are bold."""
MORE_WIDTH = 38
LEAST_WIDTH = 160


@dataclass(frozen=True, slots=True)
class Offer:
    """A document that can be looked at: its id, its name in short, and its whole title."""

    id: str
    name: str
    title: str


class DocumentTabs(QWidget):
    """One line of tabs; the document that is looked at always has one."""

    chosen = Signal(str)
    """The id of the document that somebody wants to look at."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(LEAST_WIDTH)
        self.current = ""
        self.tabs: dict[str, QPushButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self.more = QToolButton(text="⋯")
        self.more.setProperty("role", "link")
        self.more.setFixedWidth(MORE_WIDTH)
        self.more.setAccessibleName(tr(N_("More documents")))
        self.more.setToolTip(self.more.accessibleName())
        self.more.clicked.connect(self._open_more)
        self._row.addWidget(self.more)
        self._row.addStretch(1)

    def offer(self, offers: Sequence[Offer], current: str) -> None:
        """Offer these documents in this order, ``current`` being looked at."""
        for tab in self.tabs.values():
            self._row.removeWidget(tab)
            tab.hide()
            tab.deleteLater()
        self.tabs = {}
        for place, one in enumerate(offers):
            tab = _tab(one)
            tab.clicked.connect(lambda _on=False, document=one.id: self.chosen.emit(document))
            self._row.insertWidget(place, tab)
            self.tabs[one.id] = tab
        self.show_current(current)

    def show_current(self, document: str) -> None:
        """Show which document is looked at."""
        self.current = document
        for one, tab in self.tabs.items():
            tab.setChecked(one == document)
        self._fit()

    def menu(self) -> QMenu:
        """The documents that have no tab for want of room."""
        menu = QMenu(self)
        for document, tab in self.tabs.items():
            if tab.isHidden():
                menu.addAction(tab.toolTip(), lambda chosen=document: self.chosen.emit(chosen))
        return menu

    def sizeHint(self) -> QSize:  # noqa: N802
        """All tabs side by side."""
        height = max((tab.sizeHint().height() for tab in self.tabs.values()), default=0)
        return QSize(self._needed(list(self.tabs)), height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width has room for more tabs, or for fewer."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width()
        shown = list(self.tabs)
        if self._needed(shown) > room:
            room -= MORE_WIDTH + GAP
            while len(shown) > 1 and self._needed(shown) > room:
                del shown[-2 if shown[-1] == self.current else -1]
        for document, tab in self.tabs.items():
            tab.setVisible(document in shown)
        self.more.setVisible(len(shown) < len(self.tabs))

    def _needed(self, documents: Sequence[str]) -> int:
        return sum(self.tabs[one].minimumWidth() + GAP for one in documents) - GAP

    def _open_more(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


def _tab(offer: Offer) -> QPushButton:
    tab = QPushButton(offer.name)
    tab.setProperty("role", "tab")
    tab.setProperty("document", offer.id)
    tab.setCheckable(True)
    bold = tab.font()
    bold.setBold(True)
    tab.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(offer.name) + SIDES)
    tab.setAccessibleName(f"{offer.name}: {offer.title}")
    tab.setToolTip(offer.title)
    return tab
