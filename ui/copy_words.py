"""The copies of the library in the words of the window."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ui.tongue import language, tr
from wizard.i18n import N_
from wizard.language import dates
from wizard.library.faults import BACKUP_FOLDER, LibraryGoneError

if TYPE_CHECKING:
    from pathlib import Path

    from wizard.errors import UserError
    from wizard.library.restoring import Held


def when(held: Held) -> str:
    """The day the copy was made, and the time where it is known."""
    day = dates.in_text(held.made_at, language())
    return f"{day}, {held.made_at:%H:%M}" if isinstance(held.made_at, dt.datetime) else day


def holds(held: Held) -> str:
    """How much the copy holds, and what it was made before; or that it is of no use."""
    if held.projects is None:
        return tr(N_("damaged, cannot be restored"))
    told = [tr(N_("projects: {count}"), count=held.projects)]
    if held.replaced:
        told.append(tr(N_("before another copy was restored")))
    return " · ".join(told)


def offered(held: Held, error: UserError) -> str:
    """What has happened to the library, and what the copy brings back."""
    sentence = (
        N_(
            "The file with your answers is gone or empty. The copy of {date} is sound; projects "
            "in it: {count}. What you typed since then is not in it."
        )
        if isinstance(error, LibraryGoneError)
        else N_(
            "The file with your answers is damaged. The copy of {date} is sound; projects in it: "
            "{count}. What you typed since then is not in it. The damaged file is kept."
        )
    )
    return tr(sentence, date=when(held), count=held.projects)


def restored(held: Held, kept: Path | None) -> str:
    """That the copy is in the place of the library now, and where the old one is."""
    if kept is None:
        told = N_("The copy of {date} is restored.")
    elif kept.parent.name == BACKUP_FOLDER:
        told = N_(
            "The copy of {date} is restored. What it replaced is one of the copies in the settings."
        )
    else:
        told = N_("The copy of {date} is restored. The damaged file is kept as “{file}”.")
    return tr(told, date=when(held), file=kept.name if kept is not None else "")
