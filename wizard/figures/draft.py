"""Figures as they are understood so far, laid beside the log, before anything is taken over."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from wizard.errors import UserError
from wizard.figures import columns as columns_of
from wizard.figures import messages
from wizard.figures import table as table_of
from wizard.figures.channel_names import ChannelNames
from wizard.figures.table import Figure
from wizard.i18n import N_
from wizard.interview import places, times
from wizard.interview.answers import Answers
from wizard.interview.kinds import Json
from wizard.interview.places import Place
from wizard.interview.rows import RowId
from wizard.interview.times import Month
from wizard.staff_lists import source as source_of
from wizard.staff_lists.source import Source
from wizard.staff_lists.table import Problem

MONTHS = Place("times", "months")
"""Where the log of a project stands among its answers."""


@dataclass(frozen=True, slots=True)
class Line:
    """A figure, and the month of the log that it replaces; None where it is new."""

    figure: Figure
    before: Month | None

    @property
    def is_same(self) -> bool:
        """Whether the log says so already."""
        before, figure = self.before, self.figure
        return before is not None and (before.messages, before.late) == (
            figure.messages,
            figure.late,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """What a table would bring, and the problems of its other lines."""

    source: Source
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]

    @property
    def news(self) -> tuple[Line, ...]:
        """The lines that say something new."""
        return tuple(one for one in self.lines if not one.is_same)


def drafted(source: Source, answers: Answers, language: str, today: dt.date) -> Draft:
    """What the source tells of months, or of single messages; nothing is changed.

    UserError where its columns tell neither. ``language`` is that in which problems name the
    channels.
    """
    rows = source_of.cells(source, named=columns_of.named).rows
    columns, names = columns_of.columns(rows), ChannelNames(answers)
    if columns.tell_figures:
        table = table_of.taken(rows, columns, names, language, today)
    elif columns.tell_messages:
        table = messages.counted(rows, columns, names, answers, language, today)
    else:
        raise UserError(
            N_("“{file}” has no row that names “channel”, “month”, “messages” and “late”."),
            file=source.name,
        )
    lines = tuple(
        Line(one, times.of_month(answers.times.months, one.channel.id, one.month))
        for one in table.figures
    )
    return Draft(source, lines, table.problems)


def laid(months: Iterable[Month], draft: Draft) -> tuple[Month, ...]:
    """The months of the log with those of the draft in their places, new ones at the end."""
    after = {one.id: one for one in months}
    for line in draft.news:
        figure = line.figure
        known = times.of_month(after.values(), figure.channel.id, figure.month)
        blank = Month(
            id=RowId(times.row_id(figure.channel.id, figure.month)),
            channel=figure.channel.id,
            month=figure.month,
        )
        one = replace(known or blank, on=True, messages=figure.messages, late=figure.late)
        after[one.id] = one
    return tuple(after.values())


def raw(answers: Answers, draft: Draft) -> Json:
    """The log with the draft in it, as it is given at ``MONTHS``."""
    return places.question_at(MONTHS).kind.dump(laid(answers.times.months, draft))


def cells(draft: Draft) -> Iterator[tuple[Place, int]]:
    """The places of the log that the draft fills anew: what was typed there counts no more."""
    for line in draft.news:
        if line.before is not None:
            for key in ("messages", "late"):
                place = Place(MONTHS.step, MONTHS.question, line.before.id, key)
                yield place, getattr(line.figure, key)
