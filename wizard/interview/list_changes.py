"""What one change did to a list of records, and how that one change alone is taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from wizard.interview.ask import questions, with_answers
from wizard.interview.rows import Row

ListOfRows: TypeAlias = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ListChange:
    """A list from ``old`` to ``new``; in words, a row that is switched off is not there."""

    old: ListOfRows
    new: ListOfRows

    @property
    def added(self) -> ListOfRows:
        """The rows that came, as they came."""
        before = {row.id for row in self.old if row.on}
        return tuple(row for row in self.new if row.on and row.id not in before)

    @property
    def removed(self) -> ListOfRows:
        """The rows that went, as they were."""
        after = {row.id for row in self.new if row.on}
        return tuple(row for row in self.old if row.on and row.id not in after)

    @property
    def changed(self) -> tuple[tuple[Row, tuple[str, ...]], ...]:
        """The rows that stayed but not as they were: each as it was, with what changed of it."""
        after = _by_id(self.new)
        return tuple(
            (row, fields)
            for row in self.old
            if row.id in after
            and row.on
            and after[row.id].on
            and (fields := _differing(row, after[row.id]))
        )

    @property
    def moved(self) -> bool:
        """Whether rows that stayed stand in another order."""
        return _order(self.old, self.new) != _order(self.new, self.old)

    def taken_back(self, now: ListOfRows) -> ListOfRows:
        """The rows that stand ``now`` without this change; what was changed since stays.

        A removed row comes back behind the one it stood behind.
        """
        before, after = _by_id(self.old), _by_id(self.new)
        rows = [
            _restored(row, before, after) for row in now if row.id in before or row.id not in after
        ]
        for place, row in enumerate(self.old):
            if row.id not in after and row.id not in {one.id for one in rows}:
                above = {one.id for one in self.old[:place]}
                at = max((n for n, one in enumerate(rows, 1) if one.id in above), default=0)
                rows.insert(at, row)
        if self.moved:
            order = [row.id for row in self.old]
            ours = [n for n, row in enumerate(rows) if row.id in before]
            sorted_ = sorted((rows[n] for n in ours), key=lambda row: order.index(row.id))
            for n, row in zip(ours, sorted_, strict=True):
                rows[n] = row
        return tuple(rows)


def _by_id(rows: ListOfRows) -> Mapping[str, Row]:
    return {row.id: row for row in rows}


def _order(rows: ListOfRows, others: ListOfRows) -> list[str]:
    known = {row.id for row in others}
    return [row.id for row in rows if row.id in known]


def _differing(one: Row, other: Row) -> tuple[str, ...]:
    names = [question.id for question in questions(type(one))]
    return tuple(name for name in names if getattr(one, name) != getattr(other, name))


def _restored(row: Row, before: Mapping[str, Row], after: Mapping[str, Row]) -> Row:
    """The row with those of its fields that differ between the two as they were before."""
    if row.id not in before or row.id not in after:
        return row
    was, became = before[row.id], after[row.id]
    fields = [*_differing(was, became), *(["on"] if was.on != became.on else [])]
    return with_answers(row, {name: getattr(was, name) for name in fields})
