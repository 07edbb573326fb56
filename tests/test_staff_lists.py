"""Staff lists from elsewhere: how their cells are told apart, what columns are, who is who."""

import datetime as dt
import io

import openpyxl
import pytest

from wizard.errors import UserError
from wizard.library.people import Person
from wizard.staff_lists import columns, draft, source, table
from wizard.staff_lists import workbook as workbooks
from wizard.staff_lists.merge import merge
from wizard.staff_lists.source import Form, Source, cells

RUSSIAN = "ФИО;Должность\nЁлкина Мария;бариста\nHart Ella;cook\n"
ROWS = [["ФИО", "Должность"], ["Ёлкина Мария", "бариста"], ["Hart Ella", "cook"]]


def workbook(**sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return Source("staff.xlsx", stream.getvalue())


@pytest.mark.parametrize(
    ("codec", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("cp1251", "windows-1251"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
    ],
)
def test_the_encoding_is_told_by_the_bytes(codec, told):
    found = cells(Source("staff.csv", RUSSIAN.encode(codec)))
    assert found.form == Form(told, ";")
    assert found.rows == ROWS


@pytest.mark.parametrize("codec", ["utf-8", "cp1251", "utf-16-le", "utf-16-be"])
def test_a_chosen_encoding_overrides_the_guess(codec):
    wanted = {"cp1251": "windows-1251"}.get(codec, codec[:6] if "16" in codec else codec)
    one = Source("staff.csv", RUSSIAN.encode(codec))
    for encoding in source.ENCODINGS:
        found = cells(one, Form(encoding=encoding))
        assert found.form.encoding == encoding
        if encoding == wanted:
            assert found.rows == ROWS


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a;b;c\n1;2;3\n", ";"),
        ("surname,position\nHart,cook; barista; runner\n", ","),
        ("Staff; as of; today\n\nФИО,Должность\nИванова Анна,бариста\n", ","),
        ('Employee\n"Hart, Ella"\n', ";"),
        ("surname\tgiven\nHart\tElla\n", "\t"),
    ],
)
def test_the_separator_is_the_one_by_which_the_heading_makes_sense(text, separator):
    assert cells(Source("clipboard", text)).form == Form(separator=separator)


def test_a_chosen_separator_overrides_the_guess():
    assert cells(Source("clipboard", "a;b,c"), Form(separator=",")).rows == [["a;b", "c"]]


def test_an_unclosed_quotation_mark_does_not_swallow_the_list():
    lines = "\n".join(f"Surname{number};cook" for number in range(20_000))
    found = cells(Source("staff.csv", f'surname;position\n"Hart;cook\n{lines}'))
    assert len(found.rows) == 20_002


def test_a_workbook_offers_the_sheets_that_are_not_empty_and_opens_the_first():
    book = workbook(Blank=[], Staff=[["surname"], ["Hart"]], Old=[["name"], ["Ng Ada"]])
    found = cells(book)
    assert (found.form, found.sheets) == (Form(sheet="Staff"), ("Staff", "Old"))
    assert cells(book, Form(sheet="Old")).rows == [["name"], ["Ng Ada"]]


def test_an_empty_workbook_has_no_rows():
    assert cells(workbook(Blank=[])).rows == []


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0 of old"])
def test_a_workbook_that_cannot_be_read_says_what_to_do(content):
    with pytest.raises(UserError, match=r"Save it as .xlsx"):
        cells(Source("staff.xls", content))


def test_dates_and_numbers_of_a_workbook_become_texts():
    book = workbook(S=[["surname", "start date", "shift"], ["Hart", dt.datetime(2025, 12, 1), 2.0]])
    assert cells(book).rows[1] == ["Hart", "2025-12-01", "2"]


def test_columns_are_guessed_from_the_row_that_names_the_surname():
    rows = [["Our staff"], [], ["ФИО", "Должность", "Оклад"], ["Иванова Анна", "бариста", "1"]]
    assert columns.guessed(rows) == columns.Columns(3, ("full-name", "position", ""))


