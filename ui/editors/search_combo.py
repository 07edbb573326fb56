"""A box of many options in which one types a part of what one looks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QModelIndex, QObject

SHORT = 12
NOTHING = "–"
SEARCHED = Qt.ItemDataRole.UserRole + 1
"""What is searched for an option: its label, as it is and with е for ё, and its ids."""


class Completer(QCompleter):
    """Finds options by what is searched, and writes the label of the one chosen."""

    def pathFromIndex(self, index: QModelIndex) -> str:  # noqa: N802
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class SearchCombo(QComboBox):
    """Options by id; a long list can be searched by any part of a label or of an id.

    Ids that have one label are one option: it gives the one shown last, else the first of them.
    """

    picked = Signal(str)
    """The id of the option chosen, or the text typed where no option has that label."""

    def __init__(self, options: Mapping[str, str]) -> None:
        super().__init__()
        self.addItem(NOTHING, "")
        self._places = {"": 0}
        self._fill(options)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        self.setMaxVisibleItems(14)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.installEventFilter(self)
        if len(options) > SHORT:
            self.setEditable(True)
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            completer = Completer(self.model(), self)
            completer.setCompletionRole(SEARCHED)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.activated[str].connect(self._completed)
            self.setCompleter(completer)
            self.lineEdit().editingFinished.connect(self._finished)
        self.activated.connect(lambda _place: self.picked.emit(self.currentData() or ""))

    def show_id(self, chosen: str) -> None:
        """Show the option with this id; a text that is none as it was typed."""
        place = self._places.get(chosen, -1)
        self.setCurrentIndex(place)
        if place >= 0:
            self.setItemData(place, chosen)
        elif self.isEditable():
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

    def _fill(self, options: Mapping[str, str]) -> None:
        searched: dict[str, list[str]] = {}
        for one, label in options.items():
            searched.setdefault(label, [label, label.replace("ё", "е")]).append(one)
        for place, (label, found) in enumerate(searched.items(), start=1):
            ids = found[2:]
            self.addItem(label, ids[0])
            self.setItemData(place, " ".join(found), SEARCHED)
            self._places.update(dict.fromkeys(ids, place))

    def _completed(self, label: str) -> None:
        place = self.findText(label)
        if place >= 0:
            self.setCurrentIndex(place)
            self.picked.emit(self.currentData() or "")

    def _finished(self) -> None:
        text = self.lineEdit().text().strip()
        place = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if place < 0:
            place = self._places.get(text, -1)
        if place >= 0:
            if place != self.currentIndex():
                self.setCurrentIndex(place)
            self.picked.emit(self.itemData(place) or "")
        else:
            self.picked.emit(text)
