"""How far an interview has come: required relevant answers given, out of all."""

from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from wizard.interview import answers as interview
from wizard.interview.answers import Answers, AnyStep
from wizard.interview.ask import Question, questions
from wizard.interview.rows import Row, Rows


@dataclass(frozen=True, slots=True)
class Progress:
    """``given`` of ``asked`` required relevant answers."""

    given: int
    asked: int

    def __add__(self, other: "Progress") -> "Progress":
        return Progress(self.given + other.given, self.asked + other.asked)


def of_step(step: AnyStep, answers: Answers) -> Progress:
    """The progress of one step."""
    return _of(step, answers, None)


def of_project(answers: Answers) -> Progress:
    """The progress of the whole interview."""
    steps = (of_step(getattr(answers, step.about.id), answers) for step in interview.STEPS)
    return sum(steps, Progress(0, 0))


def _of(record: AnyStep | Row, answers: Answers, row: Row | None) -> Progress:
    given = asked = 0
    kind: type = type(record)
    for question in _counted(kind):
        if not question.applies(answers, row):
            continue
        value = getattr(record, question.id)
        if question.required:
            given, asked = given + bool(value), asked + 1
        if isinstance(question.kind, Rows):
            for item in cast("tuple[Row, ...]", value):
                if item.on:
                    inside = _of(item, answers, item)
                    given, asked = given + inside.given, asked + inside.asked
    return Progress(given, asked)


@lru_cache(maxsize=128)
def _counted(record: type) -> tuple[Question[object], ...]:
    """The questions that count; a staff list is long, and hardly any of its fields is required."""
    return tuple(one for one in questions(record) if one.required or isinstance(one.kind, Rows))
