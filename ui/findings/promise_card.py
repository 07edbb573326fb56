"""The promise check beside the channels: each promise in a sentence and a small picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui import pieces, tongue
from ui.clearing import clear
from ui.column import settled
from ui.findings.promise_picture import PromisePicture
from ui.tongue import tr
from wizard.i18n import N_

if TYPE_CHECKING:
    from ui.desk import Desk
    from wizard.checks.case import Case
    from wizard.checks.promise import Outlook

PEAK = N_(
    "Counted for one customer who writes just before you close, and for an hour with {peak} times "
    "the usual messages, if those who answer do nothing else."
)


class PromiseCard(QFrame):
    """Not seen while no channel promises a time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(pieces.words(tr(N_("Can you keep it?")), "heading"))
        self.hint = pieces.words("", "hint")
        column.addWidget(self.hint)
        self._promises = QVBoxLayout()
        self._promises.setSpacing(14)
        column.addLayout(self._promises)
        self.shown: tuple[Outlook, ...] = ()
        self._told: object = None
        desk.checker.looked.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the promises as they are now."""
        from wizard.checks import promise

        case = self.desk.checker.case
        found = tuple(promise.outlooks(case)) if case is not None else ()
        titles = tuple(case.title(one.channel) for one in found) if case is not None else ()
        told = found, titles, case.answers.hours if case is not None else None
        if told == self._told or case is None:
            pieces.seen(self, on=bool(found))
            return
        self.shown, self._told = found, told
        peak = case.answers.channels.peak or promise.USUAL_PEAK
        self.hint.setText(tr(PEAK, peak=peak))
        clear(self._promises)
        for one in found:
            self._promises.addWidget(self._promise(one, case))
        pieces.seen(self, on=bool(found))
        settled(self)

    def _promise(self, one: Outlook, case: Case) -> QWidget:
        from wizard.checks import promise, telling
        from wizard.language import durations

        language = tongue.language()
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        said = durations.length(one.reply, language)
        column.addWidget(pieces.words(f"{case.title(one.channel)}: {said}", "label"))
        sentences = [
            " ".join(telling.waiting(one, language)),
            " ".join(telling.working(one, language)),
        ]
        wait = one.unattended or one.ordinary
        kept = one.load is None or one.load.kept
        if wait is not None or one.load is not None:
            picture = PromisePicture(
                wait,
                promise.attended(case, wait) if wait else (),
                one.load.busiest.load if one.load else None,
                kept=kept,
            )
            picture.setAccessibleDescription(" ".join(sentences))
            column.addWidget(picture)
        for sentence in filter(None, sentences):
            column.addWidget(pieces.words(sentence, "muted"))
        return box
