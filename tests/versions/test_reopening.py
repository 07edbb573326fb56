"""An earlier version: says what it said, is printed as it was, can become the draft again."""

import json

import pytest

from tests.versions.conftest import DAY
from wizard import export, saving, staffing
from wizard.documents.frozen import written
from wizard.documents.reading_back import lines_of_word
from wizard.errors import UserError
from wizard.interview.places import Place
from wizard.ledger import ledger
from wizard.library import blobs, files, versions
from wizard.library.connection import new_in_memory
from wizard.library.people import Person
from wizard.versions import drafting, issuing, reopening, touching


def rule_changed(project):
    rule = project.answers.staff_rules.do[0].id
    project.give(Place("staff_rules", "do", rule, "text"), "Something else entirely.")
    project.give(Place("business", "phone"), "0113 496 0999")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_version_is_taken_as_the_draft_and_undo_brings_back_the_other(published, language):
    project = published(language)
    rule_changed(project)
    project.give(Place("channels", "list"), [])
    project.publish()
    session = project.session
    mine = session.answers
    session.take_over(project.reopen(1).answers)
    saving.save_session(project.library, session)
    first = project.reopen(1)
    assert not touching.compare(first, drafting.drafted(project.answers, DAY), [language]).lines[
        "guide"
    ]
    assert project.propose()[0].differences[language]
    session.undo()
    saving.save_session(project.library, session)
    assert session.answers == mine
    assert not project.propose()[0].changed


def test_what_did_not_fit_is_there_again_after_the_undo(published):
    project = published()
    session = project.session
    place = Place("business", "valid_from")
    assert session.give(place, "soon") is not None
    saving.save_session(project.library, session)
    session.take_over(project.reopen(1).answers)
    saving.save_session(project.library, session)
    assert project.session.raw(place) == "2026-12-01"
    session.undo()
    saving.save_session(project.library, session)
    assert project.session.raw(place) == "soon"


def test_two_versions_are_compared_in_either_direction(published):
    project = published()
    rule_changed(project)
    project.publish()
    one, two = project.reopen(1), project.reopen(2)
    there = touching.compare(one, two, ["en"]).differences["en"]
    back = touching.compare(two, one, ["en"]).differences["en"]
    assert [(one.was, one.became) for one in there] == [(one.became, one.was) for one in back]
    assert {document for one in there for document in one.documents} == {
        "promise", "service-standard", "guide", "crisis-plan",
    }  # fmt: skip


def test_a_number_that_was_never_published_is_told(published):
    with pytest.raises(UserError, match="There is no version 7"):
        published().reopen(7)


def test_an_update_of_the_catalogue_changes_no_word_of_a_version(published, new_release):
    project = published()
    before = project.reopen(1)
    new_release(("do", "imagine the words read out at a team meeting", "imagine your mother reads"))
    after = project.reopen(1)
    assert after.pages == before.pages
    draft = drafting.drafted(after.answers, DAY)
    assert draft.lines["guide", "en"] == before.lines["guide", "en"]
    # Nor does it make the draft another one, until the new wording is taken.
    assert not project.propose()[0].changed
    session = project.session
    session.take_wording("do/think-first/text")
    saving.save_session(project.library, session)
    proposal, _ = project.propose()
    assert proposal.changes["guide"].fate == "changed"
    (difference,) = proposal.differences["en"]
    assert "your mother" in difference.became
    assert "team meeting" in difference.was


@pytest.mark.parametrize("damage", [b"", b"no zlib", b"\x78\x9c\x03\x00\x00\x00\x00\x01"])
def test_a_damaged_page_is_one_sentence(published, damage):
    project = published()
    page = versions.pages(project.library, project.project.id, 1)[0]
    project.library.write("UPDATE blob SET bytes = ? WHERE hash = ?", damage, page.content)
    with pytest.raises(UserError, match="A frozen page is damaged"):
        project.reopen(1)


def test_a_page_that_would_unpack_without_end_is_refused(published, monkeypatch):
    project = published()
    monkeypatch.setattr(versions, "LARGEST", 1000)
    with pytest.raises(UserError, match="A frozen page is damaged"):
        project.reopen(1)


