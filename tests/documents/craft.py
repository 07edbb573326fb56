"""The craft of a Word file: styles say how it looks, pages break well, hands have room."""

import re
from itertools import pairwise

from tests.documents.word_file import W, beginning, is_on, style_of, text_of, value

SEAM = "Seam"
BLANKS = {"Blank", "StampBlank"}
BLANK = re.compile("\N{ZERO WIDTH SPACE}\N{NO-BREAK SPACE}+")
BY_HAND = re.compile("[ \N{NO-BREAK SPACE}]{2,}|_{2,}|\\.{4,}")
HAND = 510  # twips: 9 mm, the least a hand needs to sign in
SCENARIO = re.compile(r"Scenario \d+|Сценарий №\s\d+")
DIRECT = {
    "pPr": {"pStyle", "keepNext", "pageBreakBefore", "numPr", "spacing", "jc", "sectPr"},
    "rPr": {"rStyle", "rFonts", "lang", "b", "bCs", "i", "iCs", "color", "shd"},
    "trPr": {"cantSplit", "trHeight", "tblHeader"},
    "tcPr": {"tcW", "gridSpan", "shd"},
    "tblPr": {
        "tblStyle", "tblW", "jc", "tblLayout", "tblLook", "tblCaption", "tblDescription",
    },
}  # fmt: skip
"""What may be said beside a style; of the fuller ones ``formats_by_style`` says when."""
SHARED = frozenset({"Stamp", "Hyperlink"})
"""Styles of letters that leave no room for the one of bold ones."""
AFTER_TABLE = {f"{W}before": "120"}


def fills_no_space_with_paragraphs(file):
    """Word demands a paragraph in a cell and after a table; any other empty one is a gap."""
    for paragraph in file.paragraphs:
        if not is_empty(paragraph):
            continue
        before, after = paragraph.getprevious(), paragraph.getnext()
        if style_of(paragraph) == SEAM:
            if not is_table(before) and not is_table(after):
                yield f"A seam stands where Word needs none, before {named(after)}."
            spacing = file.of_paragraph(paragraph, "spacing")
            if (value(spacing, "line"), value(spacing, "lineRule")) != ("20", "exact"):
                yield "A seam is not one point high."
        elif not (is_cell(paragraph.getparent()) and stands_alone(paragraph)):
            yield f"An empty paragraph makes room before {named(after)}."


def waits(run):
    """Whether the run is what a control shows until it is filled in: room to click, no words."""
    holders = (one.find(f"{W}sdtPr/{W}showingPlcHdr") for one in run.iterancestors(f"{W}sdt"))
    return any(one is not None for one in holders) and BLANK.fullmatch(text_of(run))


def spaces_by_style(file):
    """A gap is a style's: runs of spaces, underscores and tabs read as noise, and never line up."""
    for run in file.body.iter(f"{W}r"):
        said = text_of(run)
        style = value(run.find(f"{W}rPr/{W}rStyle"))
        if style in BLANKS:
            if not BLANK.fullmatch(said):
                yield f"The blank {beginning(run)} is not one of no-break spaces."
        elif BY_HAND.search(said) and not waits(run):
            yield f"{beginning(run)} has a gap made of characters."
        if run.find(f"{W}tab") is not None:
            paragraph = next(run.iterancestors(f"{W}p"))
            if file.of_paragraph(paragraph, "tabs") is None:
                yield f"{beginning(paragraph)} has a tab and no stop for it."


def has_styles_for_all(file):
    """A letterhead's own header and footer may do without."""
    for root in file.printed:
        for paragraph in root.iter(f"{W}p"):
            style = style_of(paragraph)
            if style not in file.styles and (style or root is file.body):
                yield f"{beginning(paragraph)} has the style {style or 'of nobody'}."


def formats_by_style(file):
    for kind, allowed in DIRECT.items():
        for properties in file.body.iter(f"{W}{kind}"):
            for one in properties:
                name = one.tag.removeprefix(W)
                if name not in allowed or not is_meant(one, name, properties):
                    yield f"{beginning(properties.getparent())} has {name} of its own."


