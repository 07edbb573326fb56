"""The acknowledgements: who must sign which document, who has, and the paper for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QPushButton, QVBoxLayout, QWidget

from ui import pieces, printing
from ui.ledger import summary
from ui.ledger.cards import CoverageCards
from ui.ledger.clerk import Clerk
from ui.ledger.deeds import Deeds
from ui.ledger.filters import Filters
from ui.ledger.marks import MarkBar
from ui.ledger.model import LedgerModel
from ui.ledger.panels import AwayPanel, ErasePanel
from ui.ledger.papers import Papers
from ui.ledger.press import Paper, Press
from ui.ledger.replies import RepliesPanel
from ui.ledger.table import LedgerTable
from ui.notice import Notice
from ui.tongue import tr
from wizard.export import Order
from wizard.i18n import N_
from wizard.versions import issuing
from wizard.versions.issuing import FORMS, RECORDS, SHEETS

if TYPE_CHECKING:
    from ui.desk import Desk
    from wizard.interview.places import Place
    from wizard.ledger.ledger import Ledger
KEYS = N_("keys in the list: S signed, H handed over, R refused, U undo")


class AcknowledgementsPage(QWidget):
    """Reads the ledger when it is shown, and anew for whom something was noted."""

    people_wanted = Signal()
    """Somebody wants to fill the staff list, which is empty."""
    files_wanted = Signal(object)
    """Somebody wants these documents, named by their ids, as files."""
    publish_wanted = Signal()
    """Somebody wants to publish the first version."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.model: LedgerModel | None = None
        self.clerk = Clerk(desk)
        self.press = Press(self.clerk)
        for part in (self.clerk, self.press):
            part.setParent(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.reason = pieces.words(tr(N_("The ledger is being read…")), "reason")
        self.empty, self.fill = _offer(
            N_("Nobody is on the staff list yet, so nobody can sign."), N_("To the staff list")
        )
        self.first, self.publish = _offer(
            N_(
                "Signatures are collected for a published version: it keeps the text that people "
                "sign. Until then the list shows who will have to sign, and the sheets are drafts."
            ),
            N_("Publish version 1…"),
        )
        self.publish.setProperty("role", "primary")
        self.cards = CoverageCards()
        self.filters = Filters()
        self.marks = MarkBar()
        self.notice = Notice()
        self.away, self.erasing = AwayPanel(), ErasePanel()
        self.replies = RepliesPanel(self.clerk)
        self.table = LedgerTable()
        self.count = pieces.words("", "hint")
        self.papers = Papers()
        for part in (
            self.reason, self.empty, self.first, self.cards, self.filters, self.marks,
            self.notice, self.away, self.erasing, self.replies,
        ):  # fmt: skip
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.count)
        column.addWidget(self.papers)
        self._ledger_parts = (self.cards, self.filters, self.table, self.count, self.papers)
        for part in (self.empty, self.first, self.marks, *self._ledger_parts):
            part.hide()
        self.deeds = Deeds(self)
        self._connect()

    def focus(self, _place: Place) -> bool:
        """Put the focus on the find field."""
        self._find()
        return True

    def refresh(self) -> None:
        """Read the ledger anew."""
        self.clerk.open()

    def print_document(self, document: str, whom: str = "all") -> None:
        """Print the sheets or the forms for ``all``, the ``outstanding`` or the ``chosen``.

        Before the first version they are drafts.
        """
        found = self.clerk.ledger
        if found is None or not found.version:
            order = Order(document, self.desk.document_language, self.desk.answers)
            self._print(order)
            return
        paper = self._paper(found, document, whom)
        if paper is not None:
            self.press.print_paper(paper)

    def write_document(self, document: str, whom: str) -> None:
        """Ask for a folder, and write there what :meth:`print_document` prints."""
        found = self.clerk.ledger
        paper = self._paper(found, document, whom) if found is not None else None
        folder = self._ask_for_folder() if paper is not None else ""
        if paper is not None and folder:
            self.press.write_paper(paper, Path(folder))

    def _paper(self, found: Ledger, document: str, whom: str) -> Paper | None:
        """The paper for these people; None, and told, where it would name nobody."""
        chosen = self.table.chosen()
        asked = issuing.asked_of(found, outstanding=whom == "outstanding")
        if whom == "chosen":
            asked = issuing.only(asked, [one.id for one in chosen])
        if not any(asked.values()):
            self.notice.tell(tr(N_("There is nobody to print this for.")))
            return None
        about = tuple(chosen) if document == RECORDS else ()
        return Paper(document, asked, self.papers.by, about)

    def _print(self, order: Order) -> None:
        printing.print_document(self, order, self.desk.today)

    def save_list(self, suffix: str) -> None:
        """Ask where the list is to be saved, and save it there."""
        file = self._ask_where(suffix)
        if file:
            self.press.save_list(Path(file))

    def _saved(self, file: Path) -> None:
        self.notice.tell(tr(N_("Saved: {path}"), path=str(file)))

    def load_replies(self) -> None:
        """Ask for a file with replies, and show what they come to."""
        file = self._ask_for_replies()
        if file:
            self.replies.load(Path(file))

    def _connect(self) -> None:
        self.fill.clicked.connect(self.people_wanted)
        self.publish.clicked.connect(self.publish_wanted)
        self.clerk.read.connect(self._show)
        self.press.ordered.connect(self._print)
        self.press.saved.connect(self._saved)
        self.cards.overdue_wanted.connect(self._show_overdue)
        self.filters.changed.connect(self._look)
        self.filters.order_chosen.connect(self._arrange)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)
        papers = self.papers
        papers.print_wanted.connect(self.print_document)
        papers.word_wanted.connect(self.write_document)
        papers.files_wanted.connect(lambda: self.files_wanted.emit([SHEETS, FORMS]))
        papers.people_wanted.connect(self.people_wanted)
        papers.csv_wanted.connect(lambda: self.save_list(".csv"))
        papers.xlsx_wanted.connect(lambda: self.save_list(".xlsx"))
        papers.replies_wanted.connect(self.load_replies)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._find)

    def _show(self, ledger: Ledger) -> None:
        """Show a ledger that was read whole."""
        published = bool(ledger.version)
        anybody = bool(ledger.people)
        self.reason.setText(summary.reason(ledger))
        self.reason.setVisible(published)
        self.empty.setVisible(not anybody)
        self.first.setVisible(anybody and not published)
        for part in self._ledger_parts:
            part.setVisible(anybody)
        self.marks.setVisible(anybody and published)
        self.papers.show_published(published=published)
        self.filters.offer(ledger, published=published)
        self.marks.offer(ledger)
        self.marks.show_day(self.desk.today)
        self.cards.show_ledger(ledger)
        if self.model is None:
            self.model = LedgerModel(ledger, self.filters.wanted, "outstanding")
            self.model.remarked.connect(self.clerk.remark)
            self.table.show_model(self.model)
        else:
            chosen = {one.id for one in self.table.chosen()}
            column = self.table.currentIndex().column()
            self.model.show_ledger(ledger)
            self.table.choose(chosen, column)
            self.table.lay_out()
        self.show_count()

    def show_count(self) -> None:
        """Say how many people the table shows, or that it shows nobody."""
        if self.model is not None:
            shown, known = self.model.rowCount(), len(self.model.ledger.people)
            words = N_("Shown: {shown} of {all}") if shown else N_("Nobody fits.")
            told = [tr(words, shown=shown, all=known)]
            if shown and self.model.ledger.version:
                told.append(tr(KEYS))
            self.count.setText(" · ".join(told))

    def _find(self) -> None:
        self.filters.find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.find.selectAll()

    def _look(self) -> None:
        if self.model is not None:
            self.model.look_for(self.filters.wanted)
            self.show_count()

    def _show_overdue(self) -> None:
        self.filters.show_only("overdue")
        self.table.setFocus()

    def _arrange(self, order: str) -> None:
        if self.model is not None:
            self.model.arrange(order)
            self.table.horizontalHeader().setSortIndicatorShown(False)

    def _sort_by(self, column: int) -> None:
        """Sort by a heading; by the same one again the other way round."""
        if self.model is None:
            return
        order = self.model.order_of(column)
        down = order == self.model.order and not self.model.down
        self.model.arrange(order, down=down)
        self.filters.show_order(order)
        header = self.table.horizontalHeader()
        header.setSortIndicatorShown(True)
        way = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(column, way)

    def _ask_where(self, suffix: str) -> str:
        name = f"{tr(N_('Acknowledgements'))} {self.desk.today.isoformat()}{suffix}"
        where = str(Path.home() / name)
        return QFileDialog.getSaveFileName(self, tr(N_("Save the list")), where, f"*{suffix}")[0]

    def _ask_for_folder(self) -> str:
        return QFileDialog.getExistingDirectory(self, tr(N_("Folder")), str(Path.home()))

    def _ask_for_replies(self) -> str:
        title = tr(N_("Import replies (.csv)…"))
        return QFileDialog.getOpenFileName(self, title, "", "CSV, Excel (*.csv *.txt *.xlsx)")[0]


def _offer(words: str, way: str) -> tuple[QFrame, QPushButton]:
    """A sentence in a card, and the way on."""
    card, column = pieces.card()
    column.addWidget(pieces.words(tr(words), ""))
    button = QPushButton(tr(way))
    column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
    return card, button
