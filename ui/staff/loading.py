"""The panel that shows what a list would bring before it is taken over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
)

from ui import pieces
from ui.column import into_sight
from ui.staff.draft_table import DraftTable
from ui.staff.form_choices import FormChoices
from ui.staff.problems import ProblemList
from ui.staff.reader import Reader
from ui.tongue import sentence, tr
from ui.wrapping_check_box import WrappingCheckBox
from wizard.errors import UserError
from wizard.i18n import N_
from wizard.staff_lists import draft as drafts
from wizard.staff_lists import source
from wizard.staff_lists.columns import named_by

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from wizard.library.people import Person
    from wizard.staff_lists.columns import Columns
    from wizard.staff_lists.draft import Draft
    from wizard.staff_lists.source import Form

MOST_NAMED = 5


class LoadPanel(QFrame):
    """Reads off the window's thread; nothing changes before "take over"."""

    closed = Signal()
    read = Signal(object)
    """What is shown now: a ``Draft`` or a ``UserError``."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.desk = desk
        self.draft: Draft | None = None
        self._listed: tuple[Person, ...] = ()
        self._reader = Reader()
        self._reader.read.connect(self._show)
        self.title = pieces.words("", "heading")
        self.form = FormChoices()
        self.form.form_chosen.connect(self._read_as)
        self.form.heading_chosen.connect(self._head)
        self.table = DraftTable()
        self.table.taken_as.chosen.connect(self._take_as)
        self.counts = pieces.words("", "plain")
        self.problems = ProblemList()
        self.problems.asked_for.connect(self.table.show_line)
        self.left = WrappingCheckBox("")
        self.vanished = pieces.words("", "hint")
        self.take = QPushButton(tr(N_("Take over")))
        self.take.setProperty("role", "primary")
        self.take.clicked.connect(self.take_over)
        self.cancel = QPushButton(tr(N_("Cancel")))
        self.cancel.clicked.connect(self._give_up)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, activated=self._give_up)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._lay_out()

    def read_file(self, file: Path) -> None:
        """Look into a file."""
        self._begin(lambda listed: drafts.drafted(source.of_file(file), listed))

    def read_text(self, text: str) -> None:
        """Look into rows that were copied from a spreadsheet."""
        copied = source.Source(tr(N_("the clipboard")), text)
        self._begin(lambda listed: drafts.drafted(copied, listed))

    def take_over(self) -> None:
        """Make the people of the list part of the staff list."""
        if self.draft is not None:
            draft = self._current(self.draft)
            merged = draft.merge
            today = self.desk.today
            gone = {one.id for one in merged.vanished} if self.left.isChecked() else set()
            self.desk.give_people(
                [replace(one, left_on=today) if one.id in gone else one for one in merged.people],
                draft.members,
            )
        self.closed.emit()

    def _begin(self, work: Callable[[tuple[Person, ...]], Draft]) -> None:
        self.draft = None
        self.title.setText(tr(N_("Reading…")))
        self._show_parts(shown=False)
        self.left.setChecked(False)
        self._start(work)

    def _start(self, work: Callable[[tuple[Person, ...]], Draft]) -> None:
        self.take.setEnabled(False)
        listed = self._listed = self.desk.session.people
        self._reader.start(lambda: work(listed))

    def _read_as(self, form: Form) -> None:
        if self.draft is not None:
            origin = self.draft.source
            self._start(lambda listed: drafts.drafted(origin, listed, form))

    def _head(self, line: int) -> None:
        if self.draft is not None:
            named = named_by(self.draft.cells.rows, line)
            self._take(named if line else replace(self.draft.columns, heading=0))

    def _take_as(self, column: int, field: str) -> None:
        if self.draft is not None:
            self._take(self.draft.columns.with_field(column, field))

    def _take(self, columns: Columns) -> None:
        draft = self.draft
        if draft is not None:
            # What is chosen next builds on this, even before the people are read anew.
            self.draft = replace(draft, columns=columns)
            self.table.show_draft(self.draft)
            self._start(lambda listed: drafts.with_columns(draft, columns, listed))

    def _current(self, draft: Draft) -> Draft:
        """The draft laid over the staff list as it is now."""
        if self.desk.session.people is self._listed:
            return draft
        return drafts.with_columns(draft, draft.columns, self.desk.session.people)

    def _give_up(self) -> None:
        self._reader.stop()
        self.closed.emit()

    def _show(self, found: Draft | UserError) -> None:
        first = self.draft is None
        if isinstance(found, UserError):
            self.draft = None
            self.title.setText(sentence(found))
            self._show_parts(shown=False)
            self.cancel.setFocus()
        else:
            self.draft = found
            self._show_draft(found)
            if first:
                self._first_field().setFocus()
                into_sight(self)
        self.read.emit(found)

    def _show_draft(self, draft: Draft) -> None:
        people, merged = draft.table.people, draft.merge
        self.title.setText(tr(N_("People in this list: {count}"), count=len(people)))
        self.form.show_draft(draft)
        self.table.show_draft(draft)
        self.counts.setText(_counted(draft))
        self._show_parts(shown=True)
        self.table.setVisible(bool(draft.columns.fields))
        self.problems.show_problems(draft.table.problems)
        self.left.setText(
            tr(N_("Mark as left who is not in it any more: {count}"), count=len(merged.vanished))
        )
        self.vanished.setText(_named(merged.vanished))
        for widget in (self.left, self.vanished):
            widget.setVisible(bool(people and merged.vanished))
        self.take.setEnabled(bool(people))

    def _show_parts(self, *, shown: bool) -> None:
        for widget in (self.form, self.table, self.counts, self.take):
            widget.setVisible(shown)
        if not shown:
            for widget in (self.problems, self.left, self.vanished):
                widget.hide()

    def _first_field(self) -> QWidget:
        """Where to go on: taking over, saying what the columns are, or giving up."""
        if self.take.isEnabled():
            return self.take
        return next(iter(self.table.taken_as.boxes), self.cancel)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        parts = (self.title, self.form, self.table, self.counts, self.problems)
        for widget in (*parts, self.left, self.vanished):
            column.addWidget(widget)
        ways = QHBoxLayout()
        ways.addWidget(self.take)
        ways.addWidget(self.cancel)
        ways.addStretch(1)
        column.addLayout(ways)


def _counted(draft: Draft) -> str:
    """What the list would change, or what keeps it from changing anything."""
    if not draft.columns.fields:
        return tr(N_("There is nothing in this list."))
    if not draft.columns.name_people:
        return tr(N_("Choose above the rows which column is the surname or the full name."))
    new, changed = len(draft.merge.new), len(draft.merge.changed)
    return tr(
        N_("New: {new}. Changed: {changed}. As before: {same}."),
        new=new,
        changed=changed,
        same=len(draft.table.people) - new - changed,
    )


def _named(people: Sequence[Person]) -> str:
    """The first few by name."""
    names = [f"{one.surname} {one.given}".strip() for one in people[:MOST_NAMED]]
    return ", ".join(names) + (" …" if len(people) > MOST_NAMED else "")
