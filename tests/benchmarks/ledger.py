"""A ledger of 10,000 who signed 4 documents in 5 versions: ``python -m tests.benchmarks.ledger``.

``open``: from the wish to see the ledger to the table that shows it, the library's thread and the
window's together. ``mark``: from the mark of 1,000 people to the table and the counts that show
it; ``undo`` likewise. Medians of several rounds, once where each version asks everybody anew and
once where all but the first are minor, so that signatures of all versions count. The goals are
300 ms to open and 200 ms to mark. Who signs how, and on which day, differs from person to person.
"""

import datetime as dt
import statistics
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QApplication

from tests.benchmarks.measuring import home
from tests.benchmarks.people import staff
from ui import theme
from ui.__main__ import keep_answering
from ui.desk import Desk
from ui.keeper import Keeper
from ui.pages.acknowledgements import AcknowledgementsPage
from wizard import paths, saving, starting
from wizard.ledger import duties, picking
from wizard.ledger.picking import Target
from wizard.library import events, people, versions
from wizard.library.connection import Library
from wizard.library.events import Event
from wizard.library.versions import Publication, StoredEdition
from wizard.session import Session

COUNT, MARKED, VERSIONS, ROUNDS = 10_000, 1_000, 5, 7
DOCUMENTS = ("service-standard", "guide", "crisis-plan", "promise")
SETTLED = 5
"""Rounds of events after which nothing of an earlier deed is left to be shown."""
WAYS = ("paper", "email", "e-hr")
EVERYBODY = {"by": "everybody"}


def published(library: Library, count: int, *, major: bool) -> Session:
    """A project in which everybody has signed every document of every version."""
    project = starting.create(library, "Corner", example="cafe", language="en", facts=True)
    people.change(library, project.id, staff(count), ())
    everybody = people.people(library, project.id)
    first = dt.datetime.now().astimezone().date() - dt.timedelta(days=40 * VERSIONS)
    for number in range(1, VERSIONS + 1):
        day = first + dt.timedelta(days=40 * (number - 1))
        editions = tuple(
            StoredEdition(
                document=document,
                number=number,
                major=major or number == 1,
                base=number if major else 1,
                rule=EVERYBODY,
            )
            for document in DOCUMENTS
        )
        with library.transaction():
            versions.publish(
                library,
                project.id,
                Publication(
                    number=number, dated=day, note="x", sign_by=day + dt.timedelta(days=20),
                    languages=("en",), answers=b"", editions=editions, pages=(),
                ),
            )  # fmt: skip
            rules = duties.rules_of(library, project.id, number)
            begun = duties.begin(library, project.id, rules, day)
            events.record(library, project.id, begun)
            signed = (
                Event(
                    day + dt.timedelta(days=(place * 7 + number + column) % 20),
                    "signed", one.id, document, number, how=WAYS[(place + number) % 3],
                )
                for place, one in enumerate(everybody)
                for column, document in enumerate(DOCUMENTS)
            )  # fmt: skip
            events.record(library, project.id, signed)
    return saving.opened(library, project)


def mark(page: AcknowledgementsPage) -> None:
    """Mark the chosen people as having signed the guide, the same once more."""
    ids = [one.id for one in page.table.chosen()]
    meant = [Target(one, "guide", picking.own_way(page.clerk.ledger, one, "guide")) for one in ids]
    page.clerk.mark("signed", meant, page.desk.today)


def taken(deed: Callable[[], object], done: list[object], keeper: Keeper) -> float:
    """The milliseconds until something was added to the list, once nothing else is under way."""
    while not keeper.is_idle:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    for _ in range(SETTLED):
        QApplication.processEvents()
    done.clear()
    start = time.perf_counter()
    deed()
    while not done:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def measure(count: int, *, major: bool) -> dict[str, float]:
    """The medians of one case."""
    keeper = Keeper(paths.library_file().with_name(f"{major}.sqlite"))
    session = keeper.ask(lambda library: published(library, count, major=major))
    page = AcknowledgementsPage(Desk(keeper, session))
    page.resize(1000, 700)
    page.show()
    done: list[object] = []
    # Connected last: the page has then shown what it is told here.
    page.clerk.read.connect(done.append)
    page.clerk.noted.connect(lambda *_told: done.append(_told))
    page.clerk.undone.connect(lambda *_told: done.append(_told))
    found: dict[str, list[float]] = {"open": [], "mark": [], "undo": []}
    for _ in range(ROUNDS):
        found["open"].append(taken(page.refresh, done, keeper))
    for _ in range(ROUNDS):
        rows = QItemSelection(page.model.index(0, 0), page.model.index(min(MARKED, count) - 1, 0))
        flag = QItemSelectionModel.SelectionFlag
        page.table.selectionModel().select(rows, flag.ClearAndSelect | flag.Rows)
        found["mark"].append(taken(lambda: mark(page), done, keeper))
        found["undo"].append(taken(page.clerk.undo, done, keeper))
    page.hide()
    keeper.close()
    return {name: statistics.median(times) for name, times in found.items()}


def main(count: int) -> None:
    """Print one line a case."""
    program = QApplication([])
    theme.apply("light")
    keep_answering()
    total = count * len(DOCUMENTS) * (VERSIONS + 1)
    print(f"{count:,} people, about {total:,} events{'open':>9}{'mark':>9}{'undo':>9}  (ms)")
    for name, major in (("every version major", True), ("all but the first minor", False)):
        found = measure(count, major=major)
        print(f"{name:38}" + "".join(f"{ms:9.0f}" for ms in found.values()), flush=True)
    program.processEvents()


if __name__ == "__main__":
    with home():
        main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
