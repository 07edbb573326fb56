"""What is said after data were deleted for good: where they are still to be found."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from wizard import flow
from wizard.i18n import N_, translate
from wizard.language import dates
from wizard.ledger.erasing import Erased
from wizard.library import backups, remains
from wizard.library.connection import Library

COPIES = N_(
    "Copies of your answers still hold the data: {copies}. "
    "The program keeps the last {kept} and deletes older ones by itself."
)
ASIDE = N_(
    "Files of damaged libraries that were set aside may hold the data: {files}. "
    "They stay until you delete them."
)
NO_COPIES = N_("No copy of your answers holds the data any more.")
STAY = N_("These copies could not be deleted: {copies}. Delete them yourself.")


def of_copies(copies: Iterable[Path], library: Path, language: str) -> str:
    """Which copies of the library still hold it, and for how long; nothing where none does.

    Copies are named by the day, and the time where it is known.
    """
    moments = {copy: backups.made_at(copy, library) for copy in copies}
    days = [_told(at, language) for at in moments.values() if at is not None]
    files = [copy.name for copy, at in moments.items() if at is None]
    said = []
    if days:
        sentence = translate(COPIES, language)
        said.append(sentence.format(copies=", ".join(days), kept=backups.KEPT))
    if files:
        said.append(translate(ASIDE, language).format(files=", ".join(files)))
    return " ".join(said)


def of_person(erased: Erased, library: Path, language: str) -> str:
    """That a person's data are erased, and where the name still stands."""
    said = [translate(N_("The personal data are erased."), language)]
    if erased.versions:
        numbers = ", ".join(str(number) for number in erased.versions)
        sentence = N_("The name still stands in published versions ({numbers}): they never change.")
        said.append(translate(sentence, language).format(numbers=numbers))
    titles = [translate(stop.title, language) for stop in flow.STOPS if stop.id in erased.steps]
    if titles:
        sentence = N_("The name still stands in the answers; take it out there: {steps}.")
        said.append(translate(sentence, language).format(steps=", ".join(titles)))
    copies = of_copies(erased.copies, library, language)
    return " ".join([*said, *([copies] if copies else [])])


def delete_copies(library: Library, copies: Iterable[Path], language: str) -> str:
    """Delete these copies and make a fresh back-up; what there is to say of it."""
    stay = remains.delete(copies)
    backups.daily(library)
    if stay:
        named = ", ".join(copy.name for copy in stay)
        return translate(STAY, language).format(copies=named)
    return translate(NO_COPIES, language)


def _told(at: dt.date, language: str) -> str:
    day = dates.in_tables(at, language)
    return f"{day} {at:%H:%M}" if isinstance(at, dt.datetime) else day
