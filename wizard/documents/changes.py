"""What the change sheet of a version says: what changed, and who signs again."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

Kind = Literal["added", "changed", "removed", "moved"]
State = Literal["new", "major", "minor", "unchanged"]
BETWEEN = " · "
MANY = 40
"""With more lines than these the values are cut, so that the sheet stays short."""
ONE_LINE = 40


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One changed answer. ``where`` is its step, row and question, joined by ``BETWEEN``."""

    kind: Kind
    where: str
    was: str
    became: str
    documents: tuple[str, ...] = ()

    @property
    def step(self) -> str:
        """The first part of ``where``."""
        return self.where.partition(BETWEEN)[0]

    @property
    def what(self) -> str:
        """The parts of ``where`` after the step; the step itself where there are none."""
        return self.where.partition(BETWEEN)[2] or self.where


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """What the version means for one document, and number and day of its own edition."""

    title: str
    number: int
    dated: dt.date
    state: State
    signed: bool = True


@dataclass(frozen=True, slots=True)
class ChangeSheet:
    """Version ``number`` against version ``before``; ``before`` is 0 for the first one."""

    number: int
    before: int
    dated: dt.date
    note: str
    lines: tuple[ChangeLine, ...]
    documents: tuple[DocumentLine, ...]

    def steps(self) -> Iterator[tuple[str, tuple[ChangeLine, ...]]]:
        """Each step with its lines, as they come; long values cut where the lines are many."""
        for step, lines in groupby(self.lines, key=lambda line: line.step):
            short = len(self.lines) > MANY
            yield step, tuple(_cut(line) if short else line for line in lines)


def _cut(line: ChangeLine) -> ChangeLine:
    return replace(line, was=_one_line(line.was), became=_one_line(line.became))


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= ONE_LINE else line[: ONE_LINE - 1] + "\N{HORIZONTAL ELLIPSIS}"
