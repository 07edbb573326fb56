"""The page as rich text: the second visitor, for the preview, for print and for PDF.

Qt's rich text knows a small part of HTML 4 and CSS; nothing else is written here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from lxml import etree

from wizard.documents import house, typography
from wizard.documents.page import PageError
from wizard.documents.word import tables
from wizard.documents.word.runs import SAFE_LINK

NBSP = "\N{NO-BREAK SPACE}"
BLANK_SIZE = 20
BOX = "\N{BALLOT BOX}"
MUTED = "#5B6470"
LETTERS = {"en": "abcdefghijklmnopqrstuvwxyz", "ru": "абвгдежзиклмнопрстуфхцшщэюя"}
STYLED = {
    "title": "title",
    "subtitle": "subtitle",
    "small": "small",
    "lead": "lead",
    "callout": "callout",
    "approval": "approval",
    "signature": "signature",
}
ALIGNED = ("right", "center")


@dataclass(frozen=True, slots=True)
class Dress:
    """How the rich text looks: sizes in points, colours as ``#RRGGBB``."""

    numbers: dict[str, float]
    accent: str
    tint: str
    head: str
    line: str
    muted: str
    centred_title: bool


def dress(look: str, accent: str) -> Dress:
    """The dress of a look of the house, in the owner's accent colour."""
    chosen = house.LOOKS[look]
    colour = house.readable(accent) if chosen.coloured else house.BLACK
    points = {
        name: value / 2
        for name, value in chosen.numbers.items()
        if name in {"size", "title", "h1", "h2", "lead", "small", "table"}
        and isinstance(value, int)
    }
    return Dress(
        points,
        f"#{colour}",
        f"#{house.tint(colour, 0.05) if chosen.coloured else 'F5F5F5'}",
        f"#{house.tint(colour, 0.11) if chosen.coloured else 'EEEEEE'}",
        "#C9D2D0" if chosen.coloured else "#808080",
        MUTED if chosen.coloured else "#404040",
        chosen.numbers["title_align"] == "center",
    )


def html(page: etree._Element, language: str, dressed: Dress) -> str:
    """The page as one HTML text; each block begins with an anchor named after its question."""
    return "".join(_Writer(language, dressed).body(page))


