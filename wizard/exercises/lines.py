"""The lines that are read out in an exercise: a catalogue's words, and what the answers fill in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wizard.interview import wording
from wizard.interview.answers import Answers
from wizard.interview.catalogue import Entry, catalogue
from wizard.interview.values import Words

Fields = Mapping[str, Words | str]
WRITTEN, TURNS = "exercises", "exercise_turns"
"""The catalogues: the injects of each risk, and those that are made from the answers alone."""
FIELDS = frozenset(
    {
        "risk", "role", "person", "role_phone", "deputy", "deputy_phone", "unreachable", "channel",
        "reply", "number", "level", "decides", "first_word", "update", "rule",
    }
)  # fmt: skip
"""What such a line may name besides what every catalogue may; an empty one is a blank."""


@dataclass(frozen=True, slots=True)
class Line:
    """One text in one language, its placeholders still open; ``fields`` fill those of its own."""

    text: str
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one inject says: how it reaches the team, what is read out, what good looks like."""

    source: Line
    text: Line
    good: tuple[Line, ...]


def said(line: Line, answers: Answers, language: str) -> str:
    """The line as the window shows it, with a short ruled line for what is not known."""
    own = {
        name: wording.text(value, language, answers) if isinstance(value, Words) else value
        for name, value in line.fields.items()
    }
    return wording.with_fields(line.text, language, answers, own)


def written(script: str, language: str) -> tuple[tuple[int, Turn], ...]:
    """The written injects of a script, each with its level; KeyError where there is no script."""
    entries = catalogue(WRITTEN)[script].fields["injects"]
    if not isinstance(entries, list):
        raise TypeError(script)
    injects = [Entry(script, entry) for entry in entries]
    return tuple((one.number("level") or 0, _turn(one, language, {})) for one in injects)


def turn(name: str, language: str, fields: Fields) -> Turn:
    """The turn of this name, with its fields; KeyError where there is none."""
    return _turn(catalogue(TURNS)[name], language, fields)


def good(name: str, language: str, fields: Fields) -> tuple[Line, ...]:
    """What good looks like at the turn of this name."""
    return tuple(Line(text, fields) for text in catalogue(TURNS)[name].texts("good", language))


def scripts() -> tuple[str, ...]:
    """The ids of the written scripts: of the catalogue's risks, and one for all others."""
    return tuple(catalogue(WRITTEN))


def _turn(entry: Entry, language: str, fields: Fields) -> Turn:
    return Turn(
        Line(entry.text("from", language), fields),
        Line(entry.text("text", language), fields),
        tuple(Line(text, fields) for text in entry.texts("good", language)),
    )
