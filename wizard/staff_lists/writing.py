"""Tables written as .csv and .xlsx files in which whatever people typed stays a text."""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | dt.date | None

SEPARATORS = {"en": ",", "ru": ";"}
"""What Excel splits a .csv at when it is opened by double click, by the language of the system."""
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NO_TEXT = ("=", "#")
"""How texts begin that openpyxl takes for a formula or for an error of Excel's own."""
DAY_FORM = "mm-dd-yy"
"""The built-in form that Excel and LibreOffice show as the short date of the reader's system."""
NARROWEST, WIDEST = 10, 44
LOOKED_AT = 200
"""So many rows tell how wide the columns are."""


def csv_bytes(rows: Iterable[Sequence[Value]], language: str) -> bytes:
    r"""The rows as a .csv file that Excel opens by double click in this language.

    UTF-8 with the mark by which Excel knows it; a semicolon in Russian, where the comma belongs to
    decimals, else a comma; days as 2026-12-01, which every Excel reads as a date. A text that a
    spreadsheet would run as a formula gets an apostrophe before it, as OWASP recommends: one that
    begins with = + - @, with their full-width forms, with a tab or a line end. Every cell stands in
    quotation marks, so that no separator in a name begins another cell.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=SEPARATORS[language], quoting=csv.QUOTE_ALL)
    writer.writerows([_harmless(value) for value in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def xlsx_bytes(title: str, rows: Sequence[Sequence[Value]]) -> bytes:
    """The rows as the one sheet of an .xlsx file; the first row heads the columns and stays put.

    Days are dates, numbers numbers, and all else is text, whatever it begins with.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    book.properties.creator = "Policy Wizard"
    # A sheet that is only written has what we use of a sheet, and wants it before its first row.
    sheet = cast("Worksheet", book.create_sheet(title))
    sheet.freeze_panes = "B2"
    for column, width in enumerate(_widths(rows), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    if rows:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(rows[0]))}{len(rows)}"
        head = [_cell(sheet, _printable(str(value))) for value in rows[0]]
        for cell in head:
            cell.font = Font(bold=True)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.append(head)
    for row in rows[1:]:
        sheet.append([_kept(sheet, value) for value in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _printable(text: str) -> str:
    return UNPRINTABLE.sub("\ufffd", text)


def _harmless(value: Value) -> Value:
    if not isinstance(value, str):
        return value.isoformat() if isinstance(value, dt.date) else value
    text = _printable(value)
    return f"'{text}" if FORMULA.match(text) else text


def _kept(sheet: "Worksheet", value: Value) -> "Value | Cell":
    """The value as it is where openpyxl takes it for what it is, else a cell that says so."""
    if isinstance(value, str):
        text = _printable(value)
        return _cell(sheet, text) if text.startswith(NO_TEXT) else text or None
    return _cell(sheet, value) if isinstance(value, dt.date) else value


def _cell(sheet: "Worksheet", value: Value) -> "Cell":
    from openpyxl.cell import WriteOnlyCell

    if isinstance(value, dt.date):
        day = WriteOnlyCell(sheet, dt.datetime(value.year, value.month, value.day))
        day.number_format = DAY_FORM
        return day
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


def _widths(rows: Sequence[Sequence[Value]]) -> list[int]:
    """The widths in signs: room for the longest cell, and for a third of a heading, which wraps."""
    head = [len(str(value)) // 3 for value in rows[0]] if rows else []
    below = rows[1 : LOOKED_AT + 1]
    return [
        min(WIDEST, max(NARROWEST, least, *(len(str(row[place] or "")) for row in below)) + 2)
        for place, least in enumerate(head)
    ]
