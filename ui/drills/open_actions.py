"""What drills have left to do: each is ticked where it is done, and unticked where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui import pieces, tongue
from ui.clearing import clear
from ui.column import settled
from ui.tongue import tr
from ui.wrapping_check_box import WrappingCheckBox
from wizard.i18n import N_
from wizard.interview import due, wording
from wizard.interview.places import Place
from wizard.language import dates

if TYPE_CHECKING:
    import datetime as dt

    from ui.desk import Desk
    from wizard.interview.drills import Action


class OpenActions(QFrame):
    """A card that is seen where something is open, or was ticked today."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.desk = desk
        self.boxes: dict[str, WrappingCheckBox] = {}
        self._shown: list[tuple[str, str, bool]] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        column.addWidget(pieces.words(tr(N_("Still to change")), "heading"))
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(0)
        column.addLayout(self._boxes)
        desk.changed.connect(self._changed)
        self._show()

    def _changed(self, _place: Place | None) -> None:
        self._show()

    def _show(self) -> None:
        today = self.desk.today
        done = [one for one in self.desk.answers.drills.actions if one.on and one.done == today]
        found = [*due.open_actions(self.desk.answers), *done]
        shown = [(str(one.id), self._words(one, today), one.done is not None) for one in found]
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._boxes)
        self.boxes.clear()
        for action, words, is_done in shown:
            box = WrappingCheckBox(words)
            box.setChecked(is_done)
            box.toggled.connect(lambda on, action=action: self._tick(action, on=on))
            self.boxes[action] = box
            self._boxes.addWidget(box)
        pieces.seen(self, on=bool(shown))
        settled(self)

    def _words(self, action: Action, today: dt.date) -> str:
        answers, language = self.desk.answers, self.desk.document_language
        parts = [wording.text(one, language, answers) for one in (action.text, action.who)]
        if action.by is not None:
            late = action.done is None and action.by < today
            day = dates.in_text(action.by, tongue.language())
            parts.append(tr(N_("overdue since {date}") if late else N_("by {date}"), date=day))
        return " · ".join(part for part in parts if part)

    def _tick(self, action: str, *, on: bool) -> None:
        place = Place("drills", "actions", action, "done")
        self.desk.put(place, self.desk.today.isoformat() if on else None)
