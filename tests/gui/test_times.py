"""The log of missed times in the window: typed, imported, drawn, printed."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.pages.export import ExportPage
from ui.pages.times import TimesPage
from ui.times.kept_chart import KeptChart
from ui.tongue import speak
from wizard.figures.draft import MONTHS
from wizard.interview.places import Place
from wizard.interview.times import row_id

TODAY = dt.date(2026, 11, 28)
OCTOBER, SEPTEMBER = dt.date(2026, 10, 1), dt.date(2026, 9, 1)
HEAD = "channel;month;messages;late\n"


@pytest.fixture
def page(qtbot, project_desk, monkeypatch):
    """The page of the café's log as of a day in November 2026."""
    monkeypatch.setattr("wizard.clock.today", lambda: TODAY)
    found = TimesPage(project_desk("cafe", facts=True))
    qtbot.addWidget(found)
    found.resize(520, 900)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def field(page, key, channel="instagram"):
    return page.table.fields[channel, key].line


def typed(qtbot, line, text):
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def put(page, *months):
    """Put these figures into the log: channel, month, messages, late."""
    rows = [
        {
            "id": row_id(channel, month),
            "channel": channel,
            "month": month.isoformat(),
            "messages": messages,
            "late": late,
        }
        for channel, month, messages, late in months
    ]
    page.desk.put(MONTHS, rows)


def seen(page):
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible() and one.text()]


def logged(page):
    return [(one.id, one.messages, one.late) for one in page.desk.answers.times.months]


def looked_into(qtbot, page, text):
    """The panel after it has looked into this table."""
    page.panel.read_text(text)
    qtbot.waitUntil(lambda: page.panel.text.text() != "Reading…")
    return page.panel


def test_the_last_whole_month_is_shown_first_and_no_month_to_come(qtbot, page):
    assert page.choice.name.text() == "October\N{NO-BREAK SPACE}2026"
    qtbot.mouseClick(page.choice.on, Qt.MouseButton.LeftButton)
    assert page.choice.month == dt.date(2026, 11, 1)
    assert not page.choice.on.isEnabled()
    qtbot.mouseClick(page.choice.back, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.choice.back, Qt.MouseButton.LeftButton)
    assert page.table.month == page.choice.month == SEPTEMBER


def test_figures_are_typed_along_the_line_and_saved(qtbot, page, stored):
    typed(qtbot, field(page, "messages"), "120")
    qtbot.keyClick(field(page, "messages"), Qt.Key.Key_Return)
    assert field(page, "late").hasFocus()
    qtbot.keyClicks(field(page, "late"), "18")
    assert "15%" in seen(page)
    assert stored(page.desk, "times")["months"] == [
        {
            "id": "instagram.2026-10",
            "channel": "instagram",
            "month": "2026-10-01",
            "messages": 120,
            "late": 18,
        }
    ]


def test_the_arrows_go_to_the_same_figure_of_the_next_channel(qtbot, page):
    field(page, "late").setFocus()
    qtbot.keyClick(field(page, "late"), Qt.Key.Key_Down)
    assert field(page, "late", "facebook").hasFocus()
    qtbot.keyClick(field(page, "late", "facebook"), Qt.Key.Key_Up)
    qtbot.keyClick(field(page, "late"), Qt.Key.Key_Up)
    assert field(page, "late").hasFocus()


def test_the_first_figure_of_a_month_is_one_change_that_can_be_taken_back(qtbot, page):
    typed(qtbot, field(page, "messages"), "120")
    field(page, "late").setFocus()
    assert logged(page) == [("instagram.2026-10", 120, None)]
    page.desk.undo()
    assert logged(page) == []
    assert field(page, "messages").text() == ""
    assert not page.desk.session.can_undo


def test_what_is_no_number_is_kept_as_typed_and_named_once_the_field_was_left(qtbot, page):
    typed(qtbot, field(page, "messages"), "12o")
    assert "This should be a whole number." not in seen(page)
    field(page, "late", "facebook").setFocus()
    assert "This should be a whole number." in seen(page)
    assert field(page, "messages").text() == "12o"
    page.choice.back.click()
    page.choice.on.click()
    assert field(page, "messages").text() == "12o"
    typed(qtbot, field(page, "messages"), "120")
    assert "This should be a whole number." not in seen(page)
    assert logged(page) == [("instagram.2026-10", 120, None)]


def test_more_late_than_messages_is_named(page):
    put(page, ("instagram", OCTOBER, 10, 11))
    assert "More answered late (11) than there were messages (10)." in seen(page)
    put(page, ("instagram", OCTOBER, 10, 1))
    assert not any("More answered late" in one for one in seen(page))


def test_a_month_that_was_changed_elsewhere_is_gone_to(page):
    put(page, ("instagram", SEPTEMBER, 10, 1))
    place = Place("times", "months", row_id("instagram", SEPTEMBER), "late")
    assert page.focus(place)
    assert page.choice.month == SEPTEMBER
    assert field(page, "late").hasFocus()
    page.choice.on.click()
    page.desk.put(place, 2)
    assert page.choice.month == SEPTEMBER
    assert field(page, "late").text() == "2"


