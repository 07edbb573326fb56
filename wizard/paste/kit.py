"""All ready texts of a project: for each channel and for hard moments, with the owner's changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from wizard.interview import wording
from wizard.interview.answers import Answers
from wizard.interview.catalogue import catalogue
from wizard.interview.channel_texts import row_id
from wizard.interview.channels import Channel
from wizard.paste import counting, cutting
from wizard.paste.fields import Field, fields_of, kind_title
from wizard.paste.values import Known, lowered

HEALTH = "health"
REPLIES = "replies"
"""Stands for the channel in the ids of replies that belong to none."""
OWN_RULE = "own"
REGISTERED = frozenset({"bio", "description", "pinned"})
"""The kinds of text that show the link to the register of pages."""
REGISTRY_ROOM = " " * 60
"""Room for that link; a link with what stands before it takes about so many characters."""


@dataclass(frozen=True, slots=True)
class Ready:
    """One ready text. ``id`` is the row that holds the owner's wording of it.

    ``text`` is what is pasted: the owner's wording where there is one, else ``offered``.
    ``field`` is None for a reply, which fits everywhere. ``is_waiting``: room is left for a link to
    the register of pages, which is not known yet.
    """

    id: str
    kind: str
    title: str
    text: str
    offered: str
    field: Field | None = None
    is_waiting: bool = False

    @property
    def length(self) -> int:
        """The characters of the text, as its platform counts them."""
        return counting.length(self.text, self.field.counted if self.field else "code-points")

    @property
    def is_own(self) -> bool:
        """Whether the owner says it otherwise."""
        return self.text != self.offered


@dataclass(frozen=True, slots=True)
class Page:
    """A channel with the texts that its platform takes."""

    id: str
    title: str
    address: str
    texts: tuple[Ready, ...]


def pages(answers: Answers, language: str) -> list[Page]:
    """The channels that take a text, in their order; the answers are those that are printed."""
    known, own = Known(answers, language), _own(answers, language)
    found = []
    for channel in answers.channels.list:
        fields = tuple(fields_of(channel, language))
        kinds = frozenset(field.kind for field in fields)
        texts = (_of_field(channel, field, known, kinds, own) for field in fields)
        said = tuple(one for one in texts if one.text)
        if said:
            page = Page(channel.id, known.title(channel), known.said(channel.address), said)
            found.append(page)
    return found


def replies(answers: Answers, language: str) -> list[Ready]:
    """The replies for hard moments: to whoever breaks a rule, is unhappy, or was kept waiting."""
    known, own = Known(answers, language), _own(answers, language)
    values, moments = known.facts, catalogue("ready_replies")
    found: list[Ready] = []
    for moment in moments.values():
        if moment.id == "rule":
            found += _to_rules(known, values, own)
            continue
        is_private = answers.business.sector == HEALTH and "health" in moment.fields
        said = moment.text("health" if is_private else "text", language)
        text = cutting.filled(said, values)
        if text is not None:
            found.append(_reply(moment.id, moment.text("title", language), text, own, language))
    return found


def _of_field(
    channel: Channel, field: Field, known: Known, kinds: frozenset[str], own: Mapping[str, str]
) -> Ready:
    kind = catalogue("channel_texts")[field.kind]
    said = cutting.sentences(
        kind, known.language, known.flags(channel, kinds), known.of_channel(channel, field)
    )
    is_waiting = field.kind in REGISTERED and known.awaits_register(channel)
    room = REGISTRY_ROOM if is_waiting else ""
    offered = cutting.cut(said, kind.plain("join"), lambda text: field.has_room(text + room))
    row = row_id(channel.id, field.name, known.language)
    title = kind_title(field.kind, known.language)
    return Ready(row, field.kind, title, own.get(row, offered), offered, field, is_waiting)


def _to_rules(known: Known, values: Mapping[str, str], own: Mapping[str, str]) -> Iterator[Ready]:
    """A reply for each point of the house rules, which names its number."""
    language, entry = known.language, catalogue("ready_replies")["rule"]
    again = cast("Mapping[str, Mapping[str, str]]", entry.fields["again"])
    where = cutting.filled(entry.text("where", language), values) or ""
    for number, (row, rule) in enumerate(known.rules().items(), start=1):
        is_ours = known.is_ours(row)
        advice = again[row if is_ours and row in again else OWN_RULE][language]
        fields = {
            "number": str(number),
            "rule": lowered(rule) if is_ours else rule,
            "again": advice,
            "where": where,
        }
        title = wording.filled(entry.text("title", language), fields, "")
        text = wording.filled(entry.text("text", language), fields, "")
        yield _reply(f"rule-{row}", title, text, own, language)


def _reply(name: str, title: str, offered: str, own: Mapping[str, str], language: str) -> Ready:
    row = row_id(REPLIES, name, language)
    return Ready(row, name, title, own.get(row, offered), offered)


def _own(answers: Answers, language: str) -> dict[str, str]:
    """What the owner says otherwise, by row; an empty text is none."""
    rows = ((one.id, one.text) for one in answers.channel_texts.texts if one.on)
    said = ((row, wording.raw_text(text, language, answers.kept)[0]) for row, text in rows)
    return {row: text for row, text in said if text.strip()}
