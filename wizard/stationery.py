"""What documents are printed with: logo and letterhead, fetched from the library by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.errors import UserError
from wizard.i18n import N_
from wizard.library import blobs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.documents.frozen import Stationery
    from wizard.interview.answers import Answers
    from wizard.library.connection import Library

MISSING = N_(
    "The logo or the letterhead is no longer in the library. Choose it again among the questions "
    "about the business."
)


def named(answers: Answers) -> tuple[str, ...]:
    """The names of the logo and the letterhead that the answers choose."""
    business = answers.business
    return tuple(name for name in (business.logo, business.letterhead) if name)


def at_hand(library: Library, names: Iterable[str]) -> Stationery:
    """The bytes by their names, of those that the library has."""
    found = {name: blobs.get(library, name) for name in names}
    return {name: blob.content for name, blob in found.items() if blob is not None}


def fetched(library: Library, names: Iterable[str]) -> Stationery:
    """The bytes by their names; UserError where the library lacks one."""
    wanted = tuple(names)
    found = at_hand(library, wanted)
    if len(found) < len(set(wanted)):
        raise UserError(MISSING)
    return found
