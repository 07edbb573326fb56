"""A Word file read back: the same normal form as its page, whatever a person filled in."""

import datetime as dt
import io
import shutil
import subprocess
import zipfile

import pytest

from wizard import examples
from wizard.documents import normal, reading_back, templates
from wizard.documents.edition import Edition
from wizard.documents.frozen import freeze, word
from wizard.errors import UserError
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview

STARTS = [
    *((trade, start) for trade in examples.trades() for start in ("facts", "no facts")),
]
DAY = dt.date(2026, 12, 1)
BODY = "word/document.xml"
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def frozen_set(trade, start, language):
    make = examples.with_facts if start == "facts" else examples.start
    answers = interview.read(trade, make(trade, language=language))
    for document, template in templates.documents(language).items():
        if not template.aside:
            yield document, freeze(document, answers, language, DAY, Edition(2, DAY))


def published(language="en", document="guide", trade="cafe"):
    answers = interview.read(trade, examples.with_facts(trade, language=language))
    page = freeze(document, answers, language, DAY, Edition(2, DAY))
    return page, word(page, Edition(2, DAY, page.fingerprint))


def lines_of(page):
    return tuple(line.text for line in normal.lines(page.markup))


def with_parts(content, changed):
    """The file with some parts replaced; a function gets the old text."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode()
            new.writestr(name, changed[name](part) if name in changed else part)
    return buffer.getvalue()


def with_body(content, *pairs):
    def change(part):
        for old, new in pairs:
            assert old in part
            part = part.replace(old, new, 1)
        return part

    return with_parts(content, {BODY: change})


def with_paragraphs(xml):
    """A file whose body is the XML."""
    _, content = published()
    body = (
        f'<w:document {NAMESPACE} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
        f"<w:body>{xml}</w:body></w:document>"
    )
    return with_parts(content, {BODY: lambda _part: body})


def letters(text):
    """The text without white space, which an editor may break anywhere."""
    return "".join(text.split())


@pytest.mark.parametrize("start", STARTS, ids=" ".join)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_reads_as_its_page(start, language):
    for document, page in frozen_set(*start, language):
        found = reading_back.lines_of_word(word(page, Edition(2, DAY, "0" * 64)))
        assert found.lines == lines_of(page), document
        assert found.fingerprint == page.fingerprint, document
        assert found.filled == (), document
        assert letters(found.stamps) == letters(normal.stamps(page.markup)), document


@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed: no file goes through it"
)
def test_a_file_that_libreoffice_saved_reads_as_its_page(tmp_path):
    pages = {}
    for language in LANGUAGES:
        for start in (("cafe", "facts"), (examples.EMPTY, "no facts")):
            for document, page in frozen_set(*start, language):
                name = f"{'-'.join(start)}-{language}-{document}.docx".replace(" ", "-")
                pages[name] = page
                content = word(page, Edition(2, DAY, page.fingerprint))
                (tmp_path / name).write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    saved = tmp_path / "saved"
    files = [tmp_path / name for name in pages]
    form = "docx:MS Word 2007 XML"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", form, "--outdir", saved, *files],
        check=True,
        capture_output=True,
        timeout=150,
    )
    for name, page in pages.items():
        content = (saved / name).read_bytes()
        found = reading_back.lines_of_word(content)
        assert found.lines == lines_of(page), name
        assert found.filled == (), name
        assert letters(found.stamps) == letters(normal.stamps(page.markup)), name
        marks = reading_back.marks(content)
        assert (marks.document, marks.fingerprint) == (page.document, page.fingerprint), name


def test_a_published_file_says_what_it_is():
    page, content = published("ru")
    found = reading_back.marks(content)
    assert found == reading_back.Marks("guide", "ru", 2, DAY, page.fingerprint)


def test_a_file_of_somebody_else_says_nothing():
    from docx import Document

    stream = io.BytesIO()
    Document().save(stream)
    assert reading_back.marks(stream.getvalue()) is None


@pytest.mark.parametrize("value", ["two", "", "2 < 3"])
def test_marks_that_make_no_sense_are_none(value):
    from wizard.documents.word.runs import escape

    _, content = published()
    told = with_parts(
        content, {"docProps/custom.xml": lambda part: part.replace(">2<", f">{escape(value)}<")}
    )
    assert reading_back.marks(told) is None


def test_a_changed_word_is_told_by_its_line():
    page, content = published()
    told = with_body(content, ("This policy is not part", "This policy is part"))
    found = reading_back.lines_of_word(told)
    assert found.fingerprint != page.fingerprint
    (difference,) = reading_back.differences(lines_of(page), found.lines)
    (was,), (became,) = difference.published, difference.found
    assert was.startswith("This policy is not part of")
    assert became.startswith("This policy is part of")


def test_the_first_differences_are_told_and_no_more():
    page = [f"line {number}" for number in range(40)]
    file = [line if number % 4 else line + "!" for number, line in enumerate(page)]
    found = reading_back.differences(page, file, most=3)
    assert [one.found for one in found] == [("line 0!",), ("line 4!",), ("line 8!",)]
    assert reading_back.differences(page, page) == ()
    assert reading_back.differences(page, page[:-1]) == (reading_back.Difference(("line 39",), ()),)


def test_a_ticked_box_is_filled_in_and_alters_nothing():
    page, content = published()
    found = reading_back.lines_of_word(
        with_body(content, ('<w14:checked w14:val="0"/>', '<w14:checked w14:val="1"/>'))
    )
    assert found.fingerprint == page.fingerprint
    (ticked,) = found.filled
    assert ticked in found.lines


def test_a_blank_written_into_is_filled_in_and_alters_nothing():
    page, content = published(trade=examples.EMPTY)
    style = '<w:rStyle w:val="Blank"/></w:rPr><w:t xml:space="preserve">'
    found = reading_back.lines_of_word(with_body(content, (style, f"{style}Ann ")))
    assert found.fingerprint == page.fingerprint
    assert found.filled == ("Ann",)


def test_an_order_number_written_into_its_blank_is_filled_in_too():
    page, content = published("ru", trade=examples.EMPTY)
    style = '<w:rStyle w:val="StampBlank"/></w:rPr><w:t xml:space="preserve">'
    found = reading_back.lines_of_word(with_body(content, (style, f"{style}14 ")))
    assert found.fingerprint == page.fingerprint
    assert found.filled == ("14",)


def test_text_that_takes_the_place_of_a_blank_is_filled_in_too():
    blank = '<w:r><w:rPr><w:rStyle w:val="Blank"/></w:rPr><w:t>{}</w:t></w:r>'
    xml = f"<w:p><w:r><w:t>Kept by: </w:t></w:r>{blank.format('An')}{blank.format('n')}</w:p>"
    found = reading_back.lines_of_word(with_paragraphs(xml))
    assert found == reading_back.ReadBack(("Kept by: _",), ("Ann",))


def test_a_style_is_known_by_its_name_whatever_its_id():
    page, content = published()
    ids = ("Stamp", "StampBlank", "Blank", "CheckItem")

    def renamed(part):
        for one in ids:
            part = part.replace(f'w:val="{one}"/>', f'w:val="x{one}"/>')
        return part

    def restyled(part):
        for one in ids:
            part = part.replace(f'w:styleId="{one}"', f'w:styleId="x{one}"')
        return part

    told = with_parts(content, {BODY: renamed, "word/styles.xml": restyled})
    assert reading_back.lines_of_word(told).fingerprint == page.fingerprint


def test_two_blanks_side_by_side_stay_two():
    xml = "".join(
        '<w:r><w:rPr><w:rStyle w:val="Blank"/></w:rPr><w:t>\u200b\u00a0\u00a0</w:t></w:r>'
        for _ in range(2)
    )
    assert reading_back.lines_of_word(with_paragraphs(f"<w:p>{xml}</w:p>")).lines == ("__",)


@pytest.mark.parametrize(
    ("xml", "lines"),
    [
        (
            "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>",
            ("new",),
        ),
        (
            "<w:p><w:moveFrom><w:r><w:t>here</w:t></w:r></w:moveFrom></w:p>"
            "<w:p><w:moveTo><w:r><w:t>here</w:t></w:r></w:moveTo></w:p>",
            ("here",),
        ),
        (
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>one </w:t></w:r></w:p>"
            "<w:p><w:r><w:t>two</w:t></w:r></w:p>",
            ("one two",),
        ),
        ("<w:p><w:r><w:t>a</w:t></w:r><w:r><w:drawing/></w:r></w:p>", ("a\ufffc",)),
        ("<w:p><w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r></w:p>", ("a\u2011b",)),
        ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>", ("a b",)),
    ],
)
def test_what_word_does_to_a_text_is_read_as_a_reader_sees_it(xml, lines):
    assert reading_back.lines_of_word(with_paragraphs(xml)).lines == lines


def zipped(parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


ENTITY = '<!DOCTYPE w [<!ENTITY e "x">]><w:document {}><w:p>&e;</w:p></w:document>'
NO_WORD = {
    "empty": b"",
    "text": b"hello",
    "half a file": published()[1][:2000],
    "another zip": zipped({"a.txt": "a"}),
    "broken part": zipped({BODY: "<w:document"}),
    "entities": zipped({BODY: ENTITY.format(NAMESPACE)}),
    "huge": zipped({BODY: " " * (reading_back.MOST_UNPACKED + 1)}),
}


@pytest.mark.parametrize("content", NO_WORD.values(), ids=NO_WORD)
def test_what_is_no_word_file_is_refused_with_a_way_out(content):
    with pytest.raises(UserError):
        reading_back.lines_of_word(content)


@pytest.mark.parametrize("kind", ["empty", "text", "half a file", "another zip", "huge"])
def test_what_is_no_word_file_has_no_marks(kind):
    with pytest.raises(UserError):
        reading_back.marks(NO_WORD[kind])
