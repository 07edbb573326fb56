"""What a chosen letterhead brings: a sketch of its page, and beside it the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout

from ui import pieces, tongue
from ui.editors.letterhead_sketch import LetterheadSketch
from ui.tongue import tr
from wizard.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wizard.documents.letterheads.letterhead import Letterhead, Strips
    from wizard.documents.letterheads.strips import Strip

TWIPS_A_MILLIMETRE = 1440 / 25.4
PAPERS = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210), "Letter": (216, 279)}
"""Millimetres, upright."""
LONGEST_QUOTE = 70
WIDEST_BESIDE = 150
"""Pixels of a sketch that leaves room for words beside it in a small window; else they go below."""
PRINTED = N_(
    "Word files are printed on it as it is. The preview, PDF and printing from here show its "
    "header and footer in a simpler form."
)
BODY = N_("What stands in its body is left out: our text takes that place.")


class LetterheadCard(QFrame):
    """Shows one letterhead for good; another one gets a card of its own."""

    def __init__(self, letterhead: Letterhead) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.sketch = LetterheadSketch(letterhead)
        across = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        row = QBoxLayout(across[self.sketch.width() > WIDEST_BESIDE], self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(12)
        row.addWidget(self.sketch, alignment=Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout()
        column.setSpacing(4)
        self.lines = [_paper(letterhead), *_details(letterhead)]
        for number, line in enumerate(self.lines):
            column.addWidget(pieces.words(line, "small" if number else "label"))
        if letterhead.has_text:
            column.addWidget(pieces.words(tr(BODY), "hint"))
        column.addWidget(pieces.words(tr(PRINTED), "hint"))
        column.addStretch(1)
        row.addLayout(column, 1)
        self.sketch.setAccessibleDescription("\n".join(self.lines))


def _millimetres(twips: int) -> int:
    return round(twips / TWIPS_A_MILLIMETRE)


def _paper(letterhead: Letterhead) -> str:
    width, height = _millimetres(letterhead.width), _millimetres(letterhead.height)
    short, long = sorted((width, height))
    name = next(
        (name for name, (a, b) in PAPERS.items() if abs(a - short) <= 1 and abs(b - long) <= 1), ""
    )
    size = f"{width}\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}{height}"
    said = N_("{paper}, {size} mm")
    if letterhead.is_landscape:
        said = N_("{paper}, landscape, {size} mm")
    return tr(said, paper=name or tr(N_("Own size")), size=size)


def _details(letterhead: Letterhead) -> Iterator[str]:
    sides = ("top", "bottom", "left", "right")
    yield tr(
        N_("Margins in mm: top {top}, bottom {bottom}, left {left}, right {right}"),
        **{side: _millimetres(getattr(letterhead, side)) for side in sides},
    )
    yield from _strips(letterhead.usual, letterhead.first)
    if letterhead.even not in (None, letterhead.usual):
        yield tr(N_("Pages with even numbers have a header and a footer of their own."))
    size = QLocale(tongue.language()).toString(letterhead.font_size)
    yield tr(N_("Font: {fonts}, {size} pt"), fonts=", ".join(letterhead.fonts), size=size)
    found, missing = len(letterhead.found), len(letterhead.missing)
    yield tr(
        N_("Styles: {found} found, {missing} of ours will be added"), found=found, missing=missing
    )


def _strips(usual: Strips, first: Strips | None) -> Iterator[str]:
    yield tr(N_("Header: {what}"), what=_strip(usual.header))
    if first is not None and first.header != usual.header:
        yield tr(N_("Header of the first page: {what}"), what=_strip(first.header))
    yield tr(N_("Footer: {what}"), what=_strip(usual.footer))
    if first is not None and first.footer != usual.footer:
        yield tr(N_("Footer of the first page: {what}"), what=_strip(first.footer))


def _strip(strip: Strip) -> str:
    """What stands in it: its text, shortened, whether there is a picture, its columns."""
    found = []
    text = " · ".join(strip.lines)
    if len(text) > LONGEST_QUOTE:
        text = text[:LONGEST_QUOTE].rstrip() + "…"
    if text:
        found.append(text)
    if strip.has_picture:
        found.append(tr(N_("a picture")))
    if strip.columns > 1:
        found.append(tr(N_("columns: {number}"), number=strip.columns))
    return "; ".join(found) or tr(N_("empty"))
