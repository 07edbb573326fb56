"""What of a letterhead is kept: the parts that its pages need, under names of our own."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from wizard.documents.letterheads.package import (
    DOCUMENT_TYPE,
    HYPERLINK,
    WORD_TYPE,
    P,
    Package,
    Relation,
    T,
)
from wizard.documents.letterheads.section import Section
from wizard.documents.word.base import (
    BODY_PART,
    CORE_PART,
    PACKAGE_RELATIONS,
    RELATIONS_PART,
    TYPES_PART,
)
from wizard.documents.word.runs import SAFE_LINK, WITHIN

OF_THE_DOCUMENT = ("styles", "theme", "settings", "fontTable", "numbering", "footnotes", "endnotes")
"""Kinds of parts that are kept beside headers and footers; the body and what it shows is not."""
LEFT_OUT = frozenset({"attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "glossary"})
FOLDERS = {"image": "media/image", "theme": "theme/theme", "font": "fonts/font"}
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
VAGUE_TYPE, UNKNOWN_TYPE = "application/xml", "application/octet-stream"
WORD_KINDS = frozenset({"header", "footer", *OF_THE_DOCUMENT} - {"theme"})
PLAIN = re.compile(r"[A-Za-z0-9]{1,40}")
OPENING = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


@dataclass(slots=True)
class Kept:
    """The parts kept so far by their new names; ``names`` leads from the old ones to these.

    ``relations`` are those of the document, by id; ``types`` the content types of the parts.
    """

    package: Package
    parts: dict[str, bytes] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    relations: dict[str, tuple[str, str]] = field(default_factory=dict)

    def of_kind(self, kind: str) -> str | None:
        """The new name of the document's part of a kind such as styles; None where it has none."""
        old = self.package.related(self.package.main, kind)
        return self.names.get(old) if old else None

    def add(self, name: str, content: bytes, kind: str) -> str:
        """Keep a part of our own that the document leads to; the id by which it does."""
        self.parts[name] = content
        self.types[name] = THEME_TYPE if kind == "theme" else f"{WORD_TYPE}{kind}+xml"
        return self.lead_to(name, f"{OFFICE}/{kind}")

    def reference(self, name: str) -> str:
        """The id by which the document leads to a part that is kept."""
        return next(number for number, (target, _) in self.relations.items() if target == name)

    def fresh(self, kind: str, ending: str = "xml") -> str:
        """A free name for a part of a kind."""
        stem, number = FOLDERS.get(kind, kind), 1
        while f"word/{stem}{number}.{ending}" in self.parts:
            number += 1
        return f"word/{stem}{number}.{ending}"

    def closed(self) -> dict[str, bytes]:
        """All parts of the file but the body and its properties."""
        return {
            **self.parts,
            TYPES_PART: self._content_types(),
            PACKAGE_RELATIONS: _relations(
                {
                    "rId1": (BODY_PART, f"{OFFICE}/officeDocument"),
                    "rId2": (CORE_PART, f"{PACKAGE}/metadata/core-properties"),
                },
                "",
            ),
            RELATIONS_PART: _relations(self.relations, "word"),
        }

    def lead_to(self, name: str, relation_type: str) -> str:
        """Let the document lead to a part; the id by which it does."""
        number = f"rId{len(self.relations) + 1}"
        self.relations[number] = (name, relation_type)
        return number

    def _content_types(self) -> bytes:
        known = {BODY_PART: DOCUMENT_TYPE, CORE_PART: CORE_TYPE, **self.types}
        overrides = "".join(
            f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(said)}/>"
            for name, said in known.items()
        )
        return (
            f'{OPENING}<Types xmlns="{T[1:-1]}">'
            f'<Default Extension="rels" ContentType="{RELATIONS_TYPE}"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
        ).encode()


def kept(package: Package, section: Section) -> Kept:
    """The parts that the pages of the section need, each with all that it leads to."""
    found = Kept(package)
    strips = {part for (_, pages), part in section.strips.items() if pages in section.pages}
    waiting: list[str] = []
    for relation in package.relations(package.main).values():
        is_wanted = relation.target in strips or relation.kind in OF_THE_DOCUMENT
        if is_wanted and not relation.is_external and relation.target not in found.names:
            found.lead_to(_named(found, relation, waiting), relation.type)
    while waiting:
        _keep(found, waiting.pop(), waiting)
    return found


def _named(found: Kept, relation: Relation, waiting: list[str]) -> str:
    """The new name of the part; one that gets it now waits for what it leads to."""
    old, kind = relation.target, relation.kind
    if old not in found.names:
        ending = old.rpartition(".")[2]
        is_single = kind in OF_THE_DOCUMENT and kind not in FOLDERS
        name = f"word/{kind}.xml" if is_single else ""
        if not name or name in found.parts:
            sound = [word if PLAIN.fullmatch(word) else "part" for word in (kind, ending)]
            name = found.fresh(*sound)
        found.names[old], found.parts[name] = name, found.package.parts[old]
        said = found.package.type_of(old)
        is_vague = said in {"", VAGUE_TYPE} and kind in WORD_KINDS
        found.types[name] = WORD_TYPE + kind + "+xml" if is_vague else said or UNKNOWN_TYPE
        waiting.append(old)
    return found.names[old]


def _keep(found: Kept, old: str, waiting: list[str]) -> None:
    """Write down what a part leads to, so that it goes on leading there."""
    package, name = found.package, found.names[old]
    inner: dict[str, tuple[str, str]] = {}
    outer: dict[str, tuple[str, str]] = {}
    for number, one in package.relations(old).items():
        if one.kind in LEFT_OUT:
            continue
        if one.is_external or one.target not in package.parts:
            outer[number] = (_allowed(one), one.type)
        else:
            inner[number] = (_named(found, one, waiting), one.type)
    if inner or outer:
        folder, file = posixpath.split(name)
        found.parts[f"{folder}/_rels/{file}.rels"] = _relations(inner, folder, outer)


def _allowed(one: Relation) -> str:
    """Where something outside lies; a link that a letterhead may not have leads nowhere."""
    if one.kind == HYPERLINK and not SAFE_LINK.match(one.target):
        return WITHIN
    return one.target


def _relations(
    inner: Mapping[str, tuple[str, str]],
    folder: str,
    outer: Mapping[str, tuple[str, str]] | None = None,
) -> bytes:
    """A part of relations seen from a folder: what is in the file, and what lies outside."""
    lines = [
        f"<Relationship Id={quoteattr(number)} Type={quoteattr(said)} "
        f"Target={quoteattr(posixpath.relpath(target, folder or '.'))}/>"
        for number, (target, said) in inner.items()
    ]
    lines += [
        f"<Relationship Id={quoteattr(number)} Type={quoteattr(said)} "
        f'Target={quoteattr(target)} TargetMode="External"/>'
        for number, (target, said) in (outer or {}).items()
    ]
    return f'{OPENING}<Relationships xmlns="{P[1:-1]}">{"".join(lines)}</Relationships>'.encode()
