"""A Word file read back: which published document it is, its normal form, what was filled in."""

import datetime as dt
import difflib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from wizard.documents import entries, normal
from wizard.documents.entries import GONE, W14, W
from wizard.documents.word.base import BODY_PART
from wizard.documents.word.package import CUSTOM_PART, MARKS
from wizard.errors import UserError
from wizard.i18n import N_

PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
MOST_UNPACKED = 60_000_000
MOST_COMPARED = 3_000
STYLES_PART = "word/styles.xml"
STAMP_BLANK, BLANK, CHECK_ITEM = "Stamp Blank", "Blank", "Check Item"
PROMPT = "Placeholder Text"
STAMPS = frozenset({"Stamp", STAMP_BLANK})
"""Styles by their names, all but Word's own for prompts ours: an editor may give other ids."""
EMPTY_BOX, TICKED_BOXES = normal.CHECK, "\N{BALLOT BOX WITH X}\N{BALLOT BOX WITH CHECK}"
LEADING_BOX = re.compile(rf"\s*[{EMPTY_BOX}{TICKED_BOXES}]")
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
    """The normal form of a file, what was filled in or ticked in it, what it is stamped."""

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
    reader.find_cells(body)
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
    _cells: dict[etree._Element, str] = field(default_factory=dict)
    _blank: list[str] = field(default_factory=list)
    _ticked: bool = False

    def find_cells(self, body: etree._Element) -> None:
        """Find the cells that hold nothing but a place to fill in, and what it is called."""
        for control in body.iter(f"{W}sdt"):
            cell = self._cell(control) if entries.is_place(control) else None
            if cell is not None:
                self._cells[cell] = entries.title(control)

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
        cell = next(paragraph.iterancestors(f"{W}tc"), None) if self._cells else None
        if cell is not None and cell in self._cells:
            self._enter(self._cells[cell], paragraph)
            return ""
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
            elif tag == f"{W}sdt" and entries.is_place(child):
                yield self._closed()
                self._enter(entries.title(child), child)
                yield normal.BLANK
            else:
                yield from self._words(child)

    def _run(self, run: etree._Element) -> Iterator[str]:
        name = self._style(run.find(f"{W}rPr/{W}rStyle"))
        said = "".join(entries.said(run))
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

    def _enter(self, title: str, element: etree._Element) -> None:
        """Note what is entered in a place to fill in, under its title where it has kept one."""
        words = (
            word
            for run, waiting in entries.runs(element)
            if waiting is None or not self._is_prompt(run, waiting)
            for word in entries.said(run)
        )
        written = normal.text("".join(words))
        if written:
            self.filled.append(f"{title}: {written}" if title else written)

    def _is_prompt(self, run: etree._Element, waiting: etree._Element) -> bool:
        """Whether a run is the paper form of a control that waits, or Word's own invitation.

        That a control waits is not believed of anything else: its words would be seen by nobody.
        """
        name = self._style(run.find(f"{W}rPr/{W}rStyle"))
        return name == PROMPT or (name != BLANK and self._cell(waiting) is None)

    def _cell(self, control: etree._Element) -> etree._Element | None:
        """The cell that a place fills; None for one with a rule or in a line of text."""
        if any(self._style(style) == BLANK for style in control.iter(f"{W}rStyle")):
            return None
        return next(control.iterancestors(f"{W}tc"), None)

    def _style(self, said: etree._Element | None) -> str:
        number = "" if said is None else said.get(f"{W}val") or ""
        return self.names.get(number, number)

    def _box(self, control: etree._Element) -> str:
        state = control.find(f"{W}sdtPr/{W14}checkbox/{W14}checked")
        shown = _text_of(control)
        ticked = state is not None and state.get(f"{W14}val") in entries.SET
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