def test_of_two_columns_of_one_name_the_first_is_taken():
    assert columns.guessed([["name", "full name"]]).fields == ("full-name", "")


def test_a_list_without_a_heading_is_taken_with_columns_set_by_hand():
    rows = [["1", "Hart", "Ella"], ["2", "Ng", "Ada"]]
    found = columns.guessed(rows)
    assert found == columns.Columns(0, ("", "", ""))
    assert table.taken(rows, found).people == ()
    by_hand = found.with_field(1, "given").with_field(1, "surname").with_field(2, "given")
    people = table.taken(rows, by_hand).people
    assert [(one.surname, one.given) for one in people] == [("Hart", "Ella"), ("Ng", "Ada")]


def test_nothing_is_taken_from_two_columns():
    found = columns.Columns(1, ("surname", "given")).with_field(1, "surname")
    assert found.fields == ("", "surname")


def test_a_line_that_repeats_another_is_named_and_taken_once():
    rows = [["surname", "position"], ["Hart", "cook"], ["Ng", ""], ["Hart", "cook"]]
    found = table.taken(rows, columns.guessed(rows))
    assert [one.surname for one in found.people] == ["Hart", "Ng"]
    assert [(one.line, one.values) for one in found.problems] == [(4, {"line": 2})]


def test_namesakes_meet_their_own_line_whatever_the_order():
    cook = Person(surname="Hart", position="cook", id="1")
    barista = Person(surname="Hart", position="barista", id="2")
    found = merge([cook, barista], [Person(surname="HART", position="barista", shift="late")])
    assert [one.id for one in found.changed] == ["2"]
    assert found.vanished == (cook,)


def test_who_had_left_and_is_in_the_table_is_back():
    left = Person(surname="Hart", left_on=dt.date(2026, 1, 1), id="1")
    found = merge([left], [Person(surname="Hart")])
    assert [(one.id, one.left_on) for one in found.changed] == [("1", None)]


def test_who_is_as_before_is_neither_new_nor_changed():
    known = Person(surname="Hart", position="cook", shift="late", id="1")
    found = merge([known], [Person(surname="Hart", position="cook")])
    assert (found.people, found.new, found.changed, found.vanished) == ((known,), (), (), ())


def test_a_draft_tells_what_a_list_would_change_and_follows_its_columns():
    known = [Person(surname="Hart", position="cook", id="1"), Person(surname="Ng", id="2")]
    rows = Source("clipboard", "Hart;barista\nRay;runner\n")
    first = draft.drafted(rows, known)
    assert (first.columns.name_people, first.table.people) == (False, ())
    named = first.columns.with_field(0, "surname").with_field(1, "position")
    found = draft.with_columns(first, named, known)
    assert [one.surname for one in found.merge.new] == ["Ray"]
    assert [one.position for one in found.merge.changed] == ["barista"]
    assert [one.surname for one in found.merge.vanished] == ["Ng"]


def test_a_workbook_with_a_damaged_part_is_told_as_unreadable():
    people = [[f"Surname{number}"] for number in range(300)]
    content = workbook(Staff=[["surname"], *people]).content
    at = content.index(b"xl/worksheets/sheet1.xml") + 60
    damaged = content[:at] + b"\xff" * 40 + content[at + 40 :]
    with pytest.raises(UserError, match=r"staff\.xlsx"):
        cells(Source("staff.xlsx", damaged))


def test_a_cell_in_the_far_corner_does_not_make_each_row_as_wide(monkeypatch):
    book = openpyxl.Workbook()
    book.active.append(["surname"])
    book.active.append(["Hart"])
    book.active.cell(900, 16_384, "here")
    stream = io.BytesIO()
    book.save(stream)
    seen = []
    monkeypatch.setattr(workbooks, "_texts", lambda row: seen.append(len(row)) or list(row))
    cells(Source("staff.xlsx", stream.getvalue()))
    assert len(seen) == 900
    assert max(seen) == workbooks.MOST_COLUMNS
