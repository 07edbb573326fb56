"""The control block of the UK and the US: each norm says when it was approved and is reviewed."""

import datetime as dt

import pytest

from wizard import examples
from wizard.documents import page, writing
from wizard.interview import answers as interview

NORMS = ("service-standard", "guide", "crisis-plan")
APPROVED = dt.date(2026, 11, 20)


def block(document, country, today, **business):
    """The control block as pairs of head and text."""
    stored = examples.with_facts("cafe", language="en")
    stored["business"] |= {"country": country, **business}
    answers = interview.read("cafe", stored)
    tree = page.parse(writing.markup(document, answers, "en", today))
    (table,) = (
        one for one in tree.iter("table") if (one.get("summary") or "").startswith("Control block")
    )
    rows = ([" ".join("".join(td.itertext()).split()) for td in row] for row in table.iter("tr"))
    return {head: text.replace("\N{NO-BREAK SPACE}", " ") for head, text in rows}


@pytest.mark.parametrize("approval", ["order", "signature"])
@pytest.mark.parametrize("country", ["GB", "US"])
@pytest.mark.parametrize("document", NORMS)
def test_each_norm_shows_its_approval_date_and_next_review(document, country, approval, today):
    found = block(
        document,
        country,
        today,
        approval=approval,
        order_date=APPROVED.isoformat(),
        valid_from="2026-12-01",
        review_months=6,
    )
    assert found["Approved by"]
    assert "20 November 2026" in found["Approved on"]
    assert found["Next review"].startswith("1 June 2027")


@pytest.mark.parametrize("country", ["GB", "US"])
@pytest.mark.parametrize("document", NORMS)
def test_where_no_order_is_numbered_no_number_is_left_blank(document, country, today):
    found = block(document, country, today, approval="order", order_number={"own": ""})
    assert "order no." not in found["Approved on"]
