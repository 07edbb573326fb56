"""export --pdf: what is written beside the Word files, and what is said where Qt cannot start."""

import datetime as dt
import sys
import zipfile

import pytest

from tests.documents import letterheads as made
from wizard import paths, saving
from wizard.commands import pdf
from wizard.errors import UserError
from wizard.interview.places import Place
from wizard.library import blobs, projects
from wizard.library.connection import open_library


@pytest.fixture
def exported(say, tmp_path):
    """Exports the promise of the café with a PDF; the paths that were printed."""

    def export(folder="o"):
        arguments = ("--example", "cafe", "--document", "promise", "--pdf")
        return say("export", *arguments, "--to", tmp_path / folder).splitlines()

    return export


def test_a_pdf_is_written_beside_each_word_file(exported):
    word, portable = exported()
    assert word.endswith(".docx")
    assert portable == word.replace(".docx", ".pdf")
    with open(portable, "rb") as stream:
        assert stream.read(5) == b"%PDF-"


def test_the_same_export_twice_leaves_one_set_of_files(exported):
    assert exported() == exported()


def test_a_strangers_pdf_is_never_overwritten(exported, tmp_path):
    _, portable = exported()
    with open(portable, "wb") as stream:
        stream.write(b"mine")
    assert exported()[1] == portable.replace(".pdf", " (2).pdf")
    with open(portable, "rb") as stream:
        assert stream.read() == b"mine"


def test_our_own_last_pdf_of_a_project_is_replaced(say, tmp_path):
    project = say("new", "Bean", "--example", "cafe", "--with-facts").strip()
    arguments = ("export", project, "--document", "promise", "--pdf", "--to", tmp_path / "o")
    first = say(*arguments)
    say("answers", project, "--set", "-", typed='{"business": {"phone": "+44 1"}}')
    assert say(*arguments) == first


def test_where_qt_cannot_start_the_word_files_are_written_and_a_sentence_said(
    run, tmp_path, monkeypatch
):
    monkeypatch.setenv("QT_QPA_PLATFORM", "no-such-screen")
    arguments = ("--example", "cafe", "--document", "promise", "--pdf")
    code, out, err = run("export", *arguments, "--to", tmp_path / "o")
    assert code == 2
    assert out.splitlines()[0].endswith(".docx")
    assert err.startswith("PDF needs the window's libraries (Qt), which cannot start here.")
    assert [path.suffix for path in (tmp_path / "o").iterdir()] == [".docx"]


def test_a_pdf_that_cannot_be_written_does_not_stop_the_others(run, tmp_path, monkeypatch):
    from wizard import export

    put = export.replace

    def full(path, content):
        if path.suffix == ".pdf" and "How we answer" in path.name:
            raise UserError("The disk is full.")
        put(path, content)

    monkeypatch.setattr(export, "replace", full)
    documents = ("--document", "promise", "--document", "guide")
    code, out, err = run("export", "--example", "cafe", *documents, "--pdf", "--to", tmp_path)
    assert (code, err.strip()) == (2, "The disk is full.")
    assert sorted(path.suffix for path in tmp_path.glob("*.*")) == [".docx", ".docx", ".pdf"]
    assert len(out.splitlines()) == 3


def test_a_bug_in_the_child_is_not_taken_for_a_missing_screen(monkeypatch):
    monkeypatch.setattr(pdf, "COMMAND", (sys.executable, "-c", "raise KeyError('bug')"))
    with pytest.raises(RuntimeError, match="bug"):
        pdf.contents([], dt.date(2026, 12, 1))


def test_a_letterhead_reaches_the_word_file_and_the_pdf(say, tmp_path):
    project = say("new", "Bean", "--example", "cafe", "--with-facts").strip()
    paper = made.zipped(made.plain())
    with open_library(paths.library_file()) as opened:
        session = saving.opened(opened, projects.project(opened, project))
        session.give(Place("business", "letterhead"), blobs.put(opened, paper, "application/zip"))
        saving.save_session(opened, session)
    word, portable = say(
        "export", project, "--document", "guide", "--pdf", "--to", tmp_path / "o"
    ).splitlines()
    with zipfile.ZipFile(word) as archive:
        assert "ООО «Уголок», Казань" in archive.read("word/header1.xml").decode()
    with open(portable, "rb") as stream:
        assert stream.read(5) == b"%PDF-"
