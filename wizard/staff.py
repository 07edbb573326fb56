"""Between the staff table and the answer that stands for it."""

import dataclasses
from collections.abc import Iterable

from wizard.interview.answers import Answers
from wizard.interview.people import Member
from wizard.interview.rows import RowId
from wizard.interview.values import Words
from wizard.library.people import Person


def with_staff(
    answers: Answers, people: Iterable[Person], before: Iterable[Person] = ()
) -> Answers:
    """The answers with those people on the staff list who have not left.

    ``before`` are the people whom the list of the answers stands for: whoever is the same as
    there keeps the very same answer, so that one change among ten thousand costs little.
    """
    members = {member.id: member for member in answers.people.list}
    known = {id(one): members.get(RowId(one.id)) for one in before}
    found = tuple(
        known.get(id(person)) or member_of(person) for person in people if person.left_on is None
    )
    return dataclasses.replace(answers, people=dataclasses.replace(answers.people, list=found))


def member_of(person: Person) -> Member:
    """The answer that a row of the staff table stands for."""

    def words(text: str) -> Words:
        return Words(own=text or None)

    return Member(
        id=RowId(person.id),
        on=person.listed,
        surname=words(person.surname),
        given=words(person.given),
        patronymic=words(person.patronymic),
        position=words(person.position),
        department=words(person.department),
        location=words(person.location),
        shift=words(person.shift),
        email=words(person.email),
        kind=person.kind or "employee",
        minor=person.minor or None,
        start_date=person.start_date,
        language=person.language,
        signs=person.signs or "paper",
    )


def person_of(member: Member) -> Person:
    """The row of the staff table that keeps a member."""
    return Person(
        surname=member.surname.own or "",
        given=member.given.own or "",
        patronymic=member.patronymic.own or "",
        position=member.position.own or "",
        department=member.department.own or "",
        location=member.location.own or "",
        shift=member.shift.own or "",
        email=member.email.own or "",
        kind=member.kind,
        minor=bool(member.minor),
        start_date=member.start_date,
        language=member.language,
        signs=member.signs,
        listed=member.on,
        id=member.id,
    )
