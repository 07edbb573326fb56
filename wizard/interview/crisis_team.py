"""The step that asks who acts in a crisis, and whom to call."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from wizard.i18n import N_
from wizard.interview.ask import Step, ask, standing
from wizard.interview.kinds import Choice, Date, Length, Somebody, Text
from wizard.interview.options import fixed
from wizard.interview.rows import Row, Rows
from wizard.interview.values import Duration, Person, Words

COLOURS = {"grey": N_("grey"), "yellow": N_("yellow"), "orange": N_("orange"), "red": N_("red")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Row):
    """A role in the crisis team and who fills it."""

    title: Words = ask(Text(), N_("Role"), why=N_("What the person is in a crisis."), required=True)
    duty: Words = ask(Text(long=True), N_("What the role does"), why=N_("One sentence."))
    position: Words = ask(
        Text(), N_("Position"), why=N_("Who fills the role in daily life."), required=True
    )
    person: Person = ask(
        Somebody(), N_("Name"), why=N_("Printed on the contact list only."), required=True
    )
    phone: Words = ask(Text(), N_("Phone"), why=N_("One that is answered at night."), required=True)
    deputy: Person = ask(
        Somebody(), N_("Deputy"), why=N_("Somebody is always on holiday."), required=True
    )
    deputy_phone: Words = ask(
        Text(), N_("Deputy's phone"), why=N_("One that is answered at night.")
    )
    reachable: Words = ask(Text(), N_("When reachable"), why=N_("So that nobody waits in vain."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Row):
    """Somebody outside the firm who helps or has to know."""

    title: Words = ask(
        Text(), N_("Who"), why=N_("Lawyer, platform support, landlord."), required=True
    )
    why: Words = ask(Text(), N_("When we call"), why=N_("What they can do for you."))
    name: Words = ask(Text(), N_("Name"), why=N_("A person, if you have one."))
    phone: Words = ask(Text(), N_("Phone or address"), why=N_("Reachable without the internet."))
    checked: dt.date | None = ask(
        Date(), N_("Last checked on"), why=N_("A dead number is worse than none.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Severity(Row):
    """A level of severity: when it applies, who decides, how fast the first word comes."""

    title: Words = ask(Text(), N_("Level"), why=N_("From daily work to crisis."), required=True)
    colour: str = ask(
        Choice(fixed(COLOURS)), N_("Colour"), why=N_("Seen at a glance."), default="grey"
    )
    triggers: Words = ask(
        Text(long=True), N_("When it applies"), why=N_("Numbers help."), required=True
    )
    decides: Words = ask(
        Text(), N_("Who decides"), why=N_("A position, not a name."), required=True
    )
    first_word: Duration | None = ask(
        Length(("clock", "reply-hours")),
        N_("First word by"),
        why=N_("Counted from the first report."),
    )
    update: Words = ask(Text(), N_("Then news"), why=N_("A fixed rhythm calms."))


@dataclass(frozen=True, slots=True)
class CrisisTeam:
    """Answers about the crisis team and its contacts."""

    about: ClassVar = Step(
        "crisis_team",
        N_("Crisis"),
        N_("Crisis team"),
        N_("In a bad hour everybody should know who decides and whom to call."),
    )

    roles: tuple[Role, ...] = ask(
        Rows(Role, "roles"),
        N_("Roles"),
        why=N_("One person may fill several; each needs a deputy."),
        required=True,
    )
    unreachable: Words = ask(
        Text(long=True),
        N_("If nobody answers"),
        why=N_("Somebody must be allowed to act."),
        default=standing("crisis_team.unreachable"),
    )
    contacts: tuple[Contact, ...] = ask(
        Rows(Contact, "contacts"),
        N_("Outside contacts"),
        why=N_("Collected in quiet times, printed on paper."),
        required=True,
    )
    levels: tuple[Severity, ...] = ask(
        Rows(Severity, "levels"),
        N_("Levels of severity"),
        why=N_("They say how bad it is and who decides."),
        required=True,
    )
