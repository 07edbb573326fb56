"""The owner's own words on a page: added, renamed, moved, left out; nothing else is touched."""

import dataclasses
import re

import pytest

from wizard import examples
from wizard.documents import frozen, normal, own_words, page, reading_back, references, templates
from wizard.documents.writing import word
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview
from wizard.interview.answers import Answers
from wizard.interview.own_words import FIRST, OwnWords, Passage, new_section, row_id
from wizard.interview.values import Words

DOCUMENTS = templates.published()
PAGE = """<page><p class="title">T</p>
<h1 id="one" class="numbered">One</h1><p class="clause">first</p>
<section class="keep"><h1 id="two" class="numbered">Two</h1><p class="clause">second</p></section>
<h2 id="part">Part</h2><p>of two</p>
<h1 id="three" class="numbered">Three</h1><p>See <ref to="one" as="section {}">above</ref>.</p>
<section class="columns"><section><h2 id="left">Left</h2><p>l</p></section>
<section><h2 id="right">Right</h2><p>r</p></section></section>
<section class="new-page annex"><p class="right">Annex</p><h1 id="annex">Log</h1><p>kept</p>
<h2 id="inner">Inner</h2><p>deep</p></section></page>"""


def passage(section, document="guide", **said):
    words = {
        name: Words(own=value) if isinstance(value, str) else value for name, value in said.items()
    }
    return Passage(id=row_id(document, section), **words)


def with_passages(answers, *passages):
    return dataclasses.replace(answers, own_words=OwnWords(passages=passages))


def applied(*passages, markup=PAGE, language="en"):
    """The lines of the small page with these passages, as they are printed."""
    answers = with_passages(Answers(), *passages)
    changed = own_words.applied(markup, "guide", answers, language)
    return lines(references.finish(changed, language))


def lines(markup):
    page.parse(markup)
    return [line.text for line in normal.lines(markup)]


UNTOUCHED = lines(references.finish(PAGE, "en"))


def test_without_any_the_page_stays_as_it_is_letter_by_letter():
    assert own_words.applied(PAGE, "guide", Answers(), "en") is PAGE
    for other in (passage("one", document="promise", left_out=True), passage("nowhere", text="x")):
        assert applied(other) == UNTOUCHED


def test_a_heading_is_renamed_and_what_was_typed_is_text():
    found = applied(passage("one", heading="Wir & <b>Co</b>"))
    assert found == ["T", "Wir & <b>Co</b>", *UNTOUCHED[2:]]


def test_sentences_close_a_section_before_the_sections_within_it():
    found = applied(passage("two", text="Mine.\n\n  And mine.  "))
    at = found.index("second")
    assert found[at : at + 4] == ["second", "Mine.", "And mine.", "Part"]


@pytest.mark.parametrize(
    ("section", "before"), [("part", "of two"), ("left", "l"), ("inner", "deep"), ("annex", "kept")]
)
def test_sentences_stand_where_their_section_ends(section, before):
    found = applied(passage(section, text="Mine."))
    assert found[found.index(before) + 1] == "Mine."


def test_lines_are_clauses_where_the_section_has_clauses_else_paragraphs_and_points():
    answers = with_passages(
        Answers(),
        passage("one", text="Rule:\n- a\n- b"),
        passage("three", text="List:\n- a\n– b\nEnd"),
    )
    tree = page.parse(references.finish(own_words.applied(PAGE, "guide", answers, "en"), "en"))
    kinds = [(one.get("class"), "".join(one.itertext())) for one in tree.iter("p", "li")]
    assert ("clause", "Rule:") in kinds
    assert [one for one in kinds if one[0] == "subclause"] == [
        ("subclause", "a"),
        ("subclause", "b"),
    ]
    assert [one.tag for one in tree.iterfind("ul/li")] == ["li", "li"]
    assert (None, "End") in kinds


