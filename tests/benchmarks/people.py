"""A staff list of 10,000 in the window: ``python -m tests.benchmarks.people [COUNT]``.

The whole screen of a project is shown, with the pages of all steps and the live page beside them.
Each deed of a person is done several times. ``longest`` is the longest time during which the
window's thread answered nothing, ``settled`` the time until all that follows is done. The goal is
that ``longest`` is no more than 100 ms.
"""

import os
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.benchmarks.measuring import home
from tests.benchmarks.pulse import Pulse
from ui import theme
from ui.__main__ import keep_answering
from ui.desk import Desk
from ui.keeper import Keeper
from ui.pages.people import PeoplePage
from ui.screens.project import ProjectScreen
from wizard import paths, saving, starting
from wizard.interview.places import Place
from wizard.library import people
from wizard.library.people import Person

COUNT = 10_000
ROUNDS = 7
BUSINESS = Place("business", "name")
NAMES = ("Ёлкин", "Елисеев", "Жук", "Hart", "Ng", "Иванова", "Okafor")
POSITIONS = ("бариста", "повар", "barista", "cook")


def staff(count: int) -> list[Person]:
    """Invented people."""
    return [
        Person(
            id=f"n{one}",
            surname=f"{NAMES[one % len(NAMES)]}{one}",
            given=f"Given{one}",
            position=POSITIONS[one % len(POSITIONS)],
            kind="employee",
            signs="paper",
        )
        for one in range(count)
    ]


def desk_of(keeper: Keeper, count: int) -> Desk:
    """The desk of a café with so many people."""

    def make(library):
        project = starting.create(library, "Corner", example="cafe", language="en", facts=True)
        people.change(library, project.id, staff(count), ())
        return saving.opened(library, project)

    return Desk(keeper, keeper.ask(make))


def screen_of(desk: Desk) -> ProjectScreen:
    """The screen of a project, shown at the staff list."""
    screen = ProjectScreen(desk, stop="people")
    screen.resize(1280, 800)
    screen.show()
    return screen


def deeds(page: PeoplePage) -> dict[str, Callable[[int], object]]:
    """What people do with the list; each takes the number of the round."""

    def edit(number: int) -> None:
        index = page.model.index(10 + number, 0)
        page.model.setData(index, f"Edited{number}")

    def leave(number: int) -> None:
        page.table.selectRow(20 + number)
        page.mark_left()

    return {
        "sort": lambda number: page.table.sortByColumn(number % 2, Qt.SortOrder(number // 2 % 2)),
        "type in find": lambda number: page.find.setText("Ёлкин1234"[: number + 1]),
        "clear find": lambda _number: page.find.clear(),
        "edit a cell": edit,
        "mark as left": leave,
        "undo": lambda _number: page.desk.undo(),
        "add a person": lambda _number: page.add(),
        "show who left": lambda _number: page.left_too.click(),
        "answer a question": lambda number: page.desk.give(BUSINESS, f"Corner {number}"),
    }


def loads(page: PeoplePage, file: Path) -> dict[str, Callable[[int], object]]:
    """What people do to load a list in which everybody has changed."""
    return {
        "preview a list": lambda _number: page.load(file),
        "retake a column": lambda _number: page.loading._take_as(3, "location"),
        "take over": lambda _number: page.loading.take_over(),
    }


def main(count: int) -> None:
    """Print one line a deed."""
    program = QApplication([])
    theme.apply("light")
    keeper = Keeper(paths.library_file())
    pulse = Pulse()
    desk = desk_of(keeper, count)
    made: list[ProjectScreen] = []
    longest, settled = pulse.measure(lambda: made.append(screen_of(desk)), lambda: True)
    print(f"{count:,} people{'longest':>19}{'settled':>9}  (ms)")
    print(f"{'open the screen':20}{longest:9.0f}{settled:9.0f}", flush=True)
    screen = made[0]
    page = screen.page("people").bodies[0]
    keep_answering()
    pulse.measure(lambda: None, lambda: not screen._builder.isActive())
    file = Path(os.environ[paths.HOME_VARIABLE]) / "staff.csv"
    read: list[object] = []
    page.loading.read.connect(read.append)
    found: dict[str, list[tuple[float, float]]] = {}
    for name, deed in deeds(page).items():
        for number in range(ROUNDS):
            measured = pulse.measure(lambda: deed(number), lambda: True)  # noqa: B023
            found.setdefault(name, []).append(measured)
    for number in range(ROUNDS):
        lines = [f"{one.surname};{one.given};{number};late" for one in staff(count)]
        file.write_text("\n".join(["surname;given;position;shift", *lines]), "utf-8")
        for name, deed in loads(page, file).items():
            read.clear()
            measured = pulse.measure(
                lambda: deed(number),  # noqa: B023
                lambda: bool(read) or name == "take over",  # noqa: B023
            )
            found.setdefault(name, []).append(measured)
    for name, times in found.items():
        longest, settled = (statistics.median(column) for column in zip(*times, strict=True))
        worst = max(one[0] for one in times)
        print(f"{name:20}{longest:9.0f}{settled:9.0f}   worst {worst:.0f}", flush=True)
    screen.hide()
    screen.leave()
    keeper.close()
    program.processEvents()


if __name__ == "__main__":
    with home():
        main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
