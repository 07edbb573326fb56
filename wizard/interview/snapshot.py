"""Which of the catalogue's texts a project uses, and what they say in it now."""

from collections.abc import Iterable, Iterator

from wizard.interview import answers as interview
from wizard.interview import wording
from wizard.interview.answers import Answers, AnyStep
from wizard.interview.ask import questions
from wizard.interview.people import is_staff
from wizard.interview.places import Place
from wizard.interview.rows import Row, Rows
from wizard.interview.values import Words

TEXT, NORM = "text", "norm"
"""An entry's human text, and the dry one that a norm prints in its place while it is untouched."""


def uses(answers: Answers) -> dict[str, tuple[Place, ...]]:
    """By reference the questions whose untouched answer it is, in the order they are asked.

    A dry text belongs to the question of the text it stands for. It is named whether or not the
    catalogue has one.
    """
    found: dict[str, list[Place]] = {}
    for step in interview.STEPS:
        for ref, place in _of(getattr(answers, step.about.id), Place(step.about.id, "")):
            found.setdefault(ref, []).append(place)
    return {ref: tuple(dict.fromkeys(places)) for ref, places in found.items()}


def references(answers: Answers, named: Iterable[str] = ()) -> frozenset[str]:
    """All references that the answers use, and those ``named`` by the templates themselves."""
    return frozenset((*uses(answers), *named))


def snapshot(answers: Answers, named: Iterable[str] = ()) -> dict[str, dict[str, str]]:
    """The texts of all references in every language, as this project reads them now.

    Answers with them as their ``kept`` texts say the same for ever.
    """
    found = {ref: wording.texts(ref, answers.kept) for ref in sorted(references(answers, named))}
    return {ref: texts for ref, texts in found.items() if texts}


def _of(record: AnyStep | Row, at: Place) -> Iterator[tuple[str, Place]]:
    asked = questions(type(record))
    says_its_norm = any(question.id == NORM for question in asked)
    for question in asked:
        value = getattr(record, question.id)
        place = at.inside(question.id)
        if isinstance(value, Words):
            if value.untouched:
                yield value.ref, place
                if value.ref.endswith(f"/{TEXT}") and not says_its_norm:
                    yield value.ref.removesuffix(TEXT) + NORM, place
        elif isinstance(question.kind, Rows) and not is_staff(question.kind):
            for row in value:
                inside = place if place.key else Place(place.step, place.question, row.id)
                yield from _of(row, inside)
