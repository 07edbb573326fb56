"""The styles of a letterhead made ready for our documents: under our ids, with what it lacks."""

import copy
from collections.abc import Collection, Iterable, Iterator, Mapping

from lxml import etree

from wizard.documents.letterheads import styles
from wizard.documents.letterheads.package import W

REFERENCES = frozenset(
    f"{W}{name}"
    for name in (
        "pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink",
        "clickAndTypeStyle", "defaultTableStyle",
    )
)  # fmt: skip
"""Elements whose value is the id of a style, in whatever part."""
SUFFIX = "Own"
OUTLINE = {"Heading1": "0", "Heading2": "1", "Heading3": "2"}
KEPT_WITH_NEXT = frozenset({"Title", *OUTLINE})
BEFORE_NUMBERING = frozenset(
    f"{W}{name}" for name in ("keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
AFTER_OUTLINE = frozenset(f"{W}{name}" for name in ("divId", "cnfStyle", "rPr", "sectPr"))


def renamed(tree: etree._Element) -> dict[str, str]:
    """By the ids that the letterhead gives: those of ours that its styles take the place of.

    A style that has one of our ids, but is another, gets a new one.
    """
    names = {own.id: ours for ours, own in styles.matched(tree).items()}
    names |= {own.id: ours for ours, own in styles.usual(tree).items()}
    reserved = {one.id for one in styles.needed(every=True)}
    taken = reserved | {one.get(f"{W}styleId") or "" for one in tree.iter(f"{W}style")}
    for one in tree.iter(f"{W}style"):
        number = one.get(f"{W}styleId") or ""
        if number in reserved and number not in names:
            other = number + SUFFIX
            while other in taken:
                other += SUFFIX
            names[number] = other
            taken.add(other)
    return names


def rename(tree: etree._Element, names: Mapping[str, str]) -> None:
    """Refer to styles by their new ids in a part of the letterhead."""
    for one in tree.iter(*REFERENCES):
        number = one.get(f"{W}val") or ""
        one.set(f"{W}val", names.get(number, number))


def fit(tree: etree._Element, house: etree._Element, names: Mapping[str, str], locale: str) -> None:
    """Make the letterhead's styles those of a document of ours in the language of the locale.

    ``house``: the styles of the look, of which those that are missing are added.
    """
    _without_doubles(tree)
    _speak(tree, locale)
    rename(tree, names)
    for one in tree.iter(f"{W}style"):
        number = one.get(f"{W}styleId") or ""
        one.set(f"{W}styleId", names.get(number, number))
    theirs = {one.get(f"{W}styleId"): one for one in tree.iter(f"{W}style")}
    used = set(names.values())
    _with_names_of_their_own(tree, used)
    for ours in house.iter(f"{W}style"):
        number = ours.get(f"{W}styleId") or ""
        if number not in theirs:
            tree.append(copy.deepcopy(ours))
        elif number in used:
            _take_over(theirs[number], ours, theirs)


def _without_doubles(tree: etree._Element) -> None:
    """Of styles with the same id the first counts."""
    seen: set[str | None] = set()
    for one in list(tree.iterchildren(f"{W}style")):
        if one.get(f"{W}styleId") in seen:
            tree.remove(one)
        seen.add(one.get(f"{W}styleId"))


def _with_names_of_their_own(tree: etree._Element, used: Collection[str]) -> None:
    """A style that is called as one of ours, and is another, gets a new name."""
    ours = {one.name.lower() for one in styles.needed(every=True)}
    for one in tree.iter(f"{W}style"):
        name = one.find(f"{W}name")
        said = (name.get(f"{W}val") or "").strip() if name is not None else ""
        if name is not None and said.lower() in ours and one.get(f"{W}styleId") not in used:
            name.set(f"{W}val", f"{said} {SUFFIX}")


def _speak(tree: etree._Element, locale: str) -> None:
    """Text is in this language unless it says otherwise."""
    for one in list(tree.iter(f"{W}lang")):
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)
    defaults = _child(tree, "docDefaults", first=True)
    properties = _child(_child(defaults, "rPrDefault", first=True), "rPr", first=True)
    language = etree.SubElement(properties, f"{W}lang")
    language.set(f"{W}val", locale)
    language.set(f"{W}eastAsia", locale)


def _child(parent: etree._Element, name: str, *, first: bool = False) -> etree._Element:
    found = parent.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        parent.insert(0 if first else len(parent), found)
    return found


def _take_over(
    own: etree._Element, ours: etree._Element, theirs: Mapping[str | None, etree._Element]
) -> None:
    """A style of the letterhead in place of ours: what numbers or parts pages is left to us."""
    number = ours.get(f"{W}styleId") or ""
    name, said = own.find(f"{W}name"), ours.find(f"{W}name")
    if name is not None and said is not None:
        name.set(f"{W}val", said.get(f"{W}val") or "")
    for attribute in ("customStyle", "default"):
        value = ours.get(f"{W}{attribute}")
        if value is not None:
            own.set(f"{W}{attribute}", value)
        elif f"{W}{attribute}" in own.attrib:
            del own.attrib[f"{W}{attribute}"]
    if ours.get(f"{W}type") != "paragraph":
        return
    is_numbered = any(one.find(f"{W}pPr/{W}numPr") is not None for one in _chain(own, theirs))
    properties = _properties(own)
    for unwanted in ("numPr", "pageBreakBefore"):
        for one in properties.findall(f"{W}{unwanted}"):
            properties.remove(one)
    if number in KEPT_WITH_NEXT and properties.find(f"{W}keepNext") is None:
        properties.insert(0, etree.Element(f"{W}keepNext"))
    if is_numbered:
        _switch_numbers_off(properties)
    if number in OUTLINE:
        _put_in_outline(properties, OUTLINE[number])


def _chain(
    style: etree._Element, known: Mapping[str | None, etree._Element]
) -> Iterator[etree._Element]:
    """The style and those that it is based on; a circle ends where it began."""
    seen: set[etree._Element] = set()
    found: etree._Element | None = style
    while found is not None and found not in seen:
        seen.add(found)
        yield found
        based = found.find(f"{W}basedOn")
        found = known.get(based.get(f"{W}val")) if based is not None else None


def _properties(style: etree._Element) -> etree._Element:
    """The paragraph properties of a style, which stand before those of letters and tables."""
    found = style.find(f"{W}pPr")
    if found is None:
        found = etree.Element(f"{W}pPr")
        later = ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")
        place = _place(style, {f"{W}{name}" for name in later})
        style.insert(place, found)
    return found


def _switch_numbers_off(properties: etree._Element) -> None:
    numbering = etree.Element(f"{W}numPr")
    etree.SubElement(numbering, f"{W}numId").set(f"{W}val", "0")
    place = sum(1 for one in properties if one.tag in BEFORE_NUMBERING)
    properties.insert(place, numbering)


def _put_in_outline(properties: etree._Element, level: str) -> None:
    found = properties.find(f"{W}outlineLvl")
    if found is None:
        found = etree.Element(f"{W}outlineLvl")
        properties.insert(_place(properties, AFTER_OUTLINE), found)
    found.set(f"{W}val", level)


def _place(parent: etree._Element, later: Iterable[str]) -> int:
    """Where a child stands that comes before the ``later`` ones."""
    after = set(later)
    return next((place for place, one in enumerate(parent) if one.tag in after), len(parent))
