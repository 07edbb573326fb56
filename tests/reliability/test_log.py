"""The log file: kinds of errors and places in the program, and never a word that somebody typed."""

import logging
import os
import stat
import threading

import pytest

from ui import __main__ as front_door
from wizard import clock, logbook, paths
from wizard.__main__ import main
from wizard.commands import projects as commands
from wizard.errors import UserError
from wizard.i18n import N_
from wizard.library.faults import LibraryDamagedError

SECRET = "Zorrowitz"


def quoted():
    """Raise an error that quotes the secret, from another that does, from a third."""
    answers = {}
    secret = SECRET
    try:
        try:
            answers[secret]
        except KeyError as error:
            raise UserError(N_("“{name}” is in the bin."), name=secret) from error
    except UserError:
        raise ValueError(f"no such thing as {secret}") from None


def chained():
    try:
        int(SECRET)
    except ValueError as error:
        raise LibraryDamagedError(paths.data_folder() / SECRET) from error


@pytest.fixture
def log(home):
    """What stands in the log by now."""
    return lambda: (home / "policy-wizard.log").read_text("utf-8")


@pytest.fixture
def logging_to_file(home):
    """Logs as the window does."""
    before = list(logging.getLogger().handlers)
    logbook.begin()
    yield
    for handler in set(logging.getLogger().handlers) - set(before):
        logging.getLogger().removeHandler(handler)
        handler.close()


@pytest.mark.parametrize("raise_it", [quoted, chained])
def test_a_bug_is_told_by_its_kind_and_place_alone(raise_it, log):
    try:
        raise_it()
    except Exception as error:
        logbook.bug(error)
    assert SECRET not in log()
    assert f"in {raise_it.__name__}" in log()
    assert "test_log.py" in log()
    assert "Error" in log()


def test_what_a_bug_came_from_is_told_too(log):
    try:
        chained()
    except UserError as error:
        logbook.bug(error)
    kinds = [line.strip() for line in log().splitlines() if line.startswith("  ") and line[2] > " "]
    assert kinds[0].startswith("wizard.library.faults.LibraryDamagedError: “{path}” is damaged")
    assert kinds[1:] == ["while or because of", "builtins.ValueError"]


def test_our_own_warnings_keep_their_text_and_no_value(logging_to_file, log):
    ours = logging.getLogger("wizard.library.connection")
    ours.warning("No back-up today: %s", UserError(N_("“{name}” is in the bin."), name=SECRET))
    ours.warning("Of %(name)s", {"name": SECRET})
    ours.error(ValueError(SECRET))
    assert SECRET not in log()
    assert "No back-up today: %s (wizard.errors.UserError: “{name}” is in the bin.)" in log()
    assert "Of %(name)s" in log()
    assert "builtins.ValueError" in log()


def test_of_a_strangers_message_only_what_cannot_hold_a_value_is_kept(logging_to_file, log):
    stranger = logging.getLogger("some.library")
    stranger.warning("cannot read %s", SECRET)
    stranger.warning(f"cannot read {SECRET}")
    try:
        quoted()
    except ValueError:
        stranger.exception(f"cannot read {SECRET}")
    assert SECRET not in log()
    assert "some.library: cannot read %s" in log()
    assert "(a message of test_log.py, line" in log()
    assert "in quoted" in log()


def test_a_bug_of_a_command_is_logged_without_a_word_of_it(monkeypatch, capsys, log):
    def broken(*_arguments, **_options):
        quoted()

    monkeypatch.setattr(commands, "create", broken)
    assert main(["new", SECRET]) == 2
    printed = capsys.readouterr()
    assert SECRET not in printed.out + printed.err + log()
    assert str(paths.log_file()) in printed.err


def test_a_bug_of_the_window_and_of_its_threads_is_logged_without_a_word_of_it(
    qtbot, home, capsys, log
):
    from ui.keeper import Keeper
    from ui.window import Window
    from wizard import settings

    keeper = Keeper(paths.library_file())
    window = Window(keeper, settings.Settings())
    qtbot.addWidget(window)
    try:
        quoted()
    except ValueError as error:
        front_door._bug(window, ValueError, error, error.__traceback__)
        raised = threading.ExceptHookArgs((ValueError, error, error.__traceback__, None))
        front_door._bug_elsewhere(raised)
    assert log().count("A bug") == 2
    assert SECRET not in log() + window.notice.text.text() + "".join(capsys.readouterr())
    keeper.close()


def test_the_log_begins_anew_before_it_grows_large(log, home):
    try:
        quoted()
    except ValueError as error:
        while not (home / "policy-wizard.log.old").exists():
            logbook.bug(error)
        size = (home / "policy-wizard.log.old").stat().st_size
        for _ in range(3):
            logbook.bug(error)
    assert logbook.LARGEST < size < logbook.LARGEST + 10_000
    assert log().count("A bug") == 4
    assert len(list(home.iterdir())) == 2


def test_an_endless_recursion_is_told_in_few_lines(log):
    def deeper():
        deeper()

    with pytest.raises(RecursionError) as raised:
        deeper()
    logbook.bug(raised.value)
    assert len(log().splitlines()) < logbook.FRAMES + 5


def test_where_the_log_cannot_be_written_nothing_quotes_anything(home, capsys, logging_to_file):
    (home / "policy-wizard.log").mkdir()
    logging.getLogger("wizard").warning("of %s", SECRET)
    try:
        quoted()
    except ValueError as error:
        where = logbook.bug(error)
    assert where == "stderr"
    told = capsys.readouterr().err
    assert SECRET not in told
    assert "in quoted" in told


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_the_log_is_its_owners_alone_whatever_the_umask(log, home):
    before = os.umask(0)
    try:
        logbook.bug(ValueError())
        file = home / "policy-wizard.log"
        assert stat.S_IMODE(home.stat().st_mode) == 0o700
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        file.chmod(0o644)
        logbook.bug(ValueError())
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    finally:
        os.umask(before)
    assert clock.today().isoformat() in log()
