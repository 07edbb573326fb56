"""Tables: widths, header rows that repeat, rows that do not break, coloured cells."""

from collections.abc import Callable

from lxml import etree

from wizard.documents.house import LEVEL_FILLS
from wizard.documents.word.runs import escape

SIGNATURE_HEIGHT = 567  # twips: 10 mm, a hand needs at least 9
ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
SIGN_ROW = (
    "<w:tr><w:trPr><w:cantSplit/>"
    f'<w:trHeight w:val="{SIGNATURE_HEIGHT}" w:hRule="atLeast"/></w:trPr>'
)
HEAD_ROW = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


def widths(table: etree._Element, available: int) -> list[int]:
    """The width of each column in twips, from the shares the table gives or equal ones."""
    first = next(table.iter("tr"))
    shares = [float(share) for share in (table.get("widths") or "").split()] or [1.0] * len(first)
    return [round(available * share / sum(shares)) for share in shares]


def has_heads(table: etree._Element) -> bool:
    """Whether the table has a header row."""
    return table.find("thead") is not None


def opening(style: str, columns: list[int], summary: str, *, heads: bool) -> str:
    """The start of a table up to its first row."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    described = (
        f'<w:tblDescription w:val="{escape(summary).replace(chr(34), "&quot;")}"/>'
        if summary
        else ""
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{"0020" if heads else "0000"}" '
        f'w:firstRow="{int(heads)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        'w:noHBand="1" w:noVBand="1"/>'
        f"{described}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )


def row(
    element: etree._Element, columns: list[int], cell: Callable[[etree._Element, str], str]
) -> str:
    """One row; ``cell`` writes the content of a cell in a paragraph style."""
    parent = element.getparent()
    heading = parent is not None and parent.tag == "thead"
    parts = [HEAD_ROW if heading else SIGN_ROW if element.get("class") == "sign" else ROW]
    place = 0
    for one in element:
        span = int(one.get("colspan") or 1)
        width = sum(columns[place : place + span])
        place += span
        classes = one.get("class")
        properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        if span > 1:
            properties += f'<w:gridSpan w:val="{span}"/>'
        if classes:
            fill = next((LEVEL_FILLS[name] for name in classes.split() if name in LEVEL_FILLS), "")
            if fill:
                properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
        if heading:
            style = "TableHead"
        elif one.tag == "th" or (classes is not None and "head" in classes.split()):
            style = "RowHead"
        else:
            style = "TableText"
        content = cell(one, style)
        parts.append(f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>")
    parts.append("</w:tr>")
    return "".join(parts)
