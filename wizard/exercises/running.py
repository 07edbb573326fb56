"""A drill that runs: how much of its time has gone, and at which inject it is."""

import datetime as dt
from collections.abc import Callable, Sequence

NOTHING = dt.timedelta()


class Running:
    """Goes on by a clock that is given, so it has gone on too when the computer was asleep.

    ``minutes`` are those of the injects, in order. What is shown early or once more is shown until
    the time of a later one has come.
    """

    def __init__(self, minutes: Sequence[int], now: Callable[[], dt.datetime]) -> None:
        self.starts = tuple(dt.timedelta(minutes=one) for one in minutes)
        self.index = 0
        self.is_paused = False
        self._now = now
        self._since = now()
        self._gone = NOTHING
        self._due = 0

    @property
    def elapsed(self) -> dt.timedelta:
        """The time that has gone, pauses left out; a clock that is put back takes none away."""
        return self._gone + (NOTHING if self.is_paused else self._gone_since())

    @property
    def until_next(self) -> dt.timedelta:
        """The time until the next inject comes by itself; nothing where its time has gone by."""
        if self.is_last:
            return NOTHING
        return max(NOTHING, self.starts[self.index + 1] - self.elapsed)

    @property
    def is_last(self) -> bool:
        """Whether no inject comes after this one."""
        return self.index == len(self.starts) - 1

    def tick(self) -> bool:
        """Go on to what is due by now; whether another inject is shown."""
        self._count()
        due = sum(start <= self._gone for start in self.starts) - 1
        before = self.index
        if due > self._due:
            self._due = due
            self.index = max(self.index, due)
        return self.index != before

    def step(self, by: int) -> bool:
        """Show the next inject now, or the one before once more; whether there is one."""
        before = self.index
        self.index = min(max(self.index + by, 0), len(self.starts) - 1)
        return self.index != before

    def pause(self) -> None:
        """Stop the clock; again it does nothing."""
        self._count()
        self.is_paused = True

    def go_on(self) -> None:
        """Let the clock go on after a pause."""
        if self.is_paused:
            self.is_paused = False
            self._since = self._now()

    def _count(self) -> None:
        if not self.is_paused:
            self._gone += self._gone_since()
            self._since = self._now()

    def _gone_since(self) -> dt.timedelta:
        return max(NOTHING, self._now() - self._since)
