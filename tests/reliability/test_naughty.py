"""Naughty texts in every field: kept as typed, or refused in a sentence; never a bug."""

import csv
import io
import json
import os
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.reliability.naughty import ALL, TEXTS
from tests.story import publish_story
from wizard import clock, export, file_names, history, reviewing, saving, starting
from wizard.__main__ import main
from wizard.errors import UserError
from wizard.interview import answers as interview
from wizard.interview import places
from wizard.interview.ask import questions
from wizard.interview.kinds import Text
from wizard.interview.people import is_staff
from wizard.interview.places import Place
from wizard.interview.rows import Rows
from wizard.ledger import ledger, marking, tables
from wizard.library import journal, people, projects, values
from wizard.library.connection import open_library
from wizard.staff_lists import table, writing
from wizard.staff_lists.draft import drafted
from wizard.staff_lists.source import Source

NAME = Place("business", "name")
OFTEN = {"markup", "fields", "nul", "surrogates", "line end and equals", "huge number", "bidi"}
"""What the slower tests try each time; the rest is left to the long run."""
every_text = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
some_texts = pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, id=name, marks=[] if name in OFTEN else [pytest.mark.long])
        for name, text in TEXTS.items()
    ],
)


@pytest.fixture
def library():
    with open_library(":memory:") as found:
        yield found


@pytest.fixture
def session(library):
    made = starting.create(library, "Café", example="cafe", language="en", facts=True)
    return saving.opened(library, made)


def fields(session):
    """Every question, and every question of the first row of every list."""
    for step in interview.STEPS:
        for question in questions(step):
            place = Place(step.about.id, question.id)
            if is_staff(question.kind):
                continue
            yield place
            if isinstance(question.kind, Rows):
                for row in getattr(getattr(session.answers, place.step), place.question)[:1]:
                    for inner in questions(question.kind.record):
                        yield Place(*(place.step, place.question), row.id, inner.id)


def is_text(place):
    return isinstance(places.question_at(place).kind, Text)


@some_texts
def test_every_field_of_every_kind_keeps_it_or_says_what_is_wrong(library, session, text):
    asked = list(fields(session))
    assert len(asked) > 150
    lists = [one for one in asked if not one.key]
    given = {}
    for place in [*(one for one in asked if one.key), *lists]:
        before = session.raw(place)
        is_list = isinstance(before, list)
        for raw in (text, {"own": text}, [text], {text: text}, {"surname": text}):
            misfit = session.give(place, raw)
            assert misfit is None or misfit.message
        session.give(place, before if is_list else text)
        given[place] = before if is_list else text
    saving.save_session(library, session)
    again = saving.opened(library, session.project)
    for place, raw in given.items():
        if is_text(place):
            assert again.raw(place) == raw.replace("\r\n", "\n").replace("\r", "\n"), place
        else:
            assert again.raw(place) == session.raw(place), place
    assert again.misfits == session.misfits
    assert not again.differs(*saving.stored(library, session.project.id))


def test_review_and_history_tell_all_of_it(library, session):
    for place in fields(session):
        if is_text(place):
            session.give(place, ALL)
    saving.save_session(library, session)
    again = saving.opened(library, session.project)
    again.give(NAME, "Bean")
    saving.save_session(library, again)
    entries = journal.entries(library, session.project.id, step="business")
    for language in ("en", "ru"):
        told = history.lines(entries, again, window=language, document=language)
        assert any(TEXTS["template"] in line.value for line in told)
        lines = reviewing.all_lines(again.answers, language)
        assert reviewing.found(lines, "DROP TABLE")
        assert not reviewing.found(lines, "no such words")


@some_texts
def test_a_person_of_that_name_comes_back(library, session, text):
    texts = {
        name: text
        for name, value in vars(people.Person()).items()
        if isinstance(value, str) and name not in {"id", "kind", "language", "signs"}
    }
    session.give_people([people.Person(id="n1", **texts)])
    saving.save_session(library, session)
    (found,) = people.people(library, session.project.id)
    assert found.surname == found.email == values.storable(text)


@every_text
def test_staff_lists_with_it_are_read_or_refused(text, tmp_path):
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(
        [["surname", "given", text], [text, text, text], ["Berg", "A", ""]]
    )
    file = tmp_path / "staff.csv"
    file.write_bytes(stream.getvalue().encode("utf-8", "surrogatepass"))
    try:
        found = table.read(file)
    except UserError:
        return
    assert len(found.people) + len(found.problems) >= 1


@every_text
def test_staff_lists_from_a_workbook_or_the_clipboard_with_it_too(text, tmp_path):
    rows = [["surname", "given", text], [text, text, text], ["Berg", "A", ""]]
    file = tmp_path / "staff.xlsx"
    file.write_bytes(writing.xlsx_bytes("Sheet", rows))
    with suppress(UserError):
        assert len(table.read(file).people) + len(table.read(file).problems) >= 1
    pasted = "\n".join("\t".join(row) for row in rows)
    with suppress(UserError):
        draft = drafted(Source("clipboard", pasted), ())
        assert len(draft.table.people) + len(draft.table.problems) >= 1


