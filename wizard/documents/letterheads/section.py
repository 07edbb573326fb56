"""The last section of a letterhead, to which added text belongs, and what stands on its pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from wizard.documents.letterheads import refusals
from wizard.documents.letterheads.package import Package, R, W

TRUE = frozenset({"", "1", "true", "on"})
REFERENCES = {"header": "headerReference", "footer": "footerReference"}
USUAL, FIRST, EVEN = "default", "first", "even"


@dataclass(frozen=True, slots=True)
class Section:
    """The properties of the last section, None where the file says nothing of it.

    ``strips``: the parts that are its headers and footers, by kind (header, footer) and pages
    (default, first, even), also for pages that are not used. ``pages``: those that differ.
    """

    properties: etree._Element | None = None
    strips: Mapping[tuple[str, str], str] = field(default_factory=dict)
    pages: tuple[str, ...] = (USUAL,)


def last(package: Package) -> Section:
    """The last section; a header that it does not name is that of the section before.

    UserError where the document has no body, or a header or footer leads nowhere.
    """
    body = package.tree(package.main).find(f"{W}body")
    if body is None:
        raise refusals.broken(package.file, package.main)
    sections = [one for one in body.iter(f"{W}sectPr") if not _is_former(one)]
    strips: dict[tuple[str, str], str] = {}
    for section in sections:
        for kind, name in REFERENCES.items():
            for one in section.iterchildren(f"{W}{name}"):
                number = one.get(f"{R}id") or ""
                strips[kind, one.get(f"{W}type") or USUAL] = _part(package, kind, number)
    pages = [USUAL]
    if sections and is_on(sections[-1].find(f"{W}titlePg")):
        pages.append(FIRST)
    settings = package.related(package.main, "settings")
    if settings and is_on(package.tree(settings).find(f"{W}evenAndOddHeaders")):
        pages.append(EVEN)
    return Section(sections[-1] if sections else None, strips, tuple(pages))


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch of Word is there and not set to off."""
    return element is not None and (element.get(f"{W}val") or "").lower() in TRUE


def _is_former(section: etree._Element) -> bool:
    """Whether this is how the section was before a change that is tracked."""
    return next(section.iterancestors(f"{W}sectPrChange"), None) is not None


def _part(package: Package, kind: str, number: str) -> str:
    relation = package.relations(package.main).get(number)
    if relation is None or relation.is_external or relation.kind != kind:
        raise refusals.broken(package.file, kind)
    return relation.target
