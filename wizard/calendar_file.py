"""The days of a project as a calendar file (.ics, RFC 5545).

An own writer: whole days without repetition or time zone need folding, escaping and line ends
alone. ``icalendar`` would do it as well, for 9 MB with what it needs and 45 ms at each start.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wizard import export
from wizard.errors import UserError
from wizard.i18n import N_, translate
from wizard.language import dates
from wizard.library import projects
from wizard.library.connection import Library
from wizard.library.projects import Project

PRODUCT = "-//Policy Wizard//Policy Wizard//EN"
OCTETS = 75
"""The most bytes that a line of the file may have, its end not counted."""
ALARM = "-P6DT15H"
"""Nine o'clock in the morning, a week before the day."""
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be done by a day; ``what`` tells it apart, for as long as the project lives."""

    what: str
    on: dt.date
    sentence: str


def of_project(project: Project, language: str, now: dt.datetime) -> bytes:
    """The file, with an alarm a week before each day; what is overdue stands on today.

    A file made later changes the same entries of a calendar. UserError where no day is known.
    """
    found = list(_entries(project))
    if not found:
        raise UserError(
            N_(
                "No day is known yet. Say from when the rules are valid, "
                "or when the next drill is to be held."
            )
        )
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "METHOD:PUBLISH"]
    for entry in found:
        lines += _event(entry, project, language, now)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def save(library: Library, project: str, language: str, file: Path, now: dt.datetime) -> None:
    """Write the file of the project as the library has it, whole or not at all."""
    export.replace(file, of_project(projects.must_exist(library, project), language, now))


def _entries(project: Project) -> Iterator[Entry]:
    standing = project.standing
    days = (
        ("review", standing.review_on, N_("Review the rules: {name}")),
        ("drill", standing.drill_on, N_("Drill: {name}")),
        ("contacts", standing.contacts_on, N_("Check the contacts: {name}")),
        ("signatures", project.signatures.sign_on, N_("Collect the signatures: {name}")),
        ("actions", standing.action_on, N_("Make the changes that the drill has shown: {name}")),
    )
    for what, day, sentence in days:
        if day is not None:
            yield Entry(what, day, sentence)


def _event(entry: Entry, project: Project, language: str, now: dt.datetime) -> Iterator[str]:
    summary = _text(translate(entry.sentence, language).format(name=project.name))
    day = max(entry.on, now.date())
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.what}-{project.id}@policy-wizard.invalid"
    yield f"DTSTAMP:{now.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    if day < dt.date.max:
        yield f"DTEND;VALUE=DATE:{day + DAY:%Y%m%d}"
    yield f"SUMMARY:{summary}"
    if description := _description(entry, project, language, now.date()):
        yield f"DESCRIPTION:{_text(description)}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{summary}"
    yield f"TRIGGER:{ALARM}"
    yield "END:VALARM"
    yield "END:VEVENT"


def _description(entry: Entry, project: Project, language: str, today: dt.date) -> str:
    said = []
    if entry.on < today:
        date = dates.in_text(entry.on, language)
        said.append(translate(N_("It was due on {date}."), language).format(date=date))
    if entry.what == "signatures":
        signed = project.signatures
        words = translate(N_("Signed: {given} of {asked}."), language)
        said.append(words.format(given=signed.signed, asked=signed.signers))
    return " ".join(said)


def _text(text: str) -> str:
    """The text as a value of the file; control signs, which it cannot hold, are left out."""
    lines = "\n".join(text.splitlines())
    kept = "".join(sign for sign in lines if sign >= " " or sign in "\n\t")
    return kept.translate(ESCAPES)


def _folded(line: str) -> bytes:
    """The line in pieces of 75 bytes at most, none of which splits a letter."""
    pieces: list[bytes] = []
    piece = b""
    for sign in line:
        letter = sign.encode("utf-8", "replace")
        # What goes on begins with a space, which counts.
        if len(piece) + len(letter) > OCTETS - bool(pieces):
            pieces.append(piece)
            piece = b""
        piece += letter
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"
