"""Who of the staff is named beside a position in the guide."""

import dataclasses
import datetime as dt

from wizard import examples
from wizard.documents import normal, writing
from wizard.interview import answers as interview
from wizard.interview.people import Member
from wizard.interview.rows import RowId
from wizard.interview.values import Words

TODAY = dt.date(2026, 12, 1)


def named(position, *held):
    """The surnames out of Ash, Birch, ... in a guide where staff hold these positions."""
    answers = interview.read("cafe", examples.with_facts("cafe", language="en"))
    surnames = ("Ash", "Birch", "Cedar", "Damson")[: len(held)]
    people = tuple(
        Member(id=RowId(f"n{surname}"), surname=Words(own=surname), position=Words(own=one))
        for surname, one in zip(surnames, held, strict=True)
    )
    answers = dataclasses.replace(
        answers,
        business=dataclasses.replace(answers.business, rules_owner=Words(own=position)),
        people=dataclasses.replace(answers.people, list=people),
    )
    lines = normal.lines(writing.markup("guide", answers, "en", TODAY))
    cells = {line.text for line in lines}
    return [line for line in cells if any(surname in line for surname in surnames)]


def test_whoever_holds_the_position_is_named_whatever_the_case_and_spaces():
    assert named("Head barista", "head  Barista", "cook") == ["Ash"]
    assert named("R&D <lead>", "r&d <lead>") == ["Ash"]


def test_up_to_three_are_named_and_more_are_not():
    assert named("cook", "cook", "cook", "cook") == ["Ash, Birch, Cedar"]
    assert named("cook", "cook", "cook", "cook", "cook") == []


def test_nobody_is_named_where_no_position_is_given():
    assert named("", "", "") == []
