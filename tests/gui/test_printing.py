"""Pages on paper: what keeps together, what is said again, and the files that are written."""

import datetime as dt

import pytest
from PySide6.QtGui import QPageSize

from tests.benchmarks.exporting import staffed
from ui import printing
from ui.pages_of import laid, pages_of
from ui.typesetting import Typesetter
from wizard.documents import templates
from wizard.documents.rich.blocks import Paragraph
from wizard.documents.rich.leaves import leaf
from wizard.export import Order
from wizard.i18n import LANGUAGES
from wizard.interview.places import Place, with_value
from wizard.interview.values import Words

TODAY = dt.date(2026, 12, 1)


@pytest.fixture(scope="module")
def answers():
    return {language: staffed("cafe", language, 100) for language in LANGUAGES}


def blocks_of(pages, number):
    return [one.piece for one in pages.pages[number]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_promise_takes_one_page(qapp, answers, language):
    assert len(pages_of(leaf("promise", answers[language], language, TODAY)).pages) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_stands_in_the_margin(qapp, answers, language):
    for document in templates.documents(language):
        pages = pages_of(leaf(document, answers[language], language, TODAY))
        sheet = pages.leaf.sheet
        for page in pages.pages:
            assert page
            last = page[-1]
            assert page[0].y >= sheet.top
            assert last.y + last.bottom - last.top <= sheet.height - sheet.bottom + 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_ends_with_a_heading(qapp, answers, language):
    for document in templates.documents(language):
        typesetter = Typesetter()
        found = leaf(document, answers[language], language, TODAY)
        pieces = [typesetter.piece(block, found.sheet.text_width) for block in found.blocks]
        pages = laid(found, typesetter, pieces)
        kept = {
            id(piece)
            for block, piece in zip(found.blocks, pieces, strict=True)
            if isinstance(block, Paragraph) and block.style.keep_next
        }
        assert kept
        for page in pages.pages[:-1]:
            assert id(page[-1].piece) not in kept


def test_the_head_of_a_table_is_said_again_on_each_page(qapp, answers):
    pages = pages_of(leaf("acknowledgement", answers["en"], "en", TODAY))
    long = [number for number in range(len(pages.pages)) if len(pages.pages[number]) > 10]
    assert len(long) > 2
    for number in long[1:3]:
        assert "Signature" in " ".join(piece.said() for piece in blocks_of(pages, number)[:4])


def test_a_paragraph_longer_than_a_page_is_cut_between_lines(qapp, answers):
    words = Words(own="word " * 4000)
    long = with_value(answers["en"], Place("staff_rules", "purpose"), words)
    pages = pages_of(leaf("guide", long, "en", TODAY))
    parts = [one for page in pages.pages for one in page if one.bottom < one.piece.height]
    assert parts
    for part in parts:
        assert all(
            not (top + 1 < part.bottom < bottom - 1)
            for text in part.piece.texts
            for top, bottom in text.lines()
        )


def test_a_row_longer_than_a_page_goes_on_over_the_page(qapp, answers):
    words = Words(own="word " * 6000)
    long = with_value(answers["en"], Place("community", "decides"), words)
    pages = pages_of(leaf("service-standard", long, "en", TODAY))
    said = " ".join(one.piece.said() for page in pages.pages for one in page if not one.top)
    assert said.count("word") >= 6000


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_of_equal_answers_has_equal_bytes(qapp, answers, language):
    order = Order("promise", language, answers[language])
    content = printing.pdf(order, TODAY)
    assert content.startswith(b"%PDF-")
    assert content == printing.pdf(order, TODAY)


def test_a_printer_that_was_not_chosen_prints_nothing(qapp, answers, monkeypatch):
    monkeypatch.setattr(printing, "ask_printer", lambda _printer, _parent: False)
    order = Order("promise", "en", answers["en"])
    assert not printing.print_document(None, order, TODAY)


def test_a_chosen_printer_prints_every_page(qapp, answers, monkeypatch, tmp_path):
    def choose(printer, _parent):
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return True

    monkeypatch.setattr(printing, "ask_printer", choose)
    order = Order("crisis-plan", "en", answers["en"])
    assert printing.print_document(None, order, TODAY)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")


def test_letter_paper_is_printed_on_letter(qapp, answers):
    letter = with_value(answers["en"], Place("business", "paper"), "letter")
    paper = printing.layout(pages_of(leaf("promise", letter, "en", TODAY))).pageSize()
    assert paper.id() == QPageSize.PageSizeId.Letter
