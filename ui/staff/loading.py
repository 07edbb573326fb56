"""The panel that shows what a list would bring before it is taken over."""

from __future__ import annotations

from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from ui.tongue import sentence, tr
from wizard.errors import UserError
from wizard.i18n import N_
from wizard.staff_lists import merge, table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.desk import Desk
    from wizard.staff_lists.table import Table

MOST_NAMED = 50


class LoadPanel(QFrame):
    """Reads off the window's thread; nothing changes before "take over"."""

    closed = Signal()
    read = Signal(object)
    """A ``Table`` or a ``UserError``, in the window's thread."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.desk = desk
        self._table: Table | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        self.title = _label("heading")
        self.counts = _label("plain")
        self.problems = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.problems.setAccessibleName(tr(N_("Lines with a problem")))
        self.problems.setMaximumHeight(120)
        self.left = QCheckBox()
        ways = QHBoxLayout()
        self.take = QPushButton(tr(N_("Take over")))
        self.take.setProperty("role", "primary")
        self.take.clicked.connect(self.take_over)
        self.cancel = QPushButton(tr(N_("Cancel")))
        self.cancel.clicked.connect(self.closed)
        ways.addWidget(self.take)
        ways.addWidget(self.cancel)
        ways.addStretch(1)
        for widget in (self.title, self.counts, self.problems, self.left):
            column.addWidget(widget)
        column.addLayout(ways)
        self.read.connect(self._show)

    def read_file(self, file: Path) -> None:
        """Look into a file."""
        self._start(lambda: table.read(file))

    def read_text(self, text: str) -> None:
        """Look into rows that were copied from a spreadsheet."""
        self._start(lambda: table.pasted(text))

    def take_over(self) -> None:
        """Make the people of the table part of the list."""
        if self._table is not None:
            merged = merge.merge(self.desk.session.people, self._table.people)
            today = self.desk.today
            gone = {one.id for one in merged.vanished} if self.left.isChecked() else set()
            self.desk.give_people(
                [replace(one, left_on=today) if one.id in gone else one for one in merged.people]
            )
        self.closed.emit()

    def _start(self, work: Callable[[], Table]) -> None:
        self.title.setText(tr(N_("Reading…")))
        for widget in (self.counts, self.problems, self.left, self.take):
            widget.hide()

        def read() -> None:
            try:
                self.read.emit(work())
            except UserError as error:
                self.read.emit(error)

        Thread(target=read, daemon=True).start()

    def _show(self, found: Table | UserError) -> None:
        if isinstance(found, UserError):
            self._table = None
            self.title.setText(sentence(found))
            return
        self._table = found
        merged = merge.merge(self.desk.session.people, found.people)
        self.title.setText(tr(N_("People in this list: {count}"), count=len(found.people)))
        self.counts.setText(
            tr(
                N_("New: {new}. Changed: {changed}. As before: {same}."),
                new=len(merged.new),
                changed=len(merged.changed),
                same=len(found.people) - len(merged.new) - len(merged.changed),
            )
        )
        told = [
            tr(N_("Line {line}: {problem}"), line=one.line, problem=tr(one.message, **one.values))
            for one in found.problems[:MOST_NAMED]
        ]
        self.problems.setPlainText("\n".join(told))
        self.left.setText(
            tr(N_("Mark as left who is not in it any more: {count}"), count=len(merged.vanished))
        )
        self.counts.show()
        self.take.show()
        self.take.setEnabled(bool(found.people))
        self.take.setFocus()
        self.problems.setVisible(bool(told))
        self.left.setVisible(bool(merge.vanished))


def _label(role: str) -> QLabel:
    label = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
    label.setProperty("role", role)
    return label
