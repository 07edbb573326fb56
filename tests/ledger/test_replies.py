"""Replies of people taken over as signatures: who is meant, since when, and what is doubtful."""

import datetime as dt
import io
import time

import openpyxl
import pytest

from tests.published import ADA, ANNA, DAY, ELLA, publish, staffed
from wizard.errors import UserError
from wizard.i18n import translate
from wizard.ledger import ledger, marking, replies, reply_columns
from wizard.library import people as stored
from wizard.library.connection import open_library
from wizard.library.people import Person
from wizard.staff_lists.source import Source

TODAY = dt.date(2026, 11, 25)
ZOE = Person(surname="Zed", given="Zoe", position="cook", email="zoe@bean.example")


@pytest.fixture
def library():
    with open_library(":memory:") as library:
        yield library


@pytest.fixture
def project(library):
    made, _ = staffed(library)
    publish(library, made)
    return made


@pytest.fixture
def look(library, project):
    """``look(text)``: what the replies in a table come to, as of today."""

    def preview(text, documents=(), encoding="utf-8", name="replies.csv", on=TODAY):
        content = text if isinstance(text, bytes) else text.encode(encoding)
        source = Source(name, content)
        return replies.preview(library, project, source, on=on, today=TODAY, documents=documents)

    return preview


def told(found):
    return [(one.line, one.message.format(**one.values)) for one in found.problems]


def marks(found):
    return [(one.person.surname, one.document, one.on.isoformat()) for one in found.marks]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_comes_in_any_usual_form(look, encoding, separator, end):
    lines = ["Отметка времени,Эл. почта,ФИО,Ознакомлены с Правилами?"]
    lines += ["12.11.2026 10:12:33,ELLA@bean.example,,Да", ",,,", ""]
    lines += ["13.11.2026 9:01:00,,Анна Иванова,да"]
    found = look(end.join(lines).replace(",", separator), encoding=encoding)
    assert marks(found) == [("Hart", "guide", "2026-11-12"), ("Иванова", "guide", "2026-11-13")]
    assert found.problems == ()


def test_a_workbook_of_a_form_service_is_read(look):
    book = openpyxl.Workbook()
    book.active.append(["Id", "Completion time", "Email", "Name", "I have read the guide"])
    book.active.append([1, dt.datetime(2026, 11, 12, 10), "anonymous", "Ella Hart", "Yes"])
    stream = io.BytesIO()
    book.save(stream)
    assert marks(look(stream.getvalue(), name="r.xlsx")) == [("Hart", "guide", "2026-11-12")]


def test_without_a_day_and_an_answer_every_line_is_a_signature_of_the_day_given(look):
    found = look("e-mail\nElla <ella@bean.example>\nanna@bean.example\n", on=dt.date(2026, 11, 20))
    assert marks(found) == [("Hart", "guide", "2026-11-20"), ("Иванова", "guide", "2026-11-20")]


@pytest.mark.parametrize(
    "name",
    ["Ella Hart", "hart ELLA", "Hart, Ella", " Ella   Hart "],
)
def test_a_name_is_found_in_any_order(look, name):
    assert marks(look(f'name\n"{name}"\n')) == [("Hart", "guide", "2026-11-25")]


def test_the_patronymic_may_be_missing_on_either_side(library, project, look):
    assert marks(look("ФИО\nИванова Анна\n")) == [("Иванова", "guide", "2026-11-25")]
    assert marks(look("ФИО\nИВАНОВА АННА СЕРГЕЕВНА\n")) == [("Иванова", "guide", "2026-11-25")]
    assert marks(look("ФИО\nИванова Анна Петровна\n")) == []
    kept = stored.people(library, project)
    stored.replace_all(
        library, project, [*kept[:1], Person(**{**vars(kept[1]), "patronymic": ""}), kept[2]]
    )
    assert marks(look("ФИО\nИванова Анна Сергеевна\n")) == [("Иванова", "guide", "2026-11-25")]


def test_the_name_is_in_one_column_or_in_three(look):
    text = "Имя;Отчество;Фамилия\nАнна;Сергеевна;Иванова\n"
    assert marks(look(text)) == [("Иванова", "guide", "2026-11-25")]
    assert marks(look("Имя\nАнна Иванова\n")) == [("Иванова", "guide", "2026-11-25")]


def test_the_address_decides_unless_the_name_is_somebody_elses(look):
    assert marks(look("name,email\nElly H.,ella@bean.example\n")) == [
        ("Hart", "guide", "2026-11-25")
    ]
    found = look("name,email\nАнна Иванова,ella@bean.example\n")
    assert found.marks == ()
    ((line, sentence),) = told(found)
    assert line == 2
    assert "Hart Ella" in sentence
    assert "Иванова Анна" in sentence


