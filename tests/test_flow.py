"""The way through a project, without a window."""

import itertools

import pytest

from wizard import examples, flow
from wizard.interview import answers as interview

NONE = frozenset()


def test_every_step_is_a_stop_and_three_screens_come_before_those_in_use():
    ids = [stop.id for stop in flow.STOPS]
    asked = [step.about.id for step in interview.STEPS if not step.about.in_use]
    in_use = [step.about.id for step in interview.STEPS if step.about.in_use]
    assert ids == [*asked, "review", "export", "acknowledgements", *in_use]


def test_neighbours_meet_each_other():
    for one, other in itertools.pairwise(flow.STOPS):
        assert flow.after(one.id) == other
        assert flow.before(other.id) == one
    assert flow.before(flow.STOPS[0].id) is None
    assert flow.after(flow.STOPS[-1].id) is None


def test_stops_are_counted_from_one():
    assert [flow.number(stop.id) for stop in flow.STOPS] == list(range(1, len(flow.STOPS) + 1))


@pytest.fixture
def full():
    return interview.read("cafe", examples.with_facts("cafe", language="en"))


def test_a_step_is_done_only_when_it_was_visited_and_nothing_is_missing(full):
    empty = interview.read("empty", examples.start("empty", language="en"))
    hours = frozenset({"hours"})
    assert flow.state("hours", full, visited=NONE, troubled=NONE) == "to-do"
    assert flow.state("hours", full, visited=hours, troubled=NONE) == "done"
    assert flow.state("hours", empty, visited=hours, troubled=NONE) == "to-do"


def test_a_misfit_makes_a_step_look_worth_a_look_visited_or_not(full):
    hours = frozenset({"hours"})
    assert flow.state("hours", full, visited=NONE, troubled=hours) == "look"
    assert flow.state("hours", full, visited=hours, troubled=hours) == "look"


def test_a_finishing_screen_is_done_once_it_was_seen(full):
    assert flow.state("review", full, visited=NONE, troubled=NONE) == "to-do"
    assert flow.state("review", full, visited=frozenset({"review"}), troubled=NONE) == "done"
