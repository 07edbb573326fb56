"""The staff list and the ledger together: who comes is asked to sign, who goes has left."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from wizard.ledger import duties, standing
from wizard.library import events, people
from wizard.library.connection import Library
from wizard.library.journal import Change
from wizard.library.people import Person


def change(
    library: Library,
    project: str,
    put: Iterable[Person],
    gone: Iterable[Person],
    today: dt.date,
    known: Iterable[Person] = (),
) -> list[Change]:
    """Put these people, new or known by their id, and take others off the list.

    Whom the ledger knows stays on the list as somebody who left, for its past must keep a name.
    All or nothing. ``known`` and what comes back as for :func:`people.change`; of those who are
    ``gone`` it is known how they were.
    """
    with library.transaction():
        away = list(gone)
        signing = {one.id for one in away if events.exist(library, project, one.id)}
        left = [replace(one, left_on=one.left_on or today) for one in away if one.id in signing]
        changed = [*put, *left]
        overtaken = people.change(
            library,
            project,
            changed,
            [one.id for one in away if one.id not in signing],
            [*known, *away],
        )
        _follow(library, project, changed, today)
    return overtaken


def replace_all(
    library: Library, project: str, listed: Iterable[Person], today: dt.date
) -> list[Person]:
    """Make this the whole list, as :func:`people.replace_all` does; the list with its ids."""
    with library.transaction():
        before = {one.id: one for one in people.people(library, project)}
        after = people.replace_all(library, project, listed)
        _follow(library, project, [one for one in after if before.get(one.id) != one], today)
    return after


def _follow(library: Library, project: str, changed: Iterable[Person], today: dt.date) -> None:
    happened = duties.follow(library, project, list(changed), today)
    if happened:
        events.record(library, project, happened)
        standing.keep(library, project, today)
