"""new, list, show, rename, duplicate, delete, restore, save-as and open."""

import re

import pytest


def ids(text):
    return [line.split("\t")[0] for line in text.splitlines()]


def test_a_new_project_is_listed_by_the_id_it_was_given(say):
    made = say("new", "Bean", "--example", "cafe")
    assert re.fullmatch(r"[a-z][a-z0-9]+\n", made)
    (line,) = say("list").splitlines()
    project, changed, given, version, signed, name = line.split("\t")
    assert (project, name) == (made.strip(), "Bean")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", changed)
    answered, asked = map(int, given.split("/"))
    assert 0 < answered < asked
    assert (version, signed) == ("0", "0/0")


def test_a_project_with_facts_has_more_answers_than_one_without(say):
    say("new", "without", "--example", "cafe")
    say("new", "with", "--example", "cafe", "--with-facts")
    given = {line.split("\t")[5]: int(line.split("\t")[2].split("/")[0]) for line in
             say("list").splitlines()}  # fmt: skip
    assert given["with"] > given["without"]


def test_the_newest_change_is_listed_first(say):
    first, second = say("new", "one").strip(), say("new", "two").strip()
    assert ids(say("list")) == [second, first]
    say("rename", first, "one more")
    assert ids(say("list")) == [first, second]


def test_projects_are_found_by_a_part_of_their_name_in_any_case(say):
    say("new", "Зерно")
    say("new", "Bean")
    assert "Зерно" in say("list", "--find", "зЕРН")
    assert "Bean" not in say("list", "--find", "зЕРН")


@pytest.mark.parametrize(("language", "country"), [("en", "GB"), ("ru", "RU")])
def test_the_language_brings_its_country(say, language, country):
    project = say("new", "Bean", "--language", language).strip()
    head, about, *steps = say("show", project).splitlines()
    assert head == f"{project}\tBean"
    assert about == f"empty\t{country}\t{language}"
    assert [step.split("\t")[0] for step in steps][:2] == ["business", "hours"]
    assert len(steps) == 16


def test_a_country_may_be_named(say):
    say("new", "Bean", "--country", "DE")
    assert "\tDE\t" in say("show", "Bean")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("Bean", "--example", "circus"), "There is no example “circus”."),
        (("Bean", "--country", "XX"), "“XX” is not the two-letter code of a country"),
        (("Bean", "--example", "cafe", "--with-facts", "--country", "RU"), "leave out --country"),
        (("  ",), "A project needs a name."),
        (("Bean", "--language", "fr"), "'fr' is not one of"),
        (("x" * 300,), "Shorten it to 200."),
    ],
)
def test_a_project_that_cannot_be_made_is_not_made(say, fails, arguments, sentence):
    assert sentence in fails("new", *arguments)
    assert say("list") == ""


def test_a_name_that_several_projects_bear_is_answered_with_their_ids(say, fails):
    first, second = say("new", "Bean").strip(), say("new", "Bean").strip()
    for command in (("show",), ("delete",), ("answers",), ("people",), ("duplicate",)):
        said = fails(*command, "Bean")
        assert first in said
        assert second in said
    assert set(ids(say("list"))) == {first, second}


def test_the_bin_keeps_a_project_until_it_is_restored(say, fails):
    project = say("new", "Bean").strip()
    say("delete", "Bean")
    assert say("list") == ""
    assert ids(say("list", "--bin")) == [project]
    assert "There is no project called “Bean”." in fails("show", "Bean")
    fails("delete", project)
    say("restore", "Bean")
    assert ids(say("list")) == [project]
    assert say("list", "--bin") == ""


def test_what_is_not_in_the_bin_is_not_restored(say, fails):
    say("new", "Bean")
    assert "There is no project called “Bean”." in fails("restore", "Bean")


def test_two_of_one_name_in_the_bin_are_told_apart(say, fails):
    first, second = say("new", "Bean").strip(), say("new", "Bean").strip()
    say("delete", first)
    say("delete", second)
    assert first in fails("restore", "Bean")
    say("restore", first)
    assert ids(say("list")) == [first]


def test_a_duplicate_has_answers_and_people_of_its_own(say):
    project = say("new", "Bean", "--example", "cafe", "--with-facts").strip()
    copy = say("duplicate", project, "--name", "Bean 2").strip()
    assert copy != project
    assert say("answers", copy) == say("answers", project)
    assert say("people", copy) == say("people", project) != ""
    say("answers", copy, "--set", "-", typed='{"business": {"phone": "+44 7777"}}')
    assert "+44 7777" in say("answers", copy)
    assert "+44 7777" not in say("answers", project)


def test_a_duplicate_keeps_the_name_unless_another_is_given(say):
    say("new", "Bean")
    copy = say("duplicate", "Bean").strip()
    assert say("show", copy).splitlines()[0] == f"{copy}\tBean"


def test_a_project_is_saved_as_a_file_and_opened_as_a_copy(say, tmp_path):
    project = say("new", "Bean", "--example", "cafe", "--with-facts").strip()
    file = tmp_path / "bean.pwiz"
    assert say("save-as", project, file) == ""
    copy = say("open", file).strip()
    again = say("open", file).strip()
    assert len({project, copy, again}) == 3
    assert say("answers", copy) == say("answers", project)
    assert say("people", copy) == say("people", project)


def test_the_staff_list_may_stay_at_home(say, tmp_path):
    project = say("new", "Bean", "--example", "cafe").strip()
    staff = '{"people": {"list": [{"surname": "Featherstone"}]}}'
    say("answers", project, "--set", "-", typed=staff)
    file = tmp_path / "bean.pwiz"
    say("save-as", project, file)
    assert b"Featherstone" in file.read_bytes()
    say("save-as", project, file, "--without-people")
    assert b"Featherstone" not in file.read_bytes()
    assert say("people", say("open", file).strip()) == ""


def test_a_file_that_is_no_project_is_refused(say, fails, tmp_path, home):
    file = tmp_path / "notes.txt"
    file.write_text("just notes")
    assert "notes.txt" in fails("open", file)
    assert "missing.pwiz" in fails("open", tmp_path / "missing.pwiz")
    say("new", "Bean")
    fails("open", home / "library.sqlite")
    assert len(ids(say("list"))) == 1


def test_a_project_is_never_saved_over_a_library_or_into_nowhere(say, fails, tmp_path, home):
    say("new", "Bean")
    before = (home / "library.sqlite").read_bytes()
    assert "is a library" in fails("save-as", "Bean", home / "library.sqlite")
    assert (home / "library.sqlite").read_bytes() == before
    assert "nowhere" in fails("save-as", "Bean", tmp_path / "nowhere" / "bean.pwiz")
    fails("save-as", "nobody", tmp_path / "bean.pwiz")
    assert [one.name for one in tmp_path.iterdir()] == ["home"]


def test_show_tells_how_many_wordings_an_update_offers(say, new_release):
    made = say("new", "Corner", "--example", "cafe", "--with-facts").strip()
    assert "wordings" not in say("show", made)
    new_release(("texts", "People judge us also by what", "We are judged by what"))
    assert say("show", made).splitlines()[-1] == "wordings\t1\tNew wordings from the update: 1"
    assert "People judge us also by what" in say("answers", made)
