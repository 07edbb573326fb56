"""The one thread that owns the library: all reading and writing is handed to it."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from wizard.errors import UserError
from wizard.library.connection import Library, open_library

if TYPE_CHECKING:
    from collections.abc import Callable

    from wizard.library.restoring import Held

T = TypeVar("T")
AGAIN = 10_000
"""Milliseconds of idleness until the library is compacted where another window hindered it."""


@dataclass(frozen=True, slots=True)
class _Answers:
    """What is said when the work is done, and to whom."""

    then: Callable
    failed: Callable | None
    asker: QObject | None

    @property
    def are_awaited(self) -> bool:
        return self.asker is None or isValid(self.asker)


class Keeper(QObject):
    """Runs work on the library, in order, in a thread of its own; answers in the window's."""

    _answered = Signal(object)
    idle = Signal()
    """All that was handed over is done and answered."""

    def __init__(self, path: Path | str, *, make: bool = True) -> None:
        """Work on the library at ``path``; with ``make=False`` only where it is there already."""
        super().__init__()
        self.path = Path(path)
        """The library that the window sees; the thread turns to it when its turn comes."""
        self._file, self._make = self.path, make
        self._library: Library | None = None
        self._under_way = 0
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="library")
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._compacting = QTimer(self, singleShot=True, interval=AGAIN)
        self._compacting.timeout.connect(self._compact)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way whose answer is still to come."""
        return not self._under_way

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
        self._hand_over(lambda: self._on_library(work), _Answers(then, failed, asker))

    def run_apart(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[UserError], None],
        *,
        asker: QObject | None = None,
    ) -> None:
        """As :meth:`run`, for work that does without the library, such as a look at another."""
        self._hand_over(work, _Answers(then, failed, asker))

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
        self._compacting.stop()
        self._thread.submit(self._close).result()
        self._thread.shutdown()

    def _on_library(self, work: Callable[[Library], T]) -> T:
        if self._library is None:
            self._library = open_library(self._file, daily_backup=False, make=self._make)
        return work(self._library)

    def _compact(self) -> None:
        self.run(Library.compact)

    def _turn_to(self, path: Path, make: bool) -> None:
        self._close()
        self._file, self._make = path, make

    def _close(self) -> None:
        if self._library is not None:
            self._library.close()
            self._library = None

    def _hand_over(self, work: Callable[[], T], answers: _Answers) -> None:
        self._under_way += 1
        future = self._thread.submit(work)
        future.add_done_callback(lambda done: self._answered.emit((done, answers)))

    def _deliver(self, answer: tuple[Future[T], _Answers]) -> None:
        future, answers = answer
        self._under_way -= 1
        error = future.exception()
        if error is None:
            if answers.are_awaited:
                answers.then(future.result())
        elif isinstance(error, UserError) and answers.failed is not None:
            if answers.are_awaited:
                answers.failed(error)
        else:
            raise error
        if not self._under_way:
            if self._library is not None and self._library.is_to_be_compacted:
                self._compacting.start()
            self.idle.emit()
