"""Several programs at once on one library: nobody hears of a lock, and nothing is lost."""

import json
import subprocess
import sys
from contextlib import closing

import pytest

from wizard import saving, starting
from wizard.interview.places import Place
from wizard.library import journal, people, projects
from wizard.library.connection import open_library

WINDOW = """
import json, sys
from PySide6.QtCore import QCoreApplication
from ui.__main__ import application
from ui.desk import Desk
from ui.keeper import Keeper
from wizard import saving
from wizard.interview.places import Place
from wizard.library import projects

file, project, name, times = sys.argv[1:]
program = application(["test"])
keeper = Keeper(file)
desk = Desk(keeper, keeper.ask(lambda one: saving.opened(one, projects.must_exist(one, project))))
trouble = []
desk.trouble.connect(lambda error: trouble.append(str(error)))
welcome = Place("community", "welcome")
for number in range(int(times)):
    rows = desk.raw(welcome)
    desk.give(welcome, [*rows, {"id": f"{name}-{number}", "text": f"{name} says {number}"}])
    desk.give(Place("business", "name"), f"{name} {number}")
    desk.leave()
    while not keeper.is_idle:
        program.processEvents()
keeper.close()
print(json.dumps(trouble))
"""
COMMANDS = """
import contextlib, io, json, sys
from pathlib import Path
from wizard.__main__ import main

file, project, folder, times = sys.argv[1:]
trouble = []
for number in range(int(times)):
    answers, staff = Path(folder) / "answers.json", Path(folder) / "staff.csv"
    answers.write_text(json.dumps({"business": {"city": f"city {number}"}}), "utf-8")
    staff.write_text(f"surname,given\\nCommand{number},Ann\\n", "utf-8")
    for command in (
        ["answers", project, "--set", str(answers)],
        ["people", project, "--import", str(staff)],
        ["publish", project, "--note", "n"],
        ["list"],
    ):
        told = io.StringIO()
        with contextlib.redirect_stderr(told), contextlib.redirect_stdout(io.StringIO()):
            code = main(["--library", file, *command])
        if code and "published" not in told.getvalue() and "changed" not in told.getvalue():
            trouble.append(told.getvalue())
print(json.dumps(trouble))
"""
LONG_WRITER = """
import json, sys
from wizard import clock, staffing
from wizard.errors import UserError
from wizard.library import backups, people
from wizard.library.connection import open_library
from wizard.library.people import Person

file, project, many, times = sys.argv[1:]
trouble = []
with open_library(file, daily_backup=False) as library:
    for turn in range(int(times)):
        try:
            with library.transaction():
                here = people.people(library, project)
                new = [Person(surname=f"Long{turn}", given=str(one)) for one in range(int(many))]
                staffing.replace_all(library, project, [*here, *new], clock.today())
            backups.daily(library)
        except UserError as error:
            trouble.append(str(error))
        library.compact()
print(json.dumps(trouble))
"""


@pytest.fixture
def library_file(home):
    return home / "library.sqlite"


@pytest.fixture
def project(library_file):
    with open_library(library_file, daily_backup=False) as library:
        return starting.create(library, "Café", example="cafe", language="en", facts=True).id


def begin(script, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def trouble_of(program):
    """What somebody was told of that program's troubles; it must have run to its end."""
    with closing(program.stdout), closing(program.stderr):
        told, complaint = program.communicate(timeout=540)
    assert program.returncode == 0, complaint
    return json.loads(told.splitlines()[-1])


def all_at_once(file, project, folder, *, windows, saves, commands, many, turns):
    """Let them work side by side, and check what is left."""
    names = [f"w{number}" for number in range(windows)]
    programs = [begin(WINDOW, file, project, name, saves) for name in names]
    programs.append(begin(COMMANDS, file, project, folder, commands))
    programs.append(begin(LONG_WRITER, file, project, many, turns))
    assert [trouble_of(program) for program in programs] == [[]] * len(programs)
    with open_library(file, daily_backup=False) as library:
        assert library.read_one(str, "PRAGMA integrity_check") == "ok"
        session = saving.opened(library, projects.must_exist(library, project))
        ids = {row["id"] for row in session.raw(Place("community", "welcome"))}
        assert {f"{name}-{number}" for name in names for number in range(saves)} <= ids
        assert session.answers.business.city.own == f"city {commands - 1}"
        listed = {(one.surname, one.given) for one in people.people(library, project)}
        assert {(f"Command{number}", "Ann") for number in range(commands)} <= listed
        assert {(f"Long{turn}", str(many - 1)) for turn in range(turns)} <= listed
        told = {
            entry.change.new
            for entry in journal.entries(library, project, step="business", limit=-1)
            if entry.change.field == "name"
        }
        assert {f"{name} {number}" for name in names for number in range(saves)} <= told


def test_two_windows_commands_and_a_long_writer_never_hear_of_a_lock(
    library_file, project, tmp_path
):
    all_at_once(
        library_file, project, tmp_path, windows=2, saves=60, commands=4, many=2000, turns=2
    )


@pytest.mark.long
def test_three_windows_commands_and_a_very_long_writer_never_hear_of_a_lock(
    library_file, project, tmp_path
):
    all_at_once(
        library_file, project, tmp_path, windows=3, saves=300, commands=25, many=10_000, turns=2
    )
