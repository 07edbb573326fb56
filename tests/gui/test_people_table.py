"""The table of the staff list: sorted and searched as people read, and the same after an edit."""

import dataclasses

import pytest
from PySide6.QtCore import Qt

from ui.galley import MOST_PEOPLE
from ui.pages.people import PeoplePage
from ui.preview import Preview
from wizard.interview.values import Person as Somebody
from wizard.library.people import Person
from wizard.staff import shortened

SURNAMES = ("Жук", "ёлкин", "Елисеев", "Иванова", "", "Ng")


@pytest.fixture
def page(qtbot, project_desk):
    """The page of a staff list of a few people, shown."""
    desk = project_desk("empty", "en")
    desk.give_people(
        Person(id=f"n{number}", surname=surname, position="бариста" if number % 2 else "cook")
        for number, surname in enumerate(SURNAMES)
    )
    found = PeoplePage(desk)
    qtbot.addWidget(found)
    found.resize(560, 700)
    found.show()
    return found


def surnames(page):
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def test_sorting_puts_yo_next_to_ye_and_empty_fields_last(page):
    page.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert surnames(page) == ["Ng", "Елисеев", "ёлкин", "Жук", "Иванова", ""]
    page.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert surnames(page) == list(SURNAMES)


def test_a_chosen_person_stays_chosen_when_the_table_is_sorted(page):
    page.table.selectRow(0)
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    (chosen,) = page.table.selectionModel().selectedRows()
    assert chosen.data() == "Жук"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("елкин", ["ёлкин"]),
        ("ЁЛК", ["ёлкин"]),
        ("бариста ив", ["Иванова"]),
        ("employee", []),
        ("  ", list(SURNAMES)),
    ],
)
def test_find_needs_every_word_in_any_field_and_takes_yo_for_ye(page, words, found):
    page.find.setText(words)
    assert surnames(page) == found


def test_find_follows_an_edit(page):
    page.find.setText("жук")
    page.model.setData(page.model.index(0, 0), "Жуков")
    page.find.setText("жуков")
    assert surnames(page) == ["Жуков"]
    assert page.desk.session.people[0].surname == "Жуков"
    assert page.desk.answers.people.list[0].surname.own == "Жуков"


def test_nobody_found_is_told_and_clearing_brings_all_back(page):
    page.find.setText("zzz")
    assert "zzz" in page.empty.text()
    assert not page.table.isVisible()
    page.find.clear()
    assert page.table.isVisible()
    assert not page.empty.isVisible()


def test_adding_somebody_shows_the_new_line_whatever_was_looked_for(page):
    page.find.setText("жук")
    page.add()
    assert page.find.text() == ""
    assert page.table.currentIndex().row() == page.model.rowCount() - 1


def test_who_stands_next_is_chosen_after_somebody_was_taken_away(page):
    page.table.selectRow(1)
    page.remove()
    assert page.table.currentIndex().data() == "Елисеев"
    assert "ёлкин" not in surnames(page)


def test_an_edit_leaves_the_answers_of_all_others_as_they_are(page):
    before = page.desk.answers.people.list
    page.model.setData(page.model.index(1, 3), "cook")
    after = page.desk.answers.people.list
    assert [one is other for one, other in zip(before, after, strict=True)].count(False) == 1
    assert after[1].position.own == "cook"


def test_the_preview_of_a_long_list_shows_its_beginning_and_says_so(qtbot, project_desk):
    desk = project_desk("cafe", "en", facts=True)
    desk.give_people(
        Person(id=f"n{number}", surname=f"Surname{number:04}", kind="employee")
        for number in range(MOST_PEOPLE + 1)
    )
    preview = Preview(desk)
    qtbot.addWidget(preview)
    preview.resize(420, 700)
    preview.show()
    preview.show_document("acknowledgement")
    qtbot.waitUntil(lambda: preview.view.pages is not None)
    assert f"Surname{MOST_PEOPLE - 1:04}" in preview.view.toPlainText()
    assert f"Surname{MOST_PEOPLE:04}" not in preview.view.toPlainText()
    assert str(MOST_PEOPLE) in preview.shortened.text()
    assert preview.shortened.isVisible()
    desk.give_people(desk.session.people[:-1])
    qtbot.waitUntil(lambda: not preview.shortened.isVisible())


def test_a_shortened_list_keeps_whom_other_answers_name(project_desk):
    desk = project_desk("empty", "en")
    desk.give_people(Person(id=f"n{number}", surname=f"S{number}") for number in range(9))
    answers = desk.answers
    people = dataclasses.replace(answers.people, collector=Somebody(staff="n7"))
    answers = dataclasses.replace(answers, people=people)
    assert [one.id for one in shortened(answers, 2).people.list] == ["n0", "n1", "n7"]
    assert shortened(answers, 9) is answers
