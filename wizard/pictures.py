"""What a file is that somebody chose as a logo or a letterhead, told by its content."""

from pathlib import Path

from wizard import incoming
from wizard.errors import UserError
from wizard.i18n import N_

MOST_BYTES = 10_000_000
MEDIA_TYPES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WORD_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template"


def logo(file: Path) -> tuple[bytes, str]:
    """The bytes of a PNG or JPEG and its media type; UserError for anything else."""
    content = _read(file)
    for start, media_type in MEDIA_TYPES.items():
        if content.startswith(start):
            return content, media_type
    raise UserError(
        N_("“{file}” is not a PNG or JPEG picture. Save the logo as one and choose that."),
        file=file.name,
    )


def letterhead(file: Path) -> tuple[bytes, str]:
    """The bytes of a Word file and its media type.

    UserError for anything that may not be a letterhead, see ``wizard.documents.letterheads``.
    """
    from wizard.documents.letterheads.letterhead import inspect  # Only here: lxml takes its time.

    content = _read(file)
    return content, WORD_TEMPLATE if inspect(content, file.name).is_template else WORD


def _read(file: Path) -> bytes:
    content = incoming.bytes_of(file, MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise UserError(N_("“{file}” is larger than 10 MB. Choose a smaller one."), file=file.name)
    return content
