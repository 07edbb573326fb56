"""From a keystroke to the refreshed page: ``python -m tests.benchmarks.typing``.

Each document is shown in the preview with 100 people on the staff list; one answer that it prints
is typed letter by letter. The goal is a median of 30 ms and a 95th percentile of 60 ms.
"""

import os
import statistics
import tempfile
import time

from PySide6.QtWidgets import QApplication

from ui import theme
from ui.desk import Desk
from ui.keeper import Keeper
from ui.preview import Preview
from wizard import paths, saving, starting
from wizard.documents import templates
from wizard.interview.places import Place
from wizard.library import people
from wizard.library.people import Person

STAFF = 100
KEYSTROKES = 60
TYPED = {
    "crisis-plan": Place("risks", "what_is_crisis"),
    "guide": Place("staff_rules", "purpose"),
    "service-standard": Place("service", "purpose"),
}
USUAL = Place("business", "name")
"""What is typed for the other documents; every document prints it in its footer at least."""


def desk(keeper: Keeper, language: str) -> Desk:
    """The desk of a café with its facts and invented people."""
    staff = [
        Person(id=f"n{one}", surname=f"Surname{one}", given=f"Given{one}", position="barista")
        for one in range(STAFF)
    ]

    def make(library):
        project = starting.create(library, language, example="cafe", language=language, facts=True)
        people.change(library, project.id, staff, ())
        return saving.opened(library, project)

    return Desk(keeper, keeper.ask(make))


def keystrokes(program: QApplication, preview: Preview, place: Place) -> list[float]:
    """The milliseconds from each letter given to the page painted."""
    found = []
    typed = ""
    for number in range(KEYSTROKES):
        typed += "abcde fghij "[number % 12]
        start = time.perf_counter()
        preview.desk.give(place, typed)
        _settle(program, preview)
        found.append((time.perf_counter() - start) * 1000)
    return found


def _settle(program: QApplication, preview: Preview) -> None:
    """Until the page is set and painted."""
    while preview.is_busy:
        program.processEvents()
    preview.view.viewport().repaint()


def main() -> None:
    """Print one line per document and language."""
    program = QApplication([])
    theme.apply("light")
    keeper = Keeper(paths.library_file())
    print(f"{'document':28}{'language':>9}{'first':>9}{'median':>9}{'p95':>9}  (ms)")
    for language in ("en", "ru"):
        preview = Preview(desk(keeper, language))
        preview.resize(420, 700)
        preview.show()
        for document in templates.documents(language):
            start = time.perf_counter()
            preview.show_document(document)
            _settle(program, preview)
            first = (time.perf_counter() - start) * 1000
            times = keystrokes(program, preview, TYPED.get(document, USUAL))
            median, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
            print(f"{document:28}{language:>9}{first:9.1f}{median:9.1f}{p95:9.1f}", flush=True)
        preview.hide()
        preview.desk.save()
    keeper.close()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ[paths.HOME_VARIABLE] = folder
        main()
