"""Which version a Word file is, and whether its text was altered after it was written."""

from dataclasses import dataclass
from typing import Literal

from wizard.documents import normal, reading_back
from wizard.documents.frozen import FrozenPage
from wizard.documents.reading_back import Difference, Marks
from wizard.library import projects, versions
from wizard.library.connection import Library

State = Literal["unmarked", "intact", "altered"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a file turned out to be.

    ``unmarked``: it does not say which version it is. ``known`` are the projects of the library
    that published this very text, each with the first version that had it; none where the library
    never saw it. ``filled`` is what was ticked or written into blanks, ``differences`` where the
    text is not the published one, as far as the library has that.
    """

    state: State
    marks: Marks | None = None
    known: tuple[tuple[str, int], ...] = ()
    filled: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()


def verify(library: Library | None, content: bytes) -> Verdict:
    """Read the file and compare it with what was published; UserError where it is no Word file."""
    marks = reading_back.marks(content)
    found = reading_back.lines_of_word(content)
    if marks is None:
        return Verdict("unmarked", filled=found.filled)
    places = versions.found_by(library, marks.fingerprint) if library is not None else []
    known = tuple(
        (projects.must_exist(library, project).name, version)
        for project, version, document, language in places
        if library is not None and (document, language) == (marks.document, marks.language)
    )
    if found.fingerprint == marks.fingerprint:
        return Verdict("intact", marks, known, found.filled)
    differences: tuple[Difference, ...] = ()
    if library is not None and places:
        published = _published(library, places[0], marks.fingerprint)
        differences = reading_back.differences(published, found.lines)
    return Verdict("altered", marks, known, found.filled, differences)


def _published(
    library: Library, place: tuple[str, int, str, str], fingerprint: str
) -> tuple[str, ...]:
    project, version, _document, _language = place
    page = next(
        one for one in versions.pages(library, project, version) if one.fingerprint == fingerprint
    )
    frozen = FrozenPage.load(versions.content(library, page.content))
    return tuple(line.text for line in normal.lines(frozen.markup))
