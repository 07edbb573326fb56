"""A letterhead read: its paper, what stands above and below the text, its fonts and styles."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from wizard.documents.letterheads import refusals, strips, styles
from wizard.documents.letterheads.package import Package, W, checked
from wizard.documents.letterheads.strips import Strip
from wizard.documents.letterheads.styles import Style
from wizard.errors import UserError

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
INCH = 1440.0
TWIPS = {
    "": 1.0, "pt": 20.0, "pc": 240.0, "pi": 240.0, "in": INCH, "cm": INCH / 2.54, "mm": INCH / 25.4
}  # fmt: skip
LENGTH = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)(pt|pc|pi|in|cm|mm)?")
WORDS_PAGE = {"w": 12240, "h": 15840}
WORDS_MARGIN = 1440
"""What Word takes where the file says nothing."""
LEAST_TEXT = 2268
"""Twips: 4 cm. What is narrower or lower holds no sentence."""
LONGEST_SIDE = 31680
"""Twips: 22 inches, more than Word can do."""
TRUE = frozenset({"", "1", "true", "on"})
OPENINGS = {"header": "headerReference", "footer": "footerReference"}


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
    have to be added.
    """

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    usual: Strips
    first: Strips | None
    even: Strips | None
    fonts: tuple[str, ...]
    font_size: float
    found: Mapping[str, Style]
    missing: tuple[str, ...]
    is_template: bool

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
    package = checked(content, name)
    body = package.tree(package.main).find(f"{W}body")
    if body is None:
        raise refusals.broken(name, package.main)
    sections = [one for one in body.iter(f"{W}sectPr") if not _is_former(one)]
    last = sections[-1] if sections else None
    tree = _related(package, "styles")
    matched = styles.matched(tree)
    fonts, size = styles.fonts(tree, _related(package, "theme"))
    usual, first, even = _strips(package, sections)
    found = Letterhead(
        *_page(last, package.file),
        usual=usual,
        first=first,
        even=even,
        fonts=fonts,
        font_size=size,
        found=matched,
        missing=tuple(one.id for one in styles.needed() if one.id not in matched),
        is_template=package.is_template,
    )
    across = found.width - found.left - found.right
    if min(across, found.height - found.top - found.bottom) < LEAST_TEXT:
        raise UserError(refusals.NO_ROOM, file=name)
    return found


def _is_former(section: etree._Element) -> bool:
    """Whether this is how the section was before a change that is tracked."""
    return next(section.iterancestors(f"{W}sectPrChange"), None) is not None


def _related(package: Package, kind: str) -> etree._Element | None:
    part = package.related(package.main, kind)
    return package.tree(part) if part else None


def _page(section: etree._Element | None, file: str) -> tuple[int, int, int, int, int, int]:
    """Width, height, and the margins from the top clockwise."""
    size = section.find(f"{W}pgSz") if section is not None else None
    said = section.find(f"{W}pgMar") if section is not None else None
    sides = {name: _length(size, name, usual) for name, usual in WORDS_PAGE.items()}
    if not all(0 < side <= LONGEST_SIDE for side in sides.values()):
        raise UserError(refusals.NO_ROOM, file=file)
    # Below nought a margin holds fast what a high header would push down; its length is the same.
    margins = {
        name: abs(_length(said, name, WORDS_MARGIN)) for name in ("top", "right", "bottom", "left")
    }
    is_right = section is not None and _is_on(section.find(f"{W}rtlGutter"))
    margins["right" if is_right else "left"] += abs(_length(said, "gutter", 0))
    top, right, bottom, left = margins.values()
    return sides["w"], sides["h"], top, right, bottom, left


def _length(element: etree._Element | None, name: str, usual: int) -> int:
    """A length in twips, written as such or with a unit."""
    said = element.get(f"{W}{name}") if element is not None else None
    match = LENGTH.fullmatch(said.strip()) if said is not None else None
    return round(float(match[1]) * TWIPS[match[2] or ""]) if match else usual


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and (element.get(f"{W}val") or "").lower() in TRUE


def _strips(
    package: Package, sections: list[etree._Element]
) -> tuple[Strips, Strips | None, Strips | None]:
    """What all pages have, what the first one has, what those with even numbers have."""
    parts: dict[tuple[str, str], str] = {}
    for section in sections:
        for kind, name in OPENINGS.items():
            for one in section.iterchildren(f"{W}{name}"):
                parts[kind, one.get(f"{W}type") or "default"] = one.get(f"{R}id") or ""
    relations = package.relations(package.main)

    def read(pages: str) -> Strips:
        found = {}
        for kind in OPENINGS:
            number = parts.get((kind, pages))
            if number is None:
                found[kind] = Strip()
                continue
            relation = relations.get(number)
            if relation is None or relation.is_external or relation.kind != kind:
                raise refusals.broken(package.file, kind)
            found[kind] = strips.strip(package.tree(relation.target))
        return Strips(**found)

    settings = _related(package, "settings")
    has_first = bool(sections) and _is_on(sections[-1].find(f"{W}titlePg"))
    has_even = settings is not None and _is_on(settings.find(f"{W}evenAndOddHeaders"))
    return read("default"), read("first") if has_first else None, read("even") if has_even else None
