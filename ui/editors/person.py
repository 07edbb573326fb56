"""The editor of somebody: one of the staff, or a name typed here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QToolButton

from ui.editors.editor import Asked, Editor
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview.people import label
from wizard.language import names

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from wizard.interview.kinds import Json


class PersonEditor(Editor):
    """A field that offers the staff list as one types, and takes any other name."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr(N_("Name, or a part of it from your staff list")))
        self.line.textEdited.connect(self._typed)
        self.clear = QToolButton(text="✕")
        clear = tr(N_("Clear"))
        self.clear.setAccessibleName(f"{tr(asked.question.label)}: {clear}")
        self.clear.clicked.connect(self._clear)
        row.addWidget(self.line, 1)
        row.addWidget(self.clear)
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated[str].connect(self._chosen)
        self.line.setCompleter(completer)
        self._offered: dict[str, str] = {}
        self._staff: object = None
        self.line.installEventFilter(self)

    def field(self) -> QWidget:
        return self.line

    def show_raw(self, raw: Json) -> None:
        shown = raw if isinstance(raw, dict) else {}
        if shown.get("staff"):
            members = self.asked.desk.answers.people.list
            found = next((one for one in members if one.id == shown["staff"]), None)
            text = (
                label(found, self._language()) if found else tr(N_("no longer on the staff list"))
            )
        else:
            text = names.full(
                str(shown.get("surname", "")),
                str(shown.get("given", "")),
                str(shown.get("patronymic", "")),
                self._language(),
            )
        if self.line.text() != text:
            self.line.setText(text)
        self.clear.setVisible(bool(shown))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The staff list may be long: it is made ready where somebody is about to type."""
        if event.type() == QEvent.Type.FocusIn:
            self._offer()
        return super().eventFilter(watched, event)

    def _language(self) -> str:
        return self.asked.desk.session.language

    def _offer(self) -> None:
        members = self.asked.desk.answers.people.list
        if members is self._staff:
            return
        self._staff = members
        self._offered = {label(one, self._language()): one.id for one in members}
        self._model.setStringList(list(self._offered))

    def _typed(self, text: str) -> None:
        self._offer()
        self.clear.setVisible(bool(text))
        if text in self._offered:
            self._chosen(text)
            return
        parts = names.parts(text)
        self.given.emit({name: part for name, part in parts.items() if part} or None)

    def _chosen(self, label: str) -> None:
        if label in self._offered:
            self.given.emit({"staff": self._offered[label]})

    def _clear(self) -> None:
        self.line.clear()
        self.clear.hide()
        self.line.setFocus()
        self.given.emit(None)
