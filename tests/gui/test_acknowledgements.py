"""The screen of acknowledgements: counts, table, find, printing, the way to the files."""

import pytest

from ui import printing
from ui.pages.acknowledgements import AcknowledgementsPage
from ui.roll.model import NAME


@pytest.fixture
def page(qtbot, project_desk):
    """``page("cafe")``: the screen for a project of this trade, read and shown."""

    def made(example="cafe", *, facts=True, language="en"):
        found = AcknowledgementsPage(project_desk(example, language, facts=facts))
        qtbot.addWidget(found)
        found.refresh()
        found.show()
        return found

    return made


def test_the_table_names_everybody_and_what_is_owed(page):
    found = page()
    names = {found.model.index(row, NAME).data() for row in range(found.model.rowCount())}
    assert len(names) == len(found.desk.answers.people.list)
    owed = {
        found.model.index(row, column).data()
        for row in range(found.model.rowCount())
        for column in range(2, found.model.columnCount())
    }
    assert {"to sign", "not required"} <= owed


def test_find_narrows_the_table_and_empties_again(page):
    found = page()
    everybody = found.model.rowCount()
    found.find.setText("barista")
    assert 0 < found.model.rowCount() < everybody
    found.find.setText("")
    assert found.model.rowCount() == everybody


def test_the_sheets_and_the_forms_go_to_the_printer(page, monkeypatch):
    printed = []
    monkeypatch.setattr(
        printing, "print_document", lambda _page, order, _day: printed.append(order.document)
    )
    found = page()
    found.print_sheets.click()
    found.print_forms.click()
    assert printed == ["acknowledgement", "acknowledgement-form"]


def test_the_way_to_the_files_names_the_documents(qtbot, page):
    found = page()
    with qtbot.waitSignal(found.files_wanted) as wanted:
        found.to_files.click()
    assert wanted.args == [["acknowledgement", "acknowledgement-form"]]


def test_an_empty_staff_list_says_what_to_do(qtbot, page):
    found = page("empty", facts=False)
    assert found.empty.isVisible()
    assert not found.table.isVisible()
    with qtbot.waitSignal(found.people_wanted):
        found.fill.click()
