"""Inline content as runs: text with its properties, blanks, check boxes, links."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from wizard.documents import typography
from wizard.documents.house import LEVEL_FILLS

NBSP = "\N{NO-BREAK SPACE}"
ZERO_WIDTH_SPACE = "\N{ZERO WIDTH SPACE}"
BLANK_SIZE = 20
SAFE_LINK = re.compile(r"(?:https?://|mailto:|tel:)\S+\Z")
CHECK_BOX = (
    '<w:sdt><w:sdtPr><w:alias w:val="{label}"/><w:id w:val="{id}"/><w14:checkbox>'
    '<w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
    '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" '
    'w:eastAsia="MS Gothic" w:cs="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>\u2610</w:t></w:r>'
    "</w:sdtContent></w:sdt>"
)
CHECK_LABEL = {"en": "Done", "ru": "Выполнено"}
STYLES = {
    "strong": '<w:rStyle w:val="Strong"/>',
    "em": '<w:rStyle w:val="Emphasis"/>',
    "muted": '<w:rStyle w:val="Muted"/>',
    "blank": '<w:rStyle w:val="Blank"/>',
    "link": '<w:rStyle w:val="Hyperlink"/>',
}


def escape(text: str) -> str:
    """Text as it stands between two tags."""
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def run(text: str, properties: str) -> str:
    """One run of the text as typed: line breaks and tabs as Word's own, spaces kept."""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    if "\n" not in text and "\t" not in text:
        return f'<w:r>{rpr}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    pieces = []
    for part in re.split("([\n\t])", text):
        if part == "\n":
            pieces.append("<w:br/>")
        elif part == "\t":
            pieces.append("<w:tab/>")
        elif part:
            pieces.append(f'<w:t xml:space="preserve">{escape(part)}</w:t>')
    return f"<w:r>{rpr}{''.join(pieces)}</w:r>"


def blank(size: int) -> str:
    """A ruled blank of about ``size`` characters that never wraps.

    LibreOffice drops a run of spaces that begins a line; the zero-width space before it keeps it.
    """
    return run(ZERO_WIDTH_SPACE + NBSP * round(size * 1.6), STYLES["blank"])


@dataclass(slots=True)
class Inline:
    """Writes the inline content of blocks; counts what needs an id in the whole document."""

    language: str
    check_boxes: int = 0
    links: dict[str, str] = field(default_factory=dict)

    def content(self, block: etree._Element) -> str:
        """The runs of a block, outer white space of our own text trimmed."""
        if len(block) == 0:
            text = typography.collapsed(block.text or "").strip(" ")
            return run(self._set(text), "") if text else ""
        if len(block) == 1 and block[0].tag == "v" and not (block.text or "").strip(" \n"):
            tail = typography.collapsed(block[0].tail or "").rstrip(" ")
            typed = run(block[0].text or "", "") if block[0].text else ""
            return typed + (run(self._set(tail), "") if tail else "")
        pieces: list[tuple[str, str]] = []
        self._collect(block, "", pieces)
        return _joined(pieces, self._set)

    def check_box(self) -> str:
        """A check box to click on screen and to tick on paper."""
        self.check_boxes += 1
        return CHECK_BOX.format(label=CHECK_LABEL[self.language], id=self.check_boxes)

    def _set(self, text: str) -> str:
        return typography.russian(text) if self.language == "ru" else text

    def _collect(
        self, element: etree._Element, properties: str, into: list[tuple[str, str]]
    ) -> None:
        """Pieces of ``(properties, text)`` for our own text; ready runs have the key ``RUN``."""
        if element.text:
            into.append((properties, element.text))
        for child in element:
            WRITERS[str(child.tag)](self, child, properties, into)
            if child.tail:
                into.append((properties, child.tail))


READY = "\0"
Writer = Callable[[Inline, etree._Element, str, list[tuple[str, str]]], None]


def _joined(pieces: list[tuple[str, str]], typeset: Callable[[str], str]) -> str:
    """Our own text collapsed across pieces: no space doubles where two pieces meet."""
    runs: list[str] = []
    after_space = True
    texts = [
        place for place, (key, text) in enumerate(pieces) if key == READY or text.strip(" \n\t\r")
    ]
    last = texts[-1] if texts else -1
    for place, (key, text) in enumerate(pieces[: last + 1]):
        if key == READY:
            runs.append(text)
            after_space = False
            continue
        words = typography.collapsed(text)
        if after_space:
            words = words.lstrip(" ")
        if place == last:
            words = words.rstrip(" ")
        if words:
            runs.append(run(typeset(words), key))
            after_space = words.endswith(" ")
    return "".join(runs)


def _typed(
    inline: Inline, element: etree._Element, properties: str, into: list[tuple[str, str]]
) -> None:
    if element.text:
        into.append((READY, run(element.text, properties)))


def _styled(
    inline: Inline, element: etree._Element, properties: str, into: list[tuple[str, str]]
) -> None:
    inline._collect(element, STYLES[str(element.tag)], into)


def _span(
    inline: Inline, element: etree._Element, properties: str, into: list[tuple[str, str]]
) -> None:
    name = element.get("class") or ""
    if name in LEVEL_FILLS:
        inline._collect(
            element,
            f'<w:b/><w:shd w:val="clear" w:color="auto" w:fill="{LEVEL_FILLS[name]}"/>',
            into,
        )
    else:
        inline._collect(element, STYLES.get(name, properties), into)


def _line_break(
    inline: Inline, element: etree._Element, properties: str, into: list[tuple[str, str]]
) -> None:
    into.append((READY, "<w:r><w:br/></w:r>"))


def _blank(
    inline: Inline, element: etree._Element, properties: str, into: list[tuple[str, str]]
) -> None:
    into.append((READY, blank(int(element.get("size") or BLANK_SIZE))))


def _check(
    inline: Inline, element: etree._Element, properties: str, into: list[tuple[str, str]]
) -> None:
    into.append((READY, inline.check_box()))


def _link(
    inline: Inline, element: etree._Element, properties: str, into: list[tuple[str, str]]
) -> None:
    target = element.get("href") or ""
    if not SAFE_LINK.match(target):
        inline._collect(element, properties, into)
        return
    relation = inline.links.setdefault(target, f"rIdLink{len(inline.links) + 1}")
    inner: list[tuple[str, str]] = []
    inline._collect(element, STYLES["link"], inner)
    runs = _joined(inner, inline._set)
    into.append((READY, f'<w:hyperlink r:id="{relation}">{runs}</w:hyperlink>'))


WRITERS: dict[str, Writer] = {
    "v": _typed,
    "strong": _styled,
    "em": _styled,
    "span": _span,
    "br": _line_break,
    "blank": _blank,
    "check": _check,
    "a": _link,
}
