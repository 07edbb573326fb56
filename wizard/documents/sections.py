"""The sections of a page before it is finished: what stands under each name, and where it ends."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from wizard.documents import normal, page
from wizard.documents.page import classes

HEADINGS = {"h1": 1, "h2": 2, "h3": 3}
PARAGRAPH = 4
"""The level of a paragraph with a name of its own, as the promise has them."""
COUNTED = frozenset({"clause", "subclause", "caption", "entry"})
"""Paragraphs with a name that is only referred to: they belong to their section."""
ALONE = frozenset({"new-page", "annex"})


@dataclass(frozen=True, slots=True)
class Section:
    """A named section: its first element that says its name, and its blocks, one after another.

    ``level`` is 1 to 3 for a heading, 4 for a paragraph. ``is_fixed``: it stands in a column beside
    another, so it is not moved.
    """

    name: str
    level: int
    head: etree._Element
    blocks: tuple[etree._Element, ...]
    is_fixed: bool

    @property
    def title(self) -> str:
        """Its heading, or the first words of a paragraph."""
        strong = self.head.find("strong") if self.level == PARAGRAPH else None
        return normal.line_of(self.head if strong is None else strong)

    @property
    def is_apart(self) -> bool:
        """Whether it begins a page, as annexes and sheets do."""
        return bool(ALONE.intersection(classes(self.blocks[0])))

    def apart(self) -> etree._Element | None:
        """The annex or sheet that it is a part of; None for the main part, and for one itself."""
        outer = self.blocks[0].iterancestors("section")
        return next((one for one in outer if ALONE & classes(one)), None)

    def parts(self) -> Iterator["Section"]:
        """The sections within it, in order."""
        heads = [one for block in self.blocks for one in named(block) if one is not self.head]
        return (found for head in heads if (found := of_head(head)) is not None)


def sections(tree: etree._Element) -> list[Section]:
    """All sections of a page in their order; each holds those of a lower level that follow it."""
    return [found for head in named(tree) if (found := of_head(head)) is not None]


def find(tree: etree._Element, name: str) -> Section | None:
    """The section of this name; None where the page has none."""
    head = page.places(tree).get(name)
    return of_head(head) if head is not None else None


def of_head(head: etree._Element) -> Section | None:
    """The section that an element begins; None for one that begins none."""
    level = _level(head)
    if level is None:
        return None
    start = _start(head, level)
    blocks = [start]
    following = start.getnext()
    while following is not None and not _begins_another(following, level):
        blocks.append(following)
        following = following.getnext()
    columns = any("columns" in classes(one) for one in head.iterancestors("section"))
    return Section(head.get("id") or "", level, head, tuple(blocks), columns)


def named(element: etree._Element) -> Iterator[etree._Element]:
    """The elements in it, itself included, that begin a section."""
    return (one for one in element.iter(*HEADINGS, "p") if one.get("id") and _level(one))


def _level(head: etree._Element) -> int | None:
    if not head.get("id"):
        return None
    if head.tag == "p":
        return None if COUNTED & classes(head) else PARAGRAPH
    return HEADINGS.get(str(head.tag))


def _start(head: etree._Element, level: int) -> etree._Element:
    """The outermost element that holds nothing before or beside the section but what is its own."""
    start = head
    for outer in head.iterancestors("section"):
        parent = outer.getparent()
        others = [one for one in named(outer) if one is not head]
        is_first = next(named(outer), None) is head
        is_column = parent is not None and "columns" in classes(parent)
        if not is_first or is_column or any((_level(one) or 0) <= level for one in others):
            break
        start = outer
    return start


def _begins_another(element: etree._Element, level: int) -> bool:
    if ALONE & classes(element) or "title" in classes(element):
        return True
    if element.tag == "contents" or element.find(".//contents") is not None:
        return True
    return any((_level(one) or 0) <= level for one in named(element))
