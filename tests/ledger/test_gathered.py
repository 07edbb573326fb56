"""What the library gathers comes to the same as one event after the other."""

import datetime as dt

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from tests.published import publish
from wizard.ledger import ledger, states
from wizard.ledger.states import Asked
from wizard.library import events, projects, versions
from wizard.library.connection import new_in_memory
from wizard.library.events import Alike, Event

DAY = dt.date(2026, 11, 1)
PEOPLE, DOCUMENTS = "pqr", ("guide", "crisis-plan")
HAPPENED = st.tuples(
    st.sampled_from([one for one in events.KINDS if one != "undo"]),
    st.integers(0, 12),
    st.sampled_from(PEOPLE),
    st.sampled_from(DOCUMENTS),
    st.integers(1, 2),
    st.sampled_from(["paper", "email"]),
    st.none() | st.integers(0, 20),
)
UNDONE = st.integers(0, 30)
MARKS = {"handed", "signed", "refused"}
DUTIES = {"must", "need-not"}


def event(kind, ago, person, document, version, how, until):
    day = DAY + dt.timedelta(days=ago)
    last = None if until is None else day + dt.timedelta(days=until)
    if kind in MARKS:
        return Event(day, kind, person, document, version, how)
    if kind in DUTIES:
        return Event(day, kind, person, document, until=last)
    return Event(day, kind, person, how=how, until=last, note=how)


@settings(max_examples=60, deadline=None)
@given(st.lists(HAPPENED | UNDONE, max_size=30), st.integers(0, 14), st.booleans())
def test_the_library_and_the_fold_agree(happened, later, minor):
    with new_in_memory() as library:
        project = projects.create(library, "X", trade="cafe", country="GB", steps={}).id
        publish(library, project, 1, dated=DAY, signed=DOCUMENTS)
        second = DAY + dt.timedelta(days=5)
        publish(library, project, 2, dated=second, signed=DOCUMENTS, base=1 if minor else None)
        numbers = []
        for one in happened:
            if isinstance(one, int):
                if numbers:
                    number = numbers[one % len(numbers)]
                    numbers += events.undo(library, project, [number], DAY)
            else:
                numbers += events.record(library, project, [event(*one)])
        day = DAY + dt.timedelta(days=later)
        read = ledger.read(library, project, day)
        told = events.events(library, project)
        asked = {one.document: one for one in read.documents}
        assert read.states.items() <= states.states(told, asked, day).items()
        for person, state in states.states(told, asked, day).items():
            assert read.state(person) == state
        for person in PEOPLE:
            assert ledger.read(library, project, day, of=[person]).state(person) == read.state(
                person
            )
        assert ledger.refreshed(library, project, read, ["p", "q"]).states == read.states
        moments = [one.recorded_at for one in told]
        if moments:
            known = moments[len(moments) // 2]
            then = ledger.read(library, project, day, known=known)
            published = [
                one for one in versions.versions(library, project) if one.published_at <= known
            ]
            if published and then.documents:
                documents = {one.document: one for one in then.documents}
                before = states.states(told, documents, day, known=known)
                assert all(then.state(person) == state for person, state in before.items())


@pytest.fixture
def asked():
    return {"guide": Asked("guide", 2, DAY, 1, DAY)}


def test_of_one_day_the_order_of_recording_decides(asked):
    must = Alike(Event(DAY, "must", "", "guide"), ["p", "q", "p"], "[1, 5, 9]")
    need_not = Alike(Event(DAY, "need-not", "", "guide"), ["p", "q"], "[4, 8]")
    found = states.of_alike([need_not, must], [], asked, DAY)
    assert list(found["p"].cells) == ["guide"]
    assert not found["q"].cells


def test_who_stands_alike_has_the_very_same_cell(asked):
    must = Alike(Event(DAY, "must", "", "guide"), ["p", "q"], "[1, 2]")
    found = states.of_alike([must], [], asked, DAY)
    assert found["p"].cells["guide"] is found["q"].cells["guide"]


def test_an_undo_of_an_undo_counts():
    assert states.cancelled([(2, 1)]) == {1}
    assert states.cancelled([(2, 1), (3, 2)]) == {2}
    assert states.cancelled([(2, 1), (3, 2), (4, 3)]) == {1, 3}
