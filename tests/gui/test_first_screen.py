"""The list of projects: what it says of each, what is due first of all."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from ui.first.project_list import ProjectList
from ui.first.project_model import ANSWERS, DUE, NAME, VERSION
from ui.tongue import speak
from wizard.library.projects import Project, Standing

NOON = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
LONG_AGO, LATER = dt.date(2020, 2, 3), dt.date(2020, 5, 6)


def project(name="Bean", **given):
    return Project(
        id=name,
        name=name,
        trade="cafe",
        country="GB",
        created_at=NOON,
        changed_at=NOON,
        binned_at=None,
        **{"exported_at": None, "standing": Standing(given=3, asked=15), **given},
    )


@pytest.fixture
def cell(qtbot):
    """``cell(project, column)``: the words of a cell and what is more than words."""

    def found(one, column):
        listed = ProjectList()
        qtbot.addWidget(listed)
        listed.show_projects([one], binned=False, find="")
        index = listed.model.index(0, column)
        return index.data(), index.data(Qt.ItemDataRole.UserRole)

    return found


def test_a_project_is_told_in_a_line(cell):
    assert cell(project(), NAME) == ("Bean", "Café · United Kingdom")
    assert cell(project(), ANSWERS) == ("3 of 15", (3, 15))
    assert cell(project(), VERSION) == ("draft", "")
    assert cell(project(exported_at=NOON), VERSION) == ("draft", "of 25 Nov 2026")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "review was due 3 Feb 2020, contacts to be checked"),
        ("ru", "пора пересмотреть с 03.02.2020, пора проверить контакты"),
    ],
)
def test_what_is_overdue_is_told_longest_first(cell, language, words):
    speak(language)
    standing = Standing(review_on=LONG_AGO, contacts_on=LATER)
    said, chips = cell(project(standing=standing), DUE)
    assert said == words
    assert [chip.tone for chip in chips] == ["bad", "bad"]


def test_the_table_is_as_high_as_its_rows(qtbot):
    listed = ProjectList()
    qtbot.addWidget(listed)
    listed.resize(900, 600)
    listed.show()
    listed.show_projects([project(str(number)) for number in range(3)], binned=False, find="")
    qtbot.waitUntil(lambda: listed.table.height() < 250)
    assert not listed.table.verticalScrollBar().isVisible()
    qtbot.waitUntil(lambda: listed.go.y() < 270)
    listed.show_projects([project(str(number)) for number in range(50)], binned=False, find="")
    qtbot.waitUntil(listed.table.verticalScrollBar().isVisible)
    assert listed.go.isVisible()
