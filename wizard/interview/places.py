"""Where an answer stands: a question of a step, or one field of one of its rows."""

from dataclasses import dataclass
from typing import cast

from wizard.interview import answers as interview
from wizard.interview.answers import Answers
from wizard.interview.ask import Question, questions, with_answers
from wizard.interview.people import is_staff
from wizard.interview.rows import Row, Rows

STEPS = {step.about.id: step for step in interview.STEPS}


@dataclass(frozen=True, slots=True)
class Place:
    """The address of one answer; ``row`` and ``key`` are both empty for a whole question."""

    step: str
    question: str
    row: str = ""
    key: str = ""

    @property
    def whole(self) -> "Place":
        """The question that the row belongs to; the place itself where it names no row."""
        return Place(self.step, self.question) if self.row else self

    def inside(self, question: str) -> "Place":
        """The place of a question of the step or row that stands here.

        A list in a row has no address of its own rows: the row's question stands for them.
        """
        if self.key:
            return self
        return (
            Place(self.step, self.question, self.row, question)
            if self.row
            else Place(self.step, question)
        )

    def __str__(self) -> str:
        return ".".join(part for part in (self.step, self.question, self.row, self.key) if part)


def parsed(text: str) -> Place | None:
    """The place that a page's ``data-question`` names; None where no question has that name.

    A row that is named without one of its fields gives the row with an empty ``key``.
    """
    step, _, rest = text.partition(".")
    name, _, rest = rest.partition(".")
    question = next((one for one in _asked(step) if one.id == name), None)
    if question is None:
        return None
    row, _, key = rest.rpartition(".")
    kind = question.kind
    if isinstance(kind, Rows) and row and key in {one.id for one in questions(kind.record)}:
        return Place(step, name, row, key)
    return Place(step, name, rest)


def all_places() -> tuple[Place, ...]:
    """Every question of every step but the staff list, in the order they are asked."""
    return tuple(
        Place(step, question.id)
        for step in STEPS
        for question in _asked(step)
        if not is_staff(question.kind)
    )


def question_at(place: Place) -> Question[object]:
    """The question that is asked at the place; KeyError where there is none."""
    question = next((one for one in _asked(place.step) if one.id == place.question), None)
    if question is not None and place.key:
        kind = cast("Rows[Row]", question.kind)
        question = next((one for one in questions(kind.record) if one.id == place.key), None)
    if question is None:
        raise KeyError(str(place))
    return question


def row_at(answers: Answers, place: Place) -> Row | None:
    """The row that the place names; None where it names none or the row is gone."""
    if not place.row:
        return None
    rows = getattr(getattr(answers, place.step), place.question)
    return next((row for row in rows if row.id == place.row), None)


def value_at(answers: Answers, place: Place) -> object:
    """The typed answer; KeyError where the row is gone."""
    if not place.key:
        return getattr(getattr(answers, place.step), place.question)
    row = row_at(answers, place)
    if row is None:
        raise KeyError(str(place))
    return getattr(row, place.key)


def with_value(answers: Answers, place: Place, value: object) -> Answers:
    """The answers with another value at the place; KeyError where the row is gone."""
    step = getattr(answers, place.step)
    if place.key:
        if row_at(answers, place) is None:
            raise KeyError(str(place))
        value = tuple(
            with_answers(row, {place.key: value}) if row.id == place.row else row
            for row in getattr(step, place.question)
        )
    return with_answers(answers, {place.step: with_answers(step, {place.question: value})})


def applies(answers: Answers, place: Place) -> bool:
    """Whether the question at the place is to be asked, given the other answers."""
    if place.key and not question_at(place.whole).applies(answers):
        return False
    return question_at(place).applies(answers, row_at(answers, place))


def _asked(step: str) -> tuple[Question[object], ...]:
    return questions(STEPS[step]) if step in STEPS else ()
