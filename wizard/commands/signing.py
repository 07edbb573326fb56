"""The command that notes signatures, refusals and hand-overs, and takes marks back."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import click

from wizard import clock, incoming
from wizard.commands.days import day
from wizard.commands.ledger import line_of
from wizard.errors import UserError
from wizard.i18n import N_, system_language, translate
from wizard.ledger import finding, ledger, marking, replies, standing, wording
from wizard.ledger.replies import Preview
from wizard.library import events, people, projects
from wizard.library.connection import Library, open_library
from wizard.library.events import Event
from wizard.library.people import Person
from wizard.staff_lists import source

NOTED = {
    "must": N_("must sign"),
    "undo": N_("taken back"),
    "handed": wording.STATES["handed"],
    "signed": wording.STATES["signed"],
    "refused": wording.STATES["refused"],
}


@click.command()
@click.argument("project")
@click.argument("numbers", nargs=-1, type=int)
@click.option(
    "--person",
    "names",
    multiple=True,
    metavar="NAME",
    help="Id, or full name or a part of it in any order; may be given again.",
)
@click.option(
    "--document",
    "documents",
    multiple=True,
    metavar="ID",
    help="Document; may be given again. Without it the only one that is signed.",
)
@click.option("--on", type=day, metavar="DATE", help="Day of it; without it today.")
@click.option("--how", type=click.Choice(list(marking.HOW)), help="How; signed on paper if unsaid.")
@click.option("--refused", is_flag=True, help="Note a refusal, not a signature.")
@click.option("--handed", is_flag=True, help="Note that it was handed over, not a signature.")
@click.option(
    "--scan",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Keep this PDF, PNG or JPEG of the signed sheet.",
)
@click.option("--note", default="", metavar="TEXT", help="A remark to keep with it.")
@click.option(
    "--replies",
    "table",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.csv",
    help="Note the signatures in a table of replies, from a form or a mailing.",
)
@click.option("--dry-run", is_flag=True, help="With --replies: tell, and note nothing.")
@click.option("--undo", is_flag=True, help="Take back the events with these NUMBERS.")
@click.pass_obj
def sign(
    library: Path,
    project: str,
    numbers: tuple[int, ...],
    names: tuple[str, ...],
    documents: tuple[str, ...],
    on: dt.date | None,
    how: str | None,
    refused: bool,
    handed: bool,
    scan: Path | None,
    note: str,
    table: Path | None,
    dry_run: bool,
    undo: bool,
) -> None:
    """Note in PROJECT who has signed, refused, or was given what.

    What was noted is printed, one event a line, its number first; `sign PROJECT --undo NUMBERS`
    takes events back.
    """
    _must_be_one_way(names=bool(names), table=table is not None, undo=undo, numbers=bool(numbers))
    if not names and (how or refused or handed or scan or note):
        raise UserError(N_("--how, --refused, --handed, --scan and --note go with --person."))
    if dry_run and table is None:
        raise UserError(N_("--dry-run goes with --replies."))
    if refused and handed:
        raise UserError(N_("--refused and --handed cannot both be. Choose one."))
    then = on or clock.today()
    with open_library(library) as opened:
        one = projects.project(opened, project).id
        if undo:
            noted = _undo(opened, one, numbers)
        elif table is not None:
            found = replies.preview(
                opened,
                one,
                source.of_file(table),
                on=then,
                today=clock.today(),
                documents=documents,
            )
            _tell(found, dry_run=dry_run)
            noted = [] if dry_run else replies.take(opened, one, found)
        else:
            sort: marking.Mark = "refused" if refused else "handed" if handed else "signed"
            noted = marking.mark(
                opened,
                one,
                sort,
                _people(opened, one, names),
                finding.documents(ledger.read(opened, one, min(then, clock.today())), documents),
                on=then,
                today=clock.today(),
                how=how or ("paper" if sort == "signed" else ""),
                note=note,
                scan=incoming.bytes_of(scan) if scan else b"",
            )
        if noted:
            standing.keep(opened, one, clock.today())
        listed = {person.id: person for person in people.people(opened, one)}
        for event in events.numbered(opened, one, noted):
            click.echo(_line(event, listed))


def _must_be_one_way(*, names: bool, table: bool, undo: bool, numbers: bool) -> None:
    if names + table + undo != 1:
        raise UserError(
            N_("Name people with --person, a table with --replies, or events with --undo.")
        )
    if undo != numbers:
        raise UserError(N_("The numbers of events go with --undo: sign PROJECT --undo 12 13."))


def _undo(library: Library, project: str, numbers: Iterable[int]) -> list[int]:
    wanted = set(numbers)
    unknown = wanted - {one.id for one in events.numbered(library, project, wanted)}
    if unknown:
        raise UserError(
            N_("This project has no event {numbers}. Take a number that “sign” printed."),
            numbers=", ".join(str(one) for one in sorted(unknown)),
        )
    return marking.undo(library, project, wanted, clock.today())


def _people(library: Library, project: str, names: Iterable[str]) -> list[str]:
    listed = people.people(library, project)
    return list(dict.fromkeys(finding.one(listed, name).id for name in names))


def _tell(found: Preview, *, dry_run: bool) -> None:
    """What is wrong with lines, and in a dry run what would be noted; else that is told later."""
    language = system_language()
    for problem in found.problems:
        sentence = translate(problem.message, language).format(**problem.values)
        click.echo(f"{problem.line}: {sentence}", err=True)
    if dry_run:
        for one in found.marks:
            event = Event(one.on, "signed", one.person.id, one.document, one.version)
            click.echo(_line(event, {one.person.id: one.person}))


def _line(event: Event, listed: dict[str, Person]) -> str:
    """Number, id, name, document, version, what was noted, day."""
    person = listed.get(event.person, Person(id=event.person))
    return line_of(
        event.id or "",
        person.id,
        person.name,
        event.document,
        event.version,
        translate(NOTED.get(event.kind, event.kind), system_language()),
        event.on,
    )
