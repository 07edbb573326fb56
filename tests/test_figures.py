"""Monthly figures from tables as offices and help desks keep them, laid over the log."""

import datetime as dt
import io

import openpyxl
import pytest

from tests.checks.typing_in import typed
from wizard import examples
from wizard.errors import UserError
from wizard.figures import draft as drafts
from wizard.i18n import translate
from wizard.interview import answers as interview
from wizard.interview.ask import with_answers
from wizard.interview.rows import RowId
from wizard.interview.times import Month, Times, row_id
from wizard.interview.values import DAYS
from wizard.staff_lists.source import Source

TODAY = dt.date(2026, 11, 28)
OCTOBER, SEPTEMBER = dt.date(2026, 10, 1), dt.date(2026, 9, 1)
HEAD = "channel;month;messages;late\n"


@pytest.fixture
def cafe():
    """``cafe("ru")``: the answers of the café with its channels."""

    def answers(language="en"):
        return interview.read("cafe", examples.with_facts("cafe", language=language))

    return answers


@pytest.fixture
def drafted(cafe):
    """``drafted(text)``: what a table brings to the café, as of a day in November 2026."""

    def draft(content, language="en", answers=None):
        given = answers or cafe(language)
        return drafts.drafted(Source("log.csv", content), given, language, TODAY)

    return draft


def told(draft):
    return [
        (one.figure.channel.id, one.figure.month, one.figure.messages, one.figure.late)
        for one in draft.lines
    ]


def said(draft, language="en"):
    return [
        (one.line, translate(one.message, language).format(**one.values)) for one in draft.problems
    ]


def logged(answers, *months):
    rows = tuple(
        Month(
            id=RowId(row_id(channel, month)),
            channel=channel,
            month=month,
            messages=messages,
            late=late,
        )
        for channel, month, messages, late in months
    )
    return with_answers(answers, {"times": Times(months=rows)})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_russian_table_is_read_in_any_usual_form(encoding, separator, drafted):
    rows = [
        ["Журнал за осень", "", "", ""],
        ["Канал", "Месяц", "Обращения", "С опозданием"],
        ["Telegram", "октябрь 2026", "1 240", "31"],
        ["ВКонтакте", "10.2026", "1\N{NO-BREAK SPACE}100", "4"],
        ["", "", "", ""],
        ["Итого", "", "2340", "35"],
    ]
    text = "\r\n".join(separator.join(row) for row in rows)
    draft = drafted(text.encode(encoding), "ru")
    assert told(draft) == [("telegram", OCTOBER, 1240, 31), ("vk", OCTOBER, 1100, 4)]
    assert draft.problems == ()


def test_a_workbook_with_dates_and_numbers_is_read(drafted):
    book = openpyxl.Workbook()
    book.active.append(["Month", "Channel", "Total", "On time"])
    book.active.append([dt.datetime(2026, 10, 1), "Instagram", 120, 108.0])
    stream = io.BytesIO()
    book.save(stream)
    assert told(drafted(stream.getvalue())) == [("instagram", OCTOBER, 120, 12)]


@pytest.mark.parametrize("name", ["Instagram", "instagram ", "INSTAGRAM", "{address}"])
@pytest.mark.parametrize("before", ["", "https://", "https://www."])
def test_a_channel_is_known_by_its_name_its_id_and_its_address(before, name, cafe, drafted):
    called = before + name.format(address=cafe().channels.list[0].address.own)
    assert told(drafted(f"{HEAD}{called};2026-10;10;1"))[0][0] == "instagram"


def test_a_channel_is_known_by_its_name_in_the_other_language(drafted):
    (one,) = told(drafted(f"{HEAD}Yandex Maps;2026-10;10;1", "ru"))
    assert one[0] == "yandex-maps"


@pytest.mark.parametrize(
    ("figures", "count"), [("1,200", 1200), ("1'200", 1200), ("1200.0", 1200), ("12,0", 12)]
)
def test_a_number_is_read_as_spreadsheets_write_it(figures, count, drafted):
    assert told(drafted(f"{HEAD}Instagram;2026-10;{figures};0"))[0][2] == count


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Pager;2026-10;10;1", "No channel is called “Pager”. There are: Instagram, "),
        (";2026-10;10;1", "This line names no channel."),
        ("Instagram;soon;10;1", "“soon” is no month that we can read."),
        ("Instagram;;10;1", "“” is no month that we can read."),
        ("Instagram;1026-10;10;1", "“1026-10” is no month that we can read."),
        ("Instagram;2026-12;10;1", "“2026-12” is still to come."),
        ("Instagram;2026-10;many;1", "“many” is no whole number from 0 to 1000000."),
        ("Instagram;2026-10;10;", "“” is no whole number from 0 to 1000000."),
        ("Instagram;2026-10;10;2.5", "“2.5” is no whole number from 0 to 1000000."),
        ("Instagram;2026-10;-3;0", "“-3” is no whole number from 0 to 1000000."),
        ("Instagram;2026-10;9999999;0", "“9999999” is no whole number from 0 to 1000000."),
        ("Instagram;2026-10;10;11", "More answered late (11) than there were messages (10)."),
    ],
)
def test_a_line_that_cannot_be_taken_is_named_and_the_others_are_taken(line, problem, drafted):
    draft = drafted(f"{HEAD}{line}\nFacebook;2026-10;7;0")
    assert told(draft) == [("facebook", OCTOBER, 7, 0)]
    ((number, sentence),) = said(draft)
    assert number == 2
    assert sentence.startswith(problem)


