"""The command about the staff list."""

from pathlib import Path

import click

from wizard import clock, saving, staffing
from wizard.i18n import N_, system_language, translate
from wizard.library import people as stored
from wizard.library import projects
from wizard.library.connection import open_library
from wizard.staff_lists import table
from wizard.staff_lists.merge import merge


@click.command()
@click.argument("project")
@click.option(
    "--import", "file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.csv",
    help="Take the people of this table over; the first row names the columns.",
)  # fmt: skip
@click.pass_obj
def people(library: Path, project: str, file: Path | None) -> None:
    """List the staff of PROJECT, or import them from a table."""
    language = system_language()
    found = table.read(file) if file is not None else None
    # One transaction: whom a window adds meanwhile would else not be on the list that is put.
    with open_library(library) as opened, opened.transaction():
        one = projects.project(opened, project)
        listed = stored.people(opened, one.id)
        if found is not None:
            merged = merge(listed, found.people).people
            listed = staffing.replace_all(opened, one.id, merged, clock.today())
            saving.keep_standing(opened, one)
    if found is None:
        for person in listed:
            name = " ".join(filter(None, (person.surname, person.given, person.patronymic)))
            click.echo("\t".join((person.id, name, person.position, person.department)))
        return
    for problem in found.problems:
        sentence = translate(problem.message, language).format(**problem.values)
        click.echo(f"{problem.line}: {sentence}", err=True)
    taken = translate(N_("{count} people taken over."), language)
    click.echo(taken.format(count=len(found.people)))
