"""The command about a project's answers."""

import json
import sys
from pathlib import Path

import click

from wizard import incoming, saving
from wizard.errors import UserError
from wizard.i18n import LANGUAGES, N_
from wizard.interview import spoken
from wizard.interview.kinds import Json
from wizard.library import projects
from wizard.library.connection import open_library


@click.command()
@click.argument("project")
@click.option(
    "--set", "file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.json",
    help="Take over the answers in this file, whole or partial; - reads standard input.",
)  # fmt: skip
@click.option("--language", type=click.Choice(LANGUAGES), help="Language of catalogue texts.")
@click.pass_obj
def answers(library: Path, project: str, file: Path | None, language: str | None) -> None:
    """Write all answers of PROJECT as JSON, or take answers over with --set."""
    raw = _json(file) if file is not None else None
    with open_library(library) as opened:
        session = saving.opened(opened, projects.project(opened, project))
        if file is not None:
            session.take(raw)
            saving.save_session(opened, session)
            return
    said = spoken.spoken(session.answers, language or session.language)
    text = json.dumps(said, ensure_ascii=False, indent=2)
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate is no UTF-8, yet it is what was typed
        text = json.dumps(said, indent=2)
    click.echo(text)


def _json(file: Path) -> Json:
    try:
        typed = str(file) == "-"
        text = sys.stdin.read() if typed else incoming.bytes_of(file).decode("utf-8-sig")
        found: Json = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UserError(
            N_("“{file}” is no JSON file ({reason}). Nothing was changed."),
            file=str(file),
            reason=str(error),
        ) from error
    return found
