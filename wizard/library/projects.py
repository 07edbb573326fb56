"""The projects of a library: made, found, renamed, duplicated, binned and deleted."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from wizard.errors import UserError
from wizard.i18n import N_
from wizard.library import blobs, catalogues, remains, values

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from wizard.library.connection import Library
    from wizard.library.values import Json

NAME_LIMIT = 200

_STANDING = (
    "given", "asked", "review_on", "drill_on", "contacts_on", "must_sign", "action_on", "actions",
    "late",
)  # fmt: skip
_SIGNATURES = ("version", "version_on", "signers", "signed", "sign_on")
_COLUMNS = (
    "id, name, trade, country, created_at, changed_at, binned_at,"
    " (SELECT max(written_at) FROM export WHERE export.project = project.id), "
) + ", ".join(_STANDING + _SIGNATURES)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How a project stands, so that the first screen need not load its answers.

    ``given`` of ``asked`` relevant required answers are there. The rules are to be reviewed, the
    next drill is to be held and the contacts are to be checked on these days. So many people must
    sign something. So many ``actions`` that drills led to are open, the first of them due on
    ``action_on`` where a day was set. ``late`` names the channels whose promise was not kept.
    """

    given: int = 0
    asked: int = 0
    review_on: date | None = None
    drill_on: date | None = None
    contacts_on: date | None = None
    must_sign: int = 0
    action_on: date | None = None
    actions: int = 0
    late: str = ""


@dataclass(frozen=True, kw_only=True)
class Signatures:
    """The newest version of a project and how far its signatures have come; 0 before the first.

    Of ``signers`` people so many have ``signed`` all that they must. ``sign_on`` is the earliest
    day until which a signature that is still awaited was to be given.
    """

    version: int = 0
    version_on: date | None = None
    signers: int = 0
    signed: int = 0
    sign_on: date | None = None


@dataclass(frozen=True)
class Project:
    """A line of the first screen; ``exported_at`` is when a document was last written."""

    id: str
    name: str
    trade: str
    country: str
    created_at: datetime
    changed_at: datetime
    binned_at: datetime | None
    exported_at: datetime | None
    standing: Standing
    signatures: Signatures


def create(
    library: Library,
    name: str,
    *,
    trade: str,
    country: str,
    steps: Mapping[str, Mapping[str, Json]],
) -> Project:
    """A new project whose steps start with these answers. Names may repeat; blank ones may not."""
    name = clean_name(name)
    project = values.new_id()
    with library.transaction():
        add_row(library, project, name=name, trade=trade, country=country)
        library.write_many(
            "INSERT INTO answer (project, step, body) VALUES (?, ?, ?)",
            ((project, step, values.encode(dict(body))) for step, body in steps.items()),
        )
    return must_exist(library, project)


def projects(library: Library, *, find: str = "", binned: bool = False) -> list[Project]:
    """The projects whose name contains ``find`` in any case, the newest change first.

    Those in the bin are listed alone, and only with ``binned``.
    """
    listed = library.read(
        _project,
        f"SELECT {_COLUMNS} FROM project WHERE (binned_at IS NOT NULL) = ?"
        " ORDER BY changed_at DESC, rowid DESC",
        int(binned),
    )
    # In Python, because SQLite folds the case of ASCII letters only.
    wanted = _folded(find.strip())
    return [one for one in listed if wanted in _folded(one.name)] if wanted else listed


def project(library: Library, ref: str, *, binned: bool = False) -> Project:
    """The project with this id, else the only one with exactly this name.

    One in the bin is found only with ``binned``, and then no other. Raises UserError for an
    unknown project and for a name that several carry.
    """
    listed = projects(library, binned=binned)
    for one in listed:
        if one.id == ref:
            return one
    named = [one for one in listed if one.name == ref]
    if len(named) == 1:
        return named[0]
    if named:
        raise UserError(
            N_("Several projects are called “{name}”: {ids}. Name the one you mean by its id."),
            name=ref,
            ids=", ".join(one.id for one in named),
        )
    raise UserError(
        N_("There is no project called “{name}”. “list” shows those there are, and the bin."),
        name=ref,
    )


def rename(library: Library, project: str, name: str) -> Project:
    """Give the project another name, cleaned and checked as in ``create``."""
    name = clean_name(name)
    _update(library, project, "name = ?, changed_at = ?", name, values.now())
    return must_exist(library, project)


def keep_standing(library: Library, project: str, standing: Standing) -> None:
    """Keep what the first screen shows without loading any answer."""
    days = (standing.review_on, standing.drill_on, standing.contacts_on)
    _update(
        library,
        project,
        ", ".join(f"{column} = ?" for column in _STANDING),
        standing.given,
        standing.asked,
        *(day.isoformat() if day else None for day in days),
        standing.must_sign,
        standing.action_on.isoformat() if standing.action_on else None,
        standing.actions,
        standing.late,
    )


def keep_signatures(library: Library, project: str, found: Signatures) -> None:
    """Keep what the first screen shows of the newest version without reading the ledger."""
    _update(
        library,
        project,
        ", ".join(f"{column} = ?" for column in _SIGNATURES),
        found.version,
        found.version_on.isoformat() if found.version_on else None,
        found.signers,
        found.signed,
        found.sign_on.isoformat() if found.sign_on else None,
    )


