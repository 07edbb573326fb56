"""Days as they are typed on the command line."""

import datetime as dt

from wizard.errors import UserError
from wizard.i18n import N_
from wizard.language import reading


def day(typed: str) -> dt.date:
    """The day that is meant by 2026-12-01, or as people write it; UserError where it is none."""
    found = reading.date(typed)
    if found is None:
        raise UserError(
            N_("“{date}” is not a date we can read. Write it as 2026-12-01."), date=typed
        )
    return found
