"""The normal form of a page: its words, tables and pictures, line by line, and their fingerprint.

What is stamped on a page (version, dates, order number, code) is not part of it, so that a new
stamp alone changes no document.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from wizard.documents import page

LINES = frozenset({"p", "h1", "h2", "h3", "li", "td", "th"})
STAMP = "stamp"
ANNEX, CONTENTS = "annex", "contents"
BLANK, CHECK = "_", "\N{BALLOT BOX}"
IGNORED = re.compile("[\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}]")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or cell: its normal text, the question it comes from, whether in an annex.

    ``listed``: it stands in the list of contents, which only repeats the headings.
    """

    text: str
    question: str = ""
    annex: bool = False
    listed: bool = False


def lines(markup: str) -> tuple[Line, ...]:
    """The normal form of a page; lines that say nothing are left out."""
    found = _lines(page.parse(markup), "", annex=False, listed=False)
    return tuple(line for line in found if line.text)


def stamps(markup: str) -> str:
    """What is stamped on a page, which is no part of its lines: in their order, without blanks."""
    found = page.parse(markup).iter("span")
    return text(" ".join("".join(_written(one)) for one in found if _is_stamp(one)))


def fingerprint(found: Iterable[Line]) -> str:
    """SHA-256 over the texts of the lines, in hexadecimal."""
    return hashlib.sha256("\n".join(line.text for line in found).encode()).hexdigest()


def text(words: str) -> str:
    """Words in the normal form: composed, without invisible signs, single spaces."""
    return " ".join(IGNORED.sub("", unicodedata.normalize("NFC", words)).split())


def line_of(element: etree._Element) -> str:
    """The normal text of one paragraph, heading or cell."""
    return text("".join(_words(element)))


def _lines(element: etree._Element, question: str, *, annex: bool, listed: bool) -> Iterator[Line]:
    question = element.get("data-question") or question
    classes = element.get("class")
    if classes:
        annex = annex or ANNEX in classes.split()
        listed = listed or CONTENTS in classes.split()
    if element.tag in LINES:
        yield Line(line_of(element), question, annex, listed)
    for child in element:
        yield from _lines(child, question, annex=annex, listed=listed)


def _words(element: etree._Element) -> Iterator[str]:
    """The words of a line without those of the lines within it."""
    yield element.text or ""
    for child in element:
        if child.tag == "blank":
            yield BLANK
        elif child.tag == "check":
            yield CHECK
        elif child.tag in page.PLACES:
            yield "" if page.is_silent(child) else BLANK
        elif child.tag == "br":
            yield " "
        elif child.tag not in LINES and not _is_stamp(child):
            yield from _words(child)
        yield child.tail or ""


def _is_stamp(element: etree._Element) -> bool:
    return STAMP in (element.get("class") or "").split()


def _written(element: etree._Element) -> Iterator[str]:
    """The words of a stamp; what is left blank in it says nothing."""
    yield element.text or ""
    for child in element:
        yield from _written(child)
        yield child.tail or ""
