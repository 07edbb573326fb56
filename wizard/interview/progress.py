"""How far an interview has come: required relevant answers given, out of all."""

from dataclasses import dataclass

from wizard.interview import answers as interview
from wizard.interview.answers import Answers, AnyStep
from wizard.interview.ask import questions
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
    found = Progress(0, 0)
    for question in questions(type(record)):
        if not question.applies(answers, row):
            continue
        value = getattr(record, question.id)
        if question.required:
            found += Progress(int(bool(value)), 1)
        if isinstance(question.kind, Rows):
            for item in value:
                if item.on:
                    found += _of(item, answers, item)
    return found
