"""People to tick, as a list that ten thousand leave quick: no widget for any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal

from wizard.interview.people import label
from wizard.language.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from wizard.interview.people import Member

    Index = QModelIndex | QPersistentModelIndex

ROOT = QModelIndex()
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
DISPLAY, CHECK = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.CheckStateRole


class Ticks(QAbstractListModel):
    """Shows those that are looked for; who was ticked stays so while others are looked for."""

    ticked = Signal()
    """Others are shown or ticked."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Member] = []
        self.chosen: set[str] = set()
        self._people: Sequence[Member] = ()
        self._labels: dict[str, str] = {}
        self._words: list[str] = []
        self._department: str | None = None

    def show_people(self, people: Sequence[Member], language: str) -> None:
        """Offer these; whoever is not among them is no longer ticked."""
        self._people = people
        self._labels = {one.id: label(one, language) for one in people}
        self.chosen &= self._labels.keys()
        self._look()

    def find(self, words: str, department: str | None) -> None:
        """Show only those whose name or position has each of these words, of one department."""
        self._words, self._department = folded(words).split(), department
        self._look()

    def tick_shown(self, *, on: bool) -> None:
        """Tick all that are shown, or none of them."""
        ids = {str(one.id) for one in self.shown}
        self.chosen = self.chosen | ids if on else self.chosen - ids
        if self.shown:
            self.dataChanged.emit(self.index(0), self.index(len(self.shown) - 1), [CHECK])
        self.ticked.emit()

    def in_order(self) -> Iterable[str]:
        """The ids of those ticked, in the order of the staff list."""
        return [one.id for one in self._people if one.id in self.chosen]

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """As many as are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """The name with the position, and whether it is ticked."""
        one = self.shown[index.row()]
        if role in {DISPLAY, Qt.ItemDataRole.AccessibleTextRole}:
            return self._labels[one.id]
        if role == CHECK:
            return ON if one.id in self.chosen else OFF
        return None

    def setData(self, index: Index, value: object, role: int = CHECK) -> bool:  # noqa: N802
        """Tick somebody, or no longer."""
        if role != CHECK:
            return False
        one = self.shown[index.row()]
        if Qt.CheckState(value) == ON:
            self.chosen.add(str(one.id))
        else:
            self.chosen.discard(str(one.id))
        self.dataChanged.emit(index, index, [CHECK])
        self.ticked.emit()
        return True

    def flags(self, _index: Index) -> Qt.ItemFlag:
        """Everybody can be ticked."""
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usable | Qt.ItemFlag.ItemIsUserCheckable

    def _look(self) -> None:
        self.beginResetModel()
        self.shown = [
            one
            for one in self._people
            if self._department in {None, one.department.own or ""}
            and all(word in folded(self._labels[one.id]) for word in self._words)
        ]
        self.endResetModel()
        self.ticked.emit()
