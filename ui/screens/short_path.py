"""The short path through a new project: a few calm pages, then straight to the review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import pieces, tab_order
from ui.channel_lines import ChannelLines
from ui.form import TEXT_COLUMN, Form
from ui.notice import Notice
from ui.rescue import Rescue
from ui.tongue import tr
from wizard import flow, short_path
from wizard.i18n import N_
from wizard.interview import places, summaries
from wizard.interview.places import Place
from wizard.library import projects

if TYPE_CHECKING:
    from ui.desk import Desk

NAME = Place("business", "name")
COUNTRY = Place("business", "country")


class ShortPath(QWidget):
    """About fifteen facts; everything else is filled from the example."""

    finished = Signal()
    left = Signal()
    home = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "paper")
        self.desk = desk
        self._country = desk.answers.business.country
        self._provisional = desk.session.project.name
        self.notice = Notice()
        self.rescue = Rescue(desk, self.notice)
        self.pages = short_path.pages(desk.answers)
        self.stack = QStackedWidget()
        for page in self.pages:
            self.stack.addWidget(self._page(page))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.stack, 1)
        column.addWidget(self._footer())
        desk.changed.connect(self._changed)
        for keys, act in (("Ctrl+PgDown", self.go_on), ("Ctrl+PgUp", self.go_back)):
            QShortcut(QKeySequence(keys), self, activated=act)
        self.show_page(0)

    def show_page(self, number: int) -> None:
        """Show the page with this number, counted from 0, and begin at its first question."""
        self.desk.leave()
        self.stack.setCurrentIndex(number)
        last = number == len(self.pages) - 1
        before = self.pages[number - 1].title if number else N_("All projects")
        after = flow.REVIEW.title if last else self.pages[number + 1].title
        self.back.setText(f"← {tr(before)}")
        self.next.setText(f"{tr(after)} →")
        self.number.setText(tr(N_("{number} of {all}"), number=number + 1, all=len(self.pages)))

        if self.isVisible():
            self.begin()

    def begin(self) -> None:
        """Put the focus on the first field of the page that is shown."""
        first = next(tab_order.stops(self.stack), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """To the next page; after the last to the review."""
        number = self.stack.currentIndex()
        if number < len(self.pages) - 1:
            self.show_page(number + 1)
        else:
            self._done()
            self.finished.emit()

    def go_back(self) -> None:
        """To the page before; from the first to the list of projects."""
        number = self.stack.currentIndex()
        if number:
            self.show_page(number - 1)
        else:
            self.home.emit()

    def _done(self) -> None:
        for page in self.pages:
            self.desk.session.visit("crisis_team" if page.id == "people" else page.id)
        self.desk.leave()

    def _page(self, page: short_path.Page) -> QScrollArea:
        content = QWidget()
        row = QHBoxLayout(content)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(16, 32, 16, 24)
        column.setSpacing(12)
        column.addWidget(pieces.words(tr(page.title), "title"))
        column.addWidget(pieces.words(tr(page.reason), "reason"))
        if page.asked == (short_path.CHANNELS,):
            column.addWidget(ChannelLines(self.desk))
        else:
            column.addWidget(Form(self.desk, page.asked, labels=self._labels(page.asked)))
        column.addWidget(
            pieces.words(
                tr(N_("All the rest is filled from the example. You can change it later.")), "hint"
            )
        )
        column.addStretch(1)
        inside = QWidget()
        inside.setLayout(column)
        inside.setMaximumWidth(TEXT_COLUMN + 32)
        inside.setMinimumWidth(TEXT_COLUMN // 2)
        row.addWidget(inside, 100)
        row.addStretch(1)
        scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        return scroll

    def _labels(self, asked: tuple[Place, ...]) -> dict[Place, str]:
        """A field of a row is named after its row too."""
        found = {}
        for place in asked:
            row = places.row_at(self.desk.answers, place)
            if row is not None:
                said = summaries.of_row(row, self.desk.answers, self.desk.document_language)
                found[place] = f"{said.title}: {_inside(tr(places.question_at(place).label))}"
        return found

    def _footer(self) -> QFrame:
        footer = QFrame()
        footer.setProperty("role", "footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(24, 10, 24, 10)
        self.back, self.next = QPushButton(), QPushButton()
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.next.setProperty("role", "primary")
        self.all = QPushButton(tr(N_("Show all questions")))
        self.all.setProperty("role", "link")
        self.all.clicked.connect(lambda: (self._done(), self.left.emit()))
        self.number = pieces.words("", "muted")
        self.number.setWordWrap(False)
        row.addWidget(self.back)
        row.addWidget(self.all)
        row.addStretch(1)
        row.addWidget(self.number)
        row.addWidget(self.next)
        return footer

    def _changed(self, place: Place | None) -> None:
        if place == COUNTRY:
            before, self._country = self._country, self.desk.answers.business.country
            defaults = short_path.country_defaults(self.desk.answers, before)
            for one, raw in defaults.items():
                self.desk.put(one, raw)
        elif place == NAME:
            self._rename()

    def _rename(self) -> None:
        """The project takes the name of the business until somebody names it otherwise."""
        name = (self.desk.answers.business.name.own or "").strip()[: projects.NAME_LIMIT]
        wanted = name or self._provisional
        project = self.desk.session.project.id
        self.desk.keeper.run(
            lambda library: projects.rename(library, project, wanted),
            failed=self.rescue.tell,
            asker=self,
        )


def _inside(label: str) -> str:
    """The label as it stands inside a line: an abbreviation keeps its capitals."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
