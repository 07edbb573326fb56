"""The documents that checks of Word files run over: all of them, or a few by turns."""

import datetime as dt
import functools
import itertools
from dataclasses import replace
from typing import NamedTuple

import pytest

from tests.documents import letterheads
from wizard import examples
from wizard.documents import house, templates, writing
from wizard.documents.changes import ChangeLine, ChangeSheet, DocumentLine
from wizard.documents.edition import Edition
from wizard.documents.frozen import FrozenPage, freeze, written
from wizard.documents.issue import DRAFT, Issue
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview

DAY = dt.date(2026, 12, 1)
TRADES = [trade for trade in examples.trades() if trade != examples.EMPTY]
FACTS, NO_FACTS = "facts", "no facts"
# Each trade with its invented business and without any facts, and the empty start.
STARTS = [*itertools.product(TRADES, (FACTS, NO_FACTS)), (examples.EMPTY, NO_FACTS)]
HOUSE = "house"
BASES = {
    HOUSE: b"",
    **{name: letterheads.zipped(make()) for name, make in letterheads.BASES.items()},
}
"""What a page is written on, by name: the house's own, or a letterhead of these bytes."""
PAPERS = [*house.PAPERS]
LOGO = "logo"
STATIONERY = {**BASES, LOGO: letterheads.png()}
ACCENTS = ("", "#FFF200", "#FFFFFF", "#000000", "#DDDDDD", "no colour")


class Sample(NamedTuple):
    """One business with its paper; its documents are those of its language."""

    trade: str
    start: str
    language: str
    paper: str = "a4"
    base: str = HOUSE
    accent: str = ""

    @property
    def answers(self):
        make = examples.with_facts if self.start == FACTS else examples.start
        stored = make(self.trade, language=self.language)
        stored["business"] |= {"paper": self.paper, "accent": self.accent}
        answers = interview.read(self.trade, stored)
        letterhead = "" if self.base == HOUSE else self.base
        logo = LOGO if self.start == FACTS else ""
        business = replace(answers.business, letterhead=letterhead, logo=logo)
        return replace(answers, business=business)

    def __str__(self):
        return " ".join(one for one in self if one)


class Document(NamedTuple):
    """A page and the file it was written to."""

    page: FrozenPage
    content: bytes


@functools.cache
def documents(sample: Sample, language: str = "") -> dict[str, Document]:
    """The documents of a sample by id, in its own language or in another.

    Of a usual sample every second paper on request, by turns; all of one of the matrix.
    """
    language = language or sample.language
    answers, found = sample.answers, {}
    known = templates.documents(language)
    on_request = [one.id for one in known.values() if not one.default]
    if sample in USUAL:
        turn = sum(divmod(USUAL.index(sample), len(LANGUAGES)))
        on_request = on_request[turn % 2 :: 2]
    for document in [one for one in known if known[one].default or one in on_request]:
        issue = issue_of(document)
        every = document == "questionnaire"
        page = freeze(document, answers, language, DAY, every=every, issue=issue)
        stamp = writing.stamp(document, language, DAY, issue)
        found[document] = Document(page, written(page, stamp, STATIONERY))
    return found


def issue_of(document: str) -> Issue:
    """A version for a document that speaks of one, the draft for all others."""
    if not templates.documents("en")[document].versioned:
        return DRAFT
    line = ChangeLine("changed", "Hours · Week", "Mon", "Tue", ("guide",))
    lines = (DocumentLine("The guide", 2, DAY, "major"),)
    changes = ChangeSheet(2, 1, DAY, "Faster", (line,), lines)
    return Issue(editions={document: Edition(2, DAY, "0" * 64)}, changes=changes)


def _by_turns():
    """Each trade once in each language, once of them with facts; all else by turns."""
    for number, trade in enumerate(examples.trades()):
        for place, language in enumerate(LANGUAGES):
            turn = number + place
            facts = trade != examples.EMPTY and turn % 2 == 0
            yield Sample(
                trade,
                FACTS if facts else NO_FACTS,
                language,
                PAPERS[(number // 2 + place) % len(PAPERS)],
                [*BASES][turn % len(BASES)],
                ACCENTS[turn % len(ACCENTS)],
            )


USUAL = [*_by_turns()]
MATRIX = [
    Sample(*start, language, paper, base)
    for start, language, paper, base in itertools.product(STARTS, LANGUAGES, PAPERS, BASES)
]
SAMPLES = [
    *(pytest.param(sample, id=str(sample)) for sample in USUAL),
    *(pytest.param(sample, id=f"{sample} of all", marks=pytest.mark.long) for sample in MATRIX),
]
"""A few of all kinds, and behind the marker ``long`` the whole matrix."""
