"""The review: what was noticed, what is missing or worded anew, and all answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import pieces
from ui.clearing import clear
from ui.findings.card import FindingsCard
from ui.pages.questionnaire import Questionnaire
from ui.pages.wording_offers import WordingOffers
from ui.tongue import tr
from ui.versions.since import SinceCard
from ui.versions.version_list import VersionList
from wizard import flow, reviewing
from wizard.i18n import N_

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.versions.publisher import Publisher
    from wizard.interview.places import Place
    from wizard.reviewing import Line

MOST_FOUND = 60
MOST_MISSING = 12


class ReviewPage(QWidget):
    """Reads the answers when it is shown; every line leads to its question."""

    asked_for = Signal(object)
    version_wanted = Signal(int)
    """The published version of this number is to be looked at."""
    stop_wanted = Signal(str)
    """The stop of this id is where the work goes on."""

    def __init__(self, desk: Desk, publisher: Publisher) -> None:
        super().__init__()
        self.desk = desk
        self._lines: list[Line] = []
        self._opened: set[str] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.findings = FindingsCard(desk)
        self.findings.asked_for.connect(self.asked_for)
        self.missing, inside = pieces.card(gap=4)
        self._missing = QVBoxLayout()
        self._missing.setSpacing(4)
        self.questionnaire = Questionnaire(desk)
        inside.addLayout(self._missing)
        inside.addWidget(self.questionnaire)
        self.documents, self._documents = pieces.card(gap=4)
        self.wordings = WordingOffers(desk)
        self.wordings.asked_for.connect(self.asked_for)
        self.since = SinceCard(desk, publisher)
        self.since.asked_for.connect(self.asked_for)
        self.since.stop_wanted.connect(self.stop_wanted)
        self.versions = VersionList(publisher)
        self.versions.opened.connect(self.version_wanted)
        column.addWidget(self.findings)
        column.addWidget(self.missing)
        column.addWidget(self.wordings)
        column.addWidget(self.since)
        column.addWidget(self.versions)
        column.addWidget(self.documents)
        self.find = QLineEdit()
        self.find.setPlaceholderText(tr(N_("Find in all answers…")))
        self.find.setAccessibleName(tr(N_("Find in all answers…")))
        self.find.setClearButtonEnabled(True)
        self.find.textChanged.connect(lambda _text: self._show_answers())
        column.addWidget(self.find)
        self.answers, self._answers = pieces.card(gap=4)
        column.addWidget(self.answers)
        desk.shown_anew.connect(self._shown_anew)

    def focus(self, _place: Place) -> bool:
        """Put the focus on the find field."""
        self.find.setFocus()
        return True

    def refresh(self) -> None:
        """Read the answers anew; what was told of the wordings is over."""
        self.wordings.notice.hide()
        self.findings.refresh()
        self._show()

    def _shown_anew(self, _place: Place | None) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        self._lines = reviewing.all_lines(self.desk.answers, self.desk.document_language)
        self._show_missing()
        self.wordings.refresh()
        self.since.refresh()
        self.questionnaire.refresh()
        self._show_documents()
        self._show_answers()

    def _show_missing(self) -> None:
        clear(self._missing)
        missing = [line for line in self._lines if line.missing]
        if not missing:
            self._missing.addWidget(pieces.words(tr(N_("Nothing is missing.")), "heading"))
            return
        self._missing.addWidget(
            pieces.words(tr(N_("Still missing: {count}"), count=len(missing)), "heading")
        )
        self._missing.addWidget(
            pieces.words(
                tr(N_("You can print at any time: these become lines to fill in.")), "hint"
            )
        )
        for line in missing[:MOST_MISSING]:
            self._missing.addWidget(self._line(line, tr(N_("Fill in"))))
        if len(missing) > MOST_MISSING:
            more = tr(N_("And {count} more, marked below."), count=len(missing) - MOST_MISSING)
            self._missing.addWidget(pieces.words(more, "hint"))

    def _show_documents(self) -> None:
        from wizard.documents import templates

        clear(self._documents)
        self._documents.addWidget(pieces.words(tr(N_("How complete each document is")), "heading"))
        language = self.desk.document_language
        known = templates.documents(language)
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        shown = reviewing.completeness(self._lines, language, self.desk.answers.packs)
        for row, (document, found) in enumerate(shown.items()):
            if not found.asked or not known[document].default:
                continue
            bar = QProgressBar(textVisible=False, maximum=found.asked, value=found.given)
            bar.setFixedWidth(120)
            words = tr(N_("{given} of {asked}"), given=found.given, asked=found.asked)
            bar.setAccessibleName(f"{known[document].title}: {words}")
            grid.addWidget(pieces.words(known[document].title, "plain"), row, 0)
            grid.addWidget(bar, row, 1)
            grid.addWidget(pieces.words(words, "muted"), row, 2)
        inside = QWidget()
        grid.setContentsMargins(0, 0, 0, 0)
        inside.setLayout(grid)
        self._documents.addWidget(inside)

    def _show_answers(self) -> None:
        clear(self._answers)
        text = self.find.text().strip()
        if text:
            found = reviewing.found(self._lines, text)
            self._answers.addWidget(
                pieces.words(tr(N_("Found: {count}"), count=len(found)), "heading")
            )
            for line in found[:MOST_FOUND]:
                self._answers.addWidget(self._line(line, tr(N_("Change"))))
            return
        self._answers.addWidget(pieces.words(tr(N_("All answers")), "heading"))
        for stop in flow.STOPS:
            if stop.id in flow.STEP_IDS:
                self._answers.addWidget(self._section(stop))

    def _section(self, stop: flow.Stop) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        lines = [line for line in self._lines if line.place.step == stop.id]
        given = sum(bool(line.value) for line in lines)
        head = QToolButton(text=f"▸  {tr(stop.title)}  ({given})")
        head.setProperty("role", "link")
        head.setCheckable(True)
        head.setAccessibleName(tr(stop.title))
        column.addWidget(head)
        inside = QWidget()
        inside.hide()
        column.addWidget(inside)

        def open_or_shut(on: bool) -> None:
            if on and inside.layout() is None:
                rows = QVBoxLayout(inside)
                rows.setContentsMargins(16, 0, 0, 0)
                for line in lines:
                    rows.addWidget(self._line(line, tr(N_("Change"))))
            inside.setVisible(on)
            head.setText(head.text().replace("▸" if on else "▾", "▾" if on else "▸"))
            (self._opened.add if on else self._opened.discard)(stop.id)

        head.toggled.connect(open_or_shut)
        head.setChecked(stop.id in self._opened)
        return box

    def _line(self, line: Line, way: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 2, 0, 2)
        words = QVBoxLayout()
        words.setSpacing(0)
        label = f"{line.row}: {line.label}" if line.row else line.label
        words.addWidget(pieces.words(label, "hint"))
        value = line.value or ("–" if not line.missing else tr(N_("not given yet")))
        words.addWidget(pieces.words(value if len(value) < 400 else f"{value[:400]}…", "plain"))
        row.addLayout(words, 1)
        change = QPushButton(way)
        change.setProperty("role", "link")
        change.setAccessibleName(f"{way}: {label}")
        change.clicked.connect(lambda _on=False, place=line.place: self.asked_for.emit(place))
        row.addWidget(change, alignment=Qt.AlignmentFlag.AlignTop)
        return box
