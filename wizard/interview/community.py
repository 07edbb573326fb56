"""The step that asks what is welcome on the pages, and what happens when things go wrong."""

from dataclasses import dataclass
from typing import ClassVar

from wizard.i18n import N_
from wizard.interview.ask import Step, ask, standing
from wizard.interview.kinds import Length, Text, YesNo
from wizard.interview.rows import Item, Row, Rows
from wizard.interview.values import Duration, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Row):
    """One rung of the ladder of measures."""

    when: Words = ask(
        Text(), N_("When"), why=N_("First time, second time, at once."), required=True
    )
    measure: Words = ask(Text(), N_("What we do"), why=N_("Say it in a few words."), required=True)
    who: Words = ask(
        Text(), N_("Who decides"), why=N_("For the team; not printed on the public page.")
    )
    public: bool | None = ask(
        YesNo(),
        N_("On the public page?"),
        why=N_("Customers see these measures, the others are for the team."),
        default=True,
    )


@dataclass(frozen=True, slots=True)
class Community:
    """Answers about the house rules of the pages."""

    about: ClassVar = Step(
        "community",
        N_("Customers"),
        N_("Community rules"),
        N_("Rules that everybody can read make hard decisions easy to explain."),
    )

    welcome: tuple[Item, ...] = ask(
        Rows(Item, "welcome"),
        N_("Welcome here"),
        why=N_("Begin with what you like to see."),
        required=True,
    )
    not_tolerated: tuple[Item, ...] = ask(
        Rows(Item, "not_tolerated"),
        N_("Not welcome"),
        why=N_("The points are numbered, so that a reply can quote one."),
        required=True,
    )
    ladder: tuple[Measure, ...] = ask(
        Rows(Measure, "ladder"),
        N_("What happens then"),
        why=N_("The same measure for everybody is easier to defend."),
        required=True,
    )
    appeal_to: Words = ask(
        Text(),
        N_("Where to object"),
        why=N_("Somebody else than the moderator should look again."),
        required=True,
    )
    appeal_within: Duration | None = ask(
        Length(("working-days", "reply-hours", "clock")),
        N_("Answer to an objection within"),
        why=N_("A date calms."),
        default=Duration(2, "days", "working-days"),
    )
    unhappy_include: Words = ask(
        Text(long=True),
        N_("What an unhappy customer should tell you"),
        why=N_("So that you can help without asking back."),
        default=standing("community.unhappy_include"),
    )
    unhappy_moved: Words = ask(
        Text(long=True),
        N_("Where the matter is taken"),
        why=N_("Details belong into a private chat, the result back into public."),
        default=standing("community.unhappy_moved"),
    )
    solution_within: Duration | None = ask(
        Length(("working-days", "reply-hours", "clock")),
        N_("Solution or next step within"),
        why=N_("Promise the next step, not the outcome."),
        default=Duration(2, "days", "working-days"),
    )
    decides: Words = ask(
        Text(),
        N_("Who decides on complaints (position)"),
        why=N_("Staff need to know whom to ask."),
        required=True,
    )
    may_offer: Words = ask(
        Text(long=True),
        N_("What staff may offer without asking"),
        why=N_("A quick small gesture saves a long quarrel."),
        default=standing("community.may_offer"),
    )
    late: Words = ask(
        Text(long=True),
        N_("If you are late yourselves"),
        why=N_("Missed promises breed anger; say what you do then."),
        default=standing("community.late"),
        required=True,
    )
    private_data: Words = ask(
        Text(long=True),
        N_("Private data"),
        why=N_("Phone and order numbers do not belong under a post."),
        default=standing("community.private_data"),
        required=True,
    )
    rights: Words = ask(
        Text(long=True),
        N_("Rights of consumers"),
        why=N_("House rules do not replace the law."),
        default=standing("community.rights"),
    )
    news_elsewhere: Words = ask(
        Text(),
        N_("Where news are when a page is down"),
        why=N_("Your web site, or a second channel."),
        required=True,
    )
    published: Words = ask(
        Text(long=True),
        N_("Where the rules are published"),
        why=N_("A rule that nobody can find does not help."),
        default=standing("community.published"),
    )
