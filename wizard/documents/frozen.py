"""A page with its dress: frozen when it is published, printed again whatever became of both."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import TypeAlias

from wizard.documents import (
    context,
    house,
    logo,
    normal,
    own_words,
    page,
    references,
    templates,
)
from wizard.documents.edition import Edition
from wizard.documents.issue import DRAFT, Issue
from wizard.documents.logo import Logo
from wizard.documents.word import package
from wizard.documents.word.base import Paper
from wizard.errors import UserError
from wizard.i18n import N_
from wizard.interview import wording
from wizard.interview.answers import Answers

Stationery: TypeAlias = Mapping[str, bytes]
"""The bytes of logos and letterheads, by the names that pages know them by."""
NO_STATIONERY: Stationery = {}
NO_LOGO = N_("The logo is not a picture that can be printed. Remove it or choose another.")


@dataclass(frozen=True, slots=True)
class FrozenPage:
    """One document in one language as it was published; ``markup`` is a finished page.

    ``paper`` is a4 or letter, ``accent`` the colour as the owner gave it, ``binding`` whether the
    left margin is widened for the file. ``logo`` and ``letterhead`` are the names of their bytes,
    empty where there is none. What a later release adds has a default.
    """

    document: str
    language: str
    title: str
    markup: str
    look: str
    paper: str = "a4"
    accent: str = ""
    binding: bool = False
    author: str = ""
    logo: str = ""
    letterhead: str = ""

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the normal form of the page."""
        return normal.fingerprint(normal.lines(self.markup))

    @property
    def shown_logo(self) -> str:
        """The name of the logo where it is printed: not on a sober page, nor on a letterhead."""
        return "" if self.letterhead or not house.LOOKS[self.look].coloured else self.logo

    @property
    def stationery(self) -> tuple[str, ...]:
        """The names of what it is printed with."""
        return tuple(name for name in (self.shown_logo, self.letterhead) if name)

    def dump(self) -> bytes:
        """The page as JSON in UTF-8."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True).encode()

    @classmethod
    def load(cls, content: bytes) -> "FrozenPage":
        """The page that :meth:`dump` wrote, of this or an earlier release; ValueError otherwise."""
        raw = json.loads(content)
        if not isinstance(raw, dict):
            raise ValueError("A frozen page is a JSON object.")
        known = {field.name: raw[field.name] for field in fields(cls) if field.name in raw}
        try:
            found = cls(**known)
        except TypeError as error:
            raise ValueError(str(error)) from error
        if any(type(getattr(found, field.name)) is not field.type for field in fields(cls)):
            raise ValueError("A frozen page has texts, and a yes or no.")
        house.must_know(found.look, found.paper, found.language)
        return found


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file says of itself beside its page: in the footer, as its day, in its properties."""

    text: str
    dated: dt.date
    edition: Edition | None = None

    @classmethod
    def of(cls, edition: Edition, language: str) -> "Stamp":
        """The stamp of a published document."""
        return cls(edition.stamp(language), edition.dated, edition)


def freeze(
    document: str,
    answers: Answers,
    language: str,
    today: dt.date,
    edition: Edition | None = None,
    *,
    every: bool = False,
    issue: Issue = DRAFT,
) -> FrozenPage:
    """The document as it would be printed now; KeyError for one there is no template of.

    ``edition`` is that of this document, in place of what the issue says. ``every``: a
    questionnaire asks the optional questions too.
    """
    if edition is not None:
        issue = replace(issue, editions={**issue.editions, document: edition})
    template = templates.documents(language)[document]
    rendered = render(document, answers, language, today, every=every, issue=issue)
    business = answers.business
    return FrozenPage(
        document,
        language,
        template.title,
        references.finish(own_words.applied(rendered, document, answers, language), language),
        template.look,
        business.paper or "a4",
        page.holdable(wording.text(business.accent, language, answers)),
        template.binding,
        page.holdable(wording.text(business.name, language, answers)),
        "" if template.aside or template.bare else business.logo,
        "" if template.aside or template.bare else business.letterhead,
    )


def render(
    document: str,
    answers: Answers,
    language: str,
    today: dt.date,
    *,
    every: bool = False,
    issue: Issue = DRAFT,
) -> str:
    """The page as its template has it: without the owner's own words, and not finished.

    The arguments are those of :func:`freeze`.
    """
    template = templates.documents(language)[document]
    jinja = templates.environment(language).get_template(document + templates.SUFFIX)
    return jinja.render(
        context.variables(template, answers, language, today, every=every, issue=issue)
    )


def word(frozen: FrozenPage, edition: Edition, stationery: Stationery = NO_STATIONERY) -> bytes:
    """The published page as a .docx file; equal input gives equal bytes."""
    return written(frozen, Stamp.of(edition, frozen.language), stationery)


def written(frozen: FrozenPage, stamp: Stamp, stationery: Stationery = NO_STATIONERY) -> bytes:
    """The page as a .docx file with any stamp.

    ``stationery`` holds what the page names as logo and letterhead, by these names; KeyError where
    it does not. UserError where one of them is none, as in a project that was sent by somebody.
    """
    paper = Paper(frozen.look, frozen.language, frozen.paper, frozen.accent, frozen.binding)
    imprint = package.Imprint(
        title=frozen.title,
        author=frozen.author,
        footer=footer(frozen, stamp),
        edition=stamp.text,
        created=stamp.dated,
        marks=_marks(frozen, stamp.edition) if stamp.edition else {},
    )
    shown = frozen.shown_logo
    return package.write(
        page.parse(frozen.markup),
        paper,
        imprint,
        letterhead=stationery[frozen.letterhead] if frozen.letterhead else None,
        logo=_logo(stationery[shown]) if shown else None,
    )


def _logo(content: bytes) -> Logo:
    try:
        return logo.read(content)
    except ValueError as error:
        raise UserError(NO_LOGO) from error


def footer(frozen: FrozenPage, stamp: Stamp) -> str:
    """The line at the foot of each page, with the business where there is room and need for it.

    An edition takes the room, and a letterhead says whose it is.
    """
    named = bool(frozen.author) and stamp.edition is None and not frozen.letterhead
    line = f"{frozen.author} · {frozen.title}" if named else frozen.title
    return package.footer_line(line)


def _marks(frozen: FrozenPage, edition: Edition) -> dict[str, str]:
    values = (
        frozen.document,
        frozen.language,
        str(edition.number),
        edition.dated.isoformat(),
        edition.fingerprint,
    )
    return dict(zip(package.MARKS, values, strict=True))
