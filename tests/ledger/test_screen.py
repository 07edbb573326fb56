"""What the screen of the ledger stands on: finding, sorting, picking, what will be asked."""

import datetime as dt

import pytest

from tests.story import publish_story
from wizard import saving, starting
from wizard.documents import signing
from wizard.errors import UserError
from wizard.ledger import expected, ledger, looking, marking, picking
from wizard.ledger.looking import Wanted
from wizard.library import people
from wizard.library.connection import new_in_memory

TODAY = dt.date(2026, 11, 25)
DAY = dt.timedelta(days=1)


@pytest.fixture(scope="module")
def story():
    with new_in_memory() as library:
        project = publish_story(library, today=TODAY)
        yield library, project


@pytest.fixture
def read(story):
    return ledger.read(*story, TODAY)


def ids(found):
    return [one.id for one in found]


def test_find_reads_all_fields_and_remarks(read):
    assert ids(looking.found(read, Wanted("OKAFOR social"))) == ["p3"]
    assert ids(looking.found(read, Wanted("leave"))) == ["p8"]
    assert looking.found(read, Wanted("nobody")) == []


@pytest.mark.parametrize(
    ("show", "who"),
    [("refused", {"p6"}), ("left", {"p9"}), ("overdue", {"p3", "p5", "p8", "q0", "q1"})],
)
def test_filters_by_state(read, show, who):
    assert set(ids(looking.found(read, Wanted(show=show)))) == who


def test_filters_by_place(read):
    place = looking.values(read)["location"][0]
    found = looking.found(read, Wanted(location=place))
    assert {one.location for one in found} == {place}


def test_orders(read):
    everybody = looking.found(read, Wanted())
    late = ids(looking.found(read, Wanted(show="overdue")))
    first = looking.ordered(everybody, read, "outstanding", down=False)
    assert set(ids(first)[: len(late)]) == set(late)
    assert ids(looking.ordered(everybody, read, "list", down=False)) == ids(everybody)
    by_name = looking.ordered(everybody, read, "name", down=False)
    surnames = [one.surname for one in by_name if one.surname]
    assert surnames == sorted(surnames)
    assert by_name[-1].surname == ""
    guide = looking.ordered(everybody, read, "guide", down=False)
    assert read.state(guide[0].id).cells["guide"].overdue
    assert "guide" not in read.state(guide[-1].id).cells


def test_of_several_those_are_meant_who_have_yet_to_sign(read):
    everybody = list(read.people)
    meant = picking.targets(read, "signed", everybody, ["guide"])
    assert {one.person for one in meant} == read.outstanding("guide")
    assert {one.person for one in picking.targets(read, "handed", everybody, ["guide"])} == (
        read.outstanding("guide") - {"p8"}
    )


def test_one_is_meant_whatever_was_noted_before(read):
    assert ids_of(picking.targets(read, "signed", ["p1"], ["guide"])) == ["p1"]
    assert ids_of(picking.targets(read, "signed", ["p1"], ["service-standard"])) == ["p1"]


def ids_of(targets):
    return [one.person for one in targets]


def test_everybody_signs_as_the_staff_list_tells(read):
    assert picking.own_way(read, "p1", "guide") == "paper"
    assert picking.own_way(read, "q0", "service-standard") == "annex"
    assert picking.targets(read, "signed", ["q0"], ["service-standard"], how="email")[0].how == (
        "email"
    )


def test_all_are_marked_or_nobody(story):
    library, project = story
    found = ledger.read(library, project, TODAY)
    meant = picking.targets(found, "signed", ["p3", "p5"], ["guide"])
    meant.append(picking.Target("p9", "guide", "paper"))
    with pytest.raises(UserError, match="had left"):
        picking.mark(library, project, "signed", meant, on=TODAY, today=TODAY)
    assert ledger.read(library, project, TODAY).states == found.states


def test_a_mark_by_how_each_signs_and_its_undo(story):
    library, project = story
    before = ledger.read(library, project, TODAY)
    meant = [picking.Target("p3", "guide", "email"), picking.Target("p5", "guide", "e-hr")]
    numbers = picking.mark(library, project, "signed", meant, on=TODAY, today=TODAY)
    after = ledger.refreshed(library, project, before, ["p3", "p5"])
    assert [after.state(one).cells["guide"].how for one in ("p3", "p5")] == ["email", "e-hr"]
    assert after.states == ledger.read(library, project, TODAY).states
    marking.undo(library, project, numbers, TODAY)
    assert ledger.refreshed(library, project, after, ["p3", "p5"]).states == before.states


def test_a_scanned_sheet_keeps_the_days_of_who_signed_before(read):
    found = picking.on_paper(read, ["p1", "p3", "p9", "q0"], ["guide"], TODAY)
    assert found == {
        TODAY - 12 * DAY: [picking.Target("p1", "guide", "paper")],
        TODAY: [picking.Target("p3", "guide", "paper")],
    }


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_will_be_asked_is_what_the_sheets_say(language):
    with new_in_memory() as library:
        project = starting.create(library, "X", example="cafe", language=language, facts=True)
        session = saving.opened(library, project)
        staff = people.people(library, project.id)
        found = expected.expected(session.answers, staff, TODAY, language)
        assert found.version == 0
        for paper in signing.papers(session.answers, language):
            assert found.asked(paper.document) == {one.id for one in paper.people}
