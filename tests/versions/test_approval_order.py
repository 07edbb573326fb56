"""The order that approves a version: of what it changed, with what that replaces."""

import datetime as dt
from dataclasses import replace

import pytest

from wizard.errors import UserError
from wizard.interview.places import Place
from wizard.versions import issuing

DAY = dt.date(2026, 12, 1)


def made(project, number):
    """The issue of the order of a version."""
    (order,) = issuing.of_version(
        project.library, project.session, number, DAY, documents=[issuing.ORDER]
    )
    return order.issue


def test_the_first_version_approves_every_norm_and_replaces_none(published):
    issue = made(published("ru"), 1)
    assert set(issue.editions) == {"service-standard", "guide", "crisis-plan"}
    assert {one.number for one in issue.editions.values()} == {1}
    assert not issue.replaced


def test_a_later_version_approves_what_it_changed_in_place_of_the_edition_before(published):
    project = published("ru")
    project.give(Place("response", "watching"), {"own": "Отзывы на картах"})
    project.publish()
    issue = made(project, 2)
    assert set(issue.editions) == {"crisis-plan"}
    assert issue.editions["crisis-plan"].number == 2
    assert issue.replaced["crisis-plan"].number == 1


def test_a_version_that_changed_no_norm_has_no_order(published):
    project = published("ru")
    found = project.reopen(1)
    promise = replace(found, editions={"promise": found.editions["promise"]})
    with pytest.raises(UserError, match="changed nothing"):
        issuing.approval_order(project.library, project.project.id, promise, "ru")


def test_there_is_no_order_of_a_version_elsewhere(published):
    with pytest.raises(UserError, match="where the country is"):
        made(published("en"), 1)
