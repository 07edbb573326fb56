"""A published version as it was: its answers, its pages and the editions of its documents."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from wizard import stationery
from wizard.documents import normal
from wizard.documents.edition import Edition
from wizard.documents.frozen import FrozenPage, Stationery
from wizard.documents.normal import Line
from wizard.errors import UserError
from wizard.i18n import N_
from wizard.interview import answers as interview
from wizard.interview import keeping
from wizard.interview.answers import Answers
from wizard.library import people, versions
from wizard.library.connection import Library
from wizard.library.versions import StoredEdition, StoredPage, Version
from wizard.staff import with_staff
from wizard.versions.drafting import Leaf


@dataclass(frozen=True, slots=True)
class Reopened:
    """A version to read, to print again and to compare with; nothing of it can be changed.

    ``answers`` say what they said then, and so does their staff list but for those whose data are
    erased. ``stationery`` is what its pages are
    printed with, as far as the library still has it.
    """

    version: Version
    answers: Answers
    editions: Mapping[str, StoredEdition]
    pages: Mapping[Leaf, FrozenPage]
    stored: Mapping[Leaf, StoredPage]
    lines: Mapping[Leaf, tuple[Line, ...]]
    days: Mapping[int, Version]
    stationery: Stationery = field(default_factory=dict)

    def edition(self, document: str, language: str) -> Edition:
        """Number, day and code of a document; KeyError where the version has no such page.

        What is no document of its own, the change sheet, has those of the version.
        """
        known = self.editions.get(document)
        number = known.number if known is not None else self.version.number
        return Edition(number, self.days[number].dated, self.stored[document, language].fingerprint)


def reopen(library: Library, project: str, number: int) -> Reopened:
    """The version of this number; UserError where there is none or its pages are damaged."""
    version = versions.must_exist(library, project, number)
    stored = {(one.document, one.language): one for one in versions.pages(library, project, number)}
    read = {leaf: _page(versions.content(library, one.content)) for leaf, one in stored.items()}
    return Reopened(
        version,
        with_staff(
            _answers(versions.content(library, version.answers)),
            people.people_at(library, project, version.published_at),
        ),
        versions.editions(library, project, number),
        {leaf: page for leaf, (page, _) in read.items()},
        stored,
        {leaf: lines for leaf, (_, lines) in read.items()},
        {one.number: one for one in versions.versions(library, project)},
        _stationery(library, [page for page, _ in read.values()]),
    )


def reopen_latest(library: Library, project: str) -> Reopened | None:
    """The newest version; None for a project that was never published."""
    last = versions.latest(library, project)
    return reopen(library, project, last.number) if last is not None else None


def _stationery(library: Library, pages: Iterable[FrozenPage]) -> Stationery:
    names = {name for page in pages for name in page.stationery}
    return stationery.at_hand(library, sorted(names))


def _page(content: bytes) -> tuple[FrozenPage, tuple[Line, ...]]:
    try:
        page = FrozenPage.load(content)
        return page, normal.lines(page.markup)
    except (ValueError, RecursionError) as error:
        raise _damaged() from error


def _answers(content: bytes) -> Answers:
    try:
        raw = json.loads(content)
        steps = {name: dict(answers) for name, answers in dict(raw["steps"]).items()}
        kept = keeping.texts(raw["wording"])
        return replace(interview.read(raw["trade"], steps), kept=kept)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _damaged() from error


def _damaged() -> UserError:
    return UserError(N_("A frozen page is damaged. Restore a back-up of the library to read it."))
