"""Why a file is no letterhead: one sentence each, with a way out."""

from wizard.errors import UserError
from wizard.i18n import N_

EMPTY = N_("“{file}” is empty. Choose the letterhead as it was saved from Word.")
OLD_WORD = N_(
    "“{file}” is a Word document of the old kind (.doc). Open it in Word, save it as “Word "
    "document (.docx)” and choose that."
)
LOCKED = N_(
    "“{file}” is protected with a password. Take the password off in Word and choose the file "
    "again."
)
OPEN_DOCUMENT = N_(
    "“{file}” is an OpenDocument file (.odt). Open it in LibreOffice, save it as Word (.docx) and "
    "choose that."
)
PDF = N_("“{file}” is a PDF. Ask whoever made it for the letterhead as a Word document (.docx).")
RTF = N_("“{file}” is a text in RTF. Open it in Word, save it as “Word document (.docx)”.")
PICTURE = N_(
    "“{file}” is a picture. Put it into the header of a Word document and choose that, or take it "
    "as the logo."
)
OTHER = N_("“{file}” is not a Word document (.docx). Open it in Word and save it as one.")
MACROS = N_(
    "“{file}” contains macros or other program code. Save it in Word as “Word document (.docx)”, "
    "which has none, and choose that."
)
STRICT = N_(
    "“{file}” is saved as “Strict Open XML”. Save it in Word as plain “Word document (.docx)” and "
    "choose that."
)
BROKEN = N_(
    "“{file}” is damaged and cannot be read to its end. Open it in Word, which can often repair "
    "it, and save it under a new name."
)
BROKEN_PART = N_(
    "“{file}” is damaged: its part “{part}” is missing or cannot be read. Open it in Word, which "
    "can often repair it, and save it under a new name."
)
SWOLLEN = N_(
    "“{file}” unpacks to far more than a letterhead needs. Copy header and footer into a new Word "
    "document, with smaller pictures, and choose that."
)
HARMFUL = N_(
    "“{file}” holds something that may do harm and that no letterhead needs ({what}). Copy header "
    "and footer into a new Word document and choose that."
)
FAR_TEMPLATE = N_(
    "“{file}” loads its template from elsewhere ({address}). Detach the template in Word, save the "
    "file and choose it again."
)
FAR_PICTURE = N_(
    "“{file}” shows a picture that is not in the file itself ({address}). Insert the picture in "
    "Word without a link, save the file and choose it again."
)
FAR_CONTENT = N_(
    "“{file}” loads something from elsewhere ({address}). Remove that link in Word, save the file "
    "and choose it again."
)
NO_ROOM = N_(
    "“{file}” leaves no room for text between its margins. Make the page larger or the margins "
    "smaller in Word, save the file and choose it again."
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTRY = 128
"""Bytes of an entry in the directory of a compound file; all begin at multiples of it."""
NAME_ROOM = 64
ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
PICTURE_STARTS = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"\xd7\xcd\xc6\x9a",
    b"<svg",
)  # fmt: skip
LONGEST_ADDRESS = 80


def stranger(content: bytes, file: str) -> UserError:
    """What a file that is no zip is, told by its content."""
    if not content:
        return UserError(EMPTY, file=file)
    if content.startswith(OLE):
        if _holds_stream(content, "EncryptedPackage"):
            return UserError(LOCKED, file=file)
        is_word = _holds_stream(content, "WordDocument")
        return UserError(OLD_WORD if is_word else OTHER, file=file)
    if content.startswith(ZIP_STARTS):
        return UserError(BROKEN, file=file)
    if b"%PDF-" in content[:1024]:
        return UserError(PDF, file=file)
    if content.startswith(b"{\\rtf"):
        return UserError(RTF, file=file)
    is_webp = content[:4] == b"RIFF" and content[8:12] == b"WEBP"
    if is_webp or content.startswith(PICTURE_STARTS):
        return UserError(PICTURE, file=file)
    return UserError(OTHER, file=file)


def harmful(file: str, what: str) -> UserError:
    """The file holds ``what``, named by its technical name."""
    return UserError(HARMFUL, file=file, what=shortened(what))


def broken(file: str, part: str = "") -> UserError:
    """The file is damaged, at this part where it is known."""
    if not part:
        return UserError(BROKEN, file=file)
    return UserError(BROKEN_PART, file=file, part=shortened(part))


def shortened(address: str) -> str:
    """Of an address or a name what fits into a sentence, on one line."""
    line = " ".join("".join(c if c.isprintable() else " " for c in address).split())
    return line if len(line) <= LONGEST_ADDRESS else line[: LONGEST_ADDRESS - 1] + "…"


def _holds_stream(content: bytes, name: str) -> bool:
    """Whether the directory of a compound file names this stream; the same word in a text is none.

    An entry keeps its name at its begin, and the name's length with its end mark after it.
    """
    wanted = name.encode("utf-16-le") + b"\x00\x00"
    place = content.find(wanted)
    while place >= 0:
        length = content[place + NAME_ROOM : place + NAME_ROOM + 2]
        if place % ENTRY == 0 and int.from_bytes(length, "little") == len(wanted):
            return True
        place = content.find(wanted, place + 1)
    return False
