"""Who must sign which document: the rule, the sheets, the forms of one person."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from wizard.documents import templates
from wizard.documents.edition import Edition
from wizard.documents.issue import DRAFT, Approval, Issue
from wizard.interview import wording
from wizard.interview.answers import Answers
from wizard.interview.kinds import Json
from wizard.interview.people import EMPLOYED, Member


@dataclass(frozen=True, slots=True)
class Rule:
    """Who signs a document: everybody, answering, crisis-team or nobody (empty).

    ``positions`` (case folded) are those that answer, ``staff`` the ids of the crisis team.
    """

    by: str = ""
    positions: frozenset[str] = frozenset()
    staff: frozenset[str] = frozenset()

    def covers(self, member: Member) -> bool:
        """Whether the person signs a sheet: employed, not kept off the sheets, and meant."""
        if not member.on or member.kind not in EMPLOYED:
            return False
        match self.by:
            case "everybody":
                return True
            case "answering":
                return (member.position.own or "").casefold() in self.positions
            case "crisis-team":
                return member.id in self.staff
        return False

    def needs_annex(self, member: Member) -> bool:
        """Whether the document reaches the person as an annex to a contract instead."""
        return self.by == "answering" and member.on and member.kind not in EMPLOYED

    def dump(self) -> dict[str, Json]:
        """The rule as JSON."""
        return {
            "by": self.by,
            "positions": [*sorted(self.positions)],
            "staff": [*sorted(self.staff)],
        }

    @classmethod
    def load(cls, raw: Mapping[str, Json]) -> "Rule":
        """The rule that :meth:`dump` wrote; what is missing is empty."""
        return cls(str(raw.get("by") or ""), _texts(raw.get("positions")), _texts(raw.get("staff")))


def rule_of(document: str, answers: Answers, language: str) -> Rule:
    """The rule of a document as the answers stand; positions in every document language."""
    by = templates.documents(language)[document].signed_by
    if by == "answering":
        return Rule(by, positions=_answering(answers, {language, *answers.business.languages}))
    return Rule(by, staff=_crisis_team(answers) if by == "crisis-team" else frozenset())


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet to be signed: the document as it was issued, and the people in order.

    ``group`` is the department or location it is for; ``newcomers``: they joined after the edition.
    """

    document: str
    title: str
    instrumental: str
    approval: Approval
    people: tuple[Member, ...]
    edition: Edition | None = None
    change: str = ""
    group: str = ""
    newcomers: bool = False


def papers(answers: Answers, language: str, issue: Issue = DRAFT) -> tuple[Sheet, ...]:
    """One sheet per document that is signed, with everybody; contractors get an annex instead."""
    business = answers.business
    usual = Approval(
        business.approval == "order",
        wording.text(business.order_number, language, answers),
        business.order_date,
    )
    people = in_order(answers, issue)
    found = []
    for template in templates.documents(language).values():
        if not template.signed_by:
            continue
        if issue.asked is None:
            rule = rule_of(template.id, answers, language)
            signers = tuple(one for one in people if rule.covers(one))
        else:
            asked = issue.asked.get(template.id, frozenset())
            signers = tuple(one for one in people if one.id in asked)
            if not signers:
                continue
        found.append(
            Sheet(
                template.id,
                template.title,
                template.instrumental,
                issue.approvals.get(template.id, usual),
                signers,
                issue.editions.get(template.id),
                issue.change.get(template.id, ""),
            )
        )
    return tuple(found)


def sheets(answers: Answers, language: str, issue: Issue = DRAFT) -> tuple[Sheet, ...]:
    """The sheets to be printed: one per document, or per document and group.

    Whoever joined after the edition of a document has a sheet of his own behind the others.
    """
    return tuple(
        part
        for whole in papers(answers, language, issue)
        for group in _groups(whole, issue.by)
        for part in _apart(group)
    )


@dataclass(frozen=True, slots=True)
class Form:
    """The papers of one person; ``member`` is None where the name is to be filled in by hand."""

    member: Member | None
    sheets: tuple[Sheet, ...]


def forms(answers: Answers, language: str, issue: Issue = DRAFT) -> tuple[Form, ...]:
    """One form per person who signs anything, in the order of the sheets; else an empty one."""
    found = papers(answers, language, issue)
    signed = [(sheet, {one.id for one in sheet.people}) for sheet in found]
    filled = []
    for member in in_order(answers, issue):
        documents = tuple(sheet for sheet, signers in signed if member.id in signers)
        if documents:
            filled.append(Form(member, documents))
    return tuple(filled) or (Form(None, found),)


def refusal(answers: Answers, language: str, issue: Issue = DRAFT) -> Form:
    """What the record of a refusal is about: the one person of the issue, else nobody by name."""
    if issue.people is not None and len(issue.people) == 1:
        return replace(forms(answers, language, issue)[0], member=issue.people[0])
    return Form(None, papers(answers, language, issue))


def in_order(answers: Answers, issue: Issue = DRAFT) -> tuple[Member, ...]:
    """Everybody on the staff list, or of the issue, in the order that the sheets have."""
    people = answers.people.list if issue.people is None else issue.people
    return tuple(sorted(people, key=_order("surname" if issue.by else answers.people.sheet_order)))


def contractors(answers: Answers, issue: Issue = DRAFT) -> tuple[Member, ...]:
    """Those who sign no sheet: contractors and agencies, who get an annex to their contract."""
    people = answers.people.list if issue.people is None else issue.people
    return tuple(one for one in people if one.on and one.kind not in EMPLOYED)


def _groups(sheet: Sheet, by: str) -> Iterable[Sheet]:
    """The sheet, or one for each department or location; those without one come last."""
    if not by:
        return [sheet]
    groups: dict[str, list[Member]] = {}
    for member in sheet.people:
        groups.setdefault((getattr(member, by).own or "").strip(), []).append(member)
    names = sorted(groups, key=lambda name: (not name, name.casefold()))
    return [replace(sheet, group=name, people=tuple(groups[name])) for name in names] or [sheet]


def _apart(sheet: Sheet) -> Iterable[Sheet]:
    """The sheet without those who joined after its edition, and one with them."""
    if sheet.edition is None:
        return [sheet]
    dated = sheet.edition.dated
    new = tuple(one for one in sheet.people if (one.start_date or dt.date.min) > dated)
    if not new:
        return [sheet]
    ids = {one.id for one in new}
    old = tuple(one for one in sheet.people if one.id not in ids)
    apart = replace(sheet, people=new, newcomers=True)
    return [replace(sheet, people=old), apart] if old else [apart]


def _answering(answers: Answers, languages: Iterable[str]) -> frozenset[str]:
    """The positions that answer on a channel or stand in there, in lower case."""
    named = (
        wording.text(words, language, answers).casefold()
        for channel in answers.channels.list
        if channel.on
        for words in (channel.position, channel.stand_in)
        for language in languages
    )
    return frozenset(position for position in named if position)


def _crisis_team(answers: Answers) -> frozenset[str]:
    roles = [role for role in answers.crisis_team.roles if role.on]
    named = (person.staff for role in roles for person in (role.person, role.deputy))
    return frozenset(one for one in named if one)


def _texts(raw: Json) -> frozenset[str]:
    return frozenset(map(str, raw)) if isinstance(raw, list) else frozenset()


def _order(by: str) -> Callable[[Member], tuple[str, str, str]]:
    def key(member: Member) -> tuple[str, str, str]:
        group = getattr(member, by).own or "" if by != "surname" else ""
        surname, given = member.surname.own or "", member.given.own or ""
        return group.casefold(), surname.casefold().replace("ё", "е"), given.casefold()

    return key
