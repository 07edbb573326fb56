"""Runs commands as a person would: arguments in, exit code and the two streams out."""

import io

import pytest

from wizard.__main__ import main


@pytest.fixture
def run(capsys, monkeypatch):
    """Runs one command; its exit code, what it printed, what it complained of."""

    def command(*arguments, typed=""):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        capsys.readouterr()
        code = main([str(one) for one in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def say(run):
    """What a command prints that must succeed without a complaint."""

    def command(*arguments, typed=""):
        code, out, err = run(*arguments, typed=typed)
        assert (code, err) == (0, "")
        return out

    return command


@pytest.fixture
def fails(run):
    """The one sentence of a command that must fail: nothing printed, exit code 2."""

    def command(*arguments, typed=""):
        code, out, err = run(*arguments, typed=typed)
        assert (code, out) == (2, "")
        assert err.endswith("\n")
        assert err.count("\n") == 1
        assert "Traceback" not in err
        return err[:-1]

    return command
