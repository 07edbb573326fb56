"""A Word file read back: which published document it is, its normal form, what was filled in."""

import datetime as dt
import difflib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from wizard.documents import normal
from wizard.documents.word import logo_run
from wizard.documents.word.base import BODY_PART
from wizard.documents.word.package import CUSTOM_PART, MARKS
from wizard.errors import UserError
from wizard.i18n import N_

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
MOST_UNPACKED = 60_000_000
MOST_COMPARED = 3_000
GONE = frozenset({f"{W}del", f"{W}moveFrom", FALLBACK})
SPACES = frozenset({f"{W}br", f"{W}cr", f"{W}tab", f"{W}ptab"})
PICTURES = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
STYLES_PART = "word/styles.xml"
STAMP_BLANK, BLANK, CHECK_ITEM = "Stamp Blank", "Blank", "Check Item"
STAMPS = frozenset({"Stamp", STAMP_BLANK})
"""Our styles by their names: an editor may give them other ids."""
EMPTY_BOX, TICKED_BOXES = normal.CHECK, "\N{BALLOT BOX WITH X}\N{BALLOT BOX WITH CHECK}"
TICKED = frozenset({"1", "true", "on"})
LEADING_BOX = re.compile(rf"\s*[{EMPTY_BOX}{TICKED_BOXES}]")
PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
FINGERPRINT = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Marks:
    """What a published file says of itself."""

    document: str
    language: str
    version: int
    dated: dt.date
    fingerprint: str


