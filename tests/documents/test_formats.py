"""Numbers, times, dates and names as each document language says them."""

import datetime as dt

import pytest

from wizard.interview.values import Duration, Interval, Week
from wizard.language import dates, durations, names, weeks

NBSP = "\N{NO-BREAK SPACE}"
TEENS = range(11, 15)
WORKDAY = (Interval(480, 1200),)


def plainly(text):
    return text.replace(NBSP, " ")


def nominative(number, one, few, many):
    """The Russian rule said once more, by its exceptions and not by ranges."""
    if number % 100 in TEENS or number % 10 in {0, 5, 6, 7, 8, 9}:
        return many
    return one if number % 10 == 1 else few


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("minutes", ("минута", "минуты", "минут")),
        ("hours", ("час", "часа", "часов")),
        ("days", ("день", "дня", "дней")),
        ("working-days", ("рабочий день", "рабочих дня", "рабочих дней")),
        ("months", ("месяц", "месяца", "месяцев")),
    ],
)
def test_a_russian_number_takes_its_noun_in_the_right_form(noun, forms):
    for number in range(1, 122):
        said = plainly(durations.counted(number, noun, "ru"))
        assert said == f"{number} {nominative(number, *forms)}"


@pytest.mark.parametrize(
    ("noun", "one", "many"),
    [
        ("minutes", "минуты", "минут"),
        ("hours", "часа", "часов"),
        ("days", "дня", "дней"),
        ("working-days", "рабочего дня", "рабочих дней"),
        ("months", "месяца", "месяцев"),
    ],
)
def test_after_v_techenie_a_russian_number_takes_the_genitive(noun, one, many):
    for number in range(1, 122):
        form = one if number % 10 == 1 and number % 100 != 11 else many
        assert plainly(durations.counted_genitive(number, noun, "ru")) == f"{number} {form}"


@pytest.mark.parametrize("noun", ["minutes", "hours", "days", "working-days", "months"])
def test_an_english_number_but_one_takes_the_plural(noun):
    plural = noun.replace("-", " ")
    for number in range(122):
        form = plural.removesuffix("s") if number == 1 else plural
        assert plainly(durations.counted(number, noun, "en")) == f"{number} {form}"
        assert durations.counted_genitive(number, noun, "en") == durations.counted(
            number, noun, "en"
        )


def test_a_number_never_parts_from_its_noun():
    said = durations.length(Duration(2, "hours"), "ru")
    assert said == f"2{NBSP}часа"


@pytest.mark.parametrize(
    ("duration", "language", "length", "within"),
    [
        (Duration(1, "hours", "reply-hours"), "ru", "1 час", "1 часа"),
        (Duration(30, "minutes"), "ru", "30 минут", "30 минут"),
        (Duration(2, "days", "working-days"), "ru", "2 рабочих дня", "2 рабочих дней"),
        (Duration(2, "days", "clock"), "ru", "2 дня", "2 дней"),
        (Duration(1, "days", "working-days"), "en", "1 working day", "1 working day"),
        (Duration(3, "hours", "working-days"), "en", "3 hours", "3 hours"),
    ],
)
def test_a_duration_names_working_days_only_where_it_counts_days(
    duration, language, length, within
):
    assert plainly(durations.length(duration, language)) == length
    assert plainly(durations.within(duration, language)) == within


def test_days_of_equal_hours_stand_together():
    week = Week((WORKDAY,) * 5 + ((Interval(600, 1080),), ()))
    assert weeks.pairs(week, "en") == [
        ("Mon–Fri", "8:00–20:00"),
        ("Sat", "10:00–18:00"),
        ("Sun", "closed"),
    ]
    assert weeks.line(week, "ru") == "пн–пт 8:00–20:00, сб 10:00–18:00, вс выходной"


def test_a_day_with_a_break_and_hours_past_midnight_is_said_as_it_is():
    evening = (Interval(540, 780), Interval(1080, 1560))
    week = Week((evening,) + ((),) * 6)
    assert weeks.line(week, "en") == "Mon 9:00–13:00, 18:00–2:00, Tue–Sun closed"


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "round the clock, every day"), ("ru", "круглосуточно, без выходных")],
)
def test_a_week_without_an_end_is_one_phrase(language, line):
    always = Week(((Interval(0, 1440),),) * 7)
    assert weeks.line(always, language) == line
    assert [hours for _, hours in weeks.pairs(always, language)] == [line]