@dataclass(slots=True)
class _Writer:
    """Writes blocks from top to bottom and keeps the numbers of headings and clauses."""

    language: str
    dress: Dress
    _numbers: list[int] = field(default_factory=lambda: [0, 0, 0])
    _question: str = ""
    _break: bool = False

    def body(self, page: etree._Element) -> Iterator[str]:
        numbers = self.dress.numbers
        yield (
            f'<html><body style="font-size:{numbers["size"]}pt; color:#000000;'
            f' font-family:Arial, Liberation Sans, sans-serif;">'
        )
        for element in page:
            yield from self._block(element)
        yield "</body></html>"

    def _block(self, element: etree._Element) -> Iterator[str]:
        tag = str(element.tag)
        classes = (element.get("class") or "").split()
        outer = self._question
        self._question = element.get("data-question") or outer
        if tag == "section":
            yield from self._section(element, classes)
        elif tag == "p":
            yield self._paragraph(element, classes)
        elif tag in {"h1", "h2", "h3"}:
            yield self._heading(element, tag, classes)
        elif tag in {"ul", "ol"}:
            yield from self._list(element, tag, classes)
        elif tag == "table":
            yield from self._table(element, plain="plain" in classes)
        else:
            raise PageError(f"<{tag}> is no block.")
        self._question = outer

    def _section(self, element: etree._Element, classes: list[str]) -> Iterator[str]:
        self._break = self._break or "new-page" in classes
        if "columns" not in classes:
            for child in element:
                yield from self._block(child)
            return
        share = 100 // max(1, len(element))
        yield '<table width="100%" cellspacing="0" cellpadding="0"><tr>'
        for column in element:
            yield f'<td width="{share}%" style="padding-right:10px;">'
            for child in column:
                yield from self._block(child)
            yield "</td>"
        yield "</tr></table>"

    def _paragraph(self, element: etree._Element, classes: list[str]) -> str:
        numbers, dressed = self.dress.numbers, self.dress
        style = "margin:0 0 4px 0;"
        number = ""
        named = next((STYLED[name] for name in classes if name in STYLED), "")
        if named == "title":
            style = (
                f"margin:0 0 2px 0; font-size:{numbers['title']}pt; font-weight:600;"
                f" color:{dressed.accent};"
            )
            if dressed.centred_title:
                style += " text-align:center;"
        elif named in {"small", "subtitle"}:
            style = f"margin:0 0 4px 0; font-size:{numbers['small']}pt; color:{dressed.muted};"
        elif named == "lead":
            style = f"margin:0 0 6px 0; font-size:{numbers['lead']}pt;"
        elif named == "callout":
            style = f"margin:4px 0 6px 0; background-color:{dressed.tint};"
        elif named == "approval":
            style = "margin:0 0 4px 55%;"
        elif named == "signature":
            style = "margin:14px 0 4px 0;"
        if "clause" in classes:
            number = self._next(1)
        elif "subclause" in classes:
            number = self._next(2)
            style = "margin:0 0 4px 20px;"
        align = next((name for name in classes if name in ALIGNED), "")
        if align:
            style += f" text-align:{align};"
        return self._p(style, number + self._inline(element))

    def _heading(self, element: etree._Element, tag: str, classes: list[str]) -> str:
        size = self.dress.numbers["h1" if tag == "h1" else "h2"]
        number = self._next(0) if "numbered" in classes else ""
        style = (
            f"margin:9px 0 3px 0; font-size:{size}pt; font-weight:600; color:{self.dress.accent};"
        )
        return self._p(style, number + self._inline(element))

    def _list(self, element: etree._Element, tag: str, classes: list[str]) -> Iterator[str]:
        for place, item in enumerate(element, start=1):
            outer = self._question
            self._question = item.get("data-question") or outer
            if "checks" in classes:
                mark = BOX
            elif tag == "ul":
                mark = "•"
            elif "letters" in classes:
                mark = f"{LETTERS[self.language][place - 1]})"
            else:
                mark = f"{place}."
            style = "margin:0 0 2px 22px; text-indent:-16px;"
            yield self._p(style, f"{mark}{NBSP}{NBSP}{self._inline(item)}")
            self._question = outer

    def _table(self, element: etree._Element, *, plain: bool) -> Iterator[str]:
        widths = tables.widths(element, 100)
        border = "" if plain else f' border="1" style="border-color:{self.dress.line};"'
        yield self._anchor_line()
        yield (
            f'<table width="100%" cellspacing="0" cellpadding="{2 if plain else 4}"'
            f'{border} bordercolor="{self.dress.line}">'
        )
        for row in element.iter("tr"):
            yield from self._row(row, widths, plain=plain)
        yield '</table><p style="margin:0; font-size:3pt;"></p>'

    def _row(self, row: etree._Element, widths: list[int], *, plain: bool) -> Iterator[str]:
        outer = self._question
        self._question = row.get("data-question") or outer
        parent = row.getparent()
        heading = parent is not None and parent.tag == "thead"
        height = ' height="34"' if row.get("class") == "sign" else ""
        yield "<thead><tr>" if heading else f"<tr{height}>"
        place = 0
        for cell in row:
            span = int(cell.get("colspan") or 1)
            width = sum(widths[place : place + span])
            place += span
            yield self._cell(cell, width, span, heading=heading, plain=plain)
        yield "</tr></thead>" if heading else "</tr>"
        self._question = outer

    def _cell(
        self, cell: etree._Element, width: int, span: int, *, heading: bool, plain: bool
    ) -> str:
        classes = (cell.get("class") or "").split()
        fill = next(
            (f"#{house.LEVEL_FILLS[name]}" for name in classes if name in house.LEVEL_FILLS), ""
        )
        bold = heading or cell.tag == "th" or "head" in classes
        if not fill and bold and not plain:
            fill = self.dress.head
        ground = f' bgcolor="{fill}"' if fill else ""
        align = ' align="center"' if "center" in classes else ""
        if len(cell) and str(cell[0].tag) in {"p", "ul", "ol", "h2", "h3"}:
            content = "".join(text for child in cell for text in self._block(child))
        else:
            size = self.dress.numbers["table"]
            weight = " font-weight:600;" if bold else ""
            content = self._p(f"margin:0; font-size:{size}pt;{weight}", self._inline(cell))
        spanned = f' colspan="{span}"' if span > 1 else ""
        return f'<td width="{width}%"{spanned}{ground}{align}>{content}</td>'

    def _p(self, style: str, content: str) -> str:
        if self._break:
            style += " page-break-before:always;"
            self._break = False
        return f'<p style="{style}">{self._anchor()}{content}</p>'

    def _anchor(self) -> str:
        return f'<a name="{escape(self._question)}"></a>' if self._question else ""

    def _anchor_line(self) -> str:
        if not self._break:
            return ""
        self._break = False
        return '<p style="margin:0; font-size:1pt; page-break-before:always;"></p>'

    def _next(self, level: int) -> str:
        self._numbers[level] += 1
        self._numbers[level + 1 :] = [0] * (2 - level)
        shown = ".".join(str(number) for number in self._numbers[: level + 1])
        return f"{shown}.{NBSP}"

    def _inline(self, element: etree._Element) -> str:
        return "".join(self._pieces(element)).strip()

    def _pieces(self, element: etree._Element) -> Iterator[str]:
        yield self._own(element.text)
        for child in element:
            yield from self._child(child)
            yield self._own(child.tail)

    def _child(self, element: etree._Element) -> Iterator[str]:
        match str(element.tag):
            case "v":
                yield _kept(element.text or "")
            case "strong":
                yield f"<b>{self._joined(element)}</b>"
            case "em":
                yield f"<i>{self._joined(element)}</i>"
            case "span":
                yield self._span(element)
            case "br":
                yield "<br/>"
            case "blank":
                size = int(element.get("size") or BLANK_SIZE)
                yield f"<u>{NBSP * round(size * 1.6)}</u>"
            case "check":
                yield BOX
            case "a":
                yield self._link(element)
            case tag:
                raise PageError(f"<{tag}> cannot stand in a line of text.")

    def _joined(self, element: etree._Element) -> str:
        return "".join(self._pieces(element))

    def _span(self, element: etree._Element) -> str:
        name = element.get("class") or ""
        if name in house.LEVEL_FILLS:
            style = f"background-color:#{house.LEVEL_FILLS[name]}; font-weight:600;"
        else:
            style = f"color:{self.dress.muted};"
        return f'<span style="{style}">{self._joined(element)}</span>'

    def _link(self, element: etree._Element) -> str:
        target = element.get("href") or ""
        if not SAFE_LINK.match(target):
            return self._joined(element)
        return f'<a href="{escape(target)}">{self._joined(element)}</a>'

    def _own(self, text: str | None) -> str:
        if not text:
            return ""
        words = typography.collapsed(text)
        return escape(typography.russian(words) if self.language == "ru" else words)


def _kept(text: str) -> str:
    """The owner's words with every space and line break as typed."""
    kept = escape(text).replace("\t", NBSP * 4).replace("\n", "<br/>")
    return kept.replace("  ", f" {NBSP}")
