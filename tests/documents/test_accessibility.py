"""No document shuts anybody out, and each rule that says so is raised by a file that does."""

import io
import zipfile

import pytest

from tests.documents import letterheads, samples
from tests.documents.accessibility import findings
from wizard.documents import page
from wizard.documents.word import package
from wizard.i18n import LANGUAGES

MARKUP = """<page>
<p class="title">Care</p>
<h1>Scenario 1: Flood</h1>
<p>Water rises.<v>Вода прибывает</v><strong>Go</strong> <a href="https://a.example/">the map</a></p>
<h2>Near</h2>
<table summary="Who"><thead><tr><th>Who</th><th>Level</th></tr></thead>
<tbody><tr><td>Ann</td><td class="level-high">high</td></tr>
<tr class="sign"><td>Bob</td><td></td></tr></tbody></table>
<section class="columns"><section><p>Left</p></section><section><p>Right</p></section></section>
<ul class="checks"><li>Done</li></ul>
<p>Signed: <blank size="9"/></p>
</page>"""
BODY, STYLES, CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
PICTURE = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:docPr id="1" name="Logo"{more}</wp:inline></w:drawing></w:r>'
)
DECORATIVE = (
    '><a:ext xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><d:decorative '
    'xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
    "</wp:docPr>"
)
SAID = '<w:r><w:t xml:space="preserve">Water rises.</w:t></w:r>'
EMPTY = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr></w:p>'
SEAM = '<w:p><w:pPr><w:pStyle w:val="Seam"/></w:pPr></w:p>'
MUTED = '<w:r><w:rPr><w:rStyle w:val="Muted"/></w:rPr><w:t xml:space="preserve">high'
HEADING1 = '<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:pageBreakBefore/></w:pPr>'


def written(markup, language="en"):
    paper = package.Paper("plan", language, "a4", "", binding=False)
    return package.write(
        page.parse(markup), paper, package.Imprint("Care", "Ann", "Care", "", samples.DAY)
    )


def good(language="en"):
    return written(MARKUP.replace("<h1>", '<section class="new-page"><h1>').replace(
        "</h1>", "</h1></section>"
    ), language)  # fmt: skip


