"""The command about the log of missed times."""

import datetime as dt
from pathlib import Path

import click

from wizard import clock, saving
from wizard.errors import UserError
from wizard.figures import draft as drafts
from wizard.figures.channel_names import ChannelNames
from wizard.i18n import N_, system_language, translate
from wizard.interview import punctuality
from wizard.interview.answers import Answers
from wizard.library import projects
from wizard.library.connection import open_library
from wizard.session import Session
from wizard.staff_lists import source


@click.command()
@click.argument("project")
@click.argument(
    "file", required=False, type=click.Path(path_type=Path, dir_okay=False), metavar="[FILE.csv]"
)
@click.pass_obj
def times(library: Path, project: str, file: Path | None) -> None:
    """List how many replies were late in PROJECT, or take the figures of a table over.

    One a line: month, channel, messages, late ones, their share. A table (.csv, .xlsx) names its
    columns in a row: channel, month, messages, late; or, with a line for each message: channel,
    received, answered.
    """
    language = system_language()
    found = source.of_file(file) if file is not None else None
    with open_library(library) as opened:
        session = saving.opened(opened, projects.project(opened, project))
        if found is not None:
            draft = drafts.drafted(found, session.answers, language, clock.today())
            _take(session, draft)
            saving.save_session(opened, session)
    if found is None:
        _list(session.answers, language)
    else:
        _tell(draft, language)


def _take(session: Session, draft: drafts.Draft) -> None:
    """Lay the draft over the log; nothing where it brings nothing."""
    for place, figure in drafts.cells(draft):
        if place in session.misfits:
            session.give(place, figure)
    session.give(drafts.MONTHS, drafts.raw(session.answers, draft))


def _tell(draft: drafts.Draft, language: str) -> None:
    for problem in draft.problems:
        sentence = translate(problem.message, language).format(**problem.values)
        click.echo(f"{problem.line}: {sentence}", err=True)
    if not draft.lines:
        raise UserError(
            N_("There are no figures in “{file}” that can be taken over."), file=draft.source.name
        )
    changed = sum(one.before is not None for one in draft.news)
    said = translate(N_("New: {new}. Changed: {changed}. As before: {same}."), language)
    new, same = len(draft.news) - changed, len(draft.lines) - len(draft.news)
    click.echo(said.format(new=new, changed=changed, same=same))


def _list(answers: Answers, language: str) -> None:
    names = ChannelNames(answers)
    titles = {one.id: names.title(one, language) for one in names.channels}
    order = list(titles)
    told = [one for one in answers.times.months if one.month and one.channel in titles]
    for one in sorted(told, key=lambda one: (one.month or dt.date.min, order.index(one.channel))):
        counts = ("" if count is None else str(count) for count in (one.messages, one.late))
        share = ""
        if one.messages and one.late is not None:
            share = f"{punctuality.share_late(one):.0%}"
        click.echo("\t".join((f"{one.month:%Y-%m}", titles[one.channel], *counts, share)))
