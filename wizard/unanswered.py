"""The open questions of a project: what somebody still has to find out."""

from collections.abc import Iterator
from dataclasses import dataclass

from wizard import short_path
from wizard.interview import answers as interview
from wizard.interview.answers import Answers, AnyStep
from wizard.interview.ask import Question, questions
from wizard.interview.own_words import OwnWords
from wizard.interview.people import is_staff
from wizard.interview.places import Place
from wizard.interview.rows import Row, Rows

ASKED_AT_ONCE = frozenset(place for page in short_path.PAGES for place in page.asked)


@dataclass(frozen=True, slots=True)
class Open:
    """One relevant question without an answer, where it stands, and the row it is asked of."""

    place: Place
    question: Question[object]
    row: Row | None = None


def open_questions(answers: Answers, *, every: bool = False) -> tuple[Open, ...]:
    """The open questions in the order they are asked.

    The required ones and the facts of the short path, which only the owner knows; with ``every``
    the optional ones too. Own words are no answers that somebody else could know, and what becomes
    of the papers in use nobody knows yet.
    """
    return tuple(
        one
        for step in interview.STEPS
        if step is not OwnWords and not step.about.in_use
        for one in _of(getattr(answers, step.about.id), Place(step.about.id, ""), answers)
        if every or one.question.required or one.place in ASKED_AT_ONCE
    )


def _of(
    record: AnyStep | Row, at: Place, answers: Answers, row: Row | None = None
) -> Iterator[Open]:
    for question in questions(type(record)):
        if not question.applies(answers, row):
            continue
        value = getattr(record, question.id)
        place = (
            Place(at.step, at.question, row.id, question.id) if row else Place(at.step, question.id)
        )
        if not value and not isinstance(value, int):  # 0 and "no" are answers
            yield Open(place, question, row)
        elif isinstance(question.kind, Rows) and row is None and not is_staff(question.kind):
            for item in value:
                if item.on:
                    yield from _of(item, place, answers, item)
