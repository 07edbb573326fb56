"""Inline content in the small part of HTML that Qt's rich text knows."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape

from lxml import etree

from wizard.documents import typography
from wizard.documents.house import LEVEL_FILLS
from wizard.documents.page import PageError
from wizard.documents.rich.dress import INK
from wizard.documents.word.runs import BLANK_SIZE, SAFE_LINK, WITHIN, ZERO_WIDTH_SPACE, Piece

NBSP = typography.NBSP
BOX = "\N{BALLOT BOX}"
TAB = NBSP * 4


@dataclass(frozen=True, slots=True)
class Inline:
    """Writes what stands in a line; white space is final, so it is to be shown as it is.

    A ``Piece`` keeps its opening tag among its properties while its text is still our own.
    """

    language: str
    accent: str
    muted: str

    def content(self, block: etree._Element) -> str:
        """The content of a block, outer white space of our own text trimmed."""
        if len(block) == 0:
            text = typography.collapsed(block.text or "").strip(" ")
            return own_words(text, self.language) if text else ""
        pieces: list[Piece] = []
        self._gather(block, "", pieces)
        return self._joined(pieces)

    def _gather(self, element: etree._Element, tags: str, pieces: list[Piece]) -> None:
        """Add what stands in an element to the pieces of its line."""
        text = element.text
        if text:
            pieces.append((text, tags))
        for child in element:
            self._gather_child(child, tags, pieces)
            tail = child.tail
            if tail:
                pieces.append((tail, tags))

    def _gather_child(self, element: etree._Element, tags: str, pieces: list[Piece]) -> None:
        match element.tag:
            case "v":
                text = element.text
                if text:
                    pieces.append((_dressed(typed(text), tags), None))
            case "strong":
                self._gather(element, f"{tags}<b>", pieces)
            case "em":
                self._gather(element, f"{tags}<i>", pieces)
            case "span" if element.get("class") == "number":
                return  # The mark that hangs before the paragraph says it.
            case "span":
                self._gather(element, tags + self._span(element.get("class") or ""), pieces)
            case "br":
                pieces.append(("<br/>", None))
            case "blank":
                pieces.append((blank(int(element.get("size") or BLANK_SIZE)), None))
            case "check":
                pieces.append((BOX, None))
            case "date" | "choice" if element.get("size"):
                pieces.append((blank(int(element.get("size") or BLANK_SIZE)), None))
            case "date" | "choice" | "field":
                self._gather(element, tags, pieces)
            case "option":
                pass
            case "a":
                self._gather(element, tags + self._link(element), pieces)
            case tag:
                raise PageError(f"<{tag}> cannot stand in a line of text.")

    def _link(self, element: etree._Element) -> str:
        """The opening tag of a link; none for one in the list of contents, or one not to follow.

        A link within the page only looks like one: Qt would write it into a PDF as an address.
        """
        target = element.get("href") or ""
        line = "none" if self.accent == INK else "underline"  # a sober page has no such marks
        look = f"color:{self.accent}; text-decoration:{line}"
        if SAFE_LINK.match(target):
            return f'<a href="{escape(target)}" style="{look}">'
        parent = element.getparent()
        is_entry = parent is not None and parent.get("class") == "entry"
        return f'<span style="{look}">' if target.startswith(WITHIN) and not is_entry else ""

    def _span(self, name: str) -> str:
        if name in LEVEL_FILLS:
            ground = f"background-color:#{LEVEL_FILLS[name]}; color:{INK}"
            return f'<span style="{ground}; font-weight:700">'
        return f'<span style="color:{self.muted}">' if name == "muted" else ""

    def _joined(self, pieces: list[Piece]) -> str:
        """Our own text collapsed across pieces: no space doubles where two pieces meet."""
        while pieces and pieces[-1][1] is not None and not pieces[-1][0].strip(" \n\t\r"):
            pieces.pop()
        written: list[str] = []
        after_space = True
        for place, (text, tags) in enumerate(pieces, start=1):
            if tags is None:
                written.append(text)
                after_space = False
                continue
            words = typography.collapsed(text)
            if after_space:
                words = words.lstrip(" ")
            if place == len(pieces):
                words = words.rstrip(" ")
            if words:
                written.append(_dressed(own_words(words, self.language), tags))
                after_space = words.endswith(" ")
        return "".join(written)


@lru_cache(maxsize=8192)
def own_words(text: str, language: str) -> str:
    """Our own text, typeset and escaped."""
    return escape(typography.russian(text) if language == "ru" else text, quote=False)


def typed(text: str) -> str:
    """The owner's words with every space, tab and line break as typed."""
    return escape(text, quote=False).replace("\t", TAB).replace("\n", "<br/>")


def blank(size: int) -> str:
    """A ruled blank of about ``size`` characters that never wraps."""
    return f"{ZERO_WIDTH_SPACE}<u>{NBSP * round(size * 1.6)}</u>"


def _dressed(text: str, tags: str) -> str:
    if not tags:
        return text
    names = [part.partition(" ")[0].rstrip(">") for part in tags.split("<")[1:]]
    return tags + text + "".join(f"</{name}>" for name in reversed(names))
