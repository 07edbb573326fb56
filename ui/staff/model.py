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

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    """Shows the desk's people; every edit is given to the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.shown: list[Person] = []

    def show_people(self, *, left_too: bool) -> None:
        """Read the people of the desk anew."""
        self.beginResetModel()
        self.shown = [one for one in self.desk.session.people if left_too or one.left_on is None]
        self.endResetModel()

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
