"""Every document led through: its places, links, numbers and contents, on the page and in Word."""

import datetime as dt
import io
import re
import zipfile
from functools import cache

import mammoth
import pytest
from lxml import etree

from wizard import examples
from wizard.documents import page, reading_back
from wizard.documents.frozen import Stamp, freeze, written
from wizard.documents.numbers import letter
from wizard.documents.outline import outline
from wizard.documents.rich.blocks import Paragraph
from wizard.documents.rich.leaves import stamped
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DAY = dt.date(2026, 12, 1)
DOCUMENTS = ("promise", "service-standard", "guide", "crisis-plan")
LISTED = ("guide", "crisis-plan")
HEADINGS = "1"
BOOKMARK = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")
STARTS = [(trade, start) for trade in examples.trades() for start in ("facts", "no facts")]
FIRST = {
    "promise": ("h2",),
    "service-standard": ("h1",),
    "guide": ("h1", "h2"),
    "crisis-plan": ("h1",),
}
"""The headings of the sections that an owner can take hold of."""


@cache
def frozen(document, language, trade, start):
    make = examples.with_facts if start == "facts" else examples.start
    answers = interview.read(trade, make(trade, language=language))
    return freeze(document, answers, language, DAY)


def body_of(found):
    """The body of the page as a Word file, and the file."""
    content = written(found, Stamp("", DAY))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read("word/document.xml")), content


def text(paragraph):
    return "".join(one.text or "" for one in paragraph.iter(f"{W}t"))


