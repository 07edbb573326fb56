"""The rich text of a page: the same words and numbers as in Word, and nothing slips through."""

import pytest

from wizard import examples
from wizard.documents import page, templates
from wizard.documents.numbers import Count, letter
from wizard.documents.page import PageError
from wizard.documents.rich.blocks import Blocks, Paragraph, Row
from wizard.documents.rich.dress import dress
from wizard.documents.rich.inline import BOX, Inline
from wizard.documents.rich.leaves import leaf
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview

STAFFED = "cafe"


def blocks(markup, language="en", look="plan"):
    dressed = dress(look, "")
    inline = Inline(language, dressed.accent, dressed.muted)
    tree = page.parse(f"<page>{markup}</page>")
    return list(Blocks(inline, dressed, 9000, Count(language)).body(tree))


def every(found):
    """All paragraphs, those in cells included."""
    for block in found:
        if isinstance(block, Paragraph):
            yield block
        else:
            for cell in block.cells:
                yield from every(cell.blocks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_document_becomes_rich_text(language, today):
    stored = examples.with_facts(STAFFED, language=language)
    answers = interview.read(STAFFED, stored)
    for document in templates.documents(language):
        found = leaf(document, answers, language, today)
        assert any(one.question for one in every(found.blocks))


def test_what_the_owner_typed_stays_text():
    (found,) = blocks("<p><v>  Tea &lt;b&gt; &amp; {{ Co }}\nשלום 🙂</v></p>")
    assert found.html == "  Tea &lt;b&gt; &amp; {{ Co }}<br/>שלום 🙂"


def test_our_own_white_space_is_collapsed():
    (found,) = blocks("<p>\n  One <strong> two </strong>\n three </p>")
    assert found.html == "One <b>two </b>three"


def test_a_clause_that_leads_up_to_subclauses_or_a_table_does_not_end_a_page():
    found = blocks(
        '<p class="clause">a:</p><p class="subclause">b</p><p class="subclause">c</p>'
        '<p class="clause">d:</p><table widths="100" summary="t"><tr><td>e</td></tr></table>'
        '<p class="clause">f</p><p class="clause">g</p>'
    )
    kept = [one.html for one in found if isinstance(one, Paragraph) and one.style.keep_next]
    assert kept == ["a:", "d:"]


def test_headings_clauses_and_subclauses_are_numbered():
    found = blocks(
        '<h1 class="numbered">A</h1><p class="clause">b</p><p class="subclause">c</p>'
        '<p class="subclause">d</p><p class="clause">e</p><h1 class="numbered">F</h1>'
        '<p class="clause">g</p>',
        "ru",
    )
    assert [one.mark for one in found] == ["1.", "1.1.", "а)", "б)", "1.2.", "2.", "2.1."]


def test_lists_begin_to_count_anew():
    found = blocks(
        "<ol><li>a</li><li>b</li></ol><ol class='letters'><li>c</li></ol>"
        "<ul><li>d</li></ul><ul class='checks'><li>e</li></ul>"
    )
    assert [one.mark for one in found] == ["1.", "2.", "a)", "\N{BULLET}", BOX]


def test_letters_go_on_after_the_alphabet():
    assert [letter(number, "en") for number in (1, 26, 27)] == ["a", "z", "aa"]


def test_a_block_takes_the_question_of_what_it_stands_in():
    found = blocks(
        '<ul data-question="a.b"><li data-question="a.b.c">x</li><li>y</li></ul>'
        '<table data-question="d.e"><tbody><tr><td>z</td></tr></tbody></table>'
    )
    assert [one.question for one in every(found)] == ["a.b.c", "a.b", "d.e"]


def test_the_head_of_a_table_is_known_to_its_rows():
    head, row = blocks(
        "<table><thead><tr><th>H</th></tr></thead>"
        "<tbody><tr class='sign'><td/></tr></tbody></table>"
    )
    assert isinstance(row, Row)
    assert row.heads == (head,)
    assert head.keep_next
    assert row.least >= 510


def test_a_new_page_begins_with_the_first_block_of_its_section():
    found = blocks("<p>a</p><section class='new-page'><h2>b</h2><p>c</p></section>")
    assert [one.new_page for one in found] == ["", "page", ""]


def test_only_a_safe_link_is_shown_as_one():
    safe, unsafe = blocks(
        "<p><a href='https://example.org'>x</a></p><p><a href='javascript:1'>x</a></p>"
    )
    assert "text-decoration:underline" in safe.html
    assert unsafe.html == "x"


def test_a_sober_page_has_no_underlined_links(today):
    answers = interview.read("cafe", examples.with_facts("cafe", language="ru"))
    said = " ".join(one.html for one in every(leaf("guide", answers, "ru", today).blocks))
    assert "<a href" in said or "<span style" in said
    assert "underline" not in said


@pytest.mark.parametrize(
    ("markup", "html"),
    [
        ('<p>on <strong><span class="stamp">1 May</span></strong></p>', "on <b>1 May</b>"),
        ('<p><span class="stamp">no. <em>7</em></span></p>', "no. <i>7</i>"),
    ],
)
def test_a_stamp_looks_like_what_stands_around_it(markup, html):
    (found,) = blocks(markup)
    assert found.html == html


@pytest.mark.parametrize("markup", ["<li>x</li>", "<p><h1>x</h1></p>", "<p><ul/></p>"])
def test_an_element_out_of_place_raises(markup):
    with pytest.raises(PageError):
        blocks(markup)


def test_a_remembered_row_is_the_row_written_anew(today):
    stored = examples.with_facts(STAFFED, language="en")
    answers = interview.read(STAFFED, stored)
    memory = {}
    first = leaf("crisis-plan", answers, "en", today, memory)
    assert memory
    assert leaf("crisis-plan", answers, "en", today, memory).blocks == first.blocks


@pytest.mark.parametrize(
    ("place", "printed"),
    [
        ('<date name="d" label="Date" size="9"/>', '<blank size="9"/>'),
        ('<choice name="c" label="C" size="9"><option label="a"/></choice>', '<blank size="9"/>'),
        ('<date name="d" label="Date">«<blank size="2"/>» 20</date>', '«<blank size="2"/>» 20'),
        ('<choice name="c" label="C"><option label="a"/>a / b</choice>', "a / b"),
    ],
)
def test_a_place_to_fill_in_looks_like_its_paper_form(place, printed):
    assert blocks(f"<p>On {place}.</p>") == blocks(f"<p>On {printed}.</p>")


@pytest.mark.parametrize(
    ("place", "printed"),
    [
        ('<date name="d" label="Date"/>', ""),
        ('<field name="f" label="F"/>', ""),
        ('<field name="f" label="F"><br/></field>', "<br/>"),
        ('<choice name="c" label="C">\n<option label="a"/>\n</choice>', ""),
    ],
)
def test_a_cell_to_fill_in_is_empty(place, printed):
    table = "<table><tr><td>1</td><td>{}</td></tr></table>".format
    assert blocks(table(place)) == blocks(table(printed))
