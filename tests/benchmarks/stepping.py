"""From step to step, in and out of a project: ``python -m tests.benchmarks.stepping [LANGUAGE]``.

``shown`` is the time until a step that somebody goes to is painted, the page beside it included:
the first time, when only its first part is made, and again. ``longest`` is the longest time during
which the window answered nothing. The goals are 50 ms for a step shown again, 100 ms for
``longest``.
"""

import statistics
import sys
import time
from collections.abc import Callable

from tests.benchmarks.measuring import home
from tests.benchmarks.pulse import Pulse
from ui.__main__ import application, load
from ui.keeper import Keeper
from ui.screens.project import ProjectScreen
from ui.window import Window
from wizard import flow, paths, settings, starting

ROUNDS = 5


def opened(keeper: Keeper, language: str) -> tuple[Window, str]:
    """A window that shows its first screen, and the id of a café with its facts."""

    def make(library):
        return starting.create(library, "Corner", example="cafe", language=language, facts=True)

    project = keeper.ask(make).id
    window = Window(keeper, settings.Settings(window_language=language))
    window.show()
    return window, project


def line(name: str, shown: float, longest: float) -> None:
    """Print one line of figures in milliseconds."""
    print(f"{name:36}{shown:9.0f}{longest:9.0f}", flush=True)


def main(language: str) -> None:
    """Print one line a deed."""
    program = application(["stepping"])
    load()
    keeper = Keeper(paths.library_file())
    window, project = opened(keeper, language)
    pulse = Pulse()

    def screen() -> ProjectScreen | None:
        return window.project

    def idle() -> bool:
        found = screen()
        return keeper.is_idle and found is not None and found.is_idle

    def measured(name: str, deed: Callable[[], object], done: Callable[[], bool]) -> None:
        longest, settled = pulse.measure(deed, done)
        line(name, settled, longest)

    print(f"{'':36}{'shown':>9}{'longest':>9}  (ms)")
    measured("open the project, all made", lambda: window.open(project, "business"), idle)
    window.show_first()
    window.open(project, "business")
    while not screen():
        program.processEvents()
    found = window.project
    assert found is not None
    found._builder.stop()
    for stop in flow.STOPS:
        start = time.perf_counter()
        found.go(stop.id)
        found._builder.stop()
        found.repaint()
        first = (time.perf_counter() - start) * 1000
        longest, _ = pulse.measure(found._builder.start, idle)
        line(f"{stop.id}, the first time", first, longest)
    for stop in flow.STOPS:
        times = []
        for _ in range(ROUNDS):
            found.go("review" if stop.id == "business" else "business")
            program.processEvents()
            start = time.perf_counter()
            found.go(stop.id)
            program.processEvents()
            found.repaint()
            times.append((time.perf_counter() - start) * 1000)
        line(f"{stop.id}, again", statistics.median(times), max(times))
    found.go("export")
    export = found.page("export").bodies[0]
    export.folder.setText(str(paths.data_folder() / "out"))
    for name, word, pdf in (("Word", True, False), ("PDF", False, True)):
        export.word.setChecked(word)
        export.pdf.setChecked(pdf)
        measured(f"export to {name}", export.start, lambda: export.cancel.isHidden())
    measured("settings and back", lambda: (window.show_settings(), window._leave_over()), idle)
    measured(
        "the other window language",
        lambda: window.change(
            settings.Settings(window_language="ru" if language == "en" else "en")
        ),
        idle,
    )
    measured("to the first screen", window.show_first, lambda: keeper.is_idle)
    window.close()
    keeper.close()


if __name__ == "__main__":
    with home():
        main(sys.argv[1] if len(sys.argv) > 1 else "en")
