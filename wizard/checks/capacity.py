"""Whether those who answer have the time for it: a queue with several servers.

Erlang C gives the chance that a message has to wait (A. K. Erlang, 1917; first come, first served,
messages at random, answers of random length with a known mean). Under it the wait is longer than
``t`` with the chance ``C * exp(-(n - a) * t / m)``: ``n`` people, ``a`` their work in people,
``m`` minutes for an answer.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from wizard.interview.punctuality import TOLERATED

FULL = 0.95
"""The load from which on no queue is computed: it grows, or falls too slowly to be of use."""
PROMISES = (5, 10, 15, 20, 30, 45, 60, 120, 180, 240, 360, 480)
"""Minutes within which a first reply can be promised, in figures that people use."""
MOST_PEOPLE = 50


@dataclass(frozen=True, slots=True)
class Stream:
    """The messages of one channel: how many in an hour, and minutes for the answer to each."""

    an_hour: float
    minutes: float


@dataclass(frozen=True, slots=True)
class Pool:
    """The people who answer at the same time, and all messages that reach them in an hour."""

    people: int
    streams: tuple[Stream, ...]

    @property
    def work(self) -> float:
        """How many people the messages keep busy: Erlangs."""
        return sum(one.an_hour * one.minutes for one in self.streams) / 60

    @property
    def load(self) -> float:
        """The share of their time that the people here need for it; above 1 there is too little."""
        return self.work / self.people

    @property
    def minutes(self) -> float:
        """The minutes for an answer, of all channels together."""
        messages = sum(one.an_hour for one in self.streams)
        return self.work * 60 / messages if messages else 0

    def times(self, factor: float) -> "Pool":
        """The same people in an hour with so many times the messages."""
        streams = tuple(Stream(one.an_hour * factor, one.minutes) for one in self.streams)
        return Pool(self.people, streams)

    @property
    def when_full(self) -> "Pool":
        """The same people with as much to do as a queue is still computed for."""
        return self.times(FULL * (1 - 1e-9) / self.load) if self.work else self

    def late(self, promised: float, writing: float) -> float:
        """The share of answers later than the minutes promised, with so many to write one.

        From :data:`FULL` on it is what cannot be done, ``1 - capacity / load``, and never less
        than just below.
        """
        if not self.work:
            return 0
        if promised < writing:
            return 1
        if self.load >= FULL:
            return max(1 - 1 / self.load, self.when_full.late(promised, writing))
        chance = erlang_c(self.people, self.work)
        spare = (self.people - self.work) / self.minutes
        return chance * math.exp(-spare * (promised - writing))

    def holds(self, writing: float) -> int | None:
        """The least minutes that could be promised and kept; None where none of the usual can."""
        if self.load >= FULL:
            return None
        return next((one for one in PROMISES if self.late(one, writing) <= TOLERATED), None)

    @property
    def many(self) -> int:
        """The most people that are thought of."""
        return max(MOST_PEOPLE, 2 * self.people)

    def people_for(self, promised: float, writing: float) -> int | None:
        """How many people would keep the promise; None where not even :attr:`many` would."""
        least = max(self.people, int(self.work * (1 - TOLERATED)))
        return next(
            (
                people
                for people in range(least, self.many + 1)
                if Pool(people, self.streams).late(promised, writing) <= TOLERATED
            ),
            None,
        )


def erlang_c(people: int, work: float) -> float:
    """The chance that a message waits because all are busy; 1 where the work is too much."""
    if work >= people:
        return 1
    blocked = 1.0
    for one in range(1, people + 1):
        blocked = work * blocked / (one + work * blocked)
    return people * blocked / (people - work * (1 - blocked))


def together(streams: Iterable[Stream], people: int) -> Pool:
    """The pool of people whom these channels share."""
    return Pool(max(1, people), tuple(streams))
