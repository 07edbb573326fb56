"""ledger, sign and calendar: who must sign, who has, and what is due."""

import datetime as dt
import re

import openpyxl
import pytest

from tests.published import ADA, ANNA, ELLA, publish, staffed
from wizard import paths
from wizard.commands import days
from wizard.library import projects
from wizard.library.connection import open_library
from wizard.library.people import Person
from wizard.library.projects import Signatures, Standing

TODAY = dt.date(2026, 11, 25)
TWIN = Person(surname="Hart", given="Ella", position="cook")


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """The same day for every test: what is overdue must not depend on when it is run."""
    monkeypatch.setattr("wizard.clock.today", lambda: TODAY)


@pytest.fixture
def library(home):
    with open_library(paths.library_file()) as library:
        yield library


@pytest.fixture
def bean(library):
    """A published project, by name; Ella and Anna must sign the guide."""
    project, _ = staffed(library, ELLA, ANNA, ADA)
    publish(library, project)
    return project


@pytest.fixture
def plans(library, bean):
    """A second version, in which the crisis plan is signed too."""
    publish(library, bean, 2, dated=dt.date(2026, 11, 15), base=1, signed=("guide", "crisis-plan"))


@pytest.fixture
def lines(say):
    """``lines("ledger", "Bean")``: what a command prints, taken apart, ids left out."""

    def read(*arguments):
        return [line.split("\t")[1:] for line in say(*arguments).splitlines()]

    return read


def test_the_ledger_has_a_line_for_each_person_and_document(bean, say, lines):
    say("sign", "Bean", "--person", "Ella Hart", "--on", "5.11.2026")
    assert lines("ledger", bean) == [
        ["Hart Ella", "guide", "1", "signed", "2026-11-05", ""],
        ["Иванова Анна Сергеевна", "guide", "1", "not handed over, overdue", "", "2026-11-10"],
    ]
    assert [one[0] for one in lines("ledger", bean, "--outstanding")] == ["Иванова Анна Сергеевна"]
    before = lines("ledger", bean, "--on", "1 Nov 2026")
    assert [one[3:] for one in before] == [["not handed over", "", "2026-11-10"]] * 2


def test_the_ledger_speaks_the_language_asked_for(bean, lines, monkeypatch):
    assert lines("ledger", bean, "--language", "ru")[0][3] == "не передано, просрочено"
    monkeypatch.setenv("POLICY_WIZARD_LANGUAGE", "ru")
    assert lines("ledger", bean)[0][3] == "не передано, просрочено"


def test_a_name_breaks_no_line(library, say):
    project, _ = staffed(library, Person(surname="a\tb\nc", given="d"))
    publish(library, project)
    (line,) = say("ledger", project).splitlines()
    assert line.split("\t")[1:3] == ["a b c d", "guide"]


def test_the_ledger_is_written_as_a_table(bean, say, tmp_path):
    table, book = tmp_path / "l.csv", tmp_path / "l.xlsx"
    said = say("ledger", bean, "--csv", table, "--xlsx", book, "--outstanding", "--language", "ru")
    assert said == f"{table}\n{book}\n"
    assert "Иванова Анна Сергеевна" in table.read_bytes().decode("utf-8-sig")
    assert openpyxl.load_workbook(book).active["A2"].value == "Hart Ella"


def test_a_table_that_cannot_be_written_leaves_what_is_there(bean, fails, tmp_path):
    folder = tmp_path / "l.csv"
    folder.mkdir()
    assert "l.csv" in fails("ledger", bean, "--csv", folder)
    assert "cannot be written" in fails("ledger", bean, "--csv", tmp_path / "none" / "l.csv")
    assert list(tmp_path.rglob("*.part")) == []


def test_before_the_first_version_there_is_no_ledger(library, bean, say, fails):
    assert "No version was published by then" in fails("ledger", bean, "--on", "2026-10-31")
    say("new", "Draft")
    assert "No version was published by then" in fails("ledger", "Draft")


@pytest.mark.parametrize("day", ["soon", "31.02.2026", "2026-13-01", ""])
def test_a_day_that_is_none_is_named(bean, fails, day):
    assert f"“{day}” is not a date" in fails("ledger", bean, "--on", day)
    assert f"“{day}” is not a date" in fails("sign", bean, "--person", "Ella", "--on", day)


