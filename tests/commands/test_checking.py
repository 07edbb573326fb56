"""check: what is noticed in a project's answers, as lines and as JSON, with its exit code."""

import datetime as dt
import json

import pytest

from wizard import saving
from wizard.checks import leaving
from wizard.checks.leaving import Left
from wizard.i18n import LANGUAGES
from wizard.interview.places import Place
from wizard.library import projects
from wizard.library.connection import open_library

TODAY = dt.date(2026, 11, 27)
SLOW = Place("channels", "list", "facebook", "reply")
ACTOR = Place("risks", "list", "boycott", "actor")


@pytest.fixture(autouse=True)
def on_a_fixed_day(monkeypatch):
    monkeypatch.setattr("wizard.clock.today", lambda: TODAY)


@pytest.fixture
def project(say):
    return say("new", "Bean", "--example", "cafe", "--with-facts").strip()


@pytest.fixture
def give(home, project):
    """Gives values at places, as the window does, and keeps what is left."""

    def given(values, left=()):
        with open_library(home / "library.sqlite") as library:
            session = saving.opened(library, projects.project(library, project))
            for place, raw in values.items():
                session.give(place, raw)
            for key, kept in left:
                session.leave_finding(key, kept)
            saving.save_session(library, session)

    return given


def told(run, project):
    code, out, err = run("check", project, "--json")
    assert err == ""
    return code, json.loads(out)["findings"]


def test_a_complete_example_has_nothing_to_fix(run, project):
    code, found = told(run, project)
    assert code == 0
    assert "fix" not in {one["severity"] for one in found}


def test_something_to_fix_gives_exit_code_1(run, project, give):
    give({ACTOR: ""})
    code, found = told(run, project)
    assert code == 1
    first = found[0]
    assert (first["check"], first["severity"]) == ("CRI09", "fix")
    assert first["places"] == [str(ACTOR)]
    assert first["sources"][0]["as_of"] == "2026-11-23"


def test_what_is_only_worth_a_look_gives_exit_code_0(run, project, give):
    give({SLOW: {"number": 3, "unit": "days", "counted": "clock"}})
    code, found = told(run, project)
    assert code == 0
    assert "SLA03" in {one["check"] for one in found}


def test_a_new_project_tells_what_each_document_lacks(run, say):
    project = say("new", "New", "--example", "cafe").strip()
    code, found = told(run, project)
    lacking = {one["document"] for one in found if one["check"] == "CMP01"}
    assert code == 1
    assert {"promise", "guide", "crisis-plan"} <= lacking


@pytest.mark.parametrize(("language", "words"), [("en", "To fix: “"), ("ru", "Исправить: «")])
def test_lines_say_severity_sentence_reason_and_source(run, project, give, language, words):
    give({ACTOR: ""})
    code, out, err = run("check", project, "--language", language)
    lines = out.splitlines()
    assert (code, err) == (1, "")
    assert lines[0].startswith(words)
    assert lines[0].endswith("[CRI09]")
    assert lines[1].startswith("    ")
    assert "spark.ru" in lines[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_law_is_told_with_its_day_and_no_advice(run, project, give, language):
    give(
        {
            Place("business", "other_countries"): ["US"],
            Place("staff_rules", "dont"): [
                {"id": "own-1", "title": "Pay", "text": "Never discuss your salary with anybody."}
            ],
        }
    )
    code, out, _ = run("check", project, "--language", language)
    assert code == 1
    assert "[POL01]" in out
    assert {"en": "not legal advice", "ru": "юрист"}[language] in out.splitlines()[-1]


def test_what_is_left_is_told_last_and_counts_no_longer(run, project, give):
    give({ACTOR: ""})
    _, found = told(run, project)
    with_evidence = Left("the owner decides on the day", evidence_of(run, project), TODAY)
    give({}, left=[("CRI09@risks.list.boycott.actor", with_evidence)])
    code, found = told(run, project)
    assert code == 0
    assert found[-1]["left"] == {"reason": "the owner decides on the day", "on": "2026-11-27"}
    _, out, _ = run("check", project)
    assert "the owner decides on the day" in out


def evidence_of(run, project):
    """What stands for the answers behind the finding, as the window would keep it."""
    from wizard import checked, paths

    with open_library(paths.library_file()) as library:
        session = saving.opened(library, projects.project(library, project))
        found = checked.of_session(session, TODAY, "en").open
    return next(one.evidence for one in found if one.check == "CRI09")


def test_what_is_left_is_open_again_once_the_answer_changes(run, project, give):
    give({SLOW: {"number": 3, "unit": "days", "counted": "clock"}})
    give({}, left=[(f"SLA03@{SLOW}", Left("so it is", "of another answer", TODAY))])
    _, found = told(run, project)
    assert next(one for one in found if one["check"] == "SLA03").get("left") is None


def test_the_answers_of_a_project_do_not_tell_what_is_left(say, give, project):
    give({}, left=[("CRI09@x", Left("a private reason", "e", TODAY))])
    assert "a private reason" not in say("answers", project)
    assert leaving.FINDINGS not in json.loads(say("answers", project))


def test_a_project_that_is_not_there_is_a_sentence(fails):
    assert "nowhere" in fails("check", "nowhere")


def test_the_words_of_an_owner_tell_the_terminal_nothing(run, project, give):
    give({Place("community", "late"): "No comment \x1b[31m at all."})
    _, out, _ = run("check", project)
    assert "No comment" in out
    assert "\x1b" not in out


def test_second_wordings_are_told_by_language(run, project, give):
    give(
        {
            Place("business", "languages"): ["en", "ru"],
            Place("community", "late"): "We answer you next, and we say why.",
        }
    )
    _, found = told(run, project)
    wordings = next(one for one in found if one["check"] == "WRD03")
    assert wordings["language"] == "ru"
    assert "document" not in wordings