@dataclass(frozen=True, slots=True)
class ReadBack:
    """The normal form of a file, what was written into its blanks or ticked, what it is stamped."""

    lines: tuple[str, ...]
    filled: tuple[str, ...]
    stamps: str = ""

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the lines; that of the page where nothing was altered."""
        return normal.fingerprint(normal.Line(line) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Difference:
    """Lines of the published page, and those that stand in the file in their place."""

    published: tuple[str, ...]
    found: tuple[str, ...]


def marks(content: bytes) -> Marks | None:
    """Which published document the file is; None where it says nothing of the kind.

    UserError where it is no Word file.
    """
    part = _parts(content, CUSTOM_PART)[CUSTOM_PART]
    if part is None:
        return None
    said = {one.get("name"): _text_of(one).strip() for one in part.iter(PROPERTY)}
    document, language, number, dated, fingerprint = (said.get(name, "") for name in MARKS)
    try:
        found = Marks(document, language, int(number), dt.date.fromisoformat(dated), fingerprint)
    except ValueError:
        return None
    return found if document and language and FINGERPRINT.fullmatch(fingerprint) else None


def lines_of_word(content: bytes) -> ReadBack:
    """The normal form of the file's body as if all tracked changes were accepted.

    UserError where it is no Word file.
    """
    parts = _parts(content, BODY_PART, STYLES_PART)
    body, styles = parts[BODY_PART], parts[STYLES_PART]
    if body is None:
        raise _no_word_file()
    reader = _Reader(_names(styles) if styles is not None else {})
    lines = tuple(reader.lines(body))
    return ReadBack(lines, tuple(reader.filled), normal.text(" ".join(reader.stamped)))


def differences(
    published: Sequence[str], found: Sequence[str], most: int = 5
) -> tuple[Difference, ...]:
    """The first places where the file differs from the page."""
    start = next(
        (
            place
            for place, pair in enumerate(zip(published, found, strict=False))
            if len({*pair}) > 1
        ),
        min(len(published), len(found)),
    )
    page, file = published[start:][:MOST_COMPARED], found[start:][:MOST_COMPARED]
    changed = (
        Difference(tuple(page[a:b]), tuple(file[c:d]))
        for kind, a, b, c, d in difflib.SequenceMatcher(None, page, file).get_opcodes()
        if kind != "equal"
    )
    return tuple(one for one, _ in zip(changed, range(most), strict=False))


@dataclass(slots=True)
class _Reader:
    """Reads paragraphs in their order; ``filled`` and ``stamped`` grow on the way."""

    names: Mapping[str, str]
    filled: list[str] = field(default_factory=list)
    stamped: list[str] = field(default_factory=list)
    _blank: list[str] = field(default_factory=list)
    _ticked: bool = False

    def lines(self, body: etree._Element) -> Iterator[str]:
        held = ""
        for paragraph in body.iter(f"{W}p"):
            if any(parent.tag in GONE for parent in paragraph.iterancestors()):
                continue
            held += self._line(paragraph)
            if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
                continue  # Its end is deleted: it goes on in the next one.
            line, held = normal.text(held), ""
            if self._ticked:
                self.filled.append(line.replace(EMPTY_BOX, "").strip() or TICKED_BOXES[0])
                self._ticked = False
            if line:
                yield line

    def _line(self, paragraph: etree._Element) -> str:
        words = "".join(self._words(paragraph)) + self._closed()
        is_item = self._style(paragraph.find(f"{W}pPr/{W}pStyle")) == CHECK_ITEM
        return LEADING_BOX.sub("", words, count=1) if is_item else words

    def _words(self, element: etree._Element) -> Iterator[str]:
        for child in element:
            tag = child.tag
            if tag in GONE or tag in {f"{W}pPr", f"{W}p", etree.Comment}:
                continue
            if tag == f"{W}r":
                yield from self._run(child)
            elif tag == f"{W}sdt" and child.find(f"{W}sdtPr/{W14}checkbox") is not None:
                yield self._closed()
                yield self._box(child)
            else:
                yield from self._words(child)

    def _run(self, run: etree._Element) -> Iterator[str]:
        name = self._style(run.find(f"{W}rPr/{W}rStyle"))
        said = "".join(_said(run))
        if name in STAMPS:
            if name != STAMP_BLANK:
                self.stamped.append(said)
            elif normal.text(said):
                self.filled.append(normal.text(said))
            return
        if name == BLANK:
            self._blank.append(said)
            return
        if said:
            yield self._closed()
            yield said

    def _style(self, said: etree._Element | None) -> str:
        number = "" if said is None else said.get(f"{W}val") or ""
        return self.names.get(number, number)

    def _box(self, control: etree._Element) -> str:
        state = control.find(f"{W}sdtPr/{W14}checkbox/{W14}checked")
        shown = _text_of(control)
        ticked = state is not None and state.get(f"{W14}val") in TICKED
        self._ticked = self._ticked or ticked or any(box in shown for box in TICKED_BOXES)
        return EMPTY_BOX

    def _closed(self) -> str:
        """The blanks that end here: as many as begin in their runs, and what is written in them."""
        if not self._blank:
            return ""
        said = "".join(self._blank)
        self._blank.clear()
        written = normal.text(said)
        if written:
            self.filled.append(written)
        return normal.BLANK * max(1, said.count("\N{ZERO WIDTH SPACE}"))


def _names(styles: etree._Element) -> dict[str, str]:
    """The names of the styles by their ids."""
    found = {}
    for style in styles.iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None:
            found[style.get(f"{W}styleId") or ""] = name.get(f"{W}val") or ""
    return found


def _text_of(element: etree._Element) -> str:
    return "".join(piece for piece in element.itertext() if isinstance(piece, str))


def _said(run: etree._Element) -> Iterator[str]:
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


def _parts(content: bytes, *names: str) -> dict[str, etree._Element | None]:
    """The parts of a Word file as trees, None for one that is missing; UserError otherwise."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_pis=True)
    found: dict[str, etree._Element | None] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            known = {part.filename: part.file_size for part in archive.infolist()}
            if BODY_PART not in known or sum(known.values()) > MOST_UNPACKED:
                raise _no_word_file()
            for name in names:
                tree = etree.fromstring(archive.read(name), parser) if name in known else None
                if tree is not None and tree.getroottree().docinfo.internalDTD is not None:
                    raise _no_word_file()
                found[name] = tree
    except UserError:
        raise
    except Exception as error:  # whatever a damaged file leads zlib, zipfile and lxml into
        raise _no_word_file() from error
    return found


def _no_word_file() -> UserError:
    return UserError(
        N_("This is no Word file (.docx) that can be read. Choose the file that was printed from.")
    )
