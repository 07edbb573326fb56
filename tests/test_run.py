"""The parts of run.py that decide; none of these tests installs or starts anything."""

import os
import string
import subprocess
import sys
from pathlib import Path

import pytest

import run

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "ru"}, "ru"),
        ({"LC_ALL": "de_DE", "LANG": "ru_RU"}, "en"),
        ({"POLICY_WIZARD_LANGUAGE": "ru", "LANG": "en_GB"}, "ru"),
    ],
)
def test_the_first_set_variable_decides_the_language(environment, expected):
    assert run.language(environment) == expected


def test_without_a_locale_it_speaks_english(monkeypatch):
    monkeypatch.setattr(run, "WINDOWS", False)
    assert run.language({}) == "en"


def test_every_sentence_exists_in_both_languages_with_the_same_values():
    def values(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for english, russian in run.SENTENCES.values():
        assert values(english) == values(russian)
        assert russian != english


def test_a_sentence_goes_to_standard_error_in_the_readers_language(monkeypatch, capsys):
    monkeypatch.setenv("POLICY_WIZARD_LANGUAGE", "ru")
    with pytest.raises(SystemExit) as leaving:
        run.stop("no file", file="x.lock")
    assert leaving.value.code == 2
    assert capsys.readouterr() == ("", "Нет файла x.lock: возьмите Policy Wizard целиком.\n")


def test_the_stamp_changes_with_the_lock_file_and_with_the_python():
    stamps = {
        run.stamp(b"a==1", "cpython-311"),
        run.stamp(b"a==2", "cpython-311"),
        run.stamp(b"a==1", "cpython-312"),
    }
    assert len(stamps) == 3
    assert run.stamp(b"a==1", "cpython-311") in stamps


@pytest.fixture
def environment_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "HOME", str(tmp_path))
    monkeypatch.setattr(run, "PYTHON", str(tmp_path / "python"))
    (tmp_path / "python").touch()
    return tmp_path


def test_a_part_counts_as_set_up_once_its_stamp_is_written(environment_folder):
    assert run.found("program") == ""
    run.write_stamp("program", run.wanted("program"))
    assert run.found("program") == run.wanted("program")
    assert run.found("tests") == ""


def test_an_environment_without_its_python_is_not_set_up(environment_folder):
    run.write_stamp("program", run.wanted("program"))
    (environment_folder / "python").unlink()
    assert run.found("program") == ""


def test_a_missing_lock_file_is_told_in_one_sentence(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(run, "ROOT", str(tmp_path))
    with pytest.raises(SystemExit):
        run.wanted("program")
    assert "requirements.lock" in capsys.readouterr().err


def test_arguments_go_to_the_command_line_whatever_the_screen():
    assert run.choose(["list"], screen=True) == (["wizard", "list"], "")


def test_without_arguments_the_window_opens_where_there_is_a_screen():
    assert run.choose([], screen=True) == (["ui"], "")


def test_without_a_screen_it_says_so_and_writes_the_cafe():
    command, said = run.choose([], screen=False)
    assert said == "no screen"
    assert command[:4] == ["wizard", "export", "--example", "cafe"]
    assert command[-2:] == ["--to", "policies"]


def test_benchmarks_need_no_screen():
    assert run.choose(["bench"], screen=False) == (["tests.benchmarks"], "")


def test_pictures_of_the_screens_need_no_screen():
    assert run.choose(["pictures", "out"], screen=False) == (["tests.pictures", "out"], "")


def test_a_linux_without_display_has_no_screen(monkeypatch):
    monkeypatch.setattr(run, "WINDOWS", False)
    monkeypatch.setattr(run.sys, "platform", "linux")
    assert not run.has_screen({"DISPLAY": ""})
    assert run.has_screen({"WAYLAND_DISPLAY": "wayland-0"})


def test_children_find_our_packages_first_and_may_cache_byte_code():
    given = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": "elsewhere", "LANG": "ru"}
    environment = run.surroundings(given)
    assert "PYTHONDONTWRITEBYTECODE" not in environment
    assert environment["PYTHONPATH"] == str(ROOT)
    assert environment["PYTHONSAFEPATH"] == "1"
    assert environment["LANG"] == "ru"


def test_a_translation_is_stale_until_it_is_built_and_when_its_source_is_newer(tmp_path):
    folder = tmp_path / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source, built = folder / "policy-wizard.po", folder / "policy-wizard.mo"
    source.touch()
    assert run.stale(str(tmp_path)) == [str(source)]
    built.touch()
    os.utime(source, (1000, 1000))
    assert run.stale(str(tmp_path)) == []
    os.utime(built, (999, 999))
    assert run.stale(str(tmp_path)) == [str(source)]
    assert run.stale(str(tmp_path / "nowhere")) == []


def test_the_second_start_imports_next_to_nothing():
    question = (
        "import sys; before = set(sys.modules); import run; print(*set(sys.modules) - before)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", question], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert set(answer.stdout.split()) <= {"run", "zlib", "__future__"}


@pytest.mark.parametrize("name", sorted(run.LOCKS.values()))
def test_a_lock_file_holds_hashes_and_no_address(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    pins = [line for line in text.splitlines() if "==" in line and not line.startswith(" ")]
    assert len(pins) > 10
    assert all(line.endswith("\\") for line in pins), "a pin without a hash"
    assert "://" not in text
    assert "--index" not in text


def test_the_tests_lock_holds_the_programs_lock_version_by_version():
    def pins(name):
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        return {line.split(";")[0].strip(" \\") for line in lines if line[:1].isalnum()}

    assert pins(run.LOCKS["program"]) <= pins(run.LOCKS["tests"])
