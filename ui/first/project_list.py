"""The list of projects: a table that a thousand of them leave quick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QDate, QLocale, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui import tongue
from ui.first.progress_cell import ProgressCell
from ui.tongue import tr
from wizard import offered
from wizard.i18n import N_

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtCore import QPersistentModelIndex

    from wizard.library.projects import Project

    Index = QModelIndex | QPersistentModelIndex

COLUMNS = (N_("Business"), N_("Trade"), N_("Last change"), N_("Answers"))
NAME, TRADE, CHANGED, ANSWERS = range(4)
ROW = 44
ROOT = QModelIndex()


class ProjectModel(QAbstractTableModel):
    """The projects as a table."""

    renamed = Signal(str, str)

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
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            if index.column() == NAME:
                return project.name
            if index.column() == TRADE:
                country = tr(offered.COUNTRIES.get(project.country, "")) or project.country
                return f"{tr(offered.TRADES.get(project.trade, ''))} · {country}"
            if index.column() == CHANGED:
                return _when(project.changed_at)
            return tr(N_("{given} of {asked}"), given=project.given, asked=project.asked)
        if role == Qt.ItemDataRole.EditRole:
            return project.name
        if role == Qt.ItemDataRole.UserRole:
            return (project.given, project.asked)
        if role == Qt.ItemDataRole.FontRole and index.column() == NAME:
            font = QApplication.font()
            font.setBold(True)
            return font
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


class ProjectList(QWidget):
    """The table, or a word on what to do while there is none."""

    opened = Signal(str)
    renamed = Signal(str, str)
    wanted = Signal(str, str, str)
    """Something is to be done (``duplicate``, ``bin``, ...) to the project with id and name."""

    def __init__(self) -> None:
        super().__init__()
        self.binned = False
        self.model = ProjectModel()
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(tr(N_("Your projects")))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setItemDelegateForColumn(ANSWERS, ProgressCell(self.table))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu)
        self.table.activated.connect(self._open)
        self.table.doubleClicked.connect(self._open)
        self.model.renamed.connect(self.renamed)
        self.empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.empty.setProperty("role", "muted")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self.go = QPushButton(tr(N_("Continue")))
        self.go.setProperty("role", "primary")
        self.go.clicked.connect(self._go)
        self.more = QPushButton(tr(N_("More…")))
        self.more.clicked.connect(self._open_more)
        row = QHBoxLayout()
        row.addWidget(self.go)
        row.addWidget(self.more)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack, 1)
        column.addLayout(row)

    def show_projects(self, projects: list[Project], *, binned: bool, find: str) -> None:
        """Show these; where there are none, say why and what to do."""
        self.binned = binned
        self.model.show_projects(projects)
        self.go.setText(tr(N_("Restore")) if binned else tr(N_("Continue")))
        for button in (self.go, self.more):
            button.setVisible(bool(projects))
        if projects:
            self.table.selectRow(0)
        elif find:
            self.empty.setText(tr(N_("No project has “{name}” in its name."), name=find))
        elif binned:
            self.empty.setText(tr(N_("The bin is empty.")))
        else:
            self.empty.setText(
                tr(N_("Nothing here yet. Choose your trade above: an example is ready."))
            )
        self._stack.setCurrentWidget(self.table if projects else self.empty)

    def menu_for(self, project: Project) -> QMenu:
        """What can be done to the project."""
        menu = QMenu(self)

        def offer(label: str, what: str) -> None:
            menu.addAction(tr(label), lambda: self.wanted.emit(what, project.id, project.name))

        if self.binned:
            offer(N_("Restore"), "restore")
            offer(N_("Delete for good…"), "ask")
            return menu
        menu.addAction(tr(N_("Open")), lambda: self.opened.emit(project.id))
        menu.addAction(tr(N_("Rename")), lambda: self.table.edit(self.table.currentIndex()))
        offer(N_("Duplicate"), "duplicate")
        offer(N_("Save as a file…"), "save")
        menu.addSeparator()
        offer(N_("Move to the bin"), "bin")
        return menu

    def _menu(self, where: QPoint) -> None:
        index = self.table.indexAt(where)
        if index.isValid():
            self.table.setCurrentIndex(index.siblingAtColumn(NAME))
            menu = self.menu_for(self.model.projects[index.row()])
            menu.popup(self.table.viewport().mapToGlobal(where))

    def _chosen(self) -> Project:
        return self.model.projects[max(0, self.table.currentIndex().row())]

    def _go(self) -> None:
        project = self._chosen()
        if self.binned:
            self.wanted.emit("restore", project.id, project.name)
        else:
            self.opened.emit(project.id)

    def _open_more(self) -> None:
        menu = self.menu_for(self._chosen())
        menu.popup(self.more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _open(self, index: QModelIndex) -> None:
        if not self.binned:
            self.opened.emit(self.model.projects[index.row()].id)


def _when(moment: datetime) -> str:
    local = moment.astimezone()
    locale = QLocale(tongue.language())
    day = QDate(local.year, local.month, local.day)
    if day == QDate.currentDate():
        clock = f"{local.hour:02}:{local.minute:02}"
        return tr(N_("today {time}"), time=clock)
    return locale.toString(day, "d MMM yyyy")
