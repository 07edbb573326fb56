"""Whether promised times were kept: the newest whole month of each channel tells."""

import datetime as dt

import pytest

from wizard import examples, standing
from wizard.interview import answers as interview
from wizard.interview.ask import with_answers
from wizard.interview.rows import RowId
from wizard.interview.times import Month, Times, of_month, row_id

OCTOBER, SEPTEMBER = dt.date(2026, 10, 1), dt.date(2026, 9, 1)


def month(channel, first, messages, late, **more):
    return Month(
        id=RowId(row_id(channel, first)),
        channel=channel,
        month=first,
        messages=messages,
        late=late,
        **more,
    )


@pytest.fixture
def logged():
    """``logged("ru", month, …)``: the answers of the café with this log."""

    def answers(language, *months):
        found = interview.read("cafe", examples.with_facts("cafe", language=language))
        return with_answers(found, {"times": Times(months=months)})

    return answers


@pytest.mark.parametrize(
    ("language", "channels", "told"),
    [
        ("en", ("instagram", "whatsapp"), "Instagram 18%, WhatsApp 100%"),
        ("ru", ("telegram", "vk"), "Telegram 18 %, ВКонтакте 100 %"),
    ],
)  # fmt: skip
def test_the_first_screen_is_told_which_promises_are_not_kept(language, channels, told, logged):
    one, other = channels
    answers = logged(
        language, month(one, SEPTEMBER, 100, 0), month(one, OCTOBER, 100, 18),
        month(other, OCTOBER, 10, 30),
    )  # fmt: skip
    assert standing.of_project(answers).late.replace("\N{NO-BREAK SPACE}", " ") == told


@pytest.mark.parametrize(
    "months",
    [
        (),
        (month("instagram", OCTOBER, 100, 10),),
        (month("instagram", OCTOBER, 100, None), month("instagram", SEPTEMBER, 100, 5)),
        (month("instagram", SEPTEMBER, 100, 90), month("instagram", OCTOBER, 100, 0)),
        (month("instagram", OCTOBER, 0, 5),),
        (month("instagram", OCTOBER, 100, 90, on=False),),
        (month("gone", OCTOBER, 100, 90),),
    ],
)
def test_a_promise_counts_as_kept_when_nine_of_ten_answers_are_in_time(months, logged):
    assert standing.of_project(logged("en", *months)).late == ""


def test_a_month_is_found_by_any_of_its_days():
    one = Month(id=RowId("own-1"), channel="instagram", month=dt.date(2026, 10, 31))
    assert of_month([one], "instagram", OCTOBER) is one
    assert of_month([one], "instagram", SEPTEMBER) is None
    assert of_month([one], "facebook", OCTOBER) is None
