"""Contact sheets: one frame for each page, something on every page, nothing laid over another."""

import datetime as dt
import re
import subprocess

import pytest
from PySide6.QtGui import QImage

from tests import contact_sheets, libreoffice
from tests.contact_sheets import Leaf
from wizard.documents import templates
from wizard.i18n import LANGUAGES
from wizard.offered import HOME

TODAY = dt.date(2026, 12, 1)
TOOLS = (*contact_sheets.TOOLS, "pdfinfo")
MISSING = libreoffice.missing(*TOOLS)
needs_tools = pytest.mark.skipif(
    bool(MISSING), reason=f"not installed, so no sheet is made: {', '.join(MISSING)}"
)


def pages_of(pdf):
    said = subprocess.run(["pdfinfo", pdf], capture_output=True, check=True, text=True).stdout
    return int(re.search(r"^Pages:\s+(\d+)$", said, re.MULTILINE)[1])


@pytest.fixture(scope="module")
def printed(tmp_path_factory, qapp):
    """The café's plan as PDF and as drawn pages."""
    papers = contact_sheets.papers("cafe", "en", TODAY, {"paper": "letter"})
    plan = next(paper for paper in papers if paper.title == "Crisis communication plan")
    folder = tmp_path_factory.mktemp("plan")
    (folder / "plan.docx").write_bytes(plan.content)
    libreoffice.print_folder(folder)
    return folder / "plan.pdf", contact_sheets.drawn(plan.title, folder / "plan.pdf")


@needs_tools
def test_a_sheet_has_a_frame_for_each_page_and_all_captions_count(printed):
    pdf, leaves = printed
    count = pages_of(pdf)
    assert [leaf.caption for leaf in leaves] == [
        f"Crisis communication plan · {number}/{count}" for number in range(1, count + 1)
    ]
    assert len(contact_sheets.places(leaves)) == count > contact_sheets.COLUMNS


@needs_tools
def test_every_page_on_a_sheet_is_printed_on(printed):
    _, leaves = printed
    sheet = contact_sheets.sheet(leaves)
    for leaf, place in zip(leaves, contact_sheets.places(leaves), strict=True):
        assert sheet.rect().contains(place), leaf.caption
        shown = sheet.copy(place.adjusted(1, 1, -1, -1))
        colours = {shown.pixel(x, y) for x in range(shown.width()) for y in range(shown.height())}
        assert len(colours) > 2, leaf.caption


def test_pages_of_several_sizes_do_not_lie_on_each_other(qapp):
    sizes = [(413, 585), (425, 550)] * 6
    leaves = [Leaf("", QImage(*size, QImage.Format.Format_RGB32)) for size in sizes]
    found = contact_sheets.places(leaves)
    assert [(place.width(), place.height()) for place in found] == sizes
    assert not any(
        one.intersects(other) for number, one in enumerate(found) for other in found[:number]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cafe_shows_what_is_offered_and_a_change_sheet(language):
    shown = [paper.title for paper in contact_sheets.papers("cafe", language, TODAY, {})]
    known = templates.documents(language)
    here = templates.known_in(language, frozenset({HOME[language]}))
    offered = [one.title for one in here.values() if one.offered]
    assert shown == [*offered, known[contact_sheets.CHANGES].title]


def test_some_english_trades_are_printed_on_letter_and_no_russian_one():
    papers = {
        language: {contact_sheets.business_of(t, language)["paper"] for t in contact_sheets.TRADES}
        for language in LANGUAGES
    }
    assert papers == {"en": {"a4", "letter"}, "ru": {"a4"}}
