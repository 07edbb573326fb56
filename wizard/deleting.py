"""What is said after data were deleted for good: where they are still to be found."""

from collections.abc import Iterable
from pathlib import Path

from wizard import flow
from wizard.i18n import N_, translate
from wizard.ledger.erasing import Erased
from wizard.library import backups, remains
from wizard.library.connection import Library

COPIES = N_(
    "Copies of the library still hold the data: {copies}. "
    "A back-up is kept until there are {kept} newer ones, a library set aside until you delete it."
)
NO_COPIES = N_("No copy of the library holds the data any more.")
STAY = N_("These copies could not be deleted: {copies}. Delete them yourself.")


def of_copies(copies: Iterable[Path], language: str) -> str:
    """Which copies still hold it, and for how long; nothing where none does."""
    named = ", ".join(copy.name for copy in copies)
    if not named:
        return ""
    return translate(COPIES, language).format(copies=named, kept=backups.KEPT)


def of_person(erased: Erased, language: str) -> str:
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
    copies = of_copies(erased.copies, language)
    return " ".join([*said, *([copies] if copies else [])])


def delete_copies(library: Library, copies: Iterable[Path], language: str) -> str:
    """Delete these copies and make a fresh back-up; what there is to say of it."""
    stay = remains.delete(copies)
    backups.daily(library)
    if stay:
        named = ", ".join(copy.name for copy in stay)
        return translate(STAY, language).format(copies=named)
    return translate(NO_COPIES, language)
