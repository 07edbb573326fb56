"""The list of projects: what it says of each, what is due first of all."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from ui.chips import Chip, chip_width, laid
from ui.first import project_model
from ui.first.project_list import ProjectList
from ui.first.project_model import ANSWERS, DUE, NAME, SIGNED, VERSION
from ui.screens.first import FirstScreen
from ui.tongue import speak
from wizard import starting
from wizard.library import projects
from wizard.library.projects import Project, Signatures, Standing

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
        **{
            "exported_at": None,
            "standing": Standing(given=3, asked=15),
            "signatures": Signatures(),
            **given,
        },
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
    ("language", "version", "of_day", "signed"),
    [
        ("en", "version 2", "of 1 Dec 2026", "9 of 12"),
        ("ru", "редакция 2", "от 01.12.2026", "9 из 12"),
    ],
)
def test_the_newest_version_and_its_signatures_are_told(cell, language, version, of_day, signed):
    speak(language)
    found = Signatures(version=2, version_on=dt.date(2026, 12, 1), signers=12, signed=9)
    one = project(signatures=found, exported_at=NOON)
    assert cell(one, VERSION) == (version, of_day)
    assert cell(one, SIGNED)[0] == signed


def test_nobody_is_said_to_owe_a_signature_before_the_first_version(cell):
    assert cell(project(standing=Standing(must_sign=9)), SIGNED)[0] == "—"
    assert cell(project(), SIGNED)[0] == "no staff list"


@pytest.mark.parametrize(
    ("language", "overdue", "due"),
    [
        ("en", "signatures were due 3 Feb 2020", "signatures due {}"),
        ("ru", "подписи просрочены: 03.02.2020", "собрать подписи до {}"),
    ],
)
def test_signatures_are_an_alarm(cell, language, overdue, due):
    speak(language)
    said, chips = cell(project(signatures=Signatures(version=1, sign_on=LONG_AGO)), DUE)
    assert said == overdue
    assert [chip.tone for chip in chips] == ["bad"]
    today = dt.datetime.now().astimezone().date()
    said, chips = cell(project(signatures=Signatures(version=1, sign_on=today)), DUE)
    assert said == due.format(project_model.day_in_words(today))
    assert [chip.tone for chip in chips] == ["neutral"]


@pytest.mark.parametrize(
    ("language", "offer", "summary"),
    [
        ("en", "Dates for your calendar (.ics)…", "SUMMARY:Check the contacts: Bean"),
        ("ru", "Даты для календаря (.ics)…", "SUMMARY:Проверить контакты: Bean"),
    ],
)
def test_the_days_of_a_project_go_into_a_calendar_file(
    qtbot, keeper, tmp_path, monkeypatch, language, offer, summary
):
    speak(language)
    made = keeper.ask(
        lambda library: starting.create(library, "Bean", example="cafe", language="en")
    )
    keeper.ask(
        lambda library: projects.keep_standing(library, made.id, Standing(contacts_on=LONG_AGO))
    )
    screen = FirstScreen(keeper)
    qtbot.addWidget(screen)
    qtbot.waitUntil(lambda: screen.projects.model.rowCount() == 1)
    file = tmp_path / "Bean.ics"
    asked = []

    def answer(name):
        asked.append(name)
        return str(file)

    monkeypatch.setattr(screen, "_ask_where", answer)
    menu = screen.projects.menu_for(screen.projects.model.projects[0])
    (action,) = (one for one in menu.actions() if one.text() == offer)
    action.trigger()
    qtbot.waitUntil(lambda: not screen.notice.isHidden())
    assert asked == ["Bean.ics"]
    assert str(file) in screen.notice.text.text()
    assert f"{summary}\r\n".encode() in file.read_bytes()


def test_a_project_without_days_says_so_and_writes_no_file(qtbot, keeper, tmp_path, monkeypatch):
    made = keeper.ask(
        lambda library: starting.create(library, "Bean", example="cafe", language="en")
    )
    keeper.ask(lambda library: projects.keep_standing(library, made.id, Standing()))
    screen = FirstScreen(keeper)
    qtbot.addWidget(screen)
    monkeypatch.setattr(screen, "_ask_where", lambda _name: str(tmp_path / "Bean.ics"))
    screen.projects.wanted.emit("calendar", made.id, "Bean")
    qtbot.waitUntil(lambda: not screen.notice.isHidden())
    assert screen.notice.text.text().startswith("No day is known yet.")
    assert list(tmp_path.glob("*.ics")) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "review was due 3 Feb 2020, contacts to be checked"),
        ("ru", "пора пересмотреть: 03.02.2020, пора проверить контакты"),
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


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "replies late: Telegram 18%, MAX 12%"), ("ru", "опоздания: Telegram 18%, MAX 12%")],
)
def test_promises_that_are_not_kept_are_told_whole_where_the_window_is_narrow(
    language, words, qtbot
):
    speak(language)
    listed = ProjectList()
    qtbot.addWidget(listed)
    late = Standing(given=3, asked=15, late="Telegram 18%, MAX 12%")
    listed.show_projects([project(standing=late)], binned=False, find="")
    index = listed.model.index(0, DUE)
    (chip,) = index.data(Qt.ItemDataRole.UserRole)
    assert (chip.words, chip.tone) == (words, "bad")
    assert index.data(Qt.ItemDataRole.ToolTipRole) == words


def test_what_is_due_takes_two_lines_and_counts_what_is_left_out(qapp):
    font, chips = QFont(), [Chip(f"Something to do {number}", "bad") for number in range(5)]
    room = chip_width(font, chips[0]) * 1.5
    assert laid(font, room, [], 2) == []
    assert laid(font, room, chips[:2], 2) == [[chips[0]], [chips[1]]]
    assert laid(font, 10_000, chips, 2) == [chips]
    rows = laid(font, room, chips, 2)
    assert [[chip.words for chip in row] for row in rows] == [
        ["Something to do 0"],
        ["Something to do 1", "+3"],
    ]
