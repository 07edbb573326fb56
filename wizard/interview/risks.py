"""The step that asks what could go wrong."""

from dataclasses import dataclass
from typing import ClassVar

from wizard.i18n import N_
from wizard.interview import options
from wizard.interview.ask import Step, ask, standing
from wizard.interview.kinds import Choice, Text
from wizard.interview.options import fixed
from wizard.interview.rows import Item, Row, Rows
from wizard.interview.values import Words

LEVELS = ("low", "medium", "high", "critical")
LEAST_SCORES = (1, 4, 8, 12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(Row):
    """One risk: how likely, how bad, and what is done and said first."""

    title: Words = ask(
        Text(), N_("Risk"), why=N_("Give it a name people will recognise."), required=True
    )
    likelihood: str = ask(
        Choice(fixed(options.LIKELIHOODS)),
        N_("Likelihood"),
        why=N_("Within the next year."),
        required=True,
    )
    impact: str = ask(
        Choice(fixed(options.IMPACTS)), N_("Impact"), why=N_("If it happened."), required=True
    )
    tone: str = ask(
        Choice(fixed(options.TONES)),
        N_("How we stand to it"),
        why=N_("It decides the tone of the first words."),
    )
    signs: Words = ask(Text(long=True), N_("Early signs"), why=N_("What you would notice first."))
    actor: Words = ask(
        Text(), N_("Acts first (position)"), why=N_("Somebody who need not ask."), required=True
    )
    actions: tuple[Item, ...] = ask(
        Rows(Item), N_("First actions"), why=N_("For the first hour, in this order."), required=True
    )
    statement: Words = ask(
        Text(long=True),
        N_("What we say first"),
        why=N_("Ready words save the first hour."),
        required=True,
    )
    over: Words = ask(
        Text(long=True), N_("When it is over"), why=N_("So that the alarm has an end.")
    )

    @property
    def score(self) -> int:
        """Likelihood times impact, 1 to 16; 0 while one of them is not given."""
        return int(self.likelihood or 0) * int(self.impact or 0)

    @property
    def level(self) -> str:
        """1-3 low, 4-6 medium, 8-9 high, 12-16 critical; empty while there is no score."""
        return level_of(self.score)


def level_of(score: int) -> str:
    """The level of a score on the 4 x 4 matrix."""
    reached = [name for name, least in zip(LEVELS, LEAST_SCORES, strict=True) if score >= least]
    return reached[-1] if reached else ""


@dataclass(frozen=True, slots=True)
class Risks:
    """Answers about risks."""

    about: ClassVar = Step(
        "risks",
        N_("Crisis"),
        N_("Risks"),
        N_(
            "You decide what counts as a crisis. "
            "Forewarned is forearmed, and there is no need to panic."
        ),
    )

    what_is_crisis: Words = ask(
        Text(long=True),
        N_("What is a crisis for you?"),
        why=N_("So that nobody argues about it when it happens."),
        default=standing("risks.what_is_crisis"),
        required=True,
    )
    not_crisis: Words = ask(
        Text(long=True),
        N_("What is only an issue?"),
        why=N_("Not every complaint needs the team."),
        default=standing("risks.not_crisis"),
    )
    list: tuple[Risk, ...] = ask(
        Rows(Risk, "risks"),
        N_("Your risks"),
        why=N_("Each high risk gets a sheet of its own in the plan."),
        required=True,
    )
