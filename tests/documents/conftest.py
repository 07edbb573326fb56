"""What the tests of documents share: the day, the text of a file, the parts of a file."""

import datetime as dt
import io
import zipfile

import pytest
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="session")
def today():
    return dt.date(2026, 12, 1)


def tree_of(content, part):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(part))


def paragraphs(content):
    """The text of each paragraph as a reader would copy it, check boxes left out."""
    found = []
    for paragraph in tree_of(content, "word/document.xml").iter(f"{W}p"):
        pieces = []
        for piece in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"):
            holders = {parent.tag for parent in piece.iterancestors()}
            if f"{W}sdt" in holders or f"{W}tabs" in holders:
                continue
            pieces.append({f"{W}br": "\n", f"{W}tab": "\t"}.get(piece.tag, piece.text or ""))
        found.append("".join(pieces))
    return found


@pytest.fixture(scope="session")
def read_paragraphs():
    """Reads a .docx without any of the libraries that the program writes it with."""
    return paragraphs


@pytest.fixture(scope="session")
def read_part():
    """Parses one part of a .docx."""
    return tree_of
