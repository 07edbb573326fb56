"""Every document is sound Word: a validator, what validators overlook, and other readers."""

import functools
import io
import zipfile
from collections import Counter
from itertools import pairwise

import docx
import mammoth
import pytest
from docx2python import docx2python
from openxml_audit import OpenXmlValidator

from wizard import examples
from wizard.documents import page, templates, writing
from wizard.documents.writing import word
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DC = "{http://purl.org/dc/elements/1.1/}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
ON_REQUEST = ("acknowledgement-form", "refusal-record")
LONGEST_NAME = 64
TRADES = [trade for trade in examples.trades() if trade != examples.EMPTY]
# Each trade with its invented business and without any facts, and the empty start.
STARTS = [
    *((trade, start) for trade in TRADES for start in ("facts", "no facts")),
    (examples.EMPTY, "no facts"),
]


def answers_of(trade, start, language):
    make = examples.with_facts if start == "facts" else examples.start
    return interview.read(trade, make(trade, language=language))


@functools.cache
def default_set(trade, start, language, today):
    """The default documents and the questionnaire as bytes, by id."""
    answers = answers_of(trade, start, language)
    return {
        document: word(document, answers, language, today)
        for document, template in templates.documents(language).items()
        if template.default or template.aside
    }


@pytest.fixture(scope="module")
def validator():
    return OpenXmlValidator()


@pytest.fixture(params=STARTS, ids=" ".join)
def start(request):
    return request.param


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def documents(start, language, today):
    return default_set(*start, language, today)


@pytest.fixture
def on_request(start, language, today):
    """What is printed for one person, as bytes by id."""
    answers = answers_of(*start, language)
    return {document: word(document, answers, language, today) for document in ON_REQUEST}


def test_the_validator_finds_nothing(documents, validator, tmp_path):
    findings = []
    for name, content in documents.items():
        file = tmp_path / f"{name}.docx"
        file.write_bytes(content)
        findings += [f"{name}: {finding}" for finding in validator.validate(file).errors]
    assert findings == []


def test_every_cell_ends_in_a_paragraph_and_every_row_fills_its_grid(documents, read_part):
    for name, content in documents.items():
        for table in read_part(content, "word/document.xml").iter(f"{W}tbl"):
            columns = len(table.find(f"{W}tblGrid"))
            for row in table.findall(f"{W}tr"):
                cells = row.findall(f"{W}tc")
                assert all(cell[-1].tag == f"{W}p" for cell in cells), name
                assert sum(span(cell) for cell in cells) == columns, name


def span(cell):
    found = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if found is None else int(found.get(f"{W}val"))


def test_every_style_resolves(documents, read_part):
    for name, content in documents.items():
        styles = read_part(content, "word/styles.xml")
        known = Counter(style.get(f"{W}styleId") for style in styles.iter(f"{W}style"))
        assert [style for style, count in known.items() if count > 1] == [], name
        used = {
            one.get(f"{W}val")
            for part in ("word/document.xml", "word/footer1.xml", "word/styles.xml")
            for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
            for one in read_part(content, part).iter(f"{W}{tag}")
        }
        assert used - set(known) == set(), name


def test_every_numbering_resolves(documents, read_part):
    for name, content in documents.items():
        numbering = read_part(content, "word/numbering.xml")
        levels = {
            one.get(f"{W}abstractNumId"): {level.get(f"{W}ilvl") for level in one.iter(f"{W}lvl")}
            for one in numbering.iter(f"{W}abstractNum")
        }
        numbers = {
            one.get(f"{W}numId"): one.find(f"{W}abstractNumId").get(f"{W}val")
            for one in numbering.iter(f"{W}num")
        }
        assert set(numbers.values()) <= set(levels), name
        for part in ("word/document.xml", "word/styles.xml"):
            for one in read_part(content, part).iter(f"{W}numPr"):
                number = one.find(f"{W}numId").get(f"{W}val")
                level = one.find(f"{W}ilvl")
                assert (level.get(f"{W}val") if level is not None else "0") in levels[
                    numbers[number]
                ], name


def test_every_relationship_resolves_and_every_part_has_a_type(documents, read_part):
    for name, content in documents.items():
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = set(archive.namelist())
            assert len(parts) == len(archive.namelist()), name
        known = set()
        for relation in read_part(content, "word/_rels/document.xml.rels").iter(RELATION):
            known.add(relation.get("Id"))
            if relation.get("TargetMode") != "External":
                assert f"word/{relation.get('Target')}" in parts, name
        for relation in read_part(content, "_rels/.rels").iter(RELATION):
            assert relation.get("Target") in parts, name
        used = {
            value
            for element in read_part(content, "word/document.xml").iter()
            for attribute, value in element.attrib.items()
            if attribute.startswith(R)
        }
        assert used - known == set(), name
        types = read_part(content, "[Content_Types].xml")
        endings = {one.get("Extension") for one in types if one.get("Extension")}
        named = {one.get("PartName") for one in types if one.get("PartName")}
        assert {one for one in named if one.lstrip("/") not in parts} == set(), name
        for part in parts - {"[Content_Types].xml"}:
            assert f"/{part}" in named or part.rpartition(".")[2] in endings, f"{name}: {part}"


