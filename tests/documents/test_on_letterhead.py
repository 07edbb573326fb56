"""Documents printed on a letterhead: its page and strips stay, our styles and numbers hold."""

import dataclasses
import io
import zipfile

import pytest
from lxml import etree

from tests.documents import letterheads as made
from wizard import examples
from wizard.documents import frozen, house, normal, reading_back, templates
from wizard.documents.word.base import Paper, base
from wizard.documents.writing import word
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NAME = "f" * 64
STYLES = "word/styles.xml"


@pytest.fixture(params=made.BASES)
def paper(request):
    return made.zipped(made.BASES[request.param]())


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


def answers_of(language, trade="cafe"):
    answers = interview.read(trade, examples.with_facts(trade, language=language))
    business = dataclasses.replace(answers.business, letterhead=NAME)
    return dataclasses.replace(answers, business=business)


def printed(content, language, today, document="guide"):
    return word(document, answers_of(language), language, today, stationery={NAME: content})


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(content, part):
    return etree.fromstring(parts_of(content)[part])


def text_of(element):
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def strips(content):
    """The text of each header and footer by kind and pages, as the section refers to them."""
    parts = parts_of(content)
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"])
    targets = {one.get("Id"): one.get("Target") for one in relations}
    section = etree.fromstring(parts["word/document.xml"]).find(f"{W}body/{W}sectPr")
    return {
        (one.tag.removeprefix(W).removesuffix("Reference"), one.get(f"{W}type")): text_of(
            etree.fromstring(parts[f"word/{targets[one.get(f'{R}id')]}"])
        )
        for one in section
        if one.tag.endswith("Reference")
    }


def style(content, number):
    found = [one for one in tree(content, STYLES) if one.get(f"{W}styleId") == number]
    assert len(found) == 1, number
    return found[0]


def changed(part, old, new, make=made.plain):
    parts = make()
    assert old in parts[part]
    return made.zipped(parts | {part: parts[part].replace(old, new)})


@pytest.mark.parametrize("document", templates.documents("en"))
def test_nothing_of_the_text_is_lost_on_it(paper, document, language, today):
    answers = answers_of(language)
    page = frozen.freeze(document, answers, language, today)
    content = word(document, answers, language, today, stationery={NAME: paper})
    expected = tuple(line.text for line in normal.lines(page.markup))
    assert reading_back.lines_of_word(content).lines == expected


def test_a_questionnaire_for_the_owner_stays_on_the_house_s_own(today):
    answers = answers_of("en")
    assert frozen.freeze("questionnaire", answers, "en", today).letterhead == ""
    assert word("questionnaire", answers, "en", today)


def test_a_letterhead_that_is_not_at_hand_is_a_bug_and_not_another_paper(today):
    with pytest.raises(KeyError, match=NAME):
        word("guide", answers_of("en"), "en", today)


def test_equal_input_gives_equal_bytes_and_nothing_of_our_marks_stays(paper, language, today):
    content = printed(paper, language, today)
    base.cache_clear()
    assert printed(paper, language, today) == content
    assert [name for name, part in parts_of(content).items() if b"<?l" in part] == []
    assert [name for name, part in parts_of(content).items() if b"<?i" in part] == []


def test_the_page_is_the_letterhead_s(today):
    section = tree(printed(made.zipped(made.plain()), "ru", today), "word/document.xml").find(
        f"{W}body/{W}sectPr"
    )
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert [margins.get(f"{W}{side}") for side in ("top", "right", "bottom", "left")] == [
        "1134", "851", "1134", "1701",
    ]  # fmt: skip


def test_tables_are_as_wide_as_the_text_of_the_letterhead(today):
    content = printed(made.zipped(made.plain()), "ru", today)
    widths = {int(one.get(f"{W}w")) for one in tree(content, "word/document.xml").iter(f"{W}tblW")}
    assert max(widths) - (11906 - 851 - 1701) in range(-4, 5)


def test_header_and_footers_stay_and_our_line_stands_above_each_footer(language, today):
    found = strips(printed(made.zipped(made.designed()), language, today))
    header = "Coffee Corner Ltd1 Mill Lane, LeedsIn a boxIn a box"
    assert found["header", "default"] == found["header", "first"] == header
    title = templates.documents(language)["guide"].title
    for pages, own in (("default", "Page 2"), ("first", "Registered in England, 1234567")):
        footer = found["footer", pages]
        assert footer.endswith(own)
        assert title in footer
        assert {"en": "page ", "ru": "стр."}[language] in footer


def test_pages_without_a_footer_get_our_line_too(today):
    def make():
        parts = made.plain()
        only = made.section(made.stands("header", "rId2") + "<w:titlePg/>")
        return parts | {"word/document.xml": made.body(only)}

    found = strips(printed(made.zipped(make()), "en", today))
    assert set(found) == {("header", "default"), ("footer", "default"), ("footer", "first")}
    assert found["footer", "first"] == found["footer", "default"]
    assert "page 1 of 1" in found["footer", "first"]


