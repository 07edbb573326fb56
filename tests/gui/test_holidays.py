"""The offer of public holidays below the closed dates, and the box of time zones."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from ui.desk import Desk
from ui.editors import registry
from ui.editors.editor import Asked
from ui.editors.rows import RowsEditor
from ui.editors.search_combo import SearchCombo
from ui.form import Form
from ui.tongue import speak
from wizard.interview import options, places
from wizard.interview.labels import labels
from wizard.interview.places import Place

CLOSED = Place("hours", "closed")
AUTUMN = dt.date(2026, 11, 25)


@pytest.fixture(autouse=True)
def autumn(monkeypatch):
    """It is the same day in every test."""
    monkeypatch.setattr(Desk, "today", AUTUMN)


@pytest.fixture
def closed_form(qtbot, project_desk):
    """``closed_form("ru")``: the desk, and the closed dates of a café as asked on a page."""
    kept = []

    def shown(language="en", **changed):
        speak(language)
        desk = project_desk("cafe", language, facts=True)
        for question, value in changed.items():
            desk.put(Place("business", question), value)
        form = Form(desk, [CLOSED])
        qtbot.addWidget(form)
        form.show()
        kept.append(form)
        return desk, form.rows[CLOSED].editor

    return shown


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_nothing_is_suggested_until_it_is_asked_for_and_nothing_is_ticked(qtbot, closed_form):
    _, editor = closed_form("ru")
    offer = editor.offer
    assert offer.panel.isHidden()
    assert offer.way.text() == "Предложить праздники…"
    press(qtbot, offer.way)
    assert offer.panel.isVisible()
    assert offer.heading.text() == "Праздничные дни: Россия"
    assert not any(box.isChecked() for box in offer.boxes.values())
    assert not offer.add.isEnabled()
    assert offer.findChildren(QDialog) == []


def test_those_ticked_come_in_by_date_as_one_change(qtbot, closed_form, stored):
    desk, editor = closed_form("ru", languages=["ru", "en"])
    before = desk.raw(CLOSED)
    offer = editor.offer
    press(qtbot, offer.way)
    offer.boxes[dt.date(2026, 12, 31)].click()
    offer.boxes[dt.date(2027, 6, 12)].click()
    press(qtbot, offer.add)
    assert offer.panel.isHidden()
    assert offer.way.isVisible()
    kept = stored(desk, "hours")["closed"]
    assert [row["first"] for row in kept] == ["2026-12-31", "2027-01-01", "2027-06-12"]
    assert kept[2]["name"] == {"own": "День России", "en": "Russia Day"}
    assert [card.title.text() for card in editor.cards] == [
        "31.12.2026", "01.01.2027", "12.06.2027",
    ]  # fmt: skip
    desk.undo()
    assert desk.raw(CLOSED) == before
    assert len(editor.cards) == 1


def test_a_suggested_date_can_be_edited_like_any_other(qtbot, closed_form):
    desk, editor = closed_form()
    press(qtbot, editor.offer.way)
    editor.offer.boxes[dt.date(2027, 3, 26)].click()
    press(qtbot, editor.offer.add)
    card = editor.cards[-1]
    card.open()
    card._form.rows[Place("hours", "closed", card.row, "name")].editor.line.setText("Easter")
    assert desk.answers.hours.closed[-1].name.own == "Easter"


def test_tick_all_ticks_all_and_takes_all_back(qtbot, closed_form):
    _, editor = closed_form("ru")
    offer = editor.offer
    press(qtbot, offer.way)
    offer.all.click()
    assert all(box.isChecked() for box in offer.boxes.values())
    next(iter(offer.boxes.values())).click()
    assert not offer.all.isChecked()
    offer.all.click()
    offer.all.click()
    assert not any(box.isChecked() for box in offer.boxes.values())
    assert not offer.add.isEnabled()


def test_when_all_are_in_the_list_it_says_so(qtbot, closed_form):
    _, editor = closed_form()
    offer = editor.offer
    press(qtbot, offer.way)
    offer.all.click()
    press(qtbot, offer.add)
    press(qtbot, offer.way)
    assert not offer.boxes
    assert "in the list" in offer.hint.text()
    assert offer.add.isHidden()


@pytest.mark.parametrize(("country", "said"), [(None, "country"), ("UA", "not known")])
def test_without_known_holidays_one_sentence_says_what_to_do(qtbot, closed_form, country, said):
    _, editor = closed_form(country=country)
    offer = editor.offer
    press(qtbot, offer.way)
    assert said in offer.hint.text()
    assert offer.hint.text().count(".") == 1
    assert not offer.boxes
    assert offer.add.isHidden()


def test_another_country_shows_its_holidays_at_once_and_ticks_stay(qtbot, closed_form):
    desk, editor = closed_form()
    offer = editor.offer
    press(qtbot, offer.way)
    desk.put(Place("business", "phone"), "1")
    offer.boxes[dt.date(2027, 3, 26)].click()
    desk.put(CLOSED, [])
    assert offer.boxes[dt.date(2027, 3, 26)].isChecked()
    desk.put(Place("business", "country"), "US")
    assert offer.heading.text() == "Public holidays: United States"
    assert dt.date(2026, 11, 26) in offer.boxes


def test_a_click_on_the_name_ticks_its_box_and_the_box_says_both(qtbot, closed_form):
    from ui.editors.holiday_offer import Name

    _, editor = closed_form("ru")
    press(qtbot, editor.offer.way)
    box = editor.offer.boxes[dt.date(2027, 1, 1)]
    assert box.accessibleName().replace("\xa0", " ") == "1–8 января, Новогодние каникулы"
    name = next(
        one for one in editor.offer.findChildren(Name) if one.text() == "Новогодние каникулы"
    )
    press(qtbot, name)
    assert box.isChecked()


def test_only_the_closed_dates_have_the_offer(project_desk, qtbot):
    desk = project_desk("cafe", facts=True)
    for place in [Place("channels", "list"), CLOSED]:
        editor = registry.editor_for(Asked(places.question_at(place), place, desk))
        qtbot.addWidget(editor)
        assert isinstance(editor, RowsEditor)
        assert (editor.offer is not None) == (place == CLOSED)


@pytest.fixture
def zone_box(qtbot):
    """The box of all time zones in Russian."""
    box = SearchCombo(labels(options.time_zones, "ru"))
    qtbot.addWidget(box)
    box.show()
    return box


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("моск", "Москва (UTC+03:00)"),
        ("europe/mosc", "Москва (UTC+03:00)"),
        ("Calcutta", "Калькутта (UTC+05:30)"),
        ("сева", "Сёва (UTC+03:00)"),
    ],
)
def test_a_zone_is_found_by_its_city_and_by_its_id(zone_box, typed, found):
    zone_box.completer().setCompletionPrefix(typed)
    assert zone_box.completer().completionCount() == 1
    assert zone_box.completer().currentCompletion() == found


def test_an_id_that_was_typed_is_taken(qtbot, zone_box):
    zone_box.lineEdit().setText("Asia/Tokyo")
    with qtbot.waitSignal(zone_box.picked) as given:
        zone_box.lineEdit().editingFinished.emit()
    assert given.args == ["Asia/Tokyo"]
    assert zone_box.currentText() == "Токио (UTC+09:00)"


def test_an_older_name_of_a_zone_is_shown_by_its_city_and_kept(qtbot, zone_box):
    zone_box.show_id("Europe/Belfast")
    assert zone_box.currentText().startswith("Лондон")
    with qtbot.waitSignal(zone_box.picked) as given:
        zone_box.lineEdit().editingFinished.emit()
    assert given.args == ["Europe/Belfast"]


def test_no_zone_stands_there_twice(zone_box):
    shown = [zone_box.itemText(place) for place in range(zone_box.count())]
    assert len(shown) == len(set(shown))
