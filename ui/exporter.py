"""Writes documents in a thread of its own, one after the other, until done or cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from wizard import export, leftovers
from wizard.errors import UserError
from wizard.library import exports

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from ui.desk import Desk
    from ui.keeper import Keeper
    from wizard.export import Order


PATIENCE = 10.0
"""Seconds that the program waits for a file before it ends."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file: its path, or the error that says why there is none."""

    path: Path
    order: Order
    error: UserError | None = None


class Exporter(QObject):
    """Every signal comes in the window's thread; ``cancel`` takes effect between two files.

    Before the program ends the file that is being written is finished, and remembered.
    """

    written = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper = keeper
        self._cancelled = Event()
        self._thread: Thread | None = None
        program = QCoreApplication.instance()
        if program is not None:
            program.aboutToQuit.connect(self.finish)

    def start(
        self, desk: Desk, orders: list[Order], folder: Path, *, word: bool, pdf: bool
    ) -> None:
        """Write the documents as Word files, as PDF, or both."""
        self._cancelled.clear()
        project, today = desk.session.project.id, desk.today
        kinds = [".docx"] * word + [".pdf"] * pdf
        self._thread = Thread(
            target=self._work, args=(project, orders, folder, today, kinds), daemon=True
        )
        self._thread.start()

    def cancel(self) -> None:
        """Stop after the file that is being written."""
        self._cancelled.set()

    def finish(self) -> None:
        """Cancel, and wait a little for the file that is being written."""
        self.cancel()
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _work(
        self, project: str, orders: list[Order], folder: Path, today: dt.date, kinds: list[str]
    ) -> None:
        try:
            export.make_folder(folder)
            with leftovers.noted(folder):
                for order in orders:
                    for kind in kinds:
                        if self._cancelled.is_set():
                            return
                        self._one(project, order, folder, today, kind)
        except UserError as error:
            self.failed.emit(Result(folder, orders[0], error))
        finally:
            self.finished.emit()

    def _one(self, project: str, order: Order, folder: Path, today: dt.date, kind: str) -> None:
        path = (folder / export.file_name(order, today)).with_suffix(kind)
        try:
            order = self.keeper.ask(partial(export.equipped, order=order))
            if kind == ".docx":
                done = export.write(order, folder, today, self._last_export)
            else:
                from ui.printing import pdf

                done = export.save(pdf(order, today), order, path, self._last_export)
            self.keeper.ask(lambda library: export.remember(library, project, done))
        except UserError as error:
            self.failed.emit(Result(path, order, error))
            return
        self.written.emit(Result(done.path, order))

    def _last_export(self, path: Path) -> str | None:
        return self.keeper.ask(lambda library: exports.last_export(library, path))
