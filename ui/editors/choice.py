"""The editor of a choice: radio buttons where the options are few, else a box to search in."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout

from ui import tongue
from ui.editors.editor import Asked, Editor
from ui.editors.search_combo import SearchCombo
from wizard.interview.labels import labels

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from wizard.interview.kinds import Choice, Json

FEW = 3


class ChoiceEditor(Editor):
    """One of the options, or nothing yet; a typed text that is no option is kept."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        found = labels(cast("Choice", asked.question.kind).options, tongue.language())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.combo: SearchCombo | None = None
        self.group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        self._shown = ""
        if len(found) > FEW or not asked.question.default:
            self.combo = SearchCombo(found)
            self.combo.picked.connect(self._picked)
            column.addWidget(self.combo)
            return
        for one, label in found.items():
            button = QRadioButton(label[:1].upper() + label[1:])
            button.clicked.connect(lambda _on=False, chosen=one: self._picked(chosen))
            self.group.addButton(button)
            self.buttons[one] = button
            column.addWidget(button)

    def field(self) -> QWidget:
        if self.combo is not None:
            return self.combo
        return self.group.checkedButton() or next(iter(self.buttons.values()))

    def show_raw(self, raw: Json) -> None:
        self._shown = str(raw or "")
        if self.combo is not None:
            self.combo.show_id(self._shown)
        elif self._shown in self.buttons:
            self.buttons[self._shown].setChecked(True)

    def _picked(self, chosen: str) -> None:
        if chosen != self._shown:
            self._shown = chosen
            self.given.emit(chosen or None)
