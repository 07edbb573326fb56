"""What the tests of crashes stand on: a process that has ended, and what it would have left."""

import subprocess
import sys

import pytest

from wizard import owner


@pytest.fixture(scope="session")
def ended():
    """The id of a process that has ended."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


@pytest.fixture
def part_of():
    """``part_of(folder, process)``: a part as this process would have left it there."""

    def left(folder, process, *, host="", suffix=""):
        name = f".policy-wizard-{host or owner._host()}-{process}-0123abcd.part{suffix}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"half")
        return folder / name

    return left
