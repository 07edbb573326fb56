"""A project at work: its typed answers, and every change cleaned and saved as a patch."""

import dataclasses
from collections.abc import Iterable

from wizard import examples
from wizard.errors import UserError
from wizard.i18n import N_, system_language, translate
from wizard.interview import answers as interview
from wizard.interview import progress, spoken
from wizard.interview.answers import Answers
from wizard.interview.ask import questions
from wizard.interview.catalogue import catalogue
from wizard.interview.kinds import Json, Misfit
from wizard.interview.people import Member, is_staff
from wizard.interview.rows import RowId
from wizard.interview.values import Words
from wizard.library import answers as stored_answers
from wizard.library import people as stored_people
from wizard.library import projects
from wizard.library.connection import Library
from wizard.library.people import Person
from wizard.library.projects import Project


def create(
    library: Library,
    name: str,
    *,
    example: str,
    language: str,
    country: str = "",
    facts: bool = False,
) -> Project:
    """A new project from a trade example; UserError for an unknown trade, country or blank name."""
    if country and country not in catalogue("countries"):
        _must_be_country(country)
    if facts:
        if country not in {"", examples.COUNTRIES[language]}:
            raise UserError(
                N_("The example’s facts in this language are for {country}; leave out --country."),
                country=examples.COUNTRIES[language],
            )
        steps = examples.with_facts(example, language=language)
    else:
        steps = examples.start(example, language=language, country=country)
    staff = interview.read(example, steps).people.list
    steps["people"].pop("list", None)
    project = projects.create(
        library, name, trade=example, country=str(steps["business"]["country"]), steps=steps
    )
    if staff:
        stored_people.replace_all(library, project.id, [person_of(member) for member in staff])
    session = Session(library, project)
    session.keep_progress()
    return session.project


class Session:
    """One project of a library, open for reading and changing."""

    def __init__(self, library: Library, project: Project) -> None:
        self.library = library
        self.project = project
        self._stored = stored_answers.load(library, project.id)
        people = stored_people.people(library, project.id)
        read = interview.read(project.trade, self._stored)
        self.answers = _with_staff(read, people)

    @property
    def language(self) -> str:
        """The project's first document language."""
        return next(iter(self.answers.business.languages), "en")

    def take(self, raw: Json) -> None:
        """Take over answers in the form of ``spoken``, all or none.

        UserError naming the first value that does not fit by its path.
        """
        try:
            changed = spoken.heard(self.answers, raw)
        except Misfit as misfit:
            raise UserError(
                N_("“{path}”: {problem} Nothing was changed."),
                path=".".join(misfit.path),
                problem=translate(misfit.message, system_language()).format(**misfit.values),
            ) from misfit
        patches = list(self._patches(changed))
        stored_answers.save(self.library, self.project.id, patches)
        self._stored = stored_answers.load(self.library, self.project.id)
        if changed.people.list != self.answers.people.list:
            people = [person_of(member) for member in changed.people.list]
            ids = {person.id for person in people}
            people += [
                person
                for person in stored_people.people(self.library, self.project.id)
                if person.left_on is not None and person.id not in ids
            ]
            stored_people.replace_all(self.library, self.project.id, people)
        self.answers = changed
        self.keep_progress()

    def keep_progress(self) -> None:
        """Keep the numbers that the first screen shows."""
        found = progress.of_project(self.answers)
        projects.keep_progress(self.library, self.project.id, given=found.given, asked=found.asked)
        self.project = projects.must_exist(self.library, self.project.id)

    def _patches(self, changed: Answers) -> Iterable[stored_answers.Patch]:
        for step in interview.STEPS:
            name = step.about.id
            before, after = getattr(self.answers, name), getattr(changed, name)
            for question in questions(step):
                old, new = getattr(before, question.id), getattr(after, question.id)
                if old != new and not is_staff(question.kind):
                    stored = self._stored.get(name, {}).get(question.id)
                    yield stored_answers.Patch(name, question.id, stored, question.kind.dump(new))


def _with_staff(answers: Answers, people: Iterable[Person]) -> Answers:
    members = tuple(member_of(person) for person in people if person.left_on is None)
    return dataclasses.replace(answers, people=dataclasses.replace(answers.people, list=members))


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


def _must_be_country(code: str) -> None:
    from wizard.interview.options import countries

    if code not in countries():
        raise UserError(
            N_("“{code}” is not the two-letter code of a country, such as GB or RU."), code=code
        )