@pytest.mark.parametrize(
    ("language", "start"), [("en", "Nothing is counted yet."), ("ru", "Пока ничего не подсчитано.")]
)
def test_an_empty_log_says_what_to_do(language, start, qtbot, project_desk):
    speak(language)
    page = TimesPage(project_desk("cafe", language, facts=True))
    qtbot.addWidget(page)
    page.show()
    assert page.empty.isVisible()
    assert page.empty.text().startswith(start)
    assert not page.charts.isVisible()


def test_without_a_channel_it_says_to_name_one_and_shows_those_named_meanwhile(qtbot, project_desk):
    desk = project_desk("cafe", facts=True)
    channels = desk.raw(Place("channels", "list"))
    desk.put(Place("channels", "list"), [])
    page = TimesPage(desk)
    qtbot.addWidget(page)
    page.show()
    assert page.empty.text().startswith("There is no channel yet.")
    assert not page.table.isVisible()
    assert not page.load_wanted.isEnabled()
    page.hide()
    desk.put(Place("channels", "list"), channels)
    page.show()
    assert page.table.isVisible()
    assert len(page.table.fields) == 2 * len(channels)


def test_a_chart_tells_a_screen_reader_the_share_of_each_month(page):
    put(page, ("instagram", OCTOBER, 100, 18), ("instagram", SEPTEMBER, 100, 5),
        ("instagram", dt.date(2025, 11, 1), 100, 5), ("facebook", OCTOBER, 10, None))  # fmt: skip
    (chart,) = (one for one in page.findChildren(KeptChart) if one.isVisible())
    assert chart.accessibleName() == "Instagram: answered in time, by month"
    months = ("September\N{NO-BREAK SPACE}2026: 95%", "October\N{NO-BREAK SPACE}2026: 82%")
    assert chart.accessibleDescription() == "; ".join(months)
    assert len(chart.days) == 12
    assert not page.empty.isVisible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_bar_has_another_colour_where_the_promise_was_not_kept(theme, page):
    from ui import theme as themes

    themes.apply(theme)
    put(page, ("instagram", OCTOBER, 100, 18), ("instagram", SEPTEMBER, 100, 10))
    (chart,) = (one for one in page.findChildren(KeptChart) if one.isVisible())
    picture, width = chart.grab().toImage(), chart.width() / 12
    low = 30
    colours = [picture.pixelColor(int((place + 0.4) * width), low).name() for place in (9, 10)]
    shown = themes.colours()
    assert colours == [shown.done.lower(), shown.bad.lower()]


def test_a_table_is_shown_before_it_is_taken_over_as_one_change(qtbot, page):
    put(page, ("instagram", OCTOBER, 10, 1), ("facebook", OCTOBER, 7, 0))
    before = logged(page)
    lines = (
        "Instagram;2026-10;12;2",
        "Facebook;10.2026;7;0",
        "WhatsApp;2026-08;3;1",
        "Pager;1;1;0",
    )
    panel = looked_into(qtbot, page, HEAD + "\n".join(lines))
    assert panel.counts.text() == "New: 1. Changed: 1. As before: 1."
    cells = [[panel.table.item(row, column).text() for column in range(4)] for row in range(3)]
    assert cells[0] == ["Instagram", "2026-10", "10 → 12", "1 → 2"]
    assert cells[1][2:] == ["7", "0"]
    assert [one.line for one in panel.problems.found.problems] == [5]
    assert logged(page) == before
    qtbot.mouseClick(panel.take, Qt.MouseButton.LeftButton)
    assert ("instagram.2026-10", 12, 2) in logged(page)
    assert ("whatsapp.2026-08", 3, 1) in logged(page)
    assert field(page, "messages").text() == "12"
    assert page.notice.text.text() == "Months taken over: 2"
    qtbot.mouseClick(page.notice.button, Qt.MouseButton.LeftButton)
    assert logged(page) == before
    assert field(page, "messages").text() == "10"


def test_a_figure_of_a_table_stands_in_the_place_of_what_was_no_number(qtbot, page):
    put(page, ("instagram", OCTOBER, 10, 1))
    typed(qtbot, field(page, "messages"), "many")
    panel = looked_into(qtbot, page, f"{HEAD}Instagram;2026-10;12;2")
    panel.take_over()
    assert field(page, "messages").text() == "12"
    assert logged(page) == [("instagram.2026-10", 12, 2)]


def test_a_table_that_cannot_be_read_says_why_and_changes_nothing(qtbot, page):
    panel = looked_into(qtbot, page, "name;role\nAda;cook")
    assert "has no row that names" in panel.text.text()
    assert not panel.take.isVisible()
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert logged(page) == []


def test_the_sheet_leads_to_the_export_with_it_ticked(qtbot, at_work):
    _, screen = at_work(stop="times")
    page = screen.page("times").findChild(TimesPage)
    qtbot.mouseClick(page.print_wanted, Qt.MouseButton.LeftButton)
    export = screen.page("export").findChild(ExportPage)
    assert [one for one, box in export.documents.items() if box.isChecked()] == ["missed-times"]


def test_taking_back_a_figure_shows_the_log(qtbot, at_work):
    _, screen = at_work(stop="times")
    page = screen.page("times").findChild(TimesPage)
    channel = screen.desk.answers.channels.list[0].id
    typed(qtbot, field(page, "messages", channel), "5")
    screen.go("business")
    screen._undo()
    assert screen.current == "times"
    assert logged(page) == []
