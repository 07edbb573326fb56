"""What a file is that somebody chose as a logo or a letterhead, told by its content."""

from pathlib import Path

from wizard import incoming
from wizard.errors import UserError
from wizard.i18n import N_

MOST_BYTES = 10_000_000
NO_PICTURE = N_(
    "“{file}” is not a picture that can be printed. Save the logo as PNG, JPEG or SVG and choose "
    "that."
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WORD_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template"


def logo(file: Path) -> tuple[bytes, str]:
    """The bytes of a PNG or JPEG and its media type; UserError for anything else."""
    return logo_of(content_of(file), file.name)


def logo_of(content: bytes, name: str) -> tuple[bytes, str]:
    """The same of bytes that are at hand; ``name`` is what the person calls them."""
    from wizard.documents.logo import read  # Only here: it needs python-docx.

    try:
        return content, read(content).media_type
    except ValueError as error:
        raise UserError(NO_PICTURE, file=name) from error


def letterhead(file: Path) -> tuple[bytes, str]:
    """The bytes of a Word file and its media type.

    UserError for anything that may not be a letterhead, see ``wizard.documents.letterheads``.
    """
    from wizard.documents.letterheads.letterhead import inspect  # Only here: lxml takes its time.

    content = content_of(file)
    return content, WORD_TEMPLATE if inspect(content, file.name).is_template else WORD


def content_of(file: Path) -> bytes:
    """The bytes of a file that is not too large; UserError otherwise."""
    content = incoming.bytes_of(file, MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise UserError(N_("“{file}” is larger than 10 MB. Choose a smaller one."), file=file.name)
    return content
