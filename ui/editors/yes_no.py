"""The editor of a yes-or-no question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton

from ui.editors.editor import Asked, Editor
from ui.tongue import tr
from wizard.i18n import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QWidget

    from wizard.interview.kinds import Json

ANSWERS: tuple[tuple[bool | None, str], ...] = (
    (True, N_("Yes")),
    (False, N_("No")),
    (None, N_("Not answered")),
)


class YesNoEditor(Editor):
    """Three radio buttons, the last of which takes the answer back."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.group = QButtonGroup(self)
        self.buttons: dict[bool | None, QAbstractButton] = {}
        for value, label in ANSWERS:
            button = QRadioButton(tr(label))
            button.setAccessibleDescription(tr(asked.question.label))
            button.clicked.connect(lambda _on=False, one=value: self.given.emit(one))
            self.group.addButton(button)
            self.buttons[value] = button
            row.addWidget(button)
        row.addStretch(1)

    def field(self) -> QWidget:
        return self.group.checkedButton() or self.buttons[True]

    def show_raw(self, raw: Json) -> None:
        self.buttons[raw if isinstance(raw, bool) else None].setChecked(True)
