"""From a keystroke to the refreshed page: ``python -m tests.benchmarks.typing``.

Each document is shown in the preview with 100 people on the staff list; one answer that it prints
is typed letter by letter.
"""

import itertools
import statistics
import time

from PySide6.QtWidgets import QApplication

from tests.benchmarks.measuring import Line, home, table
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
KEYSTROKES = 30
MEDIAN, LATE = 30, 60
"""The goals in milliseconds: for each document, and for nineteen keystrokes of twenty."""
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


def lines() -> list[Line]:
    """One line for each document of the default set, in both languages together."""
    with home():
        program = QApplication([])
        theme.apply("light")
        keeper = Keeper(paths.library_file())
        times: dict[str, list[float]] = {}
        for language in ("en", "ru"):
            preview = Preview(desk(keeper, language))
            preview.resize(420, 700)
            preview.show()
            for one in templates.documents(language).values():
                if one.default:
                    preview.show_document(one.id)
                    _settle(program, preview)
                    place = TYPED.get(one.id, USUAL)
                    times.setdefault(one.id, []).extend(keystrokes(program, preview, place))
            preview.hide()
            preview.desk.save()
        keeper.close()
    return [
        *(
            Line(f"keystroke to refreshed page, {name}", statistics.median(found), goal=MEDIAN)
            for name, found in times.items()
        ),
        Line(
            "the same, all of them, 95th percentile",
            statistics.quantiles(itertools.chain(*times.values()), n=20)[-1],
            goal=LATE,
        ),
    ]


if __name__ == "__main__":
    print(table(lines()))
