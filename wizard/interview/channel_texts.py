"""The step for the texts that stand on the pages themselves, as the owner has changed them."""

from dataclasses import dataclass
from typing import ClassVar

from wizard.i18n import N_
from wizard.interview.ask import Step, ask
from wizard.interview.kinds import Text
from wizard.interview.rows import Row, Rows
from wizard.interview.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelText(Row):
    """One text in one language as the owner says it.

    Its id is that of the channel, a dot, the field of the platform, a dot and the language. One
    that is not ``on`` changes nothing.
    """

    text: Words = ask(
        Text(long=True),
        N_("Your own wording"),
        why=N_("It stays as you wrote it; what you change elsewhere does not touch it."),
    )


def row_id(channel: str, field: str, language: str) -> str:
    """The id of the row that says one text of a channel in a language."""
    return f"{channel}.{field}.{language}"


@dataclass(frozen=True, slots=True)
class ChannelTexts:
    """What the owner has changed of the ready texts."""

    about: ClassVar = Step(
        "channel_texts",
        N_("In use"),
        N_("Texts for your pages"),
        N_("Your promise, cut to what each page can show: copy it to where people see it."),
        in_use=True,
    )

    texts: tuple[ChannelText, ...] = ask(
        Rows(ChannelText),
        N_("Changed texts"),
        why=N_("They stay as you wrote them."),
    )
