"""The approval order: what it approves, what it replaces, whom it names, where there is one."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.documents.page_text import squeezed
from wizard import examples, export, feeds
from wizard.documents import page, templates, writing
from wizard.documents.edition import Edition
from wizard.documents.issue import DRAFT, Issue
from wizard.errors import UserError
from wizard.interview import answers as interview

ORDER = "approval-order"
DAY = dt.date(2026, 12, 1)


@pytest.fixture(scope="module")
def cafe():
    return interview.read("cafe", examples.with_facts("cafe", language="ru"))


def said(answers, issue=DRAFT):
    """The paragraphs and items of the order, white space as one space."""
    tree = page.parse(writing.markup(ORDER, answers, "ru", DAY, issue=issue))
    return [" ".join("".join(one.itertext()).split()) for one in tree.iter("p", "h1", "li", "td")]


def test_of_a_draft_every_norm_is_approved_and_none_is_replaced(cafe):
    lines = said(cafe)
    approved = [line for line in lines if line.startswith("Утвердить ")]
    titles = [
        one.title for one in templates.documents("ru").values() if one.approved.startswith("УТВ")
    ]
    assert len(approved) == len(titles) == 3
    assert all(title in line for title, line in zip(titles, approved, strict=True))
    assert not any("утратившей силу" in line for line in lines)


def test_of_a_version_its_own_editions_are_approved_and_the_ones_before_replaced(cafe):
    issue = Issue(
        editions={"guide": Edition(3, DAY)},
        replaced={"guide": Edition(2, DAY)},
        sign_by=dt.date(2026, 12, 20),
    )
    lines = said(cafe, issue)
    (approved,) = (line for line in lines if line.startswith("Утвердить "))
    assert "(редакция 3)" in approved
    assert approved.endswith("(приложение).")
    (replaced,) = (line for line in lines if "утратившей силу" in line)
    assert "редакцию 2 Положения об использовании социальных сетей" in replaced
    assert any("до 20.12.2026" in line for line in lines)


def test_positions_stand_as_they_are_typed_and_their_holders_after_them(cafe):
    (responsible,) = (line for line in said(cafe) if "за ведение официальных страниц" in line)
    assert "SMM-менеджер — Орлов И. П." in responsible.replace("\N{NO-BREAK SPACE}", " ")


def test_a_sole_trader_signs_as_one_and_as_no_director(cafe):
    trader = replace(cafe, business=replace(cafe.business, legal_form="ip"))
    assert any(line.startswith("Индивидуальный предприниматель") for line in said(trader))
    assert not any(line.startswith("Директор") for line in said(trader))


def test_without_any_facts_the_order_keeps_its_points_with_blanks():
    lines = said(interview.read("empty", examples.start("empty", language="ru")))
    assert sum(line.startswith("Утвердить ") for line in lines) == 3
    assert squeezed("Контроль за исполнением приказа оставляю за собой.") in map(squeezed, lines)


def test_it_is_made_in_russia_alone(cafe):
    abroad = replace(cafe, business=replace(cafe.business, country="GB"))
    assert [one.document for one in export.orders(cafe, ["ru"], [ORDER])] == [ORDER]
    with pytest.raises(UserError):
        export.orders(abroad, ["ru"], [ORDER])
    assert ORDER in feeds.printed("ru", cafe.packs)
    assert ORDER not in feeds.printed("ru", abroad.packs)
