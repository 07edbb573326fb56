"""The step that asks which risk is rehearsed, and what came of the drills that were held."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from wizard.i18n import N_
from wizard.interview.ask import Step, ask
from wizard.interview.kinds import Date, RowOf, Somebody, Text
from wizard.interview.rows import Row, Rows
from wizard.interview.values import Person, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Held(Row):
    """One drill that was held."""

    title: Words = ask(
        Text(), N_("What was rehearsed"), why=N_("The risk, or another exercise."), required=True
    )
    day: dt.date | None = ask(Date(), N_("Held on"), why=N_("A year later the next is due."))
    led_by: Person = ask(Somebody(), N_("Facilitator"), why=N_("Who read out the injects."))
    present: Words = ask(
        Text(long=True), N_("Who took part"), why=N_("Names or positions, as you like.")
    )
    worked: Words = ask(Text(long=True), N_("What worked"), why=N_("Keep it up."))
    failed: Words = ask(
        Text(long=True), N_("What did not work"), why=N_("Of the plan, never of a person.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Row):
    """Something that was noted while a drill was running."""

    drill: str = ask(RowOf("drills.held"), N_("Drill"), why=N_("In which it was noted."))
    at: Words = ask(Text(), N_("Time"), why=N_("Hours and minutes."))
    text: Words = ask(Text(long=True), N_("Note"), why=N_("What was decided, said or missing."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Row):
    """Something to change that a drill has shown."""

    text: Words = ask(
        Text(), N_("What to change"), why=N_("One thing that can be ticked off."), required=True
    )
    who: Words = ask(Text(), N_("Who"), why=N_("A position or a name."))
    by: dt.date | None = ask(Date(), N_("By"), why=N_("The first screen reminds you."))
    done: dt.date | None = ask(Date(), N_("Done on"), why=N_("Then it is off the list."))
    drill: str = ask(RowOf("drills.held"), N_("Drill"), why=N_("That has shown it."))


@dataclass(frozen=True, slots=True)
class Drills:
    """Answers about the drills."""

    about: ClassVar = Step(
        "drills",
        N_("In use"),
        N_("Hold a drill"),
        N_("Forty-five minutes at a table show what no reading shows."),
        in_use=True,
    )

    risk: str = ask(
        RowOf("risks.list"),
        N_("Risk to rehearse"),
        why=N_("Where none is chosen, the highest one is rehearsed."),
    )
    led_by: Person = ask(
        Somebody(), N_("Facilitator"), why=N_("Reads out the injects and takes no part.")
    )
    held: tuple[Held, ...] = ask(
        Rows(Held), N_("Drills held"), why=N_("With the last one the next date begins.")
    )
    notes: tuple[Note, ...] = ask(
        Rows(Note), N_("Notes of the drills"), why=N_("With the time, as they were taken.")
    )
    actions: tuple[Action, ...] = ask(
        Rows(Action), N_("What to change"), why=N_("Open ones stand on the first screen.")
    )