def test_every_content_control_has_an_id_of_its_own_and_a_name(documents, on_request, read_part):
    for name, content in {**documents, **on_request}.items():
        controls = list(read_part(content, "word/document.xml").iter(f"{W}sdtPr"))
        ids = [control.find(f"{W}id").get(f"{W}val") for control in controls]
        assert len(ids) == len(set(ids)), name
        for control in controls:
            assert 0 < len(control.find(f"{W}alias").get(f"{W}val").strip()) <= LONGEST_NAME, name
            if not is_box(control):
                assert 0 < len(control.find(f"{W}tag").get(f"{W}val")) <= LONGEST_NAME, name


def test_nothing_of_a_place_to_fill_in_is_printed_but_its_paper_form(
    documents, on_request, start, language, today, read_part
):
    answers = answers_of(*start, language)
    for name, content in {**documents, **on_request}.items():
        markup = page.parse(writing.markup(name, answers, language, today))
        controls = [
            control
            for control in read_part(content, "word/document.xml").iter(f"{W}sdt")
            if not is_box(control.find(f"{W}sdtPr"))
        ]
        places = list(markup.iter(*page.PLACES))
        shown = [visible(control.find(f"{W}sdtContent")) for control in controls]
        assert shown == [visible(place) for place in places], name
        waiting = [control.find(f"{W}sdtPr/{W}showingPlcHdr") for control in controls]
        assert None not in waiting, name


def is_box(properties):
    return properties.find(f"{W14}checkbox") is not None


def visible(element):
    """What of an element leaves ink on paper, but for rules."""
    return "".join("".join(element.itertext()).replace("\N{ZERO WIDTH SPACE}", "").split())


def test_a_document_says_its_title_and_its_language(documents, language, read_part):
    locale = {"en": "en-GB", "ru": "ru-RU"}[language]
    for name, content in documents.items():
        core = read_part(content, "docProps/core.xml")
        assert core.findtext(f"{DC}title") == templates.documents(language)[name].title
        assert core.findtext(f"{DC}language") == locale
        default = read_part(content, "word/styles.xml").find(
            f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"
        )
        assert default.get(f"{W}val") == locale


def test_a_table_with_heads_repeats_them_and_is_described(documents, read_part):
    for name, content in documents.items():
        for table in read_part(content, "word/document.xml").iter(f"{W}tbl"):
            rows = table.findall(f"{W}tr")
            heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
            look = table.find(f"{W}tblPr/{W}tblLook")
            assert heads[0] == (look.get(f"{W}firstRow") == "1"), name
            assert not any(later and not earlier for earlier, later in pairwise(heads)), name
            if heads[0]:
                assert len(heads) > heads.count(True), f"{name} has a table of heads alone"
                described = table.find(f"{W}tblPr/{W}tblDescription")
                assert described is not None, name
                assert described.get(f"{W}val").strip(), name


def test_headings_never_skip_a_level_and_are_never_empty(documents, read_part):
    for name, content in documents.items():
        level = 1
        for paragraph in read_part(content, "word/document.xml").iter(f"{W}p"):
            style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
            if style.startswith("Heading"):
                text = "".join(paragraph.itertext())
                assert text.strip(), name
                assert int(style[-1]) <= level + 1, f"{name}: {text}"
                level = int(style[-1])


# Word has counted in Russian letters for long; docx2python has yet to learn it, and says so.
@pytest.mark.filterwarnings("ignore:russianLower numbering format:UserWarning")
@pytest.mark.parametrize("trade", TRADES)
def test_other_readers_open_the_documents_and_see_the_business(trade, language, today):
    business = answers_of(trade, "facts", language).business
    for name, content in default_set(trade, "facts", language, today).items():
        expected = business.legal_name if name == "acknowledgement" else business.name
        for read in (with_python_docx, with_mammoth, with_docx2python):
            assert expected.own in read(content), f"{name} {read.__name__}"


def with_python_docx(content):
    return "".join(docx.Document(io.BytesIO(content)).element.body.itertext())


def with_mammoth(content):
    return mammoth.extract_raw_text(io.BytesIO(content)).value


def with_docx2python(content):
    with docx2python(io.BytesIO(content)) as document:
        return document.text


@pytest.mark.parametrize("trade", examples.trades())
def test_no_catalogue_text_is_left_with_a_placeholder(trade, language, today, read_paragraphs):
    for start in ("facts", "no facts"):
        for name, content in default_set(trade, start, language, today).items():
            said = "\n".join(read_paragraphs(content))
            assert "{" not in said, name
            assert "None" not in said, name


def test_equal_answers_give_equal_bytes(language, today):
    answers = answers_of("cafe", "facts", language)
    for document in templates.documents(language):
        once, again = (word(document, answers, language, today) for _ in range(2))
        assert once == again


def test_documents_on_request_are_sound_too(on_request, validator, tmp_path, read_part):
    for name, content in on_request.items():
        file = tmp_path / f"{name}.docx"
        file.write_bytes(content)
        assert validator.validate(file).errors == [], name
        cells = read_part(content, "word/document.xml").iter(f"{W}tc")
        assert all(cell[-1].tag == f"{W}p" for cell in cells), name
