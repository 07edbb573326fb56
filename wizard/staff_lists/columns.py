"""What the columns of a staff list are called, and the row that names them."""

from collections.abc import Mapping, Sequence

from wizard.errors import UserError
from wizard.i18n import N_

HEADING_WITHIN = 20
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


def heading(rows: Sequence[Sequence[str]], file: str) -> tuple[int, list[str | None]]:
    """The number of the row that names a column for the surname, and what its columns are."""
    for line, row in enumerate(rows[:HEADING_WITHIN], start=1):
        columns = [HEADINGS.get(folded(cell)) for cell in row]
        if {"surname", FULL_NAME} & set(columns):
            return line, columns
    raise UserError(
        N_("“{file}” has no column for the surname. Name it “surname”, “name” or «ФИО»."),
        file=file,
    )


def folded(text: str) -> str:
    """The text as words are compared: without case and stray white space."""
    return " ".join(text.casefold().split())
