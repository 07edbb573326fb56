"""What the columns of a staff list are taken as, and the row that names them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

HEADING_WITHIN = 20
WIDTH_WITHIN = 100
MOST_COLUMNS = 60
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


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column is taken as, a field of ``Person`` or ``FULL_NAME``, empty for not taken.

    ``heading`` is the number of the row that names the columns, 0 where there is none; people
    stand in the rows after it.
    """

    heading: int
    fields: tuple[str, ...]

    @property
    def name_people(self) -> bool:
        """Whether a column holds the surname, without which nobody can be taken."""
        return bool({"surname", FULL_NAME} & set(self.fields))

    def with_field(self, column: int, field: str) -> "Columns":
        """The columns with one taken as something else; nothing is taken from two columns."""
        fields = ["" if one == field else one for one in self.fields]
        fields[column] = field
        return Columns(self.heading, tuple(fields))


def guessed(rows: Sequence[Sequence[str]]) -> Columns:
    """The columns as the first row says that names the surname; none taken where no row does."""
    for line in range(1, min(len(rows), HEADING_WITHIN) + 1):
        columns = named_by(rows, line)
        if columns.name_people:
            return columns
    return named_by(rows, 0)


def named_by(rows: Sequence[Sequence[str]], line: int) -> Columns:
    """The columns as this row names them, counted from 1; with 0 none is taken."""
    width = max((len(row) for row in rows[:WIDTH_WITHIN]), default=0)
    fields = [HEADINGS.get(folded(cell), "") for cell in rows[line - 1]] if line else []
    once = [field if field not in fields[:place] else "" for place, field in enumerate(fields)]
    return Columns(line, tuple(once[:MOST_COLUMNS] + [""] * (min(width, MOST_COLUMNS) - len(once))))


def folded(text: str) -> str:
    """The text as words are compared: without case and stray white space."""
    return " ".join(text.casefold().split())
