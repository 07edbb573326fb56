"""What stands at the top or the bottom of a page, in rows of cells as one sees them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from wizard.documents.letterheads.package import V, W

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
TEXT_BOX = f"{W}txbxContent"
UNSEEN = frozenset({FALLBACK, f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr"})
BREAKS = frozenset({f"{W}br", f"{W}cr"})
TABS = frozenset({f"{W}tab", f"{W}ptab"})
PICTURES = frozenset({f"{A}blip", f"{V}imagedata"})
ALIGNED = {"center": "center", "right": "right", "end": "right"}
AT_TABS = {2: ("left", "right"), 3: ("left", "center", "right")}
"""Where what stands between tabs is seen, as Word and LibreOffice set the tabs of a header."""
MOST_ROWS, MOST_LETTERS = 40, 200


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines of plain text beside others in a row; ``align`` is left, center or right."""

    lines: tuple[str, ...]
    has_picture: bool = False
    align: str = "left"

    @property
    def is_empty(self) -> bool:
        """Whether nothing is seen in it."""
        return not self.lines and not self.has_picture


@dataclass(frozen=True, slots=True)
class Strip:
    """A header or a footer; ``columns`` of its widest table, 0 where it has none."""

    rows: tuple[tuple[Cell, ...], ...] = ()
    columns: int = 0

    @property
    def lines(self) -> tuple[str, ...]:
        """All its text."""
        return tuple(line for row in self.rows for cell in row for line in cell.lines)

    @property
    def has_picture(self) -> bool:
        """Whether a picture stands in it."""
        return any(cell.has_picture for row in self.rows for cell in row)


def strip(tree: etree._Element) -> Strip:
    """The header or footer with this root."""
    rows = tuple(row for row in _rows(tree) if not all(cell.is_empty for cell in row))
    tables = [_grid(table) for table in tree.iter(f"{W}tbl") if not _is_inside(table, tree)]
    return Strip(rows[:MOST_ROWS], max(tables, default=0))


def cells(tree: etree._Element) -> Iterator[Cell]:
    """All that is seen in a part, cell by cell, also what is empty."""
    for row in _rows(tree):
        yield from row


def _rows(element: etree._Element) -> Iterator[tuple[Cell, ...]]:
    for child in element:
        if child.tag in UNSEEN:
            continue
        if child.tag == f"{W}p":
            yield _paragraph(child)
            for box in child.iter(TEXT_BOX):
                if not _is_inside(box, child):
                    yield from _rows(box)
        elif child.tag == f"{W}tbl":
            for row in child.iterchildren(f"{W}tr"):
                yield tuple(_cell(cell) for cell in row.iter(f"{W}tc") if _row_of(cell) is row)
        else:
            yield from _rows(child)  # a content control, an insertion that is tracked


def _grid(table: etree._Element) -> int:
    """How many columns are seen: the cells of the fullest row, whatever the grid has beside."""
    return max(
        (
            sum(1 for cell in row.iter(f"{W}tc") if _row_of(cell) is row)
            for row in table.iterchildren(f"{W}tr")
        ),
        default=0,
    )


def _row_of(cell: etree._Element) -> etree._Element | None:
    return next(cell.iterancestors(f"{W}tr"), None)


def _is_inside(element: etree._Element, outer: etree._Element) -> bool:
    """Whether something unseen, or another text box or table, holds it within ``outer``."""
    for parent in element.iterancestors():
        if parent is outer:
            return False
        if parent.tag in UNSEEN or parent.tag in {TEXT_BOX, f"{W}tc"}:
            return True
    return False


def _cell(cell: etree._Element) -> Cell:
    """A cell of a table, with all rows of a table inside it below each other."""
    inner = [one for row in _rows(cell) for one in row]
    align = next((one.align for one in inner if not one.is_empty), "left")
    return Cell(
        tuple(line for one in inner for line in one.lines),
        any(one.has_picture for one in inner),
        align,
    )


def _paragraph(paragraph: etree._Element) -> tuple[Cell, ...]:
    text, has_picture = [], False
    for piece in _pieces(paragraph):
        if isinstance(piece, str):
            text.append(piece)
        else:
            has_picture = True
    said = paragraph.find(f"{W}pPr/{W}jc")
    align = ALIGNED.get((said.get(f"{W}val") or "") if said is not None else "", "left")
    between = "".join(text).split("\t")
    places = AT_TABS.get(len(between))
    if places is None:
        return (Cell(_lines(" ".join(between)), has_picture, align),)
    cells = [Cell(_lines(words), align=place) for words, place in zip(between, places, strict=True)]
    return (replace(cells[0], has_picture=has_picture), *cells[1:])


def _lines(text: str) -> tuple[str, ...]:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return tuple(line[:MOST_LETTERS] for line in lines if line)


def _pieces(element: etree._Element) -> Iterator[str | None]:
    """The text in its order, None for a picture; what stands in a text box is left to its own."""
    for child in element:
        if child.tag in UNSEEN or child.tag == TEXT_BOX:
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in TABS:
            yield "\t"
        elif child.tag in BREAKS:
            yield "\n"
        elif child.tag == f"{W}noBreakHyphen":
            yield "\N{NON-BREAKING HYPHEN}"
        elif child.tag in PICTURES:
            yield None
            yield from _pieces(child)
        else:
            yield from _pieces(child)
