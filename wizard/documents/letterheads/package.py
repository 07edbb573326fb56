"""A Word file as its parts: what each is, how they lead to each other, and that none does harm."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from wizard.documents.letterheads import refusals
from wizard.documents.letterheads.archive import key, unpacked
from wizard.errors import UserError

TYPES, RELATIONS = "[content_types].xml", "_rels/.rels"
T = "{http://schemas.openxmlformats.org/package/2006/content-types}"
P = "{http://schemas.openxmlformats.org/package/2006/relationships}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
V = "{urn:schemas-microsoft-com:vml}"
STRICT = "http://purl.oclc.org/ooxml/"
MAIN = "officeDocument"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
DOCUMENT_TYPE, TEMPLATE_TYPE = f"{WORD_TYPE}document.main+xml", f"{WORD_TYPE}template.main+xml"
HYPERLINK, PICTURES, TEMPLATE = "hyperlink", frozenset({"image"}), "attachedTemplate"
CODE = frozenset({"vbaProject", "wordVbaData", "control", "activeXControlBinary"})
FOREIGN_TEXT = "aFChunk"
FIELDS = frozenset({"DDE", "DDEAUTO", "LINK", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT"})
"""Fields that fetch something or start a program."""
LINK = "HYPERLINK"
ORDINARY = re.compile(r'"?(https?://|mailto:|tel:)|\\l\b', re.IGNORECASE)
"""How the instruction of a link goes on that leads to the web, to people, or within the page."""
LONGEST_COMMAND = 40
LOCAL = re.compile(r"(file:///?)?/?[a-zA-Z]:[\\/]|[^:\\/]*$")
"""A path on a drive, or a bare file name: nothing that Word would ask a network for."""
MOST_XML = 10_000_000
DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a part leads: ``kind`` is the last word of its type, ``target`` a key or an address."""

    type: str
    target: str
    is_external: bool

    @property
    def kind(self) -> str:
        """What it leads to, in a word: header, image, hyperlink, styles."""
        return self.type.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Package:
    """The parts by their keys and the one that is the document."""

    file: str
    parts: Mapping[str, bytes]
    types: Mapping[str, str]
    main: str = ""
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict)

    @property
    def is_template(self) -> bool:
        """Whether it is a .dotx."""
        return self.type_of(self.main) == TEMPLATE_TYPE

    def type_of(self, part: str) -> str:
        """The content type of a part, by its name or its ending; empty where none is said."""
        return self.types.get(f"/{part}") or self.types.get(part.rpartition(".")[2], "")

    def tree(self, part: str) -> etree._Element:
        """The part as a tree; UserError where it is none, or one that may do harm."""
        content = self.parts.get(part)
        if content is None:
            raise refusals.broken(self.file, part)
        if len(content) > MOST_XML:
            raise UserError(refusals.SWOLLEN, file=self.file)
        if any(mark in content for mark in DOCTYPES):
            raise refusals.harmful(self.file, "DOCTYPE")
        try:
            root = etree.fromstring(content, parser())
        except (etree.XMLSyntaxError, ValueError, LookupError) as error:
            raise refusals.broken(self.file, part) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise refusals.harmful(self.file, "DOCTYPE")
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """Where the part leads, by id; none where it does not. ``""`` is the package."""
        if part not in self._relations:
            self._relations[part] = dict(self._read_relations(part))
        return self._relations[part]

    def related(self, part: str, kind: str) -> str | None:
        """The first part of this kind that the part leads to."""
        found = self.relations(part).values()
        return next((one.target for one in found if one.kind == kind and not one.is_external), None)

    def _read_relations(self, part: str) -> Iterator[tuple[str, Relation]]:
        folder, name = posixpath.split(part)
        place = posixpath.join(folder, "_rels", f"{name}.rels")
        if place not in self.parts:
            return
        for one in self.tree(place).iter(f"{P}Relationship"):
            kind = one.get("Type") or ""
            target = one.get("Target") or ""
            is_external = (one.get("TargetMode") or "").lower() == "external"
            relation = Relation(kind, target, is_external)
            if not is_external and relation.kind != HYPERLINK:
                relation = Relation(kind, self._resolved(folder, target), is_external)
            yield one.get("Id") or "", relation

    def _resolved(self, folder: str, target: str) -> str:
        whole = posixpath.normpath(posixpath.join("/", folder, unquote(target)))
        climbs = unquote(target).split("/").count("..") > len(folder.split("/"))
        if climbs or "\\" in whole or "://" in target:
            raise refusals.harmful(self.file, target)
        return key(whole.lstrip("/"))


def parser() -> etree.XMLParser:
    """A parser that neither looks elsewhere nor keeps remarks; one for each part.

    A parser keeps what went wrong before.
    """
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True,
        remove_comments=True,
    )  # fmt: skip


