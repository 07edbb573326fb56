"""The logo on a page: its size, where it stands, what it is called, and what may not be one."""

import dataclasses
import io
import zipfile

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from tests.documents import letterheads as made
from wizard import examples
from wizard.documents import frozen, logo, normal, reading_back, templates
from wizard.documents.house import EMU_A_TWIP
from wizard.documents.rich.leaves import leaf
from wizard.documents.writing import word
from wizard.errors import UserError
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview

NAME = "e" * 64
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PICTURE = made.png(24)


def answers_of(language, **more):
    answers = interview.read("cafe", examples.with_facts("cafe", language=language))
    business = dataclasses.replace(answers.business, logo=NAME, **more)
    return dataclasses.replace(answers, business=business)


def printed(document, language, today, **more):
    return word(document, answers_of(language, **more), language, today, stationery={NAME: PICTURE})


def body_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def wide_png(width, height):
    content = bytearray(made.png(1))
    content[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return bytes(content)


@pytest.mark.parametrize(
    ("pixels", "printed_at"),
    [
        ((100, 100), (logo.HIGHEST, logo.HIGHEST)),
        ((3000, 100), (logo.WIDEST, round(logo.WIDEST / 30))),
        ((10, 20), (logo.HIGHEST // 2, logo.HIGHEST)),
    ],
)
def test_a_picture_is_as_large_as_there_is_room_for(pixels, printed_at):
    found = logo.read(wide_png(*pixels))
    assert (found.width, found.height) == pytest.approx(printed_at, abs=1)
    assert found.ending == "png"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a\x01\x00\x01\x00\x80\x00\x00",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        wide_png(0, 10),
        wide_png(30_000, 10_000),
        wide_png(4000, 10),
    ],
)
def test_what_cannot_be_printed_is_no_logo(content):
    with pytest.raises(ValueError, match="picture"):
        logo.read(content)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("document", templates.documents("en"))
def test_it_stands_once_on_pages_in_colour_and_never_on_sober_ones(
    document, language, today, tmp_path
):
    content = printed(document, language, today)
    frames = list(body_of(content).iter(f"{WP}anchor"))
    template = templates.documents(language)[document]
    is_wanted = template.look != "sober" and not (template.aside or template.bare)
    assert len(frames) == is_wanted
    if is_wanted:
        described = frames[0].find(f"{WP}docPr").get("descr")
        assert (
            described == {"en": "Logo: Coffee Corner", "ru": "Логотип: Кофейный уголок"}[language]
        )
        extent = frames[0].find(f"{WP}extent")
        assert int(extent.get("cy")) == logo.HIGHEST * EMU_A_TWIP
        file = tmp_path / "logo.docx"
        file.write_bytes(content)
        assert OpenXmlValidator().validate(file).errors == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("document", templates.documents("en"))
def test_words_stand_beside_it_and_tables_below(document, language, today):
    answers = answers_of(language)
    found = leaf(document, answers, language, today, stationery={NAME: PICTURE})
    if found.logo is not None:
        first, second, *_ = found.blocks
        assert first.style.right == second.style.right == found.logo.width + 284


def test_it_is_no_part_of_what_a_page_says(today):
    with_logo = printed("promise", "en", today)
    page = frozen.freeze("promise", answers_of("en"), "en", today)
    expected = tuple(line.text for line in normal.lines(page.markup))
    assert reading_back.lines_of_word(with_logo).lines == expected
    plain = dataclasses.replace(page, logo="")
    assert plain.fingerprint == page.fingerprint


def test_another_picture_in_the_text_is_told(today):
    content = printed("promise", "en", today)
    parts = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"Policy logo", b"Stamp")
    page = frozen.freeze("promise", answers_of("en"), "en", today)
    expected = tuple(line.text for line in normal.lines(page.markup))
    assert reading_back.lines_of_word(made.zipped(parts)).lines != expected


def test_a_letterhead_has_a_logo_of_its_own(today):
    answers = answers_of("en", letterhead="f" * 64)
    stationery = {"f" * 64: made.zipped(made.plain()), NAME: PICTURE}
    content = word("promise", answers, "en", today, stationery=stationery)
    assert not list(body_of(content).iter(f"{WP}anchor"))
    assert leaf("promise", answers, "en", today, stationery=stationery).logo is None


def test_a_logo_that_is_none_is_told_when_printing_and_done_without_before(today):
    with pytest.raises(UserError, match="logo"):
        word("promise", answers_of("en"), "en", today, stationery={NAME: b"no picture"})
    for stationery in ({NAME: b"no picture"}, {}):
        assert leaf("promise", answers_of("en"), "en", today, stationery=stationery).logo is None


def test_a_name_with_quotes_and_brackets_describes_it(today):
    answers = answers_of("en")
    business = dataclasses.replace(
        answers.business, name=dataclasses.replace(answers.business.name, own='Tea "<b>" & Co')
    )
    answers = dataclasses.replace(answers, business=business)
    content = word("promise", answers, "en", today, stationery={NAME: PICTURE})
    assert next(body_of(content).iter(f"{WP}docPr")).get("descr") == 'Logo: Tea "<b>" & Co'
