"""Each element of a page as WordprocessingML: the cases lie in ``pages``, a page in, XML out.

A case is its name, the page and the XML, with a dot on a line of its own after each; line breaks
in the XML are for the reader. A name that ends in [ru] is a page in Russian.
"""

from pathlib import Path

import pytest
from lxml import etree

from wizard.documents.page import PageError, parse
from wizard.documents.word.blocks import Blocks
from wizard.documents.word.numbering import DECIMALS, LETTERS, Numbering
from wizard.documents.word.runs import Inline

PAGES = Path(__file__).parent / "pages"
WIDTH = 9000
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def cases():
    for file in sorted(PAGES.glob("*.txt")):
        for case in file.read_text("utf-8").split("\n.\n\n"):
            if case.strip():
                name, page, xml = case.removesuffix("\n.\n").split("\n.\n")
                yield pytest.param(page, xml, "ru" if "[ru]" in name else "en", id=name.strip())


def written(markup, language="en"):
    blocks = Blocks(Inline(language), Numbering(language), WIDTH)
    return "".join(blocks.body(parse(f"<page>{markup}</page>")))


@pytest.mark.parametrize(("page", "xml", "language"), [*cases()])
def test_a_page_becomes_exactly_this_xml(page, xml, language):
    assert written(page, language) == xml.replace("\n", "")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_each_list_has_a_numbering_that_begins_again_at_one(language):
    numbering = Numbering(language)
    fresh = [numbering.fresh(kind) for kind in (DECIMALS, DECIMALS, LETTERS)]
    assert len(set(fresh)) == 3
    root = etree.fromstring(f'<w:numbering xmlns:w="{W[1:-1]}">{numbering.counts()}</w:numbering>')
    numbers = {int(one.get(f"{W}numId")): one for one in root.iter(f"{W}num")}
    for number, kind in zip(fresh, (DECIMALS, DECIMALS, LETTERS), strict=True):
        assert numbers[number].find(f"{W}abstractNumId").get(f"{W}val") == str(kind)
        assert numbers[number].find(f".//{W}startOverride").get(f"{W}val") == "1"


def test_letters_are_those_of_the_language():
    assert "russianLower" in Numbering("ru").lists()
    assert "lowerLetter" in Numbering("en").lists()


def test_links_are_collected_with_their_relationships():
    inline = Inline("en")
    page = parse('<page><p><a href="https://a.example/">a</a><a href="tel:1">b</a></p></page>')
    "".join(Blocks(inline, Numbering("en"), WIDTH).body(page))
    assert inline.links == {"https://a.example/": "rIdLink1", "tel:1": "rIdLink2"}


@pytest.mark.parametrize(
    "markup",
    [
        "<page><div/></page>",
        "<page><p><script>alert(1)</script></p></page>",
        '<page><p class="unheard-of">a</p></page>',
        '<page><p class="small unheard-of">a</p></page>',
        '<page><h3 class="numbered">a</h3></page>',
        "<page><p>a</page>",
        "<page><p>a & b</p></page>",
        "<p>a</p>",
        "",
        '<page xmlns="urn:other"><p>a</p></page>',
        "<page><?php run?></page>",
        '<page><p><date label="Date" size="9"/></p></page>',
        '<page><p><date name="date" size="9"/></p></page>',
        '<page><p><date name="a b" label="Date" size="9"/></p></page>',
        '<page><p><date name="date" label="Date"/></p></page>',
        '<page><p><date name="date" label="Date" size="wide"/></p></page>',
        '<page><p><date name="date" label="Date"><strong>day</strong></date></p></page>',
        '<page><p><strong><date name="date" label="Date" size="9"/></strong></p></page>',
        '<page><p><span class="stamp"><date name="d" label="D" size="9"/></span></p></page>',
        '<page><table><tr><td>on <date name="d" label="D"/></td></tr></table></page>',
        '<page><table><tr><td><date name="d" label="D"/> (day)</td></tr></table></page>',
        '<page><table><tr><td><check/><field name="f" label="F"/></td></tr></table></page>',
        '<page><p><field name="f" label="F" size="9"/></p></page>',
        '<page><table><tr><td><field name="f" label="F">words</field></td></tr></table></page>',
        '<page><p><choice name="c" label="C" size="9"><option/></choice></p></page>',
        '<page><p><option label="a"/></p></page>',
        '<!DOCTYPE page [<!ENTITY e SYSTEM "file:///etc/passwd">]><page><p>&e;</p></page>',
    ],
)
def test_what_is_outside_the_vocabulary_is_refused(markup):
    with pytest.raises(PageError):
        parse(markup)


def test_a_comment_of_a_template_does_no_harm():
    assert "gone" not in written("<!-- gone --><p>a</p>")
