"""The editor of a list of texts: tick, reword, reset, add, move, take away."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import pieces
from ui.clearing import clear
from ui.editors.editor import Asked, Editor
from ui.notice import Notice
from ui.tongue import tr
from wizard.i18n import LANGUAGES, N_
from wizard.interview import listing, wording
from wizard.interview.kinds import Text
from wizard.interview.values import Words

if TYPE_CHECKING:
    from ui.desk import Desk
    from wizard.interview.kinds import Json
    from wizard.interview.places import Place
    from wizard.interview.rows import Row, Rows

TEXT = Text()


class Line(QWidget):
    """One text of the list."""

    changed = Signal()
    moved = Signal(int)
    removed = Signal()
    entered = Signal()

    def __init__(self, desk: Desk, row: dict[str, Json], number: int) -> None:
        super().__init__()
        self.desk, self.row = desk, row
        self.words = TEXT.clean(row.get("text"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.on = QCheckBox()
        self.on.setAccessibleName(tr(N_("Use point {number}"), number=number))
        self.on.setChecked(row.get("on") is not False)
        self.on.clicked.connect(self.changed)
        self.text = QLineEdit()
        self.text.setAccessibleName(tr(N_("Point {number}"), number=number))
        self.show_text()
        self.text.textEdited.connect(self._typed)
        self.text.returnPressed.connect(self.entered)
        self.reset = _button("↺", tr(N_("Reset to the catalogue’s text")))
        self.reset.clicked.connect(self._reset)
        self.gone = _button("✕", tr(N_("Remove {name}"), name=number))
        self.gone.clicked.connect(self.removed)
        for widget in (self.on, self.text, self.reset, self.gone):
            layout.addWidget(widget, int(widget is self.text))
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.text)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda step=by: self.moved.emit(step))
        self._show_ways()

    def raw(self) -> dict[str, Json]:
        """The row as it is stored."""
        found = {key: value for key, value in self.row.items() if key not in {"on", "text"}}
        if not self.on.isChecked():
            found["on"] = False
        dumped = TEXT.dump(self.words)
        return found if dumped is None else found | {"text": dumped}

    def show_text(self) -> None:
        """Show the text in the language of the documents."""
        text = wording.text(self.words, self.desk.document_language, self.desk.answers)
        if self.text.text() != text and not self.text.hasFocus():
            self.text.setText(text)
            self.text.setCursorPosition(0)
            self.text.setToolTip(pieces.tip(text))

    def _typed(self, text: str) -> None:
        ref = self.words.ref
        reference = Words(ref=ref)
        same = ref and text in {
            wording.text(reference, language, self.desk.answers) for language in LANGUAGES
        }
        self.words = reference if same else Words(text, self.words.other, ref)
        self._show_ways()
        self.changed.emit()

    def _reset(self) -> None:
        self.words = Words(ref=self.words.ref)
        self.text.clearFocus()
        self.show_text()
        self._show_ways()
        self.changed.emit()

    def _show_ways(self) -> None:
        self.reset.setVisible(self.words.own is not None and bool(self.words.ref))
        self.gone.setVisible(not self.words.ref)


class ItemsEditor(Editor):
    """A catalogue's points to tick and to reword, and the owner's own."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        column.addLayout(self._lines)
        self.notice = Notice()
        column.addWidget(self.notice)
        self.add = QPushButton(tr(N_("+ Add your own")))
        self.add.setProperty("role", "link")
        self.add.setAccessibleName(f"{tr(asked.question.label)}: {tr(N_('+ Add your own'))}")
        self.add.clicked.connect(self._add)
        column.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        self.lines: list[Line] = []
        asked.desk.spoke.connect(self._spoke)

    def field(self) -> QWidget:
        return self.lines[0].on if self.lines else self.add

    def show_raw(self, raw: Json) -> None:
        rows = listing.rows_of(raw)
        if rows == self._given():
            return
        kind = cast("Rows[Row]", self.asked.question.kind)
        packs = self.asked.desk.answers.packs
        self._build([*rows, *listing.offered_rows(kind, rows, packs)])

    def reveal(self, place: Place) -> bool:
        line = next((one for one in self.lines if one.row.get("id") == place.row), None)
        if line is not None:
            line.text.setFocus(Qt.FocusReason.OtherFocusReason)
        return line is not None

    def _spoke(self, _language: str) -> None:
        self.answers_changed()

    def answers_changed(self) -> None:
        for line in self.lines:
            if line.words.untouched:
                line.show_text()

    def _build(self, rows: list[dict[str, Json]]) -> None:
        clear(self._lines)
        self.lines = []
        for number, row in enumerate(rows, start=1):
            line = Line(self.asked.desk, row, number)
            line.changed.connect(self._changed)
            line.moved.connect(lambda by, one=line: self._move(one, by))
            line.removed.connect(lambda one=line: self._remove(one))
            line.entered.connect(self._add)
            self.lines.append(line)
            self._lines.addWidget(line)

    def _given(self) -> list[dict[str, Json]]:
        return [line.raw() for line in self.lines]

    def _changed(self) -> None:
        self.given.emit(cast("Json", self._given()))

    def _add(self) -> None:
        self._build([*self._given(), listing.new_row()])
        self._changed()
        self.lines[-1].text.setFocus()

    def _move(self, line: Line, by: int) -> None:
        place = self.lines.index(line)
        rows = listing.moved(self._given(), place, by)
        self._build(rows)
        self._changed()
        self.lines[max(0, min(len(rows) - 1, place + by))].text.setFocus()

    def _remove(self, line: Line) -> None:
        rows = self._given()
        text = line.text.text()
        del rows[self.lines.index(line)]
        self.asked.desk.leave()
        self._build(rows)
        self._changed()
        self.asked.desk.leave()
        self.notice.tell(tr(N_("Removed: {name}"), name=text), tr(N_("Undo")), self.asked.desk.undo)


def _button(text: str, name: str) -> QToolButton:
    button = QToolButton(text=text)
    button.setProperty("role", "link")
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