def is_meant(one, name, properties):
    """Whether a direct property stands where only it can: after a table, in a level, a link."""
    if name == "spacing":
        before = properties.getparent().getprevious()
        return is_table(before) and dict(one.attrib) == AFTER_TABLE
    if name == "rFonts":
        return any(True for _ in properties.iterancestors(f"{W}sdtContent"))
    level = properties.find(f"{W}shd") is not None
    if name == "color":
        return level
    if name in {"b", "bCs", "i", "iCs"}:
        return (level and name == "b") or value(properties.find(f"{W}rStyle")) in SHARED
    return True


def keeps_headings_with_text(file):
    for paragraph in file.paragraphs:
        style = style_of(paragraph)
        if (style == "Title" or style.startswith("Heading")) and not is_on(
            file.of_paragraph(paragraph, "keepNext")
        ):
            yield f"The heading {beginning(paragraph)} may end a page."
    if file.paragraphs and style_of(file.paragraphs[-1]).startswith("Heading"):
        yield f"The heading {beginning(file.paragraphs[-1])} has nothing below."


def keeps_rows_whole(file):
    for row in file.body.iter(f"{W}tr"):
        if not is_on(row.find(f"{W}trPr/{W}cantSplit")):
            yield f"The row {beginning(row)} may break across pages."


def leaves_no_widows(file):
    """What no style says of it is on."""
    for paragraph in file.paragraphs:
        said = file.of_paragraph(paragraph, "widowControl")
        if said is not None and not is_on(said):
            yield f"{beginning(paragraph)} may leave a line alone on a page."


def leaves_room_for_hands(file):
    """A row with an empty cell is filled in by hand; one of a matrix has a colour."""
    for row in file.body.iter(f"{W}tr"):
        empty = [cell for cell in row.findall(f"{W}tc") if not text_of(cell).strip()]
        written = all(cell.find(f"{W}tcPr/{W}shd") is not None for cell in empty)
        if written or row.find(f"{W}trPr/{W}tblHeader") is not None:
            continue
        height = row.find(f"{W}trPr/{W}trHeight")
        if int(value(height) or 0) < HAND or value(height, "hRule") != "atLeast":
            yield f"The row {beginning(row)} is too low to be filled in by hand."


def begins_scenarios_on_pages(file):
    for paragraph in file.paragraphs:
        scenario = style_of(paragraph) == "Heading1" and SCENARIO.match(text_of(paragraph))
        if scenario and not is_on(file.of_paragraph(paragraph, "pageBreakBefore")):
            yield f"{beginning(paragraph)} does not begin a page."


def separates_tables(file):
    """Word joins two tables that follow each other."""
    for one, other in pairwise(file.body):
        if is_table(one) and is_table(other):
            yield f"The tables {beginning(one)} and {beginning(other)} run together."


def is_empty(paragraph):
    """Whether a paragraph shows nothing; what is not printed but bookmarked does not count."""
    shown = (f"{W}t", f"{W}drawing", f"{W}pict", f"{W}sym", f"{W}fldSimple", f"{W}instrText")
    return next(paragraph.iter(*shown), None) is None


def is_table(element):
    return element is not None and element.tag == f"{W}tbl"


def is_cell(element):
    return element.tag == f"{W}tc"


def stands_alone(paragraph):
    return len(paragraph.getparent().findall(f"{W}p")) == 1


def named(element):
    return "the end" if element is None or element.tag == f"{W}sectPr" else beginning(element)


RULES = (
    fills_no_space_with_paragraphs,
    spaces_by_style,
    has_styles_for_all,
    formats_by_style,
    keeps_headings_with_text,
    keeps_rows_whole,
    leaves_no_widows,
    leaves_room_for_hands,
    begins_scenarios_on_pages,
    separates_tables,
)
