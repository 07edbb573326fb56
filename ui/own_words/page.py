"""The page of the owner's own words: a document is chosen, and its sections stand below."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import pieces
from ui.column import into_sight, settled
from ui.form import Form
from ui.notice import Notice
from ui.own_words.choice import DocumentChoice
from ui.own_words.outline import PASSAGES, Outline
from ui.own_words.section_row import SectionRow
from ui.tongue import tr
from wizard.documents import templates
from wizard.documents.own_blocks import name_of
from wizard.i18n import N_
from wizard.interview import places

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QLineEdit

    from ui.desk import Desk
    from ui.own_words.outline import Line
    from wizard.interview.answers import Answers
    from wizard.interview.places import Place

HINT = N_("Ticked sections are printed, in this order. ↑ and ↓ move one, + puts your own below it.")

MANY = 8
"""From so many rows on all are given their heights together."""


class OwnWordsPage(QWidget):
    """Follows the answers while it is seen; one section at a time is open."""

    entered = Signal(object)
    """The question at this ``Place`` has the focus."""
    document_wanted = Signal(str)
    """The document of this id is to be seen beside the page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.outline = Outline(desk)
        self.rows: dict[str, SectionRow] = {}
        self._lines: dict[str, Line] = {}
        self._opened = ""
        self._begun: Answers | None = None
        """The answers just after a row was made to write into."""
        self.choice = DocumentChoice(templates.published(), self.outline.document)
        self.choice.chosen.connect(self._chosen)
        self.notice = Notice()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.choice)
        column.addWidget(pieces.words(tr(HINT), "hint"))
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column.addLayout(self._list)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        desk.changed.connect(self._changed)
        desk.shown_anew.connect(self._shown_anew)
        desk.spoke.connect(self._spoke)
        self.refresh()

    @property
    def document(self) -> str:
        """The id of the document whose sections are listed."""
        return self.outline.document

    def choose(self, document: str) -> None:
        """List the sections of this document."""
        if document != self.document:
            self._shut()
            self.outline.document = document
            self.choice.show_current(document)
            self.refresh()
        self.document_wanted.emit(document)

    def focus(self, place: Place) -> bool:
        """Put the focus on what is changed at the place, in its document; always here."""
        document, _, section = place.row.partition(".")
        if document in templates.published():
            self.choose(document)
        row = self.rows.get(name_of(section)) if section else None
        if row is None:
            self.choice.buttons[self.document].setFocus()
            return True
        if place.key in {"heading", "text", ""}:
            self.open(row.name)
            if row.form is not None and row.form.focus(place):
                return True
        row.change.setFocus()
        return True

    def open(self, name: str) -> None:
        """Show the words of this section, and of no other."""
        if name == self._opened:
            return
        self._shut()
        self._opened = name
        before = self.desk.answers
        self.outline.begin(name)
        if self.desk.answers is not before:
            self._begun = self.desk.answers
        row, line = self.rows[name], self._lines[name]
        asked = [self.outline.place(name, "text")]
        if line.has_heading:
            asked.insert(0, self.outline.place(name, "heading"))
        form = Form(self.desk, asked, card=False)
        form.entered.connect(self._enter)
        if line.has_heading:
            heading = cast("QLineEdit", form.rows[asked[0]].editor.field())
            heading.setPlaceholderText(self.outline.heading(name))
        row.open(form)
        settled(row)
        form.focus(asked[0])
        into_sight(row)

    def refresh(self) -> None:
        """Show the sections as they are now, and only what has changed of them."""
        self._later.stop()
        lines = {line.name: line for line in self.outline.lines()}
        before, self._lines = self._lines, lines
        if self._opened and self.outline.passage(self._opened) is None:
            self._let_go()
        if list(lines) != list(self.rows):
            self._arrange(list(lines))
        changed = [self.rows[name] for name, line in lines.items() if before.get(name) != line]
        for row in changed:
            row.show_line(lines[row.name])
        for part in changed if len(changed) < MANY else [self]:
            settled(part)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What changed while it was away is shown now."""
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """A section in which nothing was written is left as it was; not while the window goes."""
        super().hideEvent(event)
        if not event.spontaneous() and self.window().isVisible():
            self._shut()

    def _arrange(self, names: list[str]) -> None:
        """Put the rows into this order; those of sections that are no more go, new ones come."""
        self._list.removeWidget(self.notice)
        for name, row in self.rows.items():
            self._list.removeWidget(row)
            if name not in names:
                row.hide()
                row.deleteLater()
        self.rows = {name: self.rows.get(name) or self._row(name) for name in names}
        for row in self.rows.values():
            self._list.addWidget(row)
            row.show()  # Qt would show a new one later than it is given its height
        self._list.addWidget(self.notice)

    def _row(self, name: str) -> SectionRow:
        row = SectionRow(name)
        row.switched.connect(self._switch)
        row.moved.connect(self._move)
        row.opened.connect(self._open_or_shut)
        row.added.connect(self._add)
        row.taken_away.connect(self._take_away)
        return row

    def _chosen(self, document: str) -> None:
        self.choose(document)
        into_sight(self.choice)

    def _switch(self, name: str, printed: bool) -> None:
        self.outline.show(name, printed=printed)
        self._point_to(name)

    def _move(self, name: str, by: int) -> None:
        self.outline.move(name, by)
        row = self.rows[name]
        used, other = (row.up, row.down) if by < 0 else (row.down, row.up)
        (used if used.isEnabled() else other).setFocus(Qt.FocusReason.OtherFocusReason)
        into_sight(row)
        self._point_to(name)

    def _add(self, after: str) -> None:
        self._shut()
        name = self.outline.add(after)
        self._begun = self.desk.answers
        self.open(name)

    def _take_away(self, name: str) -> None:
        """Take back what is changed in a section; the way to undo it stands where it was."""
        if name == self._opened:
            self._let_go()
        self.refresh()  # what was typed a moment ago is what is taken back
        place, line = list(self.rows).index(name), self._lines[name]
        self.outline.take_away(name)
        told = N_("Removed: {name}") if line.is_own else N_("As the document has it: {name}")
        self._list.removeWidget(self.notice)
        self._list.insertWidget(place if line.is_own else place + 1, self.notice)
        self.notice.tell(tr(told, name=line.title), tr(N_("Undo")), self.desk.undo)
        settled(self.notice)
        self.notice.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_or_shut(self, name: str) -> None:
        if name != self._opened:
            self.open(name)
            return
        self._shut()
        if name in self.rows:
            self.rows[name].change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self, place: Place) -> None:
        """Words that are printed are seen beside the page; while there are none, their section."""
        line = self._lines.get(self._opened)  # none for a form that goes, as its fields do in turn
        if line is not None and line.is_changed:
            self.entered.emit(place)
        elif line is not None:
            self._point_to(line.name)

    def _point_to(self, name: str) -> None:
        place = places.parsed(self._lines[name].question)
        if place is not None:
            self.entered.emit(place)

    def _shut(self) -> None:
        """Show no words any more; a section in which nothing was written is as it was before."""
        name = self._opened
        self._let_go()
        if name and self.desk.answers is self._begun:
            self.desk.undo()  # so that nothing is left to be taken back
        elif name:
            self.outline.end(name)

    def _let_go(self) -> None:
        if self._opened in self.rows:
            self.rows[self._opened].shut()
        self._opened = ""

    def _changed(self, _place: Place | None) -> None:
        self.notice.hide()  # its undo would take back another change by now
        if self.isVisible():
            self._later.start()

    def _shown_anew(self, place: Place | None) -> None:
        if place is not None and place.whole == PASSAGES:
            self.refresh()

    def _spoke(self, _language: str) -> None:
        if self.isVisible():
            self._later.start()
