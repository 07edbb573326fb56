"""The sheets of an .xlsx file as rows of texts."""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING

from wizard.staff_lists.columns import HEADING_WITHIN

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS = 50_000
"""The most people that are taken from one list."""
MOST_COLUMNS = 200
"""The columns that are looked at: one cell in the far corner makes each row 16,384 cells wide."""
MOST_UNPACKED = 400_000_000
BEGINNINGS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How the files of Excel begin: the new ones, and the old ones, which are refused."""
LOOKED_AT = 200
"""Rows of a sheet in which something must stand, else it counts as empty."""


class Unreadable(Exception):
    """The bytes are no workbook that can be read."""


def read(content: bytes, wanted: str = "") -> tuple[str, tuple[str, ...], list[list[str]]]:
    """The name of the sheet read, the names of all that are not empty, and the rows.

    The sheet is the wanted one, else the first that is not empty. Raises Unreadable.
    """
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
                raise Unreadable
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheets = {sheet.title: sheet for sheet in book.worksheets if not _is_empty(sheet)}
        if not sheets:
            return "", (), []
        name = wanted if wanted in sheets else next(iter(sheets))
        most = MOST_ROWS + HEADING_WITHIN + 1
        rows = sheets[name].iter_rows(max_row=most, max_col=MOST_COLUMNS, values_only=True)
        return name, tuple(sheets), [_texts(row) for row in rows]
    except Exception as error:  # whatever a damaged part leads zlib, zipfile and openpyxl into
        raise Unreadable from error


def _is_empty(sheet: "Worksheet") -> bool:
    rows = sheet.iter_rows(max_row=LOOKED_AT, max_col=MOST_COLUMNS, values_only=True)
    return not any(value is not None for row in rows for value in row)


def _texts(row: Sequence[object]) -> list[str]:
    """The cells of a row as texts, without the empty ones at its end."""
    texts = [_text(value) for value in row]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        at_midnight = value.time() == dt.time()
        return value.date().isoformat() if at_midnight else value.isoformat(" ", "minutes")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
