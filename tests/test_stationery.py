"""Logo and letterhead on their way: from the library to papers, versions, PDF and the window."""

import dataclasses
import datetime as dt
import zipfile

import pytest

from tests.documents import letterheads as made
from wizard import export, saving, starting, stationery
from wizard.errors import UserError
from wizard.interview.places import Place
from wizard.library import blobs
from wizard.library.connection import new_in_memory
from wizard.versions import issuing, proposing, publishing, reopening

DAY = dt.date(2026, 12, 1)
LOGO, LETTERHEAD = Place("business", "logo"), Place("business", "letterhead")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def library():
    with new_in_memory() as found:
        yield found


@pytest.fixture
def project(library):
    return starting.create(library, "Corner", example="cafe", language="en", facts=True)


@pytest.fixture
def choose(library, project):
    """``choose(LOGO, bytes)``: the bytes kept and chosen; the session as it is then."""

    def chosen(place, content):
        session = saving.opened(library, project)
        session.give(place, blobs.put(library, content, WORD))
        saving.save_session(library, session)
        return session

    return chosen


def published(library, session, note="First"):
    last = reopening.reopen_latest(library, session.project.id)
    proposal = proposing.propose(session.answers, last, DAY)
    return publishing.publish(library, session, proposal, last, note=note, today=DAY)


def header_of(path):
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/header1.xml").decode()


def test_a_draft_is_written_on_the_letterhead(library, choose, tmp_path):
    session = choose(LETTERHEAD, made.zipped(made.plain()))
    order = export.equipped(library, export.orders(session.answers, ["en"], ["guide"])[0])
    written = export.write(order, tmp_path, DAY, lambda _path: None)
    assert "ООО «Уголок», Казань" in header_of(written.path)


def test_a_version_keeps_the_letterhead_that_it_was_published_on(
    library, project, choose, tmp_path
):
    session = choose(LETTERHEAD, made.zipped(made.plain()))
    published(library, session)
    choose(LETTERHEAD, made.zipped(made.designed()))
    version = reopening.reopen(library, project.id, 1)
    order = export.equipped(library, issuing.orders(version, ["en"], ["guide"])[0])
    written = export.write(order, tmp_path, DAY, lambda _path: None)
    assert "ООО «Уголок», Казань" in header_of(written.path)


def test_another_letterhead_or_logo_alone_changes_no_document(library, choose):
    published(library, choose(LETTERHEAD, made.zipped(made.plain())))
    choose(LETTERHEAD, made.zipped(made.designed()))
    session = choose(LOGO, made.png())
    last = reopening.reopen_latest(library, session.project.id)
    assert not proposing.propose(session.answers, last, DAY).changed


def test_what_a_version_is_printed_with_outlives_its_choice(library, project, choose):
    session = choose(LOGO, made.png())
    published(library, session)
    name = session.answers.business.logo
    session.give(LOGO, None)
    saving.save_session(library, session)
    blobs.drop_unused(library, [name])
    assert reopening.reopen(library, project.id, 1).stationery[name] == made.png()


def test_a_letterhead_that_the_library_lost_is_told_and_the_version_still_opens(
    library, project, choose, tmp_path
):
    session = choose(LETTERHEAD, made.zipped(made.plain()))
    published(library, session)
    library.write("DELETE FROM blob WHERE hash = ?", session.answers.business.letterhead)
    version = reopening.reopen(library, project.id, 1)
    with pytest.raises(UserError, match="no longer in the library"):
        export.equipped(library, issuing.orders(version, ["en"], ["guide"])[0])
    assert stationery.at_hand(library, stationery.named(session.answers)) == {}


def test_a_letterhead_of_somebody_else_s_project_that_is_none_is_refused_in_a_sentence(
    library, choose, tmp_path
):
    session = choose(LETTERHEAD, b"PK\x03\x04 no letterhead")
    order = export.equipped(library, export.orders(session.answers, ["en"], ["guide"])[0])
    with pytest.raises(UserError, match="damaged"):
        export.write(order, tmp_path, DAY, lambda _path: None)
    assert list(tmp_path.iterdir()) == []


def test_an_order_says_nothing_of_what_it_does_not_print_with(library, project):
    session = saving.opened(library, project)
    order = export.equipped(library, export.orders(session.answers, ["en"], ["guide"])[0])
    assert dict(order.stationery) == {}
    assert dataclasses.replace(order, stationery={}) == order
