"""The preview of a staff list: what stands in it, what it is taken as, and what it would change."""

import io

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from ui.pages.people import PeoplePage
from ui.tongue import speak

CYRILLIC = "ФИО;Должность\nЁлкина Мария Петровна;бариста\nНг Ада;когда-то\n"


@pytest.fixture
def page(qtbot, project_desk):
    """The page of the staff list of a café, shown."""
    found = PeoplePage(project_desk("cafe", "en", facts=True))
    qtbot.addWidget(found)
    found.resize(560, 900)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


@pytest.fixture
def pasted(qtbot, page):
    """``pasted(text)``: the panel with rows of a spreadsheet in it."""

    def show(text):
        with qtbot.waitSignal(page.loading.read):
            page._load(lambda: page.loading.read_text(text))
        return page.loading

    return show


@pytest.fixture
def loaded(qtbot, page, tmp_path):
    """``loaded(content)``: the panel with a file of these bytes in it."""

    def show(content):
        file = tmp_path / "staff"
        file.write_bytes(content)
        with qtbot.waitSignal(page.loading.read):
            page.load(file)
        return page.loading

    return show


def choose(qtbot, panel, box, one):
    """Choose as a person does, and wait for what it changes."""
    with qtbot.waitSignal(panel.read):
        box.setCurrentIndex(box.findData(one))
        box.activated.emit(box.currentIndex())


def names(panel):
    return [(one.surname, one.given) for one in panel.draft.table.people]


def cell(panel, row, column):
    return panel.table.draft.index(row, column).data()


def test_a_column_can_be_taken_as_something_else(qtbot, pasted):
    panel = pasted("surname,given,note\nHart,Ella,cook\n")
    boxes = panel.table.taken_as.boxes
    assert [box.currentText() for box in boxes] == ["Surname", "Given name", "not taken"]
    choose(qtbot, panel, boxes[2], "position")
    assert panel.draft.table.people[0].position == "cook"
    choose(qtbot, panel, boxes[0], "")
    assert "surname" in panel.counts.text()
    assert not panel.take.isEnabled()


def test_two_choices_in_a_row_both_count(qtbot, pasted):
    panel = pasted("Hart;Ella\n")
    boxes = panel.table.taken_as.boxes
    for place, field in enumerate(("surname", "given")):
        boxes[place].setCurrentIndex(boxes[place].findData(field))
        boxes[place].activated.emit(boxes[place].currentIndex())
    qtbot.waitUntil(panel.take.isEnabled)
    assert names(panel) == [("Hart", "Ella")]


def test_a_list_without_a_heading_says_what_to_do_and_can_be_taken_over(qtbot, page, pasted):
    panel = pasted("Hart\tElla\nNg\tAda\n")
    assert "Choose above the rows" in panel.counts.text()
    assert panel.form.heading.currentData() == 0
    assert panel.table.taken_as.boxes[0].hasFocus()
    choose(qtbot, panel, panel.table.taken_as.boxes[0], "surname")
    before = len(page.desk.session.people)
    panel.take.click()
    assert len(page.desk.session.people) == before + 2
    assert page.table.isVisible()


def test_another_row_can_be_the_heading(qtbot, pasted):
    panel = pasted("surname;given\nfirst name;last name\nHart;Ella\n")
    choose(qtbot, panel, panel.form.heading, 2)
    assert names(panel) == [("Ella", "Hart")]
    choose(qtbot, panel, panel.form.heading, 0)
    assert len(panel.draft.table.people) == 3


def test_the_encoding_is_shown_as_guessed_and_can_be_changed(qtbot, loaded):
    panel = loaded(CYRILLIC.encode("cp1251"))
    assert panel.form.encoding.currentText() == "Windows-1251"
    assert panel.form.separator.currentText() == "semicolon"
    choose(qtbot, panel, panel.form.encoding, "utf-8")
    assert "\N{REPLACEMENT CHARACTER}" in cell(panel, 1, 0)
    choose(qtbot, panel, panel.form.encoding, "windows-1251")
    assert cell(panel, 1, 0) == "Ёлкина Мария Петровна"


