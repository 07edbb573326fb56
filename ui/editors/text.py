"""The editor of a text: the owner's own words, or the catalogue's until they are changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from ui import pieces
from ui.editors.editor import Asked, Editor
from ui.editors.long_text import LongText
from ui.tongue import tr
from wizard.i18n import LANGUAGES, N_
from wizard.interview import wording
from wizard.interview.kinds import Misfit
from wizard.interview.values import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from wizard.interview.kinds import Json, Text

OTHER_WORDING = {
    "en": N_("Wording for the English documents"),
    "ru": N_("Wording for the Russian documents"),
}


class TextEditor(Editor):
    """One line, or a text that grows; what equals the catalogue's text is the catalogue's again."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        kind = cast("Text", asked.question.kind)
        self._long = kind.long
        self.words = Words()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.line = self._field()
        self.line.textChanged.connect(self._typed)
        column.addWidget(self.line)
        self.other_link = pieces.link("")
        self.other_link.clicked.connect(self._open_other)
        self.other = self._field()
        self.other.textChanged.connect(self._other_typed)
        self.reset = pieces.link(tr(N_("Reset to the catalogue’s text")))
        self.reset.clicked.connect(self._reset)
        for widget in (self.other_link, self.other, self.reset):
            widget.hide()
            column.addWidget(widget)
        asked.desk.spoke.connect(self._spoke)

    def field(self) -> QWidget:
        return self.line

    def show_raw(self, raw: Json) -> None:
        try:
            self.words = cast("Words", self.asked.question.kind.clean(raw))
        except Misfit:
            self.words = Words(str(raw))
        self._show(self.line, self._text())
        self._show(self.other, self.words.other.get(self._other_language(), ""))
        if self.words.other.get(self._other_language()):
            self.other.show()
        self._show_ways()

    def answers_changed(self) -> None:
        if self.words.untouched and not self.line.hasFocus():
            self._show(self.line, self._text())
        self._show_ways()

    def _field(self) -> QLineEdit | LongText:
        return LongText() if self._long else QLineEdit()

    def _spoke(self, _language: str) -> None:
        if self.words.untouched:
            self._show(self.line, self._text())

    def _text(self) -> str:
        if self.words.own is not None:
            return self.words.own
        desk = self.asked.desk
        return wording.text(self.words, desk.document_language, desk.answers)

    def _show(self, field: QLineEdit | LongText, text: str) -> None:
        if field.text() != text:
            field.blockSignals(True)
            field.setText(text)
            if isinstance(field, QLineEdit) and not field.hasFocus():
                field.setCursorPosition(0)
            field.blockSignals(False)
            if isinstance(field, LongText):
                field.fit()

    def _typed(self) -> None:
        text = self.line.text()
        ref = self.words.ref
        if ref and text in self._catalogue_texts():
            self.words = Words(ref=ref)
        elif not text and not ref and not self.words.other:
            self.words = Words()
        else:
            self.words = Words(text, self.words.other, ref)
        self._give()

    def _other_typed(self) -> None:
        other = {**self.words.other, self._other_language(): self.other.text()}
        own = self.words.own if self.words.own is not None else self.line.text()
        self.words = Words(own, {key: text for key, text in other.items() if text}, self.words.ref)
        self._give()

    def _catalogue_texts(self) -> set[str]:
        reference = Words(ref=self.words.ref)
        answers = self.asked.desk.answers
        return {wording.text(reference, language, answers) for language in LANGUAGES}

    def _reset(self) -> None:
        self.words = Words(ref=self.words.ref)
        self.other.hide()
        self._show(self.line, self._text())
        self._show(self.other, "")
        self._give()
        self.line.setFocus()

    def _open_other(self) -> None:
        self.other_link.hide()
        self.other.show()
        self.other.setFocus()

    def _give(self) -> None:
        self._show_ways()
        self.given.emit(self.asked.question.kind.dump(self.words))

    def _other_language(self) -> str:
        first = self.asked.desk.session.language
        return next(one for one in LANGUAGES if one != first)

    def _show_ways(self) -> None:
        self.reset.setVisible(self.words.own is not None and bool(self.words.ref))
        both = len(self.asked.desk.answers.business.languages) > 1
        wanted = both and bool(self.words.own) and self.other.isHidden()
        language = self._other_language()
        self.other_link.setText(tr(OTHER_WORDING[language]))
        self.other.setAccessibleName(
            f"{tr(self.asked.question.label)}: {tr(OTHER_WORDING[language])}"
        )
        self.other.setPlaceholderText(tr(N_("Without it your words are printed as typed")))
        self.other_link.setVisible(wanted)
