"""The step that asks what employees may and may not do online."""

from dataclasses import dataclass
from typing import ClassVar

from wizard.i18n import N_
from wizard.interview.ask import Step, ask, standing
from wizard.interview.kinds import Length, Text, YesNo
from wizard.interview.rows import Item, Row, Rows
from wizard.interview.values import Duration, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Row):
    """One do or don't: said plainly, with its reason, an example and a dry version for the norm."""

    title: Words = ask(
        Text(), N_("Rule in short"), why=N_("A few words to remember."), required=True
    )
    text: Words = ask(
        Text(long=True), N_("Rule"), why=N_("What it asks, and where it ends."), required=True
    )
    why: Words = ask(Text(long=True), N_("Reason"), why=N_("People follow what they understand."))
    example: Words = ask(
        Text(long=True), N_("Example"), why=N_("An example says more than a definition.")
    )
    norm: Words = ask(
        Text(long=True),
        N_("Rule as a sentence of the policy"),
        why=N_("The formal part of the guide prints this one, without reasons."),
    )


@dataclass(frozen=True, slots=True)
class StaffRules:
    """Answers about the employee guide and policy."""

    about: ClassVar = Step(
        "staff_rules",
        N_("Employees"),
        N_("Employee rules"),
        N_("Clear rules protect the business, and the people who work in it."),
    )

    purpose: Words = ask(
        Text(long=True),
        N_("Why these rules exist"),
        why=N_("Tell people that it matters, and that you trust them."),
        default=standing("staff_rules.purpose"),
    )
    scope: Words = ask(
        Text(long=True),
        N_("Whom and what they cover"),
        why=N_("Official pages, posts about work, private pages."),
        default=standing("staff_rules.scope"),
    )
    do: tuple[Rule, ...] = ask(
        Rows(Rule, "do"), N_("Do"), why=N_("What you ask of everybody."), required=True
    )
    dont: tuple[Rule, ...] = ask(
        Rows(Rule, "dont"), N_("Don't"), why=N_("Narrow rules are easier to keep."), required=True
    )
    speakers: tuple[Item, ...] = ask(
        Rows(Item),
        N_("Who speaks for the company (positions)"),
        why=N_("Everybody else may pass a question on with a clear conscience."),
        required=True,
    )
    first_contact: Words = ask(
        Text(),
        N_("Where to take trouble first (position)"),
        why=N_("What you know about, you can put right."),
        required=True,
    )
    first_answer: Duration | None = ask(
        Length(("working-days", "clock", "reply-hours")),
        N_("An answer within"),
        why=N_("An offer to talk needs a date."),
        default=Duration(3, "days", "working-days"),
    )
    personal_accounts: Words = ask(
        Text(long=True),
        N_("Private accounts"),
        why=N_("Where work ends."),
        default=standing("staff_rules.personal_accounts"),
    )
    work_time: Words = ask(
        Text(long=True),
        N_("Social media in working time"),
        why=N_("Breaks are people's own."),
        default=standing("staff_rules.work_time"),
    )
    false_information: Words = ask(
        Text(long=True),
        N_("False information"),
        why=N_("Only a knowing falsehood is a breach; an error is mended."),
        default=standing("staff_rules.false_information"),
    )
    ethics: tuple[Item, ...] = ask(
        Rows(Item, "ethics"),
        N_("What is not acceptable"),
        why=N_("Concrete acts, not good manners in general."),
        required=True,
    )
    praise: Words = ask(
        Text(long=True),
        N_("Praise and rewards"),
        why=N_("Who is thanked in front of all sets the example."),
        default=standing("staff_rules.praise"),
    )
    share_what: Words = ask(
        Text(long=True),
        N_("What we like people to share"),
        why=N_("Say what helps, and that it is voluntary."),
        default=standing("staff_rules.share_what"),
    )
    share_where: Words = ask(
        Text(long=True),
        N_("Where the material is"),
        why=N_("Good pictures and true facts in one place."),
        default=standing("staff_rules.share_where"),
    )
    disclosure: Words = ask(
        Text(long=True),
        N_("Saying that one works here"),
        why=N_("Hidden praise by staff may be unlawful and looks bad."),
        default=standing("staff_rules.disclosure"),
    )
    ai: Words = ask(
        Text(long=True),
        N_("Content made with AI"),
        why=N_("Facts are checked by people, secrets stay out of the tools."),
        default=standing("staff_rules.ai"),
    )
    photos: Words = ask(
        Text(long=True),
        N_("Photos of people"),
        why=N_("A face belongs to its owner."),
        default=standing("staff_rules.photos"),
    )
    breach: tuple[Item, ...] = ask(
        Rows(Item, "breach"),
        N_("What may follow a breach"),
        why=N_("Only measures that the law of your country knows."),
        required=True,
    )
    breach_fair: Words = ask(
        Text(long=True),
        N_("How a breach is weighed"),
        why=N_("Every case is different."),
        default=standing("staff_rules.breach_fair"),
    )
    monitored: bool | None = ask(
        YesNo(),
        N_("Do you check what staff publish or do on company accounts?"),
        why=N_("If you do, people must know."),
        default=False,
    )
    monitoring: Words = ask(
        Text(long=True),
        N_("What is checked, and why"),
        why=N_("Said openly, it does not offend."),
        default=standing("staff_rules.monitoring"),
        required=True,
        relevant=lambda answers, _row: bool(answers.staff_rules.monitored),
    )
    rights: Words = ask(
        Text(long=True),
        N_("Rights of the staff"),
        why=N_("Rules that are too wide may be void; this clause keeps what the law gives."),
        default=standing("staff_rules.rights"),
        required=True,
    )
    briefing: Words = ask(
        Text(long=True),
        N_("How and when the rules are explained"),
        why=N_("A paper works when somebody explains why it matters."),
        default=standing("staff_rules.briefing"),
    )
