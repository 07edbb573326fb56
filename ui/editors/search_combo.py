"""A box of many options in which one types a part of what one looks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject

SHORT = 12
NOTHING = "–"


class SearchCombo(QComboBox):
    """Options by id; a long list can be searched by any part of a label."""

    picked = Signal(str)
    """The id of the option chosen, or the text typed where no option has that label."""

    def __init__(self, options: Mapping[str, str]) -> None:
        super().__init__()
        self.addItem(NOTHING, "")
        for one, label in options.items():
            self.addItem(label, one)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        self.setMaxVisibleItems(14)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.installEventFilter(self)
        if len(options) > SHORT:
            self.setEditable(True)
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            completer = self.completer()
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.activated[str].connect(self._completed)
            self.lineEdit().editingFinished.connect(self._finished)
        self.activated.connect(lambda _place: self.picked.emit(self.currentData() or ""))

    def show_id(self, chosen: str) -> None:
        """Show the option with this id; a text that is none as it was typed."""
        place = self.findData(chosen)
        self.setCurrentIndex(place)
        if place < 0 and self.isEditable():
            self.setEditText(chosen)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """Name the box, and the field in it that has the focus."""
        super().setAccessibleName(name)
        if self.isEditable():
            self.lineEdit().setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The wheel scrolls the page; it changes nothing in passing."""
        if event.type() == QEvent.Type.Wheel and not self.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _completed(self, label: str) -> None:
        place = self.findText(label)
        if place >= 0:
            self.setCurrentIndex(place)
            self.picked.emit(self.currentData() or "")

    def _finished(self) -> None:
        text = self.lineEdit().text().strip()
        place = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if place >= 0:
            if place != self.currentIndex():
                self.setCurrentIndex(place)
            self.picked.emit(self.itemData(place) or "")
        else:
            self.picked.emit(text)
