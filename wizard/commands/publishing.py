"""The commands that publish versions, list them and compare them."""

import datetime as dt
from pathlib import Path

import click

from wizard import clock, saving
from wizard.commands.days import day
from wizard.i18n import LANGUAGES, N_, system_language, translate
from wizard.library import projects, versions
from wizard.library.connection import open_library
from wizard.versions import comparing, drafting, proposing, publishing, reopening, touching

FATES = {
    "new": N_("new"),
    "major": N_("changed: people sign again"),
    "minor": N_("corrected: signatures stay"),
    "unchanged": N_("unchanged since version {number}"),
}


@click.command()
@click.argument("project")
@click.option("--note", required=True, metavar="TEXT", help="One line: what changed.")
@click.option(
    "--minor",
    multiple=True,
    metavar="DOCUMENT",
    is_flag=False,
    flag_value="",
    help="The change of this document is minor: signatures stay. May be given again; without a name"
    " it means every changed document. Without it people sign all of them again.",
)
@click.option(
    "--sign-by",
    type=day,
    metavar="DATE",
    help="The day until which it is to be signed; else the one answered, or in two weeks.",
)
@click.pass_obj
def publish(
    library: Path, project: str, note: str, minor: tuple[str, ...], sign_by: dt.date | None
) -> None:
    """Freeze PROJECT as a new version, and print its number."""
    today = clock.today()
    with open_library(library) as opened:
        session = saving.opened(opened, projects.project(opened, project))
        last = reopening.reopen_latest(opened, session.project.id)
        proposal = proposing.propose(session.answers, last, today)
        chosen = set(minor) - {""}
        if "" in minor:
            chosen |= {name for name, one in proposal.changes.items() if one.fate == "changed"}
        usual = publishing.usual_sign_by(session.answers, today)
        made = publishing.publish(
            opened, session, proposal, last,
            note=note, today=today, minor=chosen, sign_by=sign_by or usual,
        )  # fmt: skip
    click.echo(made.number)


@click.command("versions")
@click.argument("project")
@click.pass_obj
def list_versions(library: Path, project: str) -> None:
    """List the versions of PROJECT: number, day, what changed, and each document's edition."""
    language = system_language()
    with open_library(library) as opened:
        one = projects.project(opened, project)
        for version in versions.versions(opened, one.id):
            click.echo(f"{version.number}\t{version.dated.isoformat()}\t{version.note}")
            for edition in versions.editions(opened, one.id, version.number).values():
                fate = _fate(edition, version.number, first=version.number == 1)
                words = translate(FATES[fate], language).format(number=edition.number)
                click.echo(f"\t{edition.document}\t{edition.number}\t{words}")


@click.command()
@click.argument("project")
@click.argument("before", type=int)
@click.argument("after", type=int, required=False)
@click.option("--language", type=click.Choice(LANGUAGES), help="In which language to tell it.")
@click.pass_obj
def compare(
    library: Path, project: str, before: int, after: int | None, language: str | None
) -> None:
    """Say what changed in PROJECT from version BEFORE to AFTER, or to the draft."""
    with open_library(library) as opened:
        session = saving.opened(opened, projects.project(opened, project))
        spoken = language or session.language
        first = reopening.reopen(opened, session.project.id, before)
        if after is not None:
            second: touching.Side = reopening.reopen(opened, session.project.id, after)
        else:
            second = drafting.drafted(session.answers, clock.today())
    found = touching.compare(first, second, [spoken])
    for one in found.differences[spoken]:
        sort = translate(comparing.SORTS[one.sort], spoken)
        told = " → ".join(part for part in (one.was, one.became) if part)
        where = comparing.title(one, spoken)
        click.echo("\t".join((sort, where, told, " ".join(one.documents))))


def _fate(edition: versions.StoredEdition, version: int, *, first: bool) -> str:
    if edition.number != version:
        return "unchanged"
    return "new" if first else "major" if edition.major else "minor"
