"""Between the session and the library: opening a project, and writing what changed."""

import datetime as dt
from collections.abc import Mapping

from wizard import clock, staffing, standing, wording_update
from wizard.interview.kinds import Json
from wizard.library import answers as stored_answers
from wizard.library import people as stored_people
from wizard.library import projects, rejected
from wizard.library.answers import Patch
from wizard.library.connection import Library
from wizard.library.journal import Visit
from wizard.library.people import Person
from wizard.library.projects import Project
from wizard.session import Batch, Session

Stored = tuple[Mapping[str, Mapping[str, Json]], tuple[Person, ...]]
"""The answers of each step and the staff list as they are stored."""


def opened(library: Library, project: Project) -> Session:
    """The project as the library has it; what a newer catalogue words otherwise it keeps."""
    return Session(
        project,
        wording_update.carried_over(library, project, stored_answers.load(library, project.id)),
        stored_people.people(library, project.id),
        rejected.rejected(library, project.id),
    )


def stored(library: Library, project: str) -> Stored:
    """What the library has of the project now; UserError where the project is gone."""
    return (
        stored_answers.load(library, project),
        tuple(stored_people.people(library, project)),
    )


def save(
    library: Library,
    project: str,
    batch: Batch,
    *,
    visit: Visit | None = None,
    today: dt.date | None = None,
) -> list[Patch]:
    """Write the changes, all or none; those of another window that they overtook.

    The history tells what is saved during one ``visit`` to a field as one change. The ledger of a
    published project follows its staff as of ``today``, the day it is here unless given.
    """
    with library.transaction():
        overtaken = (
            stored_answers.save(library, project, batch.patches, visit=visit)
            if batch.patches
            else []
        )
        # What did not fit where another window typed gives way to the newer answer, too.
        for patch in batch.patches:
            rejected.clear(
                library, project, step=patch.step, field=patch.field, row=patch.row, key=patch.key
            )
        for value in batch.kept:
            rejected.keep(library, project, value)
        for value in batch.cleared:
            rejected.clear(
                library, project, step=value.step, field=value.field, row=value.row, key=value.key
            )
        if batch.people or batch.gone:
            changes = staffing.change(
                library, project, batch.people, batch.gone, today or clock.today(), batch.known
            )
            overtaken += [Patch(one.step, "list", one.old, one.new) for one in changes]
        projects.keep_standing(library, project, batch.standing)
    return overtaken


def save_session(library: Library, session: Session) -> list[Patch]:
    """Write all that the session has not saved yet."""
    batch = session.unsaved()
    overtaken = save(library, session.project.id, batch)
    session.saved(batch)
    return overtaken


def keep_standing(library: Library, project: Project) -> Project:
    """The project with what the first screen shows of it brought up to date."""
    found = standing.of_project(opened(library, project).answers)
    projects.keep_standing(library, project.id, found)
    return projects.must_exist(library, project.id)
