"""The window: one screen at a time, from the list of projects into one of them and back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui import theme, tongue
from ui.desks import Desks
from ui.notice import Notice
from ui.screens.first import FirstScreen
from ui.tongue import sentence, tr
from wizard import paths
from wizard import settings as stored_settings
from wizard.errors import UserError
from wizard.i18n import N_, system_language
from wizard.library.faults import LibraryDamagedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from ui.desk import Desk
    from ui.keeper import Keeper
    from ui.letting_go import LettingGo
    from ui.screens.project import ProjectScreen
    from ui.screens.settings import SettingsScreen
    from wizard.library.connection import Library
    from wizard.library.restoring import Held
    from wizard.session import Session
    from wizard.settings import Settings
    from wizard.versions.reopening import Reopened

LEAST = (960, 600)
USUAL = (1280, 800)


class Window(QMainWindow):
    """The program's window; ``keeper`` owns the library, ``settings`` are kept as they change."""

    def __init__(self, keeper: Keeper, settings: Settings) -> None:
        super().__init__()
        self.keeper, self.settings = keeper, settings
        self.stack = QStackedWidget()
        self.stack.setProperty("role", "paper")
        self.notice = Notice()
        self._letting_go: LettingGo | None = None
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(whole)
        self.setMinimumSize(*LEAST)
        self.resize(*USUAL)
        self.dress()
        self.first: FirstScreen
        self.project: ProjectScreen | None = None
        self.desks = Desks(keeper, self.notice)
        self._closing = self._may_lose = self._opening = False
        keeper.idle.connect(self._close_at_last)
        self.show_first()

    def dress(self) -> None:
        """Give the program the language, theme and text size of the settings."""
        tongue.speak(self.settings.window_language or system_language())
        theme.apply(self.settings.theme, text_size=self.settings.text_size)
        self.setWindowTitle("Policy Wizard")

    def tell(self, sentence: str) -> None:
        """Say something that went wrong above whatever is shown."""
        self.notice.tell(sentence, bad=True)

    def complain(self, error: UserError) -> None:
        """Say an error above whatever is shown, with the way to the copies of a damaged library."""
        if isinstance(error, LibraryDamagedError):
            way = tr(N_("Choose a copy…"))
            self.notice.tell(sentence(error), way, self.show_settings, bad=True)
        else:
            self.tell(sentence(error))

    def show_first(self) -> None:
        """Leave the project and show the list of projects."""
        self._leave_project()
        self.first = FirstScreen(self.keeper)
        self.first.started.connect(self.start)
        self.first.opened.connect(self.open)
        self.first.settings_wanted.connect(self.show_settings)
        self.first.usual_wanted.connect(self._use_usual)
        self.first.language_chosen.connect(
            lambda language: self.change(replace(self.settings, window_language=language))
        )
        self._show_only(self.first)

    def start(self, trade: str, country: str) -> None:
        """Make a project from the example of a trade and take the short path through it.

        A second wish is not heard before the first is fulfilled: people click twice.
        """
        from wizard import examples, saving, starting

        language = tongue.language()

        def make(library: Library) -> Session:
            name = examples.title(trade, language)
            project = starting.create(
                library, name, example=trade, language=language, country=country
            )
            return saving.opened(library, project)

        self._open_once(make, self._show_short_path)

    def open(self, project: str, stop: str = "") -> None:
        """Open a project of the library, at a stop or where work is left."""
        from wizard import saving
        from wizard.library import projects

        def show(session: Session) -> None:
            # Read after the desks were left, so it is known by now what could not be saved.
            self._show_project(self.desks.left(project) or self.desks.open(session), stop)

        self.desks.leave()
        self._open_once(
            lambda library: saving.opened(library, projects.must_exist(library, project)), show
        )

    def _open_once(
        self, work: Callable[[Library], Session], show: Callable[[Session], None]
    ) -> None:
        """Read a session and show it; the second half of a double click does nothing."""
        if self._opening:
            return
        self._opening = True

        def opened(session: Session) -> None:
            self._opening = False
            show(session)

        def refused(error: UserError) -> None:
            self._opening = False
            self.complain(error)

        self.keeper.run(work, opened, refused)

    def show_settings(self) -> None:
        """Show the settings; leaving them leads back."""
        from ui.screens.settings import SettingsScreen

        if isinstance(self.stack.currentWidget(), SettingsScreen):
            return
        if self.project is not None:
            self.project.leave()
        screen = SettingsScreen(self.settings, self.keeper)
        screen.changed.connect(self.change)
        card = screen.library
        card.copied.connect(lambda file, told: self._use_copy(file, told, card.refuse))
        card.found.connect(lambda file, told: self._use_other(file, told, card.refuse))
        card.copies.wanted.connect(lambda held: self._restore(held, screen))
        screen.closed.connect(self._leave_over)
        self.stack.addWidget(screen)
        self.stack.setCurrentWidget(screen)

    def show_version(self, number: int) -> None:
        """Show a published version of the open project; leaving it leads back."""
        if self.project is None:
            return
        from wizard.versions import reopening

        desk = self.project.desk
        self.project.leave()
        self.keeper.run(
            lambda library: reopening.reopen(library, desk.session.project.id, number),
            lambda found: self._show_reopened(desk, found),
            self.complain,
        )

    def change(self, settings: Settings) -> None:
        """Keep these settings and show everything as they say."""
        before, self.settings = self.settings, settings
        stored_settings.save(settings)
        looks = (before.window_language, before.theme, before.text_size)
        if looks == (settings.window_language, settings.theme, settings.text_size):
            return
        from ui.screens.settings import SettingsScreen

        in_settings = isinstance(self.stack.currentWidget(), SettingsScreen)
        self.dress()
        if self.project is not None:
            self._show_project(self.project.desk, self.project.current)
        else:
            self.show_first()
        if in_settings:
            self.show_settings()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Tab goes through the window as it is read."""
        from ui import tab_order

        return tab_order.go_on(self.centralWidget(), forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Save what is typed before the window goes; it stays while that cannot be done."""
        if not self._closing:
            self.desks.leave()
        unsaved = self.desks.unsaved()
        at_risk = [] if self._may_lose else [desk for desk in unsaved if not desk.is_elsewhere]
        if at_risk:
            event.ignore()
            self._closing = not self.keeper.is_idle
            if not self._closing:
                self._ask_before_losing(at_risk[0])
            return
        self._closing = False
        for desk in unsaved:
            self.desks.give_up(desk)
        self._leave_project()
        super().closeEvent(event)

    def _use_copy(self, file: Path, told: str, refuse: Callable[[UserError], None]) -> None:
        """Keep the choice of a folder and go on there with all that is not saved yet."""
        before = self.settings
        folder = "" if file == paths.library_file() else str(file.parent)
        self.change(replace(before, library_folder=folder))
        if stored_settings.load() != self.settings:
            self.settings = before
            why = N_("The choice cannot be kept. Allow writing to “{folder}”, then try again.")
            refuse(UserError(why, folder=paths.data_folder()))
            return
        self._turn_to(file, told)

    def _use_other(self, file: Path, told: str, refuse: Callable[[UserError], None]) -> None:
        """Keep the choice of a library that need not know the open project: all is saved before."""
        if self._is_all_saved(refuse):
            self._use_copy(file, told, refuse)

    def _restore(self, held: Held, screen: SettingsScreen) -> None:
        """Put a copy in the place of the library: no project of the old one is open any more."""
        copies = screen.library.copies
        if not self._is_all_saved(copies.refuse):
            return
        from ui import copy_words

        self._leave_project()

        def restored(kept: Path | None) -> None:
            self.show_first()
            self.first.notice.tell(copy_words.restored(held, kept))

        def refused(error: UserError) -> None:
            screen.setEnabled(True)
            copies.refuse(error)

        screen.setEnabled(False)
        copies.wait()
        self.keeper.restore(held, restored, refused, asker=screen)

    def _is_all_saved(self, refuse: Callable[[UserError], None]) -> bool:
        if not any(desk.session.unsaved() for desk in self.desks.unsaved()):
            return True
        refuse(UserError(N_("Some answers are not saved yet. Go back and save them first.")))
        return False

    def _use_usual(self) -> None:
        """Use the usual folder until the window is closed; the choice stays."""
        told = N_("Until you close the program, you work on the library in “{folder}”.")
        self._turn_to(paths.library_file(), tr(told, folder=paths.data_folder()))

    def _turn_to(self, file: Path, told: str) -> None:
        self.keeper.reopen(file, make=file == paths.library_file())
        self.show_first()
        self.first.notice.tell(told)

    def _close_at_last(self) -> None:
        """Go on closing once it is known what could be saved."""
        if self._closing:
            self.close()

    def _ask_before_losing(self, desk: Desk) -> None:
        from ui import rescue

        self.notice.tell(
            tr(
                N_("The last answers of “{project}” are not saved: closing now would lose them."),
                project=desk.session.project.name,
            ),
            tr(N_("Save elsewhere…")),
            lambda: rescue.save_elsewhere(
                desk, self.notice, lambda _file: self.close(), self.complain
            ),
            bad=True,
            other=(tr(N_("Close without saving")), self._close_anyway),
        )

    def _close_anyway(self) -> None:
        self._may_lose = True
        self.close()

    def _show_short_path(self, session: Session) -> None:
        from ui.screens.short_path import ShortPath

        desk = self.desks.open(session)
        screen = ShortPath(desk)
        screen.finished.connect(lambda: self._show_project(desk, "review"))
        screen.left.connect(lambda: self._show_project(desk, "business"))
        screen.home.connect(self.show_first)
        self._show_only(screen)
        screen.begin()

    def _show_reopened(self, desk: Desk, found: Reopened) -> None:
        from ui.screens.version import VersionScreen

        here = self.project
        if here is None or here.desk is not desk or self.stack.currentWidget() is not here:
            # Somebody clicked twice, or has gone on meanwhile.
            return
        screen = VersionScreen(desk, found, self.settings.export_folder)
        screen.closed.connect(self._leave_over)
        screen.taken.connect(self._leave_over)
        self.stack.addWidget(screen)
        self.stack.setCurrentWidget(screen)
        screen.begin()

    def _show_project(self, desk: Desk, stop: str) -> None:
        from ui.screens.project import ProjectScreen

        self._leave_project()
        self.desks.take_up(desk)
        screen = ProjectScreen(desk, stop=stop, folder=self.settings.export_folder)
        screen.home.connect(self.show_first)
        screen.settings_wanted.connect(self.show_settings)
        screen.version_wanted.connect(self.show_version)
        screen.anew_wanted.connect(lambda at: self.open(desk.session.project.id, at))
        screen.folder_chosen.connect(
            lambda folder: self.change(replace(self.settings, export_folder=folder))
        )
        self.project = screen
        self._show_only(screen)
        screen.begin()

    def _leave_project(self) -> None:
        if self.project is not None:
            self.project.leave()
            self.project = None
        self.desks.put_away()

    def _leave_over(self) -> None:
        screen = self.stack.currentWidget()
        if self.project is not None:
            self.stack.setCurrentWidget(self.project)
            self.stack.removeWidget(screen)
            screen.deleteLater()
        else:
            self.show_first()

    def _show_only(self, screen: QWidget) -> None:
        while self.stack.count():
            old = self.stack.widget(0)
            self.stack.removeWidget(old)
            self._let_go(old)
        self.stack.addWidget(screen)
        self.stack.setCurrentWidget(screen)

    def _let_go(self, old: QWidget) -> None:
        from ui.letting_go import LettingGo  # Only here: the first screen leaves none behind.

        if self._letting_go is None:
            self._letting_go = LettingGo()
        self._letting_go.let_go(old)
