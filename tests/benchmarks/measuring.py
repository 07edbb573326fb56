"""What the benchmarks share: the line of their table, ways timed side by side, a place to work."""

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from wizard import paths

T = TypeVar("T")
HEAD = ("what", "ours", "floor or peer", "ratio", "goal", "")
FIGURES = range(1, 5)
"""The columns of the table that are set to the right."""


@dataclass(frozen=True, slots=True)
class Line:
    """What one thing takes, and beside it the least it could take or what another way takes.

    The goal is for the ratio where there is a floor or peer, else for what ours takes.
    """

    name: str
    ours: float
    floor: float | None = None
    goal: float | None = None
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        """How many times the floor ours is; None where there is no floor."""
        return self.ours / self.floor if self.floor else None

    @property
    def verdict(self) -> str:
        """Whether the goal is met; empty where none is set."""
        if self.goal is None:
            return ""
        return "met" if (self.ratio or self.ours) <= self.goal else "missed"

    def cells(self) -> tuple[str, ...]:
        """The line as it stands in the table."""
        goal = "" if self.goal is None else f"{self.goal:g}"
        return (
            self.name,
            f"{_rounded(self.ours)} {self.unit}".strip(),
            "" if self.floor is None else f"{_rounded(self.floor)} {self.unit}",
            "" if self.ratio is None else f"{self.ratio:.2f}",
            goal if self.ratio or not goal else f"{goal} {self.unit}".strip(),
            self.verdict,
        )


def table(lines: Iterable[Line]) -> str:
    """The lines as a table in Markdown."""
    rows = [HEAD, *(line.cells() for line in lines)]
    widths = [max(3, *map(len, column)) for column in zip(*rows, strict=True)]
    rule = [
        "-" * (width - 1) + (":" if place in FIGURES else "-") for place, width in enumerate(widths)
    ]
    aligned = [
        [
            cell.rjust(width) if place in FIGURES else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        for row in rows
    ]
    aligned.insert(1, rule)
    return "\n".join(f"| {' | '.join(row)} |" for row in aligned)


def lines_of(module: str) -> list[Line]:
    """The lines of one module of benchmarks."""
    lines: list[Line] = import_module(f"tests.benchmarks.{module}").lines()
    return lines


def medians(ways: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median milliseconds of each way, all run in turn after one warm-up."""
    found: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, way in ways.items():
            start = time.perf_counter()
            way()
            if number:
                found[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(times) for name, times in found.items()}


def apart(work: Callable[..., T], *given: object) -> T:
    """What the work comes to in a process of its own, which has loaded and kept nothing yet."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(work, *given).result()


@contextmanager
def home() -> Iterator[Path]:
    """An empty folder that the program takes for the user's own, and no screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ[paths.HOME_VARIABLE] = folder
        yield Path(folder)


def _rounded(value: float) -> str:
    """The value in three digits: there is nothing to be believed in a fourth."""
    return f"{value:,.{0 if value >= 100 else 1 if value >= 10 else 2}f}"
