"""The open questions as a form: what is asked of whom, and the room for each answer."""

from dataclasses import dataclass
from itertools import groupby
from typing import Literal, cast

from markupsafe import Markup, escape

from wizard.i18n import translate
from wizard.interview import places, summaries
from wizard.interview.answers import Answers
from wizard.interview.ask import questions
from wizard.interview.catalogue import catalogue
from wizard.interview.kinds import (
    Choice,
    Date,
    Hours,
    Length,
    Many,
    Number,
    Picture,
    Somebody,
    Text,
    YesNo,
)
from wizard.interview.labels import labels
from wizard.interview.options import from_catalogue
from wizard.interview.rows import Row, Rows
from wizard.interview.values import Words
from wizard.unanswered import Open

Room = Literal[
    "line", "lines", "number", "date", "duration", "yes-no", "boxes", "week", "name", "person",
    "list",
]  # fmt: skip
BELOW = frozenset({"lines", "week", "list"})
MOST_BOXES = 8
MOST_COLUMNS = 5
USUAL_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """One question on paper.

    ``choices`` are the boxes to tick, the ids of the units of a duration, or the heads of a list.
    A ``person`` is asked for the position too where no question of its own asks for it.
    """

    place: Markup
    label: Markup
    why: Markup
    room: Room
    choices: tuple[Markup, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Questions of a step itself, or of one row: ``list`` and ``name`` say of which.

    Those whose answer has room ``beside`` the question come before those that need it ``below``.
    """

    list: Markup
    name: Words | str
    beside: tuple[Asked, ...]
    below: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What is open in one step; ``files`` are asked for by name, paper has no room for them."""

    title: Markup
    parts: tuple[Part, ...]
    files: tuple[Markup, ...]


def sections(found: tuple[Open, ...], answers: Answers, language: str) -> tuple[Section, ...]:
    """The open questions by step; in each step its own come before those of its rows."""
    return tuple(
        _section(step, list(open_there), answers, language)
        for step, open_there in groupby(found, key=lambda one: one.place.step)
    )


def _section(step: str, found: list[Open], answers: Answers, language: str) -> Section:
    files = [one for one in found if isinstance(one.question.kind, Picture)]
    by_hand = sorted((one for one in found if one not in files), key=lambda one: bool(one.row))
    parts = groupby(by_hand, key=lambda one: (bool(one.row) and one.place.question, one.place.row))
    return Section(
        _said(places.STEPS[step].about.title, language),
        tuple(_part(list(group), answers, language) for _, group in parts),
        tuple(_said(one.question.label, language) for one in files),
    )


def _part(found: list[Open], answers: Answers, language: str) -> Part:
    asked = [_asked(one, answers, language) for one in found]
    place, row = found[0].place, found[0].row
    return Part(
        _said(places.question_at(place.whole).label, language) if row else Markup(""),
        _name(row, answers, language) if row else "",
        tuple(one for one in asked if one.room not in BELOW),
        tuple(one for one in asked if one.room in BELOW),
    )


def _asked(one: Open, answers: Answers, language: str) -> Asked:
    room, choices = _room(one, answers, language)
    question = one.question
    return Asked(
        Markup(escape(str(one.place))),
        _said(question.label, language),
        _said(question.why, language),
        room,
        choices,
    )


def _room(one: Open, answers: Answers, language: str) -> tuple[Room, tuple[Markup, ...]]:
    kind = one.question.kind
    match kind:
        case Text(long=True):
            return "lines", ()
        case Number():
            return "number", ()
        case Date():
            return "date", ()
        case Length():
            days = "working-days" if "working-days" in kind.counted else "days"
            return "duration", tuple(Markup(unit) for unit in ("minutes", "hours", days))
        case YesNo():
            return "yes-no", ()
        case Choice() | Many():
            boxes = _boxes(kind, answers, language)
            return ("boxes", boxes) if boxes else ("line", ())
        case Hours():
            return "week", ()
        case Somebody():
            return ("name" if _asks_position(one) else "person"), ()
        case Rows():
            return "list", _heads(kind, language)
        case _:
            return "line", ()


def _asks_position(one: Open) -> bool:
    """Whether the question before that for a person is for the person's position."""
    asked = questions(type(one.row) if one.row else places.STEPS[one.place.step])
    ids = [question.id for question in asked]
    before = ids.index(one.question.id) - 1
    return before >= 0 and ids[before].endswith("position")


def _boxes(kind: Choice | Many, answers: Answers, language: str) -> tuple[Markup, ...]:
    """The options to tick, those of other countries left out; none where they are too many."""
    options = labels(kind.options, language)
    if isinstance(kind.options, from_catalogue):
        known, packs = catalogue(kind.options.name), answers.packs
        options = {one: label for one, label in options.items() if known[one].fits(packs)}
    if len(options) > MOST_BOXES:
        return ()
    return tuple(Markup(escape(label)) for label in options.values())


def _heads(kind: Rows[Row], language: str) -> tuple[Markup, ...]:
    """The heads of a table to be filled with rows: what is required of a row, else its first."""
    short = [
        one
        for one in questions(kind.record)
        if not isinstance(one.kind, Hours | Picture | Rows) and one.relevant is None
    ]
    required = [one for one in short if one.required]
    columns = required[:MOST_COLUMNS] if len(required) > 1 else short[:USUAL_COLUMNS]
    return tuple(_said(one.label, language) for one in columns)


def _name(row: Row, answers: Answers, language: str) -> Words | str:
    """What the row is called: its first text or choice that is given."""
    for question in questions(type(row)):
        value = getattr(row, question.id)
        if value and isinstance(question.kind, Text):
            return cast("Words", value)
        # A choice of "own" is said by the text that follows it.
        if value and isinstance(question.kind, Choice) and value != "own":
            return summaries.in_words(question, value, answers, language)
    return ""


def _said(message: str, language: str) -> Markup:
    return Markup(escape(translate(message, language)))
