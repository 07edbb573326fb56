"""The step that asks when the team was told of the papers, and who was there."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from wizard.i18n import N_
from wizard.interview.ask import Step, ask
from wizard.interview.kinds import Date, Somebody, Text
from wizard.interview.rows import Row, Rows
from wizard.interview.values import Person, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Present(Row):
    """Somebody who was there."""

    person: Person = ask(
        Somebody(), N_("Name"), why=N_("From your staff list, or anybody else."), required=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Row):
    """A question that the team asks, and what is answered."""

    question: Words = ask(Text(), N_("Question"), why=N_("As people really ask it."), required=True)
    answer: Words = ask(Text(long=True), N_("Answer"), why=N_("Short and honest."), required=True)


@dataclass(frozen=True, slots=True)
class Briefing:
    """Answers about how the team was told."""

    about: ClassVar = Step(
        "briefing",
        N_("In use"),
        N_("Tell the team"),
        N_("Papers work when people know why they are there: ten minutes are enough."),
        in_use=True,
    )

    day: dt.date | None = ask(
        Date(), N_("Told on"), why=N_("So that you can say later when everybody heard of it.")
    )
    led_by: Words = ask(
        Text(), N_("Who told them (position)"), why=N_("Somebody whom the team listens to.")
    )
    present: tuple[Present, ...] = ask(
        Rows(Present),
        N_("Who was there"),
        why=N_("Whoever was away hears it another day. It does not replace a signature."),
    )
    questions: tuple[Asked, ...] = ask(
        Rows(Asked, "briefing_questions"),
        N_("Questions and answers"),
        why=N_("What people ask each time, answered once."),
    )
    thanks_to: Person = ask(
        Somebody(),
        N_("The first good example: who"),
        why=N_("Praise before everybody is how others learn."),
    )
    thanks_for: Words = ask(
        Text(), N_("The first good example: what for"), why=N_("One concrete act, in a few words.")
    )
