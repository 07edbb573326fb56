"""A form filled in on screen: what was entered is told, and nothing reads as altered."""

import datetime as dt
import io
import re
import shutil
import subprocess
import zipfile

import pytest

from wizard import examples
from wizard.documents import normal, reading_back
from wizard.documents.edition import Edition
from wizard.documents.frozen import freeze, word
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview

DAY = dt.date(2026, 12, 1)
BODY = "word/document.xml"
PROMPT = '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
STYLE = '<w:rPr><w:rStyle w:val="Blank"/></w:rPr>'
CONTROL = r'(<w:sdt><w:sdtPr>(?:(?!</w:sdt>).)*?<w:tag w:val="{}"/>(?:(?!</w:sdt>).)*?)'


def published(document, language="en", trade="cafe"):
    answers = interview.read(trade, examples.with_facts(trade, language=language))
    page = freeze(document, answers, language, DAY, Edition(2, DAY))
    return page, word(page, Edition(2, DAY, page.fingerprint))


def run(text, properties=""):
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def with_body(content, change):
    """The file with its body changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part.decode()).encode() if name == BODY else part)
    return buffer.getvalue()


def with_entry(content, name, runs, *, waiting=False):
    """The file with the runs in a control; ``waiting`` leaves it a placeholder."""
    control = re.compile(
        CONTROL.format(re.escape(name)) + r"(<w:sdtContent>).*?(</w:sdtContent></w:sdt>)"
    )

    def change(body):
        assert len(control.findall(body)) == 1
        body = control.sub(lambda found: found[1] + found[2] + runs + found[3], body)
        if waiting:
            return body
        start = body.index(f'<w:tag w:val="{name}"/>')
        return body[:start] + body[start:].replace("<w:showingPlcHdr/>", "", 1)

    return with_body(content, change)


def read(content, page):
    """What is filled in, after making sure that nothing reads as altered."""
    found = reading_back.lines_of_word(content)
    assert found.lines == tuple(line.text for line in normal.lines(page.markup))
    assert found.fingerprint == page.fingerprint
    return found.filled


@pytest.mark.parametrize(
    ("document", "name", "runs", "told"),
    [
        ("crisis-plan", "drill.1.date", run("1 Dec 2026"), "Date, row 1: 1 Dec 2026"),
        ("crisis-plan", "drill.2.rehearsed", run("A leak"), "What we rehearsed, row 2: A leak"),
        ("crisis-plan", "review.3", run("Nothing"), "What failed: Nothing"),
        ("crisis-plan", "log.date", run("1 Dec 2026", STYLE), "Date of the event: 1 Dec 2026"),
        ("crisis-plan", "log.level", run("2 incident", STYLE), "Level: 2 incident"),
        ("crisis-plan", "log.level", run("2 incident"), "Level: 2 incident"),
        ("service-standard", "missed.1.channel", run("Google"), "Channel, row 1: Google"),
    ],
)
def test_what_is_entered_in_a_control_is_filled_in(document, name, runs, told):
    page, content = published(document)
    assert read(with_entry(content, name, runs), page) == (told,)


def test_a_date_that_takes_the_place_of_its_paper_form_is_filled_in():
    page, content = published("refusal-record", "ru")
    found = read(with_entry(content, "drawn-up", run("1 декабря 2026 г.")), page)
    assert found == ("Дата составления акта: 1 декабря 2026 г.",)


def test_a_choice_that_takes_the_place_of_its_paper_form_is_filled_in():
    page, content = published("refusal-record", "ru")
    found = read(with_entry(content, "informed", run("С актом ознакомлен(а)")), page)
    assert found == (
        "С актом ознакомлен(а) или от подписи отказался(-лась): С актом ознакомлен(а)",
    )


@pytest.mark.parametrize("runs", ["", run("\u00a0" * 5), "<w:r/>"])
@pytest.mark.parametrize("name", ["drill.1.date", "log.level"])
def test_an_emptied_control_is_untouched(name, runs):
    page, content = published("crisis-plan")
    assert read(with_entry(content, name, runs, waiting=True), page) == ()
    assert read(with_entry(content, name, runs), page) == ()


@pytest.mark.parametrize("name", ["drill.1.date", "log.date"])
def test_an_invitation_of_words_own_is_untouched(name):
    page, content = published("crisis-plan")
    told = with_entry(content, name, run("Click or tap to enter a date.", PROMPT), waiting=True)
    styles = '<w:rStyle w:val="PlaceholderText"/>', '<w:rStyle w:val="Placeholder Text"/>'
    assert read(with_body(told, lambda body: body.replace(*styles)), page) == ()


@pytest.mark.parametrize(("name", "properties"), [("drill.1.date", ""), ("log.date", STYLE)])
def test_words_hidden_as_a_placeholder_are_told(name, properties):
    page, content = published("crisis-plan")
    (found,) = read(with_entry(content, name, run("never", properties), waiting=True), page)
    assert found.endswith(": never")


@pytest.mark.parametrize(
    "typed",
    [
        lambda cell: cell.replace("</w:sdt>", "</w:sdt>" + run("Ann")),
        lambda cell: cell.replace("<w:sdt>", run("Ann") + "<w:sdt>"),
        lambda cell: cell + f"<w:p>{run('Ann')}</w:p>",
    ],
    ids=["behind the control", "before the control", "in a paragraph of its own"],
)
def test_what_is_typed_beside_the_control_of_a_cell_is_filled_in(typed):
    page, content = published("crisis-plan")

    def change(body):
        place = body.index('<w:tag w:val="drill.1.people"/>')
        start, end = body.rindex("<w:p>", 0, place), body.index("</w:tc>", place)
        return body[:start] + typed(body[start:end]) + body[end:]

    assert read(with_body(content, change), page) == ("Who took part, row 1: Ann",)


def test_a_control_where_words_were_published_is_an_alteration():
    page, content = published("crisis-plan")
    control = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>".format

    def change(body):
        start = body.index("<w:r>", body.index("<w:tc>"))
        end = body.index("</w:r>", start) + len("</w:r>")
        return body[:start] + control(body[start:end]) + body[end:]

    found = reading_back.lines_of_word(with_body(content, change))
    assert found.fingerprint != page.fingerprint


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("document", ["acknowledgement", "acknowledgement-form", "refusal-record"])
def test_every_place_of_a_sheet_can_be_filled_in_at_once(document, language):
    page, content = published(document, language)
    places = re.compile(r"(<w:sdtContent>)((?:(?!</w:sdtContent>).)*)(</w:sdtContent>)")

    def change(body):
        entered = places.sub(
            lambda one: one[0] if "\u2610" in one[2] else one[1] + run("Ann") + one[3], body
        )
        return entered.replace("<w:showingPlcHdr/>", "")

    filled = read(with_body(content, change), page)
    assert len(filled) == page.markup.count("<date ") + page.markup.count("<field ") + (
        page.markup.count("<choice ")
    )
    assert all(one.endswith(": Ann") for one in filled)


@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed: no file goes through it"
)
def test_a_filled_form_that_libreoffice_saved_reads_as_filled_in(tmp_path):
    page, content = published("crisis-plan")
    for name, text in (
        ("drill.1.date", "1 Dec 2026"), ("drill.1.people", "Ann"), ("log.level", "2 incident"),
    ):  # fmt: skip
        content = with_entry(content, name, run(text, STYLE if name == "log.level" else ""))
    content = with_body(
        content,
        lambda body: body.replace('<w14:checked w14:val="0"/>', '<w14:checked w14:val="1"/>', 1),
    )
    (tmp_path / "plan.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run(
        [*command, "--outdir", tmp_path / "saved", tmp_path / "plan.docx"],
        check=True,
        capture_output=True,
        timeout=150,
    )
    filled = read((tmp_path / "saved" / "plan.docx").read_bytes(), page)
    # LibreOffice drops some titles.
    entered = [one.rpartition(": ")[2] for one in filled]
    assert {"1 Dec 2026", "Ann", "2 incident"} <= set(entered)
    assert len(entered) == 4
