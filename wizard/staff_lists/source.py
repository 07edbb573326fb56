"""The cells of a staff list as texts, from whatever file or clipboard they come."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from wizard import incoming
from wizard.errors import UserError
from wizard.i18n import N_
from wizard.staff_lists import workbook
from wizard.staff_lists.columns import HEADING_WITHIN, guessed

UTF_8, WINDOWS_1251, UTF_16 = "utf-8", "windows-1251", "utf-16"
ENCODINGS = (UTF_8, WINDOWS_1251, UTF_16)
SEPARATORS = (";", ",", "\t")
MARKS = (b"\xff\xfe", b"\xfe\xff")
LOOKED_AT = 4096
"""Bytes at the beginning of a file by which UTF-16 without a mark is told."""


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a file, or the text of the clipboard; ``name`` is what messages call it."""

    name: str
    content: bytes | str


@dataclass(frozen=True, slots=True)
class Form:
    """How the cells are kept. What is empty is to be guessed, or does not apply to the source."""

    encoding: str = ""
    separator: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Cells:
    """The rows as texts, the form in which they were read, and the sheets that hold anything."""

    rows: Sequence[Sequence[str]]
    form: Form
    sheets: tuple[str, ...] = ()


GUESSED = Form()
Named = Callable[[Sequence[Sequence[str]]], int]


def of_staff(rows: Sequence[Sequence[str]]) -> int:
    """How many columns a row names of those that a staff list has."""
    return sum(map(bool, guessed(rows).fields))


def of_file(file: Path) -> Source:
    """The file as it is; UserError where it cannot be read."""
    return Source(str(file), incoming.bytes_of(file))


def cells(source: Source, wanted: Form = GUESSED, named: Named = of_staff) -> Cells:
    """The cells of the source, read as wanted; UserError where they are none of a list.

    ``named`` tells by how many columns it knows whether rows were separated well.
    """
    content = source.content
    try:
        if isinstance(content, bytes) and content.startswith(workbook.BEGINNINGS):
            sheet, sheets, rows = workbook.read(content, wanted.sheet)
            return Cells(rows, Form(sheet=sheet), sheets)
        if isinstance(content, bytes):
            encoding = wanted.encoding or _encoding(content)
            found = _separated(_decoded(content, encoding), wanted.separator, named)
            return replace(found, form=replace(found.form, encoding=encoding))
        return _separated(content, wanted.separator, named)
    except (workbook.Unreadable, csv.Error) as error:
        raise UserError(
            N_("“{file}” is no spreadsheet that can be read. Save it as .xlsx or .csv."),
            file=source.name,
        ) from error


def _separated(text: str, separator: str, named: Named) -> Cells:
    text = text.replace("\0", "")
    separator = separator or _separator(text, named)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:  # a quotation mark that nobody closed swallows the rest
        lines = io.StringIO(text, newline="")
        rows = list(csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE))
    return Cells(rows, Form(separator=separator))


def _separator(text: str, named: Named) -> str:
    """The separator by which a row names the most columns, else the most frequent one."""
    first = next((line for line in text.splitlines() if line.strip()), "")

    def known(separator: str) -> tuple[int, int]:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        try:
            rows = list(islice(lines, HEADING_WITHIN))
        except csv.Error:
            rows = []
        return named(rows), first.count(separator)

    return max(SEPARATORS, key=known)


def _encoding(content: bytes) -> str:
    if content.startswith(MARKS) or _halves(content):
        return UTF_16
    try:
        content.decode(UTF_8)
    except UnicodeDecodeError:
        return WINDOWS_1251
    return UTF_8


def _decoded(content: bytes, encoding: str) -> str:
    if encoding == UTF_16 and not content.startswith(MARKS):
        encoding = _halves(content) or "utf-16-le"
    if encoding == UTF_8:
        encoding = "utf-8-sig"
    return content.decode(encoding, errors="replace")


def _halves(content: bytes) -> str:
    """The byte order of UTF-16 without a mark; nothing where it is not clear that it is UTF-16.

    Of two bytes one tells the alphabet: 0 for Latin and all digits, 4 for Cyrillic.
    """
    start = content[:LOOKED_AT]
    if 0 not in start:
        return ""
    for name, part in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        if part and sum(part.count(one) for one in (0, 4)) > 0.9 * len(part):
            return name
    return ""
