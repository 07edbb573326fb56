"""answers: what is written as JSON can be set back, whole or in part, and changes nothing else."""

import datetime as dt
import json

import docx
import pytest

from wizard.interview import answers as interview
from wizard.interview.ask import questions
from wizard.library import answers as stored
from wizard.library import journal, people, projects
from wizard.library.connection import open_library
from wizard.saving import opened, save_session

TRADES = ("cafe", "shop", "online-store", "beauty-salon", "clinic", "school", "repair", "empty")


@pytest.fixture
def project(say):
    return say("new", "Bean", "--example", "cafe", "--with-facts").strip()


@pytest.fixture
def kept(home):
    """All that the library holds of a project: its steps as stored, and its people."""

    def read(project):
        with open_library(home / "library.sqlite") as library:
            return stored.load(library, project), people.people(library, project)

    return read


@pytest.fixture
def answers(say):
    """The answers of a project as a person reads them."""

    def read(project, *arguments):
        return json.loads(say("answers", project, *arguments))

    return read


@pytest.fixture
def take(say):
    """Sets answers of a project from a Python value."""

    def write(project, raw):
        assert say("answers", project, "--set", "-", typed=json.dumps(raw)) == ""

    return write


def test_the_answers_are_the_steps_in_their_order(project, answers):
    assert list(answers(project)) == [step.about.id for step in interview.STEPS]


def test_catalogue_texts_are_words_in_the_language_that_is_asked_for(project, answers):
    english, russian = answers(project), answers(project, "--language", "ru")
    assert english["hours"]["outside"] != russian["hours"]["outside"]
    assert "ref" not in json.dumps(english["staff_rules"]["do"][0])


def test_only_free_text_holds_spaces(project, answers):
    business = answers(project)["business"]
    assert business["valid_from"].count("-") == 2
    for step in answers(project).values():
        for row in step.get("list", []):
            assert " " not in row["id"]


@pytest.mark.parametrize("trade", TRADES)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_was_written_set_back_changes_nothing(say, kept, trade, language, tmp_path):
    arguments = ("--example", trade, "--language", language, "--with-facts")
    project = say("new", "Bean", *arguments).strip()
    before = kept(project)
    file = tmp_path / "answers.json"
    for spoken in ("en", "ru"):
        file.write_text(say("answers", project, "--language", spoken), "utf-8")
        assert say("answers", project, "--set", file) == ""
        assert meant(kept(project)) == meant(before)


def meant(kept):
    """Stored answers as they are read, so that a default left out equals one written down."""
    steps, staff = kept
    return interview.read("cafe", steps), staff


def test_references_survive_when_a_fact_that_they_quote_is_set_in_the_same_file(
    say, answers, kept, take
):
    project = say("new", "Bean", "--example", "cafe").strip()
    before, _ = kept(project)
    whole = answers(project)
    whole["business"] |= {"name": "Bean", "email": "a@example.com", "phone": "+44 1"}
    whole["security"]["report_to"] = "the manager on duty"
    take(project, whole)
    after, _ = kept(project)
    for step in ("hours", "community", "service", "staff_rules", "risks", "response"):
        assert references_in(after, step) == references_in(before, step), step


def references_in(steps, step):
    typed = getattr(interview.read("cafe", steps), step)
    stored = {one.id: one.kind.dump(getattr(typed, one.id)) for one in questions(type(typed))}
    return references(stored)


def references(value):
    """How many texts stand as untouched references, own words beside them left out."""
    if isinstance(value, dict):
        if "ref" in value:
            return 0 if "own" in value else 1
        return sum(references(one) for one in value.values())
    return sum(references(one) for one in value) if isinstance(value, list) else 0


def test_a_text_in_the_other_language_becomes_the_reference_again(project, answers, kept, take):
    russian = answers(project, "--language", "ru")
    take(project, {"hours": {"outside": "After hours nobody is here."}})
    assert kept(project)[0]["hours"]["outside"]["own"] == "After hours nobody is here."
    take(project, {"hours": {"outside": russian["hours"]["outside"]}})
    assert kept(project)[0]["hours"]["outside"] == {"ref": "texts/hours.outside/text"}


def test_own_words_stay_own_words_in_both_languages(project, answers, take):
    take(project, {"response": {"apology": "We are sorry."}})
    assert answers(project, "--language", "ru")["response"]["apology"] == "We are sorry."