def test_the_separator_can_be_changed_and_a_paste_has_no_encoding(qtbot, pasted):
    panel = pasted("surname;given\nHart, Ella;x\n")
    assert not panel.form.encoding.isVisible()
    assert panel.form.separator.isVisible()
    choose(qtbot, panel, panel.form.separator, ",")
    assert cell(panel, 1, 1) == " Ella;x"


def test_a_sheet_of_a_workbook_can_be_chosen(qtbot, loaded):
    book = openpyxl.Workbook()
    book.active.append(["surname"])
    book.active.append(["Hart"])
    old = book.create_sheet("Old")
    old.append(["name"])
    old.append(["Ada Ng"])
    stream = io.BytesIO()
    book.save(stream)
    panel = loaded(stream.getvalue())
    assert not panel.form.separator.isVisible()
    assert names(panel) == [("Hart", "")]
    choose(qtbot, panel, panel.form.sheet, "Old")
    assert names(panel) == [("Ng", "Ada")]


def test_a_problem_leads_to_its_row_by_click_and_by_enter(qtbot, pasted):
    rows = "\n".join(f"Surname{number};cook" for number in range(300))
    panel = pasted(f"surname;position\n{rows}\n;cook\nSurname7;cook\n")
    first, second = (panel.problems.found.index(place) for place in range(2))
    assert first.data() == "Line 302: This line has no surname."
    panel.problems.clicked.emit(first)
    assert panel.table.selectionModel().selectedRows()[0].row() == 301
    panel.problems.setCurrentIndex(second)
    qtbot.keyClick(panel.problems, Qt.Key.Key_Return)
    chosen = panel.table.selectionModel().selectedRows()[0]
    assert chosen.row() == 302
    assert panel.table.viewport().rect().intersects(panel.table.visualRect(chosen))


def test_an_empty_list_says_so(qtbot, pasted):
    panel = pasted("")
    assert panel.counts.text() == "There is nothing in this list."
    assert not panel.table.isVisible()
    assert panel.cancel.hasFocus()


def test_what_cannot_be_read_is_told_and_escape_gives_up(qtbot, page, loaded):
    panel = loaded(b"PK\x03\x04 broken")
    assert "no spreadsheet" in panel.title.text()
    assert not panel.take.isVisible()
    qtbot.keyClick(panel.cancel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert page.table.isVisible()


def test_who_vanished_is_named_and_can_be_marked_as_left(qtbot, page, pasted):
    panel = pasted("name\nAda Ng\n")
    vanished = panel.draft.merge.vanished
    assert vanished[0].surname in panel.vanished.text()
    panel.left.setChecked(True)
    panel.take.click()
    there = [one.surname for one in page.desk.session.people if one.left_on is None]
    assert there == ["Ng"]


def test_a_person_added_meanwhile_is_not_lost(qtbot, page, pasted):
    panel = pasted("name\nAda Ng\n")
    page.desk.give_people(page.desk.session.people[:1])
    panel.take.click()
    assert len(page.desk.session.people) == 2


def test_ctrl_f_leads_to_find(qtbot, page):
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.find.hasFocus()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_control_of_the_preview_is_nameless_or_clipped(qtbot, project_desk, language):
    speak(language)
    found = PeoplePage(project_desk("cafe", language))
    qtbot.addWidget(found)
    found.resize(394, 900)
    found.show()
    with qtbot.waitSignal(found.loading.read):
        found._load(lambda: found.loading.read_text(CYRILLIC))
    kinds = (QAbstractButton, QComboBox)
    controls = [one for kind in kinds for one in found.loading.findChildren(kind)]
    ours = [one for one in controls if not one.objectName().startswith("qt_")]
    for control in filter(QWidget.isVisible, ours):
        assert QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        if isinstance(control, QAbstractButton) and control.text():
            assert control.width() >= control.sizeHint().width(), control.text()
    form = found.loading.form
    for box in (form.separator, form.heading):
        assert box.width() >= box.sizeHint().width()
