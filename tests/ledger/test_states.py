"""The fold itself: what a few events come to on a day."""

import datetime as dt

import pytest

from wizard.ledger.states import Asked, states
from wizard.library.events import Event

START = dt.date(2026, 12, 1)
DUE = dt.date(2026, 12, 10)
GUIDE = Asked("guide", 2, START, 2, START, DUE)


def day(number):
    return dt.date(2026, 12, number)


def folded(*happened, on, asked=GUIDE):
    numbered = [one._replace(id=number) for number, one in enumerate(happened, 1)]
    return states(numbered, {"guide": asked}, on)["p"]


def must(on=START, until=None, how=""):
    return Event(on, "must", "p", "guide", how=how, until=until)


def mark(kind, on, version=2):
    return Event(on, kind, "p", "guide", version)


def away(on, until=None):
    return Event(on, "absent", "p", how="sick", until=until)


BACK = "back"


@pytest.mark.parametrize(
    ("happened", "due"),
    [
        ([], DUE),
        ([away(day(2), day(5))], DUE),
        ([away(day(2), day(14))], day(15)),
        ([away(day(2))], None),
        ([away(day(12), day(20))], DUE),
        ([away(day(2)), Event(day(18), BACK, "p")], day(18)),
        ([away(day(2), day(30)), Event(day(8), BACK, "p")], DUE),
        ([away(day(2), day(5)), Event(day(8), BACK, "p")], DUE),
    ],
    ids=[
        "as asked", "back in time", "back too late", "nobody knows", "left it too late",
        "back from nobody knows when", "back sooner than told", "back as told",
    ],
)  # fmt: skip
def test_an_absence_moves_the_day_to_sign(happened, due):
    found = folded(must(), *happened, on=day(3))
    if not any(one.kind == "back" for one in happened):
        assert found.cells["guide"].due == due
    later = folded(must(), *happened, on=day(19))
    assert later.cells["guide"].due == due
    assert later.cells["guide"].overdue is (due is not None and due < day(19))


def test_who_joins_later_signs_before_the_work_begins():
    joined = must(day(20), until=day(28))
    assert folded(joined, on=day(21)).cells["guide"].due == day(28)
    # A version that asks again has its own day.
    again = Asked("guide", 3, day(29), 3, day(29), dt.date(2027, 1, 9))
    assert folded(joined, on=day(30), asked=again).cells["guide"].due == dt.date(2027, 1, 9)


@pytest.mark.parametrize(
    ("happened", "state", "on"),
    [
        ([mark("handed", day(2))], "handed", day(2)),
        ([mark("refused", day(3)), mark("handed", day(4))], "refused", day(3)),
        ([mark("refused", day(3)), mark("signed", day(5))], "signed", day(5)),
        ([mark("signed", day(5)), mark("refused", day(6))], "signed", day(5)),
        ([mark("signed", day(5)), mark("signed", day(4))], "signed", day(5)),
        ([mark("signed", day(5), version=1)], "not-handed", None),
    ],
)
def test_the_weightiest_mark_for_the_present_edition_counts(happened, state, on):
    cell = folded(must(), *happened, on=day(8)).cells["guide"]
    assert (cell.state, cell.on) == (state, on)


def test_a_minor_edition_keeps_the_signature_of_the_one_before():
    corrected = Asked("guide", 3, day(7), 2, START, DUE)
    cell = folded(must(), mark("signed", day(5)), on=day(9), asked=corrected).cells["guide"]
    assert (cell.state, cell.version) == ("signed", 2)


def test_who_left_without_a_signature_has_left_and_is_not_late():
    gone = Event(day(6), "left", "p")
    assert folded(must(), gone, on=day(20)).cells["guide"].state == "left"
    assert not folded(must(), gone, on=day(20)).cells["guide"].overdue
    assert folded(must(), gone, on=day(5)).cells["guide"].state == "not-handed"
    back = Event(day(25), "returned", "p")
    assert folded(must(), gone, back, on=day(26)).cells["guide"].overdue


def test_the_day_decides_before_the_order_of_recording():
    late_entry = [
        must(),
        Event(day(9), "remark", "p", note="b"),
        Event(day(4), "remark", "p", note="a"),
    ]
    assert folded(*late_entry, on=day(10)).remark == "b"
    assert folded(*late_entry, on=day(5)).remark == "a"
