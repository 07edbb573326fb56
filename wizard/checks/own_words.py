"""The owner's own words: what the checks read, sentence by sentence; never a catalogue's text."""

from collections.abc import Iterator
from dataclasses import dataclass

from wizard.checks import forms
from wizard.i18n import LANGUAGES
from wizard.interview import wording
from wizard.interview.answers import STEPS, Answers, AnyStep
from wizard.interview.ask import questions
from wizard.interview.people import is_staff
from wizard.interview.places import Place
from wizard.interview.rows import Row, Rows
from wizard.interview.values import Words

STOPS = ".!…;"
"""A line of these alone says nothing."""


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text of the owner's own: where it stands, in which row, and its sentences.

    ``language`` is that of a second wording, empty for the words themselves. Sentences of the
    catalogue's text that the owner left as they are stand in ``text`` but not in ``sentences``.
    A list in a row has no places of its own: ``item`` is then the row of that list.
    """

    place: Place
    row: Row | None
    item: Row | None
    words: Words
    language: str
    text: str
    sentences: tuple[str, ...]


def own_texts(answers: Answers) -> dict[str, tuple[OwnText, ...]]:
    """All texts of the owner's own by ``step.question``; the staff list has none."""
    found: dict[str, list[OwnText]] = {}
    for step in STEPS:
        record = getattr(answers, step.about.id)
        for text in _of(record, Place(step.about.id, ""), answers, None):
            found.setdefault(f"{text.place.step}.{text.place.question}", []).append(text)
    return {name: tuple(texts) for name, texts in found.items()}


def _of(
    record: AnyStep | Row, at: Place, answers: Answers, row: Row | None, item: Row | None = None
) -> Iterator[OwnText]:
    for question in questions(type(record)):
        kind, value = question.kind, getattr(record, question.id)
        if isinstance(value, Words):
            if value.own or value.other:
                yield from _wordings(value, at.inside(question.id), answers, row, item)
        elif isinstance(kind, Rows) and not is_staff(kind):
            for one in value:
                if row is None:
                    place = Place(at.step, question.id, one.id)
                    yield from _of(one, place, answers, one)
                else:
                    yield from _of(one, at.inside(question.id), answers, row, one)


def _wordings(
    words: Words, place: Place, answers: Answers, row: Row | None, item: Row | None
) -> Iterator[OwnText]:
    ready = _ready_sentences(words.ref, answers) if words.ref else frozenset()
    for language, text in (("", words.own or ""), *words.other.items()):
        if text.strip():
            own = tuple(
                one
                for one in forms.sentences(text)
                if one.strip(STOPS) and forms.normal(one) not in ready
            )
            yield OwnText(place, row, item, words, language, text, own)


def _ready_sentences(ref: str, answers: Answers) -> frozenset[str]:
    """The sentences of a catalogue's text in every language, as this project reads them."""
    return frozenset(
        forms.normal(sentence)
        for language in LANGUAGES
        for sentence in forms.sentences(wording.text(Words(ref=ref), language, answers))
    )
