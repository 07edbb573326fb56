"""Between the staff table and the answer that stands for it."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping

from wizard.interview.answers import STEPS, Answers
from wizard.interview.ask import questions
from wizard.interview.kinds import Somebody
from wizard.interview.people import Member, is_staff
from wizard.interview.rows import RowId, Rows
from wizard.interview.values import Words
from wizard.library.people import Person

NO_WORDS = Words()
NOBODY: Mapping[str, Member] = {}


def with_staff(
    answers: Answers,
    people: Iterable[Person],
    before: Iterable[Person] = (),
    ready: Mapping[str, Member] = NOBODY,
) -> Answers:
    """The answers with those people on the staff list who have not left.

    ``before`` are the people whom the list of the answers stands for: whoever is the same as
    there keeps the very same answer, so that one change among ten thousand costs little. For
    the others ``ready`` may hold the answer by id.
    """
    members = {member.id: member for member in answers.people.list}
    known = {id(one): members.get(RowId(one.id)) for one in before}
    found = tuple(
        known.get(id(person)) or ready.get(person.id) or member_of(person)
        for person in people
        if person.left_on is None
    )
    return dataclasses.replace(answers, people=dataclasses.replace(answers.people, list=found))


def shortened(answers: Answers, most: int) -> Answers:
    """The answers with the first people of a long staff list only, and whom other answers name.

    They are the very same answers where the list is not longer.
    """
    members = answers.people.list
    if len(members) <= most:
        return answers
    named = {RowId(one) for one in _named(answers)}
    kept = members[:most] + tuple(one for one in members[most:] if one.id in named)
    return dataclasses.replace(answers, people=dataclasses.replace(answers.people, list=kept))


def member_of(person: Person) -> Member:
    """The answer that a row of the staff table stands for."""

    def words(text: str) -> Words:
        return Words(own=text) if text else NO_WORDS

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


def _named(answers: Answers) -> Iterator[str]:
    """The ids of the staff whom answers name."""
    for step in STEPS:
        yield from _named_in(getattr(answers, step.about.id))


def _named_in(record: object) -> Iterator[str]:
    for question in questions(type(record)):
        value = getattr(record, question.id)
        if isinstance(question.kind, Somebody):
            yield value.staff
        elif isinstance(question.kind, Rows) and not is_staff(question.kind):
            for row in value:
                yield from _named_in(row)
