"""How a list is read: encoding, separator, sheet and heading, as guessed, each to be changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.flowing import Flowing
from ui.staff.choice_box import ChoiceBox
from ui.tongue import tr
from wizard.i18n import N_
from wizard.staff_lists.columns import HEADING_WITHIN
from wizard.staff_lists.source import UTF_8, UTF_16, WINDOWS_1251, Form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.staff_lists.draft import Draft

ENCODINGS = {UTF_8: "UTF-8", WINDOWS_1251: "Windows-1251", UTF_16: "UTF-16"}
SEPARATORS = {";": N_("semicolon"), ",": N_("comma"), "\t": N_("tab")}


class FormChoices(QWidget):
    """Only what applies to the list is shown."""

    form_chosen = Signal(object)
    """The cells are to be read in this ``Form``."""
    heading_chosen = Signal(int)
    """The row with this number names the columns; with 0 none does."""

    def __init__(self) -> None:
        super().__init__()
        self._form = Form()
        row = Flowing(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.encoding = ChoiceBox(tr(N_("Encoding")))
        self.separator = ChoiceBox(tr(N_("Separator")))
        self.sheet = ChoiceBox(tr(N_("Sheet")))
        self.heading = ChoiceBox(tr(N_("Heading")))
        self._labelled = {
            box: _labelled(box) for box in (self.encoding, self.separator, self.sheet, self.heading)
        }
        for box in self._labelled:
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        for pair in self._labelled.values():
            row.addWidget(pair)
        self.encoding.chosen.connect(lambda one: self._choose(encoding=one))
        self.separator.chosen.connect(lambda one: self._choose(separator=one))
        self.sheet.chosen.connect(lambda one: self._choose(sheet=one))
        self.heading.chosen.connect(self.heading_chosen.emit)

    def show_draft(self, draft: Draft) -> None:
        """Show how the list is read."""
        form = self._form = draft.cells.form
        sheets = draft.cells.sheets if len(draft.cells.sheets) > 1 else ()
        lines = range(1, min(HEADING_WITHIN, len(draft.cells.rows)) + 1)
        headings = {0: tr(N_("none"))} | {line: tr(N_("line {line}"), line=line) for line in lines}
        separators = {one: tr(name) for one, name in SEPARATORS.items()}
        self._show(self.encoding, ENCODINGS if form.encoding else {}, form.encoding)
        self._show(self.separator, separators if form.separator else {}, form.separator)
        self._show(self.sheet, {one: one for one in sheets}, form.sheet)
        self._show(self.heading, headings, draft.columns.heading)

    def _show(self, box: ChoiceBox, options: Mapping, current: object) -> None:
        self._labelled[box].setVisible(bool(options))
        if options:
            box.offer(options, current)

    def _choose(self, **chosen: str) -> None:
        """Another encoding may come with another separator: it is guessed anew."""
        kept = replace(self._form, separator="") if "encoding" in chosen else self._form
        self.form_chosen.emit(replace(kept, **chosen))


def _labelled(box: ChoiceBox) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    label = QLabel(box.accessibleName())
    label.setProperty("role", "hint")
    label.setBuddy(box)
    row.addWidget(label)
    row.addWidget(box)
    return pair
