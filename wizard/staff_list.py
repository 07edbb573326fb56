"""Staff lists as people keep them: tables with a heading row, in whatever encoding they come."""

import csv
import dataclasses
import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from wizard.errors import UserError
from wizard.i18n import N_, system_language, translate
from wizard.language import names, reading
from wizard.library import values
from wizard.library.people import Person

MOST_ROWS = 50_000
MOST_UNPACKED = 400_000_000
HEADING_WITHIN = 20
ZIP = b"PK\x03\x04"
FULL_NAME = "full-name"
HEADINGS: Mapping[str, str] = {
    name: field
    for field, names in {
        FULL_NAME: "name|full name|employee|employee name|фио|ф.и.о.|ф. и. о.|сотрудник|работник|"
        "фамилия, имя, отчество|фамилия имя отчество",
        "surname": "surname|last name|family name|фамилия",
        "given": "given name|given|first name|forename|имя",
        "patronymic": "patronymic|middle name|отчество",
        "position": "position|job title|job|role|title|должность",
        "kind": "kind|type|employment|вид|тип|вид занятости",
        "department": "department|team|unit|отдел|подразделение",
        "location": "location|site|branch|точка|филиал|место",
        "shift": "shift|смена",
        "email": "e-mail|email|mail|почта|эл. почта|электронная почта|эл.почта",
        "start_date": "start date|started|hired|hire date|дата приёма|дата приема|принят|принята",
        "minor": "under 18|minor|младше 18|несовершеннолетний",
        "language": "language|язык",
        "signs": "signs|signing|how they sign|как подписывает",
    }.items()
    for name in names.split("|")
}
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


@dataclass(frozen=True, slots=True)
class Merge:
    """What a table does to a list: the whole list after it, and who is new, changed, vanished."""

    people: tuple[Person, ...]
    new: tuple[Person, ...]
    changed: tuple[Person, ...]
    vanished: tuple[Person, ...]


def read(file: Path) -> Table:
    """The staff in a .csv or .xlsx file; UserError where it or its heading cannot be read."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise UserError(
            N_("“{file}” cannot be read ({reason})."), file=str(file), reason=error.strerror
        ) from error
    if content.startswith(ZIP):
        return _table(list(_sheet(content, file)), str(file))
    return _table(list(_rows(_decoded(content))), str(file))


def pasted(text: str) -> Table:
    """The staff in rows copied from a spreadsheet; UserError where they have no heading."""
    return _table(list(_rows(text)), translate(N_("the clipboard"), system_language()))


def merge(listed: Iterable[Person], table: Iterable[Person]) -> Merge:
    """The list with the table's people laid over it; who vanished stays, and is named."""
    before = {person.id: person for person in listed}
    found = list(table)
    after = [
        person if person.id else dataclasses.replace(person, id=values.new_id())
        for person in merged(before.values(), found)
    ]
    in_table = {_key(person) for person in found}
    return Merge(
        tuple(after),
        tuple(person for person in after if person.id not in before),
        tuple(one for one in after if one.id in before and before[one.id] != one),
        tuple(one for one in before.values() if one.left_on is None and _key(one) not in in_table),
    )


def _table(rows: list[list[str]], file: str) -> Table:
    start, columns = _heading(rows, file)
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


def merged(listed: Iterable[Person], table: Iterable[Person]) -> list[Person]:
    """The list with the table's people: the same name keeps its id and what the table leaves out.

    Whoever is not in the table stays on the list.
    """
    rows = list(listed)
    known: dict[tuple[str, str, str], list[int]] = {}
    for place, person in enumerate(rows):
        known.setdefault(_key(person), []).append(place)
    for person in table:
        namesakes = known.get(_key(person))
        if namesakes:  # the first namesake of the table is the first of the list, and so on
            place = namesakes.pop(0)
            rows[place] = _laid_over(rows[place], person)
        else:
            rows.append(person)
    return rows


def _heading(rows: list[list[str]], file: str) -> tuple[int, list[str | None]]:
    """The number of the row that names a column for the surname, and what its columns are."""
    for line, row in enumerate(rows[:HEADING_WITHIN], start=1):
        columns = [HEADINGS.get(_folded(cell)) for cell in row]
        if {"surname", FULL_NAME} & set(columns):
            return line, columns
    raise UserError(
        N_("“{file}” has no column for the surname. Name it “surname”, “name” or «ФИО»."),
        file=file,
    )


def _sheet(content: bytes, file: Path) -> Iterable[list[str]]:
    """The rows of the first sheet of an .xlsx file as texts."""
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
                raise zipfile.BadZipFile("too large")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        for row in sheet.iter_rows(max_row=MOST_ROWS + HEADING_WITHIN + 1, values_only=True):
            yield [_cell(value) for value in row]
    except (zipfile.BadZipFile, KeyError, ValueError, IndexError, OSError) as error:
        raise UserError(
            N_("“{file}” is no spreadsheet that can be read. Save it as .xlsx or .csv."),
            file=str(file),
        ) from error


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _laid_over(known: Person, person: Person) -> Person:
    given = {
        field.name: value
        for field in dataclasses.fields(Person)
        if (value := getattr(person, field.name)) and field.name != "id"
    }
    return dataclasses.replace(known, **given)


def _key(person: Person) -> tuple[str, str, str]:
    return _folded(person.surname), _folded(person.given), _folded(person.patronymic)


def _person(cells: Mapping[str, str], line: int) -> tuple[Person | None, list[Problem]]:
    problems = []
    surname, given, patronymic = (
        cells.get(part, "") for part in ("surname", "given", "patronymic")
    )
    if not surname and cells.get(FULL_NAME):
        surname, given, patronymic = names.parts(cells[FULL_NAME]).values()
    if not surname:
        return None, [Problem(line, N_("This line has no surname."), {})]
    kind = KIND_WORDS.get(_folded(cells.get("kind", "")), "")
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
        minor=_folded(cells.get("minor", "")) in YES,
        department=cells.get("department", ""),
        location=cells.get("location", ""),
        shift=cells.get("shift", ""),
        email=cells.get("email", ""),
        start_date=started,
        signs=SIGNING_WORDS.get(_folded(cells.get("signs", "")), ""),
        language=LANGUAGE_WORDS.get(_folded(cells.get("language", ""))[:2], ""),
    )
    return person, problems


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1251", errors="replace")


def _rows(text: str) -> Iterable[list[str]]:
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(";,\t", key=first.count)
    return csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=separator)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
