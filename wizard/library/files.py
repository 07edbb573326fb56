"""Project files: a small library with one project, to be sent and opened elsewhere."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from wizard import incoming, leftovers, whole
from wizard.errors import UserError
from wizard.i18n import LANGUAGES, N_
from wizard.library import (
    answers,
    blobs,
    catalogues,
    events,
    file_format,
    journal,
    people,
    projects,
    rejected,
    values,
    versions,
)
from wizard.library.connection import IN_MEMORY, Library, connect, new_in_memory
from wizard.library.faults import LibraryDamagedError, explained

if TYPE_CHECKING:
    from pathlib import Path

    from wizard.library.projects import Project

SIZE_LIMIT = 200 * 1024 * 1024

_JOURNAL = 'at, step, field, "row", "key", old, new, note'
_VERSIONS = {
    "version": 'number, published_at, dated, note, sign_by, "languages", answers',
    "edition": 'version, document, number, major, base, "rule"',
    "frozen_page": 'version, document, "language", fingerprint, content, pictures',
}
"""Tables in the order in which they refer to one another: table, columns."""


def save_as(library: Library, project: str, path: Path, *, with_people: bool = True) -> None:
    """Write the project to ``path``, over a file that may be there, or leave that one whole.

    Answers, rejected values, history, versions, the wordings of its release, blobs and, unless
    told otherwise, people with the ledger of their signatures go along; exports do not. The file
    is built afresh, so that its bytes hold nothing of any other project.
    Raises UserError where the project is unknown or the place cannot be written to.
    """
    with apart(library, project, with_people=with_people) as alone:
        write(alone, path, private=with_people)


def apart(library: Library, project: str, *, with_people: bool = True) -> Library:
    """The project alone, as ``save_as`` takes it, in a library that lives in memory.

    UserError where the project is unknown or the library can no longer be read.
    """
    alone = new_in_memory(file_format.PROJECT_FILE)
    try:
        with library.transaction(), alone.transaction():
            _copy(library, project, alone, new_id=project, with_people=with_people)
            catalogues.hand_over(library, project, alone)
    except BaseException:
        alone.close()
        raise
    return alone


def write(alone: Library, path: Path, *, private: bool) -> None:
    """Write a library in memory with one project to ``path``, whole or not at all.

    A ``private`` file is for its owner alone.
    """
    path = path.absolute()
    if file_format.kind_of(path) == file_format.LIBRARY:
        raise UserError(
            N_("“{path}” is a library with projects in it. Choose another name."), path=path
        )
    with (
        explained(path),
        leftovers.noted(path.parent),
        whole.replacing(path, private=private) as part,
    ):
        alone.connection.execute("VACUUM INTO ?", (str(part),))


def open_file(library: Library, path: Path) -> Project:
    """Copy the project in the file into the library under a new id; the file stays untouched.

    Opening a file twice gives two projects: nothing is ever merged. Raises UserError for whatever
    is no sound project file of this or an older version.
    """
    path = path.absolute()
    with explained(path):
        content = incoming.bytes_of(path, SIZE_LIMIT + 1)
        if len(content) > SIZE_LIMIT:
            raise UserError(
                N_("“{path}” is larger than {limit} MB and no project file. Choose another one."),
                path=path,
                limit=SIZE_LIMIT // (1024 * 1024),
            )
        if file_format.kind_in(content) is None:
            raise _refused(path)
        try:
            return _take_in(library, content, path)
        except LibraryDamagedError as error:
            if error.values["path"] == library.path:
                raise
            raise _refused(path) from error
        # What a person can put right in our own library comes as UserError and passes by here.
        except (sqlite3.Error, ValueError) as error:
            raise _refused(path) from error


def _take_in(library: Library, content: bytes, path: Path) -> Project:
    # A copy in memory may be checked and migrated, and leaves nothing on the disk; the stranger's
    # file is only ever read, and a log lying beside it is not played into it.
    with closing(connect(IN_MEMORY)) as connection:
        connection.deserialize(file_format.without_log(content))
        _distrust(connection, path)
        source = Library(path, connection)
        found = source.read(str, "SELECT id FROM project LIMIT 2")
        if len(found) != 1:
            raise _refused(path)
        _must_be_readable(source, found[0])
        new_id = values.new_id()
        with library.transaction():
            _copy(source, found[0], library, new_id=new_id, with_people=True)
            catalogues.take_in(source, found[0], library, new_id=new_id)
    return projects.must_exist(library, new_id)


def _must_be_readable(source: Library, project: str) -> None:
    """Raise an error unless all can be read that will be read once it has come in."""
    answers.load(source, project)
    rejected.rejected(source, project)
    people.people(source, project)
    journal.entries(source, project, limit=-1)
    versions.must_fit(source, project, LANGUAGES)
    events.events(source, project)


def _distrust(connection: sqlite3.Connection, path: Path) -> None:
    """Raise UserError or sqlite3.Error unless the file is ours in form, then migrate it."""
    from wizard.library import schema, shape  # Only here: they cost 50 ms.

    file_format.check_project_file(connection, path)
    # Before anything is checked that would run what stands in it.
    if file_format.version_of(connection) < 1 or not shape.is_ours(connection):
        raise _refused(path)
    # Of strict tables it checks the type of every value, too.
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise _refused(path)
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise _refused(path)
    schema.migrate(connection, application_id=file_format.PROJECT_FILE)


def _copy(
    source: Library, project: str, target: Library, *, new_id: str, with_people: bool
) -> None:
    """Copy one project between two open libraries, as a new one of the target."""
    original = projects.must_exist(source, project)
    projects.add_row(
        target,
        new_id,
        name=projects.clean_name(original.name),
        trade=original.trade,
        country=original.country,
    )
    projects.keep_standing(target, new_id, original.standing)
    for table, columns in {**projects.COPIED, "journal": _JOURNAL, **_VERSIONS}.items():
        if table == "person" and not with_people:
            continue
        marks = ", ".join("?" * (columns.count(",") + 2))
        order = " ORDER BY id" if table == "journal" else ""
        condition = "project = ?"
        if table == "journal" and not with_people:
            condition += f" AND step <> '{journal.PEOPLE}'"
        found = source.read(
            lambda *row: (new_id, *row),
            f"SELECT {columns} FROM {table} WHERE {condition}{order}",
            project,
        )
        try:
            target.write_many(f"INSERT INTO {table} (project, {columns}) VALUES ({marks})", found)
        except sqlite3.IntegrityError as error:
            # Rows that no table of ours takes: twice the same key, a number where text should be.
            raise LibraryDamagedError(source.path) from error
    if with_people:
        events.copy(source, project, target, new_id)
        projects.keep_signatures(target, new_id, original.signatures)
    _copy_blobs(source, target, new_id)


def _copy_blobs(source: Library, target: Library, new_id: str) -> None:
    """Copy the blobs that the project, now in the target, names."""
    for name in sorted(blobs.named(target, new_id)):
        blob = blobs.get(source, name)
        if blob and blobs.put(target, blob.content, blob.media_type) != name:
            # Bytes that are not what their hash says.
            raise LibraryDamagedError(source.path)


def _refused(path: Path) -> UserError:
    return UserError(
        N_("“{path}” is damaged or no project file. Ask the sender for a new copy."), path=path
    )
