"""The form: it alone lays out label, hint, editor and error of every question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from ui.editors.editor import Asked
from ui.editors.registry import editor_for
from ui.findings.beside import Beside
from ui.tongue import tr
from wizard.interview import places
from wizard.interview.ask import questions
from wizard.interview.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtWidgets import QWidget as Field

    from ui.desk import Desk
    from wizard.interview.places import Place

NO_LABELS: Mapping[Place, str] = {}
TEXT_COLUMN = 640
"""The widest a column of text may be, in logical pixels: about 75 characters."""


class FormRow(QWidget):
    """One question: label, why we ask, editor, and the message where the value does not fit."""

    entered = Signal(object)
    """The question at this ``Place`` has the focus."""

    def __init__(self, asked: Asked, label: str = "") -> None:
        super().__init__()
        self.asked = asked
        question, desk = asked.question, asked.desk
        self.editor = editor_for(asked)
        label = label or tr(question.label)
        self.label = QLabel(label, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.label.setProperty("role", "label")
        self.hint = QLabel(tr(question.why), textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.hint.setProperty("role", "hint")
        self.error = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.error.setProperty("role", "error")
        self.error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        # In a list of records each row tells its own findings.
        points = isinstance(question.kind, Rows) and len(questions(question.kind.record)) == 1
        self.findings = Beside(desk, asked.place, rows=points)
        for widget in (self.label, self.hint, self.editor, self.error, self.findings):
            column.addWidget(widget)
        if not isinstance(question.kind, Rows):
            self.setMaximumWidth(TEXT_COLUMN)
        if not question.why:
            self.hint.hide()
        self._left = desk.misfit(asked.place) is not None
        field = self.editor.field()
        self.label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label)
        field.setAccessibleDescription(tr(question.why))
        self.editor.show_raw(desk.raw(asked.place))
        self.editor.given.connect(self._give)
        self.show_error()

    def refresh(self) -> None:
        """Show the answer as it now stands."""
        try:
            raw = self.asked.desk.raw(self.asked.place)
        except KeyError:  # the row was taken away; its card goes next
            return
        self.editor.show_raw(raw)
        self.show_error()

    def leave(self) -> None:
        """The person went on: from now on a value that does not fit is named."""
        self._left = True
        self.show_error()
        self.findings.refresh()

    def show_error(self) -> None:
        """Show what is wrong with the value, but only once the field was left."""
        misfit = self.asked.desk.misfit(self.asked.place) if self._left else None
        self.error.setText(tr(misfit.message, **misfit.values) if misfit else "")
        self.error.setVisible(misfit is not None)
        self.editor.show_misfit(wrong=misfit is not None)
        self.editor.field().setAccessibleDescription(
            self.error.text() or tr(self.asked.question.why)
        )

    def _give(self, raw: object) -> None:
        self.asked.desk.give(self.asked.place, raw)  # type: ignore[arg-type]
        if self.error.isVisible():
            self.show_error()


class Form(QFrame):
    """Some questions below each other; those that do not apply are hidden, their answers kept."""

    entered = Signal(object)
    """The question at this ``Place`` has the focus."""

    def __init__(
        self,
        desk: Desk,
        asked: Iterable[Place],
        *,
        card: bool = True,
        labels: Mapping[Place, str] = NO_LABELS,
    ) -> None:
        super().__init__()
        self.desk = desk
        if card:
            self.setProperty("role", "card")
        column = QVBoxLayout(self)
        margin = 16 if card else 0
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(14)
        self.rows: dict[Place, FormRow] = {}
        for place in asked:
            row = FormRow(Asked(places.question_at(place), place, desk), labels.get(place, ""))
            self.rows[place] = row
            row.editor.entered.connect(self.entered)
            column.addWidget(row)
        self._inside: FormRow | None = None
        self._show_relevant()
        desk.changed.connect(self._changed)
        desk.shown_anew.connect(self._refresh)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def focus(self, place: Place) -> bool:
        """Put the focus on the question at the place; whether it is here."""
        row = self.rows.get(place) or self.rows.get(place.whole)
        if row is None or row.isHidden():
            return False
        if not (place.row and row.editor.reveal(place)):
            row.editor.field().setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _changed(self, place: Place | None) -> None:
        self._show_relevant()
        for one, row in self.rows.items():
            if one != place:
                row.editor.answers_changed()

    def _refresh(self, place: Place | None) -> None:
        for one, row in self.rows.items():
            if (place is not None and one in {place, place.whole}) or one.whole == place:
                row.refresh()

    def _show_relevant(self) -> None:
        for place, row in self.rows.items():
            shown = places.applies(self.desk.answers, place)
            if row.isHidden() == shown:
                row.setVisible(shown)
        nothing = all(row.isHidden() for row in self.rows.values())
        # Before it stands on a page, showing it would open a window of its own.
        if nothing or self.parentWidget() is not None:
            self.setVisible(not nothing)

    def _focus_moved(self, _old: Field | None, new: Field | None) -> None:
        inside = next((row for row in self.rows.values() if new and row.isAncestorOf(new)), None)
        if inside is self._inside:
            return
        if self._inside is not None:
            self._inside.leave()
            self.desk.leave()
        self._inside = inside
        if inside is not None:
            self.entered.emit(inside.asked.place)
