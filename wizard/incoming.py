"""Files that come from outside: their bytes, or the sentence that says why not."""

from pathlib import Path

from wizard.errors import UserError
from wizard.i18n import N_


def bytes_of(file: Path, most: int = -1) -> bytes:
    """The first ``most`` bytes of the file, all of them where it is negative.

    UserError where it cannot be read.
    """
    try:
        with file.open("rb") as stream:
            return stream.read(most)
    except OSError as error:
        raise UserError(
            N_("“{file}” cannot be read ({reason}). Choose another file."),
            file=str(file),
            reason=error.strerror,
        ) from error
