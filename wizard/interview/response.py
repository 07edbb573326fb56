"""The step that asks what is done before, during and after a crisis, and when it is rehearsed."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from wizard.i18n import N_
from wizard.interview.ask import Step, ask, standing
from wizard.interview.kinds import Date, Number, Text
from wizard.interview.rows import Item, Row, Rows
from wizard.interview.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience(Row):
    """Somebody who has to hear from us, and how they do."""

    title: Words = ask(
        Text(), N_("Who"), why=N_("Customers, staff, suppliers, neighbours."), required=True
    )
    how: Words = ask(
        Text(), N_("How we tell them"), why=N_("The way that reaches them first."), required=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechRule(Row):
    """A rule of speech with its reason."""

    text: Words = ask(
        Text(long=True), N_("Rule"), why=N_("How we speak when it is hard."), required=True
    )
    why: Words = ask(Text(long=True), N_("Reason"), why=N_("People follow what they understand."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill(Row):
    """A kind of drill and how often it is held."""

    title: Words = ask(Text(), N_("Drill"), why=N_("What is rehearsed."), required=True)
    text: Words = ask(Text(long=True), N_("How it goes"), why=N_("In a sentence."))
    every_months: int | None = ask(
        Number(0, 60), N_("Every (months)"), why=N_("0: after each event.")
    )


@dataclass(frozen=True, slots=True)
class Response:
    """Answers about response and drills."""

    about: ClassVar = Step(
        "response",
        N_("Crisis"),
        N_("Response and drills"),
        N_("Before, during and after: what is rehearsed is done."),
    )

    law_checked_by: Words = ask(
        Text(),
        N_("Who checked the law"),
        why=N_("A lawyer, or you yourself with the texts in hand."),
        required=True,
    )
    law_checked_on: dt.date | None = ask(
        Date(), N_("Law checked on"), why=N_("Law ages."), required=True
    )
    risks_discussed_by: Words = ask(
        Text(), N_("Who discussed the risks"), why=N_("Those who will have to act."), required=True
    )
    risks_discussed_on: dt.date | None = ask(
        Date(), N_("Risks discussed on"), why=N_("At least once a year."), required=True
    )
    watching: Words = ask(
        Text(long=True),
        N_("What you watch"),
        why=N_("Trends and moods are seen before they arrive."),
        default=standing("response.watching"),
    )
    allies: Words = ask(
        Text(long=True),
        N_("Allies and fans"),
        why=N_("Loyal people smooth hard moments."),
        default=standing("response.allies"),
    )
    statements_approved: Words = ask(
        Text(long=True),
        N_("Prepared texts"),
        why=N_("Approved in quiet times, used in loud ones."),
        default=standing("response.statements_approved"),
    )
    before: tuple[Item, ...] = ask(
        Rows(Item, "before"),
        N_("Before"),
        why=N_("What is ready before anything happens."),
        required=True,
    )
    first_15: tuple[Item, ...] = ask(
        Rows(Item, "first_15"),
        N_("First 15 minutes"),
        why=N_("Stands on the quick card."),
        required=True,
    )
    first_60: tuple[Item, ...] = ask(
        Rows(Item, "first_60"), N_("First hour"), why=N_("Stands on the quick card."), required=True
    )
    first_180: tuple[Item, ...] = ask(
        Rows(Item, "first_180"),
        N_("First three hours"),
        why=N_("Stands on the quick card."),
        required=True,
    )
    say_now: tuple[Item, ...] = ask(
        Rows(Item, "say_now"),
        N_("Sentences we may say at once"),
        why=N_("Stands on the quick card."),
    )
    never: tuple[Item, ...] = ask(
        Rows(Item, "never"), N_("Never"), why=N_("Stands on the quick card.")
    )
    during: tuple[Item, ...] = ask(
        Rows(Item, "during"), N_("During"), why=N_("In this order."), required=True
    )
    audiences: tuple[Audience, ...] = ask(
        Rows(Audience, "audiences"),
        N_("Who has to hear from us"),
        why=N_("Nobody likes to learn it from the news."),
    )
    speech: tuple[SpeechRule, ...] = ask(
        Rows(SpeechRule, "speech"),
        N_("Rules of speech"),
        why=N_("Stay visible, apologise soon, feed no trolls."),
        required=True,
    )
    apology: Words = ask(
        Text(long=True),
        N_("How we apologise"),
        why=N_("A real apology names what was done."),
        default=standing("response.apology"),
    )
    media_call: Words = ask(
        Text(long=True),
        N_("When a journalist calls"),
        why=N_("Whoever picks up the phone should know."),
        default=standing("response.media_call"),
    )
    after: tuple[Item, ...] = ask(
        Rows(Item, "after"), N_("After"), why=N_("Thank, repair, learn."), required=True
    )
    drills: tuple[Drill, ...] = ask(
        Rows(Drill, "drills"),
        N_("Drills"),
        why=N_("A plan that is not rehearsed is a paper."),
        required=True,
    )
    drill_months: int | None = ask(
        Number(1, 60), N_("A drill every (months)"), why=N_("Once a year at least."), default=12
    )
    last_drill: dt.date | None = ask(Date(), N_("Last drill"), why=N_("Empty if there was none."))
    next_drill: dt.date | None = ask(
        Date(), N_("Next drill"), why=N_("A date in the diary."), required=True
    )
