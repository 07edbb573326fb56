"""Dates, times and names as people type them."""

import datetime as dt

import pytest

from wizard.language import names, reading


@pytest.mark.parametrize(
    "text",
    ["2026-12-01", "1.12.2026", "01.12.26", "01/12/2026", "1 Dec 2026", "1 December 2026",
     "1 декабря 2026 г.", "1 дек 2026"],
)  # fmt: skip
def test_a_date_is_read_as_it_is_written(text):
    assert reading.date(text) == dt.date(2026, 12, 1)


@pytest.mark.parametrize("text", ["", "soon", "31.02.2026", "31 февраля 2026", "12"])
def test_what_is_no_date_is_none(text):
    assert reading.date(text) is None


@pytest.mark.parametrize(
    ("text", "clock"),
    [("8", "08:00"), ("8:30", "08:30"), ("8.30", "08:30"), ("0830", "08:30"), ("20-00", "20:00"),
     ("24:00", "24:00"), ("24:30", "24:30"), ("soon", "soon"), ("9:75", "9:75"), ("", "")],
)  # fmt: skip
def test_a_time_is_read_as_it_is_written_and_anything_else_stays(text, clock):
    assert reading.clock(text) == clock


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Иванова Анна Петровна", ("Иванова", "Анна", "Петровна")),
        ("Alice Mary Morgan", ("Morgan", "Alice Mary", "")),
        ("Morgan, Alice", ("Morgan", "Alice", "")),
        ("Иванова", ("Иванова", "", "")),
        ("", ("", "", "")),
    ],
)
def test_a_name_is_told_apart_in_its_countrys_manner(name, parts):
    assert tuple(names.parts(name).values()) == parts


def test_a_number_is_read_and_what_is_none_or_too_long_stays_as_typed():
    assert reading.number("12") == 12
    assert reading.number("²") == "²"
    assert reading.number("9" * 5000) == "9" * 5000


@pytest.mark.parametrize(
    "text",
    ["2026-11", "11.2026", "11/2026", "2026/11", "November 2026", "Nov-26", "ноябрь 2026",
     "ноября 2026 г.", "2026-11-01", "30.11.2026"],
)  # fmt: skip
def test_a_month_is_read_as_it_is_written(text):
    assert reading.month(text) == dt.date(2026, 11, 1)


@pytest.mark.parametrize("text", ["", "November", "13.2026", "итого 2026", "2026", "0000-11"])
def test_what_is_no_month_is_none(text):
    assert reading.month(text) is None


@pytest.mark.parametrize(
    "text",
    ["2026-12-01 14:05", "2026-12-01T14:05:59+03:00", "01.12.2026 14:05", "1 Dec 2026, 2:05 PM"],
)
def test_a_moment_is_read_as_programs_write_it(text):
    assert reading.moment(text) == dt.datetime(2026, 12, 1, 14, 5)


@pytest.mark.parametrize("text", ["", "2026-12-01", "14:05", "2026-12-01 25:00", "soon 14:05"])
def test_what_is_no_moment_is_none(text):
    assert reading.moment(text) is None
