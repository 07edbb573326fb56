"""The screen of an open project: stops at the side, the questions, the live page, the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from ui import pieces
from ui.company_notice import CompanyNotice
from ui.notice import Notice
from ui.pages.finishing import finishing_page
from ui.pages.stop_page import StopPage, step_page
from ui.preview import Preview
from ui.rescue import Rescue
from ui.step_list import StepList
from ui.tongue import tr
from ui.versions.publisher import Publisher
from wizard import flow
from wizard.i18n import N_
from wizard.interview import places

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from ui.desk import Desk
    from wizard.interview.ask import Question
    from wizard.interview.places import Place
    from wizard.library.versions import Version

NONE: frozenset[str] = frozenset()
BREATH = 15
"""Milliseconds between two parts of a page that are made while nobody waits for them."""


class ProjectScreen(QWidget):
    """One project at work; shows one stop at a time, in any order."""

    home = Signal()
    settings_wanted = Signal()
    folder_chosen = Signal(str)
    anew_wanted = Signal(str)
    """The project is to be read anew and shown at this stop; all is saved."""
    version_wanted = Signal(int)
    """The published version of this number is to be looked at."""

    def __init__(self, desk: Desk, *, stop: str = "", folder: str = "") -> None:
        super().__init__()
        self.setProperty("role", "paper")
        self.desk = desk
        self.current = ""
        self.folder = folder
        self._pages: dict[str, StopPage] = {}
        self._back_to = ""
        self.side = StepList()
        self.notice = Notice()
        self.rescue = Rescue(desk, self.notice)
        self.company = CompanyNotice(desk)
        self.installEventFilter(self.company)
        self.stack = QStackedWidget()
        self.preview = Preview(desk)
        self.publisher = Publisher(desk)
        # It dies with the screen: what it has to tell is then told to nobody.
        self.publisher.setParent(self)
        self._lay_out()
        self._states = QTimer(self, singleShot=True, interval=60)
        self._states.timeout.connect(self.show_states)
        self._builder = QTimer(self, interval=BREATH)
        self._builder.timeout.connect(self._build)
        self._connect()
        self._shortcuts()
        self.go(stop or self._first_open())

    def go(self, stop: str, place: Place | None = None) -> None:
        """Show this stop, and put the focus on the question at the place."""
        if stop != self.current:
            self.desk.leave()
            self.desk.session.visit(stop)
            self.current = stop
            page = self._begun(stop)
            focused = QApplication.focusWidget()
            self.stack.setCurrentWidget(page)
            if focused is None or not focused.isVisible():
                page.begin()
            page.verticalScrollBar().setValue(0)
            self.preview.setHidden(page.is_alone)
            self.preview.show_step(stop, page.document)
            self._show_neighbours()
            self.show_states()
            self.desk.save()
            self._builder.start()
        if place is not None:
            self.page(stop).focus(place)

    def begin(self) -> None:
        """Put the focus on the first field of the stop that is shown."""
        self._pages[self.current].begin()

    def go_to(self, place: Place) -> None:
        """Show the question at the place, whichever stop it belongs to."""
        self._back_to = self.current if self.current == flow.REVIEW.id else ""
        self.go(place.step, place)
        self._show_neighbours()

    def go_to_people(self) -> None:
        """Show the staff list."""
        self.go("people")

    def begin_to_publish(self) -> None:
        """Show the review with the questions before a version is published."""
        self.go(flow.REVIEW.id)
        self.page(flow.REVIEW.id).bodies[0].since.begin()  # type: ignore[attr-defined]

    def page(self, stop: str) -> StopPage:
        """The whole page of a stop."""
        return self._begun(stop).complete()

    def _begun(self, stop: str) -> StopPage:
        """The page of a stop, its first part at least; a finishing one reads what it shows."""
        found = self._kept(stop)
        if stop not in flow.STEP_IDS:
            found.bodies[0].refresh()  # type: ignore[attr-defined]
        return found

    def _kept(self, stop: str) -> StopPage:
        """The page of a stop as it is; made where there is none yet."""
        if stop not in self._pages:
            page = self._make(flow.BY_ID[stop])
            page.entered.connect(self._entered)
            page.document_wanted.connect(self.preview.show_document)
            page.files_wanted.connect(self._export_these)
            page.stop_wanted.connect(self.go)
            page.alone_wanted.connect(self.preview.setHidden)
            self._pages[stop] = page
            self.stack.addWidget(page)
        return self._pages[stop]

    def show_states(self) -> None:
        """Show at the side how far each stop has come."""
        session = self.desk.session
        troubled = session.troubled | self.desk.checker.troubled()
        states = {
            stop.id: flow.state(
                stop.id, session.answers, visited=session.visited, troubled=troubled
            )
            for stop in flow.STOPS
        }
        self.side.show_states(states, self.current)
        languages = " + ".join(one.upper() for one in session.answers.business.languages)
        name = session.answers.business.name.own or session.project.name
        last = self.publisher.last
        number = last.number if last else session.project.signatures.version
        self.side.show_project(name, languages or "–", number)

    @property
    def is_idle(self) -> bool:
        """Whether everything is made and shown, so that nothing will change by itself."""
        waits = self._builder, self._states, self.desk.checker
        return not (any(one.isActive() for one in waits) or self.preview.is_busy)

    def leave(self) -> None:
        """The screen is left: all is saved, and nothing more is made for it."""
        self._builder.stop()
        self.desk.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Ctrl+Z takes back the field's own typing first, then the last saved change."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)  # type: ignore[attr-defined]
            and isinstance(watched, QLineEdit | QPlainTextEdit)
            and not _has_typing(watched)
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _make(self, stop: flow.Stop) -> StopPage:
        if stop.id in flow.STEP_IDS:
            return step_page(self.desk, stop)
        return finishing_page(self, stop)

    def _export_these(self, documents: list[str]) -> None:
        """Show the export with these documents ticked."""
        self.go(flow.EXPORT.id)
        self.page(flow.EXPORT.id).bodies[0].tick(documents)  # type: ignore[attr-defined]

    def _build(self) -> None:
        """Make one more part: of this page first, then of the stops and documents to come."""
        if self._pages[self.current].build_next():
            return
        if self.desk.checker.build_next():
            return
        for stop in flow.STOPS:
            if stop.id not in self._pages:
                self._kept(stop.id)
                return
            if self._pages[stop.id].build_next():
                return
        if not self.preview.prepare():
            self._builder.stop()

    def _lay_out(self) -> None:
        self.back, self.next = QPushButton(), QPushButton()
        self.next.setProperty("role", "primary")
        self.number = QLabel()
        self.number.setProperty("role", "muted")
        footer = QFrame()
        footer.setProperty("role", "footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(24, 10, 24, 10)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.number)
        row.addWidget(self.next)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.company)
        column.addWidget(self.notice)
        column.addWidget(self.stack, 1)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(centre)
        self.split.addWidget(self.preview)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.split.setCollapsible(0, False)
        self.split.setSizes([660, 380])
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.split, 1)
        right.addWidget(footer)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.side)
        whole.addLayout(right, 1)

    def _connect(self) -> None:
        self.side.chosen.connect(self.go)
        self.side.home.connect(self.home)
        self.side.settings_wanted.connect(self.settings_wanted)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.preview.asked_for.connect(self.go_to)
        self.desk.changed.connect(self._changed)
        self.desk.checker.told.connect(self.show_states)
        self.publisher.published.connect(self._published)
        self.desk.saved.connect(self.side.show_saved)
        self.desk.trouble.connect(self.side.show_not_saved)
        self.desk.overtaken.connect(self._overtaken)
        self.company.anew_wanted.connect(self._read_anew)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def _shortcuts(self) -> None:
        for keys, act in (
            ("Ctrl+PgDown", self._go_on),
            ("Ctrl+PgUp", self._go_back),
            ("Ctrl+E", lambda: self.go(flow.EXPORT.id)),
            ("Ctrl+Z", self._undo),
            ("F1", self._explain),
        ):
            QShortcut(QKeySequence(keys), self, activated=act)

    def _first_open(self) -> str:
        session = self.desk.session
        states = (
            (stop.id, flow.state(stop.id, session.answers, visited=session.visited, troubled=NONE))
            for stop in flow.STOPS
        )
        return next((stop for stop, state in states if state == "to-do"), flow.REVIEW.id)

    def _show_neighbours(self) -> None:
        before, after = flow.before(self.current), flow.after(self.current)
        self.back.setVisible(before is not None)
        if before is not None:
            self.back.setText(f"← {tr(before.title)}")
        returning = self._back_to and self._back_to != self.current
        self.next.setVisible(after is not None)
        if returning:
            self.next.setText(f"{tr(flow.BY_ID[self._back_to].title)} →")
        elif after is not None:
            self.next.setText(f"{tr(after.title)} →")
        number, last = flow.number(self.current), len(flow.WAY)
        told = tr(N_("{number} of {all}"), number=number, all=last)
        self.number.setText(told if number <= last else "")

    def _go_on(self) -> None:
        after = flow.after(self.current)
        target = self._back_to or (after.id if after else "")
        self._back_to = ""
        if target:
            self.go(target)

    def _go_back(self) -> None:
        before = flow.before(self.current)
        self._back_to = ""
        if before is not None:
            self.go(before.id)

    def _entered(self, place: Place) -> None:
        self.preview.mark(place)

    def _changed(self, _place: Place | None) -> None:
        self.side.show_saving()
        self._states.start()

    def _published(self, _version: Version) -> None:
        self.show_states()

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """Watch the keys of the field that has the focus, and of no other widget."""
        if old is not None:
            old.removeEventFilter(self)
        if new is not None and self.isAncestorOf(new):
            new.installEventFilter(self)

    def _undo(self) -> None:
        if self.desk.session.can_undo:
            place = self.desk.undo()
            self.go(_stop_of(place))

    def _explain(self) -> None:
        """F1: why the focused question is asked."""
        focused = QApplication.focusWidget()
        why = pieces.tip(focused.accessibleDescription()) if focused else ""
        if focused is not None and self.isAncestorOf(focused):
            below = focused.mapToGlobal(QPoint(0, focused.height()))
            QToolTip.showText(below, why or tr(flow.BY_ID[self.current].reason), focused)

    def _read_anew(self) -> None:
        self.anew_wanted.emit(self.current)

    def _overtaken(self, changed: list[Place]) -> None:
        labels = ", ".join(dict.fromkeys(tr(_asked(place).label) for place in changed))
        self.notice.tell(
            tr(
                N_(
                    "Another window had changed {questions}. Your newer answers stand; "
                    "the history keeps the others."
                ),
                questions=labels,
            )
        )


def _stop_of(place: Place | None) -> str:
    """Where a change was made: at a step, at the staff list, or on the review."""
    if place is None:
        return "people"
    return place.step if place.step in flow.STEP_IDS else flow.REVIEW.id


def _asked(place: Place) -> Question[object]:
    """The question of the place; that of the list for what is no question of its rows."""
    try:
        return places.question_at(place)
    except KeyError:
        return places.question_at(place.whole)


def _has_typing(field: QLineEdit | QPlainTextEdit) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return field.document().isUndoAvailable()
