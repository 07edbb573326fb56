"""What is recorded of a drill: the drill itself, its notes, and what it led to."""

import dataclasses
from collections.abc import Iterable
from typing import TypeVar

from wizard.exercises import choosing
from wizard.interview import summaries
from wizard.interview.answers import Answers
from wizard.interview.drills import Action, Drills, Held, Note
from wizard.interview.rows import Row, RowId, new_row_id
from wizard.interview.values import Words

R = TypeVar("R", bound=Row)


def begun(answers: Answers, language: str) -> Held:
    """A drill of the chosen risk that begins: without a day, until it is finished."""
    risk = choosing.chosen(answers)
    return Held(
        id=RowId(new_row_id()),
        title=risk.title if risk is not None else Words(),
        led_by=answers.drills.led_by,
        present=answer(team(answers, language)),
    )


def team(answers: Answers, language: str) -> str:
    """The people of the crisis team, each once, in one line."""
    roles = (role for role in answers.crisis_team.roles if role.on)
    people = (summaries.person(role.person, answers, language) for role in roles)
    return ", ".join(dict.fromkeys(one for one in people if one))


def recorded(drills: Drills, held: Held, actions: Iterable[Action] = ()) -> Drills:
    """The answers with this drill in place of its namesake, and these actions behind all others."""
    found = (*drills.actions, *actions)
    return dataclasses.replace(drills, held=_put(drills.held, held), actions=found)


def noted(drills: Drills, held: Held, at: str, text: str) -> Drills:
    """The answers with one more note of this drill, taken at a time of the day."""
    note = Note(id=RowId(new_row_id()), drill=held.id, at=Words(own=at), text=Words(own=text))
    return dataclasses.replace(drills, notes=(*drills.notes, note))


def new_action(held: Held, text: str = "", who: str = "") -> Action:
    """Something to change that this drill has shown."""
    return Action(id=RowId(new_row_id()), drill=held.id, text=answer(text), who=answer(who))


def answer(text: str) -> Words:
    """A text as it was typed; no answer where it is empty."""
    return Words(own=text) if text else Words()


def _put(rows: tuple[R, ...], row: R) -> tuple[R, ...]:
    if any(one.id == row.id for one in rows):
        return tuple(row if one.id == row.id else one for one in rows)
    return (*rows, row)
