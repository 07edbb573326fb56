"""The checks of a project at work: what they find now, and what of it the owner leaves."""

import datetime as dt
from dataclasses import replace

from wizard import feeds
from wizard.checks import checking, leaving
from wizard.checks.case import Case, Printed, case
from wizard.checks.leaving import Sorted
from wizard.documents import length, templates
from wizard.interview.answers import Answers
from wizard.session import Session


def of_session(session: Session, today: dt.date, language: str, *, spoken: str = "") -> Sorted:
    """All findings in ``language``, ready texts and titles quoted in ``spoken``.

    The promise is measured by an estimate of its lines, but for one on a letterhead; the
    completeness of the documents that are printed by default is told.
    """
    asked = of_answers(session, today, language, spoken=spoken or session.language)
    return leaving.parted(checking.findings(asked), session.left)


def of_answers(session: Session, today: dt.date, language: str, *, spoken: str) -> Case:
    """The case of a project at work, with all that the checks look at besides the answers."""
    answers, known = session.answers, session.project.signatures
    return replace(
        case(answers, today, language, spoken=spoken),
        documents=_documents(spoken, answers.packs),
        pages={} if answers.business.letterhead else _pages(answers, today),
        unsigned=max(0, known.signers - known.signed) if known.version else 0,
    )


def _pages(answers: Answers, today: dt.date) -> dict[str, float]:
    return {one: length.of_promise(answers, one, today) for one in answers.business.languages}


def _documents(language: str, packs: frozenset[str]) -> dict[str, Printed]:
    known = templates.documents(language)
    return {
        document: Printed(known[document].title, questions)
        for document, questions in feeds.printed(language, packs).items()
        if known[document].default
    }
