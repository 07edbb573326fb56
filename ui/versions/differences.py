"""What changed, line by line: what was done, where, from what to what, and in which documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import pieces
from ui.clearing import clear
from ui.column import settled
from ui.document_names import short_name
from ui.tongue import tr
from wizard.i18n import N_
from wizard.versions import comparing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.versions.comparing import Difference

TONES = {"added": "good", "changed": "warn", "removed": "bad", "moved": "neutral"}
AT_ONCE = 12
LONGEST = 140


class Differences(QWidget):
    """The first dozen at once, the others when they are asked for."""

    asked_for = Signal(object)
    """The question at this ``Place`` is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.more = pieces.link("")
        self.more.hide()

    def show_differences(self, found: Sequence[Difference], language: str, *, ways: bool) -> None:
        """Show these, told in the language; with ``ways`` each leads to its question."""
        clear(self._column)
        for one in found[:AT_ONCE]:
            self._column.addWidget(self._line(one, language, ways=ways))
        rest = found[AT_ONCE:]
        if not rest:
            return
        self.more = pieces.link(tr(N_("And {count} more"), count=len(rest)))

        def show_rest() -> None:
            self.more.hide()
            for one in rest:
                self._column.addWidget(self._line(one, language, ways=ways))
            settled(self)

        self.more.clicked.connect(show_rest)
        self._column.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)

    def _line(self, one: Difference, language: str, *, ways: bool) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        chip = pieces.words(tr(comparing.SORTS[one.sort]), "chip", wrap=False)
        chip.setProperty("tone", TONES[one.sort])
        row.addWidget(chip, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(pieces.words(comparing.title(one, language), "label"))
        told = " → ".join(_short(part) for part in (one.was, one.became) if part)
        if told:
            words.addWidget(pieces.words(told, "plain"))
        if one.documents:
            names = ", ".join(short_name(document, document) for document in one.documents)
            words.addWidget(pieces.words(names, "hint"))
        row.addLayout(words, 1)
        if ways:
            way = pieces.link(tr(N_("Change")))
            way.setAccessibleName(f"{way.text()}: {comparing.title(one, language)}")
            way.clicked.connect(lambda _on=False, place=one.place: self.asked_for.emit(place))
            row.addWidget(way, alignment=Qt.AlignmentFlag.AlignTop)
        return box


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
