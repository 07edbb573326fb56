"""The live page beside the questions: what is being answered, as it will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.flowing import Flowing
from ui.page_view import PageView
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview import places

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from ui.desk import Desk
    from ui.typesetting import Typesetter
    from wizard.interview.places import Place

MOST_TABS = 4
SHUT_WIDTH, LEAST_WIDTH, NO_LIMIT = 40, 280, 16777215
FOR_THE_PROMISE = "promise"
TAB_SIDES = 32
"""Room beside the words of a tab, which are bold while it is chosen."""
BY_HAND = frozenset({"acknowledgement-form", "refusal-record"})
"""Documents that are printed one by one on request: the preview does not offer them."""
BY_PEOPLE = frozenset({"acknowledgement"})
"""Documents as long as the staff list; the preview shows no more people of it than this."""
MOST_PEOPLE = 300
TABS = {
    "promise": N_("For customers"),
    "service-standard": N_("Standard"),
    "guide": N_("For staff"),
    "crisis-plan": N_("Crisis plan"),
    "acknowledgement": N_("Signatures"),
}
ZOOMS = (("−", N_("Smaller"), -1), ("+", N_("Larger"), 1), ("↔", N_("Fit the width"), 0))
LANGUAGES = {"en": N_("Documents in English"), "ru": N_("Documents in Russian")}


class Preview(QFrame):
    """Shows one document of the project; a click on a block asks for its question."""

    asked_for = Signal(object)
    """The question at this ``Place`` was asked for."""
    collapsed = Signal(bool)
    """The preview was folded away, or unfolded."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "desk")
        self.setAccessibleName(tr(N_("Preview")))
        self.setMinimumWidth(LEAST_WIDTH)
        self.desk = desk
        self.document = ""
        self.view = PageView()
        self._place: Place | None = None
        self._from_start = True
        self._typesetter: Typesetter | None = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.render_page)
        self._lay_out()
        self.view.clicked.connect(self._clicked)
        desk.changed.connect(self._changed)
        desk.shown_anew.connect(self._changed)
        desk.spoke.connect(self._spoke)

    def show_step(self, step: str) -> None:
        """Offer the documents that the step feeds first, and show the one it feeds most."""
        from wizard import feeds
        from wizard.documents import templates

        known = templates.documents(self.desk.document_language)
        fed = feeds.fed_by(step, self.desk.document_language)
        ranked = [*fed, *(one for one in known if one not in fed)]
        offered = [one for one in ranked if one not in BY_HAND][:MOST_TABS]
        self._place = None
        self._offer(offered)
        self.show_document(offered[0])

    def show_document(self, document: str) -> None:
        """Show this document from its beginning."""
        for tab in self.tabs.buttons():
            tab.setChecked(tab.property("document") == document)
        if document != self.document:
            from ui.typesetting import Typesetter

            self.document = document
            self._typesetter = Typesetter()
            self._from_start = True
        self._timer.start()

    def mark(self, place: Place) -> None:
        """Mark the blocks of this question and bring the first into sight."""
        self._place = place
        if not self._timer.isActive():
            self.view.mark(place)

    def render_page(self) -> None:
        """Show the page as the answers now are; where it cannot be seen it waits."""
        if not self.document or not self.isVisible() or self.view.isHidden():
            return
        from ui.pages_of import pages_of
        from wizard.staff import shortened

        desk = self.desk
        answers = desk.answers
        if self.document in BY_PEOPLE:
            answers = shortened(answers, MOST_PEOPLE)
        pages = pages_of(
            self.document, answers, desk.document_language, desk.today, self._typesetter
        )
        self.view.show_pages(pages)
        if self._from_start:
            self._from_start = False
            self.view.to_start()
        if self._place is not None:
            self.view.mark(self._place)
        self.count.setVisible(self.document == FOR_THE_PROMISE or answers is not desk.answers)
        self.count.setText(tr(N_("Pages: {count}"), count=len(pages.pages)))
        if answers is not desk.answers:
            self.count.setText(tr(N_("First people: {count}. All are printed."), count=MOST_PEOPLE))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What was missed while hidden is shown now."""
        super().showEvent(event)
        self._timer.start()

    def fold(self, *, away: bool) -> None:
        """Fold the preview away, or unfold it."""
        for part in (self.view, self._tab_row, self.foot):
            part.setVisible(not away)
        self.shut.setText("«" if away else "»")
        self.shut.setAccessibleName(tr(N_("Show the page") if away else N_("Hide the page")))
        self.shut.setToolTip(self.shut.accessibleName())
        self.setMinimumWidth(SHUT_WIDTH if away else LEAST_WIDTH)
        self.setMaximumWidth(SHUT_WIDTH if away else NO_LIMIT)
        self.collapsed.emit(away)
        self._timer.start()

    def _lay_out(self) -> None:
        self.shut = _button("»", tr(N_("Hide the page")))
        self.shut.clicked.connect(lambda: self.fold(away=not self.view.isHidden()))
        self._tab_row = QWidget()
        self._flow = Flowing(self._tab_row)
        self.tabs = QButtonGroup(self)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.shut)
        head.addWidget(self._tab_row, 1)
        self.foot = QWidget()
        self._lay_out_foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self.foot)

    def _lay_out_foot(self) -> None:
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.count = QLabel(wordWrap=True)
        self.count.setProperty("role", "muted")
        row.addWidget(self.count, 1)
        row.addStretch()
        self.languages = QButtonGroup(self)
        for language, name in LANGUAGES.items():
            button = _tab(language.upper(), tr(name))
            button.setProperty("language", language)
            button.clicked.connect(lambda _on=False, one=language: self.desk.speak(one))
            self.languages.addButton(button)
            row.addWidget(button)
        for text, name, by in ZOOMS:
            button = _button(text, tr(name))
            button.clicked.connect(lambda _on=False, step=by: self.view.zoom(step))
            row.addWidget(button)
        self._show_languages()

    def _show_languages(self) -> None:
        wanted = self.desk.answers.business.languages
        for button in self.languages.buttons():
            language = button.property("language")
            button.setChecked(language == self.desk.document_language)
            button.setVisible(len(wanted) > 1 and language in wanted)

    def _offer(self, documents: list[str]) -> None:
        from wizard.documents import templates

        known = templates.documents(self.desk.document_language)
        while (item := self._flow.takeAt(0)) is not None:
            self.tabs.removeButton(item.widget())
            item.widget().hide()
            item.widget().deleteLater()
        for one in documents:
            title = known[one].title
            tab = _tab(tr(TABS[one]) if one in TABS else title, title)
            tab.setProperty("document", one)
            tab.clicked.connect(lambda _on=False, chosen=one: self.show_document(chosen))
            self.tabs.addButton(tab)
            self._flow.addWidget(tab)
            tab.show()

    def _changed(self, place: Place | None) -> None:
        if place is not None:
            self._place = place
            if place == places.Place("business", "languages"):
                self._show_languages()
        self._timer.start()

    def _spoke(self, _language: str) -> None:
        self._show_languages()
        for tab in self.tabs.buttons():
            tab.setToolTip(self._title(str(tab.property("document"))))
        self._from_start = True
        self._timer.start()

    def _title(self, document: str) -> str:
        from wizard.documents import templates

        return templates.documents(self.desk.document_language)[document].title

    def _clicked(self, question: str) -> None:
        place = places.parsed(question)
        if place is not None:
            self._place = place
            self.view.mark(place, show=False)
            self.asked_for.emit(place)


def _button(text: str, name: str) -> QToolButton:
    button = QToolButton(text=text)
    button.setProperty("role", "link")
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button


def _tab(text: str, name: str) -> QPushButton:
    tab = QPushButton(text)
    tab.setProperty("role", "tab")
    tab.setCheckable(True)
    bold = tab.font()
    bold.setBold(True)
    tab.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(text) + TAB_SIDES)
    tab.setAccessibleName(f"{text}: {name}")
    tab.setToolTip(name)
    return tab
