"""The draft as it would be published now: its pages and their normal form."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from wizard.documents import frozen, normal, templates
from wizard.documents.frozen import FrozenPage
from wizard.documents.normal import Line
from wizard.interview.answers import Answers

Leaf = tuple[str, str]
"""A document and a language."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The answers of a project and the pages they give, by document and language."""

    answers: Answers
    languages: tuple[str, ...]
    pages: Mapping[Leaf, FrozenPage]
    lines: Mapping[Leaf, tuple[Line, ...]]


def drafted(answers: Answers, today: dt.date) -> Draft:
    """All documents that a version freezes, in the languages of the project."""
    languages = answers.business.languages or ("en",)
    pages = {
        (document, language): frozen.freeze(document, answers, language, today)
        for document in templates.published()
        for language in languages
    }
    lines = {leaf: normal.lines(page.markup) for leaf, page in pages.items()}
    return Draft(answers, tuple(languages), pages, lines)