def test_a_text_taken_away_stays_away(project, answers, take):
    take(project, {"response": {"apology": ""}})
    assert answers(project)["response"]["apology"] == ""
    take(project, answers(project))
    assert answers(project)["response"]["apology"] == ""


def test_a_partial_file_leaves_the_rest_alone(project, answers, take):
    before = answers(project)
    take(project, {"business": {"city": "Bath"}})
    after = answers(project)
    assert after["business"].pop("city") == "Bath"
    assert before["business"].pop("city") != "Bath"
    assert after == before


def test_a_partial_row_keeps_its_other_fields(project, answers, take):
    before = answers(project)["channels"]["list"]
    rows = [{"id": row["id"]} for row in before]
    rows[0]["address"] = "@new"
    take(project, {"channels": {"list": rows}})
    after = answers(project)["channels"]["list"]
    assert after[0] == before[0] | {"address": "@new"}
    assert after[1:] == before[1:]


def test_a_row_that_is_not_named_is_gone_and_a_new_one_gets_an_id(project, answers, take):
    take(project, {"service": {"quality": [{"text": "Ask three guests."}]}})
    (row,) = answers(project)["service"]["quality"]
    assert row["text"] == "Ask three guests."
    assert row["id"]
    assert row["on"] is True


def test_a_row_that_is_switched_off_keeps_its_words(project, answers, take):
    rows = answers(project)["response"]["never"]
    rows[0]["on"] = False
    take(project, {"response": {"never": rows}})
    assert answers(project)["response"]["never"] == rows


def test_a_catalogue_row_ticked_by_its_id_alone_stands_as_references(project, answers, kept, take):
    rule = next(row for row in answers(project)["staff_rules"]["do"])
    take(project, {"staff_rules": {"do": []}})
    take(project, {"staff_rules": {"do": [rule]}})
    (row,) = kept(project)[0]["staff_rules"]["do"]
    assert row["text"] == {"ref": f"do/{rule['id']}/text"}


def test_the_staff_list_can_be_set_and_keeps_its_ids(project, answers, take):
    staff = answers(project)["people"]["list"]
    staff[0]["position"] = "barista"
    take(project, {"people": {"list": [{**staff[0]}, {"surname": "Ng", "given": "Li"}]}})
    after = answers(project)["people"]["list"]
    assert after[0] == staff[0]
    assert (after[1]["surname"], after[1]["kind"]) == ("Ng", "employee")


def test_a_person_that_is_switched_off_stays_so(project, answers, take):
    staff = answers(project)["people"]["list"]
    staff[0]["on"] = False
    take(project, {"people": {"list": staff}})
    assert answers(project)["people"]["list"] == staff


def test_who_has_left_stays_in_the_library_when_the_list_is_set(project, kept, take, home):
    with open_library(home / "library.sqlite") as library:
        gone = people.Person(surname="Gone", left_on=dt.date(2026, 1, 31))
        people.add(library, projects.project(library, project).id, gone)
    take(project, {"people": {"list": [{"surname": "Ng"}]}})
    assert [person.surname for person in kept(project)[1] if person.left_on] == ["Gone"]


def test_a_session_may_take_the_same_question_twice(project, home):
    with open_library(home / "library.sqlite") as library:
        session = opened(library, projects.project(library, project))
        for city in ("Bath", "York"):
            session.take({"business": {"city": city}})
            save_session(library, session)
        notes = [entry.change.note for entry in journal.entries(library, project)]
    assert "overtaken" not in notes


def test_what_cannot_be_printed_comes_back_as_it_was_typed(project, answers, take):
    strange = "a\ud800b\x00c \u202e \U0001f680"
    take(project, {"business": {"legal_name": strange}})
    assert answers(project)["business"]["legal_name"] == strange


def test_a_file_may_begin_with_a_byte_order_mark(project, say, answers, tmp_path):
    file = tmp_path / "a.json"
    file.write_text('{"business": {"city": "Лидс"}}', "utf-8-sig")
    say("answers", project, "--set", file)
    assert answers(project)["business"]["city"] == "Лидс"


