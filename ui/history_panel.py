"""The history of a step: a link beside its title, and the panel of earlier values it opens."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import pieces, tongue
from ui.clearing import clear
from ui.notice import Notice
from ui.tongue import sentence, tr
from wizard import clock, history, staff_history
from wizard.i18n import N_
from wizard.language import dates
from wizard.library import journal

if TYPE_CHECKING:
    import datetime as dt

    from ui.desk import Desk
    from wizard.errors import UserError
    from wizard.history import Line
    from wizard.library.journal import Entry

AT_ONCE = 8
"""The lines that are shown first; as many more each time they are asked for."""
SHORT = 120
"""The most characters of an earlier value; the whole of it is in the tooltip and under F1."""
TIP = 3000
"""The most characters of a tooltip: more would cover the screen."""
TIME_COLUMN = 48
AS_IN_A_BUTTON = 5
"""Pixels above a line of text that is to stand level with that of a button."""


class HistoryPanel(QFrame):
    """Earlier values of one step, read when it is opened and again after each save."""

    listed = Signal()
    """The lines are up to date."""

    def __init__(self, desk: Desk, step: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.desk = desk
        self.step = step
        self.link = QPushButton(tr(N_("History")))
        self.link.setProperty("role", "link")
        self.link.setCheckable(True)
        self.link.setToolTip(tr(N_("Earlier answers of this step")))
        self.link.toggled.connect(self._toggle)
        self.take_back: list[QPushButton] = []
        self._found: list[Line] = []
        self._shown = AT_ONCE
        self._readings = 0
        self._lay_out()
        self.hide()
        desk.saved.connect(self._saved)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(pieces.words(tr(N_("Earlier answers of this step")), "heading"), 1)
        close = QPushButton(tr(N_("Close")))
        close.setProperty("role", "link")
        close.clicked.connect(self._close)
        head.addWidget(close)
        column.addLayout(head)
        self.about = pieces.words("", "hint")
        column.addWidget(self.about)
        self.notice = Notice()
        column.addWidget(self.notice)
        rows = QWidget()
        self._rows = QGridLayout(rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(12)
        self._rows.setVerticalSpacing(6)
        self._rows.setColumnMinimumWidth(0, TIME_COLUMN)
        self._rows.setColumnStretch(1, 1)
        column.addWidget(rows)
        self.more = QPushButton(tr(N_("Show earlier ones")))
        self.more.setProperty("role", "link")
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        column.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)

    def _toggle(self, opened: bool) -> None:
        self.setVisible(opened)
        if opened:
            self._shown = AT_ONCE
            self.notice.hide()
            self.desk.leave()
            self._read()

    def _close(self) -> None:
        self.link.setChecked(False)
        self.link.setFocus()

    def _saved(self, _at: dt.datetime) -> None:
        if self.link.isChecked():
            self._read()

    def _read(self) -> None:
        project, step = self.desk.session.project.id, self.step
        self._readings += 1
        this = self._readings
        self.desk.keeper.run(
            lambda library: journal.entries(library, project, step=step, limit=history.LIMIT),
            lambda entries: self._list(entries) if this == self._readings else None,
            self._tell,
            asker=self,
        )

    def _list(self, entries: list[Entry]) -> None:
        self._found = history.lines(
            entries,
            self.desk.session,
            window=tongue.language(),
            document=self.desk.document_language,
        )
        self._show()
        self.listed.emit()

    def _show(self) -> None:
        focused = next((n for n, one in enumerate(self.take_back) if one.hasFocus()), None)
        clear(self._rows)
        self.take_back = []
        for number, line in enumerate(self._found[: self._shown]):
            self._add(number, line)
        self.more.setVisible(len(self._found) > self._shown)
        self.about.setText(
            tr(
                N_(
                    "What stood there before, or what was done, and when. "
                    "Taking back undoes that one change."
                )
            )
            if self._found
            else tr(
                N_(
                    "Nothing was changed here yet. What you change will be listed here with its "
                    "time, and each change can be taken back."
                )
            )
        )
        if focused is not None:
            (self.take_back[focused:] or [self.link])[0].setFocus()

    def _add(self, number: int, line: Line) -> None:
        top = Qt.AlignmentFlag.AlignTop
        moment = pieces.words(_moment(line.at), "muted")
        moment.setWordWrap(False)
        moment.setContentsMargins(0, AS_IN_A_BUTTON, 0, 0)
        self._rows.addWidget(moment, number, 0, alignment=top)
        name = " · ".join(part for part in (line.row, line.label) if part)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(pieces.words(name, "label"))
        value = pieces.words(_short(line.value), "")
        value.setToolTip(_tip(line.value))
        words.addWidget(value)
        if line.overtaken:
            words.addWidget(
                pieces.words(tr(N_("From another window; a newer answer replaced it.")), "hint")
            )
        told = QWidget()
        words.setContentsMargins(0, AS_IN_A_BUTTON, 0, 0)
        told.setLayout(words)
        self._rows.addWidget(told, number, 1)
        button = QPushButton(tr(N_("Take back")))
        button.setProperty("role", "link")
        button.setAccessibleName(f"{tr(N_('Take back'))}: {name}, {_short(line.value)}")
        button.setAccessibleDescription(line.value[:TIP])
        button.clicked.connect(lambda: self._take(line, name))
        self._rows.addWidget(button, number, 2, alignment=top)
        self.take_back.append(button)

    def _take(self, line: Line, name: str) -> None:
        session = self.desk.session
        try:
            if line.of_staff:
                people = staff_history.taken_back(line.change, session.people)
                self.desk.put_people(people)
            else:
                self.desk.put(line.place, history.taken_back(line.change, session))
            self.notice.tell(
                tr(N_("Taken back: {name}"), name=name), tr(N_("Undo")), self.desk.undo
            )
        except KeyError:  # its row was removed a moment ago; reading anew tells so
            self.notice.hide()
        # Anew even where nothing was left to be saved; what is being read now is older than that.
        self._read()

    def _show_more(self) -> None:
        self._shown += AT_ONCE
        self._show()

    def _tell(self, error: UserError) -> None:
        self.notice.tell(sentence(error), bad=True)


def _moment(at: dt.datetime) -> str:
    """The time of a change of today, else its day too, as the clock on the wall shows it."""
    local = at.astimezone()
    time = f"{local:%H:%M}"
    if local.date() == clock.today():
        return time
    return f"{dates.in_tables(local.date(), tongue.language())}\n{time}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[:SHORT].rstrip()}…"


def _tip(text: str) -> str:
    """A value that is shortened on the page; as rich text, because plain text is not wrapped."""
    if _short(text) == text:
        return ""
    return f"<p style='white-space: pre-wrap'>{escape(text[:TIP])}</p>"
