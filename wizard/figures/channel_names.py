"""What tables call a channel: its name in either language, its address, or its id."""

import re
from collections.abc import Iterable

from wizard.i18n import LANGUAGES
from wizard.interview import summaries, wording
from wizard.interview.answers import Answers
from wizard.interview.channels import Channel
from wizard.staff_lists.columns import folded

BEFORE_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?@?")


class ChannelNames:
    """The channels of a project that are in use, by all that they are called."""

    def __init__(self, answers: Answers) -> None:
        self.channels = tuple(one for one in answers.channels.list if one.on)
        self._answers = answers
        self._known: dict[str, list[Channel]] = {}
        for channel in self.channels:
            for name in dict.fromkeys(map(_plain, self._called(channel))):
                self._known.setdefault(name, []).append(channel)

    def named(self, text: str) -> list[Channel]:
        """The channels that are called so: none, one, or several that share a name."""
        return self._known.get(_plain(text), []) if _plain(text) else []

    def listed(self, language: str) -> str:
        """The names of all of them, as a sentence lists them."""
        titles = (self.title(one, language) for one in self.channels)
        return ", ".join(dict.fromkeys(filter(None, titles)))

    def title(self, channel: Channel, language: str) -> str:
        """What a channel is called in this language."""
        return summaries.of_row(channel, self._answers, language).title

    def _called(self, channel: Channel) -> Iterable[str]:
        yield from (channel.id, channel.platform)
        for language in LANGUAGES:
            yield self.title(channel, language)
            for words in (channel.name, channel.address):
                yield wording.text(words, language, self._answers)


def _plain(name: str) -> str:
    """A name as names are compared: without case, and an address without what leads up to it."""
    return BEFORE_ADDRESS.sub("", folded(name)).rstrip("/")
