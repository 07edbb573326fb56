"""The commands that write documents and show the trade examples."""

import datetime as dt
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from wizard import examples, export as exporting
from wizard.errors import UserError
from wizard.i18n import LANGUAGES, N_, system_language
from wizard.interview import answers as interview


@click.command("examples")
def examples_command() -> None:
    """List the trade examples, one a line, the id first."""
    for trade in examples.trades():
        click.echo(f"{trade}\t{examples.title(trade, system_language())}")


@click.command()
@click.argument("project", required=False)
@click.option("--example", metavar="TRADE", help="Use a throw-away project with the example's facts.")
@click.option("--to", "folder", type=click.Path(path_type=Path), required=True, help="Folder to write into.")
@click.option("--language", "languages", multiple=True, type=click.Choice(LANGUAGES), help="Document language; may be given again.")
@click.option("--document", "documents", multiple=True, metavar="ID", help="Document to write; may be given again. Without it the default set.")
@click.pass_obj
def export(
    library: Path,
    project: str | None,
    example: str | None,
    folder: Path,
    languages: tuple[str, ...],
    documents: tuple[str, ...],
) -> None:
    """Write the documents of PROJECT, or of an example, as Word files."""
    if (project is None) == (example is None):
        raise UserError(N_("Name a project, or an example with --example; not both."))
    wanted: list[exporting.Order] = []
    if example is not None:
        for language in dict.fromkeys(languages or ("en",)):
            stored = examples.with_facts(example, language=language)
            wanted += exporting.orders(interview.read(example, stored), [language], documents)
    today = dt.date.today()
    _show(exporting.write(wanted, folder, today, lambda _path: None), len(wanted))


def _show(written: Iterable[exporting.Written], count: int) -> None:
    with click.progressbar(
        length=count, file=sys.stderr, hidden=not sys.stderr.isatty(), label="Word"
    ) as bar:
        for one in written:
            click.echo(str(one.path))
            bar.update(1)
