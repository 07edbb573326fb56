"""The panel that shows which figures a table would bring before they are taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPushButton, QTableWidget, QWidget
from PySide6.QtWidgets import QTableWidgetItem as Cell

from ui import pieces, tongue
from ui.column import into_sight, settled
from ui.flowing import Flowing
from ui.ledger.panels import Panel
from ui.staff.problems import ProblemList
from ui.tongue import sentence, tr
from wizard.figures import draft as drafts
from wizard.i18n import N_
from wizard.interview import summaries
from wizard.staff_lists import source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.desk import Desk
    from wizard.errors import UserError
    from wizard.figures.draft import Draft, Line
    from wizard.staff_lists.source import Source

HEADINGS = (N_("Channel"), N_("Month"), N_("Messages"), N_("Late"))
LINES_SEEN = 6


class ImportPanel(Panel):
    """Reads off the window's thread; nothing changes before "take over"."""

    taken = Signal(object)
    """The ``Draft`` whose figures are in the log now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.draft: Draft | None = None
        self.counts = pieces.words("", "hint")
        self.table = QTableWidget(0, len(HEADINGS))
        self.table.setHorizontalHeaderLabels([tr(one) for one in HEADINGS])
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(tr(N_("Figures to take over")))
        self.problems = ProblemList()
        self.take = QPushButton(tr(N_("Take over")))
        self.take.setProperty("role", "primary")
        self.take.clicked.connect(self.take_over)
        self.cancel = QPushButton(tr(N_("Cancel")))
        self.cancel.clicked.connect(self.shut)
        ways = QWidget()
        row = Flowing(ways)
        row.addWidget(self.take)
        row.addWidget(self.cancel)
        for part in (self.counts, self.table, self.problems, ways):
            self.column.addWidget(part)

    def read_file(self, file: Path) -> None:
        """Look into a file."""
        self._read(lambda: source.of_file(file))

    def read_text(self, text: str) -> None:
        """Look into rows that were copied from a spreadsheet."""
        copied = source.Source(tr(N_("the clipboard")), text)
        self._read(lambda: copied)

    def take_over(self) -> None:
        """Lay the figures over the log, as one change."""
        draft = self.draft
        if draft is not None:
            for place, figure in drafts.cells(draft):
                if self.desk.misfit(place) is not None:
                    self.desk.give(place, figure)
            self.desk.put(drafts.MONTHS, drafts.raw(self.desk.answers, draft))
            self.shut()
            self.taken.emit(draft)

    def _read(self, get: Callable[[], Source]) -> None:
        answers, today, language = self.desk.answers, self.desk.today, tongue.language()
        self.draft = None
        self._show_parts(shown=False)
        self.text.setText(tr(N_("Reading…")))
        self.show()
        self.desk.keeper.run(
            lambda _library: drafts.drafted(get(), answers, language, today),
            self._show,
            self._refuse,
            asker=self,
        )

    def _show(self, draft: Draft) -> None:
        if self.isHidden():  # somebody cancelled meanwhile
            return
        self.draft = draft
        news = draft.news
        changed = sum(one.before is not None for one in news)
        self.text.setText(tr(N_("{file}: figures to take over"), file=draft.source.name))
        self.counts.setText(
            tr(
                N_("New: {new}. Changed: {changed}. As before: {same}."),
                new=len(news) - changed,
                changed=changed,
                same=len(draft.lines) - len(news),
            )
        )
        self._fill(draft.lines)
        self._show_parts(shown=True)
        self.problems.show_problems(draft.problems)
        self.take.setEnabled(bool(news))
        (self.take if news else self.cancel).setFocus()
        settled(self)
        into_sight(self)

    def _refuse(self, error: UserError) -> None:
        self.text.setText(sentence(error))
        self.cancel.setFocus()
        settled(self)
        into_sight(self)

    def _fill(self, lines: tuple[Line, ...]) -> None:
        language = tongue.language()
        self.table.setRowCount(len(lines))
        for number, line in enumerate(lines):
            figure, before = line.figure, line.before
            title = summaries.of_row(figure.channel, self.desk.answers, language).title
            said = (
                title,
                f"{figure.month:%Y-%m}",
                _change(before.messages if before else None, figure.messages),
                _change(before.late if before else None, figure.late),
            )
            for column, words in enumerate(said):
                self.table.setItem(number, column, Cell(words))
        height = self.table.verticalHeader().defaultSectionSize() * min(LINES_SEEN, len(lines))
        self.table.setFixedHeight(height + self.table.horizontalHeader().sizeHint().height() + 4)
        self.table.setVisible(bool(lines))

    def _show_parts(self, *, shown: bool) -> None:
        for part in (self.counts, self.table, self.problems, self.take):
            part.setVisible(shown)


def _change(before: int | None, after: int) -> str:
    """A figure, or what it was and what it becomes."""
    return str(after) if before in {None, after} else f"{before} → {after}"
