"""A document kept set in type: after a change only what changed is set anew, a slice at a time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from ui.pages_of import Pages, laid
from ui.typesetting import Typesetter

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from ui.typesetting import Piece
    from wizard.documents.frozen import Stationery
    from wizard.interview.answers import Answers


BY_PEOPLE = frozenset({"acknowledgement"})
"""Documents as long as the staff list; no more people of it than this are set for a look."""
MOST_PEOPLE = 300


class Galley:
    """One document in one language; ``pages`` are those of the answers it was last set from."""

    def __init__(self, document: str, language: str) -> None:
        self.document, self.language = document, language
        self.pages: Pages | None = None
        self.first_people = 0
        """How many people of a longer staff list are set; 0 where all are."""
        self._typesetter = Typesetter()
        self._set_from: tuple[Answers, Stationery, dt.date] | None = None
        self._setting: Iterator[Pages | None] | None = None

    def set_from(self, answers: Answers, today: dt.date, stationery: Stationery) -> None:
        """Begin to set the document anew where it says something else than these answers."""
        last = self._set_from
        if last is None or last[0] is not answers or last[1] is not stationery or last[2] != today:
            self._set_from = (answers, stationery, today)
            self.pages = None
            seen = answers
            if self.document in BY_PEOPLE:
                from wizard.staff import shortened

                seen = shortened(answers, MOST_PEOPLE)
            self.first_people = 0 if seen is answers else MOST_PEOPLE
            self._setting = self._set(seen, today, stationery)

    def work(self, seconds: float) -> bool:
        """Go on setting for about this long; whether the pages are done."""
        until = time.perf_counter() + seconds
        while self.pages is None and self._setting is not None:
            try:
                self.pages = next(self._setting)
            except BaseException:
                self._setting = None  # a bug is told once, not with every slice
                raise
            if self.pages is None and time.perf_counter() >= until:
                return False
        return True

    def _set(
        self, answers: Answers, today: dt.date, stationery: Stationery
    ) -> Iterator[Pages | None]:
        """None after each block, and the pages at the end."""
        from wizard.documents.rich.leaves import leaf

        sheet = leaf(
            self.document,
            answers,
            self.language,
            today,
            self._typesetter.rows,
            stationery=stationery,
        )
        pieces: list[Piece] = []
        self._typesetter.turn()
        for block in sheet.blocks:
            pieces.append(self._typesetter.piece(block, sheet.sheet.text_width))
            yield None
        yield laid(sheet, self._typesetter, pieces)
