"""How the rich text looks: the house style of ``resources/house/styles.xml`` as plain numbers.

Lengths are twips, sizes half points, lines 240ths of the letters' own height, as in Word.
"""

from functools import lru_cache
from typing import NamedTuple

from wizard.documents import house
from wizard.documents.word.tables import CARD_TOP

INK = "#000000"
BAR_SPACE = 160
CARD_SIZE, CARD_LINE = 14, 253
"""As the style of cards in Word, whose lines are 8.5 points high."""


class Style(NamedTuple):
    """How one paragraph looks. ``bar`` is the colour of a bar at its left, ``fill`` its ground."""

    size: int
    colour: str = INK
    bold: bool = False
    before: int = 0
    after: int = 0
    line: int = 252
    left: int = 0
    align: str = "left"
    keep_next: bool = False
    keep_lines: bool = False
    fill: str = ""
    bar: str = ""
    right: int = 0


class Dress(NamedTuple):
    """The styles of a look by the names that Word knows them by, and its colours."""

    styles: dict[str, Style]
    accent: str
    muted: str
    head: str
    line: str


@lru_cache(maxsize=16)
def dress(look: str, accent: str) -> Dress:
    """The dress of a look of the house, in the owner's accent colour."""
    chosen = house.LOOKS[look]
    bare = house.readable(accent) if chosen.coloured else house.BLACK
    colour = f"#{bare}"
    muted = "#5B6470" if chosen.coloured else "#404040"
    tint = f"#{house.tint(bare, house.CALLOUT_TINT)}" if chosen.coloured else "#F5F5F5"
    head = f"#{house.tint(bare, house.HEAD_TINT)}" if chosen.coloured else "#EEEEEE"
    line = "#C9D2D0" if chosen.coloured else "#808080"
    styles = _styles(chosen, colour, muted, tint)
    return Dress(styles, colour, muted, head, line)


def _styles(look: house.Look, colour: str, muted: str, tint: str) -> dict[str, Style]:
    number = {name: value for name, value in look.numbers.items() if isinstance(value, int)}
    title_align = str(look.numbers["title_align"])
    normal = Style(number["size"], after=number["after"], line=number["line"])
    small = normal._replace(size=number["small"], colour=muted, after=number["small_after"])
    heading = normal._replace(bold=True, keep_next=True, keep_lines=True)
    item = normal._replace(after=number["item_after"])
    cell = Style(number["table"], before=number["cell"], after=number["cell"], line=240)
    return {
        "normal": normal,
        "small": small,
        "title": heading._replace(
            size=number["title"], colour=colour, before=number["title_before"],
            after=number["title_after"], align=title_align,
        ),
        "subtitle": small._replace(
            after=number["subtitle_after"], align=title_align, keep_next=True
        ),
        "h1": heading._replace(
            size=number["h1"], colour=colour, before=number["h1_before"], after=80
        ),
        "h2": heading._replace(
            size=number["h2"], colour=colour, before=number["h2_before"], after=60
        ),
        "h3": heading._replace(before=100, after=40),
        "lead": normal._replace(size=number["lead"]),
        "callout": normal._replace(keep_lines=True, fill=tint, bar=colour, left=200),
        "approval": normal._replace(after=20, left=5100, keep_next=True),
        "signature": normal._replace(before=240, after=120, keep_lines=True),
        "entry": normal._replace(after=0),
        "clause": normal._replace(after=60),
        "subclause": normal._replace(after=40),
        "item": item,
        "cell": cell,
        "cell-head": cell._replace(bold=True),
        "card": Style(CARD_SIZE, before=CARD_TOP, line=CARD_LINE),
    }  # fmt: skip