@pytest.mark.parametrize("typed", ["2026-12-01", "1.12.2026", "1 Dec 2026", "1 декабря 2026 г."])
def test_a_day_is_read_as_people_write_it(typed):
    assert days.day(typed) == dt.date(2026, 12, 1)


@pytest.mark.parametrize("name", ["Ella Hart", "hart ella", "ella", "Hart, Ella", "HAR"])
def test_a_person_is_named_in_any_order_and_by_a_part(bean, say, lines, name):
    ((_id, noted_name, document, version, state, day),) = lines("sign", bean, "--person", name)
    assert (noted_name, document, version) == ("Hart Ella", "guide", "1")
    assert (state, day) == ("signed", "2026-11-25")


def test_what_was_noted_is_printed_with_numbers_that_can_be_taken_back(bean, say, lines, library):
    said = say("sign", bean, "--person", "Ella", "--person", "Анна", "--how", "e-hr")
    numbers = [line.split("\t")[0] for line in said.splitlines()]
    assert len(numbers) == 2
    assert projects.project(library, bean).signatures == Signatures(
        version=1, version_on=dt.date(2026, 11, 1), signers=2, signed=2
    )
    assert say("list").split("\t")[3:5] == ["1", "2/2"]
    undone = say("sign", bean, "--undo", *numbers)
    assert [line.split("\t")[5] for line in undone.splitlines()] == ["taken back"] * 2
    assert [one[3] for one in lines("ledger", bean)] == ["not handed over, overdue"] * 2
    found = projects.project(library, bean).signatures
    assert (found.signed, found.sign_on) == (0, dt.date(2026, 11, 10))
    say("sign", bean, "--undo", *(line.split("\t")[0] for line in undone.splitlines()))
    assert [one[3] for one in lines("ledger", bean)] == ["signed"] * 2


def test_a_refusal_and_a_hand_over_are_noted(bean, lines, say):
    assert lines("sign", bean, "--person", "Ella", "--refused", "--note", "No reason")[0][4] == (
        "refused, with a record"
    )
    assert lines("sign", bean, "--person", "Анна", "--handed")[0][4] == "handed over"
    assert [one[3] for one in lines("ledger", bean)] == [
        "refused, with a record", "handed over, overdue",
    ]  # fmt: skip


def test_who_is_no_employee_signs_no_sheet(bean, fails, lines):
    told = fails("sign", bean, "--person", "Ella", "--person", "Ada Ng")
    assert told.startswith("Ng Ada is no employee: an annex to the contract")
    assert {one[3] for one in lines("ledger", bean)} == {"not handed over, overdue"}


def test_a_scan_is_kept_with_the_signature(bean, say, fails, tmp_path):
    scan, text = tmp_path / "s.pdf", tmp_path / "s.txt"
    scan.write_bytes(b"%PDF-1.7 sheet")
    text.write_text("no scan")
    assert "A scan is a PDF" in fails("sign", bean, "--person", "Ella", "--scan", text)
    assert "cannot be read" in fails("sign", bean, "--person", "Ella", "--scan", tmp_path / "no")
    assert "signed" in say("sign", bean, "--person", "Ella", "--scan", scan)


def test_an_ambiguous_name_lists_ids_and_positions(library, fails, lines):
    project, (first, second) = staffed(library, ELLA, TWIN)
    publish(library, project)
    said = fails("sign", project, "--person", "Ella Hart")
    assert f"{first} (Hart Ella, barista), {second} (Hart Ella, cook)" in said
    assert lines("sign", project, "--person", second)[0][0] == second
    assert "Nobody on the staff list is called “Nemo”" in fails("sign", project, "--person", "Nemo")
    assert "Nobody on the staff list is called “ ”" in fails("sign", project, "--person", " ")


def test_a_whole_name_goes_before_a_part_and_who_is_here_before_who_left(library, lines, say):
    longer = Person(surname="Hart-Smith", given="Ella")
    gone = Person(surname="Hart", given="Ella", left_on=dt.date(2026, 11, 20))
    project, (_, ella, _) = staffed(library, longer, ELLA, gone)
    publish(library, project)
    assert say("sign", project, "--person", "Ella Hart").split("\t")[1] == ella


