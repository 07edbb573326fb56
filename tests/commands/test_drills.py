"""drill, and the drill kit from the command line: one risk chosen, a drill on paper recorded."""

import datetime as dt
import json
import zipfile
from pathlib import Path

import pytest

from wizard.interview.catalogue import catalogue

HIGHEST = "account-hijacked"


@pytest.fixture
def project(say):
    return say("new", "Bean", "--example", "cafe", "--with-facts").strip()


@pytest.fixture
def drills(say, project):
    """The answers about drills as the library has them."""
    return lambda: json.loads(say("answers", project))["drills"]


def words_of(path):
    with zipfile.ZipFile(Path(path)) as archive:
        return archive.read("word/document.xml").decode("utf-8")


def test_the_kit_is_written_for_the_risk_that_is_named(say, tmp_path):
    arguments = ("export", "--example", "cafe", "--document", "drill-kit", "--to", tmp_path / "o")
    highest, chosen = (catalogue("risks")[one].text("title", "en") for one in (HIGHEST, "boycott"))
    (path,) = say(*arguments).splitlines()
    assert highest in words_of(path)
    (path,) = say(*arguments, "--risk", "boycott").splitlines()
    assert highest not in words_of(path)
    assert chosen in words_of(path)


def test_a_risk_that_there_is_none_of_is_said_with_those_that_there_are(fails, project, tmp_path):
    for arguments in (("export", project, "--to", tmp_path / "o"), ("drill", project)):
        said = fails(*arguments, "--risk", "dragons")
        assert "dragons" in said
        assert "boycott" in said
    assert not (tmp_path / "o").exists()


def test_a_drill_on_paper_is_recorded_with_what_it_led_to(say, project, drills):
    said = say(
        "drill", project, "--day", "2026-11-20", "--risk", "boycott", "--present", "All of us",
        "--led-by", "Jo Judge", "--worked", "The card", "--failed", "The phone list",
        "--action", "New phone list; owner; 2026-12-24", "--action", "Charge the phone",
    )  # fmt: skip
    assert said.startswith("2026-11-20\t")
    (held,) = drills()["held"]
    assert (held["day"], held["present"]) == ("2026-11-20", "All of us")
    assert (held["worked"], held["failed"]) == ("The card", "The phone list")
    assert held["led_by"]["surname"] == "Judge"
    first, second = drills()["actions"]
    assert (first["text"], first["who"], first["by"]) == ("New phone list", "owner", "2026-12-24")
    assert (second["text"], second["by"]) == ("Charge the phone", None)
    assert {first["drill"], second["drill"]} == {held["id"]}


def test_what_is_not_said_is_taken_from_the_answers(say, project, drills):
    say("drill", project)
    (held,) = drills()["held"]
    assert held["day"] == dt.datetime.now().astimezone().date().isoformat()
    assert held["present"].count(",") > 2
    assert drills()["risk"] is None


@pytest.mark.parametrize(
    ("option", "value"),
    [("--day", "soon"), ("--action", "; owner; 2026-12-24"), ("--action", "List; owner; soon")],
)
def test_what_cannot_be_read_is_said_and_records_nothing(fails, project, drills, option, value):
    fails("drill", project, option, value)
    assert drills()["held"] == []


def test_the_report_of_a_recorded_drill_is_written(say, project, tmp_path):
    say("drill", project, "--day", "2026-11-20", "--worked", "The card was at hand")
    (path,) = say(
        "export", project, "--document", "after-action", "--language", "en", "--to", tmp_path / "o"
    ).splitlines()
    assert "The card was at hand" in words_of(path)
