"""All answers of a project, typed; and the ordered tuple of the steps that ask for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from operator import is_not
from typing import TypeAlias, cast

from wizard.interview import keeping
from wizard.interview.ask import Question, questions, with_answers
from wizard.interview.briefing import Briefing
from wizard.interview.business import Business
from wizard.interview.catalogue import catalogue
from wizard.interview.channel_texts import ChannelTexts
from wizard.interview.channels import Channels
from wizard.interview.community import Community
from wizard.interview.crisis_team import CrisisTeam
from wizard.interview.drills import Drills
from wizard.interview.hours import OpeningHours
from wizard.interview.kinds import Json, Misfit
from wizard.interview.own_words import OwnWords
from wizard.interview.people import People, is_staff
from wizard.interview.response import Response
from wizard.interview.risks import Risks
from wizard.interview.rows import Row, Rows
from wizard.interview.security import Security
from wizard.interview.service import Service
from wizard.interview.staff_rules import StaffRules
from wizard.interview.times import Times

AnyStep: TypeAlias = (
    Business
    | OpeningHours
    | Channels
    | Community
    | Service
    | StaffRules
    | Security
    | People
    | Risks
    | CrisisTeam
    | Response
    | OwnWords
    | ChannelTexts
    | Briefing
    | Drills
    | Times
)
STEPS: tuple[type[AnyStep], ...] = (
    Business,
    OpeningHours,
    Channels,
    Community,
    Service,
    StaffRules,
    Security,
    People,
    Risks,
    CrisisTeam,
    Response,
    OwnWords,
    ChannelTexts,
    Briefing,
    Drills,
    Times,
)


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of one project by step, and the trade whose words its texts take.

    ``kept`` has by reference the catalogue's texts by language that this project says as it has
    them, where the catalogue of this release says them otherwise.
    """

    trade: str = "empty"
    business: Business = Business()
    hours: OpeningHours = OpeningHours()
    channels: Channels = Channels()
    community: Community = Community()
    service: Service = Service()
    staff_rules: StaffRules = StaffRules()
    security: Security = Security()
    people: People = People()
    risks: Risks = Risks()
    crisis_team: CrisisTeam = CrisisTeam()
    response: Response = Response()
    own_words: OwnWords = OwnWords()
    channel_texts: ChannelTexts = ChannelTexts()
    briefing: Briefing = Briefing()
    drills: Drills = Drills()
    times: Times = Times()
    kept: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def packs(self) -> frozenset[str]:
        """The law packs of the countries given, and those countries' codes themselves."""
        return packs_of((self.business.country, *self.business.other_countries))

    @property
    def registration_numbers(self) -> frozenset[str]:
        """Which registration numbers the legal form customarily prints."""
        form = catalogue("legal_forms").get(self.business.legal_form)
        return frozenset((form and form.names("numbers")) or ())

    @property
    def has_bot(self) -> bool:
        """Whether a bot answers on any channel."""
        return any(row.on and row.replies != "person" for row in self.channels.list)


def packs_of(countries: tuple[str, ...]) -> frozenset[str]:
    """The law packs that belong to the countries, and the country codes themselves."""
    known = catalogue("countries")
    packs = {code for code in countries if code}
    for code in countries:
        if code in known:
            packs.update(known[code].names("packs") or ())
    return frozenset(packs)


def read_step(step: type[AnyStep], stored: Mapping[str, Json]) -> tuple[AnyStep, dict[str, Misfit]]:
    """The typed step, and by question the misfits of values that do not fit.

    Values convert one by one: a bad one is left at its default and spoils no neighbour. Keys that
    no question has are passed over.
    """
    values: dict[str, object] = {}
    misfits: dict[str, Misfit] = {}
    for question in questions(step):
        if question.id in stored:
            try:
                values[question.id] = question.kind.clean(stored[question.id])
            except Misfit as misfit:
                misfits[question.id] = misfit
    return step(**values), misfits  # type: ignore[arg-type]


def read(trade: str, stored: Mapping[str, Mapping[str, Json]]) -> Answers:
    """The answers of a project as they are stored; what does not fit stays at its default."""
    steps = {step.about.id: read_step(step, stored.get(step.about.id, {}))[0] for step in STEPS}
    kept = keeping.by_reference(keeping.read(stored.get(keeping.WORDING, {})))
    return Answers(trade=trade, kept=kept, **steps)  # type: ignore[arg-type]


def printable(answers: Answers) -> Answers:
    """The answers with everything emptied or left out that is hidden or switched off.

    The staff list stays whole: who is kept off the sheets still has a name in the plan.
    """
    steps = {
        step.about.id: _printable(getattr(answers, step.about.id), answers, None) for step in STEPS
    }
    return with_answers(answers, steps)


def _printable(record: AnyStep | Row, answers: Answers, row: Row | None) -> AnyStep | Row:
    changed: dict[str, object] = {}
    kind: type = type(record)
    for question, has_rows in _not_always_printed(kind):
        if not question.applies(answers, row):
            changed[question.id] = question.kind.empty
        elif has_rows:
            rows = cast("tuple[Row, ...]", getattr(record, question.id))
            printed = tuple(_printable(item, answers, item) for item in rows if item.on)
            if len(printed) < len(rows) or any(map(is_not, printed, rows)):
                changed[question.id] = printed
    return with_answers(record, changed) if changed else record


@lru_cache(maxsize=128)
def _not_always_printed(record: type) -> tuple[tuple[Question[object], bool], ...]:
    """The questions whose answers may be hidden or switched off, and whether it is row by row."""
    asked = [
        (one, isinstance(one.kind, Rows) and not is_staff(one.kind)) for one in questions(record)
    ]
    return tuple((one, has_rows) for one, has_rows in asked if has_rows or one.relevant is not None)
