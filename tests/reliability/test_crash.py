"""A crash at any moment loses at most the last half second, and leaves nothing half-written.

A robot works in the real window, in a process of its own, which is killed without warning. What it
had told of is then looked for in the library, opened as the next start opens it.
"""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.reliability import robot
from wizard import clock, export, paths, saving, settings, starting
from wizard.commands import program
from wizard.library import files, projects
from wizard.library.connection import open_library

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 0.5
"""Seconds of work that a crash may cost, not counting those in which the machine did else."""
USUAL_KILLS, LONG_KILLS = 20, 200
SHORTEST, LONGEST = 0.05, 1.5
"""Seconds that the robot works before it is killed."""
NEVER = float("-inf")


@dataclass
class Found:
    """What was found after some kills; ages in seconds before the kill."""

    kills: int = 0
    answers: int = 0
    moves: int = 0
    parts: int = 0
    youngest_saved: float = float("inf")
    oldest_lost: float = NEVER
    longest_lost: float = NEVER
    """As the clock has it, with the time in which the machine did something else."""

    def __str__(self):
        return (
            f"{self.kills} kills, {self.moves} values given, {self.answers} answers checked, "
            f"youngest saved {self.youngest_saved * 1000:.0f} ms, "
            f"oldest lost {self.oldest_lost * 1000:.0f} ms "
            f"({self.longest_lost * 1000:.0f} ms by the clock), {self.parts} parts swept"
        )


@dataclass
class Told:
    """What the robot says, read as it comes: by place, when each value was given, and how busy.

    ``killed`` is the moment of the kill, ``waited`` what the robot was held up by until then.
    """

    values: dict = field(default_factory=lambda: defaultdict(list))
    begun: Event = field(default_factory=Event)
    killed: float = 0.0
    waited: float = 0.0

    def read(self, stream):
        for line in stream:
            # The last line may be torn: it was not told.
            if line.endswith(b"\n"):
                at, place, value, waited = json.loads(line)
                if at and place not in self.values:
                    # Somebody new: nobody stood there before.
                    self.values[place].append((0.0, None, 0.0))
                self.values[place].append((at, value, waited))
                if at:
                    self.begun.set()
        self.begun.set()

    @property
    def moves(self):
        return sum(len(told) - 1 for told in self.values.values())


@dataclass(frozen=True)
class Desk:
    """Where the robot works: the data folder, the folder for files, the project."""

    home: Path
    out: Path
    project: str
    kept: Path

    def put_back(self):
        """Everything as it was before the first crash, so that a seed makes the same robot."""
        for folder in (self.home, self.out):
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(self.kept / folder.name, folder)


@pytest.fixture
def desk(home, tmp_path):
    """A café with all its facts and people, exported once, and saved as a file."""
    out = tmp_path / "out"
    out.mkdir()
    with open_library(paths.library_file()) as library:
        made = starting.create(library, "Corner", example="cafe", language="en", facts=True)
        answers = saving.opened(library, made).answers
        for order in export.orders(answers, ["en"], robot.DOCUMENTS):
            done = export.write(order, out, clock.today(), lambda _path: None)
            export.remember(library, made.id, done)
        files.save_as(library, made.id, out / "copy.policies")
    settings.save(settings.Settings())
    for folder in (home, out):
        shutil.copytree(folder, tmp_path / "kept" / folder.name)
    return Desk(home, out, made.id, tmp_path / "kept")


