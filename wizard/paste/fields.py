"""The fields of a channel's platform that take a text, and what they take."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from wizard.interview.catalogue import catalogue
from wizard.interview.channels import Channel
from wizard.paste import counting
from wizard.paste.counting import Counted

EMOJI_MARGIN = 0.05
"""The share of a limit that our own texts leave free: emoji count more on some platforms."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field; ``kind`` says which text belongs in it.

    ``characters`` and ``octets`` are the most that it takes, None where nobody knows them;
    ``is_limitless`` where there is no limit, as in a system of the owner's. ``kept_to`` are the
    characters that our own texts keep to.
    """

    name: str
    kind: str
    title: str
    counted: Counted
    characters: int | None
    octets: int | None
    is_limitless: bool
    kept_to: int | None
    takes: frozenset[str]
    """What may stand in it beside words: links, phones, offers."""
    checked_on: dt.date | None
    """The day the limit was looked up; None where there is none to look up."""

    def over(self, text: str) -> int:
        """By how many characters the text is too long, 0 where it fits or no limit is known."""
        if self.characters is None:
            return 0
        return max(0, counting.length(text, self.counted) - self.characters)

    def fits(self, text: str) -> bool:
        """Whether the text keeps to the limits that are known."""
        is_heavy = self.octets is not None and counting.size(text) > self.octets
        return not self.over(text) and not is_heavy

    def has_room(self, text: str) -> bool:
        """Whether a text of ours keeps to what it should."""
        if not self.fits(text):
            return False
        return self.kept_to is None or counting.length(text, self.counted) <= self.kept_to


def fields_of(channel: Channel, language: str) -> Iterator[Field]:
    """The fields of the channel that take a text, as its platform has them.

    Those of a bot only where one answers. A channel without a platform has none.
    """
    entry = catalogue("platforms").get(channel.platform)
    limits = cast("list[Mapping[str, object]]", entry.fields.get("limits", []) if entry else [])
    for limit in limits:
        is_bots = limit.get("bot") or limit.get("text") == "greeting"
        if "text" in limit and not (is_bots and channel.replies == "person"):
            yield _field(limit, language)


def kind_title(kind: str, language: str) -> str:
    """What a kind of text is called."""
    return catalogue("channel_texts")[kind].text("title", language)


def _field(limit: Mapping[str, object], language: str) -> Field:
    kind = str(limit["text"])
    characters = cast("int | None", limit.get("characters"))
    is_limitless = bool(limit.get("limitless"))
    kept_to = cast("int | None", limit.get("kept_to"))
    if characters is not None:
        kept_to = int(characters * (1 - EMOJI_MARGIN))
    elif kept_to is None and not is_limitless:
        kept_to = catalogue("channel_texts")[kind].number("cautious")
    refused = {what for what in ("links", "phones", "offers") if limit.get(f"no_{what}")}
    return Field(
        name=str(limit["field"]),
        kind=kind,
        title=cast("Mapping[str, str]", limit["title"])[language],
        counted=cast("Counted", limit["counted"]),
        characters=characters,
        octets=cast("int | None", limit.get("bytes")),
        is_limitless=is_limitless,
        kept_to=kept_to,
        takes=frozenset({"links", "phones", "offers"}) - refused,
        checked_on=cast("dt.date | None", limit.get("checked_on")),
    )
