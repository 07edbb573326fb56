"""The command that records a drill held on paper."""

import dataclasses
from pathlib import Path

import click

from wizard import clock, saving
from wizard.commands import days
from wizard.errors import UserError
from wizard.exercises import choosing, recording
from wizard.i18n import N_
from wizard.interview import wording
from wizard.interview.ask import with_answers
from wizard.interview.drills import Action, Held
from wizard.interview.values import Person
from wizard.language import names
from wizard.library import projects
from wizard.library.connection import open_library


@click.command()
@click.argument("project")
@click.option("--day", metavar="DATE", help="When it was held. Without it today.")
@click.option(
    "--risk", metavar="ID", help="What was rehearsed: a risk by id or title. Else the highest."
)
@click.option("--led-by", metavar="NAME", default="", help="Who read out the injects.")
@click.option("--present", metavar="NAMES", help="Who took part. Without it the crisis team.")
@click.option("--worked", metavar="TEXT", default="", help="What worked.")
@click.option("--failed", metavar="TEXT", default="", help="What did not work.")
@click.option(
    "--action", "changes", metavar="TEXT", multiple=True,
    help="What to change, who and by when: “text; who; 2026-12-24”. May be given again.",
)  # fmt: skip
@click.pass_obj
def drill(
    library: Path,
    project: str,
    day: str | None,
    risk: str | None,
    led_by: str,
    present: str | None,
    worked: str,
    failed: str,
    changes: tuple[str, ...],
) -> None:
    """Record a drill of PROJECT that was held on paper, and what it led to."""
    held_on = clock.today() if day is None else days.day(day)
    with open_library(library) as opened:
        session = saving.opened(opened, projects.project(opened, project))
        answers = choosing.with_risk(session.answers, risk)
        begun = recording.begun(answers, session.language)
        held = dataclasses.replace(
            begun,
            day=held_on,
            led_by=Person(**names.parts(led_by)) if led_by.strip() else begun.led_by,
            present=begun.present if present is None else recording.answer(present),
            worked=recording.answer(worked),
            failed=recording.answer(failed),
        )
        actions = [_action(held, typed) for typed in changes]
        drills = recording.recorded(session.answers.drills, held, actions)
        session.answers = with_answers(session.answers, {"drills": drills})
        saving.save_session(opened, session)
        title = wording.text(held.title, session.language, session.answers)
        click.echo(f"{held_on.isoformat()}\t{title}")


def _action(held: Held, typed: str) -> Action:
    text, who, by = (*(part.strip() for part in typed.split(";", 2)), "", "", "")[:3]
    if not text:
        raise UserError(
            N_("“{typed}” does not say what to change. Write it as: text; who; 2026-12-24."),
            typed=typed,
        )
    action = recording.new_action(held, text, who)
    return dataclasses.replace(action, by=days.day(by)) if by else action
