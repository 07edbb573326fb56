"""The page model: a small, closed set of semantic elements in well-formed XML."""

import re
from collections.abc import Sequence
from typing import cast

from lxml import etree

from wizard.documents import numbers

ELEMENTS: dict[str, frozenset[str]] = {
    "page": frozenset(),
    "section": frozenset({"columns", "new-page", "paper", "keep", "annex", "contents"}),
    "h1": frozenset({"numbered"}),
    "h2": frozenset({"numbered"}),
    "h3": frozenset(),
    "p": frozenset(
        {
            "title",
            "subtitle",
            "small",
            "lead",
            "callout",
            "right",
            "center",
            "approval",
            "signature",
            "clause",
            "subclause",
            "caption",
            "entry",
        }
    ),
    "ul": frozenset({"checks"}),
    "ol": frozenset({"letters"}),
    "li": frozenset(),
    "table": frozenset({"plain", "grid", "cards"}),
    "thead": frozenset(),
    "tbody": frozenset(),
    "tr": frozenset({"sign"}),
    "th": frozenset({"center", "head"}),
    "td": frozenset(
        {
            "center",
            "head",
            "level-low",
            "level-medium",
            "level-high",
            "level-critical",
            "sev-grey",
            "sev-yellow",
            "sev-orange",
            "sev-red",
        }
    ),
    "strong": frozenset(),
    "em": frozenset(),
    "a": frozenset(),
    "br": frozenset(),
    "blank": frozenset(),
    "check": frozenset(),
    "date": frozenset(),
    "choice": frozenset(),
    "option": frozenset(),
    "field": frozenset(),
    "v": frozenset(),
    "span": frozenset(
        {"muted", "stamp", "number", "level-low", "level-medium", "level-high", "level-critical"}
    ),
}
BLOCKS = frozenset({"section", "h1", "h2", "h3", "p", "ul", "ol", "table"})
PLACES = frozenset({"date", "choice", "field"})
"""What is filled in on screen or by hand: ``name`` for machines, ``label`` for people."""
INLINE = frozenset({"strong", "em", "a", "br", "blank", "check", "v", "span"}) | PLACES
HOLDS = {
    "page": BLOCKS,
    "section": BLOCKS,
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "table": frozenset({"thead", "tbody", "tr"}),
    "thead": frozenset({"tr"}),
    "tbody": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
    "date": frozenset({"blank"}),
    "choice": frozenset({"option", "blank"}),
    "option": frozenset(),
    "field": frozenset({"br"}),
}
"""What may stand in an element; in all others words do, in a cell blocks where it begins so."""
MEASURES = {
    "size": re.compile(r"[1-9]\d{0,2}"),
    "colspan": re.compile(r"[1-9]\d?"),
    "widths": re.compile(r"\d{0,3}[1-9]\d{0,3}(\.\d+)?( \d{1,4}(\.\d+)?)*"),
}
CELLS = frozenset({"td", "th"})
NAMED = frozenset({"section", "h1", "h2", "h3", "p", "table"})
ID = re.compile(r"[a-z][a-z0-9-]{0,39}")
"""What names a place on a page; Word takes no longer name of a bookmark."""
NESTING = frozenset({"section", "table", "strong", "em", "span", "a"})
DEEPEST = 30
DEMANDING = NESTING | PLACES | {"option"}
"""What is more than its name, its attributes and what it stands in."""
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


PLACE_NAME = re.compile(r"[A-Za-z][A-Za-z0-9._-]*")


class PageError(ValueError):
    """A template that leaves the page vocabulary: a bug of ours, never the owner's."""


def classes(element: etree._Element) -> frozenset[str]:
    """The classes of an element."""
    return frozenset((element.get("class") or "").split())


def holdable(text: str) -> str:
    """The text with U+FFFD for each character that XML 1.0 cannot hold."""
    return NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text) if NOT_XML.search(text) else text


def is_silent(place: etree._Element) -> bool:
    """Whether a place to fill in prints only room: no rule of a ``size``, no words of its own."""
    if place.get("size") or (place.text or "").strip():
        return False
    return not any(child.tag == "blank" or (child.tail or "").strip() for child in place)


