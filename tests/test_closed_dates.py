"""Closed dates from the public holidays: what is suggested, and what becomes of the list."""

import dataclasses
import datetime as dt

import pytest

from wizard import closed_dates
from wizard.interview import answers as interview
from wizard.interview.hours import ClosedDays
from wizard.interview.places import Place, with_value

AUTUMN = dt.date(2026, 11, 25)


@pytest.fixture
def russian():
    """``russian("ru", "en")``: a business in Russia with documents in these languages."""

    def answers(*languages, country="RU", closed=()):
        found = with_value(interview.read("cafe", {}), Place("business", "country"), country)
        found = with_value(found, Place("business", "languages"), languages)
        return with_value(found, Place("hours", "closed"), closed)

    return answers


def closed(first, last=None, row="own-1"):
    return ClosedDays(id=row, first=first, last=last)


def named(found, first):
    return next(one for one in found if one.first == first)


def test_the_name_has_a_wording_for_each_document_language(russian):
    found = closed_dates.suggested(russian("ru", "en"), AUTUMN, "ru")
    name = named(found, dt.date(2027, 6, 12)).name
    assert (name.own, name.other) == ("День России", {"en": "Russia Day"})
    found = closed_dates.suggested(russian("en", "ru"), AUTUMN, "ru")
    name = named(found, dt.date(2027, 6, 12)).name
    assert (name.own, name.other) == ("Russia Day", {"ru": "День России"})


def test_a_language_that_the_documents_do_not_have_is_not_kept(russian):
    one = named(closed_dates.suggested(russian("en"), AUTUMN, "ru"), dt.date(2027, 6, 12))
    assert one.title == "День России"
    assert (one.name.own, one.name.other) == ("Russia Day", {})


def test_a_second_wording_that_says_the_same_is_not_kept(russian):
    answers = russian("ru", "en", country="GB")
    name = named(closed_dates.suggested(answers, AUTUMN, "ru"), dt.date(2026, 12, 25)).name
    assert (name.own, name.other) == ("Christmas Day", {})


def test_what_the_list_has_whole_is_not_suggested_and_what_it_has_in_part_is(russian):
    new_year = (dt.date(2027, 1, 1), dt.date(2027, 1, 8))
    part = russian("ru", closed=(closed(new_year[0], dt.date(2027, 1, 2)),))
    whole = russian(
        "ru",
        closed=(
            closed(new_year[0], dt.date(2027, 1, 2)),
            closed(dt.date(2027, 1, 3), dt.date(2027, 1, 10), "own-2"),
        ),
    )
    assert new_year[0] in [one.first for one in closed_dates.suggested(part, AUTUMN, "ru")]
    assert new_year[0] not in [one.first for one in closed_dates.suggested(whole, AUTUMN, "ru")]


def test_without_a_country_nothing_is_suggested(russian):
    assert closed_dates.suggested(russian("ru", country=""), AUTUMN, "ru") == ()


def test_rows_come_in_by_date_and_what_was_there_keeps_its_order(russian):
    found = closed_dates.suggested(russian("ru", "en"), AUTUMN, "ru")
    chosen = [named(found, dt.date(2027, 1, 1)), named(found, dt.date(2027, 6, 12))]
    before = [
        {"id": "past", "first": "2025-01-01", "name": "Past"},
        {"id": "no-date", "name": "Some day"},
        {"id": "summer", "first": "2027-08-01"},
        {"id": "spring", "first": "2027-04-01"},
    ]
    after = closed_dates.with_suggested(before, chosen)
    assert [row for row in after if row in before] == before
    assert [row.get("first") for row in after] == [
        "2025-01-01", None, "2027-01-01", "2027-06-12", "2027-08-01", "2027-04-01",
    ]  # fmt: skip
    new_year, russia = after[2], after[3]
    assert (new_year["last"], "last" in russia) == ("2027-01-08", False)
    assert russia["name"] == {"own": "День России", "en": "Russia Day"}
    assert new_year["id"] != russia["id"]


def test_what_is_added_reads_back_as_it_was_suggested(russian):
    (one, *_) = closed_dates.suggested(russian("ru", "en"), AUTUMN, "en")
    (row,) = closed_dates.CLOSED.clean(closed_dates.with_suggested([], [one]))
    assert dataclasses.replace(row, id="") == ClosedDays(id="", first=one.first, name=one.name)
