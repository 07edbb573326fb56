"""Who must sign which document, as far as the answers tell."""

from collections.abc import Callable
from dataclasses import dataclass

from wizard.documents import templates
from wizard.interview import wording
from wizard.interview.answers import Answers
from wizard.interview.people import EMPLOYED, Member


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
    answering, crisis_team = _answering(answers, language), _crisis_team(answers)
    by_rule = {
        "everybody": employed,
        "answering": [one for one in employed if (one.position.own or "").casefold() in answering],
        "crisis-team": [one for one in employed if one.id in crisis_team],
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
class Rule:
    """Who must sign a document, as a value that can be frozen."""

    by: str
    positions: frozenset[str] = frozenset()
    staff: frozenset[str] = frozenset()

    def covers(self, member: Member) -> bool:
        """Whether the member of staff signs a sheet."""
        if member.kind not in EMPLOYED:
            return False
        if self.by == "answering":
            return (member.position.own or "").casefold() in self.positions
        return self.by == "everybody" or (self.by == "crisis-team" and member.id in self.staff)

    def binds_by_annex(self, member: Member) -> bool:
        """Whether the contractor is bound by an annex to the contract."""
        return self.by == "answering" and member.kind not in EMPLOYED

    def dump(self) -> dict[str, object]:
        """The rule as JSON; empty for a document that nobody signs."""
        if not self.by:
            return {}
        found: dict[str, object] = {"by": self.by}
        for name in ("positions", "staff"):
            if ids := getattr(self, name):
                found[name] = sorted(ids)
        return found

    @classmethod
    def load(cls, raw: object) -> "Rule":
        """The rule that :meth:`dump` gave."""
        if not isinstance(raw, dict):
            return cls("")
        return cls(
            str(raw.get("by", "")),
            frozenset(raw.get("positions", ())),
            frozenset(raw.get("staff", ())),
        )


@dataclass(frozen=True, slots=True)
class Form:
    """One person's form: every document that the person signs."""

    member: Member
    sheets: tuple[Sheet, ...]


def forms(answers: Answers, language: str) -> tuple[Form, ...]:
    """One form per person who signs anything, in the order of the sheets."""
    signed = [(sheet, {one.id for one in sheet.people}) for sheet in sheets(answers, language)]
    found = []
    for member in in_order(answers):
        documents = tuple(sheet for sheet, signers in signed if member.id in signers)
        if documents:
            found.append(Form(member, documents))
    return tuple(found)


def in_order(answers: Answers) -> tuple[Member, ...]:
    """Everybody on the staff list in the order that the sheets have."""
    return tuple(sorted(answers.people.list, key=_order(answers.people.sheet_order)))


def contractors(answers: Answers) -> tuple[Member, ...]:
    """Those who sign no sheet: contractors and agencies, who get an annex to their contract."""
    return tuple(one for one in answers.people.list if one.on and one.kind not in EMPLOYED)


def _answering(answers: Answers, language: str) -> frozenset[str]:
    """The positions that answer on a channel or stand in there, in lower case."""
    named = (
        wording.text(words, language, answers).casefold()
        for channel in answers.channels.list
        for words in (channel.position, channel.stand_in)
    )
    return frozenset(position for position in named if position)


def _crisis_team(answers: Answers) -> frozenset[str]:
    roles = answers.crisis_team.roles
    return frozenset(person.staff for role in roles for person in (role.person, role.deputy))


def _order(by: str) -> Callable[[Member], tuple[str, str, str]]:
    def key(member: Member) -> tuple[str, str, str]:
        group = getattr(member, by).own or "" if by != "surname" else ""
        surname, given = member.surname.own or "", member.given.own or ""
        return group.casefold(), surname.casefold().replace("ё", "е"), given.casefold()

    return key