def test_two_namesakes_are_named_with_ids_and_positions(library):
    first = Person(surname="Hart", given="Ella", position="barista")
    second = Person(surname="Hart", given="Ella", position="cook", email="e@bean.example")
    project, ids = staffed(library, first, second)
    publish(library, project)

    def look(text):
        source = Source("r.csv", text.encode())
        return replies.preview(library, project, source, on=TODAY, today=TODAY)

    ((_, sentence),) = told(look("name\nElla Hart\n"))
    assert f"{ids[0]} (Hart Ella, barista), {ids[1]} (Hart Ella, cook)" in sentence
    assert [one.person.id for one in look("name,e-mail\nElla Hart,E@bean.example\n").marks] == [
        ids[1]
    ]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "nobody@x.example,,,",
            "Nobody on the staff list has this e-mail or name: nobody@x.example.",
        ),
        (",Nemo Nobody,,", "Nobody on the staff list has this e-mail or name: Nemo Nobody."),
        (",,2026-11-12,yes", "This line has neither an e-mail nor a name."),
        ("ella@bean.example,,soon,yes", "“soon” is not a date we can read; nothing is noted."),
        ("ella@bean.example,,31.02.2026,yes", "“31.02.2026” is not a date we can read"),
        ("ella@bean.example,,2026-11-26,yes", "2026-11-26 is still to come; nothing is noted."),
        ("ella@bean.example,,2026-10-31,yes", "On 2026-10-31 this document was not there yet"),
        (",Ada Ng,2026-11-12,yes", "Ng Ada need not sign this; nothing is noted."),
        ("ella@bean.example,,2026-11-12,no", "Hart Ella answered “no”; nothing is noted."),
        ("ella@bean.example,,2026-11-12,perhaps", "“perhaps” is neither yes nor no"),
        ("ella@bean.example,,2026-11-12,", "There is no answer in this line"),
    ],
)
def test_a_doubtful_line_is_named_and_the_others_taken(look, line, sentence):
    text = f"e-mail,name,date,answer\n{line}\nanna@bean.example,,2026-11-12,yes\n"
    if line.startswith(("nobody", ",Nemo")):
        line += "yes"
        text = f"e-mail,name,date,answer\n{line}\nanna@bean.example,,2026-11-12,yes\n"
    found = look(text)
    assert marks(found) == [("Иванова", "guide", "2026-11-12")]
    ((number, said),) = told(found)
    assert number == 2
    assert said.startswith(sentence)
    (problem,) = found.problems
    assert translate(problem.message, "ru") != problem.message


def test_who_has_signed_or_left_is_named(library):
    left = Person(surname="Gone", given="Guy", left_on=dt.date(2026, 11, 20))
    project, (ella, *_) = staffed(library, ELLA, left)
    publish(library, project)
    marking.mark(library, project, "signed", [ella], ["guide"], on=DAY, today=TODAY, how="paper")
    source = Source("r.csv", b"name\nElla Hart\nGuy Gone\n")
    found = replies.preview(library, project, source, on=TODAY, today=TODAY)
    assert found.marks == ()
    assert [sentence.split(";")[0] for _, sentence in told(found)] == [
        "Hart Ella has signed this already",
        "Gone Guy has left",
    ]


def test_of_repeated_replies_the_earliest_counts(look):
    found = look(
        "e-mail;date\nella@bean.example;12.11.2026\nELLA@bean.example;11.11.2026\n"
        "ella@bean.example;13.11.2026\n"
    )
    assert marks(found) == [("Hart", "guide", "2026-11-11")]
    assert told(found) == [
        (2, "Repeats line 3; the earliest counts."),
        (4, "Repeats line 3; the earliest counts."),
    ]


def test_a_refusal_does_not_stop_a_later_signature(library, project, look):
    (ella, *_) = [one.id for one in stored.people(library, project)]
    marking.mark(library, project, "refused", [ella], ["guide"], on=DAY, today=TODAY)
    assert marks(look("name\nElla Hart\n")) == [("Hart", "guide", "2026-11-25")]


@pytest.fixture
def two(library, project):
    """A second version, in which the crisis plan is signed too."""
    publish(
        library, project, 2, dated=dt.date(2026, 11, 15), base=1, signed=("guide", "crisis-plan")
    )


def test_the_document_is_named_in_the_table_or_beside_it(two, look):
    with pytest.raises(UserError, match="Signed are: crisis-plan, guide"):
        look("name\nElla Hart\n")
    with pytest.raises(UserError, match="“promise” is not signed"):
        look("name\nElla Hart\n", ["promise"])
    assert [one[1] for one in marks(look("name\nElla Hart\n", ["guide"]))] == ["guide"]
    both = look("name\nElla Hart\n", ["guide", "crisis-plan"])
    assert [one[1] for one in marks(both)] == ["guide", "crisis-plan"]
    found = look(
        "name,document\nElla Hart,guide\nElla Hart,Crisis communication plan\n"
        "Анна Иванова,План антикризисных коммуникаций\nАнна Иванова,promise\nАнна Иванова,\n"
    )
    assert [one[1] for one in marks(found)] == ["guide", "crisis-plan", "crisis-plan"]
    assert [line for line, _ in told(found)] == [5, 6]


