"""What a program meets on a disk of its own that is full, or read-only; run by ``test_disk``.

``python -m tests.reliability.on_a_small_disk FOLDER`` prints one JSON object a line: what was
tried, and the sentence that it got, empty where it went well. The folder is a small disk already.
"""

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from wizard import export, saving, starting
from wizard.errors import UserError
from wizard.interview.places import Place
from wizard.library import answers, backups, files, moving, people, projects
from wizard.library.connection import Library, open_library
from wizard.library.people import Person

NAME = Place("business", "name")
TODAY = dt.date(2026, 12, 1)
LONG = "x" * 60_000


def tried(what: str, deed: Callable[[], object]) -> None:
    """Do it and tell how it went."""
    try:
        deed()
    except UserError as error:
        print(json.dumps([what, str(error)]), flush=True)
    else:
        print(json.dumps([what, ""]), flush=True)


def names_in(folder: Path) -> list[str]:
    """All files of the folder and below it."""
    return sorted(str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file())


def work(library: Library, project: projects.Project, text: str) -> None:
    """Save, back up, import: what is written beside the library."""
    session = saving.opened(library, project)
    session.give(NAME, text)
    tried("save", lambda: saving.save_session(library, session))
    tried("back up", lambda: backups.daily(library, today=TODAY))
    tried("import", lambda: people.change(library, project.id, staff(), ()))


def send(library: Library, project: projects.Project, folder: Path) -> None:
    """Export, save as a file, move the library: what is written into a folder."""
    given = saving.opened(library, project).answers
    (order,) = export.orders(given, ["en"], ["promise"])
    tried("export", lambda: export.write(order, folder, TODAY, lambda _path: None))
    tried("save as", lambda: files.save_as(library, project.id, folder / "one.policies"))
    tried("move", lambda: moving.copy_to(library, folder / "moved.sqlite"))


def staff() -> list[Person]:
    """Enough people to fill what is left."""
    return [Person(surname=f"Surname{number} " * 20) for number in range(300)]


def fill(folder: Path) -> Path:
    """Fill the disk to the last byte with one file."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as stream:
        for size in (4096, 512, 1):
            try:
                while stream.write(b"x" * size):
                    pass
            except OSError:
                continue
    return filler


def remount(folder: Path, how: str) -> None:
    """Make the disk read-only, or no longer."""
    subprocess.run(["mount", "-o", f"remount,{how}", str(folder)], check=True)


def main(folder: Path) -> None:
    """One after the other, on one library."""
    path = folder / "library.sqlite"
    with open_library(path, daily_backup=False) as library:
        project = starting.create(library, "Corner", example="cafe", language="en", facts=True)
        before = names_in(folder)
        filler = fill(folder)
        work(library, project, LONG)
        send(library, project, folder)
        filler.unlink()
        print(json.dumps(["new files", sorted(set(names_in(folder)) - set(before))]))
    remount(folder, "ro")
    tried("open", lambda: open_library(path))
    with open_library(":memory:") as elsewhere:
        other = starting.create(elsewhere, "Corner", example="cafe", language="en", facts=True)
        send(elsewhere, other, folder)
    remount(folder, "rw")
    with open_library(path, daily_backup=False) as library:
        work(library, project, "Tea Corner")
        send(library, project, folder)
        (sound,) = library.read(str, "PRAGMA integrity_check")
        kept = answers.load(library, project.id)["business"]["name"]
        print(json.dumps(["kept", [sound, kept]]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
