"""Answers about drills on their way to the desk: what changed is saved at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.interview.ask import questions
from wizard.interview.drills import Drills
from wizard.interview.places import Place

if TYPE_CHECKING:
    from ui.desk import Desk


def keep(desk: Desk, drills: Drills) -> None:
    """Give the desk those of the answers that differ from its own, each as one change."""
    for question in questions(Drills):
        value = getattr(drills, question.id)
        if value != getattr(desk.answers.drills, question.id):
            desk.put(Place(Drills.about.id, question.id), question.kind.dump(value))
