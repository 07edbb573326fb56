"""The estimated length of the promise against what LibreOffice makes of it."""

import shutil
import statistics
import tomllib

import pytest

from tests.documents import length_measuring as measuring
from wizard import examples
from wizard.documents import house, length, line_breaks
from wizard.documents.rich import leaves
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview

FARTHEST, TYPICAL = 0.02, 0.002
BAND = 0.01
"""So near to one full page the verdict may be wrong."""
AGAIN = "measure anew after a change of the promise: python -m tests.documents.length_measuring"
MISSING = [tool for tool in measuring.TOOLS if shutil.which(tool) is None]
live = pytest.mark.skipif(
    bool(MISSING), reason=f"not installed, so nothing is measured: {', '.join(MISSING)}"
)


@pytest.fixture(scope="module")
def measured():
    tables = tomllib.loads(measuring.MEASURED.read_text("utf-8"))
    return {
        (trade, language, paper, name): figure
        for trade, languages in tables.items()
        for language, papers in languages.items()
        for paper, figures in papers.items()
        for name, figure in figures.items()
    }


@pytest.fixture(scope="module")
def estimated():
    return {one: length.of_page(measuring.case(*one)) for one in measuring.cases()}


@pytest.fixture(params=measuring.TRADES)
def trade(request):
    return request.param


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(params=house.PAPERS)
def paper(request):
    return request.param


def test_every_case_was_measured(measured):
    assert set(measured) == set(measuring.cases()), AGAIN


def test_the_estimate_is_near_what_libreoffice_fills(measured, estimated):
    off = {one: abs(estimated[one] / figure - 1) for one, figure in measured.items()}
    assert {one: by for one, by in off.items() if by > FARTHEST} == {}, AGAIN
    assert statistics.median(off.values()) <= TYPICAL


def test_whether_it_is_more_than_one_page_is_said_rightly(measured, estimated):
    clear = {one for one, figure in measured.items() if abs(figure - 1) > BAND}
    assert len(clear) > len(measured) * 0.9
    wrong = [one for one in clear if (measured[one] > 1) != (estimated[one] > 1)]
    assert wrong == [], AGAIN


def test_the_measured_cases_lie_on_both_sides_of_one_page_and_near_it(measured):
    assert min(measured.values()) < 0.65
    assert max(measured.values()) > 2.5
    near = [figure for figure in measured.values() if 0.9 <= figure <= 1.1]
    assert len(near) > 100


def test_the_example_of_a_trade_fits_one_page(trade, language, paper, estimated):
    assert estimated[trade, language, paper, "example"] < 1


def test_a_much_longer_promise_does_not_fit_one_page(trade, language, paper, estimated):
    assert estimated[trade, language, paper, "mixed-9"] > 1.5


def test_a_promise_without_answers_has_a_length_too(language):
    answers = interview.read(examples.EMPTY, examples.with_facts(examples.EMPTY, language=language))
    assert 0.3 < length.of_promise(answers, language, measuring.DAY) < 1


def test_the_answers_the_page_and_the_leaf_give_the_same_length(trade, language, paper, estimated):
    raw = measuring.stored(trade, language, measuring.CASES["mixed-2"])
    raw["business"]["paper"] = paper
    answers = interview.read(trade, raw)
    leaf = leaves.leaf(measuring.DOCUMENT, answers, language, measuring.DAY)
    expected = estimated[trade, language, paper, "mixed-2"]
    assert length.pages(leaf) == expected
    assert length.of_promise(answers, language, measuring.DAY) == expected


def test_letter_paper_holds_less_of_a_long_promise_than_a4(trade, language, estimated):
    letter, a4 = (estimated[trade, language, paper, "mixed-1"] for paper in ("letter", "a4"))
    assert letter > a4


def test_a_line_ends_where_the_next_word_has_no_room():
    words = "aaaa bbbb cccc"  # four letters are 2.0 to 2.2 wide, a space 0.3
    assert line_breaks.lines(words, 20) == 1
    assert line_breaks.lines(words, 5) == 2
    assert line_breaks.lines(words, 3) == 3


def test_a_no_break_space_keeps_two_words_on_one_line():
    assert line_breaks.lines("aaaa bb bb cccc", 4.7) == 2
    assert line_breaks.lines("aaaa bb\N{NO-BREAK SPACE}bb cccc", 4.7) == 3


def test_a_line_break_of_the_owner_is_a_new_line():
    assert line_breaks.lines("a<br/>b<br/><br/>c", 20) == 4


def test_a_word_wider_than_the_line_is_torn():
    assert line_breaks.lines("a" * 100, 10) == 6
    assert line_breaks.lines("short " + "a" * 100, 10) == 7


def test_a_line_may_end_after_a_dash_or_a_question_mark_and_not_within_a_number_or_a_path():
    assert line_breaks.lines("aa aaaa–aaaa aaaa", 5.2) == 2
    assert line_breaks.lines("aa aaaa?aaaa aaaa", 5.2) == 2
    for torn in ("aaa aa-11 aaa", "aaa aa/aa aaa", "aaa aa.aa aaa"):
        assert line_breaks.lines(torn, 4) == 3


def test_bold_words_and_cyrillic_ones_take_more_room():
    assert line_breaks.lines("<b>" + "lift " * 100 + "</b>", 20) > line_breaks.lines(
        "lift " * 100, 20
    )
    assert line_breaks.lines("жизнь " * 100, 20) > line_breaks.lines("lives " * 100, 20)


def test_an_entity_counts_as_its_one_letter():
    assert line_breaks.lines("&lt;" * 17, 10) == line_breaks.lines("=" * 17, 10) == 1


def test_letters_of_no_table_have_a_width_too():
    assert line_breaks.lines("é" * 40, 10) == line_breaks.lines("e" * 40, 10)
    assert line_breaks.lines("語" * 40, 10) == 4
    assert line_breaks.lines("\N{COMBINING ACUTE ACCENT}" * 40, 10) == 1
    assert line_breaks.lines("ω" * 40, 10) > 1


@live
@pytest.mark.parametrize("name", ["example", "mixed-9"])
def test_libreoffice_here_agrees(name, tmp_path):
    pages = [measuring.case("cafe", one, "a4", name) for one in LANGUAGES]
    for page, figure in zip(pages, measuring.measured(pages, tmp_path), strict=True):
        assert length.of_page(page) == pytest.approx(figure, rel=FARTHEST)
