"""A disk that is full or read-only: one sentence each, nothing half-written, and work goes on."""

import json
import os
import shutil
import subprocess
import sys

import pytest

CHILD = "tests.reliability.on_a_small_disk"
ALONE = ["unshare", "--map-root-user", "--mount"]
"""A mount of our own, which needs no rights and ends with the process."""


def can_mount(folder):
    """Whether this system lets a process have a disk of its own."""
    if shutil.which("unshare") is None:
        return False
    trial = [*ALONE, "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    return subprocess.run(trial, capture_output=True, check=False).returncode == 0


@pytest.fixture
def told(tmp_path):
    """What happened on a disk of 3 MB, step by step: what was tried, and what was said."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not can_mount(disk):
        pytest.skip("this system lets no process have a disk of its own")
    script = 'mount -t tmpfs -o size=3m tmpfs "$1" && exec "$2" -m "$3" "$1"'
    done = subprocess.run(
        [*ALONE, "sh", "-c", script, "sh", str(disk), sys.executable, CHILD],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"POLICY_WIZARD_HOME": str(tmp_path / "home")},
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_deed_on_a_full_and_on_a_read_only_disk_is_one_sentence_and_harms_nothing(told):
    deeds = ["save", "back up", "import", "export", "save as", "move"]
    full, new_files, opening, read_only, again = told[:6], told[6], told[7], told[8:11], told[11:17]
    assert [what for what, _ in full] == [what for what, _ in again] == deeds
    for what, sentence in full:
        assert "full" in sentence or "No space left" in sentence, what
    assert new_files == ["new files", []]
    for what, sentence in (opening, *read_only):
        assert "cannot be" in sentence, what
    assert [sentence for _, sentence in again] == [""] * 6
    assert told[17:] == [["kept", ["ok", "Tea Corner"]]]
