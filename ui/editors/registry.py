"""Which editor asks which kind of question."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from wizard.interview import kinds
from wizard.interview.rows import Item, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from PySide6.QtWidgets import QWidget

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
    kinds.RowOf: ("row_of", "RowOfEditor"),
}
ITEMS = ("items", "ItemsEditor")
ROWS = ("rows", "RowsEditor")
SPECIAL: Mapping[str, tuple[str, str]] = {
    "business.accent": ("colour", "ColourEditor"),
    "drills.risk": ("rehearsed", "RehearsedEditor"),
}
OFFERS: Mapping[str, tuple[str, str]] = {
    "hours.closed": ("holiday_offer", "HolidayOffer"),
    "briefing.present": ("staff_offer", "StaffOffer"),
}
"""What stands below the list of one question and offers rows for it."""


def editor_for(asked: Asked) -> Editor:
    """A new editor for the question; its module is loaded when it is first needed."""
    kind = asked.question.kind
    if isinstance(kind, Rows):
        module, name = ITEMS if kind.record is Item else ROWS
    else:
        module, name = SPECIAL.get(str(asked.place)) or EDITORS[type(kind)]
    found: Callable[[Asked], Editor] = _loaded(module, name)
    return found(asked)


def offer_for(asked: Asked) -> QWidget | None:
    """A new offer of rows for the list that the question asks for; None where it has none."""
    if str(asked.place) not in OFFERS:
        return None
    found: Callable[[Asked], QWidget] = _loaded(*OFFERS[str(asked.place)])
    return found(asked)


def _loaded(module: str, name: str) -> Callable[[Asked], Any]:
    return getattr(import_module(f"ui.editors.{module}"), name)
