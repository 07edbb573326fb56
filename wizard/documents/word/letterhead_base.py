"""A letterhead as the base of a document: its page, strips and styles, and only what it lacks."""

import copy
from collections.abc import Iterator, Mapping

from lxml import etree

from wizard.documents import house
from wizard.documents.letterheads import kept as keeping
from wizard.documents.letterheads import letterhead as reading
from wizard.documents.letterheads import section as sections
from wizard.documents.letterheads import settings, style_sheet
from wizard.documents.letterheads.kept import Kept
from wizard.documents.letterheads.letterhead import FILE, Letterhead
from wizard.documents.letterheads.package import R, W, checked, fields, parser
from wizard.documents.letterheads.section import Section
from wizard.documents.word.base import (
    BODY_END,
    COUNTS,
    IMPRINT,
    IMPRINT_ALONE,
    IMPRINT_STYLE,
    LISTS,
    NUMBERING_PART,
    SPACES,
    Base,
    Paper,
    base,
)

PARTS = {
    **{name: f"word/{name}.xml" for name in ("styles", "numbering", "settings", "fontTable")},
    "theme": "word/theme/theme1.xml",
}
OF_THE_HOUSE = frozenset({"theme", "fontTable"})
OF_THE_PAGE = ("pgSz", "pgMar", "paperSrc", "pgBorders", "pgNumType")
"""Properties of a section that are the letterhead's own; columns and the like are the text's."""
AT_THE_END = ("titlePg", "rtlGutter", "docGrid")


def prepare(paper: Paper, content: bytes) -> Base:
    """An empty document on the letterhead; UserError where it may not be one."""
    package = checked(content, FILE)
    found, section = reading.read(package), sections.last(package)
    kept = keeping.kept(package, section)
    _complete(kept, base(paper))
    trees = dict(_trees(kept))
    _dress(trees, found, paper)
    settings.fit(trees[PARTS["settings"]], paper.language)
    lists = _make_room_for_lists(trees[NUMBERING_PART])
    references, footers = _strips(kept, section, trees)
    for name, tree in trees.items():
        kept.parts[name] = etree.tostring(
            tree, xml_declaration=True, encoding="UTF-8", standalone=True
        )
    end = _section(section, found, references) + BODY_END
    return Base(kept.closed(), end, found.text_width, footers, lists, found.letter)


def _complete(kept: Kept, house_base: Base) -> None:
    """Add the parts that every document has: empty ones, or those of the house."""
    for kind, name in PARTS.items():
        if kept.of_kind(kind) is None:
            empty = f"<w:{kind} {SPACES}/>".encode()
            kept.add(name, house_base.parts[name] if kind in OF_THE_HOUSE else empty, kind)


def _trees(kept: Kept) -> Iterator[tuple[str, etree._Element]]:
    """The parts in Word's own vocabulary, by their names."""
    for name, content in kept.parts.items():
        if name.endswith(".xml"):
            tree = etree.fromstring(content, parser())
            if str(tree.tag).startswith(W):
                yield name, tree


def _dress(trees: Mapping[str, etree._Element], found: Letterhead, paper: Paper) -> None:
    """Its own styles under our ids, and ours where it has none, in proportion to its text."""
    source = house.styles(
        paper.look, paper.language, paper.accent, found.text_width, found.font_size
    )
    tree = trees[PARTS["styles"]]
    names = style_sheet.renamed(tree)
    style_sheet.fit(tree, etree.fromstring(source), names, house.LOCALES[paper.language])
    for name, other in trees.items():
        if name != PARTS["styles"]:
            style_sheet.rename(other, names)


def _make_room_for_lists(tree: etree._Element) -> int:
    """Mark where our lists go; the highest number that the letterhead's own have."""
    highest = 0
    for tag, name in (("abstractNum", "abstractNumId"), ("num", "numId")):
        for one in tree.iterchildren(f"{W}{tag}"):
            number = one.get(f"{W}{name}") or ""
            highest = max(highest, int(number) if number.isdecimal() else 0)
    counts = tree.findall(f"{W}num")
    last = tree.find(f"{W}numIdMacAtCleanup")
    end = tree.index(last) if last is not None else len(tree)
    tree.insert(end, _place(COUNTS))
    tree.insert(tree.index(counts[0]) if counts else end, _place(LISTS))
    return highest


