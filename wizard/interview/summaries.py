"""What a record of a list is, in a line: its name, and what is most worth knowing of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from wizard.interview import wording
from wizard.interview.answers import Answers
from wizard.interview.ask import Question, questions
from wizard.interview.kinds import Choice, Date, Length, RowOf, Somebody, Text
from wizard.interview.labels import labels
from wizard.interview.people import Member
from wizard.interview.risks import Risk
from wizard.interview.rows import Row
from wizard.interview.values import Duration, Person, Words
from wizard.language import dates, durations, names

if TYPE_CHECKING:
    import datetime as dt

TELLING = 3
LONGEST = 110
LONGEST_TITLE = 250
"""Longer ones were pasted by mistake; a window that shows them in every list stands still."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A row in a line; empty texts where nothing is given yet. ``level`` is that of a risk."""

    title: str
    about: str
    level: str = ""


def of_row(row: Row, answers: Answers, language: str) -> Summary:
    """The first answer as the title, the next few as what is told of it."""
    said = (
        in_words(question, getattr(row, question.id), answers, language)
        for question in questions(type(row))
        if question.applies(answers, row) and not _is_default(question, row)
    )
    parts = [" ".join(part.split()) for part in said if part]
    return Summary(
        _cut(parts[0], LONGEST_TITLE) if parts else "",
        _cut(" · ".join(parts[1 : 1 + TELLING]), LONGEST),
        row.level if isinstance(row, Risk) else "",
    )


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"


def in_words(question: Question[object], value: object, answers: Answers, language: str) -> str:
    """A short answer in words; empty for one that is no line of text."""
    kind = question.kind
    if isinstance(kind, Text):
        return wording.text(cast("Words", value), language, answers)
    if isinstance(kind, Choice):
        return labels(kind.options, language).get(str(value), str(value)) if value else ""
    if isinstance(kind, Length):
        return durations.length(cast("Duration", value), language) if value else ""
    if isinstance(kind, Date):
        return dates.in_tables(cast("dt.date", value), language) if value else ""
    if isinstance(kind, Somebody):
        return person(cast("Person", value), answers, language)
    if isinstance(kind, RowOf):
        row = row_of(kind, str(value), answers)
        return of_row(row, answers, language).title if row is not None else ""
    return ""


def row_of(kind: RowOf, row: str, answers: Answers) -> Row | None:
    """The row that a question names by its id; None where it names none, or one that is gone."""
    return next((one for one in rows_of(kind, answers) if one.id == row), None)


def rows_of(kind: RowOf, answers: Answers) -> tuple[Row, ...]:
    """The rows of which such a question names one, those that are not used too."""
    step, _, question = kind.list.partition(".")
    return cast("tuple[Row, ...]", getattr(getattr(answers, step), question))


def person(value: Person, answers: Answers, language: str) -> str:
    """The whole name of somebody; of one of the staff from the staff list."""
    if not value.staff:
        return names.full(value.surname, value.given, value.patronymic, language)
    member = next((one for one in answers.people.list if one.id == value.staff), None)
    return member_name(member, language) if member else ""


def member_name(member: Member, language: str) -> str:
    """The whole name of one of the staff."""
    surname, given, patronymic = (
        part.own or "" for part in (member.surname, member.given, member.patronymic)
    )
    return names.full(surname, given, patronymic, language)


def _is_default(question: Question[object], row: Row) -> bool:
    return isinstance(question.kind, Choice) and getattr(row, question.id) == question.default
