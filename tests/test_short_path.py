"""The short path, without a window."""

import dataclasses

import pytest

from wizard import examples, short_path
from wizard.interview import answers as interview
from wizard.interview import places, progress
from wizard.interview.places import Place

TRADES = [trade for trade in examples.trades() if trade != "empty"]


def project(trade, country="GB"):
    language = "ru" if country == "RU" else "en"
    return interview.read(trade, examples.start(trade, language=language, country=country))


@pytest.mark.parametrize("country", ["GB", "RU"])
@pytest.mark.parametrize("trade", TRADES)
def test_it_asks_about_fifteen_facts_on_four_pages(trade, country):
    pages = short_path.pages(project(trade, country))
    assert len(pages) == 4
    assert 14 <= sum(len(page.asked) for page in pages) <= 18


@pytest.mark.parametrize("trade", examples.trades())
def test_every_place_it_asks_for_is_there(trade):
    answers = project(trade)
    for page in short_path.pages(answers):
        for place in page.asked:
            assert places.question_at(place)
            places.value_at(answers, place)


@pytest.mark.parametrize("trade", TRADES)
def test_most_steps_of_an_example_want_a_look_only(trade):
    answers = project(trade)
    steps = [step.about.id for step in interview.STEPS]
    filled = [step for step in steps if short_path.filled_from_example(step, answers)]
    assert {"hours", "community", "service", "staff_rules", "security", "risks"} <= set(filled)
    assert "business" not in filled


def test_an_empty_start_is_filled_from_nothing():
    answers = project("empty")
    assert not any(
        short_path.filled_from_example(step.about.id, answers) for step in interview.STEPS
    )


def test_another_country_brings_its_time_zone_and_paper():
    answers = project("cafe", "GB")
    business = dataclasses.replace(answers.business, country="US")
    changed = short_path.country_defaults(dataclasses.replace(answers, business=business), "GB")
    assert changed[Place("business", "paper")] == "letter"
    assert changed[Place("hours", "time_zone")] != "Europe/London"


def test_a_time_zone_of_the_owners_own_stays():
    answers = project("cafe", "GB")
    business = dataclasses.replace(answers.business, country="US")
    hours = dataclasses.replace(answers.hours, time_zone="Europe/Berlin")
    changed = short_path.country_defaults(
        dataclasses.replace(answers, business=business, hours=hours), "GB"
    )
    assert Place("hours", "time_zone") not in changed


def test_what_it_asks_is_most_of_what_an_example_lacks():
    answers = project("cafe")
    found = progress.of_project(answers)
    asked = {place for page in short_path.pages(answers) for place in page.asked}
    assert found.asked - found.given <= 40
    assert Place("business", "legal_name") in asked
