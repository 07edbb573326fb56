"""The case that is looked at: a project's answers as they are printed, and what comes with them."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from wizard.checks.own_words import OwnText, own_texts
from wizard.interview import answers as interview
from wizard.interview import places, summaries, wording
from wizard.interview.answers import Answers
from wizard.interview.kinds import Json
from wizard.interview.places import Place
from wizard.interview.rows import Row
from wizard.interview.values import Words

MOST_QUOTED = 90
"""The most letters of a text that a finding quotes."""
MOST_NAMED = 10
"""The most names that a finding lists."""
NAMELESS = "–"


@dataclass(frozen=True, slots=True)
class Printed:
    """What a document is called, and the questions it prints, each ``(step, question)``."""

    title: str
    questions: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Case:
    """Answers without what is hidden or switched off, on a day, for a reader of ``language``.

    ``spoken`` is the language in which ready texts and titles are quoted. ``documents`` are those
    whose completeness is told. ``pages`` tells by language how many pages the public promise takes,
    as far as that is known; ``unsigned`` how many signatures of the newest version are awaited.
    """

    answers: Answers
    today: dt.date
    language: str
    spoken: str
    documents: Mapping[str, Printed] = field(default_factory=dict)
    pages: Mapping[str, float] = field(default_factory=dict)
    unsigned: int = 0

    @cached_property
    def own(self) -> Mapping[str, tuple[OwnText, ...]]:
        """The owner's own texts by ``step.question``."""
        return own_texts(self.answers)

    @cached_property
    def packs(self) -> frozenset[str]:
        """The law packs of the countries chosen."""
        return self.answers.packs

    def value(self, path: str) -> object:
        """The answer to the question that is called ``step.question``."""
        step, _, question = path.partition(".")
        return getattr(getattr(self.answers, step), question)

    def rows(self, path: str) -> tuple[Row, ...]:
        """The rows of a list that is called ``step.question``."""
        return cast("tuple[Row, ...]", self.value(path))

    def text(self, words: Words) -> str:
        """A text as it reads in the documents."""
        return wording.text(words, self.spoken, self.answers)

    def title(self, row: Row) -> str:
        """What a row is called, as a finding quotes it; a dash where it has no name yet."""
        return quoted(summaries.of_row(row, self.answers, self.spoken).title) or NAMELESS

    def raw(self, place: Place) -> Json:
        """The answer at a place as it is stored."""
        return places.question_at(place).kind.dump(places.value_at(self.answers, place))

    def own_in(self, paths: tuple[str, ...]) -> Iterator[OwnText]:
        """The owner's own texts of these questions, each ``step.question`` or all of a ``step``."""
        for name, texts in self.own.items():
            if name in paths or name.partition(".")[0] in paths:
                yield from texts


def case(answers: Answers, today: dt.date, language: str, *, spoken: str = "") -> Case:
    """The case of a project whose answers are as an owner has them, hidden ones included."""
    return Case(interview.printable(answers), today, language, spoken or language)


def place_of(path: str, row: Row | None = None, key: str = "") -> Place:
    """The place of a question called ``step.question``, or of a field of one of its rows."""
    step, _, question = path.partition(".")
    return Place(step, question, row.id if row else "", key)


def quoted(text: str) -> str:
    """A text as a finding quotes it: in one line, cut where it is long."""
    line = " ".join(text.split()).rstrip(".;")
    return line if len(line) <= MOST_QUOTED else f"{line[:MOST_QUOTED].rstrip()}…"


def listed(names: Iterable[str]) -> str:
    """Names as a finding lists them: each once, the first few where there are many."""
    return first_of(list(dict.fromkeys(names)), MOST_NAMED)


def first_of(names: Sequence[str], most: int) -> str:
    """So many of the names at most, and a sign where there are more."""
    return ", ".join(names[:most]) + ("…" if len(names) > most else "")
