"""What a page says, piece by piece, to be looked for in what became of it elsewhere."""

import re
import unicodedata

from lxml import etree

from wizard.documents import normal, page

UNSEEN = re.compile("[\\s\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}\N{WORD JOINER}]+")
CUT = re.compile(f"[{normal.BLANK}{normal.CHECK}]")


def pieces(markup: str) -> list[str]:
    """The lines of a page in order, without white space; cut at blanks, boxes and stamps."""
    root = page.parse(markup)
    for stamp in root.iterfind(".//span[@class='stamp']"):
        stamp.tail = normal.BLANK + (stamp.tail or "")
    lines = normal.lines(etree.tostring(root, encoding="unicode"))
    return [said for line in lines for part in CUT.split(line.text) if (said := squeezed(part))]


def squeezed(text: str) -> str:
    """The text without white space, which each reader and each line break sets anew."""
    return UNSEEN.sub("", unicodedata.normalize("NFC", text))


def missing(wanted: list[str], text: str) -> list[str]:
    """Which of the pieces the text does not say, or says before those that come before them."""
    lost, said, reached = [], squeezed(text), 0
    for piece in wanted:
        found = said.find(piece, reached)
        if found < 0:
            lost.append(piece)
        else:
            reached = found + len(piece)
    return lost
