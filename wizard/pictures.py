"""What a file is that somebody chose as a logo or a letterhead, told by its content."""

import io
import zipfile
from pathlib import Path

from wizard import incoming
from wizard.errors import UserError
from wizard.i18n import N_

MOST_BYTES = 10_000_000
MEDIA_TYPES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


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
    """The bytes of a Word document and its media type; UserError for anything else."""
    content = _read(file)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if "word/document.xml" in parts.namelist():
                return content, WORD
    except (zipfile.BadZipFile, NotImplementedError):
        pass
    raise UserError(
        N_("“{file}” is not a Word document (.docx). Open it in Word and save it as one."),
        file=file.name,
    )


def _read(file: Path) -> bytes:
    content = incoming.bytes_of(file, MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise UserError(N_("“{file}” is larger than 10 MB. Choose a smaller one."), file=file.name)
    return content
