"""The command that tells which version a file is."""

from pathlib import Path

import click

from wizard import incoming
from wizard.documents import templates
from wizard.i18n import LANGUAGES, N_, system_language, translate
from wizard.language import dates

UNSURE = 1
"""The exit code for a file that is not, or cannot be shown to be, a published version."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
@click.pass_context
def verify(context: click.Context, library: Path, file: Path) -> None:
    """Say which version the Word FILE is, and whether its text was altered.

    Exit code 0 for a published version as it was, filled in or not; 1 for any other Word file.
    """
    from wizard.library.connection import open_library
    from wizard.versions import verifying

    language = system_language()

    def say(message: str, **values: object) -> None:
        click.echo(translate(message, language).format(**values))

    content = incoming.bytes_of(file)
    if library.exists():
        with open_library(library, make=False) as opened:
            found = verifying.verify(opened, content)
    else:
        found = verifying.verify(None, content)
    marks = found.marks
    if found.state == "to-sign":
        say(N_("A paper to sign:"))
        for one in found.known:
            say(
                N_("“{title}”, published in “{project}” with version {number}, code {code}."),
                title=_title(one.document, one.language),
                project=one.project,
                number=one.version,
                code=one.code,
            )
        return
    if marks is None:
        say(N_("This file does not say which version it is: a draft, a sheet, or not ours."))
        context.exit(UNSURE)
    say(
        N_("“{title}”, version {number} of {date}, code {code}."),
        title=_title(marks.document, marks.language),
        number=marks.version,
        date=dates.in_tables(marks.dated, language),
        code=marks.fingerprint[:8],
    )
    if found.known:
        for one in found.known:
            say(
                N_("Published in “{project}” with version {number}."),
                project=one.project,
                number=one.version,
            )
    else:
        say(N_("This library did not publish it."))
    for line in found.filled:
        say(N_("Filled in: {line}"), line=line)
    if found.state == "intact":
        say(N_("The text is as it was published."))
        context.exit(0 if found.known else UNSURE)
    say(N_("The text was altered after it was published."))
    for place in found.differences:
        for line in place.published:
            click.echo(f"- {line}")
        for line in place.found:
            click.echo(f"+ {line}")
    context.exit(UNSURE)


def _title(document: str, language: str) -> str:
    known = templates.documents(language).get(document) if language in LANGUAGES else None
    return known.title if known is not None else document