def test_a_whole_day_among_others_is_said_in_words():
    week = Week(((Interval(0, 1440),),) + (WORKDAY,) * 6)
    assert weeks.line(week, "en") == "Mon 24 hours, Tue–Sun 8:00–20:00"
    assert weeks.line(week, "ru") == "пн круглосуточно, вт–вс 8:00–20:00"


def test_hours_until_midnight_end_at_24():
    assert weeks.line(Week(((Interval(600, 1440),),) * 7), "en") == "daily 10:00–24:00"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_week_without_hours_is_an_empty_line(language):
    assert weeks.line(Week(), language) == ""


@pytest.mark.parametrize(
    ("zone", "language", "said"),
    [
        ("Europe/London", "en", "London time"),
        ("Europe/Moscow", "en", "Moscow time"),
        ("Europe/Moscow", "ru", "время московское"),
        ("Asia/Yekaterinburg", "ru", "время екатеринбургское"),
        ("Europe/London", "ru", "время: Лондон"),
        ("Asia/Kolkata", "ru", "время: Калькутта"),
        ("America/New_York", "en", "New York time"),
        ("", "en", ""),
        ("", "ru", ""),
    ],
)
def test_a_time_zone_is_named_after_its_city(zone, language, said):
    assert weeks.zone(zone, language) == said


@pytest.mark.parametrize(
    ("language", "in_text", "in_tables"),
    [
        ("en", "1 December 2026", "1 Dec 2026"),
        ("ru", "1 декабря 2026 г.", "01.12.2026"),
    ],
)
def test_a_date_has_a_long_and_a_short_form(language, in_text, in_tables):
    day = dt.date(2026, 12, 1)
    assert plainly(dates.in_text(day, language)) == in_text
    assert plainly(dates.in_tables(day, language)) == in_tables


@pytest.mark.parametrize(
    ("last", "english", "russian"),
    [
        (None, "25 December", "25 декабря"),
        (dt.date(2026, 12, 25), "25 December", "25 декабря"),
        (dt.date(2026, 12, 1), "25 December", "25 декабря"),
        (dt.date(2026, 12, 26), "25–26 December", "25–26 декабря"),
        (dt.date(2027, 1, 2), "25 December – 2 January", "25 декабря – 2 января"),
        (dt.date(2027, 12, 26), "25 December – 26 December", "25 декабря – 26 декабря"),
    ],
)
def test_closed_days_are_one_day_or_a_run(last, english, russian):
    first = dt.date(2026, 12, 25)
    assert plainly(dates.span(first, last, "en")) == english
    assert plainly(dates.span(first, last, "ru")) == russian


IVANOV = ("Иванов", "Пётр", "Сергеевич")


@pytest.mark.parametrize(
    ("form", "parts", "language", "said"),
    [
        (names.full, IVANOV, "ru", "Иванов Пётр Сергеевич"),
        (names.full, IVANOV, "en", "Пётр Сергеевич Иванов"),
        (names.initials_first, IVANOV, "ru", "П. С. Иванов"),
        (names.surname_first, IVANOV, "ru", "Иванов П. С."),
        (names.initials_first, ("Hart", "Ella", ""), "en", "Ella Hart"),
        (names.surname_first, ("Hart", "Ella", ""), "en", "Ella Hart"),
        (names.initials_first, ("Харт", "Элла", ""), "ru", "Э. Харт"),
        (names.initials_first, ("Харт", "", ""), "ru", "Харт"),
        (names.surname_first, ("", "Элла", ""), "ru", "Э."),
        (names.full, ("", "", ""), "ru", ""),
        (names.initials_first, ("", "", ""), "ru", ""),
    ],
)
def test_a_name_is_written_as_its_country_writes_it(form, parts, language, said):
    assert plainly(form(*parts, language)) == said
