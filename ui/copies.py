"""The copies of the library in the settings: what each holds, one made now, one to restore."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from ui import copy_words, pieces
from ui.clearing import clear
from ui.notice import Notice
from ui.tongue import sentence, tr
from wizard.i18n import N_
from wizard.library import backups, restoring

if TYPE_CHECKING:
    from pathlib import Path

    from ui.keeper import Keeper
    from wizard.errors import UserError
    from wizard.library.restoring import Held


ROW = 28


class Copies(QWidget):
    """Restoring is only asked for here: whoever hears of it knows what is open and unsaved."""

    wanted = Signal(object)
    """This copy, ``Held``, is to be restored."""
    listed = Signal()
    """The list is up to date."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper = keeper
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(pieces.words(tr(N_("Copies of your answers")), "label"))
        column.addWidget(
            pieces.words(
                tr(
                    N_(
                        "One is made on each day that you work, and before an update of the "
                        "program changes the library; the last {count} are kept beside it."
                    ),
                    count=backups.KEPT,
                ),
                "hint",
            )
        )
        self.notice = Notice()
        column.addWidget(self.notice)
        self.state = pieces.words("", "muted")
        column.addWidget(self.state)
        self.rows = QGridLayout()
        self.rows.setHorizontalSpacing(16)
        self.rows.setVerticalSpacing(2)
        self.rows.setColumnStretch(1, 1)
        column.addLayout(self.rows)
        self.make = QPushButton(tr(N_("Make a copy now")))
        self.make.clicked.connect(self._make)
        column.addWidget(self.make, alignment=Qt.AlignmentFlag.AlignLeft)
        self.read()

    def read(self) -> None:
        """Look through all copies and list them."""
        path = self.keeper.path
        self._say(tr(N_("Looking through the copies…")))
        self.keeper.run_apart(lambda: restoring.listed(path), self._show, self.refuse, asker=self)

    def refuse(self, error: UserError) -> None:
        """Say why a copy was not made or not restored."""
        self.make.setEnabled(True)
        self.make.setFocus()
        self.notice.tell(sentence(error), bad=True)

    def wait(self) -> None:
        """Say that a copy is being restored."""
        self.notice.tell(tr(N_("Restoring the copy…")))

    def _make(self) -> None:
        self.make.setEnabled(False)
        self.keeper.run(backups.at_once, self._made, self.refuse, asker=self)

    def _made(self, _copy: Path) -> None:
        self.make.setEnabled(True)
        self.make.setFocus()
        self.read()

    def _ask(self, held: Held) -> None:
        self.notice.tell(
            tr(
                N_(
                    "Restore the copy of {date}? What you typed since then is not in it. "
                    "The library as it is now is kept, so that you can go back."
                ),
                date=copy_words.when(held),
            ),
            tr(N_("Restore the copy")),
            lambda: self.wanted.emit(held),
        )

    def _say(self, text: str) -> None:
        self.state.setText(text)
        pieces.seen(self.state, on=bool(text))

    def _show(self, found: list[Held]) -> None:
        clear(self.rows)
        self._say(
            "" if found else tr(N_("There is no copy yet; the program makes the first one today."))
        )
        for place, held in enumerate(found):
            self.rows.setRowMinimumHeight(place, ROW)
            self.rows.addWidget(pieces.words(copy_words.when(held), "", wrap=False), place, 0)
            self.rows.addWidget(pieces.words(copy_words.holds(held), "muted"), place, 1)
            if held.projects is not None:
                self.rows.addWidget(self._way(held), place, 2)
        self.listed.emit()

    def _way(self, held: Held) -> QPushButton:
        way = pieces.link(tr(N_("Restore…")))
        way.setAccessibleName(f"{way.text()} {copy_words.when(held)}")
        way.clicked.connect(lambda: self._ask(held))
        return way
