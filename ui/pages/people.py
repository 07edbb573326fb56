"""The page of the staff list: a table to type, sort and search in, and lists to load."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.findings.beside import Beside
from ui.flowing import Flowing
from ui.form import Form
from ui.notice import Notice
from ui.staff.delegate import PersonDelegate
from ui.staff.loading import LoadPanel
from ui.staff.model import COLUMNS, PeopleModel
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview import places
from wizard.interview.ask import questions
from wizard.interview.people import People
from wizard.interview.places import Place
from wizard.library.people import Person
from wizard.library.values import new_id

if TYPE_CHECKING:
    import datetime as dt

    from ui.desk import Desk

TABLE_HEIGHT = 300
NOBODY = N_("Nobody yet. Load a list, paste rows of a spreadsheet, or add people by hand.")
LIST = Place("people", "list")


class PeoplePage(QWidget):
    """Everybody who must sign, and how the sheets are arranged."""

    entered = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.model = PeopleModel(desk)
        column.addWidget(self._ways())
        self.notice = Notice()
        column.addWidget(self.notice)
        column.addWidget(Beside(desk, LIST, rows=True))
        self.empty = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.empty.setProperty("role", "muted")
        column.addWidget(self.empty)
        self.table = self._table()
        column.addWidget(self.table, 1)
        self.loading = LoadPanel(desk)
        self.loading.hide()
        self.loading.closed.connect(self._loaded)
        column.addWidget(self.loading)
        asked = [Place("people", one.id) for one in questions(People) if one.id != LIST.question]
        self.form = Form(desk, asked)
        self.form.entered.connect(self.entered)
        column.addWidget(self.form)
        desk.shown_anew.connect(self._shown_anew)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.table)
        paste.setContext(Qt.ShortcutContext.WidgetShortcut)
        paste.activated.connect(self.paste)
        gone = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        gone.setContext(Qt.ShortcutContext.WidgetShortcut)
        gone.activated.connect(self.remove)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, activated=self._find)
        self._show()

    def focus(self, place: Place) -> bool:
        """Put the focus on the table or on a question below it; whether it is here."""
        if place.whole == LIST or place == LIST:
            self.table.setFocus()
            return True
        return self.form.focus(place)

    def add(self) -> None:
        """Add somebody and begin with the surname."""
        person = Person(id=new_id(), kind="employee", signs="paper")
        self.desk.give_people([*self.desk.session.people, person])
        self.find.clear()
        self._show()
        index = self.model.index(self.model.row_of(person.id), 0)
        self.table.scrollTo(index)
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def remove(self) -> None:
        """Take the chosen people off the list; it can be undone."""
        chosen = self._chosen()
        if chosen:
            self.desk.give_people([one for one in self.desk.session.people if one.id not in chosen])
            self._show()
            self.notice.tell(
                tr(N_("Removed: {name}"), name=len(chosen)), tr(N_("Undo")), self.desk.undo
            )

    def mark_left(self) -> None:
        """Say of the chosen people that they left today; they stay in the library."""
        chosen, today = self._chosen(), self.desk.today
        self._change(chosen, today)

    def paste(self) -> None:
        """Look at what the clipboard holds as a staff list."""
        self._load(lambda: self.loading.read_text(QApplication.clipboard().text()))

    def load(self, file: Path) -> None:
        """Look at a file as a staff list."""
        self._load(lambda: self.loading.read_file(file))

    def _find(self) -> None:
        self.find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find.selectAll()

    def _change(self, chosen: set[str], left_on: dt.date | None) -> None:
        if chosen:
            people = self.desk.session.people
            self.desk.give_people(
                [replace(one, left_on=left_on) if one.id in chosen else one for one in people]
            )
            self._show()

    def _chosen(self) -> set[str]:
        rows = self.table.selectionModel().selectedRows()
        return {self.model.shown[index.row()].id for index in rows}

    def _load(self, read: object) -> None:
        self.table.hide()
        self.loading.show()
        read()  # type: ignore[operator]

    def _loaded(self) -> None:
        self.loading.hide()
        self._show()

    def _shown_anew(self, place: Place | None) -> None:
        if place is None:
            self._show()

    def _show(self) -> None:
        """Show the list anew; who stands where somebody was taken away is chosen next."""
        current, bar = self.table.currentIndex(), self.table.verticalScrollBar()
        seen = bar.value()
        self.model.show_people(left_too=self.left_too.isChecked())
        bar.setValue(seen)
        row = min(current.row(), self.model.rowCount() - 1)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, current.column()))
        self._show_whether_empty()

    def _look_for(self, words: str) -> None:
        self.model.find(words)
        self._show_whether_empty()

    def _show_whether_empty(self) -> None:
        """The table, or what to do where there is nobody in it."""
        words = self.find.text().strip()
        nobody = N_("Nobody on the list fits “{words}”.") if words else NOBODY
        self.empty.setText(tr(nobody, words=words))
        free = self.loading.isHidden()
        self.empty.setVisible(not self.model.shown and free)
        self.table.setVisible(bool(self.model.shown) and free)

    def _ways(self) -> QWidget:
        box = QWidget()
        row = Flowing(box)
        for label, act in (
            (N_("Add"), self.add),
            (N_("Load a list…"), self._choose),
            (N_("Paste"), self.paste),
            (N_("Mark as left"), self.mark_left),
            (N_("Remove"), self.remove),
        ):
            button = QPushButton(tr(label))
            button.clicked.connect(lambda _on=False, go=act: go())
            row.addWidget(button)
        self.left_too = QCheckBox(tr(N_("Show who left")))
        self.left_too.clicked.connect(lambda _on: self._show())
        row.addWidget(self.left_too)
        self.find = QLineEdit()
        self.find.setPlaceholderText(tr(N_("Find…")))
        self.find.setAccessibleName(tr(N_("Find in the staff list")))
        self.find.textChanged.connect(self._look_for)
        row.addWidget(self.find)
        return box

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setSortingEnabled(True)
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAlternatingRowColors(True)
        table.setAccessibleName(tr(places.question_at(LIST).label))
        table.verticalHeader().hide()
        table.setMinimumHeight(TABLE_HEIGHT)
        table.setItemDelegate(PersonDelegate(table))
        for number, column in enumerate(COLUMNS):
            table.setColumnWidth(number, column.width)
        return table

    def _choose(self) -> None:
        file = self._ask_for_file()
        if file:
            self.load(Path(file))

    def _ask_for_file(self) -> str:
        kinds = "CSV, Excel (*.csv *.tsv *.txt *.xlsx)"
        return QFileDialog.getOpenFileName(self, tr(N_("Load a list…")), "", kinds)[0]
