"""What is said while a project cannot be saved, and the ways out, until it can."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.tongue import sentence, tr
from wizard.file_names import PROJECT_FILE, safe
from wizard.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.desk import Desk
    from ui.notice import Notice
    from wizard.errors import UserError


class Rescue(QObject):
    """Speaks in a notice, whose child it is, for the desk of one project."""

    def __init__(self, desk: Desk, notice: Notice) -> None:
        super().__init__(notice)
        self.desk = desk
        self._told = ""
        desk.trouble.connect(self.tell)
        desk.saved.connect(self._relieved)

    @property
    def notice(self) -> Notice:
        """Where it speaks."""
        return cast("Notice", self.parent())

    def tell(self, error: UserError) -> None:
        """Say why nothing is saved; what is said already is not said again."""
        told = sentence(error)
        if not (self.notice.isVisible() and self._told == told == self.notice.text.text()):
            self._told = told
            self.notice.tell(
                told,
                tr(N_("Save again")),
                self.desk.save,
                bad=True,
                other=(tr(N_("Save elsewhere…")), self._save_elsewhere),
            )

    def _save_elsewhere(self) -> None:
        save_elsewhere(self.desk, self.notice, self._saved_elsewhere, self.tell)

    def _saved_elsewhere(self, file: Path) -> None:
        self.notice.tell(saved_in(file), tr(N_("Save again")), self.desk.save)

    def _relieved(self, _at: object) -> None:
        """Take back what is still said although all is saved now."""
        if self._told and self.notice.text.text() == self._told:
            self.notice.hide()
        self._told = ""


def save_elsewhere(
    desk: Desk,
    notice: Notice,
    then: Callable[[Path], None],
    failed: Callable[[UserError], None],
) -> None:
    """Ask for a file and write the project to it; nothing happens where none is chosen."""
    chosen = _ask_where(notice, safe(desk.session.project.name) + PROJECT_FILE)
    if chosen:
        file = Path(chosen)
        desk.save_elsewhere(file, lambda _done: then(file), failed, asker=notice)


def saved_in(file: Path) -> str:
    """The sentence that tells where a project was saved instead."""
    return tr(
        N_("All of this project is saved in “{file}”. “Open a project file” brings it back."),
        file=file,
    )


def _ask_where(notice: Notice, name: str) -> str:
    title = tr(N_("Save as a file"))
    return QFileDialog.getSaveFileName(notice.window(), title, str(Path.home() / name))[0]
