"""One document from answers to bytes."""

import datetime as dt

from wizard.documents import frozen
from wizard.documents.frozen import NO_STATIONERY, Stamp, Stationery
from wizard.documents.issue import DRAFT, Issue
from wizard.documents.templates import documents
from wizard.interview.answers import Answers
from wizard.language import dates

DRAFT_STAMP = {"en": "Draft {date}", "ru": "проект от {date}"}


def markup(
    document: str,
    answers: Answers,
    language: str,
    today: dt.date,
    *,
    every: bool = False,
    issue: Issue = DRAFT,
) -> str:
    """The page of a document as XML; KeyError for a document there is no template of.

    ``every``: a questionnaire asks the optional questions too. ``issue``: the version printed for.
    """
    return frozen.freeze(document, answers, language, today, every=every, issue=issue).markup


def word(
    document: str,
    answers: Answers,
    language: str,
    today: dt.date,
    *,
    every: bool = False,
    issue: Issue = DRAFT,
    stationery: Stationery = NO_STATIONERY,
) -> bytes:
    """The document as a .docx file; ``every`` and ``issue`` as in :func:`markup`.

    ``stationery`` as in :func:`wizard.documents.frozen.written`.
    """
    page = frozen.freeze(document, answers, language, today, every=every, issue=issue)
    return frozen.written(page, stamp(document, language, today, issue), stationery)


def stamp(document: str, language: str, today: dt.date, issue: Issue = DRAFT) -> Stamp:
    """What the footer says beside the title: the edition, that it is a draft, or the day alone.

    A record says nothing of the kind; what is signed for a version says the day it was printed.
    """
    edition = issue.editions.get(document)
    if edition is not None:
        return Stamp.of(edition, language)
    if documents(language)[document].record:
        return Stamp("", today)
    date = dates.in_tables(today, language)
    return Stamp(date if issue.editions else DRAFT_STAMP[language].format(date=date), today)
