"""The usual channels of a trade in short: tick those that are yours, and say where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QLineEdit, QVBoxLayout

from ui import tongue
from ui.clearing import clear
from ui.editors.search_combo import SearchCombo
from ui.tongue import tr
from wizard import examples
from wizard.i18n import N_
from wizard.interview import listing
from wizard.interview.labels import labels
from wizard.interview.options import from_catalogue
from wizard.interview.places import Place
from wizard.language import durations

if TYPE_CHECKING:
    from ui.desk import Desk
    from wizard.interview.channels import Channel

LIST = Place("channels", "list")


class ChannelLines(QFrame):
    """One line a channel: a tick, its address, and how soon an answer is promised there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.desk = desk
        self._names = labels(from_catalogue("platforms"), tongue.language())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setVerticalSpacing(8)
        column.addLayout(self._grid)
        self.add = SearchCombo(self._names)
        self.add.setItemText(0, tr(N_("Add another channel…")))
        self.add.setAccessibleName(tr(N_("Add another channel…")))
        self.add.picked.connect(self._add)
        column.addWidget(self.add)
        self.boxes: dict[str, QCheckBox] = {}
        self.addresses: dict[str, QLineEdit] = {}
        self._build()
        desk.shown_anew.connect(self._shown_anew)

    def _shown_anew(self, _place: Place | None) -> None:
        self._build()

    def _build(self) -> None:
        clear(self._grid)
        self.boxes, self.addresses = {}, {}
        for line, channel in enumerate(self.desk.answers.channels.list):
            self._line(line, channel)

    def _line(self, line: int, channel: Channel) -> None:
        name = self._names.get(channel.platform) or channel.name.own or tr(N_("New"))
        box = QCheckBox(name.replace("&", "&&"))
        box.setChecked(channel.on)
        box.clicked.connect(lambda on, one=channel.id: self._tick(one, on=on))
        address = QLineEdit(channel.address.own or "")
        address.setPlaceholderText(tr(N_("Address, name or number")))
        address.setAccessibleName(f"{name}: {tr(N_('Address'))}")
        address.setEnabled(channel.on)
        address.textEdited.connect(lambda text, one=channel.id: self._give(one, text))
        address.editingFinished.connect(self.desk.leave)
        promised = QLabel(
            durations.length(channel.reply, tongue.language()) if channel.reply else "",
            textFormat=Qt.TextFormat.PlainText,
        )
        promised.setProperty("role", "muted")
        promised.setToolTip(tr(N_("First reply within")))
        self._grid.addWidget(box, line, 0)
        self._grid.addWidget(address, line, 1)
        self._grid.addWidget(promised, line, 2)
        self.boxes[channel.id], self.addresses[channel.id] = box, address

    def _give(self, channel: str, text: str) -> None:
        self.desk.give(Place("channels", "list", channel, "address"), text or None)

    def _tick(self, channel: str, *, on: bool) -> None:
        rows = listing.rows_of(self.desk.raw(LIST))
        for row in rows:
            if row["id"] == channel:
                row["on"] = on
        self.desk.put(LIST, rows)  # type: ignore[arg-type]

    def _add(self, platform: str) -> None:
        if platform not in self._names:
            return
        row = examples.channel_from({"platform": platform}) | listing.new_row()
        self.desk.put(LIST, [*listing.rows_of(self.desk.raw(LIST)), row])  # type: ignore[list-item]
        self.add.show_id("")
        self.addresses[str(row["id"])].setFocus()
