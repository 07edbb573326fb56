"""Block content as paragraphs: one method per element of the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from wizard.documents.page import introduces
from wizard.documents.word import numbering as kinds
from wizard.documents.word import tables
from wizard.documents.word.numbering import Numbering
from wizard.documents.word.runs import TAB, Inline

PARAGRAPH_STYLES = {
    "title": "Title",
    "subtitle": "Subtitle",
    "small": "Small",
    "lead": "Lead",
    "callout": "Callout",
    "approval": "Approval",
    "signature": "SignatureLine",
    "entry": "Contents",
}
GRID = "HouseGrid"
TABLE_STYLES = {"plain": "HousePlain", "cards": "HouseCards"}
ALIGNMENTS = {"right": '<w:jc w:val="right"/>', "center": '<w:jc w:val="center"/>'}
SPACE_AFTER_TABLE = '<w:spacing w:before="120"/>'


def paragraph(style: str, runs: str, properties: str = "") -> str:
    """A paragraph; ``properties`` stand in the order that the schema asks for, after the style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def numbered(number: int, level: int = 0) -> str:
    """The property that puts a paragraph under a numbering."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


SEAM = paragraph("Seam", "")
PARAGRAPH = "<w:p>"
ITEM = re.compile(r'<w:pPr><w:pStyle w:val="(?:CheckItem|ListBullet|ListNumber)"/>')
NEW_PAPER = "<new-paper/>"
"""Stands among the blocks where a paper of its own begins, and is never written."""
STYLED = re.compile(r'(<w:pStyle w:val="\w+"/>)(?!<w:keepNext/>)')


def _closed(cell: str) -> str:
    """The content of a cell, which Word wants to end in a paragraph."""
    return cell if cell.endswith("</w:p>") else cell + SEAM


def _ended(block: str, section: str) -> str:
    """The block as the last one of a section; a table needs a paragraph for that."""
    if not block.endswith("</w:p>"):
        return block + paragraph("Seam", "", section)
    head, end, tail = block.rpartition("</w:pPr>")
    return head + section + end + tail


def _kept_together(blocks: str) -> str:
    """The blocks with every paragraph but the last kept with the next.

    A table is kept with what stands before it, and may break between its rows; so may a list
    between its items, but for the first and the last two: LibreOffice loses hold of longer chains.
    """
    head, last, tail = blocks.partition("<w:tbl>")
    if not last:
        head, last, tail = blocks.rpartition("<w:pStyle ")
    kept = STYLED.sub(r"\1<w:keepNext/>", head).split(PARAGRAPH)
    items = [ITEM.match(one) is not None for one in kept]
    for place in range(1, len(kept) - 2):
        if all(items[place - 1 : place + 3]):
            kept[place] = kept[place].replace("<w:keepNext/>", "", 1)
    return PARAGRAPH.join(kept) + last + tail


@dataclass(slots=True)
class Blocks:
    """Writes the blocks of one document, from top to bottom, ``width`` twips wide.

    ``between``: the properties of a section where each paper of a document is one, because its
    first page is not like the others; else a paper begins a page as any section does. ``letter``
    as for :func:`wizard.documents.word.tables.widths`.
    """

    inline: Inline
    numbering: Numbering
    width: int
    between: str = ""
    letter: int = 0
    _new_page: bool = False
    _after_table: bool = False

    def body(self, page: etree._Element) -> Iterator[str]:
        """The blocks of a page as XML, in order."""
        last = ""
        for element in page:
            for xml in self.block(element):
                if xml is NEW_PAPER:
                    last = _ended(last, self.between)
                else:
                    yield last
                    last = xml
        yield last
        if self._after_table:
            yield SEAM

    def block(self, element: etree._Element) -> Iterator[str]:
        """One block as XML."""
        tag = str(element.tag)
        classes = (element.get("class") or "").split()
        if tag == "section":
            yield from self._section(element, classes)
        elif tag == "p":
            yield self._paragraph(element, classes)
        elif tag in {"h1", "h2", "h3"}:
            yield self._heading(element, tag, classes)
        elif tag in {"ul", "ol"}:
            yield from self._list(element, tag, classes)
        elif tag == "table":
            style = next((TABLE_STYLES[name] for name in classes if name in TABLE_STYLES), GRID)
            yield from self._table(element, style)
        else:
            raise ValueError(f"<{tag}> is no block.")

    def _before(self, *, heading: bool = False) -> tuple[str, str]:
        """What comes before and after the numbering among the properties of the next paragraph."""
        breaks = "<w:pageBreakBefore/>" if self._new_page else ""
        space = SPACE_AFTER_TABLE if self._after_table and not heading else ""
        self._new_page = self._after_table = False
        return breaks, space

    def _seam(self) -> Iterator[str]:
        """What parts a table from the one before it, and begins its page."""
        if self._new_page or self._after_table:
            breaks, _ = self._before()
            yield paragraph("Seam", "", breaks)

    def _section(self, element: etree._Element, classes: list[str]) -> Iterator[str]:
        if "paper" in classes and self.between:
            self._after_table = False
            yield NEW_PAPER
        elif "new-page" in classes:
            self._new_page = True
        if element.get("id"):
            yield self.inline.bookmarked(element)
        if "columns" in classes:
            yield from self._columns(element)
            return
        blocks = (xml for child in element for xml in self.block(child))
        if "keep" in classes:
            yield _kept_together("".join(blocks))
        else:
            yield from blocks

    def _paragraph(self, element: etree._Element, classes: list[str]) -> str:
        breaks, space = self._before()
        align = next((ALIGNMENTS[name] for name in classes if name in ALIGNMENTS), "")
        runs = self._runs(element)
        if "clause" in classes:
            kept = "<w:keepNext/>" if introduces(element) else ""
            return paragraph("Clause", runs, kept + breaks + self._clause(1) + space)
        if "subclause" in classes:
            return paragraph("Subclause", runs, breaks + self._clause(2) + space)
        style = next(
            (PARAGRAPH_STYLES[name] for name in classes if name in PARAGRAPH_STYLES), "Normal"
        )
        return paragraph(style, runs, breaks + space + align)

    def _heading(self, element: etree._Element, tag: str, classes: list[str]) -> str:
        breaks, _ = self._before(heading=True)
        number = self._clause(0) if "numbered" in classes else ""
        return paragraph(f"Heading{tag[1]}", self._runs(element), breaks + number)

    def _runs(self, element: etree._Element) -> str:
        return self.inline.bookmarked(element, self.inline.content(element))

    def _clause(self, level: int) -> str:
        return numbered(self.numbering.steady(kinds.HEADINGS), level)

    def _list(self, element: etree._Element, tag: str, classes: list[str]) -> Iterator[str]:
        if "checks" in classes:
            for item in element:
                breaks, space = self._before()
                box = self.inline.controls.check_box() + TAB
                yield paragraph("CheckItem", box + self.inline.content(item), breaks + space)
            return
        if tag == "ul":
            style, number = "ListBullet", self.numbering.steady(kinds.BULLETS)
        else:
            kind = kinds.LETTERS if "letters" in classes else kinds.DECIMALS
            style, number = "ListNumber", self.numbering.fresh(kind)
        for item in element:
            breaks, space = self._before()
            yield paragraph(style, self.inline.content(item), breaks + numbered(number) + space)

    def _table(self, element: etree._Element, style: str) -> Iterator[str]:
        yield from self._seam()
        if element.get("id"):
            yield self.inline.bookmarked(element)
        widths = tables.widths(element, self.width, self.letter)
        cards = tables.are_cards(element)
        yield tables.opening(
            style,
            widths,
            element.get("summary") or "",
            heads=tables.has_heads(element),
            centred=cards,
        )
        for row in element.iter("tr"):
            yield tables.row(row, widths, self.cell, cards=cards)
        yield "</w:tbl>"
        self._after_table = True

    def cell(self, element: etree._Element, style: str, classes: str) -> str:
        """The content of a cell: its blocks, or its text as one paragraph."""
        if len(element) and element[0].tag in {"p", "ul", "ol", "h2", "h3"}:
            inner = Blocks(self.inline, self.numbering, self.width)
            return _closed("".join(xml for child in element for xml in inner.block(child)))
        align = ALIGNMENTS["center"] if "center" in classes else ""
        return paragraph(style, self.inline.content(element), align)

    def _columns(self, element: etree._Element) -> Iterator[str]:
        yield from self._seam()
        share = self.width // max(1, len(element))
        yield tables.opening("HousePlain", [share] * len(element), "", heads=False)
        yield "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        for column in element:
            inner = Blocks(self.inline, self.numbering, share - 200)
            content = _closed("".join(xml for child in column for xml in inner.block(child)))
            yield f'<w:tc><w:tcPr><w:tcW w:w="{share}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
        yield "</w:tr></w:tbl>"
        self._after_table = True
