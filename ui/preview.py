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

from ui.clearing import clear
from ui.flowing import Flowing
from ui.page_view import PageView
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview.places import Place, parsed

if TYPE_CHECKING:
    from ui.desk import Desk

MOST_TABS = 4
SHUT_WIDTH = 36
LEAST_WIDTH = 280
SHORT = {
    "promise": N_("Public promise"),
    "service-standard": N_("Service"),
    "guide": N_("Guide"),
    "crisis-plan": N_("Crisis plan"),
    "acknowledgement": N_("Checklist"),
}
BESIDE = {"acknowledgement-form", "refusal-record", "questionnaire"}


class Preview(QFrame):
    """Shows one document of the project; a click on a block asks for its question."""

    asked_for = Signal(object)
    collapsed = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "desk")
        self.setAccessibleName(tr(N_("Preview")))
        self.desk = desk
        self.document = ""
        self._place: Place | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        head = QHBoxLayout()
        self.shut = QToolButton(text="»")
        self.shut.setProperty("role", "link")
        self.shut.setAccessibleName(tr(N_("Hide or show the preview")))
        self.shut.clicked.connect(self._toggle)
        head.addWidget(self.shut)
        self.tabs = QWidget()
        self._tabs = Flowing(self.tabs)
        head.addWidget(self.tabs, 1)
        column.addLayout(head)
        self.view = PageView()
        self.view.clicked.connect(self._clicked)
        column.addWidget(self.view, 1)
        self.foot = QWidget()
        column.addWidget(self.foot)
        self._lay_out_foot()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.render)
        desk.changed.connect(self._changed)
        desk.shown_anew.connect(self._changed)
        desk.spoke.connect(lambda _language: self._spoke())
        self.setMinimumWidth(LEAST_WIDTH)

    def show_step(self, step: str) -> None:
        """Offer the documents that this step feeds, and show the one it feeds most."""
        from wizard import feeds
        from wizard.documents import templates

        known = templates.documents(self.desk.document_language)
        fed = [one for one in feeds.fed_by(step, self.desk.document_language) if one not in BESIDE]
        offered = [*fed, *(one for one in known if one not in fed and one not in BESIDE)]
        offered = offered[:MOST_TABS]
        clear(self._tabs)
        group = QButtonGroup(self)
        for one in offered:
            tab = QPushButton(tr(SHORT.get(one, known[one].title)))
            tab.setToolTip(known[one].title)
            tab.setAccessibleName(known[one].title)
            tab.setProperty("role", "tab")
            tab.setCheckable(True)
            tab.setChecked(one == offered[0])
            tab.clicked.connect(lambda _on=False, chosen=one: self.show_document(chosen))
            group.addButton(tab)
            self._tabs.addWidget(tab)
        self.show_document(offered[0])

    def show_document(self, document: str) -> None:
        """Show this document from its beginning."""
        if document != self.document:
            self.document = document
            self._place = None
            self._timer.start()

    def mark(self, place: Place) -> None:
        """Mark the blocks of this question and bring the first into sight."""
        self._place = place
        self.view.mark(place)

    def render(self) -> None:
        """Show the page as the answers now are."""
        if not self.document or self.view.isHidden() or not self.isVisible():
            return
        from ui import pages_of

        desk = self.desk
        page = pages_of.page(self.document, desk.answers, desk.document_language, desk.today)
        self.view.show_page(page)
        if self._place is not None:
            self.view.mark(self._place)
        if self.document == "promise":
            self.pages.setText(tr(N_("Pages: {count}"), count=pages_of.count(page)))
        else:
            self.pages.setText("")

    def showEvent(self, event: object) -> None:  # noqa: N802
        """What was missed while hidden is shown now."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._timer.start()

    def _lay_out_foot(self) -> None:
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(0, 0, 0, 0)
        self.pages = QLabel()
        self.pages.setProperty("role", "muted")
        row.addWidget(self.pages)
        row.addStretch(1)
        self.languages = QButtonGroup(self)
        for language in self.desk.answers.business.languages:
            button = QPushButton(language.upper())
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setChecked(language == self.desk.document_language)
            button.setAccessibleName(tr(N_("Show the document in {name}"), name=language.upper()))
            button.clicked.connect(lambda _on=False, one=language: self.desk.speak(one))
            self.languages.addButton(button)
            row.addWidget(button)
        for text, name, by in (("−", N_("Smaller"), -1), ("+", N_("Larger"), 1)):
            button = QToolButton(text=text)
            button.setProperty("role", "link")
            button.setAccessibleName(tr(name))
            button.clicked.connect(lambda _on=False, step=by: self.view.zoom(step))
            row.addWidget(button)

    def _toggle(self) -> None:
        shut = not self.view.isHidden()
        for part in (self.view, self.tabs, self.foot):
            part.setVisible(not shut)
        self.shut.setText("«" if shut else "»")
        self.setMinimumWidth(SHUT_WIDTH if shut else LEAST_WIDTH)
        self.setMaximumWidth(SHUT_WIDTH if shut else 16777215)
        self.collapsed.emit(shut)
        self._timer.start()

    def _changed(self, place: Place | None) -> None:
        if place is not None:
            self._place = place
        self._timer.start()

    def _spoke(self) -> None:
        for button in self.languages.buttons():
            button.setChecked(button.text().lower() == self.desk.document_language)
        self._timer.start()

    def _clicked(self, question: str) -> None:
        place = parsed(question)
        if place is not None:
            self.asked_for.emit(place)
