"""What nobody plans: a clock that was wrong, signs that no text can hold."""

import datetime as dt

import pytest

from tests.versions.conftest import DAY
from wizard.documents import frozen
from wizard.interview.places import Place
from wizard.ledger import ledger, marking
from wizard.library import events
from wizard.versions import issuing, verifying

LONE = "\ud800 and \x00"


def rule_changed(project, words):
    rule = project.answers.staff_rules.do[0].id
    project.give(Place("staff_rules", "do", rule, "text"), words)


def test_a_lone_surrogate_anywhere_is_published_and_comes_back(published):
    project = published()
    project.give(Place("business", "name"), f"Bean {LONE}")
    rule_changed(project, f"Ask {LONE}")
    made = project.publish(f"What {LONE} changed")
    assert made.note == "What \ufffd and \ufffd changed"
    found = project.reopen(2)
    assert found.answers.business.name.own == f"Bean {LONE}"
    assert found.pages["guide", "en"].author == "Bean \ufffd and \ufffd"
    for order in issuing.orders(found):
        edition = order.issue.editions[order.document]
        verdict = verifying.verify(project.library, frozen.word(order.page, edition))
        assert verdict.state == "intact"


@pytest.fixture
def ahead(published):
    """A café whose first version is dated a month ahead, by a clock that was set back since."""
    project = published(day=DAY + dt.timedelta(days=30))
    rule_changed(project, "Ask before you post.")
    project.publish("Second", day=DAY)
    return project


def test_a_version_of_a_clock_that_was_ahead_does_not_bar_the_next(ahead):
    read = {
        days: ledger.read(ahead.library, ahead.project.id, DAY + dt.timedelta(days=days))
        for days in (-1, 0, 5, 30, 60)
    }
    assert {days: found.version for days, found in read.items()} == {-1: 0, 0: 2, 5: 2, 30: 2, 60: 2}
    asked = {days: found.asked("guide") for days, found in read.items() if days >= 0}
    assert asked[0] and len(set(asked.values())) == 1


def test_a_mark_is_for_the_version_of_today_whatever_day_an_earlier_one_carries(ahead):
    numbers = marking.mark(
        ahead.library, ahead.project.id, "signed", ["p1"], ["guide"], on=DAY, today=DAY, how="paper"
    )
    (noted,) = events.numbered(ahead.library, ahead.project.id, numbers)
    assert (noted.kind, noted.version) == ("signed", 2)
    cell = ledger.read(ahead.library, ahead.project.id, DAY).state("p1").cells["guide"]
    assert cell.state == "signed"
