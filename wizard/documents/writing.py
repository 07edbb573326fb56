"""One document from answers to bytes."""

import datetime as dt

from wizard.documents import context, page, templates
from wizard.documents.word import package
from wizard.interview import wording
from wizard.interview.answers import Answers
from wizard.language import dates

DRAFT_STAMP = {"en": "Draft {date}", "ru": "проект от {date}"}


def markup(
    document: str, answers: Answers, language: str, today: dt.date, *, every: bool = False
) -> str:
    """The page of a document as XML; KeyError for a document there is no template of.

    ``every``: a questionnaire asks the optional questions too.
    """
    template = templates.documents(language)[document]
    jinja = templates.environment(language).get_template(document + templates.SUFFIX)
    return jinja.render(context.variables(template, answers, language, today, every=every))


def word(
    document: str, answers: Answers, language: str, today: dt.date, *, every: bool = False
) -> bytes:
    """The document as a .docx file; ``every`` as in :func:`markup`."""
    template = templates.documents(language)[document]
    business = answers.business
    name = wording.text(business.name, language, answers)
    paper = package.Paper(
        template.look,
        language,
        business.paper or "a4",
        wording.text(business.accent, language, answers),
        template.binding,
    )
    imprint = package.Imprint(
        title=template.title,
        author=name,
        footer=f"{name} · {template.title}" if name else template.title,
        edition="" if template.record else _draft(today, language),
        created=today,
    )
    tree = page.parse(markup(document, answers, language, today, every=every))
    return package.write(tree, paper, imprint)


def _draft(today: dt.date, language: str) -> str:
    return DRAFT_STAMP[language].format(date=dates.in_tables(today, language))
