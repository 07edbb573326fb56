"""Writes documents into a folder: well named, never over a foreign file, whole or not at all."""

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from wizard import leftovers, stationery, whole
from wizard.documents import frozen, templates, writing
from wizard.documents.frozen import FrozenPage, Stamp, Stationery
from wizard.documents.issue import DRAFT, Issue
from wizard.documents.templates import Template
from wizard.errors import UserError
from wizard.file_names import safe
from wizard.i18n import N_
from wizard.interview import wording
from wizard.interview.answers import Answers
from wizard.library import exports
from wizard.library.connection import Library

EDITION_NAME = {"en": "version {number} of {date}", "ru": "редакция {number} от {date}"}
DRAFT_NAME = {"en": "draft {date}", "ru": "проект от {date}"}
NAMELESS = {"en": "Business", "ru": "Компания"}


@dataclass(frozen=True, slots=True)
class Order:
    """One document to be written: of which answers, in which language, for which issue."""

    document: str
    language: str
    answers: Answers
    issue: Issue = DRAFT
    page: FrozenPage | None = None
    """The page as a version froze it, printed again; None for one that is made of the answers."""
    stationery: Stationery = field(default_factory=dict)
    """What it is printed with, see :func:`equipped`."""


@dataclass(frozen=True, slots=True)
class Written:
    """A document that was written, with the hash of its bytes."""

    path: Path
    sha256: str
    order: Order


def remember(library: Library, project: str, written: Written) -> None:
    """Note what was written, so that the file is known as ours the next time.

    Raises UserError where the project was deleted meanwhile.
    """
    exports.remember(
        library,
        project,
        path=written.path,
        sha256=written.sha256,
        document=written.order.document,
        language=written.order.language,
    )


def orders(answers: Answers, languages: Iterable[str], documents: Iterable[str]) -> list[Order]:
    """The documents to write of the draft: those named, else the default set.

    UserError for a document there is no template of, none of a draft, or none in the countries of
    the business.
    """
    wanted = list(dict.fromkeys(documents))
    found = []
    for language in dict.fromkeys(languages):
        known = {one.id: one for one in templates.documents(language).values() if not one.versioned}
        for document in wanted:
            if document not in known:
                raise UserError(
                    N_("There is no document “{document}”. Take one of: {documents}."),
                    document=document,
                    documents=", ".join(known),
                )
            must_be_known_in(known[document], answers)
        chosen = wanted or [one.id for one in known.values() if one.default]
        found += [Order(document, language, answers) for document in chosen]
    return found


def must_be_known_in(template: Template, answers: Answers) -> None:
    """UserError for a document that there is not where the business works."""
    if not template.known_in(answers.packs):
        raise UserError(
            N_(
                "“{document}” is made only where the country is {countries}. "
                "Leave it out, or change the country of the project."
            ),
            document=template.id,
            countries=", ".join(template.packs),
        )


def equipped(library: Library, order: Order) -> Order:
    """The order with the logo and the letterhead that its page or its answers name.

    UserError where the library lacks one of them.
    """
    names = order.page.stationery if order.page is not None else stationery.named(order.answers)
    return dataclasses.replace(order, stationery=stationery.fetched(library, names))


def make_folder(folder: Path) -> None:
    """Make the folder where it is missing; UserError where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            N_("The folder “{folder}” cannot be made ({reason}). Choose another."),
            folder=str(folder),
            reason=error.strerror,
        ) from error


def write(
    order: Order, folder: Path, today: dt.date, last_export: Callable[[Path], str | None]
) -> Written:
    """Write one document as a Word file, as :func:`save` does."""
    content = frozen.written(*paper(order, today), order.stationery)
    return save(content, order, folder / file_name(order, today), last_export)


def paper(order: Order, today: dt.date) -> tuple[FrozenPage, Stamp]:
    """The page to be printed and what its footer says: as a version froze it, or made now."""
    document, language, issue = order.document, order.language, order.issue
    page = order.page or frozen.freeze(document, order.answers, language, today, issue=issue)
    return page, writing.stamp(document, language, today, issue)


def save(
    content: bytes, order: Order, path: Path, last_export: Callable[[Path], str | None]
) -> Written:
    """Write the bytes; a file there that is not our last export keeps its place and name.

    ``last_export`` tells the hash of the bytes we last wrote to a path, None where we wrote none.
    UserError where the file cannot be written; nothing half-written stays.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    free = free_path(path, sha256, last_export)
    replace(free, content)
    return Written(free, sha256, order)


def file_name(order: Order, today: dt.date) -> str:
    """Business, document and edition, draft date or date; safe on Windows, not too long.

    The date alone stands for a record, and for what is signed for a version.
    """
    language = order.language
    name = wording.text(order.answers.business.name, language, order.answers) or NAMELESS[language]
    template = templates.documents(language).get(order.document)
    edition, date = order.issue.editions.get(order.document), today.isoformat()
    if edition is not None:
        date = EDITION_NAME[language].format(number=edition.number, date=edition.dated.isoformat())
    elif not ((template and template.record) or order.issue.editions):
        date = DRAFT_NAME[language].format(date=date)
    # A version may have a document that there is no template of any more.
    title = template.title if template else order.page.title if order.page else order.document
    return f"{safe(name)} - {safe(title)} - {date}.docx"


def free_path(path: Path, sha256: str, last_export: Callable[[Path], str | None]) -> Path:
    """The path itself where nothing, the same bytes or our last export is, else a numbered one."""
    candidate, count = path, 1
    while candidate.exists() and _sha256(candidate) not in {sha256, last_export(candidate)}:
        count += 1
        candidate = path.with_name(f"{path.stem} ({count}){path.suffix}")
    return candidate


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def replace(path: Path, content: bytes) -> None:
    """Put the bytes at the path, whole or not at all; UserError where they cannot be written."""
    try:
        with leftovers.noted(path.parent):
            whole.write(path, content)
    except OSError as error:
        raise UserError(
            N_(
                "“{path}” cannot be written ({reason}). "
                "Close it if it is open, or choose another folder."
            ),
            path=str(path),
            reason=error.strerror,
        ) from error
