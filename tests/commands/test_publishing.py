"""Publishing, listing, comparing and verifying from the command line."""

import json
import zipfile

import pytest


@pytest.fixture
def corner(say):
    """The id of a café with all its facts, as it stands before the first version."""
    return say("new", "Corner", "--example", "cafe", "--with-facts").strip()


@pytest.fixture
def change(run):
    """``change(project, step={...})``: take these answers over."""

    def changed(project, **steps):
        code, _out, err = run("answers", project, "--set", "-", typed=json.dumps(steps))
        assert (code, err) == (0, "")

    return changed


def rule(say, project):
    """The id of the first rule of what to do."""
    return json.loads(say("answers", project))["staff_rules"]["do"][0]["id"]


@pytest.fixture
def revised(say, change, corner):
    """The café with two versions: a rule and a phone changed."""
    assert say("publish", corner, "--note", "First version") == "1\n"
    first = json.loads(say("answers", corner))["staff_rules"]["do"]
    first[0]["text"] = "Something else entirely."
    change(corner, staff_rules={"do": first}, business={"phone": "0113 496 0999"})
    assert say("publish", corner, "--note", "A new rule", "--minor", "crisis-plan") == "2\n"
    return corner


def altered(file, target, old, new):
    """A copy of the Word file with other words in its body."""
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            copy.writestr(name, content)
    return target


def test_versions_are_listed_with_what_became_of_each_document(say, revised):
    lines = [line.split("\t") for line in say("versions", revised).splitlines()]
    assert [(line[0], line[2]) for line in lines if line[0]] == [
        ("1", "First version"),
        ("2", "A new rule"),
    ]
    second = {line[1]: line[2:] for line in lines[6:]}
    assert second == {
        "crisis-plan": ["2", "corrected: signatures stay"],
        "guide": ["2", "changed: people sign again"],
        "promise": ["2", "changed: people sign again"],
        "service-standard": ["2", "changed: people sign again"],
    }


def test_two_versions_and_the_draft_are_compared(say, revised, change):
    found = say("compare", revised, "1", "2").splitlines()
    assert len(found) == 2
    sort, where, told, documents = found[0].split("\t")
    assert (sort, where) == ("changed", "Business · Phone for customers")
    assert told == "0113 496 0100 → 0113 496 0999"
    assert documents == "promise service-standard crisis-plan"
    assert say("compare", revised, "2") == ""
    change(revised, business={"email": "new@corner.example"})
    assert "new@corner.example" in say("compare", revised, "2")


def test_nothing_is_published_where_nothing_changed_or_nothing_is_said(fails, revised):
    assert fails("publish", revised, "--note", "Again").startswith(
        "Nothing changed since version 2"
    )
    assert "one line what changed" in fails("publish", revised, "--note", " ")


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ("--minor=promise-it", "“promise-it” did not change"),
        ("--sign-by=soon", "“soon” is not a date"),
    ],
)
def test_a_wrong_document_or_day_is_named(fails, change, corner, say, option, sentence):
    say("publish", corner, "--note", "First version")
    change(corner, business={"phone": "1"})
    assert sentence in fails("publish", corner, "--note", "x", option)
    assert len(say("versions", corner).splitlines()) == 5


def test_minor_without_a_name_means_every_changed_document(say, change, corner):
    say("publish", corner, "--note", "First version")
    change(corner, business={"phone": "0113 496 0999"})
    say("publish", corner, "--note", "A new phone", "--minor")
    assert "people sign again" not in say("versions", corner).split("A new phone")[1]


def test_in_russia_a_changed_rule_is_never_minor(say, fails, change):
    corner = say("new", "Уголок", "--example", "cafe", "--with-facts", "--language", "ru").strip()
    say("publish", corner, "--note", "Первая редакция")
    first = json.loads(say("answers", corner))["staff_rules"]["do"]
    first[0]["text"] = "Совсем другое правило."
    change(corner, staff_rules={"do": first})
    sentence = fails("publish", corner, "--note", "Правило", "--minor", "guide")
    assert "touches its rules" in sentence
    assert say("publish", corner, "--note", "Правило") == "2\n"