def test_even_pages_keep_their_own_and_get_our_line(today):
    found = strips(printed(made.zipped(made.from_libreoffice("de")), "en", today))
    assert found["header", "even"] == ""
    assert found["header", "default"] == "ООО «Уголок», Казань"
    assert "page 1 of 1" in found["footer", "even"]


@pytest.mark.parametrize("part", ["word/header1.xml", "word/footer1.xml"])
def test_pages_that_count_themselves_are_not_counted_twice(part, today):
    counted = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    ends = {"word/header1.xml": "</w:hdr>", "word/footer1.xml": "</w:ftr>"}
    content = printed(changed(part, ends[part], counted + ends[part]), "en", today)
    fields = [
        one.get(f"{W}instr").strip()
        for name in ("word/header1.xml", "word/footer1.xml")
        for one in tree(content, name).iter(f"{W}fldSimple")
    ]
    assert fields == ["PAGE"]
    assert "Draft" in strips(content)["footer", "default"]


def test_its_styles_take_the_place_of_ours_and_the_missing_ones_are_added(paper, today):
    styles = tree(printed(paper, "en", today), STYLES)
    numbers = [one.get(f"{W}styleId") for one in styles.iter(f"{W}style")]
    names = [one.get(f"{W}val").lower() for one in styles.iterfind(f"{W}style/{W}name")]
    ours = etree.fromstring(house.styles("public", "en", "", 9000).encode())
    assert {one.get(f"{W}styleId") for one in ours.iter(f"{W}style")} <= set(numbers)
    assert len(numbers) == len(set(numbers))
    assert len(names) == len(set(names))


def test_a_heading_keeps_its_look_and_leaves_counting_and_pages_to_us(today):
    content = printed(made.zipped(made.designed()), "en", today)
    heading = style(content, "Heading1")
    assert heading.find(f"{W}rPr/{W}color").get(f"{W}val") == "1F4E79"
    assert heading.find(f"{W}pPr/{W}pageBreakBefore") is None
    assert heading.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "0"
    assert heading.find(f"{W}pPr/{W}keepNext") is not None
    assert heading.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") == "0"


def test_a_style_of_its_user_that_has_one_of_our_ids_stays_and_is_not_taken_for_ours(today):
    content = printed(made.zipped(made.designed()), "en", today)
    assert style(content, "TitleOwn").find(f"{W}name").get(f"{W}val") == "Address line"
    assert style(content, "Title").find(f"{W}name").get(f"{W}val") == "Title"


@pytest.mark.parametrize("localised", made.LOCALISED)
def test_headings_in_another_language_become_word_s_own(localised, today):
    content = printed(made.zipped(made.from_libreoffice(localised)), "en", today)
    assert style(content, "Heading1").find(f"{W}name").get(f"{W}val") == "heading 1"
    assert style(content, "Strong").find(f"{W}name").get(f"{W}val") == "Strong"


def test_the_added_styles_keep_their_proportion_to_its_text(today):
    large = changed(STYLES, '<w:sz w:val="22"/>', '<w:sz w:val="28"/>')
    sizes = [
        int(style(content, "TableText").find(f"{W}rPr/{W}sz").get(f"{W}val"))
        for content in (
            printed(large, "en", today, "promise"),
            printed(made.zipped(made.plain()), "en", today, "promise"),
        )
    ]
    assert sizes == [27, 21]


def test_what_its_plain_text_does_to_paragraphs_does_not_reach_tables_and_headings(today):
    content = printed(made.zipped(made.plain()), "ru", today)
    assert style(content, "Normal").find(f"{W}pPr/{W}ind").get(f"{W}firstLine") == "709"
    for number in ("TableText", "Heading2", "Small", "Imprint"):
        properties = style(content, number).find(f"{W}pPr")
        assert properties.find(f"{W}ind").get(f"{W}firstLine") == "0", number
        assert properties.find(f"{W}jc").get(f"{W}val") == "left", number


def test_lists_of_its_own_and_ours_do_not_mix(today):
    numbering = tree(printed(made.zipped(made.designed()), "en", today), "word/numbering.xml")
    lists = [one.get(f"{W}abstractNumId") for one in numbering.iter(f"{W}abstractNum")]
    counts = [one.get(f"{W}numId") for one in numbering.iter(f"{W}num")]
    assert lists == ["4", "8", "9", "10", "11"]
    assert counts[:5] == ["7", "8", "9", "10", "11"]
    assert len(counts) == len(set(counts))


def test_the_document_speaks_its_own_language_on_a_foreign_letterhead(language, today):
    said = '<w:lang w:val="de-DE"/><w:sz w:val="22"/>'
    content = printed(changed(STYLES, '<w:sz w:val="22"/>', said), language, today)
    spoken = [one.get(f"{W}val") for one in tree(content, STYLES).iter(f"{W}lang")]
    assert spoken == [house.LOCALES[language]]


