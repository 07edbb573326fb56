"""The step that asks where customers write, and how fast who answers."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from wizard.i18n import N_
from wizard.interview import options
from wizard.interview.ask import Step, ask
from wizard.interview.kinds import Choice, Length, Many, Number, Text, YesNo
from wizard.interview.options import fixed, from_catalogue
from wizard.interview.rows import Row, Rows
from wizard.interview.values import Duration, Words

if TYPE_CHECKING:
    from wizard.interview.answers import Answers


def _bot(_answers: "Answers", row: Row | None) -> bool:
    return isinstance(row, Channel) and row.replies in {"bot", "bot-person"}


def _in_russia(answers: "Answers", _row: Row | None) -> bool:
    return "RU" in answers.packs


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel(Row):
    """One page, account, address or number where customers reach the business."""

    platform: str = ask(
        Choice(from_catalogue("platforms")),
        N_("Channel"),
        why=N_("The network, messenger, map or line."),
        required=True,
    )
    name: Words = ask(
        Text(),
        N_("Own name of the channel"),
        why=N_("Only where the platform is not in the list."),
        relevant=lambda _answers, row: isinstance(row, Channel) and row.platform == "own",
    )
    address: Words = ask(
        Text(),
        N_("Address"),
        why=N_("Customers tell your page from a fake by it."),
        required=True,
    )
    gives: tuple[str, ...] = ask(
        Many(fixed(options.GIVES)),
        N_("What people get here"),
        why=N_("A follower who knows what to expect does not ask for more."),
        required=True,
    )
    gives_also: Words = ask(
        Text(), N_("In your own words"), why=N_("Anything else that people get here.")
    )
    reply: Duration | None = ask(
        Length(),
        N_("First reply within"),
        why=N_("Promise what you can keep: minutes or hours, never days."),
        required=True,
    )
    replies: str = ask(
        Choice(fixed(options.REPLIES)),
        N_("Who replies"),
        why=N_("Many people want a person; a bot should say that it is one."),
        default="person",
    )
    reach_person: Words = ask(
        Text(),
        N_("How to reach a person"),
        why=N_("For those whom the bot cannot help."),
        required=True,
        relevant=_bot,
    )
    position: Words = ask(
        Text(),
        N_("Who answers (position)"),
        why=N_("A channel without an owner is forgotten."),
        required=True,
    )
    stand_in: Words = ask(
        Text(), N_("Who stands in (position)"), why=N_("For days off and illness.")
    )
    messages_a_day: int | None = ask(
        Number(0, 100_000),
        N_("Messages a day"),
        why=N_("To see whether the promise can be kept."),
    )
    minutes_per_answer: int | None = ask(
        Number(0, 600),
        N_("Minutes per answer"),
        why=N_("To see whether the promise can be kept."),
    )
    people_at_once: int | None = ask(
        Number(1, 1000),
        N_("People who answer at the same time"),
        why=N_("In your reply hours, for this channel alone or for others too."),
        default=1,
    )
    promoted: bool | None = ask(
        YesNo(),
        N_("Do you pay to promote posts here?"),
        why=N_("Advertising has rules of its own on some networks."),
    )
    over_10000: bool | None = ask(
        YesNo(),
        N_("More than 10,000 followers?"),
        why=N_("In Russia such a page may have to be registered."),
        relevant=_in_russia,
    )
    registry_link: Words = ask(
        Text(),
        N_("Link to the registry entry"),
        why=N_("Shown beside the page's name."),
        relevant=lambda answers, row: (
            _in_russia(answers, row) and isinstance(row, Channel) and bool(row.over_10000)
        ),
    )


@dataclass(frozen=True, slots=True)
class Channels:
    """Answers about the channels."""

    about: ClassVar = Step(
        "channels",
        N_("Customers"),
        N_("Channels"),
        N_("Name the pages that are really yours, and say how fast an answer comes there."),
    )

    list: tuple[Channel, ...] = ask(
        Rows(Channel),
        N_("Your channels"),
        why=N_("They are the heart of the public promise."),
        required=True,
    )
    peak: int | None = ask(
        Number(1, 20),
        N_("The busiest hour: how many times the usual one"),
        why=N_("Messages come in waves; the check of your promise looks at the busiest hour."),
        default=2,
    )