def test_a_version_is_written_again_with_sheets_for_who_has_to_sign(say, revised, tmp_path):
    names = [line.rpartition("/")[2] for line in say(
        "export", revised, "--version", "2", "--to", tmp_path
    ).splitlines()]  # fmt: skip
    assert len(names) == 6
    assert sum("version 2 of" in name for name in names) == 5
    assert any(name.startswith("Coffee Corner - What changed") for name in names)


def test_a_file_tells_its_version_and_whether_it_was_altered(say, run, revised, tmp_path):
    say("export", revised, "--version", "2", "--to", tmp_path, "--document", "guide")
    (file,) = tmp_path.glob("*.docx")
    told = say("verify", file)
    assert "“Social media guide and policy”, version 2" in told
    assert "Published in “Corner” with version 2." in told
    assert "The text is as it was published." in told
    changed = altered(file, tmp_path / "a.docx", "Something else entirely.", "Anything goes.")
    code, out, err = run("verify", changed)
    assert (code, err) == (1, "")
    assert "The text was altered after it was published." in out
    told = [line for line in out.splitlines() if line.startswith(("- ", "+ "))]
    assert "- Something else entirely." in told
    assert [
        line.replace("Anything goes.", "Something else entirely.")[2:] for line in told[1::2]
    ] == [line[2:] for line in told[::2]]


def test_a_ticked_box_is_filled_in_and_not_altered(say, revised, tmp_path):
    say("export", revised, "--version", "2", "--to", tmp_path, "--document", "crisis-plan")
    (file,) = tmp_path.glob("*.docx")
    ticked = altered(file, tmp_path / "a.docx", "<w:t>\u2610</w:t>", "<w:t>\u2612</w:t>")
    told = say("verify", ticked)
    assert "Filled in: " in told
    assert "The text is as it was published." in told


def test_a_sheet_names_what_it_is_to_be_signed_for(say, revised, tmp_path):
    say("export", revised, "--version", "2", "--to", tmp_path, "--document", "acknowledgement")
    (file,) = tmp_path.glob("*.docx")
    told = say("verify", file)
    assert told.startswith("A paper to sign:")
    assert "“Social media guide and policy”, published in “Corner” with version 2" in told


def test_a_draft_and_a_version_of_elsewhere_are_told_apart(say, run, revised, tmp_path):
    say("export", revised, "--to", tmp_path / "draft", "--document", "promise")
    (draft,) = (tmp_path / "draft").glob("*.docx")
    code, out, _ = run("verify", draft)
    assert (code, out.startswith("This file does not say which version it is")) == (1, True)
    say("export", revised, "--version", "1", "--to", tmp_path / "one", "--document", "guide")
    (file,) = (tmp_path / "one").glob("*.docx")
    code, out, _ = run("--library", tmp_path / "other.sqlite", "verify", file)
    assert code == 1
    assert "This library did not publish it." in out
    assert not (tmp_path / "other.sqlite").exists()


def test_what_is_no_word_file_is_one_sentence(fails, tmp_path):
    text = tmp_path / "a.docx"
    text.write_text("not a zip")
    assert "Word" in fails("verify", text)
    assert "cannot be read" in fails("verify", tmp_path / "missing.docx")


def test_another_date_or_a_sentence_dressed_as_a_stamp_is_told(say, run, revised, tmp_path):
    say("export", revised, "--version", "2", "--to", tmp_path, "--document", "guide")
    (file,) = tmp_path.glob("*.docx")
    redated = altered(file, tmp_path / "a.docx", "1\u00a0December 2026", "1\u00a0December 2020")
    code, out, _ = run("verify", redated)
    assert (code, "The text was altered" in out) == (1, True)
    assert "2020" in out
    assert say("verify", file).endswith("The text is as it was published.\n")


def test_a_text_that_came_back_is_the_version_that_brought_it_back(say, change, revised, tmp_path):
    rules = json.loads(say("answers", revised))["staff_rules"]["do"]
    rules[0]["text"] = "A third rule."
    change(revised, staff_rules={"do": rules})
    say("publish", revised, "--note", "A third rule")
    rules[0]["text"] = "Something else entirely."
    change(revised, staff_rules={"do": rules}, business={"valid_from": "2027-05-05"})
    say("publish", revised, "--note", "Back again")
    say("export", revised, "--version", "4", "--to", tmp_path, "--document", "guide")
    (file,) = tmp_path.glob("*.docx")
    told = say("verify", file)
    assert "version 4 of" in told
    assert told.endswith("The text is as it was published.\n")
