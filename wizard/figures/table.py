"""The figures that a table tells, and what is wrong with its other lines."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wizard.errors import UserError
from wizard.figures import columns as columns_of
from wizard.figures.channel_names import ChannelNames
from wizard.figures.columns import Columns
from wizard.i18n import N_
from wizard.interview.channels import Channel
from wizard.interview.times import EARLIEST, MOST
from wizard.language import reading
from wizard.staff_lists.table import Problem

BLANKS = re.compile(r"[\s\u00a0\u202f']")
THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
WHOLE = re.compile(r"(\d{1,9})(?:[.,]0+)?")


@dataclass(frozen=True, slots=True)
class Figure:
    """What a line (counted from 1, the heading included) says of one month of a channel."""

    line: int
    channel: Channel
    month: dt.date
    messages: int
    late: int


@dataclass(frozen=True, slots=True)
class Table:
    """The figures that can be taken over, each month of a channel once, and the problems."""

    figures: tuple[Figure, ...]
    problems: tuple[Problem, ...]


def taken(
    rows: Sequence[Sequence[str]],
    columns: Columns,
    names: ChannelNames,
    language: str,
    today: dt.date,
) -> Table:
    """The figures of the rows below the heading; of two lines for one month the later counts.

    ``language`` is that in which problems name the channels.
    """
    found: dict[tuple[str, dt.date], Figure] = {}
    problems: list[Problem] = []
    for line, cells in columns_of.lines(rows, columns):
        try:
            one = _figure(line, cells, names, language, today)
        except UserError as error:
            problems.append(Problem(line, error.message, error.values))
            continue
        before = found.pop((one.channel.id, one.month), None)
        if before is not None:
            message = N_("Line {line} tells the same month again and counts instead.")
            problems.append(Problem(before.line, message, {"line": line}))
        found[one.channel.id, one.month] = one
    return Table(tuple(found.values()), tuple(sorted(problems, key=lambda one: one.line)))


def _figure(
    line: int, cells: Mapping[str, str], names: ChannelNames, language: str, today: dt.date
) -> Figure:
    channel = meant(cells.get("channel", ""), names, language)
    month = _month(cells.get("month", ""), today)
    messages = _whole(cells.get("messages", ""))
    if "late" in cells:
        late = _whole(cells["late"])
        if late > messages:
            raise UserError(
                N_("More answered late ({late}) than there were messages ({messages})."),
                late=late,
                messages=messages,
            )
        return Figure(line, channel, month, messages, late)
    in_time = _whole(cells.get("in_time", ""))
    if in_time > messages:
        raise UserError(
            N_("More answered in time ({in_time}) than there were messages ({messages})."),
            in_time=in_time,
            messages=messages,
        )
    return Figure(line, channel, month, messages, messages - in_time)


def meant(text: str, names: ChannelNames, language: str) -> Channel:
    """The one channel that is called so; UserError where there is none, or more than one."""
    if not text:
        raise UserError(N_("This line names no channel."))
    found = names.named(text)
    if not found:
        raise UserError(
            N_("No channel is called “{text}”. There are: {channels}."),
            text=text,
            channels=names.listed(language),
        )
    if len(found) > 1:
        raise UserError(
            N_("More than one channel is called “{text}”. Write its address instead."), text=text
        )
    return found[0]


def _month(text: str, today: dt.date) -> dt.date:
    month = reading.month(reading.without_time(text))
    if month is None or month < EARLIEST:
        raise UserError(
            N_("“{text}” is no month that we can read. Write it like 2026-11."), text=text
        )
    if month > today:
        raise UserError(N_("“{text}” is still to come."), text=text)
    return month


def _whole(text: str) -> int:
    """A whole number, with or without marks between its thousands."""
    figures = BLANKS.sub("", text)
    if THOUSANDS.fullmatch(figures):
        figures = re.sub(r"[.,]", "", figures)
    match = WHOLE.fullmatch(figures)
    if match is None or int(match[1]) > MOST:
        raise UserError(N_("“{text}” is no whole number from 0 to {most}."), text=text, most=MOST)
    return int(match[1])
