"""The list of projects: a table that a thousand of them leave quick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
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

from ui.first.project_cells import ROW, ProjectCells
from ui.first.project_model import (
    ANSWERS,
    CHANGED,
    DUE,
    NAME,
    SIGNED,
    VERSION,
    ProjectModel,
)
from ui.tongue import tr
from wizard.i18n import N_

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from wizard.library.projects import Project

SHARES = {NAME: 0.19, CHANGED: 0.135, ANSWERS: 0.15, VERSION: 0.13, SIGNED: 0.125, DUE: 0.27}
"""What part of the width a column has."""
NO_LIMIT = 16777215


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
        self.table.setItemDelegate(ProjectCells(self.table))
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu)
        self.table.activated.connect(self._open)
        self.table.doubleClicked.connect(self._open)
        self.model.renamed.connect(self.renamed)
        self.empty = QLabel(
            textFormat=Qt.TextFormat.PlainText,
            alignment=Qt.AlignmentFlag.AlignCenter,
            wordWrap=True,
        )
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
        column.addStretch()

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
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The table is as high as its rows, so that the buttons stand right below them."""
        rows = self.model.rowCount()
        header = self.table.horizontalHeader()
        high = header.sizeHint().height() + rows * ROW + 2 * self.table.frameWidth()
        self._stack.setMaximumHeight(high if rows else NO_LIMIT)
        # Not the viewport's: asking for a widget that Qt made costs 10 ms before the first paint.
        bar = self.table.verticalScrollBar()
        width = self.table.width() - 2 * self.table.frameWidth()
        width -= bar.width() if bar.isVisible() else 0
        for column, share in SHARES.items():
            header.resizeSection(column, int(width * share))

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
        offer(N_("Dates for your calendar (.ics)…"), "calendar")
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