def test_the_signature_is_for_the_edition_of_its_day(library, project, two, look):
    found = look("name,date\nElla Hart,2026-11-12\nАнна Иванова,2026-11-20\n", documents=["guide"])
    assert [one.version for one in found.marks] == [1, 2]
    numbers = replies.take(library, project, found)
    cells = [
        one.cells["guide"]
        for one in ledger.read(library, project, TODAY).states.values()
        if "guide" in one.cells
    ]
    assert sorted((one.state, one.how, one.version) for one in cells) == [
        ("signed", "email", 1),
        ("signed", "email", 2),
    ]
    marking.undo(library, project, numbers, TODAY)
    assert ledger.read(library, project, TODAY).coverage("guide").signed == 0


def test_a_preview_writes_nothing_and_an_empty_one_neither(library, project, look):
    before = library.connection.total_changes
    found = look("name\nNemo\n")
    assert replies.take(library, project, found) == []
    look("name\nElla Hart\n")
    assert library.connection.total_changes == before


def test_a_table_of_nobody_is_refused(look):
    for text in ("", "\n\n", "phone;city\n1;2\n"):
        with pytest.raises(UserError, match="no column for the e-mail or the name"):
            look(text)
    with pytest.raises(UserError, match=r"Save it as .xlsx"):
        look(b"PK\x03\x04 broken")


def test_a_project_without_a_version_has_nothing_to_sign(library):
    project, _ = staffed(library)
    with pytest.raises(UserError, match="no version yet"):
        replies.preview(library, project, Source("r", b"name\nElla"), on=TODAY, today=TODAY)


def test_fifty_thousand_replies_are_read_in_seconds(library):
    staff = [
        Person(surname=f"S{number}", given="Ada", email=f"s{number}@bean.example")
        for number in range(10_000)
    ]
    project, _ = staffed(library, *staff, ANNA, ADA, ZOE)
    publish(library, project)
    lines = [
        f"2026/11/{2 + number % 20} 10:{number % 60:02} AM GMT+3,"
        f"s{number % 10_000}@bean.example,Yes"
        for number in range(50_001)
    ]
    text = "\n".join(["Timestamp,Email Address,I have read it", *lines])
    before = time.perf_counter()
    source = Source("r.csv", text.encode())
    found = replies.preview(library, project, source, on=TODAY, today=TODAY)
    assert len(found.marks) == 10_000
    assert (50_002, "Only the first 50000 replies are taken.") in told(found)
    assert len(found.problems) == 40_001
    assert len(replies.take(library, project, found)) == 10_000
    assert time.perf_counter() - before < 20
    assert ledger.read(library, project, TODAY).coverage("guide").signed == 10_000


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        *((one, True) for one in ("Yes", "да", "ДА.", "Ознакомлен(а)", "I have read it", "✓")),
        *((one, True) for one in ("Да, ознакомлена", "«Да»", "I agree", "Я согласна", "x", "1")),
        *((one, False) for one in ("no", "Нет.", "не ознакомлен", "Not yet", "-", "I don't")),
        *(
            (one, None)
            for one in ("perhaps", "Yes, but not part 2", "?", "", "да нет", "I", "I did")
        ),
    ],
)
def test_an_answer_is_yes_no_or_unclear(answer, meant):
    assert reply_columns.meaning(answer) is meant


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-05", "2026-11-05T10:12:33Z", "2026-11-05 10:12", "05.11.2026, 10:12", "5.11.26",
        "2026/11/05 10:12:33 AM GMT+3", "05/11/2026 10:12:33", "5 ноября 2026 г., 10:12",
        "5 Nov 2026", "Nov 5, 2026, 10:12 AM", "November 5, 2026", "5/11/26",
    ],
)  # fmt: skip
def test_the_day_of_a_moment_is_read_as_forms_write_it(text):
    assert reply_columns.day(text, american=False) == dt.date(2026, 11, 5)


def test_the_month_comes_first_where_the_days_cannot_be_read_otherwise(look):
    assert reply_columns.day("11/05/2026 10:12:33", american=True) == dt.date(2026, 11, 5)
    assert reply_columns.month_first(["11/05/2026", "11/25/2026 1:00"])
    assert not reply_columns.month_first(["11/05/2026", "2026-11-25"])
    assert not reply_columns.month_first(["25/11/2026", "11/25/2026"])
    found = look("e-mail,date\nella@bean.example,11/05/2026\nanna@bean.example,11/24/2026\n")
    assert [one[2] for one in marks(found)] == ["2026-11-05", "2026-11-24"]
