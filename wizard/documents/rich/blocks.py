"""Blocks as rich text: paragraphs, and rows of tables whose cells hold blocks again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from lxml import etree

from wizard.documents import numbers
from wizard.documents.house import LEVEL_FILLS
from wizard.documents.page import PageError, introduces
from wizard.documents.rich.dress import Dress, Style
from wizard.documents.rich.inline import BOX, Inline
from wizard.documents.word import tables

NAMED = ("title", "subtitle", "small", "lead", "callout", "approval", "signature", "entry")
HEADING_INDENT, CLAUSE_INDENT, SUBCLAUSE_INDENT, LETTER_HANG = 567, 680, 1020, 340
BULLET_INDENT, NUMBER_INDENT, CHECK_INDENT = 284, 397, 340
AFTER_TABLE, BETWEEN_TABLES = 120, 20
GRID_PADDING, PLAIN_PADDING = (108, 108), (0, 170)
CARD_PADDING = (tables.CARD_SIDE, tables.CARD_SIDE)
SIGNED = tables.SIGNATURE_HEIGHT


Opening: TypeAlias = Literal["", "page", "paper"]
"""What a block begins: nothing, a page, or a paper of its own."""


class Paragraph(NamedTuple):
    """One paragraph: HTML of its line, its style, and the mark that hangs before its text."""

    html: str
    style: Style
    mark: str = ""
    hanging: int = 0
    question: str = ""
    new_page: Opening = ""
    is_item: bool = False


class Cell(NamedTuple):
    """One cell: its blocks, its width in twips with padding, its ground where it has one."""

    blocks: tuple["Block", ...]
    width: int
    fill: str = ""


class Row(NamedTuple):
    """One row, ``left`` twips in. ``heads`` are the rows that its table says again on each page."""

    cells: tuple[Cell, ...]
    padding: tuple[int, int]
    line: str = ""
    least: int = 0
    before: int = 0
    question: str = ""
    new_page: Opening = ""
    keep_next: bool = False
    heads: tuple["Row", ...] = ()
    left: int = 0


Block: TypeAlias = Paragraph | Row
Memory: TypeAlias = dict[tuple[object, ...], tuple[Cell, ...]]
"""The cells of rows by all that they were written from."""


@dataclass(slots=True)
class Blocks:
    """Writes the blocks of one document, from top to bottom, ``width`` twips wide."""

    inline: Inline
    dress: Dress
    width: int
    count: numbers.Count
    known: Memory = field(default_factory=dict)
    written: Memory = field(default_factory=dict)
    letter: int = 0
    _new_page: Opening = ""
    _after_table: bool = False

    def body(self, parent: etree._Element, question: str = "") -> Iterator[Block]:
        """The blocks inside an element, in order; PageError for what is no block."""
        for element in parent:
            yield from self.block(element, question)

    def block(self, element: etree._Element, outer: str) -> Iterator[Block]:
        """One element of the page as blocks; without a question of its own it takes ``outer``."""
        tag = str(element.tag)
        classes = (element.get("class") or "").split()
        question = element.get("data-question") or outer
        if tag == "section":
            yield from self._section(element, classes, question)
        elif tag == "p":
            yield self._paragraph(element, classes, question)
        elif tag in {"h1", "h2", "h3"}:
            yield self._heading(element, tag, classes, question)
        elif tag in {"ul", "ol"}:
            yield from self._list(element, tag, classes, question)
        elif tag == "table":
            yield from self._table(element, question, classes)
        else:
            raise PageError(f"<{tag}> is no block.")

    def _placed(self, paragraph: Paragraph, *, heading: bool = False) -> Paragraph:
        """The paragraph with the page break and the space that it owes to what stands before."""
        if self._after_table and not heading:
            paragraph = paragraph._replace(style=paragraph.style._replace(before=AFTER_TABLE))
        if self._new_page:
            paragraph = paragraph._replace(new_page=self._new_page)
        self._new_page, self._after_table = "", False
        return paragraph

    def _section(
        self, element: etree._Element, classes: list[str], question: str
    ) -> Iterator[Block]:
        if "new-page" in classes:
            self._new_page = "paper" if "paper" in classes else "page"
        if "columns" in classes:
            yield self._columns(element, question)
        elif "keep" in classes:
            yield from _kept_together(list(self.body(element, question)))
        else:
            yield from self.body(element, question)

    def _paragraph(self, element: etree._Element, classes: list[str], question: str) -> Paragraph:
        html, styles = self.inline.content(element), self.dress.styles
        mark, hanging = "", 0
        style = next((styles[name] for name in classes if name in NAMED), styles["normal"])
        if "clause" in classes:
            mark, hanging = self.count.next(numbers.CLAUSE).mark, CLAUSE_INDENT
            style = styles["clause"]._replace(left=CLAUSE_INDENT, keep_next=introduces(element))
        elif "subclause" in classes:
            mark, hanging = self.count.next(numbers.SUBCLAUSE).mark, LETTER_HANG
            style = styles["subclause"]._replace(left=SUBCLAUSE_INDENT)
        elif "entry" in classes:
            mark = element.findtext(".//span[@class='number']") or ""
            hanging = HEADING_INDENT if mark else 0
            style = style._replace(left=hanging)
        align = next((name for name in classes if name in {"right", "center"}), "")
        if align:
            style = style._replace(align=align)
        return self._placed(Paragraph(html, style, mark, hanging, question))

    def _heading(
        self, element: etree._Element, tag: str, classes: list[str], question: str
    ) -> Paragraph:
        html, style = self.inline.content(element), self.dress.styles[tag]
        if "numbered" not in classes:
            return self._placed(Paragraph(html, style, question=question), heading=True)
        style = style._replace(left=HEADING_INDENT)
        numbered = Paragraph(
            html, style, self.count.next(numbers.HEADING).mark, HEADING_INDENT, question
        )
        return self._placed(numbered, heading=True)

    def _list(
        self, element: etree._Element, tag: str, classes: list[str], question: str
    ) -> Iterator[Block]:
        checks = "checks" in classes
        indent = CHECK_INDENT if checks else BULLET_INDENT if tag == "ul" else NUMBER_INDENT
        style = self.dress.styles["item"]._replace(left=indent)
        for place, item in enumerate(element, start=1):
            if checks:
                mark = BOX
            elif tag == "ul":
                mark = "\N{BULLET}"
            else:
                letter = numbers.letter(place, self.inline.language)
                mark = f"{letter})" if "letters" in classes else f"{place}."
            asked = item.get("data-question") or question
            html = self.inline.content(item)
            yield self._placed(Paragraph(html, style, mark, indent, asked, is_item=True))

    def _table(
        self, element: etree._Element, outer: str, classes: Sequence[str]
    ) -> Iterator[Block]:
        widths = tables.widths(element, self.width, self.letter)
        cards = tables.are_cards(element)
        line, padding = self.dress.line, CARD_PADDING if cards else GRID_PADDING
        if "plain" in classes:
            line, padding = "", PLAIN_PADDING
        heads: list[Row] = []
        for tr in element.iter("tr"):
            parent = tr.getparent()
            heading = parent is not None and parent.tag == "thead"
            row = Row(
                self._remembered(tr, widths, padding, heading=heading, outer=outer),
                padding,
                line,
                tables.CARD_HEIGHT if cards else SIGNED if tr.get("class") == "sign" else 0,
                BETWEEN_TABLES if self._after_table else 0,
                tr.get("data-question") or outer,
                self._new_page,
                heading,
                left=(self.width - sum(widths)) // 2 if cards else 0,
            )
            self._new_page, self._after_table = "", False
            yield row if heading else row._replace(heads=tuple(heads))
            if heading:
                heads.append(row)
        self._after_table = True

    def _remembered(
        self,
        tr: etree._Element,
        widths: Sequence[int],
        padding: tuple[int, int],
        *,
        heading: bool,
        outer: str,
    ) -> tuple[Cell, ...]:
        source = etree.tostring(tr, encoding="utf-8", with_tail=False)
        key = (source, *widths, padding, heading, outer, self.dress.accent, self.inline.language)
        cells = self.known.get(key) or self.written.get(key)
        if cells is None:
            cells = tuple(self._cells(tr, widths, padding, heading=heading, outer=outer))
        self.written[key] = cells
        return cells

    def _cells(
        self,
        tr: etree._Element,
        widths: Sequence[int],
        padding: tuple[int, int],
        *,
        heading: bool,
        outer: str,
    ) -> Iterator[Cell]:
        place, question = 0, tr.get("data-question") or outer
        for one in tr:
            span = int(one.get("colspan") or 1)
            width = sum(widths[place : place + span])
            place += span
            classes = (one.get("class") or "").split()
            fill = next((f"#{LEVEL_FILLS[name]}" for name in classes if name in LEVEL_FILLS), "")
            if heading and not fill and padding == GRID_PADDING:
                fill = self.dress.head
            bold = heading or one.tag == "th" or "head" in classes
            name = "card" if padding == CARD_PADDING else "cell-head" if bold else "cell"
            style = self.dress.styles[name]
            yield Cell(self._cell(one, style, width - sum(padding), classes, question), width, fill)

    def _cell(
        self,
        element: etree._Element,
        style: Style,
        width: int,
        classes: list[str],
        question: str,
    ) -> tuple[Block, ...]:
        if len(element) and str(element[0].tag) in {"p", "ul", "ol", "h2", "h3"}:
            inner = Blocks(self.inline, self.dress, width, self.count)
            return tuple(inner.body(element, question))
        if "center" in classes:
            style = style._replace(align="center")
        return (Paragraph(self.inline.content(element), style, question=question),)

    def _columns(self, element: etree._Element, question: str) -> Row:
        share = self.width // max(1, len(element))
        new_page, before = self._new_page, BETWEEN_TABLES if self._after_table else 0
        cells = []
        for column in element:
            width = share - sum(PLAIN_PADDING)
            inner = Blocks(self.inline, self.dress, width, self.count)
            cells.append(Cell(tuple(inner.body(column, question)), share))
        self._new_page, self._after_table = "", True
        return Row(tuple(cells), PLAIN_PADDING, before=before, new_page=new_page)


def _kept_together(blocks: list[Block]) -> Iterator[Block]:
    """The blocks, each kept with the next up to the last or to the first table, as in Word.

    A list may break between its items, but for the first and the last two.
    """
    items = [isinstance(one, Paragraph) and one.is_item for one in blocks]
    for place, block in enumerate(blocks):
        if isinstance(block, Row):
            yield from blocks[place:]
            return
        is_loose = place > 0 and len(items[place - 1 : place + 3]) == 4
        if place == len(blocks) - 1 or (is_loose and all(items[place - 1 : place + 3])):
            yield block
        else:
            yield block._replace(style=block.style._replace(keep_next=True))
