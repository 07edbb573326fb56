"""The answers of a project: one JSON object per step, changed by patches, never as a whole."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wizard.errors import UserError
from wizard.i18n import N_
from wizard.library import journal, merging, projects, values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.library.connection import Library
    from wizard.library.values import Json

    Step = dict[str, Json]


_PUT = (
    "INSERT INTO answer (project, step, body) VALUES (?, ?, ?)"
    " ON CONFLICT (project, step) DO UPDATE SET body = excluded.body"
)


@dataclass(frozen=True)
class Patch:
    """One field from ``old``, as the window knew it, to ``new``.

    ``row`` and ``key`` are both empty for a whole field; adding, removing and reordering rows are
    such patches over the whole list, of which the difference is meant. Else ``row`` is the ``id``
    of an object in the list that lies under ``field``, and ``key`` the entry of that object::

        Patch("channels", "list", row="telegram", key="reply", old=2, new=4)
    """

    step: str
    field: str
    old: Json
    new: Json
    row: str = ""
    key: str = ""

    def __post_init__(self) -> None:
        """Refuse half an address: ValueError."""
        if bool(self.row) != bool(self.key):
            raise ValueError("row and key go together")


def load(library: Library, project: str) -> dict[str, Step]:
    """The stored object of each step, including keys that this version does not know.

    Raises UserError where the project is gone or a stored step is no longer readable.
    """
    stored = dict(library.read(_step, "SELECT step, body FROM answer WHERE project = ?", project))
    if not stored:
        projects.must_exist(library, project)
    return stored


def save(
    library: Library, project: str, patches: Iterable[Patch], *, visit: journal.Visit | None = None
) -> list[Patch]:
    """Apply the patches in order, all or none, and journal each; the overtaken changes.

    Where the stored value is not what the window knew as ``old``, somebody else changed it. Lists
    of records and of texts take both changes, see ``merging``. Else this newer patch wins; the
    other change, from ``old`` to what was stored, is journalled as ``overtaken`` and returned. A
    row that somebody else removed comes back as the journal knows it, with the patched key, and
    its overtaken change leads to ``None``. A field never stored is nobody's change.
    What one ``visit`` changes at a place is one entry of the journal, over however many saves.
    Raises UserError where the project was deleted.
    """
    overtaken: list[Patch] = []
    changes: list[journal.Change] = []
    steps: dict[str, Step] = {}
    with library.transaction():
        projects.touch(library, project)
        for patch in patches:
            if patch.step not in steps:
                steps[patch.step] = _stored_step(library, project, patch.step)
            lost, done = _apply(library, project, patch, steps[patch.step])
            overtaken += lost
            changes += [_change(one, note="overtaken") for one in lost]
            changes.append(_change(done))
        library.write_many(
            _PUT,
            ((project, step, values.encode(body)) for step, body in steps.items()),
        )
        made = journal.write_visit(library, project, changes, visit or journal.Visit())
    if visit is not None:
        visit.entries = made
    return overtaken


def put(library: Library, project: str, step: str, body: Step) -> None:
    """Store a whole object that the program keeps for itself; the history tells nothing of it.

    Call it inside a transaction.
    """
    library.write(_PUT, project, step, values.encode(body))


def _apply(library: Library, project: str, patch: Patch, step: Step) -> tuple[list[Patch], Patch]:
    """Put the new value in place; what it overtook, and the patch as it took effect."""
    gone = False
    if not patch.row:
        place, name = step, patch.field
    else:
        place, gone = _row(library, project, patch, step)
        name = patch.key
    known = name in place
    stored = place.get(name, None if gone else patch.old)
    lost, new = _brought_together(patch, stored) if known and not gone else ([], patch.new)
    if gone:
        lost = [replace(patch, new=None)]
    # A copy, because a later patch may reach into this very list.
    place[name] = deepcopy(new)
    return lost, replace(patch, old=None if gone else stored, new=new)


def _brought_together(patch: Patch, stored: Json) -> tuple[list[Patch], Json]:
    """What the patch overtakes of the stored value, and the value that is to be stored."""
    # A value that both windows gave alike is no loss to anybody.
    if merging.same(stored, patch.old) or merging.same(stored, patch.new):
        return [], patch.new
    both = merging.merged(patch.old, patch.new, stored)
    if both is None:
        return [replace(patch, new=stored)], patch.new
    if patch.row:
        # A list in a row: no patch leads further in.
        return [replace(patch, new=stored)] if both.losses else [], both.value
    lost = [
        replace(patch, row=one.row, key=one.key, old=one.old, new=one.new) for one in both.losses
    ]
    return lost, both.value


def _row(library: Library, project: str, patch: Patch, step: Step) -> tuple[Step, bool]:
    """The object that the patch speaks of, and whether somebody had removed it from its list."""
    stored = patch.field in step
    rows = step.setdefault(patch.field, [])
    if not isinstance(rows, list):
        # Somebody's newer program stores something else here; overwriting it would lose it.
        raise UserError(
            N_("The answer “{field}” was stored by another version. Update the program."),
            field=f"{patch.step}.{patch.field}",
        )
    for row in rows:
        if isinstance(row, dict) and row.get("id") == patch.row:
            return row, False
    put_back = journal.last_of_row(library, project, patch.step, patch.field, patch.row)
    rows.append(put_back)
    return put_back, stored


def _change(patch: Patch, note: journal.Note = "") -> journal.Change:
    return journal.Change(patch.step, patch.field, patch.row, patch.key, patch.old, patch.new, note)


def _stored_step(library: Library, project: str, step: str) -> Step:
    stored = library.read_one(
        values.decode_object,
        "SELECT body FROM answer WHERE project = ? AND step = ?",
        project,
        step,
    )
    return {} if stored is None else stored


def _step(step: str, body: str) -> tuple[str, Step]:
    return step, values.decode_object(body)
