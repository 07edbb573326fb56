"""Answers of an invented café in any country, with words of its owner's own; what is found there.

A test takes the fixtures it needs: ``base("US", "en")``, ``with_text(answers, "staff_rules.dont",
text="…")``, ``with_answer(answers, "business.union", True)``, ``found(answers)``.
"""

import datetime as dt
from functools import lru_cache

import pytest

from wizard import examples
from wizard.checks import case as cases
from wizard.checks import checking
from wizard.interview import answers as interview
from wizard.interview import places
from wizard.interview.ask import with_answers
from wizard.interview.rows import RowId

TODAY = dt.date(2026, 11, 27)
OWN_ROW = RowId("own-1")
"""The row that ``with_text`` adds to a list."""


@lru_cache(maxsize=32)
def _base(country, language, trade):
    stored = examples.with_facts(trade, language=language)
    stored["business"]["country"] = country
    return interview.read(trade, stored)


def _text(answers, path, text="", **fields):
    """The answers with an own text at the question, or with an own row in its list.

    A path with a row, ``staff_rules.dont.reputation.text``, says that field in own words.
    """
    place = places.parsed(path)
    kind = places.question_at(place).kind
    if hasattr(kind, "record"):
        rows = places.value_at(answers, place)
        fields = {"text": text, **fields} if text else fields
        (row,) = kind.clean([{"id": OWN_ROW, **{key: _raw(one) for key, one in fields.items()}}])
        kept = tuple(one for one in rows if one.id != OWN_ROW)
        return places.with_value(answers, place, (*kept, row))
    return places.with_value(answers, place, kind.clean(_raw(text)))


def _raw(value):
    return {"own": value} if isinstance(value, str) else value


def _answer(answers, path, value):
    """The answers with this value, as it is typed, at a question or at a field of a row."""
    return places.with_value(answers, places.parsed(path), value)


def _found(answers, check="", *, language="en", today=TODAY, **more):
    """All findings, or those of one check alone; ``more`` is what a case has besides answers."""
    case = cases.case(answers, today, language)
    if more:
        case = cases.Case(case.answers, today, language, language, **more)
    return [one for one in checking.findings(case) if not check or one.check == check]


def _settled(answers, finding):
    """The answers after the remedy of a finding was taken."""
    place, raw = finding.remedy.place, finding.remedy.raw
    return places.with_value(answers, place, places.question_at(place).kind.clean(raw))


@pytest.fixture
def base():
    """``base(country, language, trade="cafe")``: the answers of an invented business."""

    def answers(country="GB", language="en", trade="cafe"):
        return _base(country, language, trade)

    return answers


@pytest.fixture
def with_text():
    """``with_text(answers, path, text, title=…)``: the answers with words of the owner's own."""
    return _text


@pytest.fixture
def with_answer():
    """``with_answer(answers, path, value)``: the answers with another typed value."""
    return _answer


@pytest.fixture
def with_step():
    """``with_step(answers, "business", union=True)``: several typed values of one step."""

    def answers(answers, step, **values):
        return with_answers(answers, {step: with_answers(getattr(answers, step), values)})

    return answers


@pytest.fixture
def found():
    """``found(answers, check="", language="en")``: the findings, of all checks or of one."""
    return _found


@pytest.fixture
def settled():
    """``settled(answers, finding)``: the answers after the remedy of a finding was taken."""
    return _settled
