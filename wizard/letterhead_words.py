"""What a letterhead brings, in words: its paper, its strips, its font and its styles."""

from collections.abc import Iterator

from wizard.documents.house import TWIPS_A_MILLIMETRE
from wizard.documents.letterheads.letterhead import Letterhead, Strips
from wizard.documents.letterheads.strips import Strip
from wizard.i18n import N_, translate

PAPERS = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210), "Letter": (216, 279)}
"""Millimetres, upright."""
LONGEST_QUOTE = 70
BODY = N_("What stands in its body is left out: our text takes that place.")


def lines(letterhead: Letterhead, language: str) -> list[str]:
    """The letterhead line by line, its paper first."""
    return [_paper(letterhead, language), *_details(letterhead, language)]


def _say(sentence: str, language: str, **values: object) -> str:
    return translate(sentence, language).format(**values)


def _millimetres(twips: int) -> int:
    return round(twips / TWIPS_A_MILLIMETRE)


def _paper(letterhead: Letterhead, language: str) -> str:
    width, height = _millimetres(letterhead.width), _millimetres(letterhead.height)
    short, long = sorted((width, height))
    name = next(
        (name for name, (a, b) in PAPERS.items() if abs(a - short) <= 1 and abs(b - long) <= 1), ""
    )
    size = f"{width}\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}{height}"
    said = N_("{paper}, {size} mm")
    if letterhead.is_landscape:
        said = N_("{paper}, landscape, {size} mm")
    return _say(said, language, paper=name or _say(N_("Own size"), language), size=size)


def _details(letterhead: Letterhead, language: str) -> Iterator[str]:
    sides = ("top", "bottom", "left", "right")
    yield _say(
        N_("Margins in mm: top {top}, bottom {bottom}, left {left}, right {right}"),
        language,
        **{side: _millimetres(getattr(letterhead, side)) for side in sides},
    )
    yield from _strips(letterhead.usual, letterhead.first, language)
    if letterhead.even not in (None, letterhead.usual):
        yield _say(N_("Pages with even numbers have a header and a footer of their own."), language)
    size = f"{letterhead.font_size:g}".replace(".", "," if language == "ru" else ".")
    fonts = ", ".join(letterhead.fonts)
    yield _say(N_("Font: {fonts}, {size} pt"), language, fonts=fonts, size=size)
    yield _say(
        N_("Styles: {found} found, {missing} of ours will be added"),
        language,
        found=len(letterhead.found),
        missing=len(letterhead.missing),
    )
    if letterhead.has_text:
        yield _say(BODY, language)


def _strips(usual: Strips, first: Strips | None, language: str) -> Iterator[str]:
    yield _say(N_("Header: {what}"), language, what=_strip(usual.header, language))
    if first is not None and first.header != usual.header:
        what = _strip(first.header, language)
        yield _say(N_("Header of the first page: {what}"), language, what=what)
    yield _say(N_("Footer: {what}"), language, what=_strip(usual.footer, language))
    if first is not None and first.footer != usual.footer:
        what = _strip(first.footer, language)
        yield _say(N_("Footer of the first page: {what}"), language, what=what)


def _strip(strip: Strip, language: str) -> str:
    """What stands in it: its text, shortened, whether there is a picture, its columns."""
    found = []
    text = " · ".join(strip.lines)
    if len(text) > LONGEST_QUOTE:
        text = text[:LONGEST_QUOTE].rstrip() + "…"
    if text:
        found.append(text)
    if strip.has_picture:
        found.append(_say(N_("a picture"), language))
    if strip.columns > 1:
        found.append(_say(N_("columns: {number}"), language, number=strip.columns))
    return "; ".join(found) or _say(N_("empty"), language)
