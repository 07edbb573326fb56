"""A list as it is understood so far, before anything of it is taken over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wizard.library.people import Person
from wizard.staff_lists import columns as columns_of
from wizard.staff_lists import source as source_of
from wizard.staff_lists.columns import Columns
from wizard.staff_lists.merge import Merge, merge
from wizard.staff_lists.source import Cells, Form, Source
from wizard.staff_lists.table import Table, taken


@dataclass(frozen=True, slots=True)
class Draft:
    """The cells, what their columns are taken as, the people found, and what they would change."""

    source: Source
    cells: Cells
    columns: Columns
    table: Table
    merge: Merge


def drafted(source: Source, listed: Sequence[Person], form: Form = source_of.GUESSED) -> Draft:
    """The source as it is guessed, or in the given form; UserError where it is no list at all."""
    cells = source_of.cells(source, form)
    columns = columns_of.guessed(cells.rows)
    table = taken(cells.rows, columns)
    return Draft(source, cells, columns, table, merge(listed, table.people))


def with_columns(draft: Draft, columns: Columns, listed: Sequence[Person]) -> Draft:
    """The same cells with their columns taken as told."""
    table = taken(draft.cells.rows, columns)
    return replace(draft, columns=columns, table=table, merge=merge(listed, table.people))
