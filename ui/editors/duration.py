"""The editor of a duration: how many, of what, and what the clock counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from ui.editors.editor import Asked, Editor
from ui.editors.search_combo import SearchCombo
from ui.flowing import Flowing
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview.values import UNITS
from wizard.language import reading

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from wizard.interview.kinds import Json, Length

UNIT_LABELS = {"minutes": N_("minutes"), "hours": N_("hours"), "days": N_("days")}
COUNTED_LABELS = {
    "reply-hours": N_("counted in reply hours"),
    "working-days": N_("counted in working days"),
    "clock": N_("counted round the clock"),
}
WIDTH = 72


class DurationEditor(Editor):
    """A number, its unit, and how it is counted where there is a choice."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        counted = cast("Length", asked.question.kind).counted
        row = Flowing(self)
        self.number = QLineEdit(inputMethodHints=Qt.InputMethodHint.ImhDigitsOnly)
        self.number.setFixedWidth(WIDTH)
        self.number.textEdited.connect(self._changed)
        self.unit = _box({one: tr(UNIT_LABELS[one]) for one in UNITS})
        self.unit.setAccessibleName(tr(N_("Unit")))
        self.counted = _box({one: tr(COUNTED_LABELS[one]) for one in counted})
        self.counted.setAccessibleName(tr(N_("How it is counted")))
        for box in (self.unit, self.counted):
            box.activated.connect(self._changed)
        for widget in (self.number, self.unit, self.counted):
            row.addWidget(widget)
        self.counted.setVisible(len(counted) > 1)

    def field(self) -> QWidget:
        return self.number

    def show_raw(self, raw: Json) -> None:
        shown = raw if isinstance(raw, dict) else {}
        number = shown.get("number")
        text = "" if number is None else str(number)
        if self.number.text() != text:
            self.number.setText(text)
        self.unit.setCurrentIndex(max(0, self.unit.findData(shown.get("unit") or "hours")))
        self.counted.setCurrentIndex(max(0, self.counted.findData(shown.get("counted"))))

    def _changed(self) -> None:
        typed = self.number.text().strip()
        if not typed:
            self.given.emit(None)
            return
        self.given.emit(
            {
                "number": reading.number(typed),
                "unit": self.unit.currentData(),
                "counted": self.counted.currentData(),
            }
        )


def _box(options: dict[str, str]) -> QComboBox:
    box = SearchCombo(options)
    box.removeItem(0)
    box.setMinimumContentsLength(0)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box
