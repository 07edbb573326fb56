"""The projects as a table: what is said of each in its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QDate, QLocale, QModelIndex, Qt, Signal

from ui import tongue
from ui.chips import Chip
from ui.tongue import tr
from wizard import offered
from wizard.alarms import alarms
from wizard.i18n import N_

if TYPE_CHECKING:
    from datetime import date, datetime

    from PySide6.QtCore import QPersistentModelIndex

    from wizard.library.projects import Project

    Index = QModelIndex | QPersistentModelIndex

COLUMNS = (
    N_("Business"),
    N_("Last change"),
    N_("Answers"),
    N_("Version"),
    N_("Signed"),
    N_("What is due"),
)
NAME, CHANGED, ANSWERS, VERSION, SIGNED, DUE = range(len(COLUMNS))
ROOT = QModelIndex()
DATE_FORMS = {"en": "d MMM yyyy", "ru": "dd.MM.yyyy"}
NOBODY_ASKED = "—"
WORDS = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}


class ProjectModel(QAbstractTableModel):
    """The user role holds what is more than text: a second line, two numbers, chips."""

    renamed = Signal(str, str)
    """The project with this id is to have this name."""

    def __init__(self) -> None:
        super().__init__()
        self.projects: list[Project] = []

    def show_projects(self, projects: list[Project]) -> None:
        """Show these."""
        self.beginResetModel()
        self.projects = projects
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """One row a project."""
        return 0 if parent.isValid() else len(self.projects)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """As many as have a heading."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell."""
        project = self.projects[index.row()]
        if role in WORDS:
            return _words(project, index.column())
        if role == Qt.ItemDataRole.EditRole:
            return project.name
        if role == Qt.ItemDataRole.UserRole:
            return _more(project, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == DUE:
            return "\n".join(chip.words for chip in _chips(project))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The name can be changed in its place."""
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if index.column() == NAME else found

    def setData(  # noqa: N802
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Give a project another name; the list is read anew when it has it."""
        project = self.projects[index.row()]
        name = str(value).strip()
        if role == Qt.ItemDataRole.EditRole and name and name != project.name:
            self.renamed.emit(project.id, name)
            return True
        return False


def _words(project: Project, column: int) -> str:
    if column == NAME:
        return project.name
    if column == CHANGED:
        return _when(project.changed_at)
    if column == ANSWERS:
        standing = project.standing
        return tr(N_("{given} of {asked}"), given=standing.given, asked=standing.asked)
    if column == VERSION:
        number = project.signatures.version
        return tr(N_("version {number}"), number=number) if number else tr(N_("draft"))
    if column == SIGNED:
        return _signed(project)
    return ", ".join(chip.words for chip in _chips(project))


def _more(project: Project, column: int) -> object:
    if column == NAME:
        country = tr(offered.COUNTRIES.get(project.country, "")) or project.country
        return f"{tr(offered.TRADES.get(project.trade, ''))} · {country}"
    if column == ANSWERS:
        return project.standing.given, project.standing.asked
    if column == VERSION:
        on = _dated(project)
        return tr(N_("of {date}"), date=day_in_words(on)) if on else ""
    return _chips(project) if column == DUE else None


def _chips(project: Project) -> list[Chip]:
    today = _day(QDate.currentDate())
    return [
        Chip(
            tr(
                alarm.sentence,
                date=day_in_words(alarm.on) if alarm.on else "",
                **alarm.values,
            ),
            "bad" if alarm.overdue else "neutral",
        )
        for alarm in alarms(project.standing, project.signatures, today)
    ]


def _signed(project: Project) -> str:
    """How many have signed; nobody is asked before the first version, or without a staff list."""
    found = project.signatures
    if found.signers:
        return tr(N_("{given} of {asked}"), given=found.signed, asked=found.signers)
    return NOBODY_ASKED if project.standing.must_sign else tr(N_("no staff list"))


def _dated(project: Project) -> date | None:
    """The day of the newest version, before the first one that of the last export."""
    if project.signatures.version or project.exported_at is None:
        return project.signatures.version_on
    return project.exported_at.astimezone().date()


def day_in_words(day: date) -> str:
    """A day as it stands in a table of the window, told by Qt: nothing else is loaded yet."""
    language = tongue.language()
    shown = QDate(day.year, day.month, day.day)
    return QLocale(language).toString(shown, DATE_FORMS[language])


def _day(day: QDate) -> date:
    return day.toPython()  # type: ignore[return-value]


def _when(moment: datetime) -> str:
    local = moment.astimezone()
    if local.date() == _day(QDate.currentDate()):
        return tr(N_("today {time}"), time=f"{local.hour:02}:{local.minute:02}")
    return day_in_words(local.date())