def test_answers_of_an_unknown_shape_are_refused(published):
    project = published()
    version = versions.latest(project.library, project.project.id)
    name, packed = versions.packed(json.dumps(["no", "answers"]).encode())
    blobs.put(project.library, packed, versions.MEDIA_TYPE)
    project.library.write("UPDATE version SET answers = ? WHERE number = 1", name)
    assert version.answers != name
    with pytest.raises(UserError, match="A frozen page is damaged"):
        project.reopen(1)


def test_the_orders_of_a_version_name_its_editions(published, tmp_path):
    project = published()
    rule_changed(project)
    project.publish()
    session = project.session
    orders = issuing.of_version(project.library, session, 2, DAY)
    assert [order.document for order in orders] == [
        "promise", "service-standard", "guide", "crisis-plan", "change-sheet", "acknowledgement",
    ]  # fmt: skip
    names = {order.document: export.file_name(order, DAY) for order in orders}
    assert names["guide"].endswith("version 2 of 2026-12-01.docx")
    guide = next(order for order in orders if order.document == "guide")
    page, stamp = export.paper(guide, DAY)
    assert (
        lines_of_word(written(page, stamp)).fingerprint == guide.issue.editions["guide"].fingerprint
    )
    assert f"code {guide.issue.editions['guide'].code}" in stamp.text


def test_a_contractor_stands_on_no_sheet(published):
    project = published()
    staffing.change(
        project.library,
        project.project.id,
        [Person(surname="Stone", given="Max", kind="contractor", id="max")],
        [],
        DAY,
    )
    found = ledger.read(project.library, project.project.id, DAY)
    assert "max" in found.outstanding("service-standard")
    for outstanding in (True, False):
        asked = issuing.asked_of(found, outstanding=outstanding)
        assert asked["guide"]
        assert not any("max" in people for people in asked.values())


def test_the_sheets_belong_to_the_newest_version_alone(published):
    project = published()
    rule_changed(project)
    project.publish()
    session = project.session
    first = issuing.of_version(project.library, session, 1, DAY)
    assert "acknowledgement" not in [order.document for order in first]
    with pytest.raises(UserError, match="has no document “acknowledgement”"):
        issuing.of_version(project.library, session, 1, DAY, documents=["acknowledgement"])
    with pytest.raises(UserError, match="not in “ru”"):
        issuing.of_version(project.library, session, 1, DAY, languages=["ru"])


def test_a_project_file_carries_versions_and_the_ledger(published, tmp_path):
    project = published()
    rule_changed(project)
    project.publish()
    whole, bare = tmp_path / "whole.pwz", tmp_path / "bare.pwz"
    files.save_as(project.library, project.project.id, whole)
    files.save_as(project.library, project.project.id, bare, with_people=False)
    with new_in_memory() as elsewhere:
        from wizard.library import events

        copied = files.open_file(elsewhere, whole)
        assert reopening.reopen(elsewhere, copied.id, 1).pages == project.reopen(1).pages
        assert len(events.events(elsewhere, copied.id)) == len(
            events.events(project.library, project.project.id)
        )
        assert copied.signatures.version == 2
        again = files.open_file(elsewhere, whole)
        assert {one.person for one in events.events(elsewhere, again.id)} == {
            one.person for one in events.events(elsewhere, copied.id)
        }
        without = files.open_file(elsewhere, bare)
        assert [one.number for one in versions.versions(elsewhere, without.id)] == [1, 2]
        assert events.events(elsewhere, without.id) == []
        assert without.signatures.version == 0


def test_a_project_file_with_an_event_of_an_unknown_kind_is_refused(published, tmp_path):
    project = published()
    file = tmp_path / "odd.pwz"
    files.save_as(project.library, project.project.id, file)
    import sqlite3

    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE event SET kind = 'blessed' WHERE id = 1")
    connection.close()
    with new_in_memory() as elsewhere, pytest.raises(UserError, match="damaged or no project file"):
        files.open_file(elsewhere, file)