def test_nothing_that_protects_tracks_or_leads_to_somebody_s_drive_is_taken_over(today):
    settings = made.xml(
        "settings",
        '<w:attachedTemplate r:id="rId1"/><w:trackRevisions/><w:documentProtection '
        'w:edit="readOnly" w:enforcement="1"/><w:defaultTabStop w:val="708"/>',
    )
    relations = made.relations(
        ("rId1", "attachedTemplate", "file:///C:/Users/Anna/letter.dotx", "External")
    )
    parts = made.plain()
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        made.relations(("rId9", "settings", "settings.xml")).partition(">")[2],
    )
    parts |= {"word/settings.xml": settings, "word/_rels/settings.xml.rels": relations}
    content = printed(made.zipped(parts), "en", today)
    kept = [one.tag.removeprefix(W) for one in tree(content, "word/settings.xml")]
    assert kept == ["defaultTabStop", "compat", "decimalSymbol", "listSeparator"]
    assert not any(b"Anna" in part for part in parts_of(content).values())


def test_what_stands_in_its_body_makes_room_for_our_pages(today):
    parts = made.plain()
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        "<w:body>", "<w:body>" + made.paragraph("Dear Sir or Madam")
    )
    content = printed(made.zipped(parts), "en", today)
    assert "Dear Sir" not in text_of(tree(content, "word/document.xml"))


def test_a_header_that_leads_through_many_parts_keeps_them_all(today):
    parts = made.designed()
    length = 400
    parts |= {f"word/chain{number}.xml": "<chain/>" for number in range(length)}
    parts |= {
        f"word/_rels/chain{number}.xml.rels": made.relations(
            ("rId1", "chain", f"chain{(number + 1) % length}.xml")
        )
        for number in range(length)
    }
    parts["word/_rels/header1.xml.rels"] = made.relations(
        ("rId1", "image", "media/logo.png"), ("rId2", "chain", "chain0.xml")
    )
    kept = parts_of(printed(made.zipped(parts), "en", today))
    assert sum(1 for content in kept.values() if content == b"<chain/>") == length


def test_a_margin_that_holds_fast_gives_way_below(today):
    held = changed("word/document.xml", 'w:bottom="1134"', 'w:bottom="-1134"')
    section = tree(printed(held, "en", today), "word/document.xml").find(f"{W}body/{W}sectPr")
    assert section.find(f"{W}pgMar").get(f"{W}bottom") == "1134"


def test_a_file_that_says_nothing_of_its_page_gets_word_s_own(today):
    bare = made.plain()
    bare["word/document.xml"] = made.xml("document", "<w:body><w:p/></w:body>")
    section = tree(printed(made.zipped(bare), "en", today), "word/document.xml").find(
        f"{W}body/{W}sectPr"
    )
    assert section.find(f"{W}pgSz").get(f"{W}w") == "12240"
    assert section.find(f"{W}pgMar").get(f"{W}left") == "1440"


def test_the_same_letterhead_is_prepared_once():
    base.cache_clear()
    content = made.zipped(made.plain())
    paper = Paper("public", "en", "a4", "", binding=False)
    assert base(paper, content) is base(paper, bytes(bytearray(content)))


def sections_of(content):
    return list(tree(content, "word/document.xml").iter(f"{W}sectPr"))


@pytest.mark.parametrize("document", ["acknowledgement", "acknowledgement-form"])
def test_each_paper_begins_with_the_first_page_of_a_letterhead_that_has_one(
    document, language, today
):
    content = printed(made.zipped(made.designed()), language, today, document)
    found = sections_of(content)
    titles = [
        one
        for one in tree(content, "word/document.xml").iter(f"{W}pStyle")
        if one.get(f"{W}val") == "Title"
    ]
    assert len(found) == len(titles) > 2
    assert len({etree.tostring(one, method="c14n") for one in found}) == 1
    assert not list(tree(content, "word/document.xml").iter(f"{W}pageBreakBefore"))
    plain = printed(made.zipped(made.plain()), language, today, document)
    assert len(sections_of(plain)) == 1
    assert reading_back.lines_of_word(content).lines == reading_back.lines_of_word(plain).lines


def test_a_column_is_as_wide_as_the_longest_word_of_its_heading(paper, language, today):
    content = printed(paper, language, today, "acknowledgement")
    letter = base(Paper("public", language, "a4", "", binding=False), paper).letter
    for table in tree(content, "word/document.xml").iter(f"{W}tbl"):
        head = table.find(f"{W}tr")
        for cell, column in zip(head.iter(f"{W}tc"), table.iter(f"{W}gridCol"), strict=True):
            longest = max(map(len, text_of(cell).split()), default=0)
            assert int(column.get(f"{W}w")) >= longest * letter, text_of(cell)


def test_a_file_that_we_printed_can_be_a_letterhead_and_says_its_line_once(today):
    answers = dataclasses.replace(
        answers_of("ru"), business=dataclasses.replace(answers_of("ru").business, letterhead="")
    )
    ours = word("guide", answers, "ru", today)
    footer = strips(printed(ours, "en", today, "promise"))["footer", "default"]
    assert footer.count("page 1 of 1") == 1
    assert "Положение" not in footer
