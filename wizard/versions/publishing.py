"""Publishing: a version freezes the answers, the pages and who must sign, for good."""

import dataclasses
import datetime as dt
import json
from collections.abc import Collection, Iterator, Mapping

from wizard import feeds
from wizard.checks import leaving
from wizard.documents import frozen
from wizard.documents.edition import Edition
from wizard.documents.frozen import FrozenPage
from wizard.documents.signing import rule_of
from wizard.errors import UserError
from wizard.i18n import N_
from wizard.interview import answers as interview
from wizard.interview import snapshot
from wizard.interview.answers import Answers
from wizard.ledger import duties, standing
from wizard.library import answers as stored_answers
from wizard.library import events, values, versions
from wizard.library.connection import Library
from wizard.library.versions import Publication, StoredEdition, StoredPage, Version
from wizard.patches import Stored
from wizard.session import Session
from wizard.versions import change_sheets
from wizard.versions.drafting import Leaf
from wizard.versions.proposing import Proposal
from wizard.versions.reopening import Reopened

NOTE_LIMIT = 300
TIME_TO_SIGN = dt.timedelta(days=14)


def publish(
    library: Library,
    session: Session,
    proposal: Proposal,
    last: Reopened | None,
    *,
    note: str,
    today: dt.date,
    minor: Collection[str] | None = None,
    sign_by: dt.date | None = None,
) -> Version:
    """Freeze what is proposed as a new version, and begin the duties to sign it.

    ``minor`` are the documents whose signatures stay, None those proposed. ``sign_by`` is the day
    until which the others are to be signed. UserError where nothing changed, for a day that has
    passed, for a note that is missing or longer than ``NOTE_LIMIT``, for a minor change that may
    not be one, and where another window published meanwhile, or other answers are saved by now
    than were compared.
    """
    note = _clean(note)
    chosen = _chosen(proposal, minor)
    if sign_by is not None and sign_by < today:
        raise UserError(N_("The day to sign by has passed. Take today or a later one."))
    number = proposal.number
    project = session.project.id
    answers = proposal.draft.answers
    with library.transaction():
        steps = _compared(library, session, answers)
        editions = tuple(_editions(answers, proposal, last, chosen))
        frozen_pages = dict(_pages(answers, proposal, last, today))
        if last is not None:
            frozen_pages |= change_sheets.pages(answers, proposal, last, editions, note, today)
        contents, pages = _stored(frozen_pages)
        version = versions.publish(
            library,
            project,
            Publication(
                number=number,
                dated=today,
                note=note,
                sign_by=sign_by,
                languages=proposal.draft.languages,
                answers=versions.packed(_frozen_answers(session, steps, answers))[1],
                editions=editions,
                pages=pages,
                contents=contents,
            ),
        )
        rules = duties.rules_of(library, project, number)
        events.record(library, project, duties.begin(library, project, rules, today))
        standing.keep(library, project, today)
    return version


def usual_sign_by(answers: Answers, today: dt.date) -> dt.date:
    """The day that is proposed for signing: as answered where it is to come, else in two weeks."""
    given = answers.people.sign_by
    return given if given is not None and given >= today else today + TIME_TO_SIGN


def _clean(note: str) -> str:
    clean = values.one_line(" ".join(note.split()))
    if not clean:
        raise UserError(N_("Say in one line what changed: people read it before they sign."))
    if len(clean) > NOTE_LIMIT:
        raise UserError(
            N_("The line about what changed has {length} letters. Shorten it to {limit}."),
            length=len(clean),
            limit=NOTE_LIMIT,
        )
    return clean


