"""The publisher of an open project: knows what publishing would change, and publishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wizard.errors import UserError
from wizard.i18n import N_
from wizard.library import versions as stored

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from ui.desk import Desk
    from wizard.interview.answers import Answers
    from wizard.library.connection import Library
    from wizard.library.people import Person
    from wizard.library.versions import Version
    from wizard.versions.proposing import Proposal
    from wizard.versions.reopening import Reopened


class Publisher(QObject):
    """Works on the library's thread; ``told`` comes in the window's."""

    told = Signal()
    """The proposal is that of the answers as they stand."""
    made = Signal()
    """What was asked to be published is; said before anybody else hears of it."""
    published = Signal(object)
    """This ``Version`` was published."""
    refused = Signal(object)
    """Reading or publishing failed with this ``UserError``."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.versions: list[Version] = []
        self.proposal: Proposal | None = None
        self._last: Reopened | None = None
        self._answers: Answers | None = None
        self._people: tuple[Person, ...] = ()

    @property
    def last(self) -> Version | None:
        """The newest version; None before the first."""
        return self.versions[-1] if self.versions else None

    def ask(self) -> None:
        """Compare the answers with the last version, unless that is known already."""
        self.desk.save()
        answers, today = self.desk.answers, self.desk.today
        if answers is self._answers and self.proposal is not None:
            self.told.emit()
            return
        project, people = self.desk.session.project.id, self.desk.session.people
        # Whose data are erased is to be forgotten here too.
        known = self._last if people is self._people else None

        def compare(library: Library) -> tuple[Proposal, Reopened | None, list[Version]]:
            from wizard.versions import proposing, reopening

            all_ = stored.versions(library, project)
            newest = all_[-1].number if all_ else 0
            fresh = known is not None and known.version.number == newest
            last = known if fresh else reopening.reopen_latest(library, project)
            return proposing.propose(answers, last, today), last, all_

        self.desk.keeper.run(
            compare,
            lambda found: self._tell(answers, people, *found),
            self.refused.emit,
            asker=self,
        )

    def publish(self, note: str, minor: Collection[str], sign_by: dt.date | None) -> None:
        """Publish what was told last."""
        from wizard.versions import publishing

        proposal, last, today = self.proposal, self._last, self.desk.today
        if proposal is None:
            return
        if self.desk.answers is not self._answers:
            why = N_("The answers were changed meanwhile. Look at what changed, then publish.")
            self.refused.emit(UserError(why))
            self.ask()
            return
        session = self.desk.session
        self.desk.leave()

        def told(version: Version) -> None:
            self.proposal = self._answers = None
            self.versions = [*self.versions, version]
            self.made.emit()
            self.published.emit(version)
            self.ask()

        self.desk.keeper.run(
            lambda library: publishing.publish(
                library, session, proposal, last,
                note=note, today=today, minor=minor, sign_by=sign_by,
            ),
            told,
            self.refused.emit,
            asker=self,
        )  # fmt: skip

    def _tell(
        self,
        answers: Answers,
        people: tuple[Person, ...],
        proposal: Proposal,
        last: Reopened | None,
        all_: list[Version],
    ) -> None:
        self._people = people
        self._answers, self.proposal, self._last, self.versions = answers, proposal, last, all_
        self.told.emit()
