"""How far the signatures have come: a card for each document, and one for who is late."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui import pieces
from ui.clearing import clear
from ui.document_names import signed_name
from ui.flowing import Flowing
from ui.ledger.words import short_day
from ui.tongue import tr
from wizard.i18n import N_

if TYPE_CHECKING:
    from wizard.ledger.coverage import Coverage
    from wizard.ledger.ledger import Ledger
    from wizard.ledger.states import Asked

DAY = dt.timedelta(days=1)
BAR = 8
"""The room that a bar takes, for cards that have none beside those that have one."""


class CoverageCards(QWidget):
    """Cards side by side; the one of who is late shows them when it is clicked."""

    overdue_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._row = Flowing(self)
        self.overdue: QPushButton | None = None

    def show_ledger(self, ledger: Ledger) -> None:
        """Show the coverage of a ledger."""
        clear(self._row)
        self.overdue = None
        found = [(one, ledger.coverage(one.document)) for one in ledger.documents]
        cards: list[QWidget] = [_of_document(asked, coverage) for asked, coverage in found]
        if any(coverage.overdue for _asked, coverage in found):
            self.overdue = _of_overdue(ledger.whole)
            self.overdue.clicked.connect(self.overdue_wanted)
            cards.append(self.overdue)
        for card in cards:
            self._row.addWidget(card)
            card.show()


class CardButton(QPushButton):
    """A card that can be clicked: as large as what stands in it, which a button does not know."""

    def sizeHint(self) -> QSize:  # noqa: N802
        """The size of what stands in it."""
        return self.layout().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As :meth:`sizeHint`."""
        return self.sizeHint()


def _of_document(asked: Asked, found: Coverage) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    column = _column(card)
    title = signed_name(asked.document)
    column.addWidget(pieces.words(title, "label", wrap=False))
    if not asked.number:
        many = tr(N_("must sign: {count}"), count=found.asked)
        column.addWidget(pieces.words(many, "muted", wrap=False))
        card.setAccessibleName(f"{title}: {many}")
        return card
    if not found.asked:
        column.addWidget(pieces.words(tr(N_("nobody signs it")), "muted", wrap=False))
        return card
    big = tr(N_("{signed} of {asked}"), signed=found.signed, asked=found.asked)
    column.addWidget(_figure(big, "good", _beside(found)))
    about = tr(N_("signed · version {number}"), number=asked.number)
    column.addWidget(pieces.words(about, "hint", wrap=False))
    bar = QProgressBar(textVisible=False, maximum=found.asked, value=found.signed)
    bar.setAccessibleName(f"{title}: {big}")
    column.addWidget(bar)
    card.setAccessibleName(f"{title}: {big}, {about}")
    return card


def _beside(found: Coverage) -> str:
    """What is counted apart: who refused, and whom an annex binds."""
    parts = []
    if found.refused:
        parts.append(tr(N_("refused: {count}"), count=found.refused))
    if found.annexes:
        parts.append(
            tr(N_("annexes: {signed} of {all}"), signed=found.annexes_signed, all=found.annexes)
        )
    return " · ".join(parts)


def _figure(words: str, tone: str, beside: str = "") -> QWidget:
    """A figure, and a few words at its right."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    figure = pieces.words(words, "figure", wrap=False)
    figure.setProperty("tone", tone)
    row.addWidget(figure)
    row.addStretch(1)
    if beside:
        row.addWidget(pieces.words(beside, "muted", wrap=False))
    return box


def _of_overdue(found: Coverage) -> QPushButton:
    card = CardButton()
    card.setProperty("role", "card")
    card.setCursor(Qt.CursorShape.PointingHandCursor)
    column = _column(card)
    title = tr(N_("All documents"))
    big = tr(N_("{count} overdue"), count=found.overdue)
    parts = [pieces.words(title, "label", wrap=False), _figure(big, "bad")]
    if found.late_since is not None:
        since = tr(N_("since {date}"), date=short_day(found.late_since + DAY))
        parts.append(pieces.words(since, "hint", wrap=False))
    for part in parts:
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column.addWidget(part)
    card.setAccessibleName(f"{big}. {tr(N_('Show them'))}")
    card.setToolTip(tr(N_("Show them")))
    column.addSpacing(BAR)
    return card


def _column(card: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(card)
    column.setContentsMargins(12, 8, 12, 10)
    column.setSpacing(2)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return column
