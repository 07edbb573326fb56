"""Erasing what the library knows of a person in words; that something happened stays."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from wizard.errors import UserError
from wizard.library import blobs, events, journal, people, projects

if TYPE_CHECKING:
    from wizard.library.connection import Library
    from wizard.library.people import Person


def erase(library: Library, project: str, blank: Person) -> None:
    """Put the blank person in the place of the one with this id, and forget all that named it.

    The history of the staff list, remarks and scans go; the events stay with the id alone.
    """
    with library.transaction():
        projects.touch(library, project)
        scans = events.scans(library, project, blank.id)
        people.overwrite(library, project, blank)
        events.forget_words(library, project, blank.id)
        journal.forget_row(library, project, journal.PEOPLE, blank.id)
        blobs.drop_unused(library, scans)
    # Another window may be reading: what is deleted is then overwritten in time.
    with suppress(UserError):
        library.compact()
