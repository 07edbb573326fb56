"""The commands about the back-ups of the library."""

import datetime as dt
from pathlib import Path

import click

from wizard.i18n import N_, system_language, translate
from wizard.library import backups as stored
from wizard.library import moving, restoring
from wizard.library.connection import open_library
from wizard.library.restoring import Held


@click.group(invoke_without_command=True)
@click.pass_context
def backups(context: click.Context) -> None:
    """List the back-ups of the library, the newest first; make one, or restore one.

    One a line: name, when it was made, bytes, number of projects, whether it is sound.
    """
    if context.invoked_subcommand is None:
        for held in restoring.listed(context.obj):
            click.echo(_line(held))


@backups.command()
@click.pass_obj
def make(library: Path) -> None:
    """Back the library up now and print the name of the copy."""
    with open_library(library, daily_backup=False) as opened:
        click.echo(stored.at_once(opened).name)


@backups.command()
@click.argument("name")
@click.pass_obj
def restore(library: Path, name: str) -> None:
    """Put the back-up called NAME in the place of the library, which is kept.

    What was given since that back-up is not in it. No window may be open meanwhile.
    """
    language = system_language()
    kept = restoring.restore(restoring.named(library, name), library)
    # An older back-up is brought up to date, and one that cannot be worked on is told at once.
    moving.check(library)
    if kept is not None:
        told = translate(N_("The library as it was before is kept in “{file}”."), language)
        click.echo(told.format(file=kept))


def _line(held: Held) -> str:
    is_moment = isinstance(held.made_at, dt.datetime)
    made_at = held.made_at.strftime("%Y-%m-%d %H:%M" if is_moment else "%Y-%m-%d")
    state = "damaged" if held.projects is None else "sound"
    projects = "-" if held.projects is None else str(held.projects)
    return "\t".join((held.path.name, made_at, str(held.size), projects, state))
