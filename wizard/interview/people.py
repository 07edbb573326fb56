"""The step that asks who works here and how signatures are collected."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from wizard.i18n import N_
from wizard.interview import options
from wizard.interview.ask import Step, ask
from wizard.interview.kinds import Choice, Date, Number, Somebody, Text, YesNo
from wizard.interview.options import fixed
from wizard.interview.rows import Row, Rows
from wizard.interview.values import Person, Words
from wizard.language import names

EMPLOYED = frozenset({"employee", "trainee"})
"""The kinds of people who sign sheets; the others get an annex to their contract."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Row):
    """One person of the staff list; the library keeps the list as a table of its own."""

    surname: Words = ask(Text(), N_("Surname"), why=N_("Sheets are sorted by it."), required=True)
    given: Words = ask(Text(), N_("Given name"), why=N_("As it stands in the contract."))
    patronymic: Words = ask(Text(), N_("Patronymic"), why=N_("If there is one."))
    position: Words = ask(Text(), N_("Position"), why=N_("Printed on the sheet."))
    kind: str = ask(
        Choice(fixed(options.PERSON_KINDS)),
        N_("Kind"),
        why=N_("Employees sign a sheet; contractors get an annex to their contract."),
        default="employee",
    )
    minor: bool | None = ask(
        YesNo(), N_("Under 18?"), why=N_("Other rules may apply to young people.")
    )
    department: Words = ask(Text(), N_("Department"), why=N_("Sheets can be printed by it."))
    location: Words = ask(Text(), N_("Location"), why=N_("Sheets can be printed by it."))
    shift: Words = ask(Text(), N_("Shift"), why=N_("To find people when it is their turn to sign."))
    email: Words = ask(Text(), N_("E-mail"), why=N_("For those who sign by e-mail."))
    start_date: dt.date | None = ask(Date(), N_("Start date"), why=N_("New people sign first."))
    language: str = ask(
        Choice(fixed(options.DOCUMENT_LANGUAGES)),
        N_("Language"),
        why=N_("In which they read the papers."),
    )
    signs: str = ask(
        Choice(fixed(options.SIGNING)),
        N_("How they sign"),
        why=N_("On paper unless you say otherwise."),
        default="paper",
    )


@dataclass(frozen=True, slots=True)
class People:
    """Answers about the staff list and the sheets."""

    about: ClassVar = Step(
        "people",
        N_("Employees"),
        N_("People"),
        N_("The list makes the sheets to sign, and shows who is missing."),
    )

    list: tuple[Member, ...] = ask(
        Rows(Member), N_("Staff list"), why=N_("Type it, paste it or import a spreadsheet.")
    )
    sheet_order: str = ask(
        Choice(fixed(options.SHEET_ORDERS)),
        N_("Order of the sheet"),
        why=N_("As your files are kept."),
        default="surname",
    )
    spare_rows: int | None = ask(
        Number(0, 40), N_("Spare rows"), why=N_("For people who join later."), default=3
    )
    collector_position: Words = ask(
        Text(),
        N_("Who collects the signatures (position)"),
        why=N_("Signs the sheet at its end."),
        required=True,
    )
    collector: Person = ask(
        Somebody(), N_("Who collects the signatures (name)"), why=N_("Signs the sheet at its end.")
    )
    sign_by: dt.date | None = ask(
        Date(), N_("To be signed by"), why=N_("A date brings the papers back.")
    )


def label(member: Member, language: str) -> str:
    """The name with the position, to be told from others in a list."""
    parts = (member.surname.own or "", member.given.own or "", member.patronymic.own or "")
    name = names.full(*parts, language)
    return f"{name}, {member.position.own}" if member.position.own else name


def is_staff(kind: object) -> bool:
    """Whether a kind of question is the staff list, which the library keeps as its own table."""
    return isinstance(kind, Rows) and kind.record is Member
