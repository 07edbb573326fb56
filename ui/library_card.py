"""The card of the settings that shows where the library lies, and moves it to another folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from ui import opening, pieces
from ui.copies import Copies
from ui.notice import Notice
from ui.tongue import language, sentence, tr
from wizard import cloud, paths
from wizard.i18n import N_
from wizard.language import dates
from wizard.library import moving

if TYPE_CHECKING:
    import datetime as dt

    from ui.keeper import Keeper
    from wizard.errors import UserError


class LibraryCard(QFrame):
    """Nothing moves before it is sure to arrive: until then the old folder stays the chosen one."""

    copied = Signal(object, str)
    """The library is now in this file too and goes on there; the sentence that tells so."""
    found = Signal(object, str)
    """Another library, in this file, is to be used from now on; the sentence that tells so."""
    busy = Signal(bool)
    """Whether something is under way: nothing may be changed in the library meanwhile."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.keeper = keeper
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(pieces.words(tr(N_("Where your answers are kept")), "heading"))
        folder = pieces.words(str(keeper.path.parent), "muted")
        folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(folder)
        column.addWidget(
            pieces.words(
                tr(
                    N_(
                        "They stay on this computer. A folder that a cloud service copies is no "
                        "good place for them: two computers writing at once may lose answers. "
                        "To work elsewhere, save a project as a file and open it there."
                    )
                ),
                "hint",
            )
        )
        self.notice = Notice()
        column.addWidget(self.notice)
        row = QHBoxLayout()
        self.open = QPushButton(tr(N_("Open folder")))
        self.open.clicked.connect(lambda: opening.show(self.keeper.path.parent))
        self.change = QPushButton(tr(N_("Change…")))
        self.change.setAccessibleName(
            f"{tr(N_('Where your answers are kept'))}: {tr(N_('Change…'))}"
        )
        self.change.clicked.connect(self._choose)
        row.addWidget(self.open)
        row.addWidget(self.change)
        row.addStretch(1)
        column.addLayout(row)
        self.copies = Copies(keeper)
        column.addWidget(self.copies)

    def move_to(self, folder: Path, *, anyway: bool = False) -> None:
        """Move the library to this folder, or ask first where that may not be what is wanted."""
        file = folder / paths.LIBRARY
        service = cloud.service(folder)
        if file == self.keeper.path:
            self.notice.tell(tr(N_("Your answers are kept in this folder already.")))
        elif service and not anyway:
            self.notice.tell(
                tr(
                    N_(
                        "This looks like a folder of {service}. Such a service copies the "
                        "library while it is being written, and answers may get lost."
                    ),
                    service=service,
                ),
                tr(N_("Keep them there anyway")),
                lambda: self.move_to(folder, anyway=True),
                bad=True,
            )
        else:
            self.busy.emit(True)
            self.keeper.run_apart(
                lambda: moving.last_written(file),
                lambda at: self._copy_to(file) if at is None else self._offer(file, at),
                self.refuse,
                asker=self,
            )

    def refuse(self, error: UserError) -> None:
        """Say why the old folder stays the chosen one."""
        self._rest()
        self.notice.tell(sentence(error), bad=True)

    def _rest(self) -> None:
        self.busy.emit(False)
        self.change.setFocus()

    def _offer(self, file: Path, at: dt.datetime) -> None:
        self._rest()
        self.notice.tell(
            tr(
                N_(
                    "A library lies in this folder already, last changed on {date}. "
                    "It stays as it is; you can go on with it instead of your present one."
                ),
                date=dates.in_tables(at.date(), language()),
            ),
            tr(N_("Use that library")),
            lambda: self._use(file),
        )

    def _use(self, file: Path) -> None:
        told = tr(
            N_("You now work on the library in “{folder}”. The one in “{old}” stays as it is."),
            folder=file.parent,
            old=self.keeper.path.parent,
        )
        self.busy.emit(True)
        self.keeper.run_apart(
            lambda: moving.check(file),
            lambda _done: self.found.emit(file, told),
            self.refuse,
            asker=self,
        )

    def _copy_to(self, file: Path) -> None:
        told = tr(
            N_(
                "Your answers are now kept in “{folder}”. "
                "The old library stays in “{old}” and is no longer used."
            ),
            folder=file.parent,
            old=self.keeper.path.parent,
        )
        self.notice.tell(tr(N_("Copying the library…")))
        self.keeper.run(
            lambda library: moving.copy_to(library, file),
            lambda _done: self.copied.emit(file, told),
            self.refuse,
            asker=self,
        )

    def _choose(self) -> None:
        folder = self._ask_for_folder()
        if folder:
            self.move_to(Path(folder))

    def _ask_for_folder(self) -> str:
        title = tr(N_("Where your answers are kept"))
        return QFileDialog.getExistingDirectory(self, title, str(self.keeper.path.parent))
