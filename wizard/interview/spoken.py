"""Answers in words, as a person reads and edits them; and back to references."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from wizard.i18n import LANGUAGES, N_
from wizard.interview import answers as interview
from wizard.interview import wording
from wizard.interview.answers import Answers, AnyStep
from wizard.interview.ask import Question, questions, with_answers
from wizard.interview.catalogue import referred
from wizard.interview.kinds import Json, Misfit, Text
from wizard.interview.rows import Row, Rows
from wizard.interview.ticking import reference_for
from wizard.interview.values import Words

Record = AnyStep | Row
NESTING = ("risks", "incidents")  # catalogues whose entries hold lists of texts


def spoken(answers: Answers, language: str) -> dict[str, Json]:
    """All answers by step and question, catalogue texts as words in the language."""
    return {
        step.about.id: _spoken_record(getattr(answers, step.about.id), answers, language)
        for step in interview.STEPS
    }


def _spoken_record(record: Record, answers: Answers, language: str) -> dict[str, Json]:
    said: dict[str, Json] = {"id": record.id, "on": record.on} if isinstance(record, Row) else {}
    for question in questions(type(record)):
        value = getattr(record, question.id)
        if isinstance(value, Words):
            own = wording.text(dataclasses.replace(value, other={}), language, answers)
            said[question.id] = {"own": own, **value.other} if value.other else own
        elif isinstance(question.kind, Rows):
            said[question.id] = [_spoken_record(row, answers, language) for row in value]
        else:
            said[question.id] = question.kind.dump(value)
    return said


def heard(current: Answers, raw: Json) -> Answers:
    """The answers after taking over ``raw``, whole or partial, in the form of :func:`spoken`.

    What is not named stays. A list is replaced, but a row that keeps its id keeps the fields it
    does not name. A text equal to its catalogue's text in either language is the reference again.
    Misfit for the first value that does not fit, with the path to it.
    """
    if not isinstance(raw, dict):
        raise Misfit(N_("This should be a record of steps with their answers."))
    steps = {step.about.id: step for step in interview.STEPS}
    taken: dict[str, Record] = {}
    for name, values in raw.items():
        if name not in steps:
            raise Misfit(N_("There is no such step."), path=(name,))
        if not isinstance(values, dict):
            raise Misfit(N_("A step is a record of questions with their answers."), path=(name,))
        try:
            taken[name] = _taken(getattr(current, name), values)
        except Misfit as misfit:
            raise misfit.under(name) from None
    typed = with_answers(current, taken)
    ears = _Ears((current, typed))
    for name, record in taken.items():
        known = {question.id: question.default for question in questions(steps[name])}
        taken[name] = ears.recognised(record, getattr(current, name), known)
    return with_answers(typed, taken)


def _taken(record: Record, raw: Mapping[str, Json]) -> Record:
    asked = {question.id: question for question in questions(type(record))}
    changed: dict[str, object] = {}
    for name, value in raw.items():
        if name not in asked:
            raise Misfit(N_("There is no such question here."), path=(name,))
        kind = asked[name].kind
        try:
            if isinstance(kind, Rows) and isinstance(value, list):
                value = _completed(kind, value, getattr(record, name))
            changed[name] = kind.clean(value)
        except Misfit as misfit:
            raise misfit.under(name) from None
    return with_answers(record, changed)


def _completed(kind: Rows[Row], raw: list[Json], current: tuple[Row, ...]) -> list[Json]:
    """The rows with the stored fields of their namesakes where they do not name them."""
    stored = cast("list[dict[str, Json]]", kind.dump(current))
    by_id = {str(row["id"]): row for row in stored}
    return [
        by_id.get(str(row.get("id")), {}) | row if isinstance(row, dict) else row for row in raw
    ]


@dataclass(frozen=True, slots=True)
class _Ears:
    """Recognises catalogue texts in what was typed."""

    heard_with: tuple[Answers, ...]
    """The answers before and after: a catalogue's text may quote a fact that changes with it."""

    def recognised(
        self, record: Record, before: Record | None, known: Mapping[str, object]
    ) -> Record:
        """The record with references where its texts equal theirs; ``known`` are default texts."""
        changed: dict[str, object] = {}
        for question in questions(type(record)):
            value = getattr(record, question.id)
            old = getattr(before, question.id) if before is not None else None
            if isinstance(question.kind, Text):
                changed[question.id] = self._words(value, old, known.get(question.id))
            elif isinstance(question.kind, Rows):
                changed[question.id] = self._rows(question, value, old, record)
        return with_answers(record, changed)

    def _rows(
        self,
        question: Question[object],
        rows: tuple[Row, ...],
        before: tuple[Row, ...] | None,
        parent: Record,
    ) -> tuple[Row, ...]:
        kind = cast("Rows[Row]", question.kind)
        namesakes = {row.id: row for row in before or ()}
        return tuple(
            cast(
                "Row",
                self.recognised(row, namesakes.get(row.id), _known(kind, row, question.id, parent)),
            )
            for row in rows
        )

    def _words(self, words: Words, before: Words | None, known: object) -> Words:
        ref = (
            words.ref
            or (before.ref if before else "")
            or (known.ref if isinstance(known, Words) else "")
        )
        if not ref:
            return Words() if words.own == "" and not words.other else words
        if words.own is not None and not words.other:
            reference = Words(ref=ref)
            if words.own in {
                wording.text(reference, language, answers)
                for answers in self.heard_with
                for language in LANGUAGES
            }:
                return reference
        return dataclasses.replace(words, ref=ref)


def _known(kind: Rows[Row], row: Row, question: str, parent: Record) -> Mapping[str, object]:
    """The catalogue's texts for a row by question; a row in a row takes its parent's entry."""
    asked = [one.id for one in questions(kind.record)]
    if kind.catalogue:
        return {name: reference_for(kind, row.id, name) for name in asked}
    if isinstance(parent, Row) and row.id.isdigit():
        for catalogue in NESTING:
            ref = f"{catalogue}/{parent.id}/{question}/{int(row.id) - 1}"
            if referred(ref, "en") is not None:
                return {"text": Words(ref=ref)}
    return {}