def numbers_of_word(body, language):
    """The numbers that Word gives to the paragraphs under the numbering of headings, counted anew.

    As ECMA-376 has it: a paragraph counts on at its level, and all deeper levels begin again.
    """
    reached = [0, 0, 0]
    for paragraph in body.iter(f"{W}p"):
        number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is None or number.get(f"{W}val") != HEADINGS:
            continue
        level = int(paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl").get(f"{W}val"))
        reached = [*reached[:level], reached[level] + 1, *[0] * (2 - level)]
        forms = (
            f"{reached[0]}.",
            f"{reached[0]}.{reached[1]}.",
            f"{letter(reached[2], language)})",
        )
        yield forms[level]


def marks_of_rich(blocks):
    """The numbers of headings, clauses and subclauses in the rich text, in their order."""
    for block in blocks:
        if not isinstance(block, Paragraph):
            for cell in block.cells:
                yield from marks_of_rich(cell.blocks)
        elif block.hanging in {567, 680} or (block.hanging, block.style.left) == (340, 1020):
            yield block.mark


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(params=DOCUMENTS)
def document(request):
    return request.param


@pytest.mark.parametrize("start", STARTS, ids=" ".join)
def test_every_link_leads_to_a_bookmark_and_no_bookmark_is_there_twice(document, language, start):
    found = frozen(document, language, *start)
    body, content = body_of(found)
    bookmarks = [one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")]
    ids = [one.get(f"{W}id") for one in body.iter(f"{W}bookmarkStart")]
    assert bookmarks
    assert all(BOOKMARK.fullmatch(name) for name in bookmarks)
    assert len({name.lower() for name in bookmarks}) == len(bookmarks) == len(set(ids))
    assert sorted(ids) == sorted(one.get(f"{W}id") for one in body.iter(f"{W}bookmarkEnd"))
    anchors = {one.get(f"{W}anchor") for one in body.iter(f"{W}hyperlink")} - {None}
    assert anchors <= set(bookmarks)
    assert reading_back.lines_of_word(content).fingerprint == found.fingerprint


@pytest.mark.parametrize("start", STARTS, ids=" ".join)
def test_page_word_and_preview_count_alike(document, language, start):
    found = frozen(document, language, *start)
    tree = page.parse(found.markup)
    body, _ = body_of(found)
    in_word = list(numbers_of_word(body, language))
    entries = [one.text for one in tree.iterfind(".//p[@class='entry']//span[@class='number']")]
    in_rich = list(marks_of_rich(stamped(found, Stamp("", DAY)).blocks))
    assert in_rich == entries + in_word
    headings = [mark for mark in in_word if mark.count(".") == 1]
    assert [one.mark for one in outline(tree, language).headings if one.mark] == headings


@pytest.mark.parametrize("start", STARTS, ids=" ".join)
@pytest.mark.parametrize("name", LISTED)
def test_the_contents_have_each_first_heading_once_and_in_order(name, language, start):
    tree = page.parse(frozen(name, language, *start).markup)
    entries = list(tree.iterfind(".//section[@class='contents']/p/a"))
    listed = [one.get("href").removeprefix("#") for one in entries]
    firsts = [one for one in outline(tree, language).headings if one.level == 1]
    assert listed == [one.id for one in firsts if one.id != "quick-card"]
    for entry, heading in zip(entries, firsts[name == "crisis-plan" :], strict=True):
        assert " ".join("".join(entry.itertext()).split()).startswith(heading.mark)
    numbered = [one for one in tree.iter("h1") if "numbered" in (one.get("class") or "")]
    assert {one.get("id") for one in numbered} <= set(listed)


def test_nothing_has_to_be_updated_by_hand(document, language):
    body, _ = body_of(frozen(document, language, "cafe", "facts"))
    assert not list(body.iter(f"{W}instrText", f"{W}fldSimple", f"{W}fldChar"))


def test_every_section_has_a_name(document, language):
    for start in STARTS:
        tree = page.parse(frozen(document, language, *start).markup)
        for heading in tree.iter(*FIRST[document]):
            assert heading.get("id"), etree.tostring(heading, encoding="unicode")


@pytest.mark.parametrize("trade", examples.trades())
def test_a_section_is_called_alike_in_both_languages(document, trade):
    make = examples.start if trade == examples.EMPTY else examples.with_facts
    answers = interview.read(trade, make(trade, language="en"))
    english, russian = (
        list(page.places(page.parse(freeze(document, answers, language, DAY).markup)))
        for language in ("en", "ru")
    )
    if document in {"promise", "crisis-plan"}:
        assert english == russian
    elif document == "service-standard":
        common = [name for name in english if name in russian]
        assert common == [name for name in russian if name in english]
        assert {"purpose", "channels", "tone", "comments", "complaints", "log-sheet"} <= {*common}
    else:  # The Russian norm has an order of its own, fixed by custom.
        assert {"guide", "do", "dont", "purpose", "speakers", "truth", "rights"} <= {*english}
        assert {"guide", "do", "dont", "purpose", "speakers", "truth", "rights"} <= {*russian}


def test_a_risk_has_its_sheet_under_its_own_id():
    tree = page.parse(frozen("crisis-plan", "en", "cafe", "facts").markup)
    answers = interview.read("cafe", examples.with_facts("cafe", language="en"))
    places = page.places(tree)
    for risk in answers.risks.list:
        if risk.on:
            assert {f"scenario-{risk.id}", f"statement-{risk.id}"} & {*places}, risk.id


def test_the_number_sign_holds_on_to_its_number():
    body, _ = body_of(frozen("guide", "ru", "cafe", "facts"))
    said = [text(paragraph) for paragraph in body.iter(f"{W}p")]
    assert any("приложение №\xa02" in line for line in said)
    assert any("пункте\xa02.1" in line for line in said)
    assert not any(re.search(r"№ \S", line) for line in said)


def test_an_entry_of_the_preview_hangs_its_number_and_is_no_wall_of_lines(language):
    blocks = stamped(frozen("guide", language, "cafe", "facts"), Stamp("", DAY)).blocks
    entry = next(one for one in blocks if isinstance(one, Paragraph) and one.mark == "1.")
    assert entry.hanging == entry.style.left > 0
    assert "<" not in entry.html
    assert not entry.html.startswith(" ")


def test_another_reader_follows_the_links_too(document, language):
    _, content = body_of(frozen(document, language, "cafe", "facts"))
    html = mammoth.convert_to_html(io.BytesIO(content)).value
    targets = set(re.findall(r'href="#([^"]+)"', html))
    assert targets <= set(re.findall(r'id="([^"]+)"', html))
    assert bool(targets) == (document != "promise")


@pytest.mark.parametrize("trade", [trade for trade in examples.trades() if trade != examples.EMPTY])
def test_the_promise_leads_to_our_pages(trade, language):
    body, _ = body_of(frozen("promise", language, trade, "facts"))
    shown = {text(link) for link in body.iter(f"{W}hyperlink")}
    business = interview.read(trade, examples.with_facts(trade, language=language)).business
    assert {business.email.own, business.phone.own, business.website.own} <= shown


def test_an_address_that_fills_a_text_of_ours_is_a_link_too(language):
    tree = page.parse(frozen("promise", language, "cafe", "facts").markup)
    (appeal,) = tree.iterfind(".//p[@id='appeal']")
    assert [link.get("href") for link in appeal.iter("a")] == ["mailto:hello@coffeecorner.example"]