def _place(mark: bytes) -> etree._Element:
    return etree.ProcessingInstruction(mark[2:-3].decode())


def _strips(
    kept: Kept, section: Section, trees: dict[str, etree._Element]
) -> tuple[list[etree._Element], tuple[str, ...]]:
    """The references of the section to its headers and footers, and the names of the footers.

    Each footer has a place for our line above its own; pages without a footer get one.
    """
    references, footers = [], []
    for pages in section.pages:
        header, footer = (section.strips.get((kind, pages)) for kind in sections.REFERENCES)
        if header is not None:
            references.append(_reference("header", pages, kept.reference(kept.names[header])))
        if footer is not None:
            name = kept.names[footer]
            number = kept.reference(name)
        else:
            name, content = kept.fresh("footer"), f"<w:ftr {SPACES}/>".encode()
            number = kept.add(name, content, "footer")
            trees[name] = etree.fromstring(content)
        references.append(_reference("footer", pages, number))
        if name not in footers:
            above = trees[kept.names[header]] if header is not None else None
            _without_imprint(trees[name])
            is_counted = _counts_pages(trees[name]) or (above is not None and _counts_pages(above))
            trees[name].insert(0, _place(IMPRINT_ALONE if is_counted else IMPRINT))
            footers.append(name)
    return references, tuple(footers)


def _without_imprint(tree: etree._Element) -> None:
    """A file that we printed ourselves may be the letterhead: its line of ours is not kept."""
    for style in list(tree.iter(f"{W}pStyle")):
        line = next(style.iterancestors(f"{W}p"))
        parent = line.getparent()
        if style.get(f"{W}val") == IMPRINT_STYLE and parent is not None:
            parent.remove(line)


def _counts_pages(tree: etree._Element) -> bool:
    return any(words[:1] == ["PAGE"] for words in fields(tree))


def _reference(kind: str, pages: str, number: str) -> etree._Element:
    found = etree.Element(f"{W}{sections.REFERENCES[kind]}")
    found.set(f"{W}type", pages)
    found.set(f"{R}id", number)
    return found


def _section(section: Section, found: Letterhead, references: list[etree._Element]) -> str:
    """The properties of the one section: the letterhead's page, and text in one column."""
    made = etree.Element(f"{W}sectPr", nsmap={"w": W[1:-1], "r": R[1:-1]})
    made.extend(references)
    said = section.properties if section.properties is not None else etree.Element(f"{W}sectPr")
    for name in OF_THE_PAGE:
        made.extend(_own(said, name))
        if name in {"pgSz", "pgMar"} and made.find(f"{W}{name}") is None:
            made.append(_usual(name, found))
    margins = made.find(f"{W}pgMar")
    if margins is not None:
        # Where it holds fast, below nought, our line would push the footer into the text.
        margins.set(f"{W}bottom", str(found.bottom))
    made.append(etree.Element(f"{W}cols"))
    for name in AT_THE_END:
        made.extend(_own(said, name))
    return etree.tostring(made, encoding="unicode")


def _own(said: etree._Element, name: str) -> list[etree._Element]:
    """The properties of this name as the letterhead has them, without what lies elsewhere."""
    found = [copy.deepcopy(one) for one in said.findall(f"{W}{name}")][:1]
    for one in found:
        for place in one.iter():
            for attribute in [key for key in place.attrib if not str(key).startswith(W)]:
                del place.attrib[attribute]
    return found


def _usual(name: str, found: Letterhead) -> etree._Element:
    made = etree.Element(f"{W}{name}")
    sides = {"w": found.width, "h": found.height}
    if name == "pgMar":
        sides = {side: getattr(found, side) for side in ("top", "right", "bottom", "left")}
        sides |= {"header": 720, "footer": 720, "gutter": 0}
    for side, length in sides.items():
        made.set(f"{W}{side}", str(length))
    return made
