"""A section of a page as plain text, to be pasted where there are neither headings nor rules."""

from collections.abc import Iterator

from lxml import etree

from wizard.documents import normal, page, sections
from wizard.interview.wording import BLANK_IN_PLAIN_TEXT


def of_section(markup: str, name: str) -> str:
    """What stands below the heading of this name; empty where the page has no such section.

    A line break stays one, a blank to fill in becomes a few underscores.
    """
    found = sections.find(page.parse(markup), name)
    if found is None:
        return ""
    lines = (
        line
        for block in found.blocks
        for element in block.iter("p", "li")
        for line in "".join(_words(element)).split("\n")
    )
    return "\n".join(text for line in lines if (text := normal.text(line)))


def _words(element: etree._Element) -> Iterator[str]:
    yield _in_one_line(element.text)
    for child in element:
        if child.tag == "br":
            yield "\n"
        elif child.tag == "blank":
            yield BLANK_IN_PLAIN_TEXT
        else:
            yield from _words(child)
        yield _in_one_line(child.tail)


def _in_one_line(text: str | None) -> str:
    return " ".join((text or "").splitlines())
