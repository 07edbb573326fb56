"""A version on paper: frozen pages printed again, and sheets made from the ledger."""

import datetime as dt
import json
from collections.abc import Collection, Iterable, Mapping

from wizard.documents import approving, templates
from wizard.documents.edition import Edition
from wizard.documents.issue import Approval, By, Issue
from wizard.errors import UserError
from wizard.export import Order, must_be_known_in
from wizard.i18n import N_
from wizard.interview import answers as interview
from wizard.interview import wording
from wizard.interview.answers import Answers
from wizard.interview.people import Member
from wizard.ledger import ledger
from wizard.ledger.ledger import Ledger
from wizard.ledger.states import ANNEX
from wizard.library import versions
from wizard.library.connection import Library
from wizard.session import Session
from wizard.versions import reopening
from wizard.versions.reopening import Reopened

SHEETS, FORMS, RECORDS = "acknowledgement", "acknowledgement-form", "refusal-record"
SIGNED_PAPERS = (SHEETS, FORMS, RECORDS)
"""Papers that are made from the ledger whenever they are printed, and never frozen."""
ORDER = "approval-order"
"""Made of the answers of a version, for what the version changed; never frozen either."""
NO_LANGUAGE = N_("The version is not in “{one}”. Take one of: {known}.")
NO_DOCUMENT = N_("The version has no document “{one}”. Take one of: {known}.")
NOTHING_TO_APPROVE = N_(
    "Version {number} changed nothing that is approved by an order. "
    "Take the version that changed it."
)


def orders(
    found: Reopened, languages: Iterable[str] = (), documents: Iterable[str] = ()
) -> list[Order]:
    """The frozen pages of a version to be written again: those named, else all of them."""
    wanted, spoken = list(documents), list(languages) or found.version.languages
    return [
        Order(
            document,
            language,
            found.answers,
            Issue(editions={document: found.edition(document, language)}),
            found.pages[document, language],
            found.stationery,
        )
        for language in spoken
        for document in wanted or _frozen(found)
        if (document, language) in found.pages
    ]


def of_version(
    library: Library,
    session: Session,
    number: int,
    today: dt.date,
    *,
    languages: Iterable[str] = (),
    documents: Collection[str] = (),
    outstanding: bool = False,
    by: By = "",
) -> list[Order]:
    """What is printed of a version: its frozen pages, and sheets of the newest one to sign.

    Without ``documents`` all its pages and the sheets; sheets list everybody who must sign, or
    those whose signature is ``outstanding``, in groups ``by`` department or location. UserError
    for a document or language that the version does not have.
    """
    project = session.project.id
    found = reopening.reopen(library, project, number)
    spoken = _known(found.version.languages, languages, NO_LANGUAGE)
    signed = SIGNED_PAPERS if number == max(found.days) else ()
    frozen = _frozen(found)
    wanted = _known([*frozen, *signed, ORDER], documents, NO_DOCUMENT)
    if not documents:
        wanted = [*frozen, *(one for one in signed if one == SHEETS)]
    made = [one for one in wanted if one in signed]
    again = [one for one in wanted if one in frozen]
    result = orders(found, spoken, again) if again else []
    if ORDER in wanted:
        result += [approval_order(library, project, found, language) for language in spoken]
    if made:
        asked = asked_of(ledger.read(library, project, today), outstanding=outstanding)
        approved = approvals(library, found)
        for language in spoken:
            result += papers(found, approved, session.answers, language, made, asked=asked, by=by)
    return result


def papers(
    found: Reopened,
    approvals: Mapping[str, Approval],
    answers: Answers,
    language: str,
    documents: Iterable[str],
    *,
    asked: Mapping[str, frozenset[str]],
    by: By = "",
    people: tuple[Member, ...] | None = None,
) -> list[Order]:
    """Sheets, forms or refusal records for the documents of a version.

    ``answers`` are those of today: who collects, how many spare rows, who works here. ``asked``
    are the people to be listed by document, ``people`` those a record is about.
    """
    editions = {
        document: found.edition(document, language)
        for document in asked
        if (document, language) in found.pages
    }
    notes = {document: found.days[one.number].note for document, one in editions.items()}
    issue = Issue(
        editions=editions,
        asked={document: asked[document] for document in editions},
        by=by,
        sign_by=found.version.sign_by,
        change={document: notes[document] for document, one in editions.items() if one.number > 1},
        people=people,
        approvals=approvals,
    )
    return [Order(document, language, answers, issue) for document in documents]


def approval_order(library: Library, project: str, found: Reopened, language: str) -> Order:
    """The order that approves what the version changed, of its answers, with what it replaces.

    UserError where it changed nothing of the kind, or there is no such order in its countries.
    """
    must_be_known_in(templates.documents(language)[ORDER], found.answers)
    number = found.version.number
    approved = [one for one in approving.documents() if one in found.editions]
    changed = [one for one in approved if found.editions[one].number == number]
    if not changed:
        raise UserError(NOTHING_TO_APPROVE, number=str(number))
    before = _before(library, project, found)
    issue = Issue(
        editions={one: found.edition(one, language) for one in changed},
        replaced={one: before[one] for one in changed if one in before},
        sign_by=found.version.sign_by,
    )
    return Order(ORDER, language, found.answers, issue)


def _before(library: Library, project: str, found: Reopened) -> dict[str, Edition]:
    """The editions that documents had in the version before, by document."""
    number = max((one for one in found.days if one < found.version.number), default=0)
    if not number:
        return {}
    then = versions.editions(library, project, number)
    return {
        document: Edition(one.number, found.days[one.number].dated)
        for document, one in then.items()
    }


def asked_of(ledger: Ledger, *, outstanding: bool) -> dict[str, frozenset[str]]:
    """By document who must sign a sheet for it, or only those whose signature is still awaited.

    Whom an annex to a contract binds is on no sheet.
    """
    found = {}
    for one in ledger.documents:
        document = one.document
        people = ledger.outstanding(document) if outstanding else ledger.asked(document)
        found[document] = frozenset(
            person for person in people if ledger.state(person).cells[document].duty != ANNEX
        )
    return found


def only(asked: Mapping[str, frozenset[str]], people: Collection[str]) -> dict[str, frozenset[str]]:
    """Of those asked these people only."""
    chosen = frozenset(people)
    return {document: everybody & chosen for document, everybody in asked.items()}


def approvals(library: Library, found: Reopened) -> dict[str, Approval]:
    """How each document was approved: as the answers had it in the version that last changed it."""
    by_number = {one.number for one in found.editions.values()}
    then = {number: _approval(library, found, number) for number in by_number}
    return {document: then[one.number] for document, one in found.editions.items()}


def _frozen(found: Reopened) -> list[str]:
    """The documents that the version froze, in their order; what is no longer made comes last."""
    return sorted({document for document, _ in found.pages}, key=templates.place)


def _known(known: Iterable[str], wanted: Iterable[str], message: str) -> list[str]:
    """Those wanted, all known where none is named; UserError for one that is not known."""
    all_ = list(known)
    for one in wanted:
        if one not in all_:
            raise UserError(message, one=one, known=", ".join(all_))
    return list(dict.fromkeys(wanted)) or all_


def _approval(library: Library, found: Reopened, number: int) -> Approval:
    raw = json.loads(versions.content(library, found.days[number].answers))
    answers = interview.read(raw["trade"], {"business": raw["steps"].get("business", {})})
    business = answers.business
    language = next(iter(business.languages), "en")
    order = wording.text(business.order_number, language, answers)
    return Approval(business.approval == "order", order, business.order_date)
