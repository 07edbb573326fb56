"""The wallet card: eight alike on a page, front and back, whatever the owner typed."""

import re
import subprocess
from dataclasses import replace

import pytest

from tests import libreoffice
from wizard import examples
from wizard.documents import house, length, page, writing
from wizard.documents.rich import leaves
from wizard.documents.rich.blocks import Row
from wizard.documents.word import tables
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview
from wizard.interview.rows import Item
from wizard.interview.values import Person, Words

CARD = "wallet-card"
TRADES = [trade for trade in examples.trades() if trade != examples.EMPTY]
STARTS = [*TRADES, "long"]
LONG_NAME = Person(surname="Verylong-" * 3 + "Surname", given="Bartholomew", patronymic="")
LONG = Words(own="A sentence that goes on and on for as long as anybody cares to read it. " * 3)
MISSING = libreoffice.missing(libreoffice.PROGRAM, "pdfinfo")
needs_tools = pytest.mark.skipif(
    bool(MISSING), reason=f"not installed, so no card is printed: {', '.join(MISSING)}"
)


def answers_of(start, language, paper):
    trade = "cafe" if start == "long" else start
    stored = examples.with_facts(trade, language=language)
    stored["business"] |= {"paper": paper}
    found = interview.read(trade, stored)
    if start != "long":
        return found
    roles = tuple(
        replace(one, title=LONG, person=LONG_NAME, deputy=LONG_NAME)
        if number < 2
        else replace(one, person=LONG_NAME, deputy=LONG_NAME)
        for number, one in enumerate(found.crisis_team.roles)
    )
    items = tuple(Item(id=f"long-{number}", text=LONG) for number in range(9))
    response = replace(found.response, first_15=items, say_now=items, never=items)
    team = replace(found.crisis_team, roles=roles)
    business = replace(found.business, name=LONG)
    return replace(found, business=business, crisis_team=team, response=response)


def cells(start, language, today, paper="a4"):
    tree = page.parse(writing.markup(CARD, answers_of(start, language, paper), language, today))
    return [
        ["".join(td.itertext()).strip() for td in table.iter("td")] for table in tree.iter("table")
    ]


@pytest.fixture(scope="session")
def printed(tmp_path_factory, today):
    folder = tmp_path_factory.mktemp("cards")
    for language in LANGUAGES:
        for paper in house.PAPERS:
            for start in STARTS:
                content = writing.word(CARD, answers_of(start, language, paper), language, today)
                (folder / f"{start} {language} {paper}.docx").write_bytes(content)
    libreoffice.print_folder(folder)
    return folder


@needs_tools
@pytest.mark.parametrize("paper", house.PAPERS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("start", STARTS)
def test_it_is_two_pages_on_every_paper(start, language, paper, printed):
    file = printed / f"{start} {language} {paper}.pdf"
    said = subprocess.run(["pdfinfo", file], capture_output=True, check=True, text=True).stdout
    assert re.search(r"^Pages:\s+2$", said, re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("start", [*STARTS, examples.EMPTY])
def test_eight_cards_are_alike_on_each_side(start, language, today):
    fronts, backs = cells(start, language, today)
    assert len(fronts) == len(backs) == 8
    assert len(set(fronts)) == len(set(backs)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("start", STARTS)
def test_the_first_person_to_call_and_the_emergency_number_are_on_it(start, language, today):
    front = cells(start, language, today)[0][0]
    assert {"en": "999", "ru": "112"}[language] in front
    reached = answers_of(start, language, "a4").crisis_team.roles
    assert any(one.phone.own in front for one in reached)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_too_long_is_left_out_whole(language, today):
    front, back = (side[0] for side in cells("long", language, today))
    assert LONG_NAME.surname in front
    for side in (front, back):
        assert "A sentence" not in side or LONG.own.strip() in side


@pytest.mark.parametrize("paper", house.PAPERS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("start", STARTS)
def test_the_live_page_lays_cards_of_one_size_in_the_middle(start, language, paper, today):
    leaf = leaves.leaf(CARD, answers_of(start, language, paper), language, today)
    rows = [one for one in leaf.blocks if isinstance(one, Row)]
    assert len(rows) == 8
    for row in rows:
        width = sum(cell.width for cell in row.cells)
        assert abs(2 * row.left + width - leaf.sheet.text_width) <= 1
        tallest = max(
            length._cell_height(cell, cell.width - sum(row.padding)) for cell in row.cells
        )
        assert tallest <= row.least == tables.CARD_HEIGHT
