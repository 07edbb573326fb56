"""Saving a project elsewhere while its library takes nothing: a full disk, a vanished folder."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from wizard.errors import UserError
from wizard.library import answers, file_format, files, people, projects, rejected
from wizard.library.answers import Patch
from wizard.library.connection import new_in_memory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from wizard.library.connection import Library
    from wizard.library.people import Person
    from wizard.library.values import Json
    from wizard.session import Snapshot


def save_elsewhere(library: Library | None, snapshot: Snapshot, path: Path) -> None:
    """Write all that the window knows of the project to a project file at ``path``.

    Its history, versions, signatures and pictures go along as far as ``library`` can still be
    read; ``None`` stands for one that cannot be opened. UserError where ``path`` cannot be written.
    """
    with _readable(library, snapshot) or new_in_memory(file_format.PROJECT_FILE) as alone:
        with alone.transaction():
            _put(alone, snapshot)
        files.write(alone, path)


def _readable(library: Library | None, snapshot: Snapshot) -> Library | None:
    """The project as the library still has it, alone in memory; None where it cannot be read."""
    if library is not None:
        with suppress(UserError):
            return files.apart(library, snapshot.project.id)
    return None


def _put(alone: Library, snapshot: Snapshot) -> None:
    """Bring the project that is alone up to the snapshot."""
    found = projects.projects(alone) or [
        projects.create(
            alone,
            snapshot.project.name,
            trade=snapshot.project.trade,
            country=snapshot.project.country,
            steps=snapshot.steps,
        )
    ]
    project = found[0].id
    answers.save(alone, project, _changes(answers.load(alone, project), snapshot))
    _put_people(alone, project, snapshot.people)
    for one in rejected.rejected(alone, project):
        rejected.clear(alone, project, step=one.step, field=one.field, row=one.row, key=one.key)
    for one in snapshot.rejected:
        rejected.keep(alone, project, one)
    projects.keep_standing(alone, project, snapshot.standing)


def _changes(stored: Mapping[str, Mapping[str, Json]], snapshot: Snapshot) -> Iterator[Patch]:
    for step, body in snapshot.steps.items():
        known = stored.get(step, {})
        for field, value in body.items():
            if field not in known or known[field] != value:
                yield Patch(step, field, known.get(field), value)


def _put_people(alone: Library, project: str, listed: Iterable[Person]) -> None:
    known = {one.id: one for one in people.people(alone, project)}
    now = {one.id: one for one in listed}
    changed = [one for one in now.values() if known.get(one.id) != one]
    people.change(alone, project, changed, known.keys() - now.keys())
