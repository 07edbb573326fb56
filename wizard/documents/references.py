"""What only a template says, made into the page that is printed: references, list of contents.

``<ref to="id" as="section {}">words</ref>`` becomes a link that says what ``as`` says, with the
number of its target for ``{}`` and its heading for ``{title}``; without ``as`` the number alone.
Where the target is not on the page the words stand in its place, plain. What is to stand on the
page only together with a place says so: ``<p with="id">``. ``<contents annex="Annex {}. "/>``
becomes the list of the first headings with an id that follow it; ``annex`` is what stands before
the name of an annex.
"""

import hashlib
from copy import deepcopy

from lxml import etree
from markupsafe import Markup

from wizard.documents import normal, page
from wizard.documents.outline import Heading, Outline, first_heading, is_annex, outline
from wizard.documents.page import PageError

NUMBER, TITLE = "{}", "{title}"
MARKS = ("<ref", "<contents", ' with="')


def finish(markup: str, language: str) -> str:
    """The page as it is frozen and printed; PageError for a reference that leads nowhere."""
    if not any(mark in markup for mark in MARKS):
        return markup
    tree = page.tree(markup)
    named = _companions(tree)
    found = outline(tree, language)
    for one in list(tree.iter("ref")):
        _refer(one, named, found)
    for one in list(tree.iter("contents")):
        _list(one, named, found)
    return etree.tostring(tree, encoding="unicode")


def anchor(row: str, prefix: str) -> Markup:
    """The id of the place that a row of answers has on a page, the same as long as the row lives.

    A row's id that no place may have is made into one.
    """
    name = f"{prefix}-{row}"
    if not page.ID.fullmatch(name):
        name = f"{prefix}-{hashlib.sha256(row.encode()).hexdigest()[:12]}"
    return Markup(name)


def _companions(tree: etree._Element) -> dict[str, etree._Element]:
    """Leave out what stands only with a place that is not on the page; the places that are."""
    while True:
        named = page.places(tree)
        companions = list(tree.iterfind(".//*[@with]"))
        lone = next((one for one in companions if one.get("with") not in named), None)
        if lone is None:
            break
        _leave_out(lone)
    for one in companions:
        del one.attrib["with"]
    return named


def _leave_out(one: etree._Element) -> None:
    """Remove an element; what follows it in the line stays."""
    parent, before = one.getparent(), one.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (one.tail or "")
    elif parent is not None:
        parent.text = (parent.text or "") + (one.tail or "")
    if parent is not None:
        parent.remove(one)


def _refer(one: etree._Element, named: dict[str, etree._Element], found: Outline) -> None:
    name, form = one.get("to") or "", one.get("as") or NUMBER
    target = named.get(name)
    if target is None:
        if not one.text and not len(one):
            raise PageError(f"<ref to={name!r}> leads nowhere and has no words for that.")
        _become(one, "span")
        return
    number = found.cited[name]
    if NUMBER in form and not number:
        raise PageError(f"<ref to={name!r}> asks for the number of what has none.")
    for child in list(one):
        one.remove(child)
    one.text = form.replace(NUMBER, number).replace(TITLE, normal.line_of(target))
    printed_apart = target.text is None and not len(target)
    if printed_apart or target in _around(one):
        _become(one, "span")
    else:
        _become(one, "a", "href", f"#{name}")


def _around(one: etree._Element) -> list[etree._Element | None]:
    """What a reference stands in, which it need not lead to: an annex is its first heading too."""
    outer = list(one.iterancestors())
    return [*outer, *(first_heading(section) for section in outer if is_annex(section))]


def _list(one: etree._Element, named: dict[str, etree._Element], found: Outline) -> None:
    standing = list(one.getroottree().iter("h1", "contents"))
    after = standing[standing.index(one) + 1 :]
    before_annex = one.get("annex") or ""
    _become(one, "section", "class", "contents")
    for heading in found.headings:
        if named[heading.id] in after:
            one.append(_entry(heading, named[heading.id], before_annex))


def _entry(heading: Heading, element: etree._Element, before_annex: str) -> etree._Element:
    entry = etree.Element("p", {"class": "entry"})
    link = deepcopy(element)
    link.tail = None
    etree.strip_tags(link, "a")
    _become(link, "a", "href", f"#{heading.id}")
    if heading.mark:
        number = etree.Element("span", {"class": "number"})
        number.text, number.tail = heading.mark, f" {link.text or ''}"
        link.text = None
        link.insert(0, number)
    elif heading.annex:
        link.text = before_annex.replace(NUMBER, str(heading.annex)) + (link.text or "")
    entry.append(link)
    return entry


def _become(element: etree._Element, tag: str, name: str = "", value: str = "") -> None:
    """The element under another tag, with one attribute or none; its content stays."""
    element.tag = tag
    element.attrib.clear()
    if name:
        element.set(name, value)
