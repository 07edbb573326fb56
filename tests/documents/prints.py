"""What stands on the pages of a PDF: its text, its words with their places, its ink."""

import re
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

TOOLS = ("pdftotext", "pdftoppm")
DOTS = 30  # an inch: enough to see ink, and half a millimetre is still a dot
LIGHT = 200  # of 255: what is darker is ink
WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)
LETTERS = re.compile(r"[^\W\d_]+")


class Word(NamedTuple):
    """A word on a page, in points from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    def is_below(self, other: "Word") -> bool:
        """Whether it stands on the next line, in the same column."""
        height = other.bottom - other.top
        near = 0 < self.top - other.top < 1.8 * height
        return near and self.left < other.right and self.right > other.left - height


class Picture(NamedTuple):
    """A page in grey, a byte a dot."""

    width: int
    height: int
    dots: bytes

    def ink(self) -> tuple[float, float, float, float] | None:
        """Left, top, right and bottom of all ink, in inches; None of a blank page."""
        rows = [self.dots[at : at + self.width] for at in range(0, len(self.dots), self.width)]
        inked = [[x for x, dot in enumerate(row) if dot < LIGHT] for row in rows]
        lines = [y for y, row in enumerate(inked) if row]
        if not lines:
            return None
        left = min(row[0] for row in inked if row)
        right = max(row[-1] for row in inked if row) + 1
        return left / DOTS, lines[0] / DOTS, right / DOTS, (lines[-1] + 1) / DOTS


def texts(file: Path) -> list[str]:
    """The text of each page, in the order in which it was printed: a cell stays in one piece."""
    return _pdftotext("-raw", file).split("\f")[:-1]


def words(file: Path) -> list[list[Word]]:
    """The words of each page."""
    pages = _pdftotext("-bbox", file).split("<page ")[1:]
    return [
        [Word(*map(float, found[:4]), unescape(found[4])) for found in WORD.findall(page)]
        for page in pages
    ]


def pictures(file: Path) -> list[Picture]:
    """Each page as a picture."""
    stem = file.with_suffix("")
    subprocess.run(["pdftoppm", "-gray", "-r", str(DOTS), file, stem], check=True)
    return [_picture(one.read_bytes()) for one in sorted(file.parent.glob(f"{stem.name}-*.pgm"))]


def broken(page: list[Word], known: set[str]) -> Iterator[str]:
    """The known words that stand on the page in two pieces, one below the other."""
    tails = [(word, pieces[-1]) for word in page if (pieces := LETTERS.findall(word.text))]
    heads = [(word, pieces[0]) for word in page if (pieces := LETTERS.findall(word.text))]
    for upper, tail in tails:
        if not upper.text.endswith(tail):
            continue
        for lower, head in heads:
            whole = tail + head in known and not (tail in known and head in known)
            if whole and lower.text.startswith(head) and lower.is_below(upper):
                yield f"{tail}|{head}"


def _pdftotext(option: str, file: Path) -> str:
    return subprocess.run(
        ["pdftotext", option, file, "-"], capture_output=True, check=True, encoding="utf-8"
    ).stdout


def _picture(content: bytes) -> Picture:
    """A picture as pdftoppm writes it: "P5", width, height, 255, each followed by white space."""
    kind, width, height, *_ = content.split(maxsplit=4)
    assert kind == b"P5"
    size = int(width) * int(height)
    return Picture(int(width), int(height), content[-size:])
