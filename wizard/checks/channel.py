"""What findings about a channel have in common: its name, its promise, another promise."""

from collections.abc import Iterator

from wizard.checks.case import Case, place_of
from wizard.checks.finding import Remedy
from wizard.i18n import N_, translate
from wizard.interview.catalogue import catalogue
from wizard.interview.channels import Channel
from wizard.interview.kinds import Json, Length
from wizard.interview.values import Duration
from wizard.language import durations

LIST = "channels.list"


def promised(case: Case) -> Iterator[tuple[Channel, Duration]]:
    """The channels that promise a time, each with it."""
    for channel in case.answers.channels.list:
        if channel.reply is not None:
            yield channel, channel.reply


def named(case: Case, channel: Channel) -> dict[str, str]:
    """What a channel and its promise are called."""
    reply = channel.reply
    return {
        "row": case.title(channel),
        "promise": durations.length(reply, case.language) if reply else "",
    }


def promising(case: Case, channel: Channel, reply: Duration, label: str = "") -> Remedy:
    """A remedy that promises another time."""
    said = durations.length(reply, case.language)
    label = label or translate(N_("Promise {time}"), case.language).format(time=said)
    raw: Json = Length().dump(reply)
    return Remedy(label, place_of(LIST, channel, "reply"), raw)


def platform(channel: Channel, field: str) -> str:
    """A field of the platform of a channel; ``own`` for one that nobody knows."""
    entry = catalogue("platforms").get(channel.platform)
    return entry.plain(field) if entry else "own"