def test_more_in_time_than_messages_is_named(drafted):
    draft = drafted("channel;month;messages;in time\nInstagram;2026-10;10;11")
    assert said(draft) == [(2, "More answered in time (11) than there were messages (10).")]


def test_of_two_lines_for_one_month_the_later_counts(drafted):
    draft = drafted(f"{HEAD}Instagram;2026-10;10;1\nInstagram;October 2026;12;2")
    assert told(draft) == [("instagram", OCTOBER, 12, 2)]
    assert said(draft) == [(2, "Line 3 tells the same month again and counts instead.")]


def test_a_name_that_two_channels_share_is_not_guessed(cafe, drafted):
    answers = cafe()
    first, *others = answers.channels.list
    twin = with_answers(others[0], {"platform": first.platform})
    channels = with_answers(answers.channels, {"list": (first, twin)})
    given = with_answers(answers, {"channels": channels})
    ((_, sentence),) = said(drafted(f"{HEAD}Instagram;2026-10;10;1", answers=given))
    assert sentence.startswith("More than one channel is called “Instagram”.")


def test_a_channel_that_is_switched_off_takes_no_figures(cafe, drafted):
    answers = cafe()
    first, *others = answers.channels.list
    off = with_answers(answers.channels, {"list": (with_answers(first, {"on": False}), *others)})
    draft = drafted(
        f"{HEAD}Instagram;2026-10;10;1", answers=with_answers(answers, {"channels": off})
    )
    assert draft.lines == ()
    assert len(draft.problems) == 1


@pytest.mark.parametrize(
    "text", ["", "name;role\nAda;cook", "channel;month;messages\nInstagram;2026-10;5"]
)
def test_a_table_that_tells_no_figures_is_refused(text, drafted):
    with pytest.raises(UserError) as refused:
        drafted(text)
    assert refused.value.values["file"] == "log.csv"


def test_what_the_log_has_is_changed_and_what_it_says_already_is_no_news(cafe, drafted):
    answers = logged(
        cafe(), ("instagram", OCTOBER, 10, 1), ("facebook", OCTOBER, 7, 0),
        ("instagram", SEPTEMBER, 5, 5),
    )  # fmt: skip
    draft = drafted(
        f"{HEAD}Instagram;2026-10;12;2\nFacebook;2026-10;7;0\nWhatsApp;2026-10;3;1", answers=answers
    )
    changed, same, new = draft.lines
    assert (changed.before.messages, changed.before.late) == (10, 1)
    assert same.is_same
    assert new.before is None
    assert draft.news == (changed, new)
    after = drafts.laid(answers.times.months, draft)
    assert [(one.id, one.messages, one.late) for one in after] == [
        ("instagram.2026-10", 12, 2),
        ("facebook.2026-10", 7, 0),
        ("instagram.2026-09", 5, 5),
        ("whatsapp.2026-10", 3, 1),
    ]


def test_a_month_that_was_typed_under_another_id_is_changed_where_it_stands(cafe, drafted):
    answers = cafe()
    own = Month(id=RowId("own-1"), channel="instagram", month=dt.date(2026, 10, 31), messages=1)
    given = with_answers(answers, {"times": Times(months=(own,))})
    (after,) = drafts.laid(
        given.times.months, drafted(f"{HEAD}Instagram;2026-10;12;2", answers=given)
    )
    assert (after.id, after.messages, after.late) == ("own-1", 12, 2)


MESSAGES = "Channel,Created at,First reply at\n"


@pytest.fixture
def office(cafe):
    """The café as an office of Monday to Friday, 9 to 18, one hour promised on Instagram."""
    raw = {
        "hours.week": {day: ["09:00-18:00"] for day in DAYS[:5]},
        "hours.replies_differ": False,
        "hours.closed": [{"first": "2026-10-08"}],
        "channels.list.instagram.reply": {
            "number": 1, "unit": "hours", "counted": "reply-hours",
        },
    }  # fmt: skip
    return typed(cafe(), raw)


