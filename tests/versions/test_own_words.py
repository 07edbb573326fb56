"""Own words through versions: kept, frozen, compared, and told by the change sheet."""

import pytest

from wizard.documents import normal
from wizard.interview.places import Place
from wizard.versions import change_sheets, touching

PASSAGES = Place("own_words", "passages")


def row(section, document="guide", **said):
    return {"id": f"{document}.{section}", **said}


def lines(reopened, document="guide"):
    return [line.text for line in normal.lines(reopened.pages[document, "en"].markup)]


@pytest.fixture
def cafe(published):
    return published()


def test_they_are_frozen_with_a_version_and_stay_in_the_next(cafe):
    cafe.give(PASSAGES, [row("ethics", text="We hold the door open.")])
    cafe.publish()
    cafe.give(Place("staff_rules", "purpose"), "Another purpose.")
    cafe.publish()
    for number in (2, 3):
        assert "We hold the door open." in lines(cafe.reopen(number))


def test_a_version_keeps_them_when_the_draft_has_them_no_more(cafe):
    cafe.give(PASSAGES, [row("own-1", heading="Dogs", text="Dogs are guests.", after="ethics")])
    cafe.publish()
    cafe.give(PASSAGES, [])
    cafe.publish()
    assert "Dogs" in lines(cafe.reopen(2))
    assert "Dogs" not in lines(cafe.reopen(3))


@pytest.mark.parametrize(
    "said",
    [
        row("ethics", text="We hold the door open."),
        row("ethics", heading="How we treat people"),
        row("ethics", left_out=True),
        row("own-1", heading="Dogs", text="Dogs are guests.", after="ethics"),
    ],
)
def test_each_changes_its_document_and_stands_on_the_change_sheet(cafe, said):
    cafe.give(PASSAGES, [said])
    proposal, _ = cafe.propose()
    assert [name for name, one in proposal.changes.items() if one.fate == "changed"] == ["guide"]
    cafe.publish()
    sheet = " ".join(lines(cafe.reopen(2), change_sheets.DOCUMENT))
    for words in filter(None, (said.get("heading"), said.get("text"))):
        assert words in sheet
    assert "own_words" not in sheet
    assert "guide" in sheet.lower()


def test_a_moved_section_changes_the_document_too(cafe):
    cafe.give(PASSAGES, [row("ethics", after="first")])
    proposal, _ = cafe.propose()
    assert proposal.changes["guide"].fate == "changed"


def test_each_is_told_with_its_own_document_alone(cafe):
    cafe.give(
        PASSAGES,
        [
            row("ethics", heading="How we treat people", text="We hold the door open."),
            row("copyright", left_out=True),
            row("own-1", heading="Dogs", text="Dogs are guests.", after="ethics"),
            row("late", document="promise", after="first"),
        ],
    )
    cafe.publish()
    found = touching.compare(cafe.reopen(1), cafe.reopen(2), ["en"]).differences["en"]
    assert {one.place.row: one.documents for one in found} == {
        "guide.ethics": ("guide",),
        "guide.copyright": ("guide",),
        "guide.own-1": ("guide",),
        "promise.late": ("promise",),
    }
