"""The outline of a page: its headings, and the numbers of all that can be referred to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from wizard.documents import normal, numbers, page

HEADINGS = ("h1", "h2", "h3")
ANNEX, CAPTION = "annex", "caption"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with an id. ``level`` is 1 to 3, ``mark`` its number as printed, "2.", if any.

    ``annex`` is the number of the annex that it begins, 0 where it begins none.
    """

    id: str
    level: int
    mark: str
    text: str
    annex: int = 0


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings in their order, and by id the number of each place, empty for one without."""

    headings: tuple[Heading, ...]
    cited: Mapping[str, str]


def outline(tree: etree._Element, language: str) -> Outline:
    """The outline of a parsed page.

    Headings, clauses and subclauses have their numbers, captions are counted for themselves, and
    so are the annexes; an annex and the headings in it that are not counted are called by its.
    """
    marks = dict(_counted(tree, language))
    annexes: dict[etree._Element, int] = {}
    begun: dict[etree._Element | None, int] = {}
    for number, annex in enumerate(filter(is_annex, tree.iter("section")), start=1):
        annexes |= dict.fromkeys(annex.iter("section", *HEADINGS), number)
        begun[first_heading(annex)] = number
    named = page.places(tree)
    headings = tuple(
        Heading(
            name,
            int(str(one.tag)[1]),
            marks[one].mark if one in marks else "",
            normal.line_of(one),
            begun.get(one, 0),
        )
        for name, one in named.items()
        if one.tag in HEADINGS
    )
    cited = {
        name: marks[one].cited if one in marks else str(annexes.get(one, ""))
        for name, one in named.items()
    }
    return Outline(headings, cited)


def is_annex(element: etree._Element) -> bool:
    """Whether an element of a page is an annex."""
    return element.tag == "section" and ANNEX in page.classes(element)


def first_heading(section: etree._Element) -> etree._Element | None:
    """The heading that a section is called by."""
    return next(section.iter(*HEADINGS), None)


def _counted(
    tree: etree._Element, language: str
) -> Iterator[tuple[etree._Element, numbers.Number]]:
    count, captions = numbers.Count(language), 0
    for element in tree.iter("h1", "h2", "p"):
        level = numbers.level(element)
        if level is not None:
            yield element, count.next(level)
        elif CAPTION in page.classes(element):
            captions += 1
            yield element, numbers.Number(str(captions), str(captions))
