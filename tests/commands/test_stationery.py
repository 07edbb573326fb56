"""stationery: letterhead and logo chosen, told, taken away, refused."""

import json

import pytest

from tests.documents import letterheads as made


@pytest.fixture
def project(say):
    return say("new", "Bean", "--example", "cafe", "--with-facts").strip()


@pytest.fixture
def file(tmp_path):
    """``file("logo.png", bytes)``: a file with these bytes."""

    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


def chosen(say, project):
    business = json.loads(say("answers", project))["business"]
    return {name: business.get(name) for name in ("letterhead", "logo")}


def test_a_letterhead_is_chosen_and_told_in_words(say, project, file):
    paper = file("paper.docx", made.zipped(made.plain()))
    told = say("stationery", project, "--letterhead", paper).splitlines()
    assert told[0] == "A4, 210\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}297 mm"
    assert "Header: ООО «Уголок», Казань" in told
    assert say("stationery", project).splitlines() == told
    assert chosen(say, project)["letterhead"]


def test_both_can_be_chosen_and_taken_away(say, project, file):
    paper, logo = file("paper.docx", made.zipped(made.plain())), file("logo.png", made.png())
    say("stationery", project, "--letterhead", paper, "--logo", logo)
    assert all(chosen(say, project).values())
    assert say("stationery", project, "--no-letterhead", "--no-logo") == ""
    assert not any(chosen(say, project).values())


def test_what_may_not_be_one_is_refused_and_nothing_is_changed(say, fails, project, file):
    paper, logo = file("paper.docx", made.zipped(made.plain())), file("logo.png", b"no picture")
    assert "logo.png" in fails("stationery", project, "--letterhead", paper, "--logo", logo)
    assert not any(chosen(say, project).values())
    assert "logo.png" in fails("stationery", project, "--letterhead", logo)


def test_a_file_and_none_at_once_are_refused(fails, project, file):
    logo = file("logo.png", made.png())
    assert "not both" in fails("stationery", project, "--logo", logo, "--no-logo")


def test_text_in_its_body_is_told_to_be_left_out(say, project, file):
    parts = made.plain()
    body = made.paragraph("Dear Sir or Madam")
    parts["word/document.xml"] = parts["word/document.xml"].replace("<w:body>", f"<w:body>{body}")
    told = say("stationery", project, "--letterhead", file("paper.docx", made.zipped(parts)))
    assert "our text takes that place" in told
