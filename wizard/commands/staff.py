"""The command about the staff list."""

from dataclasses import replace
from pathlib import Path

import click

from wizard import clock, deleting, saving, staffing
from wizard.commands import confirming
from wizard.errors import UserError
from wizard.i18n import N_, system_language, translate
from wizard.ledger import erasing, finding
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
@click.option(
    "--erase",
    "name",
    default="",
    metavar="NAME",
    help="Erase the personal data of somebody who left, named by id or name.",
)
@click.option("--copies", is_flag=True, help="With --erase: also all back-ups that hold the data.")
@click.option("--yes", is_flag=True, help="With --erase: ask nothing.")
@click.pass_obj
def people(
    library: Path, project: str, file: Path | None, name: str, copies: bool, yes: bool
) -> None:
    """List the staff of PROJECT, import them from a table, or erase somebody who left."""
    if (copies or yes) and not name:
        raise UserError(N_("--copies and --yes go with --erase."))
    if name and file is not None:
        raise UserError(N_("--import and --erase cannot both be. Choose one."))
    if name:
        _erase(library, project, name, copies=copies, agreed=yes)
    else:
        _list(library, project, file)


def _erase(library: Path, project: str, name: str, *, copies: bool, agreed: bool) -> None:
    language = system_language()
    with open_library(library) as opened:
        one = projects.project(opened, project)
        person = finding.one(stored.people(opened, one.id), name)
        asked = translate(N_("Erase the personal data of {name}? This cannot be undone."), language)
        confirming.confirm(asked.format(name=person.name), agreed=agreed)
        erased = erasing.erase(opened, one.id, person.id)
        if erased.copies and copies:
            click.echo(deleting.of_person(replace(erased, copies=()), library, language))
            click.echo(deleting.delete_copies(opened, erased.copies, language))
        else:
            click.echo(deleting.of_person(erased, library, language))


def _list(library: Path, project: str, file: Path | None) -> None:
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
