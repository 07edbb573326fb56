"""The published versions, the newest first; each can be opened to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import pieces, tongue
from ui.clearing import clear
from ui.column import settled
from ui.tongue import tr
from wizard.i18n import N_
from wizard.language import dates

if TYPE_CHECKING:
    from ui.versions.publisher import Publisher
    from wizard.library.versions import Version


def name_of(version: Version) -> str:
    """The version with its day, in the window's language."""
    day = dates.in_text(version.dated, tongue.language())
    return tr(N_("Version {number} of {date}"), number=version.number, date=day)


class VersionList(QFrame):
    """Hidden until there is a version."""

    opened = Signal(int)
    """The version of this number is to be looked at."""

    def __init__(self, publisher: Publisher) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.publisher = publisher
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        column.addWidget(pieces.words(tr(N_("Versions")), "heading"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column.addLayout(self._rows)
        publisher.told.connect(self._show)
        self.hide()

    def _show(self) -> None:
        clear(self._rows)
        for version in reversed(self.publisher.versions):
            self._rows.addWidget(self._row(version))
        self.setVisible(bool(self.publisher.versions))
        settled(self)

    def _row(self, version: Version) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        name = name_of(version)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(pieces.words(name, "label"))
        words.addWidget(pieces.words(version.note, "hint"))
        row.addLayout(words, 1)
        look = pieces.link(tr(N_("Look at it")))
        look.setAccessibleName(f"{look.text()}: {name}")
        look.clicked.connect(lambda _on=False, number=version.number: self.opened.emit(number))
        row.addWidget(look, alignment=Qt.AlignmentFlag.AlignTop)
        return box
