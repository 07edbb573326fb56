"""How a project begins: from a trade example, for a country."""

from wizard import examples, saving
from wizard.errors import UserError
from wizard.i18n import N_
from wizard.interview import answers as interview
from wizard.interview.catalogue import catalogue
from wizard.library import people as stored_people
from wizard.library import projects
from wizard.library.connection import Library
from wizard.library.projects import Project
from wizard.staff import person_of


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
    return saving.keep_standing(library, project)


def _must_be_country(code: str) -> None:
    from wizard.interview.options import countries

    if code not in countries():
        raise UserError(
            N_("“{code}” is not the two-letter code of a country, such as GB or RU."), code=code
        )
