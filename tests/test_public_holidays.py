"""The public holidays of the coming twelve months: which days, in which language."""

import datetime as dt
from itertools import pairwise

import pytest

from wizard import public_holidays
from wizard.interview.catalogue import catalogue
from wizard.public_holidays import PublicHoliday

AUTUMN = dt.date(2026, 11, 25)
YEAR = dt.timedelta(days=365)


def by_first(country, language, day=AUTUMN):
    return {one.first: one for one in public_holidays.coming(country, day, language)}


@pytest.mark.parametrize(
    ("language", "name"), [("ru", "Новогодние каникулы"), ("en", "New Year Holidays")]
)
def test_the_russian_new_year_is_one_run_of_eight_days_in_both_languages(language, name):
    found = by_first("RU", language)[dt.date(2027, 1, 1)]
    assert found == PublicHoliday(dt.date(2027, 1, 1), dt.date(2027, 1, 8), name)
    assert dt.date(2027, 1, 7) not in by_first("RU", language)


def test_a_day_off_in_lieu_bears_the_name_of_its_holiday():
    found = by_first("GB", "en")
    assert found[dt.date(2026, 12, 26)].name == "Boxing Day"
    assert found[dt.date(2026, 12, 28)].name == "Boxing Day"
    assert found[dt.date(2026, 12, 28)].last == dt.date(2026, 12, 28)


def test_a_holiday_and_its_day_in_lieu_next_to_it_are_one_run():
    found = by_first("RU", "ru")[dt.date(2027, 5, 9)]
    assert (found.last, found.name) == (dt.date(2027, 5, 10), "День Победы")


def test_days_in_lieu_that_alternate_do_not_swallow_each_other():
    found = by_first("GB", "en", dt.date(2027, 12, 1))
    assert [found[dt.date(2027, 12, day)].name for day in (25, 26, 27, 28)] == [
        "Christmas Day", "Boxing Day", "Christmas Day", "Boxing Day",
    ]  # fmt: skip


@pytest.mark.parametrize(("language", "name"), [("ru", "Выходной"), ("en", "Day off")])
def test_a_day_that_was_moved_is_simply_a_day_off(language, name):
    assert by_first("RU", language)[dt.date(2027, 2, 22)].name == name


@pytest.mark.parametrize("spoken_here", ["en_US.UTF-8", "ru_RU.UTF-8", "de_DE.UTF-8"])
def test_a_language_that_nobody_wrote_gives_the_countrys_own_names(monkeypatch, spoken_here):
    # Not LANGUAGE itself: the C library would translate its own messages from then on.
    monkeypatch.delenv("LANGUAGE", raising=False)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, spoken_here)
    public_holidays.coming.cache_clear()
    assert by_first("DE", "ru")[dt.date(2027, 1, 1)].name == "Neujahr"
    assert by_first("DE", "en")[dt.date(2027, 1, 1)].name == "New Year’s Day"
    assert not public_holidays.speaks("DE", "ru")
    assert public_holidays.speaks("DE", "en")


def test_a_country_that_was_written_down_in_english_alone_speaks_english():
    assert public_holidays.speaks("NZ", "en")
    assert not public_holidays.speaks("NZ", "ru")


def test_a_run_that_has_begun_comes_whole_and_one_that_is_over_does_not():
    begun = by_first("RU", "ru", dt.date(2027, 1, 5))
    assert begun[dt.date(2027, 1, 1)].last == dt.date(2027, 1, 8)
    assert dt.date(2027, 1, 1) not in by_first("RU", "ru", dt.date(2027, 1, 9))


@pytest.mark.parametrize("country", ["", "XX", "ZZ"])
def test_a_country_that_is_not_known_has_none(country):
    assert public_holidays.coming(country, AUTUMN, "en") == ()
    assert not public_holidays.speaks(country, "en")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_country_of_the_catalogue_has_holidays_in_order_that_do_not_overlap(language):
    for country in catalogue("countries"):
        found = public_holidays.coming(country, AUTUMN, language)
        assert len(found) > 3, country
        assert all(one.name and one.first <= one.last for one in found), country
        assert all(earlier.last < later.first for earlier, later in pairwise(found)), country
        assert found[0].last >= AUTUMN
        assert found[-1].first < AUTUMN + YEAR


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_name_tells_why_a_day_is_off(language):
    for country in catalogue("countries"):
        for one in public_holidays.coming(country, AUTUMN, language):
            assert not any(
                word in one.name for word in ("observed", "substituted", "перенес", "(выходной")
            )


def test_the_two_languages_have_the_same_days():
    for country in catalogue("countries"):
        english, russian = (
            [(one.first, one.last) for one in public_holidays.coming(country, AUTUMN, language)]
            for language in ("en", "ru")
        )
        assert english == russian, country
