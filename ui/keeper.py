"""The one thread that owns the library: all reading and writing is handed to it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from wizard.errors import UserError
from wizard.library.connection import IN_MEMORY, Library, open_library
from wizard.library.faults import must_be_there

if TYPE_CHECKING:
    from collections.abc import Callable

    from wizard.library.restoring import Held

T = TypeVar("T")


@dataclass(slots=True)
class _Order:
    """Work, who wants to know, and what came of it.

    Only the window's thread lets go of it: what the work speaks of are often widgets, and Qt dies
    of one that is freed in another thread.
    """

    work: Callable
    then: Callable
    failed: Callable | None
    asker: QObject | None
    result: object = None
    error: BaseException | None = None

    @property
    def is_awaited(self) -> bool:
        return self.asker is None or isValid(self.asker)


class Keeper(QObject):
    """Runs work on the library, in order, in a thread of its own; answers in the window's."""

    _done = Signal(int)
    idle = Signal()
    """All that was handed over is done and answered."""

    def __init__(self, path: Path | str, *, make: bool = True) -> None:
        """Work on the library at ``path``; with ``make=False`` only where it is there already."""
        super().__init__()
        self.path = Path(path)
        """The library that the window sees; the thread turns to it when its turn comes."""
        self._file, self._make = self.path, make
        self._library: Library | None = None
        self._orders: dict[int, _Order] = {}
        self._numbers = count()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="library")
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way whose answer is still to come."""
        return not self._orders

    def run(
        self,
        work: Callable[[Library], T],
        then: Callable[[T], None] = lambda _result: None,
        failed: Callable[[UserError], None] | None = None,
        *,
        asker: QObject | None = None,
    ) -> None:
        """Do the work soon; then say ``then(result)``, or ``failed(error)`` for a UserError.

        The work is done in any case, but an ``asker`` that was freed meanwhile is told nothing.
        A bug is raised again in the window's thread.
        """
        self._hand_over(_Order(lambda: self._on_library(work), then, failed, asker))

    def run_regardless(
        self,
        work: Callable[[Library | None], T],
        then: Callable[[T], None],
        failed: Callable[[UserError], None],
        *,
        asker: QObject | None = None,
    ) -> None:
        """As :meth:`run`, for work that must be done even where the library cannot be opened."""
        self._hand_over(_Order(lambda: work(self._library_if_any()), then, failed, asker))

    def run_apart(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[UserError], None],
        *,
        asker: QObject | None = None,
    ) -> None:
        """As :meth:`run`, for work that does without the library, such as a look at another."""
        self._hand_over(_Order(work, then, failed, asker))

    def ask(self, work: Callable[[Library], T]) -> T:
        """Do the work and wait for it; for what takes a moment and cannot go on without."""
        return self._thread.submit(self._on_library, work).result()

    def restore(
        self,
        held: Held,
        then: Callable[[Path | None], None],
        failed: Callable[[UserError], None],
        *,
        asker: QObject | None = None,
    ) -> None:
        """Put a copy in the place of the library; as :meth:`run` with where the old one is kept."""
        from wizard.library import restoring  # Only here: the first screen does without.

        path = self.path
        # Our own connection would keep the copy out like another window's.
        self._thread.submit(self._close)
        self.run_apart(lambda: restoring.restore(held.path, path), then, failed, asker=asker)

    def reopen(self, path: Path, *, make: bool) -> None:
        """Finish what is under way and close the library; what comes next works on this one."""
        self.path = path
        self._thread.submit(self._turn_to, path, make)

    def close(self) -> None:
        """Finish what is under way and close the library."""
        self._thread.submit(self._close).result()
        self._thread.shutdown()

    def _on_library(self, work: Callable[[Library], T]) -> T:
        done = work(self._opened())
        # A folder that went meanwhile took with it what the work wrote: nobody may call it saved.
        if self._file != IN_MEMORY:
            must_be_there(self._file)
        return done

    def _opened(self) -> Library:
        """The library; opened anew where another file, or none, lies in its place by now."""
        if self._library is not None and not self._library.is_in_place():
            self._close()
        if self._library is None:
            self._library = open_library(self._file, daily_backup=False, make=self._make)
            # Where answers have been, their absence is told: an empty library would hide it.
            self._make = False
        return self._library

    def _library_if_any(self) -> Library | None:
        with suppress(UserError):
            return self._opened()
        return None

    def _turn_to(self, path: Path, make: bool) -> None:
        self._close()
        self._file, self._make = path, make

    def _close(self) -> None:
        if self._library is not None:
            self._library.close()
            self._library = None

    def _hand_over(self, order: _Order) -> None:
        number = next(self._numbers)
        self._orders[number] = order
        future = self._thread.submit(self._carry_out, number)
        future.add_done_callback(lambda _done: self._done.emit(number))

    def _carry_out(self, number: int) -> None:
        order = self._orders[number]
        try:
            order.result = order.work()
        except BaseException as error:
            order.error = error
        finally:
            # The error leads to this frame: it is not to lead back to the order.
            del order

    def _deliver(self, number: int) -> None:
        order = self._orders.pop(number)
        try:
            if order.error is None:
                if order.is_awaited:
                    order.then(order.result)
            elif isinstance(order.error, UserError) and order.failed is not None:
                if order.is_awaited:
                    order.failed(order.error)
            else:
                raise order.error
        finally:
            if not self._orders:
                self.idle.emit()
