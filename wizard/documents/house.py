"""The house style: three looks, each a set of numbers for ``resources/house/styles.xml``."""

import re
from dataclasses import dataclass
from string import Template

from wizard import paths

HOUSE_ACCENT = "0F5F55"
BLACK = "000000"
LOCALES = {"en": "en-GB", "ru": "ru-RU"}
TWIPS_A_MILLIMETRE = 1440 / 25.4
TWIPS_A_HALF_POINT = 10
EMU_A_TWIP = 635
PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes in half points, spaces in twips, margins in millimetres (top, right, bottom, left)."""

    numbers: dict[str, int | str]
    margins: tuple[float, float, float, float]
    coloured: bool


LOOKS = {
    "public": Look(
        {
            "size": 20, "after": 80, "line": 252, "title": 40, "h1": 26, "h2": 22, "lead": 22,
            "small": 17, "small_after": 60, "h1_before": 170, "h2_before": 140, "item_after": 20,
            "subtitle_after": 120, "table": 19, "cell": 40, "title_align": "left",
            "title_before": 0, "title_after": 40,
        },
        (15, 20, 15, 20),
        coloured=True,
    ),
    "sober": Look(
        {
            "size": 24, "after": 80, "line": 252, "title": 28, "h1": 24, "h2": 24, "lead": 24,
            "small": 20, "small_after": 60, "h1_before": 220, "h2_before": 160, "item_after": 40,
            "subtitle_after": 160, "table": 21, "cell": 40, "title_align": "center",
            "title_before": 240, "title_after": 160,
        },
        (20, 15, 20, 20),
        coloured=False,
    ),
    "plan": Look(
        {
            "size": 21, "after": 90, "line": 252, "title": 40, "h1": 28, "h2": 22, "lead": 22,
            "small": 17, "small_after": 60, "h1_before": 240, "h2_before": 140, "item_after": 30,
            "subtitle_after": 120, "table": 19, "cell": 40, "title_align": "left",
            "title_before": 0, "title_after": 40,
        },
        (15, 20, 15, 20),
        coloured=True,
    ),
}  # fmt: skip
CALLOUT_TINT, HEAD_TINT = 0.05, 0.11
"""How strong the grounds of callouts and of the heads of tables are in the accent."""
LEAST_CONTRAST = 4.5
ABOVE_IMPRINT = 160
"""Twips between the text of a letterhead and our line in its footer."""
BINDING_MARGIN = 30.0
SIZES = ("size", "title", "h1", "h2", "lead", "small", "table")
"""Those of the numbers that are sizes of letters."""
APPROVAL_SHARE = 0.545
"""Where the block with the approval begins, as a share of the text's width."""
LEVEL_FILLS = {
    "level-low": "DCEFD6",
    "level-medium": "FCE8B2",
    "level-high": "F8CD8B",
    "level-critical": "EC8B7E",
    "sev-grey": "E8E8EC",
    "sev-yellow": "FCE8B2",
    "sev-orange": "F8CD8B",
    "sev-red": "EC8B7E",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper a document is laid out on; all lengths in twips."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        return self.width - self.left - self.right


def must_know(look: str, paper: str, language: str) -> None:
    """ValueError for a look, a paper or a language that there is none of."""
    for name, known in ((look, LOOKS), (paper, PAPERS), (language, LOCALES)):
        if name not in known:
            raise ValueError(f"There is no {name!r} among {', '.join(known)}.")


def sheet(look: str, paper: str, *, binding: bool) -> Sheet:
    """The paper of a look; ``binding`` widens the left margin for the file."""
    width, height = PAPERS[paper]
    top, right, bottom, left = LOOKS[look].margins
    lengths = (width, height, top, right, bottom, BINDING_MARGIN if binding else left)
    return Sheet(*(round(length * TWIPS_A_MILLIMETRE) for length in lengths))


def styles(
    look: str, language: str, accent: str, text_width: int, plain: float | None = None
) -> str:
    """The styles part of a look, in the document's language and the owner's accent colour.

    ``plain``: the size in points of plain text that is not the look's own; all others keep their
    proportion to it. It is that of a letterhead, whose footer stands close below the text.
    """
    chosen = LOOKS[look]
    numbers = dict(chosen.numbers)
    if plain is not None:
        factor = 2 * plain / int(numbers["size"])
        numbers |= {name: round(int(numbers[name]) * factor) for name in SIZES}
    colour = readable(accent) if chosen.coloured else BLACK
    source = (paths.resources() / "house" / "styles.xml").read_text("utf-8")
    return Template(source).substitute(
        numbers,
        lang=LOCALES[language],
        heading=colour,
        link="single" if chosen.coloured else "none",
        muted="5B6470" if chosen.coloured else "404040",
        tint=tint(colour, CALLOUT_TINT) if chosen.coloured else "F5F5F5",
        head_fill=tint(colour, HEAD_TINT) if chosen.coloured else "EEEEEE",
        line_colour="C9D2D0" if chosen.coloured else "808080",
        text_width=text_width,
        imprint_before=0 if plain is None else ABOVE_IMPRINT,
        approval=round(text_width * APPROVAL_SHARE),
    )


def readable(accent: str) -> str:
    """The accent as six hex digits, darkened until each ground gives it a contrast of 4.5 : 1.

    The grounds are white paper and the accent's own tints. What is no colour gives the house's own.
    Contrast as WCAG 2 defines it.
    """
    match = re.fullmatch(r"#?([0-9a-fA-F]{6})", accent.strip())
    if not match:
        return HOUSE_ACCENT
    colour = match[1].upper()
    while contrast(colour, tint(colour, HEAD_TINT)) < LEAST_CONTRAST:
        colour = "".join(f"{int(channel * 0.92):02X}" for channel in _channels(colour))
    return colour


def contrast(one: str, other: str) -> float:
    """How much lighter one colour is than the other, from 1 to 21."""
    darker, lighter = sorted(_luminance(_channels(colour)) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def tint(colour: str, strength: float) -> str:
    """The colour thinned with white; ``strength`` 0 is white, 1 the colour itself."""
    channels = (round(255 + (channel - 255) * strength) for channel in _channels(colour))
    return "".join(f"{channel:02X}" for channel in channels)


def _channels(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (0, 2, 4)]


def _luminance(channels: list[int]) -> float:
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in channels)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
