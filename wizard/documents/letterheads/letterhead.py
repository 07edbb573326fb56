"""A letterhead read: its paper, what stands above and below the text, its fonts and styles."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from lxml import etree

from wizard.documents.letterheads import refusals, section, strips, styles
from wizard.documents.letterheads.package import Package, W, checked
from wizard.documents.letterheads.section import EVEN, FIRST, USUAL, Section
from wizard.documents.letterheads.strips import Strip
from wizard.documents.letterheads.styles import Style
from wizard.errors import UserError

INCH = 1440.0
TWIPS = {
    "": 1.0, "pt": 20.0, "pc": 240.0, "pi": 240.0, "in": INCH, "cm": INCH / 2.54, "mm": INCH / 25.4
}  # fmt: skip
LENGTH = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)(pt|pc|pi|in|cm|mm)?")
WORDS_PAGE = {"w": 12240, "h": 15840}
WORDS_MARGIN, WORDS_DISTANCE = 1440, 720
"""What Word takes where the file says nothing."""
LEAST_TEXT = 2268
"""Twips: 4 cm. What is narrower or lower holds no sentence."""
FILE = "letterhead.docx"
"""What one is called that is read again: it was not refused when it was chosen."""
LETTER = 0.7
"""The width of wide letters in tables as a share of the size of plain text."""
LONGEST_SIDE = 31680
"""Twips: 22 inches, more than Word can do."""


_Page: TypeAlias = tuple[int, int, int, int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Strips:
    """What one page has above and below its text."""

    header: Strip = field(default_factory=Strip)
    footer: Strip = field(default_factory=Strip)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """All lengths in twips; the margins with the gutter, as the text meets them.

    ``first`` and ``even`` are None where these pages look like all others. ``found`` holds, by the
    ids of our styles, the letterhead's own that take their place; ``missing`` the ids of ours that
    have to be added. ``above`` and ``below`` lie between the edges of the paper and what stands
    there. ``has_text``: words or pictures stand in the body, which are not kept.
    """

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    above: int
    below: int
    usual: Strips
    first: Strips | None
    even: Strips | None
    fonts: tuple[str, ...]
    font_size: float
    found: Mapping[str, Style]
    missing: tuple[str, ...]
    is_template: bool
    has_text: bool = False

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def letter(self) -> int:
        """How wide a bold letter of a table may be in twips, whatever the font."""
        return round(self.font_size * TWIPS["pt"] * LETTER)

    @property
    def is_landscape(self) -> bool:
        """Whether it is wider than high: what prints, whatever the printer was told."""
        return self.width > self.height


def inspect(content: bytes, name: str) -> Letterhead:
    """What the file brings as a letterhead; ``name`` is what the person calls it.

    Of a file with several sections the last one counts, for text that is added at the end belongs
    to it; a header that it does not name is that of the section before, as Word has it.
    UserError says why a file may not be one: no .docx or .dotx, locked, with macros, damaged,
    hostile, or without room for text.
    """
    return read(checked(content, name))


def read(package: Package) -> Letterhead:
    """What a file that was checked brings; UserError as :func:`inspect`."""
    last = section.last(package)
    tree = _related(package, "styles")
    matched = styles.matched(tree)
    fonts, size = styles.fonts(tree, _related(package, "theme"))
    found = Letterhead(
        *_page(last.properties, package.file),
        usual=_strips(package, last, USUAL),
        first=_strips(package, last, FIRST) if FIRST in last.pages else None,
        even=_strips(package, last, EVEN) if EVEN in last.pages else None,
        fonts=fonts,
        font_size=size,
        found=matched,
        missing=tuple(one.id for one in styles.needed() if one.id not in matched),
        is_template=package.is_template,
        has_text=_has_text(package),
    )
    if min(found.text_width, found.height - found.top - found.bottom) < LEAST_TEXT:
        raise UserError(refusals.NO_ROOM, file=package.file)
    return found


def _related(package: Package, kind: str) -> etree._Element | None:
    part = package.related(package.main, kind)
    return package.tree(part) if part else None


def _has_text(package: Package) -> bool:
    """Whether words or pictures stand in its body, where our pages will."""
    body = package.tree(package.main).find(f"{W}body")
    return body is not None and any(not cell.is_empty for cell in strips.all_cells(body))


def _page(properties: etree._Element | None, file: str) -> _Page:
    """Width, height, the margins from the top clockwise, and how far off the strips stand."""
    size = properties.find(f"{W}pgSz") if properties is not None else None
    said = properties.find(f"{W}pgMar") if properties is not None else None
    sides = {name: _length(size, name, usual) for name, usual in WORDS_PAGE.items()}
    if not all(0 < side <= LONGEST_SIDE for side in sides.values()):
        raise UserError(refusals.NO_ROOM, file=file)
    # Below nought a margin holds fast what a high header would push down; its length is the same.
    margins = {
        name: abs(_length(said, name, WORDS_MARGIN)) for name in ("top", "right", "bottom", "left")
    }
    is_right = properties is not None and section.is_on(properties.find(f"{W}rtlGutter"))
    margins["right" if is_right else "left"] += abs(_length(said, "gutter", 0))
    top, right, bottom, left = margins.values()
    above, below = (abs(_length(said, name, WORDS_DISTANCE)) for name in section.REFERENCES)
    return sides["w"], sides["h"], top, right, bottom, left, above, below


def _length(element: etree._Element | None, name: str, usual: int) -> int:
    """A length in twips, written as such or with a unit."""
    said = element.get(f"{W}{name}") if element is not None else None
    match = LENGTH.fullmatch(said.strip()) if said is not None else None
    return round(float(match[1]) * TWIPS[match[2] or ""]) if match else usual


def _images(package: Package, part: str) -> dict[str, bytes]:
    """The bytes of the pictures that a part leads to, by the ids of its relations."""
    return {
        number: package.parts.get(one.target, b"")
        for number, one in package.relations(part).items()
        if one.kind == "image"
    }


def _strips(package: Package, last: Section, pages: str) -> Strips:
    """What these pages have above and below their text."""
    found = {}
    for kind in section.REFERENCES:
        part = last.strips.get((kind, pages))
        found[kind] = Strip()
        if part is not None:
            found[kind] = strips.strip(package.tree(part), _images(package, part))
    return Strips(**found)
