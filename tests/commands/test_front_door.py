"""The command line as a whole: help, version, where things are kept, errors and bugs."""

import logging
import re

import click
import pytest

from wizard import __version__, examples, settings
from wizard.commands.program import cli

COMMANDS = {name: cli.get_command(click.Context(cli), name) for name in
            cli.list_commands(click.Context(cli))}  # fmt: skip


def test_the_version_is_told(say):
    assert __version__ in say("--version")


def test_without_a_command_the_help_is_shown(say):
    assert say().startswith("Usage: policy-wizard")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(say, name, home):
    said = say(name, "--help")
    assert f"Usage: policy-wizard {name}" in said
    assert COMMANDS[name].help
    assert not home.exists()


def test_the_commands_are_those_that_were_promised():
    assert set(COMMANDS) >= {
        "examples", "new", "list", "show", "delete", "restore", "duplicate", "export", "answers",
        "people", "save-as", "open", "ledger", "sign", "calendar",
    }  # fmt: skip


def test_the_library_lies_in_the_home_that_is_named(say, home):
    say("new", "Bean")
    assert (home / "library.sqlite").is_file()


def test_another_library_may_be_named(say, home, tmp_path):
    file = tmp_path / "elsewhere" / "other.sqlite"
    say("--library", file, "new", "Bean")
    assert file.is_file()
    assert not home.exists()
    assert "Bean" in say("--library", file, "list")
    assert say("list") == ""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("fly",), "No such command 'fly'."),
        (("list", "--fast"), "--fast"),
        (("new",), "Missing argument 'NAME'."),
        (("export", "--example", "cafe"), "Missing option '--to'."),
        (("show", "nobody"), "There is no project called “nobody”."),
    ],
)
def test_a_mistake_is_one_sentence(fails, arguments, sentence):
    assert sentence in fails(*arguments)


def test_an_error_is_told_in_the_language_of_the_system(fails, monkeypatch):
    monkeypatch.setenv("POLICY_WIZARD_LANGUAGE", "ru")
    assert re.search("[а-я]", fails("show", "никто"))


def test_a_file_that_is_no_library_is_refused_and_left_alone(fails, tmp_path):
    file = tmp_path / "notes.sqlite"
    file.write_text("no library at all, but somebody's notes\n" * 50)
    before = file.read_bytes()
    assert "notes.sqlite" in fails("--library", file, "list")
    assert file.read_bytes() == before


@pytest.fixture
def bug(monkeypatch):
    def broken():
        raise RuntimeError("the bug itself")

    monkeypatch.setattr(examples, "trades", broken)


def test_a_bug_becomes_a_log_file_and_one_sentence_that_names_it(fails, bug, home):
    said = fails("examples")
    log = home / "policy-wizard.log"
    assert said.startswith("Something went wrong inside the program")
    assert str(log) in said
    told = log.read_text("utf-8")
    assert "builtins.RuntimeError" in told
    assert "in broken" in told
    assert "the bug itself" not in told, "it may quote an answer"


def test_the_second_bug_is_written_behind_the_first(fails, bug, home):
    fails("examples")
    fails("examples")
    assert (home / "policy-wizard.log").read_text("utf-8").count("A bug") == 2


def test_a_bug_leaves_no_handler_behind(fails, bug):
    before = list(logging.getLogger().handlers)
    fails("examples")
    assert logging.getLogger().handlers == before


def test_where_no_log_can_be_written_the_bug_is_told_at_once(run, bug, home):
    home.write_text("a file where the folder should be")
    code, out, err = run("examples")
    assert (code, out) == (2, "")
    assert "in broken" in err
    assert err.splitlines()[-1].startswith("Something went wrong inside the program")


def test_the_command_line_works_on_the_library_that_was_chosen_in_the_window(say, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    say("--library", stick / "library.sqlite", "new", "Bean")
    settings.save(settings.Settings(library_folder=str(stick)))
    assert "Bean" in say("list")


def test_a_chosen_folder_that_is_not_there_is_one_sentence_and_not_made(fails, say, tmp_path):
    settings.save(settings.Settings(library_folder=str(tmp_path / "stick")))
    assert "Connect its drive" in fails("list")
    assert not (tmp_path / "stick").exists()
    say("--library", tmp_path / "other.sqlite", "list")
