"""The command that checks a project's answers before they are printed."""

import json

import click

from wizard import checked, clock, saving
from wizard.checks.finding import NAMES, NOT_ADVICE, Finding
from wizard.checks.leaving import Left, Sorted
from wizard.i18n import LANGUAGES, N_, system_language, translate
from wizard.interview.kinds import Json
from wizard.language import dates
from wizard.library import projects
from wizard.library.connection import open_library

SOMETHING_TO_FIX = 1
NOTHING = N_("Nothing was found.")
HARMLESS = dict.fromkeys([*range(32), *range(127, 160)], "\N{REPLACEMENT CHARACTER}")
"""What an owner's text may not tell a terminal."""
LEFT = N_("Left as it is: {reason}")


@click.command()
@click.argument("project")
@click.option("--json", "as_json", is_flag=True, help="Write the findings as JSON.")
@click.option("--language", type=click.Choice(LANGUAGES), help="Language of the findings.")
@click.pass_context
def check(context: click.Context, project: str, as_json: bool, language: str | None) -> None:
    """Check the answers of PROJECT: what is missing, contradicts itself or may be unlawful.

    The exit code is 1 where something is to fix. What was left in the window is told last and
    counts no longer. General information, not legal advice.
    """
    words = language or system_language()
    with open_library(context.obj) as opened:
        session = saving.opened(opened, projects.project(opened, project))
        found = checked.of_session(session, clock.today(), words)
    click.echo(_json(found) if as_json else "\n".join(_lines(found, words)))
    if any(one.severity == "fix" for one in found.open):
        context.exit(SOMETHING_TO_FIX)


def _json(found: Sorted) -> str:
    told = [_record(one, None) for one in found.open]
    told += [_record(one, left) for one, left in found.left]
    return json.dumps({"findings": told}, ensure_ascii=False, indent=2)


def _record(one: Finding, left: Left | None) -> Json:
    record: dict[str, Json] = {
        "check": one.check,
        "severity": one.severity,
        "message": one.message,
        "why": one.why,
        "sources": [
            {"name": source.name, "as_of": source.as_of.isoformat(), "law": source.is_law}
            for source in one.sources
        ],
        "places": [str(place) for place in one.places],
    }
    if one.document:
        record["language" if one.document in LANGUAGES else "document"] = one.document
    if left is not None:
        record["left"] = {"reason": left.reason, "on": left.on.isoformat()}
    return record


def _lines(found: Sorted, language: str) -> list[str]:
    lines = [_line(one, language) for one in found.open] or [translate(NOTHING, language)]
    for one, left in found.left:
        reason = translate(LEFT, language).format(reason=left.reason)
        lines.append(f"{_line(one, language)}\n    {reason}")
    days = [
        source.as_of
        for one in (*found.open, *(one for one, _ in found.left))
        for source in one.sources
        if source.is_law
    ]
    if days:
        date = dates.in_text(min(days), language)
        lines.append(translate(NOT_ADVICE, language).format(date=date))
    return lines


def _line(one: Finding, language: str) -> str:
    name = translate(NAMES[one.severity], language)
    sources = "; ".join(
        f"{source.name} ({dates.in_tables(source.as_of, language)})" for source in one.sources
    )
    told = (f"{name}: {one.message} [{one.check}]", one.why, sources)
    return "\n    ".join(part.translate(HARMLESS) for part in told if part)
