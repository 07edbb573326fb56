"""Erasing what the library knows of a person in words; that something happened stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.library import blobs, events, journal, people, projects, rejected, remains

if TYPE_CHECKING:
    from pathlib import Path

    from wizard.library.connection import Library
    from wizard.library.people import Person


def erase(library: Library, project: str, blank: Person) -> list[Path]:
    """Put the blank person in the place of the one with this id, and forget all that named it.

    The history of the staff list, remarks and scans go; the events stay with the id alone. What
    comes back are the copies of the library that still hold more, see ``remains``.
    """
    with library.transaction():
        projects.touch(library, project)
        scans = events.scans(library, project, blank.id)
        people.overwrite(library, project, blank)
        events.forget_words(library, project, blank.id)
        journal.forget_row(library, project, journal.PEOPLE, blank.id)
        rejected.forget_row(library, project, journal.PEOPLE, blank.id)
        blobs.drop_unused(library, scans)
    library.compact()
    return remains.holding_person(library.path, project, blank.id)
