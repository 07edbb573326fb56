"""The desks of a window: the one at work, and those that were left before all was saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.keeper import Keeper
    from ui.notice import Notice
    from ui.rescue import Rescue
    from wizard.errors import UserError
    from wizard.session import Session


class Desks(QObject):
    """Keeps each desk until its answers are in the library, and speaks in a notice for the left."""

    def __init__(self, keeper: Keeper, notice: Notice) -> None:
        super().__init__()
        self.keeper, self.notice = keeper, notice
        self.at_work: Desk | None = None
        self._kept: dict[str, Desk] = {}
        self._rescues: dict[str, Rescue] = {}
        keeper.idle.connect(self._forget_saved)

    def open(self, session: Session) -> Desk:
        """The desk of a session that was read."""
        from ui.desk import Desk  # Only here: the first screen has no desk.

        desk = Desk(self.keeper, session)
        desk.trouble.connect(self._troubled)
        self.take_up(desk)
        return desk

    def left(self, project: str) -> Desk | None:
        """The desk of a project that was left with answers unsaved; they are still on it."""
        return self._kept.get(project)

    def take_up(self, desk: Desk) -> None:
        """Work at this desk from now on; its screen speaks for it."""
        project = desk.session.project.id
        self._kept[project] = self.at_work = desk
        self._silence(project)

    def put_away(self) -> None:
        """Work at no desk; the one at work is kept until it is saved."""
        if self.at_work is not None:
            self.at_work.leave()
            self.at_work = None

    def leave(self) -> None:
        """Have everything saved that is not yet."""
        for desk in self._kept.values():
            desk.leave()

    def unsaved(self) -> list[Desk]:
        """The desks with answers that are not in the library."""
        return [desk for desk in self._kept.values() if not desk.is_safe]

    def give_up(self, desk: Desk) -> None:
        """Keep this desk no longer, saved or not."""
        desk.give_up()
        project = desk.session.project.id
        self._silence(project)
        self._kept.pop(project, None)

    def _forget_saved(self) -> None:
        for desk in list(self._kept.values()):
            if desk is not self.at_work and desk.is_safe:
                self.give_up(desk)

    def _troubled(self, error: UserError) -> None:
        from ui.rescue import Rescue  # Only here: nobody should ever need it.

        for project, desk in self._kept.items():
            if desk is not self.at_work and project not in self._rescues and not desk.is_safe:
                self._rescues[project] = Rescue(desk, self.notice)
                self._rescues[project].tell(error)

    def _silence(self, project: str) -> None:
        if project in self._rescues:
            self._rescues.pop(project).deleteLater()
