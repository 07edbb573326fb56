"""The commands about projects and their answers."""

from pathlib import Path

import click

from wizard import deleting, offers, saving
from wizard.commands import confirming
from wizard.errors import UserError
from wizard.i18n import LANGUAGES, N_, system_language, translate
from wizard.interview import answers as interview
from wizard.interview import progress
from wizard.library import files, projects
from wizard.library.connection import open_library
from wizard.starting import create


@click.command()
@click.argument("name")
@click.option("--example", default="empty", metavar="TRADE", help="Start from this trade example.")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", help="Document language.")
@click.option("--country", default="", metavar="CODE", help="Two-letter code, such as GB or RU.")
@click.option("--with-facts", is_flag=True, help="Take the example's invented business too.")
@click.pass_obj
def new(
    library: Path, name: str, example: str, language: str, country: str, with_facts: bool
) -> None:
    """Make a project called NAME and print its id."""
    with open_library(library) as opened:
        made = create(
            opened, name, example=example, language=language, country=country, facts=with_facts
        )
    click.echo(made.id)


@click.command("list")
@click.option("--find", default="", metavar="TEXT", help="Only projects whose name contains TEXT.")
@click.option("--bin", "binned", is_flag=True, help="The projects in the bin.")
@click.pass_obj
def list_projects(library: Path, find: str, binned: bool) -> None:
    """List the projects, the newest change first.

    One a line: id, last change, answers given, newest version (0 for none), people who have
    signed all of it, name.
    """
    with open_library(library) as opened:
        for one in projects.projects(opened, find=find, binned=binned):
            changed = one.changed_at.astimezone().strftime("%Y-%m-%d %H:%M")
            given = f"{one.standing.given}/{one.standing.asked}"
            signed = f"{one.signatures.signed}/{one.signatures.signers}"
            click.echo(
                "\t".join((one.id, changed, given, str(one.signatures.version), signed, one.name))
            )


@click.command()
@click.argument("project")
@click.pass_obj
def show(library: Path, project: str) -> None:
    """Show what PROJECT is and how far its steps have come."""
    language = system_language()
    with open_library(library) as opened:
        session = saving.opened(opened, projects.project(opened, project))
    one, given = session.project, session.answers
    click.echo(f"{one.id}\t{one.name}")
    click.echo(f"{one.trade}\t{one.country}\t{' '.join(given.business.languages)}")
    for step in interview.STEPS:
        done = progress.of_step(getattr(given, step.about.id), given)
        title = translate(step.about.title, language)
        click.echo(f"{step.about.id}\t{done.given}/{done.asked}\t{title}")
    waiting = len(offers.offers(session, session.language))
    if waiting:
        said = translate(N_("New wordings from the update: {count}"), language)
        click.echo(f"wordings\t{waiting}\t{said.format(count=waiting)}")


@click.command()
@click.argument("project")
@click.argument("name")
@click.pass_obj
def rename(library: Path, project: str, name: str) -> None:
    """Call PROJECT by another NAME."""
    with open_library(library) as opened:
        projects.rename(opened, projects.project(opened, project).id, name)


@click.command()
@click.argument("project")
@click.option("--name", default="", help="Name of the copy; without it the same name.")
@click.pass_obj
def duplicate(library: Path, project: str, name: str) -> None:
    """Copy PROJECT with its answers and people, and print the copy's id."""
    with open_library(library) as opened:
        one = projects.project(opened, project)
        click.echo(projects.duplicate(opened, one.id, name or one.name).id)


@click.command()
@click.argument("project")
@click.option("--for-good", is_flag=True, help="Delete a PROJECT that is in the bin for good.")
@click.option("--copies", is_flag=True, help="With --for-good: also all back-ups that hold it.")
@click.option("--yes", is_flag=True, help="With --for-good: ask nothing.")
@click.pass_obj
def delete(library: Path, project: str, for_good: bool, copies: bool, yes: bool) -> None:
    """Put PROJECT into the bin, from where `restore` brings it back."""
    if (copies or yes) and not for_good:
        raise UserError(N_("--copies and --yes go with --for-good."))
    language = system_language()
    with open_library(library) as opened:
        one = projects.project(opened, project, binned=for_good)
        if not for_good:
            projects.bin_project(opened, one.id)
            return
        asked = translate(N_("Delete “{name}” for good? This cannot be undone."), language)
        confirming.confirm(asked.format(name=one.name), agreed=yes)
        holding = projects.delete_for_good(opened, one.id)
        if holding and copies:
            click.echo(deleting.delete_copies(opened, holding, language))
        elif holding:
            click.echo(deleting.of_copies(holding, library, language))


@click.command()
@click.argument("project")
@click.pass_obj
def restore(library: Path, project: str) -> None:
    """Bring PROJECT back from the bin."""
    with open_library(library) as opened:
        projects.restore(opened, projects.project(opened, project, binned=True).id)


@click.command("save-as")
@click.argument("project")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--without-people", is_flag=True, help="Leave the staff list out.")
@click.pass_obj
def save_as(library: Path, project: str, file: Path, without_people: bool) -> None:
    """Save PROJECT as one FILE that can be sent and opened elsewhere."""
    with open_library(library) as opened:
        one = projects.project(opened, project)
        files.save_as(opened, one.id, file, with_people=not without_people)


@click.command("open")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def open_file(library: Path, file: Path) -> None:
    """Open a project FILE as a copy of its own and print the copy's id."""
    with open_library(library) as opened:
        click.echo(files.open_file(opened, file).id)
