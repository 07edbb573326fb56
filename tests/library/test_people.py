"""The staff list: row by row, and ten thousand at once."""

import time
from dataclasses import replace
from datetime import date

import pytest

from wizard.errors import UserError
from wizard.library import journal, people, projects
from wizard.library.connection import open_library
from wizard.library.people import Person

ANNA = Person(
    surname="Иванова",
    given="Анна",
    patronymic="Петровна",
    position="бариста",
    kind="employee",
    minor=True,
    department="bar",
    location="Lenina 1",
    shift="night",
    email="anna@example.org",
    start_date=date(2026, 2, 28),
    language="ru",
    signs="paper",
    left_on=date(2026, 3, 1),
)


@pytest.fixture
def library():
    with open_library(":memory:") as library:
        yield library


@pytest.fixture
def project(library):
    return projects.create(library, "Café", trade="cafe", country="RU", steps={}).id


def test_every_field_of_a_person_comes_back(library, project):
    added = people.add(library, project, ANNA)
    assert added == replace(ANNA, id=added.id)
    assert people.people(library, project) == [added]


def test_people_keep_the_order_in_which_they_came(library, project):
    for surname in ("Zorin", "Avdeev", "Ёлкина"):
        people.add(library, project, Person(surname=surname))
    second = people.people(library, project)[1]
    people.update(library, project, replace(second, given="Oleg"))
    people.add(library, project, Person(surname="Berg"))
    assert [one.surname for one in people.people(library, project)] == [
        "Zorin",
        "Avdeev",
        "Ёлкина",
        "Berg",
    ]


def test_each_change_of_a_row_is_in_the_journal(library, project):
    added = people.add(library, project, ANNA)
    people.update(library, project, replace(added, position="chef"))
    people.update(library, project, replace(added, position="chef"))
    people.remove(library, project, added.id)
    gone, changed, came = (entry.change for entry in journal.entries(library, project))
    assert came.old is None
    assert (changed.old["position"], changed.new["position"]) == ("бариста", "chef")
    assert changed.new["start_date"] == "2026-02-28"
    assert gone.new is None
    assert {came.row, changed.row, gone.row} == {added.id}
    assert people.people(library, project) == []


def test_a_person_removed_elsewhere_is_one_sentence(library, project):
    added = people.add(library, project, ANNA)
    people.remove(library, project, added.id)
    with pytest.raises(UserError, match="“Иванова Анна” is no longer"):
        people.update(library, project, added)
    with pytest.raises(UserError, match="no longer"):
        people.remove(library, project, added.id)


def test_a_new_list_journals_only_what_differs(library, project):
    stays, changes, goes = people.replace_all(
        library, project, [Person(surname=name) for name in ("A", "B", "C")]
    )
    after = people.replace_all(
        library, project, [Person(surname="D"), replace(changes, surname="BB"), stays]
    )
    assert people.people(library, project) == after
    told = [entry.change.row for entry in journal.entries(library, project, limit=3)]
    assert told == [goes.id, changes.id, after[0].id]
    assert len(journal.entries(library, project)) == 6


def test_one_id_for_two_people_is_a_bug(library, project):
    with pytest.raises(ValueError, match="one id"):
        people.replace_all(library, project, [Person(id="x"), Person(id="x")])


def test_a_lone_surrogate_from_a_broken_list_becomes_a_mark(library, project):
    added = people.add(library, project, Person(surname="Iv\udcff\x00anova"))
    assert added.surname == "Iv\ufffd\ufffdanova"
    assert people.people(library, project) == [added]


def test_ten_thousand_people_are_replaced_in_a_moment(tmp_path):
    with open_library(tmp_path / "library.sqlite") as library:
        project = projects.create(library, "Café", trade="", country="", steps={}).id
        crowd = [replace(ANNA, surname=f"Ivanova {number}") for number in range(10_000)]
        start = time.perf_counter()
        after = people.replace_all(library, project, crowd)
        taken = time.perf_counter() - start
        assert len({one.id for one in after}) == 10_000
        assert people.people(library, project) == after
        assert taken < 5.0