@pytest.mark.parametrize(
    ("received", "answered", "late"),
    [
        ("2026-10-05 10:00", "2026-10-05 10:59", 0),
        ("2026-10-05 10:00", "2026-10-05 11:00", 0),
        ("2026-10-05 10:00", "2026-10-05 11:01", 1),
        ("2026-10-02T17:30:15Z", "2026-10-05T09:30:00Z", 0),
        ("2026-10-02 17:30", "05.10.2026 09:31", 1),
        ("2026-10-07 17:30", "2026-10-09 09:20", 0),
        ("2026-10-31 23:50", "2026-11-02 09:40", 0),
        ("5 Oct 2026, 1:00 PM", "5 Oct 2026, 2:30 PM", 1),
        ("2026-10-05 10:00", "", 1),
    ],
)
def test_a_message_is_late_by_the_hours_and_the_closed_days(
    received, answered, late, office, drafted
):
    draft = drafted(f'{MESSAGES}Instagram,"{received}","{answered}"', answers=office)
    assert draft.problems == ()
    assert told(draft) == [("instagram", OCTOBER, 1, late)]


def test_messages_of_a_help_desk_are_added_up_by_month_and_channel(office, drafted):
    lines = (
        "Instagram,2026-10-05 10:00,2026-10-05 10:10",
        "Instagram,2026-10-05 10:00,2026-10-05 15:10",
        "Facebook,2026-10-05 10:00,2026-10-05 10:10",
        "Instagram,2026-09-07 10:00,2026-09-07 10:10",
    )
    assert told(drafted(MESSAGES + "\n".join(lines), answers=office)) == [
        ("instagram", OCTOBER, 2, 1),
        ("facebook", OCTOBER, 1, 0),
        ("instagram", SEPTEMBER, 1, 0),
    ]


def test_a_message_whose_time_has_not_passed_is_not_counted_yet(office, drafted):
    assert told(drafted(f"{MESSAGES}Instagram,2026-11-27 17:30,", answers=office)) == []
    assert told(drafted(f"{MESSAGES}Instagram,2026-11-26 17:30,", answers=office)) != []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Instagram,soon,", "“soon” is no moment that we can read."),
        ("Instagram,0001-01-01 10:00,", "“0001-01-01 10:00” is no moment that we can read."),
        ("Instagram,2026-10-05,2026-10-05 10:00", "“2026-10-05” is no moment that we can read."),
        ("Instagram,2026-10-05 10:00,never", "“never” is no moment that we can read."),
        ("Instagram,2026-12-05 10:00,", "“2026-12-05 10:00” is still to come."),
        ("Pager,2026-10-05 10:00,", "No channel is called “Pager”."),
    ],
)
def test_a_message_that_cannot_be_counted_is_named(line, problem, office, drafted):
    draft = drafted(MESSAGES + line, answers=office)
    ((number, sentence),) = said(draft)
    assert (number, draft.lines) == (2, ())
    assert sentence.startswith(problem)


def test_messages_to_a_channel_without_a_promise_are_named(office, drafted):
    answers = typed(office, {"channels.list.instagram.reply": None})
    draft = drafted(f"{MESSAGES}Instagram,2026-10-05 10:00,2026-10-05 10:10", answers=answers)
    assert said(draft) == [(2, "No time is promised for Instagram, so none can be missed.")]


def test_messages_are_not_counted_without_opening_hours(office, drafted):
    answers = typed(office, {"hours.week": None})
    with pytest.raises(UserError):
        drafted(f"{MESSAGES}Instagram,2026-10-05 10:00,2026-10-05 10:10", answers=answers)


def test_moments_of_a_workbook_keep_their_time(office, drafted):
    book = openpyxl.Workbook()
    book.active.append(["Канал", "Дата обращения", "Дата ответа"])
    moments = dt.datetime(2026, 10, 5, 10, 0), dt.datetime(2026, 10, 5, 11, 30)
    book.active.append(["Instagram", *moments])
    stream = io.BytesIO()
    book.save(stream)
    assert told(drafted(stream.getvalue(), answers=office)) == [("instagram", OCTOBER, 1, 1)]


def test_a_night_shift_that_began_in_the_month_before_counts(office, drafted):
    answers = typed(office, {"hours.week": {"wed": ["20:00-04:00"]}})
    in_time, late = (f"Instagram,2026-10-01 00:30,2026-10-01 01:{at}" for at in (29, 31))
    assert told(drafted(f"{MESSAGES}{in_time}\n{late}", answers=answers)) == [
        ("instagram", OCTOBER, 2, 1)
    ]