@pytest.mark.parametrize(
    ("raw", "path"),
    [
        ([], ""),
        ({"weather": {}}, "weather"),
        ({"business": []}, "business"),
        ({"business": {"colour": "red"}}, "business.colour"),
        ({"business": {"name": 7}}, "business.name"),
        ({"business": {"name": {"own": 1}}}, "business.name.own"),
        ({"business": {"country": "XX"}}, "business.country"),
        ({"business": {"valid_from": "1.12.2026"}}, "business.valid_from"),
        ({"business": {"valid_from": "2026-02-30"}}, "business.valid_from"),
        ({"business": {"review_months": 0}}, "business.review_months"),
        ({"business": {"union": "yes"}}, "business.union"),
        ({"business": {"languages": ["en", "fr"]}}, "business.languages.1"),
        ({"business": {"approver": {"name": "x"}}}, "business.approver"),
        ({"business": {"logo": "cat.png"}}, "business.logo"),
        ({"hours": {"week": {"mon": ["8-20"]}}}, "hours.week.mon"),
        ({"hours": {"week": {"fri": ["08:00-12:00", "11:00-14:00"]}}}, "hours.week.fri"),
        ({"hours": {"week": {"someday": []}}}, "hours.week"),
        ({"channels": {"list": {}}}, "channels.list"),
        ({"channels": {"list": ["telegram"]}}, "channels.list.0"),
        ({"channels": {"list": [{"id": "a b"}]}}, "channels.list.0.id"),
        ({"channels": {"list": [{"id": "a"}, {"id": "a"}]}}, "channels.list.1.id"),
        ({"channels": {"list": [{"id": "a", "on": 1}]}}, "channels.list.0.on"),
        ({"channels": {"list": [{"fax": "1"}]}}, "channels.list.0.fax"),
        ({"channels": {"list": [{"platform": "pager"}]}}, "channels.list.0.platform"),
        ({"channels": {"list": [{"reply": {"number": 1}}]}}, "channels.list.0.reply.unit"),
        ({"channels": {"list": [{"reply": "2 hours"}]}}, "channels.list.0.reply"),
        ({"risks": {"list": [{"actions": [{"text": []}]}]}}, "risks.list.0.actions.0.text"),
    ],
)
def test_a_bad_value_is_named_by_its_path_and_nothing_is_changed(project, fails, kept, raw, path):
    before = kept(project)
    mixed = {"business": {"city": "Bath"}, **raw} if isinstance(raw, dict) else raw
    said = fails_to_take(fails, project, mixed)
    assert said.startswith(f"“{path}”: ")
    assert said.endswith(" Nothing was changed.")
    assert kept(project) == before


def fails_to_take(fails, project, raw):
    return fails("answers", project, "--set", "-", typed=json.dumps(raw))


@pytest.mark.parametrize("text", ["", "{", "[1,", "\x00", "[" * 100_000, "NaN{"])
def test_what_is_no_json_is_refused(project, fails, text, tmp_path):
    file = tmp_path / "a.json"
    file.write_text(text)
    assert "is no JSON file" in fails("answers", project, "--set", file)


def test_a_file_that_is_not_there_or_no_text_is_named(project, fails, tmp_path):
    assert "missing.json" in fails("answers", project, "--set", tmp_path / "missing.json")
    file = tmp_path / "picture.json"
    file.write_bytes(b"\xff\xd8\xff\xe0 JFIF")
    assert "picture.json" in fails("answers", project, "--set", file)


@pytest.mark.parametrize("address", ["not a phone", "http://", "@", "тел. +7 (4812) 00-00-00"])
def test_phones_addresses_and_links_take_any_text(project, take, answers, address):
    take(project, {"business": {"phone": address, "website": address, "email": address}})
    assert answers(project)["business"]["website"] == address


def test_a_talk_is_noted_and_stands_in_the_launch_kit(project, answers, take, say, tmp_path):
    talk = {"day": "2026-12-08", "present": [{"person": {"surname": "Ask", "given": "Greta"}}]}
    take(project, {"briefing": talk})
    noted = answers(project)["briefing"]
    assert noted["day"] == "2026-12-08"
    assert [row["person"] for row in noted["present"]] == [talk["present"][0]["person"]]
    folder = tmp_path / "o"
    (path,) = say("export", project, "--document", "launch-kit", "--to", folder).splitlines()
    said = "\n".join(cell.text for table in docx.Document(path).tables for cell in table._cells)
    said = " ".join(said.split())
    assert "8 December 2026" in said
    assert "Greta Ask" in said