def test_a_section_left_out_goes_with_all_that_is_in_it():
    found = applied(passage("two", left_out=True))
    assert not {"Two", "second", "Part", "of two"} & set(found)
    assert "See section 2." not in found  # the reference is to "one"
    assert "See section 1." in found


def test_a_reference_to_what_is_left_out_falls_back_on_words():
    assert "See above." in applied(passage("one", left_out=True))


def test_a_section_left_out_keeps_its_words_for_the_day_it_comes_back():
    row = passage("one", heading="New", text="Mine.", left_out=True)
    assert "Mine." not in applied(row)
    assert {"New", "Mine."} <= set(applied(dataclasses.replace(row, left_out=False)))


def test_a_row_that_is_off_changes_nothing():
    assert applied(dataclasses.replace(passage("one", left_out=True), on=False)) == UNTOUCHED


def test_an_annex_left_out_is_not_counted_any_more():
    markup = PAGE.replace(
        "</page>",
        '<section class="annex"><h1 id="last">L</h1><p>no. <ref to="last"/></p></section></page>',
    )
    assert "no. 2" in applied(markup=markup)
    assert "no. 1" in applied(passage("annex", left_out=True), markup=markup)


def test_a_moved_section_takes_its_parts_along_and_is_counted_anew():
    found = applied(passage("one", after="two"))
    assert found[:7] == ["T", "Two", "second", "Part", "of two", "One", "first"]
    assert "See section 2." in found


def test_a_section_moved_first_stands_before_all_others_but_below_the_title():
    found = applied(passage("three", after=FIRST))
    assert found[:2] == ["T", "Three"]


@pytest.mark.parametrize(
    ("section", "after"),
    [
        ("one", "nowhere"), ("one", "one"), ("two", "part"), ("inner", "one"), ("inner", FIRST),
        ("one", "inner"), ("left", "one"), ("annex", "inner"),
    ],
)  # fmt: skip
def test_a_move_that_makes_no_sense_leaves_everything_where_it_is(section, after):
    assert applied(passage(section, after=after)) == UNTOUCHED


def test_a_section_of_ones_own_is_in_the_manner_of_the_one_it_follows():
    found = applied(passage("own-1", heading="Mine", text="Said.", after="one"))
    assert found[:5] == ["T", "One", "first", "Mine", "Said."]
    markup = own_words.applied(
        PAGE,
        "guide",
        with_passages(Answers(), passage("own-1", heading="Mine", text="S", after="one")),
        "en",
    )
    assert re.search(
        r'<h1 id="own-1" class="numbered"[^>]*><v>Mine</v></h1><p[^>]*class="clause"', markup
    )


def test_sections_of_ones_own_stand_in_their_order_and_may_follow_each_other():
    rows = (
        passage("own-3", heading="C", after="own-2"),
        passage("own-1", heading="A", after="one"),
        passage("own-2", heading="B", after="one"),
    )
    found = applied(*rows)
    assert found[2:6] == ["first", "A", "B", "C"]


def test_sections_of_ones_own_that_wait_for_each_other_are_printed_all_the_same():
    found = applied(
        passage("own-1", heading="A", after="own-2"), passage("own-2", heading="B", after="own-1")
    )
    assert {"A", "B"} <= set(found)


def test_a_section_of_ones_own_without_a_place_closes_the_main_part():
    found = applied(passage("own-1", heading="Mine", after="nowhere"))
    assert found.index("Mine") == found.index("Annex") - 1


def test_one_beside_columns_stands_below_them():
    found = applied(passage("own-1", heading="Mine", after="left"))
    assert found.index("Mine") == found.index("r") + 1


def test_one_that_says_nothing_is_not_printed_and_one_without_a_heading_has_a_blank():
    assert applied(passage("own-1", after="one")) == UNTOUCHED
    assert applied(passage("own-1", text="Said.", after="one"))[3:5] == [normal.BLANK, "Said."]


def test_a_name_from_elsewhere_that_is_no_id_harms_nothing():
    found = applied(passage("own-" + "X._" * 15, heading="Mine", after="one"))
    assert found[3] == "Mine"


