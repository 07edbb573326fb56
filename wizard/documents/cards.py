"""What fits on a card of the size of a bank card: whole entries, never a part of one."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from wizard.documents import line_breaks

ROOM = 31.5
"""The width of a card in letters of size 1, a little less than the house style gives it."""
BREAK = Markup("<br/>")
BLANK = re.compile(r'<blank size="(\d+)"/>')


def fitted(
    entries: Iterable[Markup], lines: int, between: str | Markup = BREAK, most: int | None = None
) -> Markup:
    """The entries that fit into so many lines, ``most`` of them; one that does not is left out."""
    found: list[Markup] = []
    for entry in entries:
        if most is not None and len(found) == most:
            break
        longer = [*found, entry]
        if _lines(Markup(between).join(longer)) <= lines:
            found = longer
    return Markup(between).join(found)


def _lines(markup: Markup) -> int:
    shown = BLANK.sub(lambda blank: "_" * int(blank[1]), str(markup))
    shown = shown.strip().replace("\n", "<br/>").replace("\t", "    ")
    bold = shown.replace("<strong>", "<b>").replace("</strong>", "</b>")
    return line_breaks.lines(bold, ROOM)
