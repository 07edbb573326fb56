"""The parts of a zip, unpacked with care: never more than the limits, whatever the file claims."""

import io
import re
import zipfile
from urllib.parse import unquote

from wizard.documents.letterheads import refusals
from wizard.errors import UserError

MOST_PARTS = 1_000
MOST_UNPACKED = 50_000_000
"""Pictures of a letterhead may be bitmaps: large, but packed well."""
MOST_RATIO = 200
RATIO_FROM = 4_000_000
"""Smaller parts may be packed as tightly as they like: a white bitmap is."""
CHUNK = 256 * 1024
IS_LOCKED = 0x1
MACINTOSH = "__macosx/"
ALLOWED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
DRIVE = re.compile(r"[a-zA-Z]:")


def unpacked(content: bytes, file: str) -> dict[str, bytes]:
    """Each part by its key (see :func:`key`), checked against its checksum.

    UserError where the file is no zip, damaged, locked, too large when unpacked, or oddly named.
    """
    if not content.startswith(refusals.ZIP_STARTS):
        raise refusals.stranger(content, file)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = _entries(archive, file)
            return _read(archive, entries, file)
    except UserError:
        raise
    except Exception as error:  # whatever a damaged file leads zlib and zipfile into
        raise refusals.broken(file) from error


def key(name: str) -> str:
    """The one spelling of a part's name: the format tells neither case nor escapes apart."""
    return unquote(name).lower()


def _entries(archive: zipfile.ZipFile, file: str) -> dict[str, zipfile.ZipInfo]:
    everything = archive.infolist()
    if len(everything) > MOST_PARTS or sum(one.file_size for one in everything) > MOST_UNPACKED:
        raise UserError(refusals.SWOLLEN, file=file)
    found: dict[str, zipfile.ZipInfo] = {}
    for one in everything:
        # The name as it is written: zipfile ends it at a NUL and turns separators of Windows.
        name = one.orig_filename
        part = key(name)
        if _is_odd(part) or _is_odd(name):
            raise refusals.harmful(file, name)
        if one.is_dir() or part.startswith(MACINTOSH):
            continue
        if part in found:
            raise refusals.harmful(file, name)
        if one.flag_bits & IS_LOCKED:
            raise UserError(refusals.LOCKED, file=file)
        if one.compress_type not in ALLOWED:
            raise refusals.broken(file, name)
        is_large = one.file_size > RATIO_FROM
        if is_large and one.file_size > MOST_RATIO * max(1, one.compress_size):
            raise UserError(refusals.SWOLLEN, file=file)
        found[part] = one
    return found


def _is_odd(name: str) -> bool:
    return (
        name.startswith("/")
        or "\\" in name
        or DRIVE.match(name) is not None
        or not name.isprintable()
        or any(piece in {".", ".."} for piece in name.split("/"))
    )


def _read(
    archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], file: str
) -> dict[str, bytes]:
    left = MOST_UNPACKED
    parts = {}
    for part, entry in entries.items():
        pieces = []
        with archive.open(entry) as stream:
            while piece := stream.read(CHUNK):
                left -= len(piece)
                if left < 0:  # What is counted is what comes out, not what was claimed.
                    raise UserError(refusals.SWOLLEN, file=file)
                pieces.append(piece)
        parts[part] = b"".join(pieces)
        if len(parts[part]) != entry.file_size:
            raise refusals.broken(file, entry.filename)
    return parts
