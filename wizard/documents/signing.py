"""Who must sign which document, as far as the answers tell."""

from collections.abc import Callable
from dataclasses import dataclass

from wizard.documents import templates
from wizard.interview import wording
from wizard.interview.answers import Answers
from wizard.interview.people import Member

EMPLOYED = frozenset({"employee", "trainee"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet to be signed: the document and the people, in the order asked for."""

    document: str
    title: str
    instrumental: str
    approved: str
    people: tuple[Member, ...]


def sheets(answers: Answers, language: str) -> tuple[Sheet, ...]:
    """One sheet per document that is signed; contractors and agencies get an annex instead."""
    employed = [member for member in answers.people.list if member.on and member.kind in EMPLOYED]
    by_rule = {
        "everybody": employed,
        "answering": [member for member in employed if _answers(member, answers, language)],
        "crisis-team": [member for member in employed if member.id in _crisis_team(answers)],
    }
    return tuple(
        Sheet(
            template.id,
            template.title,
            template.instrumental,
            template.approved,
            tuple(sorted(by_rule[template.signed_by], key=_order(answers.people.sheet_order))),
        )
        for template in templates.documents(language).values()
        if template.signed_by
    )


@dataclass(frozen=True, slots=True)
class Form:
    """One person's form: every document that the person signs."""

    member: Member
    sheets: tuple[Sheet, ...]


def forms(answers: Answers, language: str) -> tuple[Form, ...]:
    """One form per person who signs anything, in the order of the staff list."""
    signed = sheets(answers, language)
    found = []
    for member in answers.people.list:
        documents = tuple(sheet for sheet in signed if member in sheet.people)
        if documents:
            found.append(Form(member, documents))
    return tuple(found)


def _answers(member: Member, answers: Answers, language: str) -> bool:
    """Whether the member's position is one of those that answer on a channel."""
    position = (member.position.own or "").casefold()
    named = (
        wording.text(words, language, answers).casefold()
        for channel in answers.channels.list
        for words in (channel.position, channel.stand_in)
    )
    return bool(position) and position in named


def _crisis_team(answers: Answers) -> frozenset[str]:
    roles = answers.crisis_team.roles
    return frozenset(person.staff for role in roles for person in (role.person, role.deputy))


def _order(by: str) -> Callable[[Member], tuple[str, str, str]]:
    def key(member: Member) -> tuple[str, str, str]:
        group = getattr(member, by).own or "" if by != "surname" else ""
        surname, given = member.surname.own or "", member.given.own or ""
        return group.casefold(), surname.casefold().replace("ё", "е"), given.casefold()

    return key
