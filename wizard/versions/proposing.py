"""What publishing now would change, document by document, and which changes would be minor."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from wizard.documents import templates
from wizard.interview.answers import Answers
from wizard.versions import touching
from wizard.versions.comparing import Difference
from wizard.versions.drafting import Draft, drafted
from wizard.versions.reopening import Reopened
from wizard.versions.touching import Comparison
from wizard.versions.weighing import ChangedLine

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
    """What version ``number`` would freeze; ``differences`` are by document language."""

    number: int
    changes: Mapping[str, Change]
    differences: Mapping[str, tuple[Difference, ...]]
    draft: Draft = field(repr=False)
    added_languages: tuple[str, ...] = ()
    """Languages that the last version does not have; a translation changes no document."""

    @property
    def changed(self) -> bool:
        """Whether there is anything to publish: a changed document, or another language."""
        fates = {one.fate for one in self.changes.values()}
        return fates != {"unchanged"} or bool(self.added_languages)


def propose(answers: Answers, last: Reopened | None, today: dt.date) -> Proposal:
    """Compare the answers with the last version, None before the first."""
    draft = drafted(answers, today)
    if last is None:
        new = {document: Change(document, "new") for document in templates.published()}
        return Proposal(1, new, {}, draft)
    comparison = touching.compare(last, draft, draft.languages)
    strict = STRICT in answers.packs
    changes = {
        document: _change(document, last, comparison, strict=strict)
        for document in templates.published()
    }
    added = tuple(one for one in draft.languages if one not in last.version.languages)
    return Proposal(last.version.number + 1, changes, comparison.differences, draft, added)


def _change(document: str, last: Reopened, comparison: Comparison, *, strict: bool) -> Change:
    if document not in last.editions:
        return Change(document, "new")
    since = last.editions[document].number
    if document not in comparison.lines:
        # In no language that it was published in: there is nothing to compare it with.
        return Change(document, "changed", since, may_be_minor=not strict)
    lines = comparison.lines[document]
    if not lines:
        return Change(document, "unchanged", since)
    minor = all(line.weight in MINOR for line in lines)
    by_program = document in comparison.by_program
    return Change(document, "changed", since, minor, minor or not strict, by_program, lines)
