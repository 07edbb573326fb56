"""How a question is declared: a field of a frozen dataclass that carries its own description."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from wizard.interview.values import Words

if TYPE_CHECKING:
    from wizard.interview.answers import Answers
    from wizard.interview.kinds import Kind
    from wizard.interview.rows import Row

T = TypeVar("T")
D = TypeVar("D")
Relevant = Callable[["Answers", "Row | None"], bool]


@dataclass(frozen=True, slots=True)
class Step:
    """What a step says of itself: its id, its group, its title and why we ask.

    One ``in_use`` asks what became of the papers: it is no part of a version, and nobody has to
    find its answers out before they are printed.
    """

    id: str
    group: str
    title: str
    reason: str
    in_use: bool = False


@dataclass(frozen=True, slots=True)
class Question(Generic[T]):
    """What is asked by one field: labels are marked with ``N_`` and translated when shown."""

    id: str
    kind: "Kind[T]"
    label: str
    why: str
    default: T
    required: bool
    relevant: Relevant | None

    def applies(self, answers: "Answers", row: "Row | None" = None) -> bool:
        """Whether the question is to be asked and printed, given the other answers."""
        return self.relevant is None or self.relevant(answers, row)


def ask(
    kind: "Kind[T]",
    label: str,
    *,
    why: str = "",
    default: T | None = None,
    required: bool = False,
    relevant: Relevant | None = None,
) -> T:
    """Declare a question as a dataclass field; the field's type is the kind's answer."""
    answer = kind.empty if default is None else default
    question = Question("", kind, label, why, answer, required, relevant)
    field: T = dataclasses.field(default=answer, metadata={"question": question})
    return field


def standing(question: str) -> Words:
    """The reference to the catalogue's text for a question named ``step.question``."""
    return Words(ref=f"texts/{question}/text")


def questions(record: type) -> tuple[Question[object], ...]:
    """The questions of a step or of a row, in the order in which they are asked."""
    return _questions(record)


def with_answers(record: D, answers: Mapping[str, object]) -> D:
    """The step or row with some of its answers replaced."""
    return dataclasses.replace(record, **answers)  # type: ignore[type-var]


@lru_cache(maxsize=128)
def _questions(record: type) -> tuple[Question[object], ...]:
    return tuple(
        dataclasses.replace(field.metadata["question"], id=field.name)
        for field in dataclasses.fields(record)
        if "question" in field.metadata
    )
