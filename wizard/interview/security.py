"""The step that asks what is secret, what may be used, and what to do under attack."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from wizard.i18n import N_
from wizard.interview.ask import Step, ask, standing
from wizard.interview.kinds import Text, YesNo
from wizard.interview.rows import Item, Row, Rows
from wizard.interview.values import Words

if TYPE_CHECKING:
    from wizard.interview.answers import Answers


def _in_russia(answers: "Answers", _row: Row | None) -> bool:
    return "RU" in answers.packs


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Row):
    """One level of confidentiality."""

    title: Words = ask(Text(), N_("Level"), why=N_("From open to secret."), required=True)
    examples: Words = ask(
        Text(long=True),
        N_("Examples"),
        why=N_("An open term may void the rule; list what you mean."),
        required=True,
    )
    may_post: Words = ask(Text(), N_("May it be posted?"), why=N_("Yes, no, or who asks first."))
    who_allows: Words = ask(Text(), N_("Who may allow it"), why=N_("A position, not a name."))
    if_leaked: Words = ask(Text(), N_("If it got out"), why=N_("What to do first."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Row):
    """An official account and who holds it; never its password."""

    title: Words = ask(Text(), N_("Account"), why=N_("The page, bot or mailbox."), required=True)
    holder: Words = ask(
        Text(), N_("Held by (position)"), why=N_("Two positions are safer than one."), required=True
    )
    two_factor: bool | None = ask(
        YesNo(), N_("Two-step sign-in?"), why=N_("It stops most break-ins.")
    )
    recovery: Words = ask(
        Text(), N_("How access is recovered"), why=N_("Which mailbox or phone; never a password.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident(Row):
    """What to do in the first fifteen minutes of an attack."""

    title: Words = ask(Text(), N_("Incident"), why=N_("What has happened."), required=True)
    steps: tuple[Item, ...] = ask(
        Rows(Item),
        N_("First 15 minutes"),
        why=N_("Short steps that work under stress."),
        required=True,
    )
    norm: Words = ask(
        Text(long=True),
        N_("As a sentence of the policy"),
        why=N_("The formal part of the guide prints this one."),
    )


@dataclass(frozen=True, slots=True)
class Security:
    """Answers about confidentiality, copyright and safety."""

    about: ClassVar = Step(
        "security",
        N_("Employees"),
        N_("Confidentiality and security"),
        N_("People keep a secret better when they know which one."),
    )

    levels: tuple[Level, ...] = ask(
        Rows(Level, "confidentiality"),
        N_("Levels of confidentiality"),
        why=N_("Four levels with examples everybody knows."),
        required=True,
    )
    secrecy_regime: bool | None = ask(
        YesNo(),
        N_("Is a trade-secret regime set up?"),
        why=N_(
            "In Russia a penalty for disclosure may need one: a list, marking, records of access."
        ),
        relevant=_in_russia,
    )
    copyright: Words = ask(
        Text(long=True),
        N_("Copyright"),
        why=N_("What may be used on your pages."),
        default=standing("security.copyright"),
        required=True,
    )
    sources: Words = ask(
        Text(long=True),
        N_("Where pictures and music come from"),
        why=N_("One good source saves a claim."),
        default=standing("security.sources"),
    )
    accounts: tuple[Account, ...] = ask(
        Rows(Account),
        N_("Register of accounts"),
        why=N_("Who holds what, and how access comes back."),
    )
    passwords: Words = ask(
        Text(long=True),
        N_("Passwords and sign-in"),
        why=N_("Shared passwords leave with people."),
        default=standing("security.passwords"),
    )
    leaving: Words = ask(
        Text(long=True),
        N_("When somebody leaves"),
        why=N_("Access is handed over on the last day."),
        default=standing("security.leaving"),
    )
    report_to: Words = ask(
        Text(),
        N_("Whom to tell about an incident (position)"),
        why=N_("One position that always listens."),
        required=True,
    )
    incidents: tuple[Incident, ...] = ask(
        Rows(Incident, "incidents"),
        N_("What to do under attack"),
        why=N_("Bullying, a break-in, a cyber attack: steps for the first minutes."),
        required=True,
    )
