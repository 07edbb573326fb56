"""What stands at the top or the bottom of a page, in rows of cells as one sees them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from wizard.documents.house import EMU_A_TWIP
from wizard.documents.letterheads.package import R, V, W

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
NO_IMAGES: Mapping[str, bytes] = {}
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
UNKNOWN_SIDE = 567
"""Twips: 1 cm, for a picture that does not say its size."""
LARGEST_SIDE = 31680


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a letterhead: its bytes, none where they are elsewhere, its size in twips.

    One that floats takes no room from the text beside it.
    """

    content: bytes = b""
    width: int = UNKNOWN_SIDE
    height: int = UNKNOWN_SIDE
    floats: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines of plain text beside others in a row; ``align`` is left, center or right."""

    lines: tuple[str, ...]
    has_picture: bool = False
    align: str = "left"
    picture: Picture | None = field(default=None, compare=False)

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


def strip(tree: etree._Element, images: Mapping[str, bytes] = NO_IMAGES) -> Strip:
    """The header or footer with this root; ``images``: the bytes of its pictures by their ids."""
    rows = tuple(row for row in _rows(tree, images) if not all(cell.is_empty for cell in row))
    tables = [_grid(table) for table in tree.iter(f"{W}tbl") if not _is_inside(table, tree)]
    return Strip(rows[:MOST_ROWS], max(tables, default=0))


def all_cells(tree: etree._Element) -> Iterator[Cell]:
    """All that is seen in a part, cell by cell, also what is empty."""
    for row in _rows(tree, NO_IMAGES):
        yield from row


def _rows(element: etree._Element, images: Mapping[str, bytes]) -> Iterator[tuple[Cell, ...]]:
    for child in element:
        if child.tag in UNSEEN:
            continue
        if child.tag == f"{W}p":
            yield _paragraph(child, images)
            for box in child.iter(TEXT_BOX):
                if not _is_inside(box, child):
                    yield from _rows(box, images)
        elif child.tag == f"{W}tbl":
            for row in child.iterchildren(f"{W}tr"):
                yield tuple(
                    _cell(cell, images) for cell in row.iter(f"{W}tc") if _row_of(cell) is row
                )
        else:
            yield from _rows(child, images)  # a content control, an insertion that is tracked


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


def _cell(cell: etree._Element, images: Mapping[str, bytes]) -> Cell:
    """A cell of a table, with all rows of a table inside it below each other."""
    inner = [one for row in _rows(cell, images) for one in row]
    align = next((one.align for one in inner if not one.is_empty), "left")
    return Cell(
        tuple(line for one in inner for line in one.lines),
        any(one.has_picture for one in inner),
        align,
        next((one.picture for one in inner if one.picture is not None), None),
    )


def _paragraph(paragraph: etree._Element, images: Mapping[str, bytes]) -> tuple[Cell, ...]:
    text: list[str] = []
    picture: Picture | None = None
    for piece in _pieces(paragraph, images):
        if isinstance(piece, str):
            text.append(piece)
        else:
            picture = picture or piece
    has_picture = picture is not None
    said = paragraph.find(f"{W}pPr/{W}jc")
    align = ALIGNED.get((said.get(f"{W}val") or "") if said is not None else "", "left")
    between = "".join(text).split("\t")
    places = AT_TABS.get(len(between))
    if places is None:
        return (Cell(_lines(" ".join(between)), has_picture, align, picture),)
    cells = [Cell(_lines(words), align=place) for words, place in zip(between, places, strict=True)]
    return (replace(cells[0], has_picture=has_picture, picture=picture), *cells[1:])


def _lines(text: str) -> tuple[str, ...]:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return tuple(line[:MOST_LETTERS] for line in lines if line)


def _pieces(element: etree._Element, images: Mapping[str, bytes]) -> Iterator[str | Picture]:
    """The text and the pictures in their order; what stands in a text box is left to its own."""
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
            yield _picture(child, images)
            yield from _pieces(child, images)
        else:
            yield from _pieces(child, images)


def _picture(blip: etree._Element, images: Mapping[str, bytes]) -> Picture:
    frame = next(blip.iterancestors(f"{WP}inline", f"{WP}anchor"), None)
    extent = frame.find(f"{WP}extent") if frame is not None else None
    width, height = (
        _side(extent.get(name)) if extent is not None else UNKNOWN_SIDE for name in ("cx", "cy")
    )
    content = images.get(blip.get(f"{R}embed") or blip.get(f"{R}id") or "", b"")
    floats = frame is not None and frame.tag == f"{WP}anchor"
    return Picture(content, width, height, floats)


def _side(said: str | None) -> int:
    """A length in twips; that of a picture which does not say it where it makes no sense."""
    twips = int(said) // EMU_A_TWIP if said and said.isdecimal() else 0
    return twips if 0 < twips <= LARGEST_SIDE else UNKNOWN_SIDE
