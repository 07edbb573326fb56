"""What is saved, loaded and listed, against bare sqlite3: ``python -m tests.benchmarks.storing``.

One answer is saved as the window saves it after each pause in typing, whole and durable, with its
entry in the journal; the floor adds 4 kB to a file and waits until they lie on the disk. A project
with 100 people is loaded as the library gives it to a session; the list of 1,000 projects is that
of the first screen. The floor of both fetches the same rows as tuples by sqlite3 alone.
"""

import itertools
import os
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.measuring import Line, home, medians, table
from tests.benchmarks.people import staff
from wizard import saving, starting
from wizard.interview.places import Place
from wizard.library import answers, people, projects, rejected
from wizard.library.connection import Library, open_library
from wizard.library.journal import Visit
from wizard.session import Batch, Session

PEOPLE, PROJECTS = 100, 1_000
SAVES, READS = 301, 51
BLOCK = 4096
TYPED = Place("service", "purpose")


def autosave(library: Library, session: Session, folder: Path) -> list[Line]:
    """One pause in typing, its statements by sqlite3 alone, and 4 kB that reach the disk."""
    project, visit = session.project.id, Visit()
    ready = iter([_typed(session, number) for number in range(SAVES + 4)])
    block = os.urandom(BLOCK)
    file = os.open(folder / "floor", os.O_CREAT | os.O_WRONLY | os.O_APPEND)

    def save() -> None:
        saving.save(library, project, next(ready), visit=visit)

    def write() -> None:
        os.write(file, block)
        os.fdatasync(file)

    save()
    found = medians({"ours": save, "bare": _bare(library, save), "floor": write}, SAVES)
    os.close(file)
    return [
        Line("durable autosave of one answer", found["ours"], found["floor"], 1.5),
        Line("the same statements by sqlite3 alone", found["bare"], found["floor"]),
    ]


def load(library: Library, project: str) -> Line:
    """All steps, people and rejected values of a project."""

    def ours() -> None:
        answers.load(library, project)
        people.people(library, project)
        rejected.rejected(library, project)

    found = medians({"ours": ours, "floor": _bare(library, ours)}, READS)
    return Line(f"a project with {PEOPLE} people loaded", found["ours"], found["floor"], 1.5)


def listing(library: Library) -> Line:
    """The list of the first screen."""
    for number in range(PROJECTS - len(projects.projects(library))):
        projects.create(library, f"Corner {number}", trade="cafe", country="GB", steps={})

    def ours() -> None:
        projects.projects(library)

    found = medians({"ours": ours, "floor": _bare(library, ours)}, READS)
    return Line(f"{PROJECTS:,} projects listed", found["ours"], found["floor"], 1.1)


def _typed(session: Session, number: int) -> Batch:
    """What the session has to save after so many pauses in typing."""
    session.give(TYPED, f"We answer everybody who writes to us, {number} times if need be.")
    batch = session.unsaved()
    session.saved(batch)
    return batch


def _bare(library: Library, work: Callable[[], object]) -> Callable[[], object]:
    """Bare sqlite3 that runs the statements of the work and fetches what it reads.

    Those of two runs by turns: SQLite writes no row that would be what it was.
    """
    runs: list[list[str]] = []
    for _ in range(2):
        runs.append([])
        library.connection.set_trace_callback(runs[-1].append)
        work()
    library.connection.set_trace_callback(None)
    turns = itertools.cycle(runs)

    def run() -> None:
        for statement in next(turns):
            library.connection.execute(statement).fetchall()

    return run


def lines() -> list[Line]:
    """All that is stored and read."""
    with home() as folder, open_library(folder / "library", daily_backup=False) as library:
        project = starting.create(library, "Corner", example="cafe", language="en", facts=True)
        people.change(library, project.id, staff(PEOPLE), ())
        session = saving.opened(library, project)
        return [
            *autosave(library, session, folder),
            load(library, project.id),
            listing(library),
        ]


if __name__ == "__main__":
    print(table(lines()))
