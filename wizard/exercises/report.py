"""A drill that was held, with what was noted in it and what it led to."""

import datetime as dt
from dataclasses import dataclass

from wizard.interview.answers import Answers
from wizard.interview.drills import Action, Held, Note


@dataclass(frozen=True, slots=True)
class Report:
    """One drill, its notes and its actions in the order in which they were written down."""

    held: Held
    notes: tuple[Note, ...]
    actions: tuple[Action, ...]


def newest(answers: Answers) -> Report | None:
    """The report of the last drill; of those of one day the one recorded last; None before any."""
    held = [one for one in answers.drills.held if one.on and one.day is not None]
    last = max(reversed(held), key=lambda one: one.day or dt.date.min, default=None)
    return of(last, answers) if last is not None else None


def of(held: Held, answers: Answers) -> Report:
    """The report of a drill."""
    notes = (one for one in answers.drills.notes if one.on and one.drill == held.id)
    actions = (one for one in answers.drills.actions if one.on and one.drill == held.id)
    return Report(held, tuple(notes), tuple(actions))


def broken_off(answers: Answers) -> tuple[Held, ...]:
    """The drills that were begun and have no day yet, so that they can still be finished."""
    return tuple(one for one in answers.drills.held if one.on and one.day is None)
