"""What changed between the stored answers and those that stand, as patches to be saved."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar, cast

from wizard.checks import leaving
from wizard.checks.leaving import Left
from wizard.interview import answers as interview
from wizard.interview import keeping
from wizard.interview.answers import Answers
from wizard.interview.ask import questions
from wizard.interview.keeping import Wording
from wizard.interview.kinds import Json
from wizard.interview.people import is_staff
from wizard.interview.rows import Row, Rows
from wizard.library.answers import Patch

E = TypeVar("E")
Stored = dict[str, dict[str, Json]]


def of_answers(
    stored: Mapping[str, Mapping[str, Json]], before: Answers, after: Answers
) -> Iterator[Patch]:
    """The patches of all steps; the staff list has none, it is a table of its own."""
    for step in interview.STEPS:
        name = step.about.id
        old_step, new_step = getattr(before, name), getattr(after, name)
        if old_step is new_step:
            continue
        body = stored.get(name, {})
        for question in questions(step):
            old, new = getattr(old_step, question.id), getattr(new_step, question.id)
            kind = question.kind
            if old == new or is_staff(kind):
                continue
            if isinstance(kind, Rows) and question.id in body and _same_rows(old, new):
                yield from _of_rows(name, question.id, kind, old, new)
            else:
                known = body.get(question.id, kind.dump(old))
                yield Patch(name, question.id, known, kind.dump(new))


def of_wordings(stored: Mapping[str, Json], wordings: Mapping[str, Wording]) -> Iterator[Patch]:
    """The patches of kept wordings."""
    return _of_entries(keeping.WORDING, stored, keeping.read(stored), wordings, keeping.dump)


def of_findings(stored: Mapping[str, Json], left: Mapping[str, Left]) -> Iterator[Patch]:
    """The patches of findings that are left, or no longer."""
    return _of_entries(leaving.FINDINGS, stored, leaving.read(stored), left, leaving.dump)


def lay(stored: Stored, patch: Patch, value: Json) -> None:
    """Put a value into the stored answers where the patch would."""
    step = stored.setdefault(patch.step, {})
    if not patch.row:
        step[patch.field] = value
        return
    rows = cast("list[dict[str, Json]]", step[patch.field])
    step[patch.field] = [
        row | {patch.key: value} if row.get("id") == patch.row else row for row in rows
    ]


def _same_rows(old: object, new: object) -> bool:
    before, after = cast("tuple[Row, ...]", old), cast("tuple[Row, ...]", new)
    return [(row.id, row.on) for row in before] == [(row.id, row.on) for row in after]


def _of_rows(step: str, field: str, kind: Rows[Row], old: object, new: object) -> Iterator[Patch]:
    """One patch for each changed field of each row, so that two windows may share a list."""
    pairs = zip(cast("tuple[Row, ...]", old), cast("tuple[Row, ...]", new), strict=True)
    for before, after in pairs:
        for question in questions(kind.record):
            was, now = getattr(before, question.id), getattr(after, question.id)
            if was != now:
                dump = question.kind.dump
                yield Patch(step, field, dump(was), dump(now), row=after.id, key=question.id)


def _of_entries(
    name: str,
    stored: Mapping[str, Json],
    known: Mapping[str, E],
    now: Mapping[str, E],
    dump: Callable[[E], Json],
) -> Iterator[Patch]:
    """One patch for each entry that is another than is known, so that two windows may share them.

    What cannot be read is unknown, and stays as it is stored until somebody settles it.
    """
    for key in sorted(known.keys() | now.keys()):
        entry = now.get(key)
        if known.get(key) != entry:
            yield Patch(name, key, stored.get(key), None if entry is None else dump(entry))
