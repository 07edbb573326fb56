"""Sections change places, and few of them have to say what they stand after."""

import datetime as dt
import random
from dataclasses import replace

import pytest

from wizard import examples, passages
from wizard.documents import arranging, frozen, own_words, templates
from wizard.interview import answers as interview
from wizard.interview.own_words import OwnWords
from wizard.interview.values import Words

TODAY = dt.date(2026, 11, 27)
STEPS = 12


class Paper:
    """A document of the café and its sections with some passages."""

    def __init__(self, document, language):
        self.document, self.language = document, language
        self.answers = interview.read("cafe", examples.with_facts("cafe", language=language))
        self.markup = frozen.render(document, self.answers, language, TODAY)
        self.given = self.listed(())

    def listed(self, rows):
        answers = replace(self.answers, own_words=OwnWords(passages=rows))
        return own_words.listing(self.markup, self.document, answers, self.language)

    def moved(self, rows, name, by):
        """The passages once the section has moved, and the order of its siblings that is due."""
        listed = self.listed(rows)
        order = arranging.moved(listed, name, by)
        return passages.moved(rows, self.document, listed, self.given, name, by), order

    def order(self, rows, name):
        return [one.name for one in arranging.siblings(self.listed(rows), name)]


@pytest.fixture(params=["en", "ru"])
def language(request):
    return request.param


@pytest.fixture(params=templates.published())
def paper(request, language):
    return Paper(request.param, language)


def test_every_section_that_can_move_moves_and_comes_back(paper):
    tried = 0
    for one in paper.given:
        for by in (-1, 1):
            rows, order = paper.moved((), one.name, by)
            if order:
                tried += 1
                assert paper.order(rows, one.name) == order
                assert paper.moved(rows, one.name, -by)[0] == ()
    assert tried > len(paper.given)


def test_sections_and_added_ones_move_about_as_they_are_told(paper):
    choice = random.Random(paper.document)
    rows = ()
    for step in range(STEPS):
        name = choice.choice(paper.listed(rows)).name
        if step % 4 == 0:
            before = len(paper.listed(rows))
            rows = passages.added(rows, paper.document, paper.listed(rows), name)
            rows = (*rows[:-1], replace(rows[-1], heading=Words(f"Own {step}")))
            assert len(paper.listed(rows)) == before + 1
            continue
        rows, order = paper.moved(rows, name, choice.choice((-1, 1)))
        if order:
            assert paper.order(rows, name) == order


def test_one_section_that_is_moved_far_is_the_only_one_that_is_moved():
    paper = Paper("guide", "ru")
    rows = ()
    for _ in range(3):
        rows, _ = paper.moved(rows, "ethics", -1)
    assert [one.id for one in rows] == ["guide.ethics"]
    assert rows[0].after.own == "private-pages"


def test_of_two_that_change_places_the_one_that_was_moved_is_the_one_that_is_kept():
    paper = Paper("guide", "en")
    for by in (-1, 1):
        rows, _ = paper.moved((), "ethics", by)
        assert [one.section for one in rows] == ["ethics"]


def test_a_section_comes_first_of_all_and_first_within_another():
    paper = Paper("crisis-plan", "en")
    rows, order = paper.moved((), "crisis-or-issue", -1)
    assert order[0] == "crisis-or-issue"
    assert paper.listed(rows)[0].name == "crisis-or-issue"
    rows, order = paper.moved((), "journalists", -1)
    assert order == ["journalists", "apology"]
    assert paper.order(rows, "apology") == order


def test_sections_in_columns_are_passed_together():
    paper = Paper("promise", "en")
    assert arranging.moved(paper.given, "welcome", 1) == []
    assert arranging.moved(paper.given, "ladder", -1) == [
        "hours", "channels", "ladder", "welcome", "not-welcome",
    ]  # fmt: skip


def test_what_stood_after_a_section_that_goes_takes_its_place():
    paper = Paper("guide", "en")
    rows, after = (), "breach"
    for number in range(2):
        rows = passages.added(rows, "guide", paper.listed(rows), after)
        rows = (*rows[:-1], replace(rows[-1], heading=Words(f"Own {number}")))
        after = rows[-1].section
    first, second = rows
    left = passages.removed(rows, "guide", first.section)
    assert [one.id for one in left] == [second.id]
    names = [one.name for one in paper.listed(left)]
    assert names[names.index("breach") + 1] == second.section


def test_a_section_that_says_nothing_any_more_leaves_no_passage():
    rows = passages.switched((), "guide", "ethics", printed=False)
    assert [(one.id, one.left_out) for one in rows] == [("guide.ethics", True)]
    assert passages.switched(rows, "guide", "ethics", printed=True) == ()