def test_the_document_is_named_where_several_are_signed(plans, bean, fails, lines):
    assert "Signed are: guide, crisis-plan" in fails("sign", bean, "--person", "Ella")
    assert "“promise” is not signed" in fails(
        "sign", bean, "--person", "Ella", "--document", "promise"
    )
    both = ("--document", "guide", "--document", "crisis-plan")
    assert [one[2:5] for one in lines("sign", bean, "--person", "Ella", *both)] == [
        ["guide", "2", "signed"],
        ["crisis-plan", "2", "signed"],
    ]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "Name people with --person"),
        (("--person", "Ella", "--undo", "1"), "Name people with --person"),
        (("--undo",), "The numbers of events go with --undo"),
        (("12", "--person", "Ella"), "The numbers of events go with --undo"),
        (("--undo", "999"), "This project has no event 999."),
        (("--person", "Ella", "--dry-run"), "--dry-run goes with --replies"),
        (("--person", "Ella", "--refused", "--handed"), "--refused and --handed cannot both be"),
        (("--replies", "r.csv", "--refused"), "go with --person"),
        (("--replies", "r.csv"), "“r.csv” cannot be read"),
        (("--person", "Ella", "--on", "2026-11-26"), "That day is still to come"),
        (("--person", "Ella", "--on", "2026-10-01"), "No version was published by then"),
        (("--person", "Ella", "--how", "smoke"), "Invalid value for '--how'"),
    ],
)
def test_what_makes_no_sense_is_told_and_nothing_noted(bean, fails, lines, arguments, sentence):
    assert sentence in fails("sign", bean, *arguments)
    assert {one[3] for one in lines("ledger", bean)} == {"not handed over, overdue"}


def test_events_of_another_project_cannot_be_taken_back(library, bean, say, fails):
    other, _ = staffed(library, ANNA, name="Other")
    publish(library, other)
    number = say("sign", other, "--person", "Анна").split("\t")[0]
    assert f"no event {number}" in fails("sign", bean, "--undo", number)
    assert "signed" in say("ledger", other)


@pytest.fixture
def replies(tmp_path):
    file = tmp_path / "replies.csv"
    file.write_text(
        "e-mail;дата;ответ\nella@bean.example;12.11.2026;да\nnobody@x.example;12.11.2026;да\n",
        "utf-8",
    )
    return file


def test_replies_are_noted_and_doubtful_lines_named(bean, run, lines, replies, library):
    code, out, err = run("sign", bean, "--replies", replies, "--dry-run")
    assert (code, err) == (
        0, "3: Nobody on the staff list has this e-mail or name: nobody@x.example.\n"
    )  # fmt: skip
    assert out.split("\t")[0] == ""
    assert out.split("\t")[2:] == ["Hart Ella", "guide", "1", "signed", "2026-11-12\n"]
    assert {one[3] for one in lines("ledger", bean)} == {"not handed over, overdue"}
    code, noted, again = run("sign", bean, "--replies", replies, "--document", "guide")
    assert (code, again) == (0, err)
    number, *rest = noted.split("\t")
    assert number.isdigit()
    assert rest == out.split("\t")[1:]
    assert [one[3] for one in lines("ledger", bean)] == ["signed", "not handed over, overdue"]
    assert projects.project(library, bean).signatures.signed == 1
    code, noted, err = run("sign", bean, "--replies", replies)
    assert (code, noted) == (0, "")
    assert err.startswith("2: Hart Ella has signed this already")


def test_problems_of_replies_are_told_in_russian(bean, run, replies, monkeypatch):
    monkeypatch.setenv("POLICY_WIZARD_LANGUAGE", "ru")
    _, out, err = run("sign", bean, "--replies", replies)
    assert err == "3: в списке сотрудников не найдено: nobody@x.example.\n"
    assert "\tподписано\t" in out


def test_the_dates_of_a_project_are_written_for_a_calendar(library, bean, say, fails, tmp_path):
    assert "No day is known yet" in fails("calendar", bean)
    projects.keep_standing(library, bean, Standing(review_on=dt.date(2027, 6, 1)))
    file = tmp_path / "bean.ics"
    assert say("calendar", bean, "--to", file, "--language", "ru") == f"{file}\n"
    assert "SUMMARY:Пересмотреть правила: Bean\r\n".encode() in file.read_bytes()
    assert re.search(r"DTSTART;VALUE=DATE:20270601\s", say("calendar", bean))
    assert "cannot be written" in fails("calendar", bean, "--to", tmp_path / "none" / "x.ics")
