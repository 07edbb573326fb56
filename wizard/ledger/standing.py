"""What the first screen shows of a project's signatures, worked out from its ledger."""

import datetime as dt

from wizard.ledger import ledger
from wizard.ledger.coverage import Coverage
from wizard.ledger.ledger import Ledger
from wizard.library import projects, versions
from wizard.library.connection import Library
from wizard.library.projects import Signatures
from wizard.library.versions import Version


def signatures_of(library: Library, project: str, today: dt.date) -> Signatures:
    """The newest version and how far its signatures have come.

    A version whose day is still to come is told as it will stand on that day.
    """
    newest = versions.latest(library, project)
    if newest is None:
        return Signatures()
    return _told(newest, ledger.read(library, project, max(today, newest.dated)).whole)


def _told(newest: Version, whole: Coverage) -> Signatures:
    awaited = [day for day in (whole.late_since, whole.next_due) if day is not None]
    return Signatures(
        version=newest.number,
        version_on=newest.dated,
        signers=whole.asked,
        signed=whole.signed,
        sign_on=min(awaited, default=None),
    )


def keep(library: Library, project: str, today: dt.date) -> Signatures:
    """Bring what the first screen shows of the signatures up to date."""
    found = signatures_of(library, project, today)
    projects.keep_signatures(library, project, found)
    return found


def keep_read(library: Library, project: str, found: Ledger) -> None:
    """As :func:`keep`, from a ledger of today that was read already."""
    newest = versions.latest(library, project)
    if newest is not None and newest.number == found.version:
        projects.keep_signatures(library, project, _told(newest, found.whole))
    else:
        keep(library, project, found.day)
