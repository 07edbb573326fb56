"""Tables: widths, header rows that repeat, rows that do not break, coloured cells."""

from collections.abc import Callable

from lxml import etree

from wizard.documents.house import LEVEL_FILLS
from wizard.documents.page import classes
from wizard.documents.word.runs import escape

SIGNATURE_HEIGHT = 567  # twips: 10 mm, a hand needs at least 9
PADDING = 240
"""Twips: what a cell keeps free beside its words, and a little more."""
CARD_WIDTH, CARD_HEIGHT = 4853, 3061
"""Twips: 85.6 x 54 mm, a bank card (ISO/IEC 7810 ID-1)."""
CARD_SIDE, CARD_TOP = 170, 110
"""Twips that a card keeps free beside and above its words, as the house style has it."""
ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
SIGN_ROW = (
    "<w:tr><w:trPr><w:cantSplit/>"
    f'<w:trHeight w:val="{SIGNATURE_HEIGHT}" w:hRule="atLeast"/></w:trPr>'
)
CARD_ROW = (
    f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{CARD_HEIGHT}" w:hRule="exact"/></w:trPr>'
)
CENTRED = '<w:jc w:val="center"/>'
HEAD_ROW = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


def widths(table: etree._Element, available: int, letter: int = 0) -> list[int]:
    """The width of each column in twips, from the shares the table gives or equal ones.

    ``letter``: how wide a letter may be. Where the paper or its letters are not the house's own no
    column is narrower than the longest word of its heading; the others give what that takes.
    Cards are as wide as they are.
    """
    first = next(table.iter("tr"))
    if are_cards(table):
        return [CARD_WIDTH] * len(first)
    shares = [float(share) for share in (table.get("widths") or "").split()] or [1.0] * len(first)
    found = [available * share / sum(shares) for share in shares]
    if letter and has_heads(table) and len(first) == len(found):
        needed = [min(_longest_word(cell) * letter + PADDING, available) for cell in first]
        found = _at_least(found, needed)
    return [round(width) for width in found]


def _longest_word(cell: etree._Element) -> int:
    text = "".join(str(piece) for piece in cell.itertext())
    return max(map(len, text.split()), default=0)


def _at_least(widths: list[float], needed: list[int]) -> list[float]:
    """The same width in all, no column below its need where the others can spare it."""
    lacking = sum(max(0.0, need - width) for width, need in zip(widths, needed, strict=True))
    spare = [max(0.0, width - need) for width, need in zip(widths, needed, strict=True)]
    if not lacking or sum(spare) < lacking:
        return widths
    given = lacking / sum(spare)
    return [
        max(width, need) - one * given
        for width, need, one in zip(widths, needed, spare, strict=True)
    ]


def has_heads(table: etree._Element) -> bool:
    """Whether the table has a header row."""
    return table.find("thead") is not None


def are_cards(table: etree._Element) -> bool:
    """Whether the cells of the table are cards to be cut out."""
    return "cards" in classes(table)


def opening(
    style: str, columns: list[int], summary: str, *, heads: bool, centred: bool = False
) -> str:
    """The start of a table up to its first row; ``centred`` between the edges of the text.

    That is no matter of its style: LibreOffice does not heed it there.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    described = (
        f'<w:tblDescription w:val="{escape(summary).replace(chr(34), "&quot;")}"/>'
        if summary
        else ""
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        f"{CENTRED if centred else ''}"
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{"0020" if heads else "0000"}" '
        f'w:firstRow="{int(heads)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        'w:noHBand="1" w:noVBand="1"/>'
        f"{described}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )


def row(
    element: etree._Element,
    columns: list[int],
    cell: Callable[[etree._Element, str, str], str],
    *,
    cards: bool = False,
) -> str:
    """One row; ``cell`` writes the content of a cell of some classes in a paragraph style."""
    parent = element.getparent()
    heading = parent is not None and parent.tag == "thead"
    plain = CARD_ROW if cards else SIGN_ROW if element.get("class") == "sign" else ROW
    parts = [HEAD_ROW if heading else plain]
    place, text = 0, "CardText" if cards else "TableText"
    for one in element:
        width, span, shade = columns[place], "", ""
        style = "TableHead" if heading else "RowHead" if one.tag == "th" else text
        place += 1
        if one.get("colspan"):
            count = int(one.get("colspan", ""))
            width += sum(columns[place : place + count - 1])
            place += count - 1
            span = f'<w:gridSpan w:val="{count}"/>' if count > 1 else ""
        said = one.get("class") or ""
        for name in said.split() if said else ():
            if name in LEVEL_FILLS:
                shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{LEVEL_FILLS[name]}"/>'
            elif name == "head" and not heading:
                style = "RowHead"
        parts.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{shade}</w:tcPr>'
            f"{cell(one, style, said)}</w:tc>"
        )
    parts.append("</w:tr>")
    return "".join(parts)
