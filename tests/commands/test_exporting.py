"""export and examples: what is written where, and what is never written over."""

import datetime as dt
import os

import pytest

from wizard.documents import templates
from wizard.i18n import LANGUAGES


@pytest.fixture
def project(say):
    return say("new", "Bean", "--example", "cafe", "--with-facts").strip()


def test_examples_lists_the_trades_one_a_line_the_id_first(say):
    lines = say("examples").splitlines()
    assert [line.split("\t")[0] for line in lines] == [
        "cafe", "shop", "online-store", "beauty-salon", "clinic", "school", "repair", "empty",
    ]  # fmt: skip
    assert lines[0] == "cafe\tCafé"


def test_examples_speaks_the_language_of_the_system(say, monkeypatch):
    monkeypatch.setenv("POLICY_WIZARD_LANGUAGE", "ru_RU.UTF-8")
    assert say("examples").startswith("cafe\tКофейня\n")


def test_an_example_is_exported_in_both_languages_without_a_library(say, tmp_path, home):
    folder = tmp_path / "new" / "out"
    lines = say(
        "export", "--example", "cafe", "--language", "en", "--language", "ru", "--to", folder
    ).splitlines()
    assert len(lines) == 10
    assert sorted(lines) == sorted(str(path) for path in folder.iterdir())
    assert [one for one in home.rglob("*") if one.is_file()] == []


def test_a_file_is_named_after_the_business_the_document_and_its_draft_date(say, tmp_path):
    arguments = ("--example", "cafe", "--document", "promise")
    (path,) = say("export", *arguments, "--to", tmp_path / "o").splitlines()
    today = dt.datetime.now().astimezone().date().isoformat()
    assert path.endswith(f" - How we answer online - draft {today}.docx")


def test_the_same_language_or_document_twice_is_written_once(say, tmp_path):
    arguments = ("--language", "ru") * 2 + ("--document", "promise") * 2
    said = say("export", "--example", "shop", *arguments, "--to", tmp_path / "o")
    assert len(said.splitlines()) == 1


def test_a_project_is_exported_in_its_own_language(say, tmp_path):
    project = say("new", "Зерно", "--example", "cafe", "--language", "ru").strip()
    paths = say("export", project, "--to", tmp_path / "o").splitlines()
    assert len(paths) == 5
    assert all("проект от" in path for path in paths)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_on_request_is_written_where_it_is_named(say, project, tmp_path, language):
    for document in ("acknowledgement-form", "refusal-record", "questionnaire"):
        arguments = ("--language", language, "--document", document)
        (path,) = say("export", project, *arguments, "--to", tmp_path / "o").splitlines()
        assert templates.documents(language)[document].title in path


def test_our_own_last_export_is_replaced(say, project, tmp_path):
    first = say("export", project, "--to", tmp_path / "o")
    say("answers", project, "--set", "-", typed='{"business": {"phone": "+44 1"}}')
    assert say("export", project, "--to", tmp_path / "o") == first
    assert len(list((tmp_path / "o").iterdir())) == 5


def test_an_edited_file_is_never_overwritten(say, project, tmp_path):
    arguments = ("export", project, "--document", "promise", "--to", tmp_path / "o")
    (path,) = say(*arguments).splitlines()
    with open(path, "ab") as stream:
        stream.write(b"edited")
    (second,) = say(*arguments).splitlines()
    assert second == path.replace(".docx", " (2).docx")
    with open(path, "rb") as stream:
        assert stream.read().endswith(b"edited")
    assert say(*arguments).splitlines() == [second]


def test_a_strangers_file_of_that_name_is_never_overwritten(say, project, tmp_path):
    arguments = ("export", project, "--document", "promise", "--to", tmp_path / "o")
    (path,) = say(*arguments).splitlines()
    other = ("--library", tmp_path / "other.sqlite")
    say(*other, "new", "Bean", "--example", "cafe", "--with-facts")
    say(*other, "answers", "Bean", "--set", "-", typed='{"business": {"phone": "+44 1"}}')
    (second,) = say(*other, *arguments[:1], "Bean", *arguments[2:]).splitlines()
    assert second != path


def test_the_same_example_exported_twice_leaves_one_set_of_files(say, tmp_path):
    first = say("export", "--example", "cafe", "--to", tmp_path / "o")
    assert say("export", "--example", "cafe", "--to", tmp_path / "o") == first


def test_a_folder_in_the_place_of_a_file_is_left_alone(say, project, tmp_path):
    arguments = ("export", project, "--document", "promise", "--to", tmp_path / "o")
    (path,) = say(*arguments).splitlines()
    (tmp_path / "p").mkdir()
    taken = tmp_path / "p" / path.rpartition("/")[2]
    taken.mkdir()
    (second,) = say(*arguments[:-1], tmp_path / "p").splitlines()
    assert second.endswith(" (2).docx")
    assert taken.is_dir()


def test_no_progress_bar_is_drawn_where_there_is_no_terminal(run, project, tmp_path):
    code, out, err = run("export", project, "--to", tmp_path / "o")
    assert (code, err) == (0, "")
    assert all(line.endswith(".docx") for line in out.splitlines())


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "Name a project, or an example with --example; not both."),
        (("x", "--example", "cafe"), "Name a project, or an example with --example; not both."),
        (("--example", "circus"), "There is no example “circus”. Take one of: cafe, "),
        (("--example", "cafe", "--document", "poem"), "There is no document “poem”. Take one of:"),
        (("--example", "cafe", "--language", "fr"), "'fr' is not one of 'en', 'ru'"),
        (("nobody",), "There is no project called “nobody”."),
    ],
)
def test_an_order_that_cannot_be_filled_writes_nothing(fails, tmp_path, arguments, sentence):
    folder = tmp_path / "o"
    assert sentence in fails("export", *arguments, "--to", folder)
    assert not folder.exists()


def test_a_folder_that_cannot_be_made_is_named(fails, tmp_path):
    (tmp_path / "file").write_text("here first")
    said = fails("export", "--example", "cafe", "--to", tmp_path / "file" / "below")
    assert str(tmp_path / "file" / "below") in said
    assert said.endswith("Choose another.")


def test_a_file_that_cannot_be_written_leaves_nothing_half_written(
    fails, project, tmp_path, monkeypatch
):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    said = fails("export", project, "--to", tmp_path / "o", "--document", "promise")
    assert "No space left on device" in said
    assert list((tmp_path / "o").iterdir()) == []


def test_one_file_that_cannot_be_written_does_not_stop_the_others(
    run, project, tmp_path, monkeypatch
):
    real = os.replace

    def busy(source, target):
        if "crisis" in str(target).lower():
            raise PermissionError(13, "Permission denied")
        real(source, target)

    monkeypatch.setattr("os.replace", busy)
    code, out, err = run("export", project, "--to", tmp_path / "o")
    assert code == 2
    assert "Permission denied" in err
    assert len(out.splitlines()) == len(list((tmp_path / "o").iterdir())) == 4
