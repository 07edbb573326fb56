"""Pages as a reader sees them: the promise on one, the quick card on the first, none left blank."""

import re
import subprocess
from pathlib import Path

import pytest

from tests import libreoffice
from tests.documents.page_text import squeezed
from wizard import examples
from wizard.documents import house, page, templates
from wizard.documents.frozen import freeze
from wizard.documents.writing import word
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview

TOOLS = (libreoffice.PROGRAM, "pdfinfo", "pdftotext")
MISSING = libreoffice.missing(*TOOLS)
pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"not installed, so no page is looked at: {', '.join(MISSING)}"
)
TRADES = [trade for trade in examples.trades() if trade != examples.EMPTY]
FREE = 0.08
POINTS_A_TWIP = 1 / 20
PAGE_LINE = {"en": r"page \d+ of \d+", "ru": r"стр\.\s\d+ из \d+"}


@pytest.fixture(scope="session")
def pdfs(tmp_path_factory, today):
    """The default set of every trade as PDF, one call of LibreOffice for each language."""
    folder = tmp_path_factory.mktemp("pages")
    for language in LANGUAGES:
        for trade in TRADES:
            answers = interview.read(trade, examples.with_facts(trade, language=language))
            for document in default_set(language):
                file = folder / language / f"{trade} {document}.docx"
                file.parent.mkdir(exist_ok=True)
                file.write_bytes(word(document, answers, language, today))
    libreoffice.print_folders(folder / language for language in LANGUAGES)
    return folder


def default_set(language: str) -> list[str]:
    return [one.id for one in templates.documents(language).values() if one.default]


@pytest.fixture(params=TRADES)
def trade(request):
    return request.param


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


def pages(file: Path) -> list[str]:
    """The text of each page."""
    said = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    return said.split("\f")[:-1]


def count(file: Path) -> int:
    said = subprocess.run(["pdfinfo", file], capture_output=True, check=True, text=True).stdout
    return int(re.search(r"^Pages:\s+(\d+)$", said, re.MULTILINE)[1])


def lowest_line(file: Path, above: float) -> float:
    """Where the last word of the body ends, in points from the top; the footer is below."""
    said = subprocess.run(
        ["pdftotext", "-bbox", file, "-"], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    ends = (float(end) for end in re.findall(r'yMax="([\d.]+)"', said))
    return max(end for end in ends if end <= above)


def test_the_promise_is_one_page_with_room_to_spare(trade, language, pdfs):
    file = pdfs / language / f"{trade} promise.pdf"
    assert count(file) == 1
    sheet = house.sheet("public", "a4", binding=False)
    bottom = (sheet.height - sheet.bottom) * POINTS_A_TWIP
    height = bottom - sheet.top * POINTS_A_TWIP
    free = bottom - lowest_line(file, above=bottom + 1)
    assert free / height >= FREE


def test_the_quick_card_ends_on_the_first_page_of_the_plan(trade, language, pdfs):
    first, second, *_ = pages(pdfs / language / f"{trade} crisis-plan.pdf")
    assert {"en": "Never:", "ru": "Никогда:"}[language] in first
    title = templates.documents(language)["crisis-plan"].title
    lines = [line.strip() for line in second.splitlines()]
    assert title in lines
    assert title not in [line.strip() for line in first.splitlines()]


def test_no_page_is_blank(trade, language, pdfs):
    for document in default_set(language):
        file = pdfs / language / f"{trade} {document}.pdf"
        found = pages(file)
        assert len(found) == count(file)
        for number, text in enumerate(found, start=1):
            body = [line for line in text.splitlines() if line.strip()]
            assert re.search(PAGE_LINE[language], body[-1]), f"{document} {number}"
            assert len(body) > 1, f"{document} {number}"


def test_no_page_ends_with_a_heading(trade, language, pdfs, today):
    answers = interview.read(trade, examples.with_facts(trade, language=language))
    for document in default_set(language):
        markup = page.parse(freeze(document, answers, language, today).markup)
        headings = {squeezed("".join(one.itertext())) for one in markup.iter("h1", "h2", "h3")}
        for number, text in enumerate(pages(pdfs / language / f"{trade} {document}.pdf"), start=1):
            *_, last, _ = (squeezed(line) for line in text.splitlines() if line.strip())
            said = re.sub(r"^[\d.]+(?=\D)", "", last)
            assert not {last, said} & headings, f"{document} {number}: {last}"
