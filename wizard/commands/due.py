"""The command that writes what is due as a calendar file."""

import datetime as dt
from pathlib import Path

import click

from wizard import calendar_file
from wizard.i18n import LANGUAGES, system_language
from wizard.library import projects
from wizard.library.connection import open_library


@click.command()
@click.argument("project")
@click.option(
    "--to",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.ics",
    help="File to write; without it standard output.",
)
@click.option("--language", type=click.Choice(LANGUAGES), help="Language of the entries.")
@click.pass_obj
def calendar(library: Path, project: str, file: Path | None, language: str | None) -> None:
    """Write the dates of PROJECT for a calendar: review, drill, contacts, signatures, changes."""
    with open_library(library) as opened:
        one = projects.project(opened, project)
        now, words = dt.datetime.now().astimezone(), language or system_language()
        if file is None:
            click.echo(calendar_file.of_project(one, words, now), nl=False)
        else:
            calendar_file.save(opened, one.id, words, file, now)
            click.echo(str(file))
