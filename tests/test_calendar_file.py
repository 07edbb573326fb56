"""The days of a project as a calendar reads them."""

import dataclasses
import datetime as dt
import re

import pytest

from wizard import calendar_file
from wizard.errors import UserError
from wizard.library.projects import Project, Signatures, Standing

NOW = dt.datetime(2026, 11, 25, 12, 30, tzinfo=dt.UTC)
STANDING = Standing(
    review_on=dt.date(2027, 6, 1), drill_on=dt.date(2026, 12, 31), contacts_on=dt.date(2026, 11, 1)
)
BEAN = Project(
    id="abcd1234",
    name="Bean",
    trade="cafe",
    country="GB",
    created_at=NOW,
    changed_at=NOW,
    binned_at=None,
    exported_at=None,
    standing=STANDING,
    signatures=Signatures(version=1, signers=12, signed=9, sign_on=dt.date(2026, 12, 10)),
)


def read(content):
    """The entries of a calendar file, unfolded: each a dictionary of its lines."""
    text = content.decode().replace("\r\n ", "")
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")
    found = []
    for event in re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.DOTALL):
        before, alarm = event.split("BEGIN:VALARM\r\n")
        lines = dict(line.split(":", 1) for line in before.splitlines())
        assert "TRIGGER:-P6DT15H\r\n" in alarm
        found.append(lines)
    return found


SUMMARIES = {
    "en": "Review the rules: Bean|Drill: Bean|Check the contacts: Bean|"
    "Collect the signatures: Bean",
    "ru": "Пересмотреть правила: Bean|Учения: Bean|Проверить контакты: Bean|Собрать подписи: Bean",
}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_each_day_is_an_entry_in_the_language(language):
    found = read(calendar_file.of_project(BEAN, language, NOW))
    assert "|".join(one["SUMMARY"] for one in found) == SUMMARIES[language]


def test_an_entry_is_a_whole_day_that_keeps_nobody_busy():
    review = read(calendar_file.of_project(BEAN, "en", NOW))[0]
    assert review == {
        "UID": "review-abcd1234@policy-wizard.invalid",
        "DTSTAMP": "20261125T123000Z",
        "DTSTART;VALUE=DATE": "20270601",
        "DTEND;VALUE=DATE": "20270602",
        "SUMMARY": "Review the rules: Bean",
        "TRANSP": "TRANSPARENT",
    }


def test_what_is_overdue_stands_on_today_and_says_since_when():
    contacts = read(calendar_file.of_project(BEAN, "ru", NOW))[2]
    assert contacts["DTSTART;VALUE=DATE"] == "20261125"
    assert contacts["DESCRIPTION"].replace("\u00a0", " ") == "Срок был 1 ноября 2026 г."


def test_how_many_have_signed_is_told():
    assert read(calendar_file.of_project(BEAN, "en", NOW))[3]["DESCRIPTION"] == "Signed: 9 of 12."


def test_a_later_file_changes_the_same_entries_whatever_the_name():
    later = dataclasses.replace(
        BEAN,
        name="Bean & Sons",
        standing=dataclasses.replace(STANDING, review_on=dt.date(2028, 1, 1)),
    )

    def uids(project, language):
        return [one["UID"] for one in read(calendar_file.of_project(project, language, NOW))]

    assert uids(BEAN, "en") == uids(later, "ru")
    assert len(set(uids(BEAN, "en"))) == 4


def test_lines_are_short_and_no_letter_is_split():
    name = "Кофейный уголок «Ёлка» ☕🎄 " * 20
    content = calendar_file.of_project(dataclasses.replace(BEAN, name=name), "ru", NOW)
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    for line in lines:
        line.decode()
    assert read(content)[0]["SUMMARY"] == f"Пересмотреть правила: {name}"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a;b,c\\d", r"a\;b\,c\\d"),
        ("two\nlines", r"two\nlines"),
        ("x\r\nEND:VCALENDAR", r"x\nEND:VCALENDAR"),
        ("bell\x07\x00", "bell"),
        ("half \ud800", "half ?"),
    ],
)
def test_whatever_a_name_holds_stays_text(name, told):
    one = dataclasses.replace(BEAN, name=name)
    assert read(calendar_file.of_project(one, "en", NOW))[1]["SUMMARY"] == f"Drill: {told}"


def test_the_last_day_there_is_breaks_nothing():
    one = dataclasses.replace(BEAN, standing=Standing(review_on=dt.date.max))
    assert read(calendar_file.of_project(one, "en", NOW))[0]["DTSTART;VALUE=DATE"] == "99991231"


def test_a_project_without_days_says_which_answer_gives_one():
    bare = dataclasses.replace(BEAN, standing=Standing(), signatures=Signatures())
    with pytest.raises(UserError, match="next drill"):
        calendar_file.of_project(bare, "en", NOW)
