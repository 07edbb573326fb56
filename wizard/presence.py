"""Who has a project open: each window puts a sign into the folder ``open`` beside the library."""

import os
from contextlib import suppress
from pathlib import Path

from wizard import owner, private

FOLDER = "open"


class Presence:
    """The sign of one window at one project; what cannot be written or read is nobody's sign."""

    def __init__(self, library: Path, project: str) -> None:
        self._folder = library.parent / FOLDER
        # A dot, so that the id is never taken for a part of the mark behind it.
        self._kind = f"{project}."
        self._sign = self._folder / f"{self._kind}{owner.mark()}-{os.urandom(4).hex()}"

    def enter(self) -> None:
        """Put the sign up; it may be up already."""
        with suppress(OSError):
            private.make_folder(self._folder)
            os.close(os.open(self._sign, os.O_CREAT | os.O_RDWR, private.FILE))

    def leave(self) -> None:
        """Take the sign down."""
        with suppress(OSError):
            self._sign.unlink()

    def has_company(self) -> bool:
        """Whether another window has the project open; signs of windows that crashed go."""
        signs: list[Path] = []
        with suppress(OSError):
            signs += (one for one in self._folder.iterdir() if one.name.startswith(self._kind))
        return any(_stands(one) for one in signs if one != self._sign)


def _stands(sign: Path) -> bool:
    try:
        if not owner.is_gone(sign):
            return True
        sign.unlink()
    except OSError:
        pass  # Its window has taken it down meanwhile, or it cannot be removed.
    return False
