"""The editor of a choice of several."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from ui import tongue
from ui.clearing import clear
from ui.editors.editor import Asked, Editor
from ui.editors.search_combo import SearchCombo
from ui.flowing import Flowing
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview.labels import labels

if TYPE_CHECKING:
    from wizard.interview.kinds import Json, Many

FEW = 8


class ManyEditor(Editor):
    """Check boxes where the options are few; else chips, and a box to search in."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self.options = labels(cast("Many", asked.question.kind).options, tongue.language())
        self.chosen: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.boxes: dict[str, QCheckBox] = {}
        self.combo: SearchCombo | None = None
        self.chips = QWidget()
        self._flow = Flowing(self.chips)
        column.addWidget(self.chips)
        if len(self.options) <= FEW:
            for one, label in self.options.items():
                box = QCheckBox(label[:1].upper() + label[1:])
                box.clicked.connect(lambda on, chosen=one: self._tick(chosen, on=on))
                self.boxes[one] = box
                self._flow.addWidget(box)
            return
        self.combo = SearchCombo(self.options)
        self.combo.picked.connect(self._add)
        column.addWidget(self.combo)

    def field(self) -> QWidget:
        return self.combo or next(iter(self.boxes.values()))

    def show_raw(self, raw: Json) -> None:
        self.chosen = [str(one) for one in raw] if isinstance(raw, list) else []
        for one, box in self.boxes.items():
            box.setChecked(one in self.chosen)
        if self.combo is not None:
            self._show_chips()

    def _tick(self, one: str, *, on: bool) -> None:
        known = [*self.options]
        chosen = {*self.chosen, one} if on else {*self.chosen} - {one}
        self.chosen = sorted(chosen, key=lambda id_: known.index(id_) if id_ in known else 0)
        self.given.emit(list(self.chosen))

    def _add(self, one: str) -> None:
        if one in self.options and one not in self.chosen:
            self.chosen.append(one)
            self._changed()
        if self.combo is not None:
            self.combo.show_id("")

    def _remove(self, one: str) -> None:
        self.chosen.remove(one)
        self._changed()

    def _changed(self) -> None:
        self._show_chips()
        self.given.emit(list(self.chosen))

    def _show_chips(self) -> None:
        clear(self._flow)
        for one in self.chosen:
            label = self.options.get(one, one)
            chip = QPushButton(f"{label}  ✕")
            chip.setProperty("role", "chip")
            chip.setAccessibleName(tr(N_("Remove {name}"), name=label))
            chip.clicked.connect(lambda _on=False, gone=one: self._remove(gone))
            self._flow.addWidget(chip)
        self.chips.setVisible(bool(self.chosen))
