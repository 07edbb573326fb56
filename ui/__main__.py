"""The window's front door: shows the first screen at once and loads what is heavy afterwards."""

from __future__ import annotations

import gc
import logging
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui.keeper import Keeper
from ui.tongue import tr
from ui.window import Window
from wizard import leftovers, logbook, settings
from wizard.i18n import LANGUAGES, N_

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from wizard.errors import UserError

LOADED_LATER = (
    "wizard.saving", "wizard.starting", "wizard.flow", "wizard.documents.writing",
    "wizard.export", "babel.dates", "docx", "sqlite_utils",
)  # fmt: skip
TIDY_AFTER = 5000
"""Milliseconds until leftovers are cleared and the library is backed up: nobody waits then."""
TURN = 0.0001
"""Seconds after which a thread gives way to another that waits."""
_log = logging.getLogger("ui")


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window and run until it is closed; the exit code."""
    program = application(sys.argv if arguments is None else arguments)
    logbook.begin()
    threading.excepthook = _bug_elsewhere
    chosen = settings.load()
    keeper = Keeper(settings.library_file(chosen), make=not chosen.library_folder)
    window = Window(keeper, chosen)
    sys.excepthook = lambda kind, error, trace: _bug(window, kind, error, trace)
    window.show()
    QTimer.singleShot(0, load_later)
    QTimer.singleShot(TIDY_AFTER, lambda: tidy(keeper, window))
    try:
        return program.exec()
    finally:
        keeper.close()
        leftovers.drop_opened()


def application(arguments: Sequence[str]) -> QApplication:
    """The program before its first window, in the style that looks alike on every system."""
    # As arguments: setStyle() gives back a style, and to make its class takes 5 ms.
    program = QApplication([*arguments, "-style", "Fusion"])
    program.setApplicationName("policy-wizard")
    program.setApplicationDisplayName("Policy Wizard")
    return program


def load_later() -> None:
    """Import what the next screens need, in a thread of its own, once the first is painted."""
    threading.Thread(target=load, daemon=True, name="loading").start()


def load() -> None:
    """Import what every project needs, and compile its documents."""
    from importlib import import_module

    for module in LOADED_LATER:
        import_module(module)
    from wizard.documents import templates

    for language in LANGUAGES:
        templates.compile_all(language)
    keep_answering()


def keep_answering() -> None:
    """Let work in other threads, and the collector of garbage, hold the window up but shortly.

    Ten thousand people read in another thread else take the interpreter from the window for 5 ms
    with each of its calls, and each of the collector's rounds goes through all that was imported.
    """
    sys.setswitchinterval(TURN)
    gc.freeze()


def tidy(keeper: Keeper, window: Window) -> None:
    """Clear away what a crash left, in a thread that no folder holds up, and back up."""
    leftovers.clearing(keeper.path)
    back_up(keeper, window)


def back_up(keeper: Keeper, window: Window) -> None:
    """Back the library up once a day; only a damaged one is worth a word in the window."""
    from wizard.library import backups
    from wizard.library.faults import LibraryDamagedError

    def failed(error: UserError) -> None:
        if isinstance(error, LibraryDamagedError):
            window.complain(error)
        else:
            _log.warning("No back-up today: %s", error)

    keeper.run(backups.daily, failed=failed)


def _bug(
    window: Window,
    _kind: type[BaseException],
    error: BaseException,
    _trace: TracebackType | None,
) -> None:
    """Log a bug with the places it went through, and say where; the window stays."""
    window.tell(
        tr(
            N_("Something went wrong inside the program; what happened is written in {file}."),
            file=logbook.bug(error),
        )
    )


def _bug_elsewhere(raised: threading.ExceptHookArgs) -> None:
    """Log a bug of another thread, whose words Python would else print for all to read."""
    if raised.exc_value is not None:
        logbook.bug(raised.exc_value)


if __name__ == "__main__":
    sys.exit(main())
