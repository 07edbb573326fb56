"""References and lists of contents: what a template says of a place becomes what is printed."""

import pytest

from wizard.documents.outline import outline
from wizard.documents.page import ID, PageError, parse
from wizard.documents.references import anchor, finish

NUMBERED = (
    '<h1 id="a" class="numbered">A</h1><p class="clause">b</p><p id="c" class="clause">c</p>'
    '<p class="subclause">d</p><p id="e" class="subclause">e</p>'
)


def finished(markup, language="en"):
    return finish(f"<page>{markup}</page>", language).removeprefix("<page>").removesuffix("</page>")


def referred(ref, language="en"):
    """The reference as it is printed below numbered blocks."""
    return finished(f"{NUMBERED}<p>{ref}</p>", language).partition(f"{NUMBERED}<p>")[2][:-4]


@pytest.mark.parametrize(
    ("target", "language", "number"),
    [("a", "en", "1"), ("c", "en", "1.2"), ("e", "en", "1.2\xa0b)"), ("e", "ru", "1.2\xa0б)")],
)
def test_a_reference_is_a_link_that_says_the_number(target, language, number):
    found = referred(f'<ref to="{target}"/>', language)
    assert found == f'<a href="#{target}">{number}</a>'


def test_a_reference_says_its_words_around_number_and_title():
    found = referred('<ref to="a" as="section {}, “{title}”">elsewhere</ref>')
    assert found == '<a href="#a">section 1, “A”</a>'


def test_where_the_target_is_missing_its_words_stand_in_its_place():
    found = referred('see <ref to="z" as="section {}"><em>another</em> paper</ref>.')
    assert found == "see <span><em>another</em> paper</span>."


@pytest.mark.parametrize(
    "ref", ['<ref to="z"/>', "<ref/>", '<ref to="z" as="section {}"/>', '<a href="#z">z</a>']
)
def test_a_reference_that_leads_nowhere_is_a_bug_of_the_template(ref):
    with pytest.raises(PageError):
        parse(finish(f"<page>{NUMBERED}<p>{ref}</p></page>", "en"))


def test_the_number_of_what_has_none_is_a_bug_of_the_template():
    with pytest.raises(PageError):
        finished('<h1 id="a">A</h1><p><ref to="a"/></p>')


def test_what_stands_with_a_missing_place_goes_with_all_that_stands_with_it():
    found = finished(
        '<p>One. <span with="gone">Two. </span>Three.</p>'
        '<h1 id="b" with="gone">B</h1><p with="b">Four.</p><p with="c">Five.</p><p id="c">Six.</p>'
    )
    assert found == '<p>One. Three.</p><p>Five.</p><p id="c">Six.</p>'


def test_captions_and_annexes_are_counted_for_themselves():
    found = finished(
        '<p id="t" class="caption">Table <ref to="t"/></p>'
        '<section class="annex"><p>Annex <ref to="x"/></p><h1 id="x">X</h1></section>'
        '<section class="annex"><p>Annex <ref to="y"/></p><h1 id="y">Y</h1>'
        '<h2 id="z">Z</h2><p><ref to="x"/>, <ref to="z"/></p></section>'
    )
    assert "Table <span>1</span>" in found
    assert "<p>Annex <span>1</span></p>" in found
    assert "<p>Annex <span>2</span></p>" in found
    assert '<a href="#x">1</a>, <a href="#z">2</a>' in found


def test_an_annex_that_is_printed_apart_has_a_number_and_no_link():
    found = finished('<p>Annex <ref to="s"/></p><section id="s" class="annex"/>')
    assert "Annex <span>1</span>" in found


def test_the_contents_list_the_first_headings_that_follow():
    found = finished(
        '<h1 id="before">Before</h1><contents annex="Annex {}. "/>'
        '<h1 id="a" class="numbered">A &amp; <v>B</v></h1><h2 id="deep">Deep</h2><h1>Nameless</h1>'
        '<h1 id="c">C</h1><section class="annex"><h1 id="x">X</h1></section>'
    )
    assert (
        '<section class="contents">'
        '<p class="entry"><a href="#a"><span class="number">1.</span> A &amp; <v>B</v></a></p>'
        '<p class="entry"><a href="#c">C</a></p>'
        '<p class="entry"><a href="#x">Annex 1. X</a></p>'
        "</section>" in found
    )


def test_a_page_that_refers_to_nothing_stays_as_it_is():
    markup = "<page><p>  <v>a\n b</v></p></page>"
    assert finish(markup, "en") is markup


def test_what_the_owner_typed_outlives_the_finishing():
    typed = '<v>  &lt;ref to="a"/&gt; &amp;  {}\n\tשלום 🙂</v>'
    found = finished(f'{NUMBERED}<p>{typed}<ref to="a"/></p>')
    assert f'<p>{typed}<a href="#a">1</a></p>' in found


def test_the_outline_tells_the_headings_with_their_numbers():
    page = parse(
        '<page><h1 id="a">A <blank/></h1><h1 class="numbered">B</h1><h2 id="c">C</h2>'
        '<h1 id="d" class="numbered">D</h1></page>'
    )
    found = outline(page, "en").headings
    assert [(one.id, one.level, one.mark, one.text) for one in found] == [
        ("a", 1, "", "A _"),
        ("c", 2, "", "C"),
        ("d", 1, "2.", "D"),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        '<p id="a">a</p><p id="a">b</p>',
        '<p id="A">a</p>',
        '<p id="1a">a</p>',
        '<p id="">a</p>',
        f'<p id="{"a" * 41}">a</p>',
        '<ul id="a"><li>a</li></ul>',
        '<p><ref to="a"/></p><p id="a">a</p>',
        "<contents/>",
        '<table><tr><td><p class="clause">a</p></td></tr></table>',
    ],
)
def test_a_place_that_no_page_can_have_is_refused(markup):
    with pytest.raises(PageError):
        parse(f"<page>{markup}</page>")


def test_the_place_of_a_row_is_named_after_it():
    assert anchor("account-break-in", "scenario") == "scenario-account-break-in"
    odd = [anchor(row, "scenario") for row in ("Own.1", "Own_1", "a" * 64)]
    assert len(set(odd)) == 3
    assert all(ID.fullmatch(name) for name in odd)
