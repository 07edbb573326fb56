"""What is seen in a Word file that is read back, and what a person entered in its controls."""

from collections.abc import Iterator

from lxml import etree

from wizard.documents import normal
from wizard.documents.word import logo_run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
GONE = frozenset({f"{W}del", f"{W}moveFrom", FALLBACK})
SPACES = frozenset({f"{W}br", f"{W}cr", f"{W}tab", f"{W}ptab"})
PICTURES = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
SET = frozenset({"1", "true", "on"})
"""How a switch is said to be on."""
PLACES = tuple(f"{W}{kind}" for kind in ("date", "comboBox", "dropDownList", "text"))
"""The kinds of the places to fill in; LibreOffice makes a list of a combo box."""


def is_place(control: etree._Element) -> bool:
    """Whether a content control is a place to fill in, ours or whoever's."""
    properties = control.find(f"{W}sdtPr")
    return properties is not None and any(one.tag in PLACES for one in properties)


def title(control: etree._Element) -> str:
    """What a control says is to be filled in; empty where an editor dropped it."""
    said = control.find(f"{W}sdtPr/{W}alias")
    return "" if said is None else normal.text(said.get(f"{W}val") or "")


def runs(
    element: etree._Element, waiting: etree._Element | None = None
) -> Iterator[tuple[etree._Element, etree._Element | None]]:
    """The runs of an element that are not deleted, each with the control that waits around it.

    A control waits while it calls its content a placeholder, to be written over.
    """
    prompt = element.find(f"{W}sdtPr/{W}showingPlcHdr")
    if prompt is not None and prompt.get(f"{W}val", "1") in SET:
        waiting = element
    for child in element:
        if child.tag == f"{W}r":
            yield child, waiting
        elif child.tag not in GONE:
            yield from runs(child, waiting)


def said(run: etree._Element) -> Iterator[str]:
    """The words of a run as they are seen."""
    for child in run.iter():
        if any(parent.tag == FALLBACK for parent in child.iterancestors()):
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in SPACES:
            yield " "
        elif child.tag == f"{W}noBreakHyphen":
            yield "\N{NON-BREAKING HYPHEN}"
        elif child.tag == f"{W}sym":
            yield "\N{REPLACEMENT CHARACTER}"
        elif child.tag in PICTURES and not _is_logo(child):
            yield PICTURE


def _is_logo(picture: etree._Element) -> bool:
    """Whether it is the logo that was printed beside the title: no part of what the page says."""
    return any(one.get("name") == logo_run.NAME for one in picture.iter(DRAWN))
