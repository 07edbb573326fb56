"""The lines of a list with a problem, each one a way to its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

from ui import pieces
from ui.tongue import tr
from wizard.i18n import N_

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent

    from wizard.staff_lists.table import Problem

    Index = QModelIndex | QPersistentModelIndex

ROOT = QModelIndex()
LINES_SEEN = 6


def told(problem: Problem) -> str:
    """What is wrong with which line, in the window's language."""
    return tr(
        N_("Line {line}: {problem}"),
        line=problem.line,
        problem=tr(problem.message, **problem.values),
    )


class ProblemModel(QAbstractListModel):
    """The problems as sentences, each made when it is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.problems: tuple[Problem, ...] = ()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self.problems = problems
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """One row a problem."""
        return 0 if parent.isValid() else len(self.problems)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The sentence."""
        if role == Qt.ItemDataRole.DisplayRole:
            return told(self.problems[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return pieces.tip(told(self.problems[index.row()]))
        return None


class ProblemList(QListView):
    """A click on a problem, or Enter, asks for its line."""

    asked_for = Signal(int)
    """The line with this number is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.found = ProblemModel()
        self.setModel(self.found)
        self.setWordWrap(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(tr(N_("Lines with a problem")))
        self.clicked.connect(self._ask)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show these, or nothing at all where there are none."""
        self.found.show_problems(problems)
        self.setVisible(bool(problems))
        lines = min(LINES_SEEN, 2 * len(problems))  # a narrow window breaks most in two
        self.setFixedHeight(lines * (self.fontMetrics().lineSpacing() + 1) + 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter as a click."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _ask(self, index: QModelIndex) -> None:
        self.asked_for.emit(self.found.problems[index.row()].line)
