"""Which styles of ours a letterhead has under whatever name, and the fonts of its plain text."""

from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from wizard import paths
from wizard.documents.letterheads.package import W

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PLAIN = "normal"
NOT_NEEDED = frozenset({"default paragraph font", "normal table", "no list"})
"""Every Word file has them, said or not."""
LOCALISED = {
    "title": ("titel", "название", "заголовок"),
    "subtitle": ("untertitel", "подзаголовок"),
    "heading 1": ("überschrift 1", "заголовок 1"),
    "heading 2": ("überschrift 2", "заголовок 2"),
    "heading 3": ("überschrift 3", "заголовок 3"),
    "list bullet": ("aufzählungszeichen", "aufzählung", "маркированный список"),
    "list number": ("listennummer", "nummerierung", "нумерованный список"),
    "strong": ("fett", "stark betont", "строгий", "выделение жирным"),
    "emphasis": ("hervorhebung", "betont", "выделение"),
    "hyperlink": ("internetlink", "internetverknüpfung", "гиперссылка", "интернет-ссылка"),
}
"""What the same styles are called where a program wrote the name that its user sees."""
FONT_SLOTS = (("asciiTheme", "ascii"), ("hAnsiTheme", "hAnsi"))
"""Latin letters and all others of Europe, Cyrillic ones too; a theme's font goes before a name."""
USUAL_FONT, USUAL_SIZE = "Times New Roman", 10.0
"""What Word takes where the file says nothing."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its kind (paragraph, character, table), its id and its name in its own file."""

    kind: str
    id: str
    name: str


@lru_cache(maxsize=2)
def needed(*, every: bool = False) -> tuple[Style, ...]:
    """The styles that our documents are written in, as the house style names them.

    ``every``: also those that each Word file has, said or not.
    """
    source = (paths.resources() / "house" / "styles.xml").read_text("utf-8")
    found = _styles(etree.fromstring(source.encode()))
    return tuple(one for one, *_ in found if every or one.name.lower() not in NOT_NEEDED)


def usual(tree: etree._Element) -> dict[str, Style]:
    """By the ids of ours: what the letterhead takes where no style is said, for each kind."""
    ours = {one.kind: one.id for one in needed(every=True) if one.name.lower() in NOT_NEEDED}
    ours["paragraph"] = "Normal"
    found: dict[str, Style] = {}
    for style, _, is_plain, _ in _styles(tree):
        if style.kind in ours and is_plain:
            found.setdefault(ours[style.kind], style)
    for style, *_ in _styles(tree):
        if style.kind in ours and style.name.lower() in NOT_NEEDED:
            found.setdefault(ours[style.kind], style)
    return found


def matched(tree: etree._Element | None) -> dict[str, Style]:
    """By the ids of ours: the letterhead's own styles that take their place.

    By name, whatever its case, then by another name of the same style, then by the name it has in
    German or Russian, and at last by its id, which programs leave English; but what its user made
    and named is no style of ours.
    """
    names: dict[tuple[str, str], Style] = {}
    others: dict[tuple[str, str], Style] = {}
    ids: dict[tuple[str, str], Style] = {}
    found: dict[str, Style] = {}
    for style, also, is_plain, is_custom in _styles(tree) if tree is not None else ():
        if is_plain and style.kind == "paragraph":
            found["Normal"] = style
        names.setdefault((style.kind, style.name.lower()), style)
        for name in also:
            others.setdefault((style.kind, name), style)
        if not is_custom:
            ids.setdefault((style.kind, style.id.lower()), style)
    for ours in needed():
        name = ours.name.lower()
        spellings = [names.get((ours.kind, name)), others.get((ours.kind, name))]
        spellings += [names.get((ours.kind, other)) for other in LOCALISED.get(name, ())]
        match = next((one for one in spellings if one is not None), None)
        if match is not None:
            found.setdefault(ours.id, match)
    for ours in needed():
        match = ids.get((ours.kind, ours.id.lower()))
        if match is not None and match not in found.values():
            found.setdefault(ours.id, match)
    return found


def fonts(
    styles: etree._Element | None, theme: etree._Element | None
) -> tuple[tuple[str, ...], float]:
    """The fonts of plain text, Latin first, each once, and its size in points."""
    chosen = {slot: USUAL_FONT for _, slot in FONT_SLOTS}
    size = USUAL_SIZE
    for properties in _plain_properties(styles) if styles is not None else ():
        size = _points(properties.find(f"{W}sz")) or size
        said = properties.find(f"{W}rFonts")
        if said is None:
            continue
        for themed, slot in FONT_SLOTS:
            name = _theme_font(theme, said.get(f"{W}{themed}")) or said.get(f"{W}{slot}")
            chosen[slot] = name or chosen[slot]
    return tuple(dict.fromkeys(chosen.values())), size


def _styles(tree: etree._Element) -> list[tuple[Style, list[str], bool, bool]]:
    """Each style, its other names, whether it is the one for what has none, and a user's own."""
    found = []
    for one in tree.iter(f"{W}style"):
        name, also = one.find(f"{W}name"), one.find(f"{W}aliases")
        said = (name.get(f"{W}val") or "") if name is not None else ""
        others = (also.get(f"{W}val") or "") if also is not None else ""
        is_plain, is_custom = (
            (one.get(f"{W}{name}") or "").lower() in {"1", "true", "on"}
            for name in ("default", "customStyle")
        )
        kind, number = one.get(f"{W}type") or "paragraph", one.get(f"{W}styleId") or ""
        style = Style(kind, number, said.strip())
        also_called = [word.strip().lower() for word in others.split(",")]
        found.append((style, also_called, is_plain, is_custom))
    return found


def _plain_properties(styles: etree._Element) -> list[etree._Element]:
    """The properties of letters that plain text gets, the later ones stronger."""
    found = [styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")]
    for one in styles.iterchildren(f"{W}style"):
        if one.get(f"{W}type") == "paragraph" and one.get(f"{W}default") in {"1", "true", "on"}:
            found.append(one.find(f"{W}rPr"))
            break
    return [one for one in found if one is not None]


def _theme_font(theme: etree._Element | None, said: str | None) -> str | None:
    """The font that a word such as ``minorHAnsi`` stands for."""
    if theme is None or not said:
        return None
    group = "majorFont" if said.startswith("major") else "minorFont"
    font = next(theme.iter(f"{A}{group}"), None)
    latin = font.find(f"{A}latin") if font is not None else None
    return latin.get("typeface") if latin is not None else None


def _points(said: etree._Element | None) -> float | None:
    try:
        size = float((said.get(f"{W}val") or "") if said is not None else "") / 2
    except ValueError:
        return None
    return size if 0 < size <= 1638 else None