def changed(content, *changes):
    """The file with pieces of its parts replaced wherever they stand: (part, old, new)."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for part, old, new in changes:
        assert old in parts[part], old
        parts[part] = parts[part].replace(old, new)
    return letterheads.zipped(parts)


def test_nothing_is_found_where_all_is_well():
    assert findings(good()) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ((CORE, "<dc:title>Care<", "<dc:title> <"), "has no title"),
        ((CORE, "<dc:language>en-GB", "<dc:language>ru-RU"), "The text is in en-GB"),
        ((STYLES, 'w:lang w:val="en-GB"', 'w:lang w:val=""'), "in no language"),
        ((BODY, '<w:lang w:val="ru-RU"/>', ""), "«Вода прибывает» does not say"),
        ((BODY, "Вода прибывает", "Flood"), "«Flood» says that it is in ru-RU"),
        ((BODY, '"Heading2"', '"Heading3"'), "«Near» is of level 3 after level 1"),
        ((BODY, ">Near<", "> <"), "A heading is empty"),
        ((BODY, '<w:tblDescription w:val="Who"/>', ""), "has no description"),
        ((BODY, "<w:tblHeader/>", ""), "does not repeat its header row"),
        ((BODY, '<w:cantSplit/><w:trHeight', '<w:cantSplit/><w:tblHeader/><w:trHeight'),
         "heads where rows should be"),
        ((BODY, ">Level<", "><"), "a head that says nothing"),
        ((BODY, '<w:tcW w:w="4819" w:type="dxa"/><w:shd', '<w:tcW w:w="4819" w:type="dxa"/>'
         "<w:vMerge/><w:shd"), "merged cells"),
        ((BODY, '"HouseGrid"', '"HousePlain"'), "The layout «WhoLevelAnn"),
        ((BODY, SAID, SAID + PICTURE.format(more="/>")), "Logo has no alternative text"),
        ((BODY, ">the map<", ">Here<"), "The link «Here» does not say"),
        ((BODY, '<w:alias w:val="Done"/>', ""), "A box to tick has no name"),
        ((STYLES, '<w:color w:val="0F5F55"/><w:sz w:val="40"/>',
          '<w:color w:val="BBBBBB"/><w:sz w:val="40"/>'), "«Care» is BBBBBB on FFFFFF: 1.92 : 1"),
        ((BODY, '<w:r><w:t xml:space="preserve">high', MUTED), "5B6470 on F8CD8B: 4.03 : 1"),
        ((BODY, SAID, SAID.replace("<w:r>", '<w:r><w:rPr><w:color w:val="777777"/></w:rPr>')),
         "has color of its own"),
        ((BODY, HEADING1, EMPTY + HEADING1), "An empty paragraph makes room"),
        ((BODY, HEADING1, SEAM + HEADING1), "Word needs none, before «Scenario 1"),
        ((STYLES, 'w:line="20" w:lineRule="exact"', 'w:line="240" w:lineRule="auto"'),
         "A seam is not one point high"),
        ((BODY, "Water rises.", "Water  rises."), "a gap made of characters"),
        ((BODY, "Water rises.", "Sign: ____"), "a gap made of characters"),
        ((BODY, "Water rises.</w:t>", "Water</w:t><w:tab/>"), "no stop for it"),
        ((BODY, "\N{ZERO WIDTH SPACE}", ""), "is not one of no-break spaces"),
        ((BODY, '"Heading2"', '"Level2"'), "has the style Level2"),
        ((BODY, '<w:pStyle w:val="Heading2"/>', ""), "has the style of nobody"),
        ((BODY, '<w:rStyle w:val="Strong"/>', "<w:b/>"), "has b of its own"),
        ((BODY, '<w:pStyle w:val="Heading2"/>',
          '<w:pStyle w:val="Heading2"/><w:spacing w:before="400"/>'), "has spacing of its own"),
        ((STYLES, '<w:keepNext/><w:keepLines/><w:spacing w:before="140"',
          '<w:keepLines/><w:spacing w:before="140"'), "«Near» may end a page"),
        ((BODY, "<w:cantSplit/>", ""), "«WhoLevel» may break across pages"),
        ((STYLES, "<w:widowControl/>", '<w:widowControl w:val="0"/>'), "a line alone on a page"),
        ((BODY, '<w:trHeight w:val="567"', '<w:trHeight w:val="400"'), "«Bob» is too low"),
        ((BODY, 'w:hRule="atLeast"', 'w:hRule="exact"'), "«Bob» is too low"),
        ((BODY, HEADING1, HEADING1.replace("<w:pageBreakBefore/>", "")),
         "«Scenario 1: Flood» does not begin a page"),
        ((BODY, SEAM, ""), "run together"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)  # fmt: skip
def test_each_rule_is_raised_by_a_file_that_breaks_it(change, said):
    assert [one for one in findings(changed(good(), change)) if said in one]


def test_a_picture_that_only_decorates_needs_no_words():
    picture = PICTURE.format(more=DECORATIVE)
    assert findings(changed(good(), (BODY, SAID, SAID + picture))) == []


def test_a_heading_has_something_below_it():
    (found,) = findings(written('<page><p class="title">Care</p><h1>Alone</h1></page>'))
    assert found == "The heading «Alone» has nothing below."


def test_a_document_has_a_heading():
    assert findings(written("<page><p>Alone</p></page>")) == ["There is no heading."]


def test_a_russian_page_says_where_a_sentence_is_english_but_not_for_a_name():
    name = "<v>Coffee Corner of Leeds</v>"
    page_of = '<page><p class="title">Вода</p><p>Пишите нам: {}</p></page>'
    sentence = page_of.format("<v>We answer within two hours.</v>")
    assert findings(written(page_of.format("<v>Coffee Corner</v>"), "ru")) == []
    assert findings(written(page_of.format(name), "ru")) == []
    (found,) = findings(changed(written(sentence, "ru"), (BODY, '<w:lang w:val="en-GB"/>', "")))
    assert "does not say that it is in en-GB" in found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sample", samples.SAMPLES)
def test_no_example_has_a_finding(sample, language):
    """Also where the owner writes in the other language."""
    for name, document in samples.documents(sample, language).items():
        assert findings(document.content) == [], name
