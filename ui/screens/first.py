"""The first screen: start from an example, open a file, or go on with a project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import pieces, tongue
from ui.first.project_list import ProjectList
from ui.flowing import Flowing
from ui.notice import Notice
from ui.tongue import sentence, tr
from wizard import offered
from wizard.file_names import PROJECT_FILE, safe
from wizard.i18n import N_
from wizard.library import projects
from wizard.library.faults import LibraryDamagedError, LibraryMissingError

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from ui.keeper import Keeper
    from wizard.errors import UserError
    from wizard.library.connection import Library
    from wizard.library.projects import Project
    from wizard.library.restoring import Held

LANGUAGES = {"en": "English", "ru": "Русский"}
CALENDAR_FILE = ".ics"


class FirstScreen(QWidget):
    """All that can be begun or gone on with; the library is read off the window's thread."""

    started = Signal(str, str)
    """A new project from the example of this trade, for this country."""
    opened = Signal(str)
    """The project with this id."""
    settings_wanted = Signal()
    usual_wanted = Signal()
    """The library in the usual folder, as the chosen one is not there."""
    language_chosen = Signal(str)
    listed = Signal()
    """The list of projects is up to date."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.setProperty("role", "paper")
        self.setAcceptDrops(True)
        self.keeper = keeper
        self.notice = Notice()
        self.projects = ProjectList()
        self._begun = False
        column = QVBoxLayout(self)
        column.setContentsMargins(56, 32, 56, 24)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self.notice)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        cards.addWidget(self._new(), 3)
        cards.addWidget(self._open_file(), 1)
        column.addLayout(cards)
        column.addLayout(self._list_head())
        column.addWidget(self.projects, 1)
        column.addStretch()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the list of projects anew."""
        find, binned = self.find.text(), self.bin.isChecked()

        def read(library: object) -> tuple[list[Project], int]:
            found = projects.projects(library, find=find, binned=binned)  # type: ignore[arg-type]
            in_bin = projects.projects(library, binned=True)  # type: ignore[arg-type]
            return found, len(in_bin)

        self.keeper.run(read, lambda answer: self._show(*answer), self._tell, asker=self)

    def open_file(self, file: Path) -> None:
        """Take a copy of a project file into the library and open it."""
        from wizard.library import files  # Only here: the first screen need not wait for it.

        self.keeper.run(
            lambda library: files.open_file(library, file),
            lambda project: self.opened.emit(project.id),
            self._tell,
            asker=self,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Files are welcome."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Open the file that was dropped."""
        self.open_file(Path(event.mimeData().urls()[0].toLocalFile()))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(pieces.words("Policy Wizard", "title", wrap=False))
        words.addWidget(
            pieces.words(
                tr(
                    N_(
                        "Answer a few questions. Get a public promise, an employee guide, "
                        "a crisis plan and a sign-off checklist in Word."
                    )
                ),
                "reason",
            )
        )
        row.addLayout(words, 1)
        self.language = QComboBox()
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(tongue.language()))
        self.language.setAccessibleName(tr(N_("Language of the window")))
        self.settings = QPushButton(tr(N_("Settings")))
        for widget in (self.language, self.settings):
            row.addWidget(widget, alignment=Qt.AlignmentFlag.AlignTop)
        return row

    def _new(self) -> QFrame:
        card, column = pieces.card()
        card.setProperty("tone", "main")
        column.addWidget(pieces.words(tr(N_("New for my business")), "heading", wrap=False))
        column.addWidget(
            pieces.words(tr(N_("Start from a ready example of your trade")), "label", wrap=False)
        )
        trades = QWidget()
        flow = Flowing(trades)
        self.trades: dict[str, QPushButton] = {}
        for trade, title in offered.TRADES.items():
            chip = QPushButton(tr(title))
            chip.setProperty("role", "chip")
            if trade == "empty":
                chip.setProperty("tone", "neutral")
            chip.clicked.connect(lambda _on=False, one=trade: self._start(one))
            self.trades[trade] = chip
            flow.addWidget(chip)
        column.addWidget(trades)
        row = QHBoxLayout()
        self.country = QComboBox()
        for code, name in offered.COUNTRIES.items():
            self.country.addItem(tr(name), code)
        self.country.setCurrentIndex(self.country.findData(offered.HOME[tongue.language()]))
        where = pieces.words(tr(N_("Country")), "muted", wrap=False)
        where.setBuddy(self.country)
        self.country.setAccessibleName(tr(N_("Country")))
        row.addWidget(where)
        row.addWidget(self.country)
        row.addWidget(
            pieces.words(tr(N_("Another one can be chosen on the next page.")), "hint"), 1
        )
        column.addLayout(row)
        return card

    def _open_file(self) -> QFrame:
        card, column = pieces.card()
        column.addWidget(pieces.words(tr(N_("Open a project file")), "heading", wrap=False))
        column.addWidget(
            pieces.words(tr(N_("A copy that somebody sent you, or your own")), "muted", wrap=False)
        )
        self.open = QPushButton(tr(N_("Open…")))
        column.addWidget(self.open, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return card

    def _list_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(pieces.words(tr(N_("Your projects")), "heading", wrap=False))
        self.bin = QPushButton()
        self.bin.hide()
        self.bin.setProperty("role", "link")
        self.bin.setCheckable(True)
        row.addWidget(self.bin)
        row.addStretch(1)
        self.find = QLineEdit()
        self.find.setPlaceholderText(tr(N_("Find…")))
        self.find.setAccessibleName(tr(N_("Find a project")))
        self.find.setFixedWidth(240)
        row.addWidget(self.find)
        return row

    def _connect(self) -> None:
        self.settings.clicked.connect(self.settings_wanted)
        self.language.activated.connect(
            lambda _place: self.language_chosen.emit(self.language.currentData())
        )
        self.open.clicked.connect(self._choose_file)
        self.find.textChanged.connect(lambda _text: self.refresh())
        self.bin.clicked.connect(lambda _on: self.refresh())
        self.projects.opened.connect(self.opened)
        self.projects.renamed.connect(self._rename)
        self.projects.wanted.connect(self._do)

    def _start(self, trade: str) -> None:
        self.started.emit(trade, str(self.country.currentData()))

    def _choose_file(self) -> None:
        file = self._ask_for_file()
        if file:
            self.open_file(Path(file))

    def _ask_for_file(self) -> str:
        return QFileDialog.getOpenFileName(self, tr(N_("Open a project file")))[0]

    def _ask_where(self, name: str) -> str:
        return QFileDialog.getSaveFileName(self, tr(N_("Save as a file")), name)[0]

    def _show(self, found: list[Project], in_bin: int) -> None:
        self.projects.show_projects(found, binned=self.bin.isChecked(), find=self.find.text())
        self.projects.show()
        self.bin.setVisible(bool(in_bin) or self.bin.isChecked())
        self.bin.setText(
            tr(N_("← All projects"))
            if self.bin.isChecked()
            else tr(N_("Bin ({count})"), count=in_bin)
        )
        if not self._begun:
            self._begun = True
            first = self.projects.go if found else next(iter(self.trades.values()))
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.listed.emit()

    def _rename(self, project: str, name: str) -> None:
        self.keeper.run(
            lambda library: projects.rename(library, project, name),
            lambda _done: self.refresh(),
            self._tell,
            asker=self,
        )

    def _do(self, what: str, project: str, name: str) -> None:
        """Do one of the things that can be done to a project of the list."""
        copy = tr(N_("{name} (copy)"), name=name)
        works = {
            "duplicate": lambda library: projects.duplicate(library, project, copy),
            "bin": lambda library: projects.bin_project(library, project),
            "restore": lambda library: projects.restore(library, project),
            "delete": lambda library: projects.delete_for_good(library, project),
        }
        if what == "save":
            self._save_as(project, name)
            return
        if what == "calendar":
            self._save_calendar(project, name)
            return
        if what == "ask":
            self.notice.tell(
                tr(N_("Delete “{name}” for good? This cannot be undone."), name=name),
                tr(N_("Delete for good")),
                lambda: self._do("delete", project, name),
                bad=True,
            )
            return
        self.keeper.run(
            works[what],
            lambda done: self._done(what, project, name, done),
            self._tell,
            asker=self,
        )

    def _done(self, what: str, project: str, name: str, done: object) -> None:
        self.refresh()
        if what == "delete" and done:
            self._tell_copies(name, done)  # type: ignore[arg-type]
        elif what == "bin":
            self.notice.tell(
                tr(N_("“{name}” is in the bin."), name=name),
                tr(N_("Undo")),
                lambda: self._do("restore", project, name),
            )

    def _tell_copies(self, name: str, copies: list[Path]) -> None:
        """A project is deleted, and these copies of the library still hold it."""
        from wizard import deleting  # Only here: the first screen need not wait for it.

        language = tongue.language()
        deleted = tr(N_("“{name}” is deleted."), name=name)
        self.notice.tell(
            f"{deleted} {deleting.of_copies(copies, self.keeper.path, language)}",
            tr(N_("Delete these copies too")),
            lambda: self.keeper.run(
                lambda library: deleting.delete_copies(library, copies, language),
                self.notice.tell,
                self._tell,
                asker=self,
            ),
        )

    def _save_as(self, project: str, name: str) -> None:
        file = self._ask_where(safe(name) + PROJECT_FILE)
        if file:
            from wizard.library import files

            self.keeper.run(
                lambda library: files.save_as(library, project, Path(file)),
                lambda _done: self.notice.tell(tr(N_("Saved as {file}"), file=file)),
                self._tell,
                asker=self,
            )

    def _save_calendar(self, project: str, name: str) -> None:
        file = self._ask_where(safe(name) + CALENDAR_FILE)
        if file:
            language = tongue.language()
            self.keeper.run(
                lambda library: _write_calendar(library, project, language, Path(file)),
                lambda _done: self.notice.tell(tr(N_("Saved as {file}"), file=file)),
                self._tell,
                asker=self,
            )

    def _tell(self, error: UserError) -> None:
        if isinstance(error, (LibraryMissingError, LibraryDamagedError)):
            # There is nothing to go on with, and the way out needs the room.
            self.projects.hide()
        if isinstance(error, LibraryMissingError):
            self.notice.tell(
                sentence(error),
                tr(N_("Try again")),
                self.refresh,
                bad=True,
                other=(tr(N_("Use the usual folder for now")), self.usual_wanted.emit),
            )
        elif isinstance(error, LibraryDamagedError):
            from wizard.library import restoring  # Only here: a sound library needs no copy.

            path = self.keeper.path
            self.keeper.run_apart(
                lambda: restoring.newest_sound(path),
                lambda held: self._offer(held, error),
                lambda _why: self._offer(None, error),
                asker=self,
            )
        else:
            self.notice.tell(sentence(error), bad=True)

    def _offer(self, held: Held | None, error: UserError) -> None:
        """Offer the newest sound copy of a library that is damaged."""
        if held is None:
            self.notice.tell(sentence(error), bad=True)
            return
        from ui import copy_words

        self.notice.tell(
            copy_words.offered(held, error),
            tr(N_("Restore this copy")),
            lambda: self._restore(held),
            bad=True,
            other=(tr(N_("Choose another copy…")), self.settings_wanted.emit),
        )

    def _restore(self, held: Held) -> None:
        from ui import copy_words

        def restored(kept: Path | None) -> None:
            self.refresh()
            self.notice.tell(copy_words.restored(held, kept))

        def failed(error: UserError) -> None:
            way = tr(N_("Try again"))
            self.notice.tell(sentence(error), way, lambda: self._restore(held), bad=True)

        self.notice.tell(tr(N_("Restoring the copy…")))
        self.keeper.restore(held, restored, failed, asker=self)


def _write_calendar(library: Library, project: str, language: str, file: Path) -> None:
    """Write what is due in the project as a calendar file."""
    from datetime import datetime

    from wizard import calendar_file

    calendar_file.save(library, project, language, file, datetime.now().astimezone())
