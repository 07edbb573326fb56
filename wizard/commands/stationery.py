"""The command about what a project is printed with: its letterhead and its logo."""

from collections.abc import Callable
from pathlib import Path

import click

from wizard import letterhead_words, pictures, saving
from wizard.documents.letterheads.letterhead import FILE, inspect
from wizard.errors import UserError
from wizard.i18n import N_, system_language
from wizard.interview.places import Place
from wizard.library import blobs, projects
from wizard.library.connection import Library, open_library
from wizard.session import Session

CHOSEN = click.Path(path_type=Path, dir_okay=False)
LETTERHEAD, LOGO = Place("business", "letterhead"), Place("business", "logo")


@click.command()
@click.argument("project")
@click.option(
    "--letterhead", type=CHOSEN, help="A .docx or .dotx that all documents are printed on."
)
@click.option("--no-letterhead", is_flag=True, help="Print on plain paper again.")
@click.option("--logo", type=CHOSEN, help="A PNG or JPEG that stands beside the title.")
@click.option("--no-logo", is_flag=True, help="Print without a logo again.")
@click.pass_obj
def stationery(
    library: Path,
    project: str,
    letterhead: Path | None,
    logo: Path | None,
    *,
    no_letterhead: bool,
    no_logo: bool,
) -> None:
    """Choose the letterhead and the logo of PROJECT, and tell what the letterhead brings."""
    if (letterhead and no_letterhead) or (logo and no_logo):
        raise UserError(N_("Choose a file or take it away; not both at once."))
    with open_library(library) as opened:
        session = saving.opened(opened, projects.project(opened, project))
        # Both are looked at before either is taken.
        taken = [
            _choice(LETTERHEAD, letterhead, pictures.letterhead, taken_away=no_letterhead),
            _choice(LOGO, logo, pictures.logo, taken_away=no_logo),
        ]
        for place, found in filter(None, taken):
            session.give(place, blobs.put(opened, *found) if found else None)
        if any(taken):
            saving.save_session(opened, session)
        for line in _told(opened, session):
            click.echo(line)


def _choice(
    place: Place,
    file: Path | None,
    read: Callable[[Path], tuple[bytes, str]],
    *,
    taken_away: bool,
) -> tuple[Place, tuple[bytes, str] | None] | None:
    """What is to stand at the place: bytes and media type, nothing, or what stands there now."""
    if file is None:
        return (place, None) if taken_away else None
    return place, read(file)


def _told(library: Library, session: Session) -> list[str]:
    """The letterhead in words; none where there is none."""
    blob = blobs.get(library, session.answers.business.letterhead)
    if blob is None:
        return []
    return letterhead_words.lines(inspect(blob.content, FILE), system_language())
