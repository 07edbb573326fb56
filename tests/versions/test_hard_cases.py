"""What nobody plans: a clock that was wrong, signs that no text can hold."""

import datetime as dt
import json
import sqlite3
from contextlib import closing

import pytest

from tests.versions.conftest import DAY
from wizard import export, saving
from wizard.checks.leaving import Left
from wizard.documents import frozen
from wizard.errors import UserError
from wizard.interview.places import Place
from wizard.ledger import ledger, marking
from wizard.library import events, files, versions
from wizard.library.connection import new_in_memory
from wizard.versions import issuing, proposing, publishing, reopening, verifying

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


def test_a_version_does_not_keep_why_a_finding_is_left(published):
    project = published()
    session = project.session
    session.leave_finding("CRI02@risks.list", Left("a private reason", "1", DAY))
    saving.save_session(project.library, session)
    rule_changed(project, "Ask before you post.")
    project.publish("Second")
    assert project.session.left["CRI02@risks.list"].reason == "a private reason"
    made = versions.must_exist(project.library, project.project.id, 2)
    assert b"a private reason" not in versions.content(project.library, made.answers)


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
    assert {days: found.version for days, found in read.items()} == {
        -1: 0,
        0: 2,
        5: 2,
        30: 2,
        60: 2,
    }
    asked = {days: found.asked("guide") for days, found in read.items() if days >= 0}
    assert asked[0]
    assert len(set(asked.values())) == 1
    assert {one.since for one in read[0].documents} == {DAY}


def test_a_mark_is_for_the_version_of_today_whatever_day_an_earlier_one_carries(ahead):
    numbers = marking.mark(
        ahead.library, ahead.project.id, "signed", ["p1"], ["guide"], on=DAY, today=DAY, how="paper"
    )
    (noted,) = events.numbered(ahead.library, ahead.project.id, numbers)
    assert (noted.kind, noted.version) == ("signed", 2)
    cell = ledger.read(ahead.library, ahead.project.id, DAY).state("p1").cells["guide"]
    assert cell.state == "signed"


def test_who_is_away_until_the_last_day_of_the_calendar_is_not_late(published):
    project = published()
    rule_changed(project, "Ask before you post.")
    project.publish(sign_by=DAY)
    marking.away(project.library, project.project.id, ["p1"], DAY, "parental", dt.date.max)
    later = ledger.read(project.library, project.project.id, DAY + dt.timedelta(days=9))
    cell = later.state("p1").cells["guide"]
    assert cell.due == dt.date.max
    assert not cell.overdue


def replaced(project, kept, change):
    """The bytes frozen under this hash with something else in them, under another hash."""
    raw = json.loads(versions.content(project.library, kept)) | change
    name, packed = versions.packed(json.dumps(raw).encode())
    project.library.write("INSERT INTO blob VALUES (?, '', ?)", name, packed)
    return name


@pytest.mark.parametrize(
    "change",
    [
        {"markup": 7},
        {"markup": "<page><p>"},
        {"markup": "<page><script>x</script></page>"},
        {"markup": "<page>a<td>b</td></page>"},
        {"markup": "<page><p><blank size='x'/></p></page>"},
        {"markup": "<page><table widths='a'><tr><td>x</td></tr></table></page>"},
        {"markup": "<page><table><tr><td colspan='x'>x</td></tr></table></page>"},
        {"markup": "<page><table></table></page>"},
        {"markup": "<page>" + "<section>" * 500 + "</section>" * 500 + "</page>"},
        {"markup": "<page><p>\ud800</p></page>"},
        {"look": "zzz"},
        {"paper": 3},
        {"language": "xx"},
        {"accent": 5},
        {"binding": "yes"},
    ],
    ids=lambda change: repr(change)[:40],
)
def test_a_page_of_elsewhere_that_cannot_be_printed_is_one_sentence(published, change):
    project = published()
    kept = versions.pages(project.library, project.project.id, 1)[0].content
    project.library.write(
        "UPDATE frozen_page SET content = ? WHERE content = ?",
        replaced(project, kept, change),
        kept,
    )
    with pytest.raises(UserError, match="damaged"):
        project.reopen(1)


@pytest.mark.parametrize(
    "change",
    [
        {"steps": [1]},
        {"steps": {"business": [1]}},
        {"wording": 5},
        {"wording": {"staff_rules/x/text": "x"}},
    ],
    ids=repr,
)
def test_answers_of_another_shape_are_one_sentence(published, change):
    project = published()
    kept = versions.latest(project.library, project.project.id).answers
    project.library.write("UPDATE version SET answers = ?", replaced(project, kept, change))
    with pytest.raises(UserError, match="damaged"):
        project.reopen(1)


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE edition SET number = 7",
        "UPDATE edition SET base = 0",
        "UPDATE edition SET version = 9",
        "UPDATE version SET number = 3",
        """UPDATE version SET "languages" = '["xx"]'""",
        """UPDATE frozen_page SET "language" = 'xx'""",
    ],
)
def test_a_project_file_whose_versions_do_not_fit_is_refused(published, tmp_path, tampering):
    project = published()
    path = tmp_path / "corner.policy"
    files.save_as(project.library, project.project.id, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(tampering)
        connection.commit()
    with new_in_memory() as other, pytest.raises(UserError, match="damaged"):
        files.open_file(other, path)


def test_a_document_that_is_no_longer_made_is_written_under_the_title_it_had(published, tmp_path):
    project = published()
    project.library.write("UPDATE frozen_page SET document = 'old' WHERE document = 'guide'")
    project.library.write("UPDATE edition SET document = 'old' WHERE document = 'guide'")
    (order,) = issuing.orders(project.reopen(1), documents=["old"])
    written = export.write(order, tmp_path, DAY, lambda _path: None)
    assert order.page.title in written.path.name


def test_what_another_window_saved_meanwhile_is_not_frozen_unseen(published):
    project = published()
    mine, theirs = project.session, project.session
    mine.give(Place("business", "phone"), "0113 496 0999")
    saving.save_session(project.library, mine)
    last = reopening.reopen_latest(project.library, project.project.id)
    proposal = proposing.propose(mine.answers, last, DAY)
    theirs.give(Place("business", "email"), "bean@bean.example")
    saving.save_session(project.library, theirs)
    with pytest.raises(UserError, match="another window"):
        publishing.publish(project.library, mine, proposal, last, note="A phone", today=DAY)
    assert project.publish("Both").number == 2


def test_nobody_is_to_sign_before_there_is_anything_to_sign(published):
    project = published()
    rule_changed(project, "Ask before you post.")
    with pytest.raises(UserError, match="has passed"):
        project.publish(sign_by=DAY - dt.timedelta(days=1))
    assert project.publish(sign_by=DAY).sign_by == DAY
