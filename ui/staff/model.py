"""The staff list as a table that ten thousand people leave quick."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview.options import DOCUMENT_LANGUAGES, PERSON_KINDS, SIGNING
from wizard.language import reading
from wizard.language.folding import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QPersistentModelIndex

    from ui.desk import Desk
    from wizard.library.people import Person

    Index = QModelIndex | QPersistentModelIndex

ROOT = QModelIndex()
DISPLAY, EDIT = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole


@dataclass(frozen=True, slots=True)
class Column:
    """A field of ``Person``, its heading, width in pixels, and the options it is chosen from."""

    field: str
    title: str
    width: int
    options: Mapping[str, str] | None = None


COLUMNS = (
    Column("surname", N_("Surname"), 130),
    Column("given", N_("Given name"), 110),
    Column("patronymic", N_("Patronymic"), 120),
    Column("position", N_("Position"), 150),
    Column("kind", N_("Kind"), 110, PERSON_KINDS),
    Column("department", N_("Department"), 120),
    Column("location", N_("Location"), 110),
    Column("shift", N_("Shift"), 80),
    Column("email", N_("E-mail"), 160),
    Column("start_date", N_("Start date"), 100),
    Column("minor", N_("Under 18"), 80),
    Column("language", N_("Language"), 90, DOCUMENT_LANGUAGES),
    Column("signs", N_("How they sign"), 120, SIGNING),
)
MINOR = next(place for place, column in enumerate(COLUMNS) if column.field == "minor")


class PeopleModel(QAbstractTableModel):
    """Shows the desk's people, those that are looked for, in order; edits are given to the desk.

    Sorting and finding are done here and not in a proxy, which would ask for every cell.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.shown: list[Person] = []
        self._left_too = False
        self._words: list[str] = []
        self._order = (-1, Qt.SortOrder.AscendingOrder)
        self._texts: dict[str, tuple[Person, str]] = {}

    def show_people(self, *, left_too: bool) -> None:
        """Read the people of the desk anew."""
        self._left_too = left_too
        self._arrange()

    def find(self, words: str) -> None:
        """Show only those with each of these words in one of their fields."""
        self._words = folded(words).split()
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Show them in the order of this column; with -1 in the order of the list."""
        self._order = (column, order)
        self.layoutAboutToBeChanged.emit()
        chosen = [(old, self.shown[old.row()].id) for old in self.persistentIndexList()]
        self.shown = self._arranged()
        places = {one.id: row for row, one in enumerate(self.shown)} if chosen else {}
        for old, one in chosen:
            self.changePersistentIndex(old, self.index(places[one], old.column()))
        self.layoutChanged.emit()

    def row_of(self, person: str) -> int:
        """The row of the person with this id, -1 where it is not shown."""
        return next((row for row, one in enumerate(self.shown) if one.id == person), -1)

    def _arrange(self) -> None:
        self.beginResetModel()
        self.shown = self._arranged()
        self.endResetModel()

    def _arranged(self) -> list[Person]:
        people = self.desk.session.people
        found = [one for one in people if self._left_too or one.left_on is None]
        if self._words:
            says = self._says()
            found = [one for one in found if all(word in says(one) for word in self._words)]
        place, order = self._order
        if place >= 0:
            found.sort(key=_key(COLUMNS[place]), reverse=order == Qt.SortOrder.DescendingOrder)
        return found

    def _says(self) -> Callable[[Person], str]:
        """What somebody's fields say, folded once and remembered until one of them changes."""
        labels = [_labels(column) for column in COLUMNS]

        def says(person: Person) -> str:
            known, text = self._texts.get(person.id, (None, ""))
            if known is not person:
                values = (
                    shown.get(value := str(getattr(person, column.field) or ""), value)
                    for column, shown in zip(COLUMNS, labels, strict=True)
                    if column.field != "minor"
                )
                text = folded("\n".join(values))
                self._texts[person.id] = (person, text)
            return text

        return says

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """One row a person."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """One column a field."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = DISPLAY
    ) -> object:
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == DISPLAY:
            return tr(COLUMNS[section].title)
        return None

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """What stands in a cell; the id of an option for its editor."""
        person, column = self.shown[index.row()], COLUMNS[index.column()]
        value = getattr(person, column.field)
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == MINOR:
            return Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ForegroundRole and person.left_on is not None:
            return Qt.GlobalColor.gray
        if role == Qt.ItemDataRole.ToolTipRole and person.left_on is not None:
            return tr(N_("Left on {date}"), date=person.left_on.isoformat())
        if role not in {DISPLAY, EDIT} or index.column() == MINOR:
            return None
        if column.options is not None and role == DISPLAY:
            return tr(column.options.get(value, "")) or value
        return value.isoformat() if isinstance(value, dt.date) else value

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every field can be changed in its place."""
        found = super().flags(index)
        if index.column() == MINOR:
            return found | Qt.ItemFlag.ItemIsUserCheckable
        return found | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:  # noqa: N802
        """Change one field of one person; a date that is none changes nothing."""
        person, column = self.shown[index.row()], COLUMNS[index.column()]
        new: object = str(value).strip()
        if role == Qt.ItemDataRole.CheckStateRole:
            new = Qt.CheckState(value) == Qt.CheckState.Checked
        elif column.field == "start_date":
            day = reading.date(str(value))
            if day is None and str(value).strip():
                return False
            new = day
        if new == getattr(person, column.field):
            return False
        changed = replace(person, **{column.field: new})
        self.shown[index.row()] = changed
        people = self.desk.session.people
        self.desk.give_people([changed if one.id == changed.id else one for one in people])
        self.dataChanged.emit(index, index)
        return True


def _labels(column: Column) -> dict[str, str]:
    return {one: tr(label) or one for one, label in (column.options or {}).items()}


def _key(column: Column) -> Callable[[Person], tuple[bool, str, str]]:
    """Whoever has nothing there comes last; ё stands right after е."""
    labels = _labels(column)

    def key(person: Person) -> tuple[bool, str, str]:
        value = getattr(person, column.field)
        text = labels.get(value, "") or str(value or "")
        return not text, folded(text), text

    return key
