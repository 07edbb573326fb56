"""The cells of a staff list as texts, from bytes in whatever encoding and form they come."""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from wizard.errors import UserError
from wizard.i18n import N_
from wizard.staff_lists.columns import HEADING_WITHIN

MOST_ROWS = 50_000
MOST_UNPACKED = 400_000_000
ZIP = b"PK\x03\x04"


def rows_of_file(file: Path) -> list[list[str]]:
    """The rows of a .csv or .xlsx file; UserError where it cannot be read."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise UserError(
            N_("“{file}” cannot be read ({reason})."), file=str(file), reason=error.strerror
        ) from error
    if content.startswith(ZIP):
        return list(_sheet(content, file))
    return rows_of_text(_decoded(content))


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1251", errors="replace")


def rows_of_text(text: str) -> list[list[str]]:
    """The rows of a text whose cells are separated by semicolons, commas or tabs."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(";,\t", key=first.count)
    return list(csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=separator))


def _sheet(content: bytes, file: Path) -> Iterable[list[str]]:
    """The rows of the first sheet of an .xlsx file as texts."""
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
                raise zipfile.BadZipFile("too large")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        for row in sheet.iter_rows(max_row=MOST_ROWS + HEADING_WITHIN + 1, values_only=True):
            yield [_cell(value) for value in row]
    except (zipfile.BadZipFile, KeyError, ValueError, IndexError, OSError) as error:
        raise UserError(
            N_("“{file}” is no spreadsheet that can be read. Save it as .xlsx or .csv."),
            file=str(file),
        ) from error


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
