"""The newer wordings of the catalogue after an update: each beside the one that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import pieces
from ui.clearing import clear
from ui.flowing import Flowing
from ui.notice import Notice
from ui.tongue import tr
from wizard import offers
from wizard.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.desk import Desk
    from wizard.offers import Offer

AT_ONCE = 10
"""The offers that are shown; each that is settled makes room for the next."""


class WordingOffers(QFrame):
    """A card that is not seen while nothing is offered."""

    asked_for = Signal(object)
    """The question at this ``Place`` is to be shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.desk = desk
        self.offers: tuple[Offer, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        self.heading = pieces.words("", "heading")
        hint = N_("Your documents say what they said until you take a new wording over.")
        self.hint = pieces.words(tr(hint), "hint")
        self.notice = Notice()
        self._offers = QVBoxLayout()
        self._offers.setSpacing(16)
        self.more = pieces.words("", "hint")
        self.all = QPushButton(tr(N_("Take all")))
        self.all.clicked.connect(self._take_all)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.all)
        column.addLayout(head)
        for widget in (self.hint, self.notice):
            column.addWidget(widget)
        column.addLayout(self._offers)
        column.addWidget(self.more)
        self.take: list[QPushButton] = []
        self.notice.shut.clicked.connect(self.refresh)
        self.hide()

    def refresh(self) -> None:
        """Read anew what is offered; what was told of it before stays."""
        self.offers = offers.offers(self.desk.session, self.desk.document_language)
        found = len(self.offers)
        title = N_("New wordings from the update: {count}")
        self.heading.setText(tr(title, count=found))
        self.heading.setVisible(bool(found))
        self.hint.setVisible(bool(found))
        self.all.setVisible(found > 1)
        clear(self._offers)
        self.take = []
        for offer in self.offers[:AT_ONCE]:
            self._offers.addWidget(self._offer(offer))
        hidden = found - len(self.take)
        self.more.setText(tr(N_("And {count} more, shown as you go."), count=hidden))
        self.more.setVisible(bool(hidden))
        self.setVisible(bool(found) or not self.notice.isHidden())

    def _offer(self, offer: Offer) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._name(offer), 0, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        lines = (
            (N_("As it stands"), offer.old, "muted"),
            (N_("From the update"), offer.new, "plain"),
        )
        for row, (label, text, role) in enumerate(lines, start=1):
            about = pieces.words(tr(label), "hint", wrap=False)
            grid.addWidget(about, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(pieces.words(text, role), row, 1)
        buttons = QWidget()
        flow = Flowing(buttons)
        take = self._button(N_("Use wording"), offer, lambda: self._take(offer))
        leave = self._button(N_("Leave it"), offer, lambda: self._leave(offer))
        flow.addWidget(take)
        flow.addWidget(leave)
        grid.addWidget(buttons, 3, 1)
        self.take.append(take)
        return box

    def _name(self, offer: Offer) -> QWidget:
        """What the text is called; it leads to its question where it has one."""
        if not offer.places:
            return pieces.words(offer.label, "label")
        link = pieces.link(offer.label.replace("&", "&&"))
        link.setToolTip(tr(N_("Show the question")))
        link.clicked.connect(lambda: self.asked_for.emit(offer.places[0]))
        return link

    def _button(self, label: str, offer: Offer, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(tr(label))
        button.setAccessibleName(f"{tr(label)}: {offer.label}")
        button.setAccessibleDescription(offer.new)
        button.clicked.connect(act)
        return button

    def _take(self, offer: Offer) -> None:
        self.desk.take_wording(offer.ref)
        self._tell(tr(N_("Taken: {name}"), name=offer.label))

    def _leave(self, offer: Offer) -> None:
        self.desk.keep_wording(offer.ref)
        self._tell(tr(N_("Left as it is: {name}"), name=offer.label))

    def _take_all(self) -> None:
        refs = [offer.ref for offer in self.offers]
        self.desk.take_wording(*refs)
        self._tell(tr(N_("Wordings taken: {count}"), count=len(refs)))

    def _tell(self, text: str) -> None:
        self.notice.tell(text, tr(N_("Undo")), self.desk.undo)
        self.refresh()
        (self.take or [self.notice.button])[0].setFocus()
