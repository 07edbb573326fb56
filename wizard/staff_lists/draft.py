"""A list as it is understood so far, before anything of it is taken over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wizard.interview.people import Member
from wizard.library.people import Person
from wizard.staff import member_of
from wizard.staff_lists import columns as columns_of
from wizard.staff_lists import source as source_of
from wizard.staff_lists.columns import Columns
from wizard.staff_lists.merge import Merge, merge
from wizard.staff_lists.source import Cells, Form, Source
from wizard.staff_lists.table import Table, taken


@dataclass(frozen=True, slots=True)
class Draft:
    """The cells, what their columns are taken as, the people found, and what they would change.

    ``members`` are the answers that new and changed people stand for, by id: what takes long is
    done before anybody waits for it.
    """

    source: Source
    cells: Cells
    columns: Columns
    table: Table
    merge: Merge
    members: Mapping[str, Member]


def drafted(source: Source, listed: Sequence[Person], form: Form = source_of.GUESSED) -> Draft:
    """The source as it is guessed, or in the given form; UserError where it is no list at all."""
    cells = source_of.cells(source, form)
    return _understood(source, cells, columns_of.guessed(cells.rows), listed)


def with_columns(draft: Draft, columns: Columns, listed: Sequence[Person]) -> Draft:
    """The same cells with their columns taken as told."""
    return _understood(draft.source, draft.cells, columns, listed)


def _understood(source: Source, cells: Cells, columns: Columns, listed: Sequence[Person]) -> Draft:
    table = taken(cells.rows, columns)
    merged = merge(listed, table.people)
    members = {person.id: member_of(person) for person in (*merged.new, *merged.changed)}
    return Draft(source, cells, columns, table, merged, members)
