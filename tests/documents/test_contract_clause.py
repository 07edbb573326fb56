"""The clause of the employment contract: terms between two parties, in place of a положение."""

import pytest

from wizard import examples, export
from wizard.documents import page, writing
from wizard.errors import UserError
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview

CLAUSE = "contract-clause"
TRADES = [trade for trade in examples.trades() if trade != examples.EMPTY]


def said(trade, language, today):
    answers = interview.read(trade, examples.with_facts(trade, language=language))
    tree = page.parse(writing.markup(CLAUSE, answers, language, today))
    return " ".join("".join(tree.itertext()).split())


@pytest.mark.parametrize("trade", TRADES)
def test_it_speaks_of_the_parties_and_of_no_policy(trade, today):
    text = said(trade, "ru", today)
    assert "Работодатель" in text
    assert "Положени" not in text
    assert "памятк" not in text.lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_ground_in_law_is_told_with_source_and_day_and_as_what_may_be(language, today):
    text = said("cafe", language, today)
    assert "309.2" in text
    assert {"en": "858", "ru": "№\N{NO-BREAK SPACE}858"}[language] in text.replace("№ ", "№\xa0")
    assert {"en": "23 Nov 2026", "ru": "23.11.2026"}[language] in text
    assert {"en": "may do without", "ru": "может не принимать"}[language] in text


def test_it_is_made_in_russia_alone():
    abroad = interview.read("cafe", examples.with_facts("cafe", language="en"))
    with pytest.raises(UserError):
        export.orders(abroad, ["en"], [CLAUSE])