def work_and_be_killed(desk, seed):
    """What the robot told until it was killed."""
    told, moment = Told(), random.Random(seed)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.reliability.robot", desk.project, str(desk.out), str(seed)],
        cwd=ROOT,
        env=os.environ | {"POLICY_WIZARD_HOME": str(desk.home), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        reader = Thread(target=told.read, args=(child.stdout,))
        reader.start()
        assert told.begun.wait(60), "the window does not open"
        try:
            child.wait(moment.uniform(SHORTEST, LONGEST))
        except subprocess.TimeoutExpired:
            told.waited, told.killed = robot.waited(child.pid), time.monotonic()
            child.kill()
        else:
            pytest.fail(f"the robot stopped by itself:\n{child.stderr.read().decode()}")
        reader.join()
    return told


def parts_in(*folders):
    return [
        file
        for folder in folders
        for file in folder.rglob("*")
        if file.is_file() and (".part" in file.name or file.name.endswith("-journal"))
    ]


def check_library(desk, told, found):
    """Every answer of the library was given, and none that stands there is older than it may be."""
    with open_library(desk.home / "library.sqlite", make=False) as library:
        assert library.read(str, "PRAGMA integrity_check") == ["ok"]
        assert library.read(str, "PRAGMA foreign_key_check") == []
        stored = robot.states_of(saving.opened(library, projects.must_exist(library, desk.project)))
    assert set(stored) <= set(told.values), "somebody who was never given"
    for place, given in told.values.items():
        value = json.loads(json.dumps(stored.get(place)))
        # The newest moment at which this value stood there.
        last = max((number for number, one in enumerate(given) if one[1] == value), default=None)
        assert last is not None, f"{place} holds what was never given: {value}"
        found.answers += 1
        if given[last][0]:
            found.youngest_saved = min(found.youngest_saved, told.killed - given[last][0])
        if last + 1 < len(given):
            at, _, waited = given[last + 1]
            lost, held_up = told.killed - at, max(0, told.waited - waited)
            found.oldest_lost = max(found.oldest_lost, lost - held_up)
            found.longest_lost = max(found.longest_lost, lost)
            assert lost - held_up <= LIMIT, (
                f"{place} has lost what was given {lost * 1000:.0f} ms before the kill, "
                f"{held_up * 1000:.0f} ms of which the machine was busy"
            )


def check_files(desk):
    """No part is left, every file is whole, and none of those from before is gone."""
    assert parts_in(desk.home, desk.out) == []
    before = {file.name for file in (desk.kept / desk.out.name).iterdir()}
    assert {file.name for file in desk.out.iterdir()} >= before
    for file in desk.out.iterdir():
        if file.suffix == ".docx":
            with zipfile.ZipFile(file) as document:
                assert document.testzip() is None
                assert "word/document.xml" in document.namelist()
    for file in (desk.home / "backups").iterdir():
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as raw:
            assert raw.execute("PRAGMA quick_check").fetchall() == [("ok",)], file
    with open_library(":memory:") as elsewhere:
        files.open_file(elsewhere, desk.out / "copy.policies")
    json.loads((desk.home / "settings.json").read_text("utf-8"))
    assert list((desk.home / "unfinished").iterdir()) == []


def survive(desk, seeds):
    """Be killed once for each seed; what was found after all of it."""
    found = Found()
    for seed in seeds:
        desk.put_back()
        told = work_and_be_killed(desk, seed)
        left = parts_in(desk.home, desk.out)
        # The program's own start, as any command makes it.
        assert program.run(["list"]) == 0
        found.kills, found.moves = found.kills + 1, found.moves + told.moves
        found.parts += len([file for file in left if ".part" in file.name])
        try:
            check_library(desk, told, found)
            check_files(desk)
        except AssertionError as failure:
            raise AssertionError(f"seed {seed}, after {found}: {failure}") from failure
    return found


def test_a_crash_loses_at_most_half_a_second_and_leaves_nothing_half_written(desk, capsys):
    start = random.randrange(1_000_000)
    found = survive(desk, range(start, start + USUAL_KILLS))
    assert found.kills == USUAL_KILLS
    assert found.moves > USUAL_KILLS


@pytest.mark.long
def test_two_hundred_crashes_lose_no_more(desk, capsys):
    found = survive(desk, range(LONG_KILLS))
    with capsys.disabled():
        print(f"\n{found}")
    assert found.moves > LONG_KILLS
