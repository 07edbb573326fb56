"""The way through a project: its stops in order, their neighbours and their states."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from wizard.i18n import N_
from wizard.interview import answers as interview
from wizard.interview import progress
from wizard.interview.answers import Answers

State = Literal["done", "look", "to-do"]
FINISH = N_("Finish")


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop: a step of the interview, or a screen that finishes it; words marked with ``N_``."""

    id: str
    group: str
    title: str
    reason: str


REVIEW = Stop(
    "review",
    FINISH,
    N_("Review"),
    N_("All answers on one page. What is missing prints as a blank line to fill in by hand."),
)
EXPORT = Stop(
    "export",
    FINISH,
    N_("Export"),
    N_("Choose what you want to print. The files open in Word, LibreOffice and Google Docs."),
)
ACKNOWLEDGEMENTS = Stop(
    "acknowledgements",
    FINISH,
    N_("Acknowledgements"),
    N_("Who must sign which document, who has signed it, and who is late."),
)


def _steps(*, in_use: bool) -> tuple[Stop, ...]:
    abouts = (step.about for step in interview.STEPS)
    return tuple(
        Stop(about.id, about.group, about.title, about.reason)
        for about in abouts
        if about.in_use == in_use
    )


WAY: tuple[Stop, ...] = (*_steps(in_use=False), REVIEW, EXPORT, ACKNOWLEDGEMENTS)
"""What leads to signed papers; what comes after it is there for as long as they are in use."""
STOPS: tuple[Stop, ...] = (*WAY, *_steps(in_use=True))
BY_ID: Mapping[str, Stop] = {stop.id: stop for stop in STOPS}
SHORT: Mapping[str, str] = {"security": N_("Security"), "response": N_("Response")}
"""Titles too long for a list at the side, in short."""
STEP_IDS = frozenset(step.about.id for step in interview.STEPS)


def number(stop: str) -> int:
    """The place of a stop on the way, counted from 1."""
    return STOPS.index(BY_ID[stop]) + 1


def before(stop: str) -> Stop | None:
    """The stop before this one; None before the first."""
    place = number(stop) - 1
    return STOPS[place - 1] if place else None


def after(stop: str) -> Stop | None:
    """The stop after this one; None after the last."""
    place = number(stop)
    return STOPS[place] if place < len(STOPS) else None


def state(
    stop: str, answers: Answers, *, visited: frozenset[str], troubled: frozenset[str]
) -> State:
    """``look`` where something does not fit, ``done`` where nothing required is missing.

    ``visited`` are the stops that were looked at, ``troubled`` those with a misfit or a finding. A
    finishing screen is done once it was visited.
    """
    if stop in troubled:
        return "look"
    if stop not in visited:
        return "to-do"
    if stop not in STEP_IDS:
        return "done"
    found = progress.of_step(getattr(answers, stop), answers)
    return "done" if found.given == found.asked else "to-do"
