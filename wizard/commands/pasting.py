"""The command that writes the ready texts as plain text files."""

from __future__ import annotations

from pathlib import Path

import click

from wizard import saving, text_files
from wizard.i18n import LANGUAGES
from wizard.library import projects
from wizard.library.connection import open_library


@click.command()
@click.argument("project")
@click.option(
    "--to", "folder", type=click.Path(path_type=Path), required=True, help="Folder to write into."
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    type=click.Choice(LANGUAGES),
    help="Language of the texts; may be given again. Without it the project's own.",
)
@click.pass_obj
def texts(library: Path, project: str, folder: Path, languages: tuple[str, ...]) -> None:
    """Write the ready texts of PROJECT for its pages as plain text files.

    As a Word file they are the document paste-kit.
    """
    with open_library(library) as opened:
        session = saving.opened(opened, projects.project(opened, project))
        answers = session.answers
        chosen = languages or answers.business.languages or ("en",)
        for path in text_files.write(opened, session.project.id, answers, chosen, folder):
            click.echo(str(path))
