"""The exercise of a project: one risk, forty-five minutes, what is read out at which of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from wizard.exercises import choosing, turns
from wizard.exercises.lines import Line, Turn, scripts, written
from wizard.interview import answers as interview
from wizard.interview.answers import Answers
from wizard.interview.risks import Risk

Kind = Literal["welcome", "written", "call", "scheduled", "update", "channel", "review", "end"]
FIRST, APART = 5, 4
"""The minute of the first written inject, and minutes from one to the next."""
BETWEEN: dict[int, Kind] = {7: "call", 11: "scheduled", 19: "update", 27: "channel"}
"""What the answers alone make, by the minute: always between two written injects."""
REVIEW, END = 35, 45


@dataclass(frozen=True, slots=True)
class Inject:
    """What is read out at a minute, and what good looks like then.

    ``level`` counts the project's levels from 0; None before the first and after the last inject,
    and where the project has no levels.
    """

    minute: int
    kind: Kind
    level: int | None
    source: Line
    text: Line
    good: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Exercise:
    """A risk that is rehearsed, None where the project has none, and its injects in order."""

    risk: Risk | None
    injects: tuple[Inject, ...]


def exercise(given: Answers, language: str) -> Exercise:
    """The exercise for the risk that was chosen, else for the highest one."""
    answers = interview.printable(given)
    risk = choosing.chosen(answers)
    script = choosing.script_of(risk)
    injects = sorted(_injects(answers, language, risk, script), key=lambda one: one.minute)
    return Exercise(risk, tuple(injects))


def _injects(answers: Answers, language: str, risk: Risk | None, script: str) -> Iterator[Inject]:
    made = turns.Making(answers, language, risk, number=scripts().index(script))
    yield _inject(0, "welcome", None, made.plain("welcome"))
    levels: dict[int, int | None] = {}
    before = 0
    for place, (level, turn) in enumerate(written(script, language)):
        minute = FIRST + place * APART
        levels[minute] = reached = _clamped(level, answers)
        rises = reached is not None and reached > before
        good = (*turn.good, *(made.level(reached) if reached is not None and rises else ()))
        before = max(before, reached or 0)
        told = Turn(made.about(turn.source), made.about(turn.text), tuple(map(made.about, good)))
        yield _inject(minute, "written", reached, told)
    for minute, kind in BETWEEN.items():
        level_now = levels[max(one for one in levels if one < minute)]
        yield _inject(minute, kind, level_now, made.turn(kind, level_now))
    yield _inject(REVIEW, "review", None, made.plain("review"))
    yield _inject(END, "end", None, made.plain("end"))


def _inject(minute: int, kind: Kind, level: int | None, turn: Turn) -> Inject:
    return Inject(minute, kind, level, turn.source, turn.text, turn.good)


def _clamped(level: int, answers: Answers) -> int | None:
    """The level as far as the project has one; None where it has none."""
    return min(level, len(answers.crisis_team.levels) - 1) if answers.crisis_team.levels else None
