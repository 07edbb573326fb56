"""The command that shows who has signed, and writes it as a table."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import click

from wizard import clock
from wizard.commands.days import day
from wizard.errors import UserError
from wizard.export import replace
from wizard.i18n import LANGUAGES, N_, system_language
from wizard.ledger import ledger as ledgers
from wizard.ledger import tables, wording
from wizard.ledger.ledger import Ledger
from wizard.library import projects
from wizard.library.connection import open_library


@click.command()
@click.argument("project")
@click.option("--outstanding", is_flag=True, help="Only the signatures that are still awaited.")
@click.option("--on", type=day, metavar="DATE", help="As it stood on this day; else today.")
@click.option(
    "--csv",
    "csv_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.csv",
    help="Write a table for a spreadsheet, a row for each person.",
)
@click.option(
    "--xlsx",
    "xlsx_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.xlsx",
    help="Write the table as an Excel file.",
)
@click.option("--language", type=click.Choice(LANGUAGES), help="Language of the words.")
@click.pass_obj
def ledger(
    library: Path,
    project: str,
    outstanding: bool,
    on: dt.date | None,
    csv_file: Path | None,
    xlsx_file: Path | None,
    language: str | None,
) -> None:
    """Show who must sign what in PROJECT and who has, or write it as a table.

    One line for each person and document: id, name, document, version, state, day, due by.
    """
    with open_library(library) as opened:
        found = ledgers.read(opened, projects.project(opened, project).id, on or clock.today())
    if not found.documents:
        raise UserError(N_("No version was published by then. Publish one, or take a later day."))
    words = language or system_language()
    if csv_file is not None:
        _write(csv_file, tables.csv_of(found, words, outstanding=outstanding))
    if xlsx_file is not None:
        _write(xlsx_file, tables.xlsx_of(found, words, outstanding=outstanding))
    if csv_file is None and xlsx_file is None:
        for line in _lines(found, words, outstanding=outstanding):
            click.echo(line)


def _write(file: Path, content: bytes) -> None:
    replace(file, content)
    click.echo(str(file))


def _lines(found: Ledger, language: str, *, outstanding: bool) -> Iterator[str]:
    for person in found.people.values():
        cells = found.state(person.id).cells
        for asked in found.documents:
            cell = cells.get(asked.document)
            if cell is None or (outstanding and not cell.outstanding):
                continue
            yield line_of(
                person.id,
                person.name,
                asked.document,
                wording.edition(cell, asked),
                wording.state(cell, language),
                cell.on,
                cell.due,
            )


def line_of(*parts: str | int | dt.date | None) -> str:
    """The parts with tabs between them, and none within, nor a line end."""
    return "\t".join(" ".join(str("" if part is None else part).split()) for part in parts)
