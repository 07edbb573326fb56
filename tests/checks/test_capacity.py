"""The queue behind a promise: Erlang C against sums of its own, and how late answers get."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.checks.capacity import (
    FULL,
    MOST_PEOPLE,
    PROMISES,
    TOLERATED,
    Stream,
    erlang_c,
    together,
)


def summed(people, work):
    """Erlang C as the textbooks write it, in fractions."""
    work = Fraction(work)
    last = work**people / math.factorial(people) * people / (people - work)
    return last / (sum(work**one / Fraction(math.factorial(one)) for one in range(people)) + last)


def pool(people, an_hour, minutes):
    return together([Stream(an_hour, minutes)], people)


@pytest.mark.parametrize("people", [1, 2, 3, 5, 10, 30, 50])
@pytest.mark.parametrize("load", ["0.01", "0.3", "0.5", "0.8", "0.94", "0.999"])
def test_the_chance_of_waiting_is_that_of_the_formula_summed_up(people, load):
    work = people * Fraction(load)
    assert erlang_c(people, float(work)) == pytest.approx(float(summed(people, work)), rel=1e-9)


@pytest.mark.parametrize(
    ("people", "work", "chance"),
    [
        # values worked out by hand
        (1, 0.5, 1 / 2),
        (2, 1.0, 1 / 3),
        (3, 2.0, 4 / 9),
        (3, 1.0, 1 / 11),
        (4, 2.0, 4 / 23),
        (5, 0.0, 0),
    ],
)
def test_the_chance_of_waiting_is_that_of_the_textbooks(people, work, chance):
    assert erlang_c(people, work) == pytest.approx(chance)


@given(st.floats(0, 0.999))
def test_one_person_alone_is_busy_for_as_many_messages_as_the_load_says(load):
    assert erlang_c(1, load) == pytest.approx(load)


@pytest.mark.parametrize(("people", "work"), [(1, 1), (1, 5), (2, 2.0), (3, 100)])
def test_everybody_waits_where_there_is_more_work_than_people(people, work):
    assert erlang_c(people, work) == 1


@given(st.integers(1, 60), st.floats(0, 70), st.floats(0, 5))
def test_more_work_makes_more_people_wait_and_more_hands_fewer(people, work, more):
    here = erlang_c(people, work)
    assert 0 <= here <= 1
    assert erlang_c(people, work + more) >= here - 1e-12
    assert erlang_c(people + 1, work) <= here + 1e-12


def test_one_person_keeps_a_promise_as_the_simplest_queue_says():
    # half of the time is taken: P(wait > t) = 0.5 e^(-0.5 t / m)
    busy = pool(1, 6, 5)
    assert busy.load == 0.5
    assert busy.late(15, 5) == pytest.approx(0.5 * math.exp(-0.5 * 10 / 5))
    assert busy.late(5, 5) == pytest.approx(0.5)


def test_channels_of_the_same_people_add_up_their_work():
    both = together([Stream(6, 5), Stream(3, 10)], 2)
    assert (both.work, both.load, both.minutes) == (1.0, 0.5, pytest.approx(60 / 9))


@pytest.mark.parametrize(("promised", "share"), [(4, 1), (5, 0.5), (6, 0.5 * math.exp(-0.1))])
def test_an_answer_that_takes_longer_to_write_than_was_promised_is_late(promised, share):
    assert pool(1, 6, 5).late(promised, 5) == pytest.approx(share)


def test_nobody_waits_where_nobody_writes():
    assert pool(1, 0, 5).late(1, 5) == 0
    assert pool(1, 5, 0).late(1, 0) == 0
    assert together([], 0).late(1, 0) == 0
    assert (together([], 0).people, together([], 3).minutes) == (1, 0)


@pytest.mark.parametrize(
    ("load", "least"),
    [(0.96, 0.5), (1, 0.5), (1.25, 0.2), (2, 0.5), (10, 0.9)],
)
def test_from_a_full_day_on_at_least_what_cannot_be_done_is_late(load, least):
    busy = pool(1, 12 * load, 5)
    assert busy.late(10_000, 5) >= max(0, 1 - 1 / load) - 1e-9
    assert busy.late(60, 5) >= least
    assert busy.holds(5) is None


def test_just_below_a_full_day_and_just_above_it_the_share_is_the_same():
    below, above = (pool(2, 24 * FULL + step, 5).late(60, 5) for step in (-1e-6, 1e-6))
    assert above == pytest.approx(below, abs=1e-5)


@pytest.mark.parametrize(
    ("people", "an_hour", "minutes", "holds"),
    [
        (1, 1, 2, 5),
        (1, 6, 5, 30),  # 0.5 e^(-0.1 (t - 5)) = 0.1 at t = 21.1
        (1, 10.8, 5, 120),  # 0.9 e^(-0.02 (t - 5)) = 0.1 at t = 114.9
        (2, 12, 5, 15),  # 1/3 e^(-0.2 (t - 5)) = 0.1 at t = 11.02
        (1, 60, 5, None),
        (1, 0.1, 500, None),  # writing takes longer than the longest of the usual promises
    ],
)
def test_the_least_promise_that_holds_is_one_of_the_usual(people, an_hour, minutes, holds):
    assert pool(people, an_hour, minutes).holds(minutes) == holds


@pytest.mark.parametrize(
    ("an_hour", "minutes", "promised", "people"),
    [(6, 5, 30, 1), (6, 5, 10, 2), (60, 5, 15, 6), (6, 5, 4, None), (6000, 60, 90, None)],
)
def test_the_people_needed_are_the_fewest_who_would_keep_it(an_hour, minutes, promised, people):
    busy = pool(1, an_hour, minutes)
    assert busy.people_for(promised, minutes) == people
    if people is not None and people > 1:
        assert pool(people, an_hour, minutes).late(promised, minutes) <= TOLERATED
        assert pool(people - 1, an_hour, minutes).late(promised, minutes) > TOLERATED


def test_more_people_are_thought_of_where_there_are_many():
    busy = pool(60, 140, 30)
    people = busy.people_for(60, 30)
    assert 60 < people < 80
    assert pool(people, 140, 30).late(60, 30) <= TOLERATED < pool(people - 1, 140, 30).late(60, 30)


shares = st.tuples(st.integers(1, 20), st.floats(0, 200), st.integers(1, 60))


@given(shares, st.integers(1, 2000), st.integers(0, 600), st.floats(0, 50))
def test_a_share_of_late_answers_is_a_share_and_never_falls_with_more_messages(
    asked, promised, longer, more
):
    people, an_hour, minutes = asked
    late = pool(people, an_hour, minutes).late(promised, minutes)
    assert 0 <= late <= 1
    assert pool(people, an_hour + more, minutes).late(promised, minutes) >= late - 1e-6
    assert pool(people + 1, an_hour, minutes).late(promised, minutes) <= late + 1e-6
    assert pool(people, an_hour, minutes).late(promised + longer, minutes) <= late + 1e-6


@given(shares)
def test_what_is_said_to_hold_holds(asked):
    people, an_hour, minutes = asked
    busy = pool(people, an_hour, minutes)
    holds = busy.holds(minutes)
    if holds is not None:
        assert busy.late(holds, minutes) <= TOLERATED
        shorter = [one for one in PROMISES if one < holds]
        assert all(busy.late(one, minutes) > TOLERATED for one in shorter)
    enough = busy.people_for(60, minutes)
    assert enough is None or people <= enough <= MOST_PEOPLE


@given(st.integers(1, 6), st.floats(0.1, 30), st.floats(0.1, 30), st.integers(1, 30))
def test_a_stream_split_in_two_asks_for_as_much_as_in_one(people, one, two, minutes):
    split = together([Stream(one, minutes), Stream(two, minutes)], people)
    whole = pool(people, one + two, minutes)
    assert split.late(60, minutes) == pytest.approx(whole.late(60, minutes), abs=1e-6)
