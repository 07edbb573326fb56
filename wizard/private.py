"""Files and folders for the owner's eyes only, where the system has permissions."""

import os
import stat
from contextlib import suppress
from pathlib import Path

FILE, FOLDER = 0o600, 0o700


def make_folder(folder: Path) -> None:
    """Make the folder, and those above it that are missing, for the owner alone; OSError."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        # One by one: the parents that mkdir makes by itself follow the umask.
        one.mkdir(FOLDER, exist_ok=True)


def opener(path: str, flags: int) -> int:
    """For ``open``: a file that is made is the owner's alone."""
    return os.open(path, flags, FILE)


def narrow(file: Path) -> None:
    """Take a file of ours from the eyes of others; one that is not ours to change stays."""
    with suppress(OSError):
        mode = file.stat().st_mode
        if os.name == "posix" and stat.S_ISREG(mode) and stat.S_IMODE(mode) & ~FILE:
            file.chmod(stat.S_IMODE(mode) & FILE)
