"""The annex for a contractor: a contract between two parties, in no employer's words."""

import re

import pytest

from wizard import examples, export, paths
from wizard.documents import page, templates, writing
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview

ANNEX = "contractor-annex"
TRADES = [trade for trade in examples.trades() if trade != examples.EMPTY]
EMPLOYERS = {
    "en": r"\b(employe|staff dut|training|disciplin|shift\b(?! lead))",
    "ru": r"\b(работник|работодател|сотрудник|должност|дисциплин|под роспись|обучени|зарплат)"
    r"|рабоч\w+ врем|\bсмен(?!ы\b)",
}
"""Beside the client's own positions, «старший смены» among them."""


def text_of(trade, language, today):
    answers = interview.read(trade, examples.with_facts(trade, language=language))
    tree = page.parse(writing.markup(ANNEX, answers, language, today))
    return " ".join("".join(tree.itertext()).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_has_no_employers_words(language):
    source = (paths.templates() / language / f"{ANNEX}{templates.SUFFIX}").read_text("utf-8")
    assert not re.findall(EMPLOYERS[language], source, re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("trade", TRADES)
def test_every_reply_time_and_both_parties_stand_on_it(trade, language, today):
    said = text_of(trade, language, today)
    parties = {"en": ("Client", "Contractor"), "ru": ("Заказчик", "Исполнитель")}[language]
    assert all(said.count(one) >= 2 for one in parties)
    answers = interview.read(trade, examples.with_facts(trade, language=language))
    for channel in answers.channels.list:
        if channel.on and channel.address.own:
            assert channel.address.own in said


@pytest.mark.parametrize("country", ["RU", "GB", "US", "DE", ""])
def test_it_is_made_in_every_country_on_request(country):
    stored = examples.start("cafe", language="en")
    stored["business"] |= {"country": country}
    answers = interview.read("cafe", stored)
    assert [one.document for one in export.orders(answers, ["en"], [ANNEX])] == [ANNEX]
    assert ANNEX not in [one.document for one in export.orders(answers, ["en"], [])]
