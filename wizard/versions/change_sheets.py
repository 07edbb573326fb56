"""The change sheet of a version: what changed, in which documents, and who signs again."""

import datetime as dt
from collections.abc import Iterable

from wizard.documents import frozen, templates
from wizard.documents.changes import ChangeLine, ChangeSheet, DocumentLine, State
from wizard.documents.edition import Edition
from wizard.documents.frozen import FrozenPage
from wizard.documents.issue import Issue
from wizard.interview.answers import Answers
from wizard.library.versions import StoredEdition
from wizard.versions import comparing
from wizard.versions.drafting import Leaf
from wizard.versions.proposing import Fate, Proposal
from wizard.versions.reopening import Reopened

DOCUMENT = "change-sheet"


def pages(
    answers: Answers,
    proposal: Proposal,
    last: Reopened,
    editions: Iterable[StoredEdition],
    note: str,
    today: dt.date,
) -> dict[Leaf, FrozenPage]:
    """The change sheet in each language of the version that is being published."""
    known = tuple(editions)
    days = {number: one.dated for number, one in last.days.items()} | {proposal.number: today}
    edition = Edition(proposal.number, today)
    found = {}
    for language in proposal.draft.languages:
        issue = Issue(changes=_sheet(proposal, last, known, days, note, today, language))
        found[DOCUMENT, language] = frozen.freeze(
            DOCUMENT, answers, language, today, edition, issue=issue
        )
    return found


def _sheet(
    proposal: Proposal,
    last: Reopened,
    editions: Iterable[StoredEdition],
    days: dict[int, dt.date],
    note: str,
    today: dt.date,
    language: str,
) -> ChangeSheet:
    known = templates.documents(language)
    lines = (
        ChangeLine(
            one.sort,
            comparing.title(one, language),
            one.was,
            one.became,
            tuple(known[document].short for document in one.documents),
        )
        for one in proposal.differences[language]
        if one.documents
    )
    documents = (
        DocumentLine(
            known[one.document].title,
            one.number,
            days[one.number],
            _state(proposal.changes[one.document].fate, major=one.major),
            signed=bool(one.rule),
        )
        for one in editions
    )
    return ChangeSheet(
        number=proposal.number,
        before=last.version.number,
        dated=today,
        note=note,
        lines=tuple(lines),
        documents=tuple(documents),
    )


def _state(fate: Fate, *, major: bool) -> State:
    if fate == "changed":
        return "major" if major else "minor"
    return fate
