"""The editor of a list of records: a card for each, opened one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui import pieces
from ui.clearing import clear
from ui.editors.editor import Asked, Editor
from ui.editors.registry import offer_for
from ui.editors.row_card import RowCard
from ui.notice import Notice
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview import listing
from wizard.interview.places import Place

if TYPE_CHECKING:
    from wizard.interview.kinds import Json
    from wizard.interview.rows import Row, Rows


CARDS = 100
"""So many rows of a list have cards until more are asked for: a card is a dozen widgets."""


class RowsEditor(Editor):
    """Cards to open, tick, copy, move and take away; what the catalogue offers stands below.

    A long list has cards for its first rows and for those that were looked for. Where the question
    has an offer of its own, it stands below them all.
    """

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self._kind = cast("Rows[Row]", asked.question.kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(6)
        column.addLayout(self._cards)
        self.more = QPushButton()
        self.more.setProperty("role", "link")
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        column.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)
        self._most = CARDS
        self._looked_for: set[str] = set()
        self.notice = Notice()
        column.addWidget(self.notice)
        self.add = QPushButton(tr(N_("+ Add")))
        self.add.setProperty("role", "link")
        self.add.setAccessibleName(f"{tr(asked.question.label)}: {tr(N_('+ Add'))}")
        self.add.clicked.connect(self._add)
        column.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        self.offer = offer_for(asked)
        if self.offer is not None:
            column.addWidget(self.offer)
        self.cards: list[RowCard] = []
        asked.desk.changed.connect(self._refresh)
        asked.desk.spoke.connect(self._spoke)

    def field(self) -> QWidget:
        return self.cards[0].opener if self.cards else self.add

    def show_raw(self, raw: Json) -> None:
        rows = listing.rows_of(raw)
        found = [*rows, *listing.offered_rows(self._kind, rows, self.asked.desk.answers.packs)]
        shown = [
            row
            for place, row in enumerate(found)
            if place < self._most or row["id"] in self._looked_for
        ]
        self.more.setText(tr(N_("Show more: {count}"), count=len(found) - len(shown)))
        pieces.seen(self.more, on=len(found) > len(shown))
        if [(row["id"], row.get("on") is not False) for row in shown] == [
            (card.row, card.on.isChecked()) for card in self.cards
        ]:
            self._refresh(None)
            return
        opened = {card.row for card in self.cards if card.is_open}
        clear(self._cards)
        self.cards = [self._card(row) for row in shown]
        for card in self.cards:
            self._cards.addWidget(card)
            if card.row in opened:
                card.open()

    def reveal(self, place: Place) -> bool:
        if all(card.row != place.row for card in self.cards):
            self._looked_for.add(place.row)
            self.show_raw(self.asked.desk.raw(self.asked.place))
        for card in self.cards:
            if card.row == place.row:
                card.open()
                return card.focus(place)
        return False

    def _show_more(self) -> None:
        self._most += CARDS
        self.show_raw(self.asked.desk.raw(self.asked.place))

    def _card(self, row: dict[str, Json]) -> RowCard:
        place = Place(self.asked.place.step, self.asked.place.question, str(row["id"]))
        card = RowCard(self.asked.desk, place, self._kind, row)
        card.ticked.connect(lambda on, one=card: self._tick(one, on=on))
        card.opened.connect(self._opened)
        card.entered.connect(self.entered)
        card.moved.connect(lambda by, one=card: self._move(one, by))
        card.copied.connect(lambda one=card: self._copy(one))
        card.removed.connect(lambda one=card: self._remove(one))
        return card

    def _rows(self) -> list[dict[str, Json]]:
        return listing.rows_of(self.asked.desk.raw(self.asked.place))

    def _put(self, rows: list[dict[str, Json]]) -> None:
        self.asked.desk.put(self.asked.place, cast("Json", rows))

    def _place(self, card: RowCard) -> int:
        return next((place for place, row in enumerate(self._rows()) if row["id"] == card.row), -1)

    def _tick(self, card: RowCard, *, on: bool) -> None:
        rows = self._rows()
        place = self._place(card)
        if place < 0:
            rows.append(listing.from_catalogue(self._kind, card.row))
        elif on:
            rows[place].pop("on", None)
        else:
            rows[place]["on"] = False
        self._put(rows)

    def _add(self) -> None:
        row = listing.new_row()
        self._put([*self._rows(), row])
        self.reveal(Place(self.asked.place.step, self.asked.place.question, str(row["id"])))

    def _move(self, card: RowCard, by: int) -> None:
        self._put(listing.moved(self._rows(), self._place(card), by))

    def _copy(self, card: RowCard) -> None:
        self._put(listing.duplicated(self._rows(), self._place(card)))

    def _remove(self, card: RowCard) -> None:
        name = card.title.text()
        rows = self._rows()
        del rows[self._place(card)]
        self._put(rows)
        self.notice.tell(tr(N_("Removed: {name}"), name=name), tr(N_("Undo")), self.asked.desk.undo)

    def _opened(self, opened: str) -> None:
        for card in self.cards:
            if card.row != opened:
                card.shut()

    def _spoke(self, _language: str) -> None:
        self._refresh(None)

    def _refresh(self, place: Place | None) -> None:
        for card in self.cards:
            if place is None or place.row in {"", card.row}:
                card.show_summary()
