"""Which version a Word file is, and whether its text was altered after it was written."""

import re
from dataclasses import dataclass
from typing import Literal

from wizard.documents import normal, reading_back
from wizard.documents.edition import CODE_LENGTH
from wizard.documents.frozen import FrozenPage
from wizard.documents.reading_back import Difference, Marks
from wizard.library import projects, versions
from wizard.library.connection import Library
from wizard.library.versions import Frozen

State = Literal["unmarked", "to-sign", "intact", "altered"]
CODE = re.compile(rf"\b[0-9a-f]{{{CODE_LENGTH}}}\b")


@dataclass(frozen=True, slots=True)
class Known:
    """A published page: the name of its project, the first version that has it, and what it is."""

    project: str
    version: int
    document: str
    language: str
    code: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a file turned out to be.

    ``unmarked``: it does not say which version it is; ``to-sign``: a sheet, form or record for
    published documents. ``known`` is where the library published this very text, or what is to be
    signed; nothing where it never did. ``filled`` is what was ticked or written into blanks,
    ``differences`` where the
    text is not the published one, as far as the library has that.
    """

    state: State
    marks: Marks | None = None
    known: tuple[Known, ...] = ()
    filled: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()


def verify(library: Library | None, content: bytes) -> Verdict:
    """Read the file and compare it with what was published; UserError where it is no Word file."""
    marks = reading_back.marks(content)
    found = reading_back.lines_of_word(content)
    if marks is None:
        codes = dict.fromkeys(code for line in found.lines for code in CODE.findall(line))
        named = [place for code in codes for place in _frozen(library, code)]
        known = _known(library, named)
        return Verdict("to-sign" if known else "unmarked", known=known, filled=found.filled)
    places = _frozen(library, marks.fingerprint)
    known = _known(library, places)
    alike = found.fingerprint == marks.fingerprint
    if library is None or not places:
        return Verdict("intact" if alike else "altered", marks, known, found.filled)
    markup = _published(library, places[0], marks.version)
    differences: tuple[Difference, ...] = ()
    if not alike:
        published = [line.text for line in normal.lines(markup)]
        differences = reading_back.differences(published, found.lines)
    stamps = normal.stamps(markup)
    if _letters(stamps) != _letters(found.stamps):
        differences += (Difference((stamps,), (found.stamps,)),)
    return Verdict("altered" if differences else "intact", marks, known, found.filled, differences)


def _frozen(library: Library | None, beginning: str) -> list[Frozen]:
    return versions.found_by(library, beginning) if library is not None else []


def _known(library: Library | None, places: list[Frozen]) -> tuple[Known, ...]:
    return tuple(
        Known(
            projects.must_exist(library, one.project).name,
            one.version,
            one.document,
            one.language,
            one.fingerprint[:CODE_LENGTH],
        )
        for one in places
        if library is not None
    )


def _published(library: Library, place: Frozen, number: int) -> str:
    """The markup of the page as the version of this number froze it, else the first that did.

    A text that came back later is the same page with other stamps.
    """
    page = next(
        one
        for version in (number, place.version)
        for one in versions.pages(library, place.project, version)
        if one.fingerprint == place.fingerprint
    )
    return FrozenPage.load(versions.content(library, page.content)).markup


def _letters(text: str) -> str:
    """The text without white space: an editor may break runs and lines anywhere."""
    return "".join(text.split())
