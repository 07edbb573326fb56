"""Inline content as runs: text with its properties, blanks, links, and what is filled in."""

import re
from dataclasses import dataclass, field
from typing import TypeAlias

from lxml import etree

from wizard.documents import typography
from wizard.documents.house import LEVEL_FILLS, LOCALES
from wizard.documents.page import PageError, is_silent
from wizard.documents.word.controls import Controls
from wizard.language.scripts import foreign

NBSP = "\N{NO-BREAK SPACE}"
ZERO_WIDTH_SPACE = "\N{ZERO WIDTH SPACE}"
BLANK_SIZE = 20
WITHIN = "#"
"""How the target of a link begins that leads to a place on its own page."""
SAFE_LINK = re.compile(
    r"(?:https?://[^\s@/?#\\\x00-\x1f\x7f]+(?:[/?#][^\s\\\x00-\x1f\x7f]*)?"
    r"|(?:mailto|tel):[^\s/\\\x00-\x1f\x7f]+)\Z"
)
"""Where a link may lead: the web, without a name before the host, an e-mail, a telephone."""
TAB = "<w:r><w:tab/></w:r>"
STYLES = {
    "strong": '<w:rStyle w:val="Strong"/>',
    "em": '<w:rStyle w:val="Emphasis"/>',
    "muted": '<w:rStyle w:val="Muted"/>',
    "blank": '<w:rStyle w:val="Blank"/>',
    "link": '<w:rStyle w:val="Hyperlink"/>',
    "stamp": '<w:rStyle w:val="Stamp"/>',
    "stamped blank": '<w:rStyle w:val="StampBlank"/>',
    **{
        name: '<w:b/><w:color w:val="000000"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
        for name, fill in LEVEL_FILLS.items()
    },
}

DIRECT = {STYLES["strong"]: "<w:b/><w:bCs/>", STYLES["em"]: "<w:i/><w:iCs/>"}
"""Bold and italic beside the character style that a stamp needs for itself."""


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


def styled(name: str, outer: str) -> str:
    """The properties of text in an element within text of the outer properties.

    What stands in a stamp keeps its style, by which it is known again; so does a stamp in bold,
    and a link in bold.
    """
    own = STYLES.get(name, outer)
    if name in {"stamp", "link"} and not outer.startswith(STYLES["stamp"]):
        return own + DIRECT.get(outer, "")
    if outer.startswith(STYLES["stamp"]):
        return outer + DIRECT.get(own, "")
    return own


def blank(size: int, outer: str = "") -> str:
    """A ruled blank of about ``size`` characters that never wraps.

    LibreOffice drops a run of spaces that begins a line; the zero-width space before it keeps it.
    """
    stamped = outer.startswith(STYLES["stamp"])
    style = STYLES["stamped blank"] if stamped else STYLES["blank"]
    return run(ZERO_WIDTH_SPACE + NBSP * round(size * 1.6), style)


ROOM = run(ZERO_WIDTH_SPACE + NBSP * 12, "")
"""What is to be hit with the mouse in an empty cell, and prints as nothing."""


Piece: TypeAlias = tuple[str, str | None]
"""A stretch of our own text with its run properties, or finished runs, with None."""


