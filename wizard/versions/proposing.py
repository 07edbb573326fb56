"""What publishing now would change, document by document, and which changes would be minor."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from wizard.documents import frozen, normal
from wizard.documents.frozen import FrozenPage
from wizard.documents.normal import Line
from wizard.interview.answers import Answers
from wizard.versions import PUBLISHED, comparing
from wizard.versions.comparing import Difference, Named
from wizard.versions.reopening import Reopened
from wizard.versions.weighing import ChangedLine, changed_lines

Fate = Literal["new", "changed", "unchanged"]
MINOR = frozenset({"annex", "contact", "typing"})
STRICT = "RU"
"""The pack in which a change of the norm itself is never minor."""


@dataclass(frozen=True, slots=True)
class Change:
    """What would become of one document; ``since`` is the version that last changed it.

    ``minor`` is proposed where only annexes, contacts and typing errors changed; where the law
    pack is strict, nothing else ``may_be_minor``. ``by_program``: no answer changed, only what
    the program itself says.
    """

    document: str
    fate: Fate
    since: int = 0
    minor: bool = False
    may_be_minor: bool = False
    by_program: bool = False
    lines: tuple[ChangedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What version ``number`` would freeze; ``differences`` are by language, as are the pages."""

    number: int
    languages: tuple[str, ...]
    changes: Mapping[str, Change]
    differences: Mapping[str, tuple[Difference, ...]]
    pages: Mapping[tuple[str, str], FrozenPage] = field(repr=False)

    @property
    def changed(self) -> bool:
        """Whether any document is new or not as it was."""
        return any(one.fate != "unchanged" for one in self.changes.values())


def propose(answers: Answers, last: Reopened | None, today: dt.date) -> Proposal:
    """Compare the answers with the last version, None before the first."""
    languages = answers.business.languages or ("en",)
    pages = {
        (document, language): frozen.freeze(document, answers, language, today)
        for document in PUBLISHED
        for language in languages
    }
    now = {place: normal.lines(page.markup) for place, page in pages.items()}
    before = last.lines if last is not None else {}
    differences = {
        language: tuple(
            comparing.differences(last.answers, answers, language, named(language, (now, before)))
        )
        for language in languages
        if last is not None
    }
    strict = STRICT in answers.packs
    changes = {
        document: _change(document, now, before, last, differences, strict=strict)
        for document in PUBLISHED
    }
    touched = {
        language: tuple(replace(one, documents=_touched(one, changes)) for one in told)
        for language, told in differences.items()
    }
    number = last.version.number + 1 if last is not None else 1
    return Proposal(number, tuple(languages), changes, touched, pages)


def named(language: str, sets: Iterable[Mapping[tuple[str, str], tuple[Line, ...]]]) -> Named:
    """By document the questions that the lines of its pages in the language come from."""
    found: dict[str, set[tuple[str, str]]] = {}
    for lines_by_place in sets:
        for (document, spoken), lines in lines_by_place.items():
            if spoken == language and document in PUBLISHED:
                places = (line.question.split(".") for line in lines if line.question)
                found.setdefault(document, set()).update((one[0], one[1]) for one in places)
    return {document: frozenset(questions) for document, questions in found.items()}


def _touched(difference: Difference, changes: Mapping[str, Change]) -> tuple[str, ...]:
    """Those of the documents that print the answer which are not as they were."""
    return tuple(one for one in difference.documents if changes[one].fate != "unchanged")


def _change(
    document: str,
    now: Mapping[tuple[str, str], tuple[Line, ...]],
    before: Mapping[tuple[str, str], tuple[Line, ...]],
    last: Reopened | None,
    differences: Mapping[str, tuple[Difference, ...]],
    *,
    strict: bool,
) -> Change:
    known = {language for one, language in before if one == document}
    if last is None or not known:
        return Change(document, "new")
    since = last.editions[document].number
    compared = sorted(language for language in known if (document, language) in now)
    if not compared:
        return Change(document, "changed", since, may_be_minor=not strict)
    lines = [
        line
        for language in compared
        for line in changed_lines(
            before[document, language], now[document, language], differences[language]
        )
    ]
    if not lines:
        return Change(document, "unchanged", since)
    minor = all(line.weight in MINOR for line in lines)
    by_program = not any(document in one.documents for told in differences.values() for one in told)
    return Change(document, "changed", since, minor, minor or not strict, by_program, tuple(lines))