def checked(content: bytes, file: str) -> Package:
    """The file's parts, all of them looked at; UserError says why it may not be a letterhead."""
    parts = unpacked(content, file)
    if TYPES not in parts:
        is_open_document = parts.get("mimetype", b"").startswith(b"application/vnd.oasis.")
        raise UserError(refusals.OPEN_DOCUMENT if is_open_document else refusals.OTHER, file=file)
    package = Package(file, parts, {})
    package = Package(file, parts, _types(package.tree(TYPES)))
    if RELATIONS not in parts:
        raise refusals.broken(file, RELATIONS)
    _must_not_be_strict(package)
    main = package.related("", MAIN)
    if main is None:
        raise refusals.broken(file, RELATIONS)
    package = Package(file, parts, package.types, main)
    _must_be_word(package)
    for part in parts:
        if part.endswith((".xml", ".rels")) or package.type_of(part).endswith(("+xml", "/xml")):
            _must_be_harmless(package, part)
    return package


def _types(tree: etree._Element) -> dict[str, str]:
    found = {}
    for one in tree:
        kind = one.get("ContentType") or ""
        if one.tag == f"{T}Default":
            found[(one.get("Extension") or "").lower()] = kind
        elif one.tag == f"{T}Override":
            found[key(one.get("PartName") or "")] = kind
    return found


def _must_not_be_strict(package: Package) -> None:
    for one in package.tree(RELATIONS).iter(f"{P}Relationship"):
        if (one.get("Type") or "").startswith(STRICT):
            raise UserError(refusals.STRICT, file=package.file)


def _must_be_word(package: Package) -> None:
    kind = package.type_of(package.main)
    said = " ".join(package.types.values()).lower()
    if any(word in said for word in ("macroenabled", "vbaproject", "activex")):
        raise UserError(refusals.MACROS, file=package.file)
    if any(part.rpartition("/")[2].startswith("vbaproject") for part in package.parts):
        raise UserError(refusals.MACROS, file=package.file)
    if package.main not in package.parts:
        raise refusals.broken(package.file, package.main)
    if kind not in {DOCUMENT_TYPE, TEMPLATE_TYPE}:
        raise UserError(refusals.OTHER, file=package.file)


def _must_be_harmless(package: Package, part: str) -> None:
    """The part is well formed and neither leads outside nor to what is not there."""
    tree = package.tree(part)
    if part.endswith(".rels"):
        folder, name = posixpath.split(part)
        source = posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))
        for relation in package.relations(source).values():
            _must_lead_somewhere_harmless(package, relation)
        return
    for place in tree.iter(f"{V}imagedata"):
        address = place.get("src") or ""
        if "://" in address or address.startswith("\\\\"):
            raise _far(package.file, "image", address)
    for words in fields(tree):
        command = words[0].upper() if words else ""
        if command in FIELDS or (command == LINK and not ORDINARY.match(" ".join(words[1:]))):
            raise refusals.harmful(package.file, command)


def _must_lead_somewhere_harmless(package: Package, relation: Relation) -> None:
    if relation.kind in CODE:
        raise UserError(refusals.MACROS, file=package.file)
    if relation.kind == HYPERLINK:
        return
    if relation.is_external:
        # Whoever writes letters from a company's template has its path on his own drive in each of
        # them. Nothing is loaded from it, here or on any other computer.
        if relation.kind == TEMPLATE and LOCAL.match(unquote(relation.target)):
            return
        raise _far(package.file, relation.kind, relation.target)
    if relation.kind == FOREIGN_TEXT:
        raise refusals.harmful(package.file, "altChunk")
    if relation.target not in package.parts:
        raise refusals.broken(package.file, relation.target)


def _far(file: str, kind: str, address: str) -> UserError:
    sentence = refusals.FAR_CONTENT
    if kind == TEMPLATE:
        sentence = refusals.FAR_TEMPLATE
    elif kind in PICTURES:
        sentence = refusals.FAR_PICTURE
    return UserError(sentence, file=file, address=refusals.shortened(address))


def fields(tree: etree._Element) -> Iterator[list[str]]:
    """The words of each field's instruction, which Word may have parted into several runs."""
    for simple in tree.iter(f"{W}fldSimple"):
        yield (simple.get(f"{W}instr") or "").split()
    open_ones: list[str] = []
    for one in tree.iter(f"{W}fldChar", f"{W}instrText"):
        if one.tag == f"{W}instrText":
            if open_ones:  # Only how it begins, or endless pieces would take endless time.
                whole = open_ones[-1] + (one.text or "")
                open_ones[-1] = whole.lstrip()[:LONGEST_COMMAND]
            continue
        kind = one.get(f"{W}fldCharType")
        if kind == "begin":
            open_ones.append("")
        elif open_ones:
            yield open_ones[-1].split()
            open_ones[-1] = ""
            if kind == "end":
                open_ones.pop()
    yield from (one.split() for one in open_ones)
