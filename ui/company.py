"""Other windows at the same project: whether there are any, and whether they changed answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from wizard import saving
from wizard.presence import Presence

if TYPE_CHECKING:
    from ui.desk import Desk
    from wizard.library.connection import Library
    from wizard.saving import Stored

EVERY = 4000
"""Milliseconds between two looks."""


class Seen(NamedTuple):
    """What a look found: company, the state of the library, and what stands there if it is new."""

    company: bool
    state: int
    stored: Stored | None


class Company(QObject):
    """Looks now and then while the project is shown; tells what has changed since the last look."""

    told = Signal(bool, bool)
    """Whether another window has the project open, and whether answers were changed elsewhere."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._presence = Presence(desk.keeper.path, desk.session.project.id)
        self._state: int | None = None
        self._last = (False, False)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)

    def enter(self) -> None:
        """The project is shown from now on."""
        presence = self._presence
        self._timer.start()
        self.desk.keeper.run(lambda _library: presence.enter(), failed=_nothing)
        self.look()

    def leave(self) -> None:
        """The project is no longer shown."""
        self._timer.stop()
        presence = self._presence
        self.desk.keeper.run(lambda _library: presence.leave(), failed=_nothing)

    def look(self) -> None:
        """Look whether there is anything to tell."""
        if not self._timer.isActive():
            return
        presence, state, project = self._presence, self._state, self.desk.session.project.id

        def seen(library: Library) -> Seen:
            now = library.state()
            # What this window read at its opening may be old by the first look.
            stored = saving.stored(library, project) if now != state else None
            return Seen(presence.has_company(), now, stored)

        self.desk.keeper.run(seen, self._seen, _nothing, asker=self)

    def _seen(self, found: Seen) -> None:
        if not self.desk.keeper.is_idle:
            # A save may have been handed over since: what was read may be older than what is here.
            return
        self._state = found.state
        changed = self._last[1]
        if found.stored is not None:
            changed = self.desk.session.differs(*found.stored)
        if (found.company, changed) != self._last:
            self._last = (found.company, changed)
            self.told.emit(found.company, changed)


def _nothing(_error: object) -> None:
    """A library out of reach is told where something is to be saved."""
