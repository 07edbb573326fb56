"""people: staff lists come in whatever encoding and form an office keeps them."""

import json

import docx
import pytest

RUSSIAN = (
    "ФИО{0}Должность{0}Отдел{0}Вид{0}Дата приёма\n"
    "Иванова Анна Сергеевна{0}бариста{0}зал{0}стажёр{0}01.12.2025\n"
    "Петров Пётр{0}повар{0}кухня{0}{0}\n"
)


@pytest.fixture
def project(say):
    return say("new", "Bean", "--language", "ru").strip()


@pytest.fixture
def listed(say, project):
    """The staff of the project as the command lists it, without ids."""

    def read():
        return [line.split("\t")[1:] for line in say("people", project).splitlines()]

    return read


@pytest.fixture
def table(tmp_path):
    def write(text, encoding="utf-8"):
        file = tmp_path / "staff.csv"
        file.write_bytes(text.encode(encoding))
        return file

    return write


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_table_is_read_in_any_usual_form(
    say, project, listed, table, encoding, separator, line_end
):
    text = RUSSIAN.format(separator).replace("\n", line_end)
    assert say("people", project, "--import", table(text, encoding)).startswith("2 ")
    assert listed() == [
        ["Иванова Анна Сергеевна", "бариста", "зал"],
        ["Петров Пётр", "повар", "кухня"],
    ]


@pytest.mark.parametrize(
    ("head", "line", "name"),
    [
        ("name", "Ella Hart", "Hart Ella"),
        ("Full name", "Ella Mary Hart", "Hart Ella Mary"),
        ("Employee", '"Hart, Ella"', "Hart Ella"),
        ("Surname,Given name", "Hart,Ella", "Hart Ella"),
        ("Last name,First name", "de la Cruz,Ana", "de la Cruz Ana"),
        ("Фамилия;Имя;Отчество", "Иванова;Анна;Сергеевна", "Иванова Анна Сергеевна"),
        ("Ф.И.О.", "Иванова Анна Сергеевна", "Иванова Анна Сергеевна"),
        ("  фио  ", "Алиев Ариф Мамед оглы", "Алиев Ариф Мамед оглы"),
    ],
)
def test_a_name_is_taken_apart_as_its_language_writes_it(
    say, project, listed, table, head, line, name
):
    say("people", project, "--import", table(f"{head}\n{line}\n"))
    assert [row[0] for row in listed()] == [name]


def test_a_quoted_cell_may_hold_separators_and_line_breaks(say, project, listed, table):
    text = 'surname,position\n"Hart","barista,\nclosing shift"\n'
    assert say("people", project, "--import", table(text)).startswith("1 ")
    assert "barista," in say("people", project)


def test_a_second_import_keeps_ids_and_what_the_table_leaves_out(say, project, answers_of, table):
    say("people", project, "--import", table("surname,given,kind,email\nHart,Ella,trainee,a@b.c\n"))
    (before,) = answers_of(project)
    say("people", project, "--import", table("surname,given,position\nhart,ELLA,barista\n"))
    (after,) = answers_of(project)
    assert after["position"] == "barista"
    assert (after["id"], after["email"], after["kind"]) == (before["id"], "a@b.c", "trainee")


@pytest.fixture
def answers_of(say):
    def read(project):
        return json.loads(say("answers", project))["people"]["list"]

    return read


def test_how_somebody_signs_survives_an_import(say, project, answers_of, table):
    say("people", project, "--import", table("surname\nHart\n"))
    (row,) = answers_of(project)
    raw = f'{{"people": {{"list": [{{"id": "{row["id"]}", "signs": "e-mail"}}]}}}}'
    say("answers", project, "--set", "-", typed=raw)
    say("people", project, "--import", table("surname\nHart\n"))
    assert answers_of(project)[0]["signs"] == "e-mail"


def test_whoever_is_not_in_the_table_stays_on_the_list(say, project, listed, table):
    say("people", project, "--import", table("surname\nHart\n"))
    say("people", project, "--import", table("surname\nNg\n"))
    assert [row[0] for row in listed()] == ["Hart", "Ng"]


def test_two_people_of_one_name_in_a_table_stay_two_and_are_named(run, project, listed, table):
    text = "surname,given,position\nИванов,Иван,повар\nИванов,Иван,бариста\n"
    code, out, err = run("people", project, "--import", table(text))
    assert (code, out[:2]) == (0, "2 ")
    assert err == "3: Has the same name as line 2; both are taken.\n"
    assert [row[1] for row in listed()] == ["повар", "бариста"]


def test_doubtful_lines_are_named_and_the_others_taken(run, project, listed, table):
    text = "surname,kind,start date\nHart,ghost,someday\n,employee,\n\nNg,trainee,2025-12-01\n"
    code, out, err = run("people", project, "--import", table(text))
    assert (code, out[:2]) == (0, "2 ")
    assert [line.split(":")[0] for line in err.splitlines()] == ["2", "2", "3"]
    assert "ghost" in err
    assert "someday" in err
    assert [row[0] for row in listed()] == ["Hart", "Ng"]


@pytest.mark.parametrize("words", ["Russian", "русский", "EN", "klingon", ""])
def test_answers_can_be_set_back_whatever_language_a_table_names(say, project, table, words):
    say("people", project, "--import", table(f"surname,language\nHart,{words}\n"))
    say("answers", project, "--set", "-", typed=say("answers", project))


@pytest.mark.parametrize("text", ["", "\n\n", "phone;city\n1;2\n", "\x00\x01\x02"])
def test_a_table_without_a_surname_is_refused(fails, project, listed, table, text):
    assert "has no column for the surname" in fails("people", project, "--import", table(text))
    assert listed() == []


def test_a_table_that_is_not_there_is_named(fails, project, tmp_path):
    assert "missing.csv" in fails("people", project, "--import", tmp_path / "missing.csv")
    assert str(tmp_path) in fails("people", project, "--import", tmp_path)


def test_an_unknown_project_takes_nobody(fails, table):
    assert "nobody" in fails("people", "nobody", "--import", table("surname\nHart\n"))


def test_imported_people_stand_on_the_sheet_that_is_exported(say, project, table, tmp_path):
    say("people", project, "--import", table(RUSSIAN.format(";"), "cp1251"))
    arguments = ("--document", "acknowledgement", "--to", tmp_path / "o")
    (path,) = say("export", project, *arguments).splitlines()
    said = "".join(docx.Document(path).element.body.itertext())
    assert "Иванова Анна Сергеевна" in said
