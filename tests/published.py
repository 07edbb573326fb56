"""Projects with published versions for tests, made without pages."""

import datetime as dt

from wizard.ledger import duties
from wizard.library import events, people, projects, versions
from wizard.library.people import Person
from wizard.library.versions import Publication, StoredEdition

DAY = dt.date(2026, 11, 1)
SIGN_BY = dt.date(2026, 11, 10)
ELLA = Person(
    surname="Hart",
    given="Ella",
    position="barista",
    department="bar",
    email="ella@bean.example",
    start_date=dt.date(2020, 1, 1),
)
ANNA = Person(
    surname="Иванова",
    given="Анна",
    patronymic="Сергеевна",
    position="повар",
    email="anna@bean.example",
    start_date=dt.date(2020, 1, 1),
)
ADA = Person(surname="Ng", given="Ada", kind="contractor", position="SMM")


def staffed(library, *staff, name="Bean"):
    """A project with these people alone; its id, and theirs in order."""
    made = projects.create(library, name, trade="cafe", country="GB", steps={})
    listed = people.replace_all(library, made.id, staff or (ELLA, ANNA, ADA))
    return made.id, [one.id for one in listed]


def publish(
    library, project, number=1, *, dated=DAY, sign_by=SIGN_BY, base=None, signed=("guide",)
):
    """Publish a version in which everybody signs these documents."""
    editions = [
        StoredEdition(
            document=one,
            number=number,
            major=base is None,
            base=base or number,
            rule={"by": "everybody"},
        )
        for one in signed
    ]
    editions.append(
        StoredEdition(document="promise", number=number, major=True, base=number, rule={})
    )
    with library.transaction():
        made = versions.publish(
            library,
            project,
            Publication(
                number=number,
                dated=dated,
                note="",
                sign_by=sign_by,
                languages=("en",),
                answers=b"x",
                editions=tuple(editions),
                pages=(),
            ),
        )
        rules = duties.rules_of(library, project, number)
        events.record(library, project, duties.begin(library, project, rules, dated))
    return made
