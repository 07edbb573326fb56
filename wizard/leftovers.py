"""What a program that ended in the midst left behind: noted beforehand, cleared by the next."""

import os
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from wizard import owner, paths, presence, private, whole
from wizard.library.faults import BACKUP_FOLDER

PATIENCE = 1.0
"""Seconds that a command waits at its end for folders that do not answer."""
FORGOTTEN_AFTER = 90 * 24 * 3600
"""Seconds for which a folder is looked for that cannot be reached: an unplugged drive."""

_NOTES = "unfinished"
_OPENED = "opened"


@contextmanager
def noted(folder: Path) -> Iterator[None]:
    """Keep on the disk, for as long as the block lasts, that files are written into ``folder``.

    What earlier programs left half-written there goes first. A block within such a block costs
    nothing. Where the note cannot be kept, or there is no data folder, the files are written all
    the same: a folder that vanished is not made anew.
    """
    folder = folder.absolute()
    # One for each thread, so that it lasts for the longer of two that write side by side.
    which = f"{threading.get_ident()}-{zlib.crc32(os.fsencode(folder)):08x}"
    note = _place(_NOTES) / f"{owner.mark()}-{which}"
    if note.exists():
        yield
        return
    with suppress(OSError):
        _keep(note, folder)
    try:
        with suppress(OSError):
            whole.sweep(folder)
        yield
    finally:
        with suppress(OSError):
            note.unlink()


def opened_folder() -> Path:
    """The folder, made if need be, of files that this process lets another program show.

    It lies in the data folder, for its owner's eyes, and lasts until :func:`drop_opened`.
    Raises OSError where the data folder cannot be written to.
    """
    folder = _opened()
    _make(folder.parent)
    folder.mkdir(private.FOLDER, exist_ok=True)
    return folder


def drop_opened() -> None:
    """Remove that folder; what another program still holds open waits for the next start."""
    _remove(_opened())


def clear(library: Path) -> None:
    """Remove what ended programs left: in the data folder, beside the library, where noted.

    What cannot be reached stays for the next time. A folder that does not answer may hold this
    up: call it where nobody waits.
    """
    for folder in _left(_place(_OPENED)):
        _remove(folder)
    for note in _left(_place(_NOTES)):
        with suppress(OSError):
            _settle(note)
    for sign in _left(library.parent / presence.FOLDER):
        with suppress(OSError):
            sign.unlink()
    for folder in {paths.data_folder(), library.parent, library.parent / BACKUP_FOLDER}:
        with suppress(OSError):
            whole.sweep(folder)


def clearing(library: Path) -> threading.Thread:
    """:func:`clear` under way, in a thread that ends with the program."""
    thread = threading.Thread(target=clear, args=(library,), daemon=True, name="leftovers")
    thread.start()
    return thread


def _keep(note: Path, folder: Path) -> None:
    _make(note.parent)
    with open(os.open(note, os.O_CREAT | os.O_EXCL | os.O_WRONLY, private.FILE), "wb") as stream:
        stream.write(os.fsencode(folder))
        stream.flush()
        os.fsync(stream.fileno())
    whole.flush_folder(note.parent)


def _settle(note: Path) -> None:
    """Clear the folder of this note, and drop the note where that is done or hopeless."""
    folder = Path(os.fsdecode(note.read_bytes()))
    try:
        # An empty note is from before its folder was written to.
        if folder.is_absolute():
            whole.sweep(folder)
    except OSError:
        if time.time() - note.stat().st_mtime < FORGOTTEN_AFTER:
            return
    note.unlink()


def _remove(folder: Path) -> None:
    import shutil  # Only here: it loads every compression there is.

    shutil.rmtree(folder, ignore_errors=True)


def _left(folder: Path) -> list[Path]:
    """What ended processes have left in this folder."""
    with suppress(OSError):
        return [one for one in folder.iterdir() if owner.is_gone(one)]
    return []


def _opened() -> Path:
    return _place(_OPENED) / f"{owner.mark()}-files"


def _place(kind: str) -> Path:
    return paths.data_folder() / kind


def _make(place: Path) -> None:
    """Make a folder in the data folder, which is never made anew where it has gone."""
    place.mkdir(private.FOLDER, exist_ok=True)