def tree(markup: str) -> etree._Element:
    """The page as a tree, whatever stands on it; PageError where it is not well-formed."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True
    )
    try:
        return etree.fromstring(markup.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise PageError(f"The page is not well-formed: {error}") from error


def parse(markup: str) -> etree._Element:
    """The page as a tree; PageError where it is not well-formed or leaves the vocabulary."""
    page = tree(markup)
    if page.tag != "page":
        raise PageError(f"A page begins with <page>, not <{page.tag}>.")
    _must_fit(page, "page", 0, in_cell=False)
    _must_lead_somewhere(page)
    return page


def places(page: etree._Element) -> dict[str, etree._Element]:
    """The elements of a page that have an id, by it; PageError for one that is none, or is taken.

    They come in the order in which they stand on the page.
    """
    found: dict[str, etree._Element] = {}
    for element in page.iter(*NAMED):
        name = element.get("id")
        if name is None:
            continue
        if not ID.fullmatch(name) or name in found:
            raise PageError(f"<{element.tag} id={name!r}> names no place of its own.")
        found[name] = element
    return found


def _must_lead_somewhere(page: etree._Element) -> None:
    """PageError for a link to a place that is not on the page, and for a place named badly."""
    known = places(page)
    for link in page.iter("a"):
        target = link.get("href") or ""
        if target.startswith("#") and target[1:] not in known:
            raise PageError(f"<a href={target!r}> leads nowhere.")


def _must_fit(element: etree._Element, tag: str, depth: int, *, in_cell: bool) -> None:
    """PageError for what is not of a page in the element or within it, in the order it stands.

    ``depth`` counts what it stands in; ``in_cell``: a cell is among that.
    """
    if tag in DEMANDING:
        _must_be_whole(element, tag, depth)
    attributes = cast("Sequence[tuple[str, str]]", element.items())
    if attributes:
        _must_be_said(tag, attributes, in_cell=in_cell)
    if not len(element):
        return
    held = HOLDS.get(tag, INLINE)
    if tag in CELLS:
        in_cell = True
        if element[0].tag in BLOCKS:
            held = BLOCKS
    for child in element:
        name = child.tag
        if name not in held:
            known = name in ELEMENTS
            place = f"cannot stand in <{tag}>" if known else "is not an element of a page"
            raise PageError(f"<{name}> {place}.")
        _must_fit(child, name, depth + 1, in_cell=in_cell)


def _must_be_whole(element: etree._Element, tag: str, depth: int) -> None:
    """PageError for what is nested too deeply, or lacks what makes it what it is."""
    if tag in NESTING and depth > DEEPEST:
        raise PageError("The page is nested too deeply.")
    if tag == "table" and element.find(".//tr") is None:
        raise PageError("A table has rows.")
    if tag in PLACES:
        _must_be_a_place(element)
    if tag == "option" and not element.get("label"):
        raise PageError("An <option> has a label.")


def _must_be_said(tag: str, attributes: Sequence[tuple[str, str]], *, in_cell: bool) -> None:
    """PageError for a class that the element has not, an id where it is none, a bad measure."""
    for name, value in attributes:
        if name == "class":
            classes = value.split()
            if not ELEMENTS[tag].issuperset(classes):
                raise PageError(f"<{tag} class={value!r}> is not a class of a page.")
            if in_cell and not numbers.LEVELS.keys().isdisjoint(classes):
                raise PageError(f"<{tag} class={value!r}> is not counted in a table.")
        elif name == "id" and tag not in NAMED:
            raise PageError(f"<{tag} id={value!r}> is no place.")
        elif name in MEASURES and not MEASURES[name].fullmatch(value):
            raise PageError(f"<{tag} {name}={value!r}> is no measure.")


def _must_be_a_place(element: etree._Element) -> None:
    """PageError for a place without a name, in a stamp or a link, or silent but not alone."""
    parent = element.getparent()
    if not (PLACE_NAME.fullmatch(element.get("name") or "") and element.get("label")):
        raise PageError(f"<{element.tag}> has a name and a label.")
    if parent is None or parent.tag not in {"p", "li", "td"}:
        raise PageError(f"<{element.tag}> stands in a line or a cell itself.")
    if is_silent(element):
        around = f"{parent.text or ''}{element.tail or ''}".strip()
        if parent.tag != "td" or len(parent) > 1 or around:
            raise PageError(f"<{element.tag}> that prints nothing is alone in its cell.")
    elif element.tag == "field":
        raise PageError("A <field> prints nothing: for a line there is the <blank>.")


def introduces(clause: etree._Element) -> bool:
    """Whether a clause leads up to subclauses or a table, so that it must not end a page."""
    following = clause.getnext()
    if following is None:
        return False
    return following.tag == "table" or "subclause" in (following.get("class") or "").split()
