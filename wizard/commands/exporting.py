"""The commands that write documents and show the trade examples."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wizard import clock, leftovers
from wizard import examples as trades
from wizard import export as writing
from wizard.errors import UserError
from wizard.exercises.choosing import with_risk
from wizard.i18n import LANGUAGES, N_, system_language, translate
from wizard.interview import answers as interview

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from wizard.documents.issue import By
    from wizard.library.connection import Library
    from wizard.session import Session


@click.command()
def examples() -> None:
    """List the trade examples, one a line, the id first."""
    for trade in trades.trades():
        click.echo(f"{trade}\t{trades.title(trade, system_language())}")


@click.command()
@click.argument("project", required=False)
@click.option(
    "--example", metavar="TRADE", help="Use a throw-away project with the example's facts."
)
@click.option(
    "--to", "folder", type=click.Path(path_type=Path), required=True, help="Folder to write into."
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    type=click.Choice(LANGUAGES),
    help="Document language; may be given again. Without it the project's own.",
)
@click.option(
    "--document",
    "documents",
    multiple=True,
    metavar="ID",
    help="Document to write; may be given again. Without it the default set.",
)
@click.option(
    "--version", "number", type=int, metavar="N", help="Write this published version again."
)
@click.option(
    "--outstanding", is_flag=True, help="With --version: sheets for those who have yet to sign."
)
@click.option(
    "--by",
    type=click.Choice(("department", "location")),
    default=None,
    help="With --version: a sheet for each.",
)
@click.option(
    "--risk", metavar="ID", help="Risk of the drill kit, by id or title. Without it the chosen one."
)
@click.option("--pdf", is_flag=True, help="Write a PDF beside each Word file.")
@click.pass_obj
def export(
    library: Path,
    project: str | None,
    example: str | None,
    folder: Path,
    languages: tuple[str, ...],
    documents: tuple[str, ...],
    number: int | None,
    by: By | None,
    risk: str | None,
    *,
    outstanding: bool,
    pdf: bool,
) -> None:
    """Write the documents of PROJECT, or of an example, as Word files.

    Without --version they are written as the answers stand, as a draft.
    """
    if (project is None) == (example is None):
        raise UserError(N_("Name a project, or an example with --example; not both."))
    if project is not None:

        def choose(opened: Library, session: Session) -> list[writing.Order]:
            if number is None:
                chosen = languages or session.answers.business.languages or ("en",)
                return writing.orders(with_risk(session.answers, risk), chosen, documents)
            from wizard.versions import issuing

            return issuing.of_version(
                opened, session, number, clock.today(),
                languages=languages, documents=documents, outstanding=outstanding, by=by or "",
            )  # fmt: skip

        _export_project(library, project, folder, choose, pdf=pdf)
        return
    wanted: list[writing.Order] = []
    for language in dict.fromkeys(languages or ("en",)):
        trade = str(example)
        stored = trades.with_facts(trade, language=language)
        answers = with_risk(interview.read(trade, stored), risk)
        wanted += writing.orders(answers, [language], documents)
    _write(wanted, folder, _nothing_written_yet, lambda _one: None, pdf=pdf)


def _nothing_written_yet(_path: Path) -> str | None:
    return None


def _export_project(
    library: Path,
    ref: str,
    folder: Path,
    choose: Callable[[Library, Session], list[writing.Order]],
    *,
    pdf: bool,
) -> None:
    from wizard import saving
    from wizard.library import exports, projects
    from wizard.library.connection import open_library

    with open_library(library) as opened:
        session = saving.opened(opened, projects.project(opened, ref))
        _write(
            [writing.equipped(opened, one) for one in choose(opened, session)],
            folder,
            lambda path: exports.last_export(opened, path),
            partial(writing.remember, opened, session.project.id),
            pdf=pdf,
        )


def _write(
    wanted: list[writing.Order],
    folder: Path,
    last_export: Callable[[Path], str | None],
    remember: Callable[[writing.Written], None],
    *,
    pdf: bool,
) -> None:
    """Write the documents; one that cannot be written is told and does not stop the others."""
    today = clock.today()
    writing.make_folder(folder)
    failed: list[UserError] = []

    def attempt(write: Callable[[], writing.Written]) -> None:
        try:
            one = write()
        except UserError as error:
            failed.append(error)
            return
        remember(one)
        click.echo(str(one.path))

    with leftovers.noted(folder):
        with click.progressbar(
            wanted, file=sys.stderr, hidden=not sys.stderr.isatty(), label="Word"
        ) as bar:
            for order in bar:
                attempt(partial(writing.write, order, folder, today, last_export))
        if pdf:
            for order, content in _printed(wanted, today, failed):
                path = (folder / writing.file_name(order, today)).with_suffix(".pdf")
                attempt(partial(writing.save, content, order, path, last_export))
    for one_failed in failed[:-1]:
        sentence = translate(one_failed.message, system_language()).format(**one_failed.values)
        click.echo(sentence, err=True)
    if failed:
        raise failed[-1]


def _printed(
    wanted: list[writing.Order], today: dt.date, failed: list[UserError]
) -> list[tuple[writing.Order, bytes]]:
    """Each document with the bytes of its PDF; none, and one more failure, without Qt."""
    from wizard.commands import pdf

    try:
        return list(zip(wanted, pdf.contents(wanted, today), strict=True))
    except UserError as error:
        failed.append(error)
        return []
