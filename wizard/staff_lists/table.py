"""The people of a staff list, and what is wrong with its lines."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from wizard.errors import UserError
from wizard.i18n import N_
from wizard.language import names, reading
from wizard.library.people import Person
from wizard.staff_lists import source
from wizard.staff_lists.columns import FULL_NAME, Columns, folded, guessed
from wizard.staff_lists.merge import key
from wizard.staff_lists.workbook import MOST_ROWS

KINDS = {
    "employee": "employee|staff|работник|сотрудник|штат",
    "trainee": "trainee|apprentice|intern|стажёр|стажер|ученик",
    "contractor": "contractor|freelancer|self-employed|исполнитель|подрядчик|гпх|"
    "самозанятый|самозанятая",
    "agency": "agency|агентство",
}
KIND_WORDS = {word: kind for kind, words in KINDS.items() for word in words.split("|")}
SIGNING = {
    "paper": "paper|on paper|бумага|на бумаге",
    "e-mail": "e-mail|email|by e-mail|почта|эл. почта|по почте|по эл. почте",
    "e-hr": "e-hr|e-hr system|кэдо|в кэдо",
}
SIGNING_WORDS = {word: way for way, words in SIGNING.items() for word in words.split("|")}
LANGUAGE_WORDS = {"en": "en", "ан": "en", "ru": "ru", "ру": "ru"}  # how their names begin
YES = frozenset(["yes", "y", "true", "1", "да", "+", "x"])


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one line (counted from 1, the heading included)."""

    line: int
    message: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Table:
    """The people of a table that can be taken over, and the problems of the other lines."""

    people: tuple[Person, ...]
    problems: tuple[Problem, ...]


def read(file: Path) -> Table:
    """The staff in a .csv or .xlsx file; UserError where it or its heading cannot be read."""
    rows = source.cells(source.of_file(file)).rows
    columns = guessed(rows)
    if not columns.name_people:
        raise UserError(
            N_("“{file}” has no column for the surname. Name it “surname”, “name” or «ФИО»."),
            file=str(file),
        )
    return taken(rows, columns)


def taken(rows: Sequence[Sequence[str]], columns: Columns) -> Table:
    """The people in the rows below the heading.

    A line that repeats another is named and taken once; namesakes are named and all taken.
    """
    people: list[Person] = []
    problems: list[Problem] = []
    lines: dict[Person, int] = {}
    namesakes: dict[tuple[str, str, str], int] = {}
    below = enumerate(rows[columns.heading :], start=columns.heading + 1)
    for line, row in below if columns.name_people else ():
        if not any(cell.strip() for cell in row):
            continue
        if len(people) >= MOST_ROWS:
            problems.append(Problem(line, N_("Only {most} people are taken."), {"most": MOST_ROWS}))
            break
        cells = {
            field: cell.strip() for field, cell in zip(columns.fields, row, strict=False) if field
        }
        person, found = _person(cells, line)
        problems += found
        if person is None:
            continue
        before = lines.setdefault(person, line)
        if before != line:
            problems.append(Problem(line, N_("Repeats line {line}; taken once."), {"line": before}))
            continue
        namesake = namesakes.setdefault(key(person), line)
        if namesake != line:
            message = N_("Has the same name as line {line}; both are taken.")
            problems.append(Problem(line, message, {"line": namesake}))
        people.append(person)
    return Table(tuple(people), tuple(problems))


@lru_cache(maxsize=4096)
def _day(text: str) -> dt.date | None:
    """The day that is meant; many people start on the same ones."""
    return reading.date(reading.without_time(text))


def _person(cells: Mapping[str, str], line: int) -> tuple[Person | None, list[Problem]]:
    problems = []
    surname, given, patronymic = (
        cells.get(part, "") for part in ("surname", "given", "patronymic")
    )
    if not surname and cells.get(FULL_NAME):
        surname, given, patronymic = names.parts(cells[FULL_NAME]).values()
    if not surname:
        return None, [Problem(line, N_("This line has no surname."), {})]
    kind = KIND_WORDS.get(folded(cells.get("kind", "")), "")
    if cells.get("kind") and not kind:
        problems.append(
            Problem(
                line,
                N_("“{kind}” is not a kind we know; taken as employee."),
                {"kind": cells["kind"]},
            )
        )
    started = _day(cells.get("start_date", ""))
    if cells.get("start_date") and started is None:
        problems.append(
            Problem(
                line,
                N_("“{date}” is not a date we can read; left empty."),
                {"date": cells["start_date"]},
            )
        )
    person = Person(
        surname=surname,
        given=given,
        patronymic=patronymic,
        position=cells.get("position", ""),
        kind=kind,
        minor=folded(cells.get("minor", "")) in YES,
        department=cells.get("department", ""),
        location=cells.get("location", ""),
        shift=cells.get("shift", ""),
        email=cells.get("email", ""),
        start_date=started,
        signs=SIGNING_WORDS.get(folded(cells.get("signs", "")), ""),
        language=LANGUAGE_WORDS.get(folded(cells.get("language", ""))[:2], ""),
    )
    return person, problems
