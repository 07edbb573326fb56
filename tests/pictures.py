"""Pictures of every screen: both languages, light and dark, small, usual and doubled.

``python3 run.py pictures DIR`` writes them. Each picture is named
``<screen>-<language>-<theme>-<width>x<height>[@2].png``.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

# Set before Qt is loaded: the pictures look alike on every machine, with a screen or without.
SCALE = os.environ.get("POLICY_WIZARD_PICTURE_SCALE", "1")
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = SCALE

from PySide6.QtCore import QDeadlineTimer, QEventLoop  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from ui.__main__ import application  # noqa: E402
from ui.keeper import Keeper  # noqa: E402
from ui.window import Window  # noqa: E402
from wizard import flow, saving, settings, starting  # noqa: E402
from wizard.library.connection import Library  # noqa: E402

ROUNDS = 5
"""How often the waiting events are handled before a picture: layouts ask for more of them."""
SIZES = ((1280, 800), (1024, 640))
NAMES = {"en": ("Coffee Corner", "Bright Smile"), "ru": ("Кофейный уголок", "Белая улыбка")}
TRADES = ("cafe", "clinic")


def main(folder: Path) -> None:
    """Write all pictures into the folder; the doubled ones by a child of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    program = application(["pictures"])
    sizes = SIZES if SCALE == "1" else SIZES[:1]
    themes = ("light", "dark") if SCALE == "1" else ("light",)
    for language in ("en", "ru"):
        for theme in themes:
            for name, widget, size in screens(language, theme, sizes):
                mark = f"@{SCALE}" if SCALE != "1" else ""
                file = f"{name}-{language}-{theme}-{size[0]}x{size[1]}{mark}.png"
                widget.grab().save(str(folder / file))
    program.shutdown()
    if SCALE == "1":
        environment = {**os.environ, "POLICY_WIZARD_PICTURE_SCALE": "2"}
        os.execve(
            sys.executable, [sys.executable, "-m", "tests.pictures", str(folder)], environment
        )


def screens(
    language: str, theme: str, sizes: tuple[tuple[int, int], ...]
) -> Iterator[tuple[str, QWidget, tuple[int, int]]]:
    """Each screen of a window with two projects, shown and settled, at each size."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["POLICY_WIZARD_HOME"] = home
        keeper = Keeper(Path(home) / "library.sqlite")
        project = keeper.ask(lambda library: _projects(library, language))
        chosen = replace(settings.load(), window_language=language, theme=theme)
        window = Window(keeper, chosen)
        window.show()
        for size in sizes:
            window.resize(*size)
            window.show_first()
            yield _settled("first", window, size)
            window.show_settings()
            yield _settled("settings", window, size)
            window.start("cafe", "")
            _wait_for(lambda: hasattr(window.stack.currentWidget(), "finished"))
            path = window.stack.currentWidget()
            for number in range(1, len(path.pages) + 1):
                yield _settled(f"short-path-{number}", window, size)
                path.go_on()
            window.show_first()
            window.open(project, flow.STOPS[0].id)
            _wait_for(lambda: window.project is not None)
            for stop in flow.STOPS:
                window.project.go(stop.id)
                yield _settled(f"{flow.number(stop.id):02}-{stop.id}", window, size)
            window.show_first()
        window.close()
        keeper.close()


def _projects(library: Library, language: str) -> str:
    """Two projects of invented businesses; the id of the first, with its answers complete."""
    ids = []
    for name, trade in zip(NAMES[language], TRADES, strict=True):
        project = starting.create(library, name, example=trade, language=language, facts=True)
        session = saving.opened(library, project)
        for stop in flow.STOPS[:4]:
            session.visit(stop.id)
        saving.save_session(library, session)
        ids.append(project.id)
    return ids[0]


def _settled(
    name: str, window: Window, size: tuple[int, int]
) -> tuple[str, QWidget, tuple[int, int]]:
    """The screen once nothing is being made, saved or set in type any more."""
    _wait_for(lambda: window.keeper.is_idle and (not window.project or window.project.is_idle))
    for _ in range(ROUNDS):
        QApplication.processEvents()
    return name, window, size


def _wait_for(happened) -> None:
    deadline = QDeadlineTimer(10_000)
    while not happened():
        if deadline.hasExpired():
            raise TimeoutError("the screen did not come")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "pictures"))
