"""The ledger as a spreadsheet: what stands in it, and that nothing in it is ever run."""

import csv
import datetime as dt
import io
import time

import openpyxl
import pytest

from tests.published import ADA, ANNA, ELLA, publish, staffed
from wizard.ledger import ledger, marking, tables
from wizard.library.connection import open_library
from wizard.library.people import Person
from wizard.staff_lists import source, writing

TODAY = dt.date(2026, 11, 25)
GUIDE = "Social media guide and policy"
HOSTILE = [
    '=HYPERLINK("http://evil.example","x")',
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",  # full width
    "＋1",
    "－1",
    "＠x",
    " =1+1",
    "\n=1",
]


@pytest.fixture
def library():
    with open_library(":memory:") as library:
        yield library


def read_csv(content, separator):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=separator))


def sheet_of(content):
    return openpyxl.load_workbook(io.BytesIO(content)).active


def marked(library):
    """Ella has signed, Anna has not, Ada need not."""
    project, (ella, anna, _ada) = staffed(library)
    publish(library, project)
    on = dt.date(2026, 11, 5)
    marking.mark(library, project, "signed", [ella], ["guide"], on=on, today=TODAY, how="paper")
    marking.remark(library, project, anna, TODAY, "asks for a copy")
    return project


def test_a_row_tells_a_person_and_how_each_document_stands(library):
    found = ledger.read(library, marked(library), TODAY)
    head, *rows = read_csv(tables.csv_of(found, "en"), ",")
    assert head == [
        "Name", "Position", "Department", "Location", "Shift", "Kind",
        f"{GUIDE}: state", f"{GUIDE}: day", f"{GUIDE}: how", f"{GUIDE}: version",
        f"{GUIDE}: due by", "Remark",
    ]  # fmt: skip
    assert rows == [
        ["Ella Hart", "barista", "bar", "", "", "Employee",
         "signed", "2026-11-05", "on paper", "1", "", ""],
        ["Анна Сергеевна Иванова", "повар", "", "", "", "Employee",
         "not handed over, overdue", "", "", "1", "2026-11-10", "asks for a copy"],
        ["Ada Ng", "SMM", "", "", "", "Contractor", "not required", "", "", "", "", ""],
    ]  # fmt: skip


def test_the_table_speaks_russian_and_excel_of_russia_opens_it(library):
    content = tables.csv_of(ledger.read(library, marked(library), TODAY), "ru")
    assert content.startswith(b"\xef\xbb\xbf")
    head, ella, anna, ada = read_csv(content, ";")
    assert head[0] == "ФИО"
    assert head[6].endswith(": состояние")
    assert head[-1] == "Примечание"
    assert ella[6:10] == ["подписано", "2026-11-05", "на бумаге", "1"]
    assert (anna[0], anna[6]) == ("Иванова Анна Сергеевна", "не передано, просрочено")
    assert (ada[5], ada[6]) == ("исполнитель", "не требуется")


def test_the_documents_stand_in_the_order_of_the_papers(library):
    project, _ = staffed(library)
    publish(library, project, signed=("crisis-plan", "guide", "of-old"))
    head = tables.rows(ledger.read(library, project, TODAY), "en")[0]
    assert [str(one).split(":")[0] for one in head[6:-1:5]] == [
        GUIDE,
        "Crisis communication plan",
        "of-old",
    ]


def test_only_who_has_yet_to_sign_where_that_is_asked_for(library):
    found = ledger.read(library, marked(library), TODAY)
    (_, one) = read_csv(tables.csv_of(found, "en", outstanding=True), ",")
    assert one[0] == "Анна Сергеевна Иванова"
    before = ledger.read(library, staffed(library)[0], TODAY)
    assert len(tables.rows(before, "en")) == 4
    assert tables.rows(before, "en")[0][-1] == "Remark"


def test_who_left_before_anything_was_asked_is_not_in_the_table(library):
    gone = Person(surname="Old", left_on=dt.date(2026, 1, 1))
    project, _ = staffed(library, ELLA, gone, Person(surname="Off", listed=False))
    publish(library, project)
    rows = tables.rows(ledger.read(library, project, TODAY), "en")
    assert [row[0] for row in rows] == ["Name", "Ella Hart"]


def test_a_workbook_has_dates_as_dates_and_keeps_its_heading_in_sight(library):
    sheet = sheet_of(tables.xlsx_of(ledger.read(library, marked(library), TODAY), "ru"))
    assert sheet.title == "Ознакомление"
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:L4"
    assert sheet["H2"].value == dt.datetime(2026, 11, 5)
    assert sheet["H2"].is_date
    assert sheet["J2"].value == 1
    assert 20 < sheet.column_dimensions["A"].width < 30
    assert sheet.column_dimensions["C"].width >= 10


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_cell_of_a_csv_is_a_formula(library, text, language):
    project, _ = staffed(library, Person(surname=text, position=text, department=f"x,y;{text}"))
    publish(library, project)
    content = tables.csv_of(ledger.read(library, project, TODAY), language)
    (_, row) = read_csv(content, writing.SEPARATORS[language])
    assert row[0] == f"'{text}" or not writing.FORMULA.match(row[0])
    assert row[1] == f"'{text}"


@pytest.mark.parametrize("text", [*HOSTILE, "#N/A", "#REF!", "=1", "2026-11-05", "0", "<b>&"])
def test_what_people_typed_is_text_in_a_workbook(library, text):
    project, _ = staffed(library, Person(surname="Hart", position=text))
    publish(library, project)
    cell = sheet_of(tables.xlsx_of(ledger.read(library, project, TODAY), "en"))["B2"]
    assert cell.data_type == "s"
    assert cell.value.replace("\r", "\n") == text.replace("\r", "\n")


def test_what_xml_cannot_hold_is_told_and_breaks_no_file():
    rows = [["a\x00", "b"], ["\x0bc\ud800", "\uffff"]]
    assert sheet_of(writing.xlsx_bytes("S", rows))["A2"].value == "\ufffdc\ufffd"
    assert read_csv(writing.csv_bytes(rows, "en"), ",") == [
        ["a\ufffd", "b"],
        ["\ufffdc\ufffd", "\ufffd"],
    ]


def test_the_table_can_be_taken_as_a_staff_list_again(library):
    content = tables.csv_of(ledger.read(library, marked(library), TODAY), "ru")
    rows = source.cells(source.Source("ledger.csv", content)).rows
    assert rows[2][0] == "Иванова Анна Сергеевна"


def test_ten_thousand_people_are_written_in_seconds(library):
    staff = [Person(surname=f"S{number}", given="=A1", position="p") for number in range(10_000)]
    project, _ = staffed(library, *staff, ANNA, ADA)
    publish(library, project, signed=("guide", "crisis-plan"))
    found = ledger.read(library, project, TODAY)
    before = time.perf_counter()
    assert tables.csv_of(found, "en").count(b"\n") == 10_003
    middle = time.perf_counter()
    assert len(tables.xlsx_of(found, "en")) > 100_000
    assert middle - before < 5
    assert time.perf_counter() - middle < 30