def _chosen(proposal: Proposal, minor: Collection[str] | None) -> frozenset[str]:
    """The documents whose change is minor; UserError where nothing changed or one may not be."""
    if not proposal.changed:
        raise UserError(
            N_("Nothing changed since version {number}. Change an answer, then publish."),
            number=proposal.number - 1,
        )
    if minor is None:
        return frozenset(name for name, one in proposal.changes.items() if one.minor)
    for document in minor:
        change = proposal.changes.get(document)
        if change is None or change.fate == "unchanged":
            raise UserError(
                N_("“{document}” did not change. Changed are: {documents}."),
                document=document,
                documents=", ".join(
                    name for name, one in proposal.changes.items() if one.fate != "unchanged"
                ),
            )
        if change.fate == "changed" and not change.may_be_minor:
            raise UserError(
                N_(
                    "The change of “{document}” touches its rules, so people are to sign again. "
                    "Only annexes, contacts and typing errors may be corrected as minor."
                ),
                document=document,
            )
    return frozenset(name for name in minor if proposal.changes[name].fate == "changed")


def _editions(
    answers: Answers, proposal: Proposal, last: Reopened | None, minor: Collection[str]
) -> Iterator[StoredEdition]:
    for document, change in proposal.changes.items():
        before = last.editions.get(document) if last is not None else None
        rule = rule_of(document, answers, proposal.draft.languages[0])
        if before is None or change.fate == "new":
            number = base = proposal.number
            major = True
        elif change.fate == "unchanged":
            number, base, major = before.number, before.base, False
        else:
            number, major = proposal.number, document not in minor
            base = proposal.number if major else before.base
        yield StoredEdition(
            document=document,
            number=number,
            major=major,
            base=base,
            rule=rule.dump() if rule.by else {},
        )


def _pages(
    answers: Answers, proposal: Proposal, last: Reopened | None, today: dt.date
) -> Iterator[tuple[Leaf, FrozenPage]]:
    """The pages to freeze: anew where a document changed, else as they were in today's dress."""
    for place, drafted in proposal.draft.pages.items():
        document, language = place
        change = proposal.changes[document]
        if change.fate == "unchanged" and last is not None:
            if place in last.pages:
                yield place, dataclasses.replace(drafted, markup=last.pages[place].markup)
                continue
            number = last.editions[document].number
            edition = Edition(number, last.days[number].dated)
        else:
            edition = Edition(proposal.number, today)
        yield place, frozen.freeze(document, answers, language, today, edition)


def _compared(library: Library, session: Session, answers: Answers) -> Stored:
    """The stored answers without the staff list; UserError where these are not what they say."""
    steps = stored_answers.load(library, session.project.id)
    steps.get("people", {}).pop("list", None)
    stored = interview.read(session.project.trade, steps)
    people = dataclasses.replace(stored.people, list=answers.people.list)
    stored = dataclasses.replace(stored, people=people)
    names = [step.about.id for step in interview.STEPS]
    if any(getattr(stored, name) != getattr(answers, name) for name in names):
        raise UserError(
            N_(
                "The answers were changed meanwhile, perhaps in another window. "
                "Open the project anew, then publish."
            )
        )
    return steps


def _frozen_answers(session: Session, steps: Stored, answers: Answers) -> bytes:
    """The stored answers, and every catalogue text as it reads today.

    Why a finding is left is the owner's own business: a version, which stays for good, has it not.
    """
    frozen_answers = {
        "trade": session.project.trade,
        "steps": {step: body for step, body in steps.items() if step != leaving.FINDINGS},
        "wording": snapshot.snapshot(answers, feeds.named()),
    }
    # Pure ASCII: a lone surrogate that somebody pasted survives, which UTF-8 would refuse.
    return json.dumps(frozen_answers, sort_keys=True).encode()


def _stored(
    frozen_pages: Mapping[Leaf, FrozenPage],
) -> tuple[dict[str, bytes], tuple[StoredPage, ...]]:
    contents: dict[str, bytes] = {}
    pages = []
    for (document, language), page in frozen_pages.items():
        name, packed = versions.packed(page.dump())
        contents[name] = packed
        pages.append(
            StoredPage(
                document=document,
                language=language,
                fingerprint=page.fingerprint,
                content=name,
                pictures=page.stationery,
            )
        )
    return contents, tuple(pages)