@every_text
def test_tables_hold_it_as_text_and_never_as_a_formula(text):
    rows = [["Name", text], [text, f"x{text}"], [text.strip() or "x", text]]
    book = load_workbook(io.BytesIO(writing.xlsx_bytes("Sheet", rows)))
    for line in book.worksheets[0].iter_rows():
        assert all(cell.data_type in {"s", "n"} for cell in line if cell.value is not None)
        assert all(isinstance(cell.value, str | None) for cell in line)
    for language in ("en", "ru"):
        written = writing.csv_bytes(rows, language).decode("utf-8-sig")
        found = csv.reader(io.StringIO(written, newline=""), delimiter=writing.SEPARATORS[language])
        for cell in (cell for line in found for cell in line):
            assert cell.lstrip()[:1] not in {"=", "+", "-", "@"}
            assert cell[:1] not in {"\t", "\r", "\n"}


def test_remarks_of_the_ledger_and_notes_of_versions_keep_it_and_its_tables_run_nothing(library):
    project = publish_story(library, today=clock.today())
    listed = people.people(library, project)
    for person, text in zip(listed * 4, TEXTS.values(), strict=False):
        try:
            marking.remark(library, project, person.id, clock.today(), text)
        except UserError:
            continue
        found = ledger.read(library, project, clock.today())
        told = found.state(person.id).remark if person.id in found.people else ""
        assert told.startswith(text.strip()[:1]) or "\ufffd" in told or not told
        book = load_workbook(io.BytesIO(tables.xlsx_of(found, "en")))
        cells = [cell for line in book.worksheets[0].iter_rows() for cell in line]
        assert "f" not in {cell.data_type for cell in cells}


@every_text
def test_a_project_of_that_name_is_kept_found_and_saved_or_refused(library, text, tmp_path):
    from wizard.library import files

    try:
        made = projects.create(library, text, trade="cafe", country="GB", steps={})
    except UserError:
        return
    assert [one.id for one in projects.projects(library, find=made.name)] == [made.id]
    assert projects.project(library, made.name).id == made.id
    file = tmp_path / f"{file_names.safe(made.name)}.policies"
    files.save_as(library, made.id, file)
    assert files.open_file(library, file).name == made.name
    projects.projects(library, find=text)


@some_texts
def test_commands_take_it_or_refuse_it_in_one_sentence(text, tmp_path, capsys):
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({"business": {"name": text}, text: text}), "utf-8")
    typed = text.replace("\x00", "")
    assert main(["new", "Bean"]) == 0
    for command in (
        ["new", "--", typed],
        ["list", "--find", typed],
        ["rename", "Bean", "--", typed],
        ["show", "--", typed],
        ["answers", "Bean", "--set", str(file)],
        ["people", "Bean", "--erase", typed, "--yes"],
        ["publish", "Bean", "--note", typed],
        ["delete", "--for-good", "--yes", "--", typed],
    ):
        assert main(command) in {0, 2}
        assert "Something went wrong" not in capsys.readouterr().err


DEVICES = ("CON", "nul", "Com1", "LPT9.txt", "COM¹", "lpt².doc", "CONIN$", "conout$.x", "aux .txt")


@pytest.mark.parametrize(
    "name",
    [*TEXTS.values(), *DEVICES, "x" * 300, "я" * 300, "a. . .", "...", "", " ", "a/b\\c:d*e?"],
)
def test_names_of_files_are_safe_on_every_system(name, tmp_path):
    found = file_names.safe(name)
    assert found
    assert len(found.encode()) <= file_names.MOST_BYTES + 1
    assert not set(found) & set('<>:"/\\|?*')
    assert not any(ord(sign) < 32 or 0x202A <= ord(sign) <= 0x202E for sign in found)
    assert found == found.strip().rstrip(".")
    assert not file_names.RESERVED.match(found)
    (tmp_path / f"{found}.docx").write_bytes(b"")
    assert [one.name for one in tmp_path.iterdir()] == [f"{found}.docx"]


def test_composed_and_decomposed_names_are_one():
    assert file_names.safe("Кофе\u0438\u0306ня é") == file_names.safe("Кофейня e\u0301")


@pytest.mark.skipif(sys.platform == "win32", reason="asks the system how long a path may be")
def test_a_path_that_is_too_long_is_one_sentence(library, tmp_path):
    from wizard.library import files

    made = projects.create(library, "Bean", trade="cafe", country="GB", steps={})
    long = tmp_path / ("x" * 300)
    deep = Path(str(tmp_path) + "/y" * 2500)
    assert len(os.fsencode(deep)) > 4096
    for path in (long, deep):
        with pytest.raises(UserError):
            files.save_as(library, made.id, path)
        with pytest.raises(UserError):
            files.open_file(library, path)
        with pytest.raises(UserError):
            export.make_folder(path)
        with pytest.raises(UserError):
            export.replace(path, b"")


def test_names_that_differ_in_case_alone_never_replace_one_another(tmp_path):
    first = export.free_path(tmp_path / "Café.docx", "0", lambda _path: None)
    first.write_bytes(b"one")
    second = export.free_path(tmp_path / "Café.docx", "0", lambda _path: None)
    assert second.name == "Café (2).docx"
