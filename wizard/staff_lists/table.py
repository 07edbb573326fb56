"""The people of a staff list, and what is wrong with its lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wizard.i18n import N_, system_language, translate
from wizard.language import names, reading
from wizard.library.people import Person
from wizard.staff_lists.columns import FULL_NAME, folded, heading
from wizard.staff_lists.source import MOST_ROWS, rows_of_file, rows_of_text

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
    return _table(rows_of_file(file), str(file))


def pasted(text: str) -> Table:
    """The staff in rows copied from a spreadsheet; UserError where they have no heading."""
    return _table(rows_of_text(text), translate(N_("the clipboard"), system_language()))


def _table(rows: list[list[str]], file: str) -> Table:
    start, columns = heading(rows, file)
    people: list[Person] = []
    problems: list[Problem] = []
    for line, row in enumerate(rows, start=1):
        if line <= start or not any(cell.strip() for cell in row):
            continue
        cells = {field: cell.strip() for field, cell in zip(columns, row, strict=False) if field}
        if len(people) >= MOST_ROWS:
            problems.append(Problem(line, N_("Only {most} people are taken."), {"most": MOST_ROWS}))
            break
        person, found = _person(cells, line)
        problems += found
        if person is not None:
            people.append(person)
    return Table(tuple(people), tuple(problems))


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
    started = reading.date(cells.get("start_date", ""))
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