def duplicate(library: Library, project: str, name: str) -> Project:
    """A copy under a new id: answers, rejected values and people; neither history nor exports."""
    name = clean_name(name)
    copy = values.new_id()
    with library.transaction():
        source = must_exist(library, project)
        add_row(library, copy, name=name, trade=source.trade, country=source.country)
        keep_standing(library, copy, source.standing)
        catalogues.set_release(library, copy, catalogues.release_of(library, project))
        for table, columns in COPIED.items():
            library.write(
                f"INSERT INTO {table} (project, {columns})"
                f" SELECT ?, {columns} FROM {table} WHERE project = ?",
                copy,
                project,
            )
    return must_exist(library, copy)


def bin_project(library: Library, project: str) -> None:
    """Put the project into the bin, where it stays until restored or deleted for good."""
    _update(library, project, "binned_at = ?", values.now())


def restore(library: Library, project: str) -> None:
    """Take the project out of the bin; fine where it is not in it."""
    _update(library, project, "binned_at = NULL")


def delete_for_good(library: Library, project: str) -> list[Path]:
    """Delete the project and all that hangs on it, from the bytes of the file too.

    What comes back are the copies of the library that still hold it, see ``remains``.
    """
    with library.transaction():
        must_exist(library, project)
        pictures = blobs.named(library, project)
        library.write("DELETE FROM project WHERE id = ?", project)
        blobs.drop_unused(library, pictures)
    library.compact()
    return remains.holding_project(library.path, project)


def must_exist(library: Library, project: str) -> Project:
    """The project with this id, in the bin or not; UserError where there is none."""
    found = library.read_one(_project, f"SELECT {_COLUMNS} FROM project WHERE id = ?", project)
    if found is None:
        raise _gone()
    return found


def touch(library: Library, project: str) -> None:
    """Move the project to the top of the list; UserError where it was deleted meanwhile."""
    _update(library, project, "changed_at = ?", values.now())


def add_row(library: Library, project: str, *, name: str, trade: str, country: str) -> None:
    """A project row with this id, as of now and without answers."""
    moment = values.now()
    library.write(
        "INSERT INTO project (id, name, trade, country, created_at, changed_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        project,
        name,
        trade,
        country,
        moment,
        moment,
    )


def clean_name(name: str) -> str:
    """The name as it is kept; UserError where it is blank or too long."""
    clean = values.one_line(name)
    # Invisible signs alone, such as a zero-width space, make a line that nobody can click.
    if all(unicodedata.category(letter)[0] in "ZC" for letter in clean):
        raise UserError(N_("A project needs a name. Type the name of the business."))
    if len(clean) > NAME_LIMIT:
        raise UserError(
            N_("The name has {length} letters. Shorten it to {limit}."),
            length=len(clean),
            limit=NAME_LIMIT,
        )
    return clean


# What belongs to a project beside its own row and travels with a copy: table, columns.
COPIED = {
    "answer": "step, body",
    "rejected": 'step, field, "row", "key", raw, message',
    "person": (
        "id, position_no, surname, given, patronymic, position, kind, minor, department, location,"
        ' shift, email, start_date, "language", signs, left_on, listed'
    ),
}


def _update(library: Library, project: str, assignments: str, *column: str | int | None) -> None:
    if not library.write(f"UPDATE project SET {assignments} WHERE id = ?", *column, project):
        raise _gone()


def _gone() -> UserError:
    # Whoever asks by id has the project open or on a list: names and ids would tell nothing new.
    return UserError(
        N_(
            "This project is not there any more: it was deleted for good. "
            "Where it is still open, it can be saved as a file."
        )
    )


def _folded(text: str) -> str:
    # NFKC, because macOS gives "й" as two signs in file names.
    return unicodedata.normalize("NFKC", text).casefold()


def _project(
    id_: str,
    name: str,
    trade: str,
    country: str,
    created_at: str,
    changed_at: str,
    binned_at: str | None,
    exported_at: str | None,
    given: int,
    asked: int,
    review_on: str | None,
    drill_on: str | None,
    contacts_on: str | None,
    must_sign: int,
    action_on: str | None,
    actions: int,
    late: str,
    version: int,
    version_on: str | None,
    signers: int,
    signed: int,
    sign_on: str | None,
) -> Project:
    return Project(
        id_,
        name,
        trade,
        country,
        datetime.fromisoformat(created_at),
        datetime.fromisoformat(changed_at),
        datetime.fromisoformat(binned_at) if binned_at else None,
        datetime.fromisoformat(exported_at) if exported_at else None,
        Standing(
            given=given,
            asked=asked,
            review_on=_day(review_on),
            drill_on=_day(drill_on),
            contacts_on=_day(contacts_on),
            must_sign=must_sign,
            action_on=_day(action_on),
            actions=actions,
            late=late,
        ),
        Signatures(
            version=version,
            version_on=_day(version_on),
            signers=signers,
            signed=signed,
            sign_on=_day(sign_on),
        ),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
