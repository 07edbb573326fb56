"""Files written whole or not at all: a part is made beside the place, then takes it in one step."""

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from wizard import owner
from wizard.private import FILE

FOR_ALL = 0o666
"""What the system lets others do is taken off this, by its umask."""
OF_SQLITE = ("-wal", "-shm", "-journal")
"""What SQLite may put beside a file that it works on."""

# Not named after the target, whose name may be as long as a name can be.
_PREFIX, _SUFFIX = ".policy-wizard-", ".part"
_PART = re.compile(
    re.escape(_PREFIX) + r"[0-9a-f]{8}-\d+-[0-9a-f]{8}" + re.escape(_SUFFIX)
    + f"({'|'.join(OF_SQLITE)})?",
    re.ASCII,
)  # fmt: skip


@contextmanager
def replacing(target: Path, *, private: bool = False) -> Iterator[Path]:
    """An empty file in the folder of ``target``, whose place it takes when the block ends.

    Before, its content is forced to the disk. A block that fails leaves ``target`` as it was, and
    nothing beside it. ``private`` files are for their owner alone, others as the system has it.
    Raises OSError where the folder cannot be written to, or ``target`` is there and no file.
    """
    if target.exists() and not target.is_file():
        # A device or a pipe would give way to our file where we may write to its folder.
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(target))
    part = target.with_name(f"{_PREFIX}{owner.mark()}-{os.urandom(4).hex()}{_SUFFIX}")
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, FILE if private else FOR_ALL))
    try:
        yield part
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        os.replace(part, target)
    finally:
        for one in of_sqlite(part):
            with suppress(OSError):
                one.unlink()
    flush_folder(target.parent)


def of_sqlite(path: Path) -> list[Path]:
    """The file at this path and what SQLite may put beside it."""
    return [path, *(path.with_name(path.name + suffix) for suffix in OF_SQLITE)]


def write(target: Path, content: bytes, *, private: bool = False) -> None:
    """Put the bytes at ``target`` as :func:`replacing` does."""
    with replacing(target, private=private) as part:
        part.write_bytes(content)


def flush_folder(folder: Path) -> None:
    """Force to the disk which files the folder has, where the system can do that."""
    # Windows cannot open a folder; it keeps the order of such changes by itself.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sweep(folder: Path) -> None:
    """Remove the parts in this folder whose process has ended before it was done with them.

    What cannot be removed stays. Raises OSError where the folder cannot be read.
    """
    for name in os.listdir(folder):
        if _PART.fullmatch(name):
            part = folder / name
            with suppress(OSError):
                if owner.is_gone(part):
                    part.unlink()
