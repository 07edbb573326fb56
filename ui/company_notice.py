"""One calm line above a project that other windows, or commands, work on too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal

from ui.company import Company
from ui.notice import Notice
from ui.tongue import tr
from wizard.i18n import N_

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from ui.desk import Desk


class CompanyNotice(Notice):
    """Hidden while nobody else is at the project; as an event filter it watches its screen."""

    anew_wanted = Signal()
    """All is saved, and what others saved is to be shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.company = Company(desk)
        self.company.setParent(self)
        self.company.told.connect(self._tell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The project is open here while its screen is shown, a minimised window included."""
        if event.type() == QEvent.Type.Show and not event.spontaneous():
            self.company.enter()
        elif event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.company.leave()
        return super().eventFilter(watched, event)

    def _tell(self, company: bool, changed: bool) -> None:
        """Say what others do, and no more once they have gone."""
        if changed:
            told = (
                N_("This project is open in another window too, and answers were changed there.")
                if company
                else N_("Answers of this project were changed elsewhere.")
            )
            self.tell(tr(told), tr(N_("Show the new answers")), self._show_anew)
        elif company:
            told = N_("This project is open in another window too. Go on: both windows save.")
            self.tell(tr(told))
        else:
            self.hide()

    def _show_anew(self) -> None:
        self.desk.leave()
        # Behind the save; one that fails tells so, and what is typed here stays on the screen.
        self.desk.keeper.run(_nothing, self._is_saved, asker=self)

    def _is_saved(self, _done: None) -> None:
        if not self.desk.session.unsaved():
            self.anew_wanted.emit()


def _nothing(_library: object) -> None:
    """What is handed over behind a save is done when that is."""
