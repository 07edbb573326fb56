"""One number of the log: the messages of a channel's month, or those that were answered late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.editors.editor import Asked
from ui.editors.number import NumberEditor
from wizard.figures.draft import MONTHS
from wizard.interview import places, times
from wizard.interview.kinds import Misfit
from wizard.interview.places import Place

if TYPE_CHECKING:
    import datetime as dt

    from ui.desk import Desk
    from wizard.interview.kinds import Json

WIDTH = 72


class FigureField(NumberEditor):
    """Saves as any answer; the log gets the row of the month with its first figure."""

    def __init__(self, desk: Desk, channel: str, month: dt.date, key: str) -> None:
        known = times.of_month(desk.answers.times.months, channel, month)
        row = known.id if known else times.row_id(channel, month)
        place = Place(MONTHS.step, MONTHS.question, row, key)
        super().__init__(Asked(places.question_at(place), place, desk))
        self.line.setFixedWidth(WIDTH)
        self._channel, self._month = channel, month
        self._is_adding = False
        self._left = desk.misfit(place) is not None
        self.given.connect(self._give)
        self.refresh()

    def refresh(self) -> None:
        """Show the figure as it now stands."""
        self._is_adding = False
        self.show_raw(self.asked.desk.raw(self.asked.place) if self._has_row() else None)

    def leave(self) -> None:
        """The person went on: from now on a value that does not fit is named."""
        self._is_adding = False
        self._left = True

    @property
    def misfit(self) -> Misfit | None:
        """What is wrong with what was typed, once the field was left; None where it fits."""
        return self.asked.desk.misfit(self.asked.place) if self._left else None

    def _has_row(self) -> bool:
        return places.row_at(self.asked.desk.answers, self.asked.place) is not None

    def _give(self, raw: Json) -> None:
        """Give the value at its place; as part of its new row while that is being added."""
        desk, place = self.asked.desk, self.asked.place
        self._is_adding = self._is_adding or not self._has_row()
        if self._is_adding and self._fits(raw) and desk.misfit(place) is None:
            desk.give(MONTHS, self._log_with(raw))
            return
        if not self._has_row():
            desk.give(MONTHS, self._log_with(None))
        self._is_adding = False
        desk.give(place, raw)

    def _fits(self, raw: Json) -> bool:
        try:
            self.asked.question.kind.clean(raw)
        except Misfit:
            return False
        return True

    def _log_with(self, raw: Json) -> Json:
        """The log with this figure in a row of its own at the end."""
        months = self.asked.desk.answers.times.months
        row = self.asked.place.row
        kept = tuple(one for one in months if one.id != row)
        stored = places.question_at(MONTHS).kind.dump(kept)
        new: Json = {
            "id": row,
            "channel": self._channel,
            "month": self._month.isoformat(),
            self.asked.place.key: raw,
        }
        return [*stored, new] if isinstance(stored, list) else [new]
