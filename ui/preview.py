"""The live page beside the questions: what is being answered, as it will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
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

from ui.document_names import short_name
from ui.document_tabs import DocumentTabs, Offer
from ui.page_view import PageView
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview import places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QShowEvent

    from ui.desk import Desk
    from ui.galley import Galley
    from wizard.documents.templates import Template
    from wizard.interview.places import Place

SHUT_WIDTH, LEAST_WIDTH, NO_LIMIT = 40, 280, 16777215
PROMISE = "promise"
SLICE = 0.025
"""Seconds of setting type in one go; what takes longer goes on after other work."""
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
        self._galleys: dict[tuple[str, str], Galley] = {}
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.render_page)
        self._lay_out()
        self.view.clicked.connect(self._clicked)
        self.tabs.chosen.connect(self.show_document)
        desk.changed.connect(self._changed)
        desk.equipped.connect(self._timer.start)
        desk.shown_anew.connect(self._changed)
        desk.spoke.connect(self._spoke)

    def show_step(self, step: str, document: str = "") -> None:
        """Offer the documents the step feeds first; show this one, else the one it feeds most.

        Those on request are offered at a step that feeds no other.
        """
        from wizard import feeds

        known = self._known()
        fed = feeds.fed_by(step, self.desk.document_language, self.desk.answers.packs)
        on_request = not any(known[one].default for one in fed)
        offered = sorted(
            (one.id for one in known.values() if one.default or (on_request and one.id in fed)),
            key=lambda one: fed.index(one) if one in fed else len(fed),
        )
        self._place = None
        shown = document or offered[0]
        self.tabs.offer(
            [Offer(one, short_name(one, known[one].title), known[one].title) for one in offered],
            shown,
        )
        self.show_document(shown)

    def show_document(self, document: str) -> None:
        """Show this document, from its beginning where another was shown."""
        self.tabs.show_current(document)
        if document != self.document:
            self.document = document
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
        galley = self._galley(self.document)
        if not galley.work(SLICE):
            self._timer.start()
            return
        pages = galley.pages
        if pages is not None and pages is not self.view.pages:
            self.view.show_pages(pages)
        if self._from_start:
            self._from_start = False
            self.view.to_start()
        if self._place is not None:
            self.view.mark(self._place)
        count = len(pages.pages) if pages is not None else 0
        self.count.setText(tr(N_("Pages: {count}"), count=count))
        long = self.document == PROMISE and count > 1
        self.count.setProperty("tone", "warn" if long else "neutral")
        self.count.setToolTip(tr(N_("A promise that fits one page is read.")) if long else "")
        self.count.style().polish(self.count)
        people = galley.first_people
        self.shortened.setText(tr(N_("First people: {count}. All are printed."), count=people))
        self.shortened.setVisible(bool(people))

    @property
    def is_busy(self) -> bool:
        """Whether the page is being set anew."""
        return self._timer.isActive()

    def prepare(self) -> bool:
        """Set a slice of the documents not looked at yet; whether there was something to do."""
        for document in self.tabs.tabs:
            galley = self._galley(document)
            if galley.pages is None:
                galley.work(SLICE)
                return True
        return False

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What was missed while hidden is shown now."""
        super().showEvent(event)
        self._timer.start()

    def fold(self, *, away: bool) -> None:
        """Fold the preview away, or unfold it."""
        for part in (self.view, self.tabs, self.foot):
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
        self.tabs = DocumentTabs()
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.shut)
        head.addWidget(self.tabs, 1)
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
        self.count = QLabel()
        self.count.setProperty("role", "chip")
        self.shortened = QLabel(wordWrap=True)
        self.shortened.setProperty("role", "hint")
        row.addWidget(self.count)
        row.addWidget(self.shortened, 1)
        row.addStretch()
        self.languages = QButtonGroup(self)
        for language, name in LANGUAGES.items():
            button = _language_button(language.upper(), tr(name))
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

    def _changed(self, place: Place | None) -> None:
        if place is not None:
            self._place = place
            if place == places.Place("business", "languages"):
                self._show_languages()
        self._timer.start()

    def _spoke(self, _language: str) -> None:
        self._show_languages()
        known = self._known()
        for document, tab in self.tabs.tabs.items():
            tab.setToolTip(known[document].title)
        self._from_start = True
        self._timer.start()

    def _known(self) -> Mapping[str, Template]:
        """All documents by id, in the language looked at."""
        from wizard.documents import templates

        return templates.documents(self.desk.document_language)

    def _galley(self, document: str) -> Galley:
        """The document in the language looked at, about to be set from the answers as they are."""
        from ui.galley import Galley

        key = (document, self.desk.document_language)
        galley = self._galleys.get(key)
        if galley is None:
            galley = self._galleys[key] = Galley(*key)
        galley.set_from(self.desk.answers, self.desk.today, self.desk.stationery)
        return galley

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


def _language_button(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "tab")
    button.setCheckable(True)
    button.setAccessibleName(f"{text}: {name}")
    button.setToolTip(name)
    return button