def test_what_xml_cannot_hold_prints_as_a_sign_and_the_other_language_has_its_own_words():
    words = Words(own="Mine\x00", other={"ru": "Моё"})
    row = Passage(id=row_id("guide", "one"), heading=words)
    assert applied(row)[1] == "Mine\N{REPLACEMENT CHARACTER}"
    assert applied(row, language="ru")[1] == "Моё"


def test_the_listing_tells_each_section_as_it_will_be_printed():
    answers = with_passages(
        Answers(),
        passage("one", left_out=True),
        passage("three", heading="Drei", after=FIRST),
        passage("own-1", heading="Mine", after="one"),
    )
    found = own_words.listing(PAGE, "guide", answers, "en")
    assert [one.name for one in found] == [
        "three", "left", "right", "one", "own-1", "two", "part", "annex", "inner",
    ]  # fmt: skip
    by_name = {one.name: one for one in found}
    assert by_name["three"].title == "Drei"
    assert (by_name["one"].is_left_out, by_name["own-1"].is_own) == (True, True)
    assert [one.name for one in found if not one.can_move] == ["left", "right"]
    assert [one.name for one in found if one.is_changed] == ["three", "one", "own-1"]


def test_a_new_section_has_a_name_that_is_an_id():
    row = Passage(id=new_section("guide"))
    assert row.document == "guide"
    assert row.is_own
    assert page.ID.fullmatch(row.section)


@pytest.fixture(scope="module", params=LANGUAGES)
def cafe(request):
    return request.param, interview.read(
        "cafe", examples.with_facts("cafe", language=request.param)
    )


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_section_of_every_document_can_be_left_out_renamed_closed_and_followed(
    document, cafe, today
):
    language, answers = cafe
    rendered = frozen.render(document, answers, language, today)
    listed = own_words.listing(rendered, document, answers, language)
    assert len(listed) > 8
    for one in listed:
        for said in ({"left_out": True}, {"heading": "New", "text": "Mine.\n- a"}):
            changed = with_passages(answers, passage(one.name, document, **said))
            markup = own_words.applied(rendered, document, changed, language)
            page.parse(references.finish(markup, language))
        follower = with_passages(answers, passage("own-1", document, heading="My", after=one.name))
        markup = references.finish(
            own_words.applied(rendered, document, follower, language), language
        )
        assert "My" in lines(markup)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_section_can_be_moved_behind_every_other(document, cafe, today):
    language, answers = cafe
    rendered = frozen.render(document, answers, language, today)
    listed = own_words.listing(rendered, document, answers, language)
    names = [one.name for one in listed]

    def said(markup):
        """All lines but those of the list of contents, where some sections come and go."""
        return [line for line in normal.lines(markup) if not line.listed]

    usual = said(references.finish(rendered, language))
    for place, name in enumerate(names):
        for after in (FIRST, *names[place % 3 :: 3]):
            changed = with_passages(answers, passage(name, document, after=after))
            markup = references.finish(
                own_words.applied(rendered, document, changed, language), language
            )
            page.parse(markup)
            assert len(said(markup)) == len(usual), (name, after)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_word_says_them_as_the_page_does(document, cafe, today):
    language, answers = cafe
    rendered = frozen.render(document, answers, language, today)
    names = [one.name for one in own_words.listing(rendered, document, answers, language)]
    changed = with_passages(
        answers,
        passage(names[0], document, heading="Neu", text="Mine.\n- a\n- b"),
        passage(names[1], document, left_out=True),
        passage("own-1", document, heading="My own", text="Said here.", after=names[0]),
        passage(names[-1], document, after=names[2]),
    )
    frozen_page = frozen.freeze(document, changed, language, today)
    expected = tuple(line.text for line in normal.lines(frozen_page.markup))
    content = word(document, changed, language, today)
    assert reading_back.lines_of_word(content).lines == expected
    assert {"My own", "Said here."} <= set(expected)
