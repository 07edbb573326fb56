"""The step that asks how the team, or the agency, answers."""

from dataclasses import dataclass
from typing import ClassVar

from wizard.i18n import N_
from wizard.interview import options
from wizard.interview.ask import Step, ask, standing
from wizard.interview.kinds import Choice, Length, Text
from wizard.interview.options import fixed
from wizard.interview.rows import Item, Row, Rows
from wizard.interview.values import Duration, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval(Row):
    """Something that somebody has to approve before it goes out."""

    what: Words = ask(Text(), N_("What"), why=N_("A kind of post, answer or offer."), required=True)
    who: Words = ask(Text(), N_("Who approves"), why=N_("A position, not a name."), required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalation(Row):
    """A situation that is passed on, to whom and how fast."""

    situation: Words = ask(
        Text(), N_("Situation"), why=N_("What the team may meet."), required=True
    )
    to: Words = ask(Text(), N_("Passed on to"), why=N_("A position, not a name."), required=True)
    within: Duration | None = ask(
        Length(("reply-hours", "clock", "working-days")),
        N_("Within"),
        why=N_("The sooner the smaller."),
    )


@dataclass(frozen=True, slots=True)
class Service:
    """Answers about the internal service standard."""

    about: ClassVar = Step(
        "service",
        N_("Customers"),
        N_("Service standard"),
        N_("The promise to customers is kept by people who know what is expected of them."),
    )

    agent: str = ask(
        Choice(fixed(options.AGENTS)),
        N_("Who runs the pages"),
        why=N_("For an agency the standard becomes an annex to the contract."),
        default="own",
    )
    purpose: Words = ask(
        Text(long=True),
        N_("Purpose"),
        why=N_("One sentence at the head of the standard."),
        default=standing("service.purpose"),
    )
    tone: Words = ask(
        Text(long=True),
        N_("Tone of voice"),
        why=N_("Sincerity is how people recognise you."),
        default=standing("service.tone"),
    )
    address_form: str = ask(
        Choice(fixed(options.ADDRESS_FORMS)),
        N_("How customers are addressed"),
        why=N_("The same on every channel."),
        default="formal",
    )
    signed: str = ask(
        Choice(fixed(options.SIGNATURES)),
        N_("How replies are signed"),
        why=N_("A signed answer feels like a person."),
        default="name",
    )
    no_canned: Words = ask(
        Text(long=True),
        N_("No canned answers"),
        why=N_("People notice a copied sentence at once."),
        default=standing("service.no_canned"),
    )
    bot: Words = ask(
        Text(long=True),
        N_("How the bot is looked after"),
        why=N_("A bot answers in your name."),
        default=standing("service.bot"),
        relevant=lambda answers, _row: answers.has_bot,
    )
    approvals: tuple[Approval, ...] = ask(
        Rows(Approval, "approvals"),
        N_("Who approves what"),
        why=N_("Less asking around, fewer slips."),
    )
    escalation: tuple[Escalation, ...] = ask(
        Rows(Escalation, "escalation"),
        N_("What is passed on, to whom"),
        why=N_("Nobody should decide alone what is above their head."),
    )
    access: Words = ask(
        Text(long=True),
        N_("Access to the accounts"),
        why=N_("Lost access is the commonest break-in."),
        default=standing("service.access"),
    )
    hand_over: Words = ask(
        Text(long=True),
        N_("Hand-over between shifts"),
        why=N_("Open conversations must not fall between two chairs."),
        default=standing("service.hand_over"),
    )
    quality: tuple[Item, ...] = ask(
        Rows(Item, "quality"),
        N_("Quality checks"),
        why=N_("The quality of an answer shapes the impression."),
    )
    log: Words = ask(
        Text(long=True),
        N_("The monthly log of missed times"),
        why=N_("Regular misses breed anger; count them."),
        default=standing("service.log"),
    )
    log_owner: Words = ask(
        Text(),
        N_("Who keeps the log (position)"),
        why=N_("One position a month looks at it."),
        required=True,
    )
