"""One section in the list: its heading, whether it is printed, its place, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ui import pieces
from ui.flowing import Flowing
from ui.tongue import tr
from wizard.i18n import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from ui.form import Form
    from ui.own_words.outline import Line

INDENT = 18
"""Pixels by which a section within another stands further in."""
BOX = 34
"""Pixels that the box to tick takes, so that all words of a section begin on one line."""
AT_TOP = Qt.AlignmentFlag.AlignTop


class SectionRow(QFrame):
    """Shut it is a line; open the form of its words stands below."""

    switched = Signal(str, bool)
    """The section of this name is to be printed, or not."""
    moved = Signal(str, int)
    """The section of this name is to go up (-1) or down (1)."""
    opened = Signal(str)
    """The words of the section of this name are to be shown, or no longer."""
    added = Signal(str)
    """An own section is to stand behind the one of this name."""
    taken_away = Signal(str)
    """The section of this name is to be as the document has it; an own one is to go."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "row")
        self.name = name
        self.form: Form | None = None
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        self.printed = QCheckBox()
        self.printed.clicked.connect(self._switch)
        self.title = pieces.words("", "label")
        self.about = pieces.words("", "chip", wrap=False)
        self.back = pieces.link("")
        self.back.clicked.connect(self._take_away)
        self._below = QWidget()
        below = Flowing(self._below)
        below.addWidget(self.about)
        below.addWidget(self.back)
        self.title.setContentsMargins(0, 4, 0, 0)
        self.change = pieces.link(tr(N_("Edit…")))
        self.change.clicked.connect(self._open)
        self.up, self.down, self.add = (_small(text) for text in "↑↓+")
        self.up.clicked.connect(self._go_up)
        self.down.clicked.connect(self._go_down)
        self.add.clicked.connect(self._add)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.printed, alignment=AT_TOP)
        head.addWidget(self.title, 1, alignment=AT_TOP)
        for button in (self.change, self.up, self.down, self.add):
            head.addWidget(button, alignment=AT_TOP)
        self._column.addLayout(head)
        line = QHBoxLayout()
        line.setContentsMargins(BOX, 0, 0, 0)
        line.addWidget(self._below)
        self._column.addLayout(line)

    def show_line(self, line: Line) -> None:
        """Show the section as it now is."""
        self._column.setContentsMargins(8 + INDENT * line.depth, 3, 6, 3)
        self.title.setText(line.title)
        tone = "out" if line.is_left_out else "" if line.has_heading else "light"
        if self.title.property("tone") != tone:
            self.title.setProperty("tone", tone)
            self.title.style().unpolish(self.title)
            self.title.style().polish(self.title)
        self.printed.setChecked(not line.is_left_out)
        self.up.setEnabled(line.goes_up)
        self.down.setEnabled(line.goes_down)
        marks = (
            (line.is_own, N_("Yours")),
            (line.is_changed and not (line.is_own or line.is_left_out), N_("Changed")),
            (line.is_left_out, N_("Not printed")),
        )
        self.about.setText(" · ".join(tr(words) for on, words in marks if on))
        self.back.setText(tr(N_("Remove") if line.is_own else N_("Back to the document’s own")))
        self._below.setVisible(line.is_own or line.is_changed)
        self._name_for_readers()

    def open(self, form: Form) -> None:
        """Show this form of its words."""
        self.form = form
        self._column.addWidget(form)
        self.change.setText(tr(N_("Close")))
        self._name_for_readers()

    def shut(self) -> None:
        """Show no form any more."""
        if self.form is not None:
            self.form.hide()
            self._column.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None
        self.change.setText(tr(N_("Edit…")))
        self._name_for_readers()

    def _name_for_readers(self) -> None:
        title = self.title.text()
        names: tuple[tuple[QCheckBox | QToolButton | QPushButton, str], ...] = (
            (self.printed, N_("Print this section")),
            (self.up, N_("Move up")),
            (self.down, N_("Move down")),
            (self.add, N_("Own section below")),
        )
        for button, words in names:
            button.setAccessibleName(f"{tr(words)}: {title}")
            button.setToolTip(tr(words))
        for link in (self.change, self.back):
            link.setAccessibleName(f"{link.text()}: {title}")

    def _switch(self, on: bool) -> None:
        self.switched.emit(self.name, on)

    def _open(self) -> None:
        self.opened.emit(self.name)

    def _go_up(self) -> None:
        self.moved.emit(self.name, -1)

    def _go_down(self) -> None:
        self.moved.emit(self.name, 1)

    def _add(self) -> None:
        self.added.emit(self.name)

    def _take_away(self) -> None:
        self.taken_away.emit(self.name)


def _small(text: str) -> QToolButton:
    button = QToolButton(text=text)
    button.setProperty("role", "link")
    return button
