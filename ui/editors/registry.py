"""Which editor asks which kind of question."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from wizard.interview import kinds
from wizard.interview.rows import Item, Rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.editors.editor import Asked, Editor

EDITORS: Mapping[type, tuple[str, str]] = {
    kinds.Text: ("text", "TextEditor"),
    kinds.Number: ("number", "NumberEditor"),
    kinds.YesNo: ("yes_no", "YesNoEditor"),
    kinds.Choice: ("choice", "ChoiceEditor"),
    kinds.Many: ("many", "ManyEditor"),
    kinds.Date: ("date", "DateEditor"),
    kinds.Length: ("duration", "DurationEditor"),
    kinds.Hours: ("week", "WeekEditor"),
    kinds.Somebody: ("person", "PersonEditor"),
    kinds.Picture: ("picture", "PictureEditor"),
}
ITEMS = ("items", "ItemsEditor")
ROWS = ("rows", "RowsEditor")
SPECIAL: Mapping[str, tuple[str, str]] = {"business.accent": ("colour", "ColourEditor")}


def editor_for(asked: Asked) -> Editor:
    """A new editor for the question; its module is loaded when it is first needed."""
    kind = asked.question.kind
    if isinstance(kind, Rows):
        module, name = ITEMS if kind.record is Item else ROWS
    else:
        module, name = SPECIAL.get(str(asked.place)) or EDITORS[type(kind)]
    found: type[Editor] = getattr(import_module(f"ui.editors.{module}"), name)
    return found(asked)