@dataclass(slots=True)
class Inline:
    """Writes the inline content of blocks; ``controls`` and ``links`` are of the whole document."""

    language: str
    bookmarks: int = 0
    links: dict[str, str] = field(default_factory=dict)
    controls: Controls = field(init=False)

    def __post_init__(self) -> None:
        self.controls = Controls(self.language)

    def content(self, block: etree._Element) -> str:
        """The runs of a block, outer white space of our own text trimmed."""
        if len(block) == 0:
            text = typography.collapsed(block.text or "").strip(" ")
            return run(self._typeset(text), "") if text else ""
        return self._joined(block, "")

    def bookmarked(self, element: etree._Element, runs: str = "") -> str:
        """The runs with the bookmark of the element around them, if it has an id."""
        name = element.get("id")
        if not name:
            return runs
        self.bookmarks += 1
        start = f'<w:bookmarkStart w:id="{self.bookmarks}" w:name="{_bookmark(name)}"/>'
        return f'{start}{runs}<w:bookmarkEnd w:id="{self.bookmarks}"/>'

    def _gather(self, element: etree._Element, properties: str, pieces: list[Piece]) -> None:
        """Add what stands in an element to the pieces of its line."""
        text = element.text
        if text:
            pieces.append((text, properties))
        for child in element:
            self._gather_child(child, properties, pieces)
            tail = child.tail
            if tail:
                pieces.append((tail, properties))

    def _gather_child(self, element: etree._Element, properties: str, pieces: list[Piece]) -> None:
        match element.tag:
            case "v":
                text = element.text
                if text:
                    pieces.append((run(text, properties + self._spoken(text)), None))
            case "strong" | "em" as tag:
                self._gather(element, styled(tag, properties), pieces)
            case "span":
                name = element.get("class") or ""
                self._gather(element, styled(name, properties), pieces)
                if name == "number":
                    pieces.append((TAB, None))
            case "br":
                pieces.append(("<w:r><w:br/></w:r>", None))
            case "blank":
                size = int(element.get("size") or BLANK_SIZE)
                pieces.append((blank(size, properties), None))
            case "check":
                pieces.append((self.controls.check_box(element.get("label") or ""), None))
            case "date" | "choice" | "field":
                pieces.append((self.controls.place(element, self._empty(element)), None))
            case "option":
                pass
            case "a":
                self._gather_link(element, properties, pieces)
            case tag:
                raise PageError(f"<{tag}> cannot stand in a line of text.")

    def _empty(self, place: etree._Element) -> str:
        """What a place to fill in prints until it is: its own words, its rule, or only room."""
        if size := place.get("size"):
            return blank(int(size))
        if not len(place) and not place.text:
            return ROOM
        words = self._joined(place, "")
        return ROOM + words if is_silent(place) else words

    def _gather_link(self, element: etree._Element, properties: str, pieces: list[Piece]) -> None:
        target = element.get("href") or ""
        if target.startswith(WITHIN):
            style = properties if _is_entry(element) else styled("link", properties)
            runs = self._joined(element, style)
            anchor = _bookmark(target.removeprefix(WITHIN))
            pieces.append((f'<w:hyperlink w:anchor="{anchor}">{runs}</w:hyperlink>', None))
            return
        if not SAFE_LINK.match(target):
            self._gather(element, properties, pieces)
            return
        relation = self.links.setdefault(target, f"rIdLink{len(self.links) + 1}")
        runs = self._joined(element, styled("link", properties))
        pieces.append((f'<w:hyperlink r:id="{relation}">{runs}</w:hyperlink>', None))

    def _joined(self, element: etree._Element, properties: str) -> str:
        """What stands in an element as runs, no space doubled where two pieces of ours meet."""
        pieces: list[Piece] = []
        self._gather(element, properties, pieces)
        if len(pieces) == 1 and pieces[0][1] is None:
            return pieces[0][0]
        while pieces and pieces[-1][1] is not None and not pieces[-1][0].strip(" \n\t\r"):
            pieces.pop()
        runs: list[str] = []
        after_space = True
        for place, (text, style) in enumerate(pieces, start=1):
            if style is None:
                runs.append(text)
                after_space = text == TAB
                continue
            words = typography.collapsed(text)
            if after_space:
                words = words.lstrip(" ")
            if place == len(pieces):
                words = words.rstrip(" ")
            if words:
                runs.append(run(self._typeset(words), style))
                after_space = words.endswith(" ")
        return "".join(runs)

    def _spoken(self, text: str) -> str:
        """The language of an owner's words where it is another than the document's."""
        language = foreign(text, self.language)
        return f'<w:lang w:val="{LOCALES[language]}"/>' if language else ""

    def _typeset(self, text: str) -> str:
        return typography.russian(text) if self.language == "ru" else text


def _bookmark(name: str) -> str:
    """The id of a place as the name of a bookmark, which takes no dashes."""
    return name.replace("-", "_")


def _is_entry(link: etree._Element) -> bool:
    """Whether a link is an entry of the list of contents, which need not look like one."""
    parent = link.getparent()
    return parent is not None and parent.get("class") == "entry"
