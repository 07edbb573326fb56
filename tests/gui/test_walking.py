"""The window as people use it: from the first screen to files, and back a year later."""

import datetime as dt
import re

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea

from ui.channel_lines import ChannelLines
from ui.editors.items import ItemsEditor
from ui.editors.row_card import RowCard
from ui.form import Form
from ui.screens.project import ProjectScreen
from ui.screens.short_path import ShortPath
from wizard import flow, settings
from wizard.interview.places import Place
from wizard.library import answers, projects

NO_SPACE = re.compile(r"\s")


def press(qtbot, button):
    """Click a button, after scrolling to it as a person would."""
    qtbot.waitUntil(button.isVisible)
    above = button.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(button)
        above = above.parentWidget()
    qtbot.waitUntil(lambda: not button.visibleRegion().isEmpty())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def type_into(qtbot, field, text):
    """Type as a person does; Cyrillic comes as an input method gives it."""
    field.window().activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    if isinstance(field, QLineEdit) and not field.hasSelectedText():
        field.end(False)
    if text.isascii():
        qtbot.keyClicks(field, text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


@pytest.fixture
def saved(keeper):
    """What the library has of a step of the only project."""

    def read(step):
        def work(library):
            (project,) = projects.projects(library)
            return answers.load(library, project.id)[step]

        return keeper.ask(work)

    return read


def field(form, step, question, row="", key=""):
    return form.rows[Place(step, question, row, key)].editor.field()


def row_of(screen, step, question):
    """The row of a question on the page that is shown, whichever card it stands in."""
    place = Place(step, question)
    page = screen.page(step)
    return next(form.rows[place] for form in page.findChildren(Form) if place in form.rows)


def field_of(screen, step, question):
    return row_of(screen, step, question).editor.field()


def form_of(path, number):
    """The form of a page of the short path."""
    return path.stack.widget(number).findChild(Form)


FACTS = {
    "en": ("Coffee Corner", "Coffee Corner Ltd", "Leeds", "Alice Morgan"),
    "ru": ("Кофейный уголок", "ООО «Уголок»", "Казань", "Иванова Анна"),
}


def test_a_window_closed_on_the_short_path_loses_no_letter(qtbot, open_window, shows, saved):
    window = open_window()
    press(qtbot, window.first.trades["cafe"])
    path = shows(window, ShortPath)
    city = field(form_of(path, 0), "business", "city")
    city.clear()
    qtbot.keyClicks(city, "Leeds")
    window.close()
    assert saved("business")["city"] == "Leeds"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_short_path_leads_from_the_first_screen_to_files(
    qtbot, open_window, shows, saved, tmp_path, language
):
    name, legal_name, city, approver = FACTS[language]
    window = open_window(language, export_folder=str(tmp_path))
    press(qtbot, window.first.trades["cafe"])
    path = shows(window, ShortPath)
    first = form_of(path, 0)
    type_into(qtbot, field(first, "business", "name"), name)
    type_into(qtbot, field(first, "business", "legal_name"), legal_name)
    type_into(qtbot, field(first, "business", "city"), city)
    type_into(qtbot, field(first, "business", "email"), "hello@example.com")
    press(qtbot, path.next)
    hours = form_of(path, 1).rows[Place("hours", "week")].editor
    monday = hours.days["mon"].fields[0][0]
    monday.selectAll()
    qtbot.keyClicks(monday, "7")
    press(qtbot, path.next)
    address = next(iter(path.findChild(ChannelLines).addresses.values()))
    type_into(qtbot, address, "@corner")
    press(qtbot, path.next)
    type_into(qtbot, field(form_of(path, 3), "business", "approver"), approver)
    type_into(qtbot, field(form_of(path, 3), "business", "valid_from"), "01.12.2026")
    press(qtbot, path.next)
    screen = shows(window, ProjectScreen)
    assert screen.current == "review"
    press(qtbot, screen.next)
    export = screen.page("export").bodies[0]
    with qtbot.waitSignal(export.exporter.finished, timeout=60_000):
        press(qtbot, export.save)
    business = saved("business")
    assert (business["name"], business["city"]) == (name, city)
    assert business["valid_from"] == "2026-12-01"
    assert saved("hours")["week"]["mon"][0].startswith("07:00-")
    assert saved("channels")["list"][0]["address"] == "@corner"
    files = sorted((tmp_path / name).glob("*.docx"))
    assert len(files) == 5
    said = "\n".join(
        paragraph.text for file in files for paragraph in docx.Document(file).paragraphs
    )
    assert name in said
    assert {one.parent.name for one in files} == {name}


def test_the_project_takes_the_name_of_the_business(qtbot, open_window, shows, keeper):
    window = open_window()
    press(qtbot, window.first.trades["cafe"])
    path = shows(window, ShortPath)
    type_into(qtbot, field(form_of(path, 0), "business", "name"), "Corner")
    path.go_back()
    found = keeper.ask(projects.projects)
    assert [project.name for project in found] == ["Corner"]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_next_leads_through_every_step_and_back_keeps_all(qtbot, at_work, saved, language):
    _, screen = at_work(language)
    before = saved("community")
    for stop in flow.STOPS:
        assert screen.current == stop.id
        assert screen.stack.currentWidget().stop == stop
        if flow.after(stop.id):
            press(qtbot, screen.next)
    while screen.back.isVisible():
        press(qtbot, screen.back)
    assert screen.current == "business"
    assert saved("community") == before


TYPED = {
    "business": ("city", ("Harrogate", "Зеленодольск")),
    "hours": ("outside", ("We are asleep then.", "Ночью мы спим.")),
    "community": ("decides", ("the night manager", "ночной управляющий")),
    "service": ("purpose", ("So that nobody waits in vain.", "Чтобы никто не ждал зря.")),
    "staff_rules": ("purpose", ("Because we care.", "Потому что нам не всё равно.")),
    "security": ("copyright", ("Only what is ours.", "Только своё.")),
    "risks": ("what_is_crisis", ("When harm is near.", "Когда близок вред.")),
    "crisis_team": ("unreachable", ("Knock at the door.", "Стучите в дверь.")),
    "response": ("watching", ("Each morning at nine.", "Каждое утро в девять.")),
}
"""What is typed in each step that asks for a text, in both languages, and printed somewhere."""


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_is_typed_in_every_step_stands_in_the_library_and_on_paper(
    qtbot, at_work, saved, tmp_path, language
):
    _, screen = at_work(language)
    for stop in flow.STOPS[: flow.number("export") - 1]:
        assert screen.current == stop.id
        if stop.id in TYPED:
            question, words = TYPED[stop.id]
            place = field_of(screen, stop.id, question)
            place.selectAll()
            type_into(qtbot, place, words[language == "ru"])
        elif stop.id == "channels":
            card = screen.page("channels").findChild(RowCard)
            press(qtbot, card.opener)
            address = card._form.rows[Place("channels", "list", card.row, "address")]
            address.editor.field().selectAll()
            type_into(qtbot, address.editor.field(), "@walked")
        elif stop.id == "people":
            page = screen.page("people").bodies[0]
            press(qtbot, next(one for one in page.findChildren(QPushButton) if one.isVisible()))
            page.table.model().setData(page.table.currentIndex(), "Walker")
        press(qtbot, screen.next)
    export = screen.page("export").bodies[0]
    export.folder.setText(str(tmp_path / "out"))
    with qtbot.waitSignal(export.exporter.finished, timeout=60_000):
        press(qtbot, export.save)
    printed = "".join(
        node.text or ""
        for file in (tmp_path / "out").glob("*.docx")
        for node in docx.Document(file).element.body.iter()
        if node.tag.endswith("}t")
    )
    for step, (question, words) in TYPED.items():
        stored = saved(step)[question]
        typed = words[language == "ru"]
        assert typed == (stored["own"] if isinstance(stored, dict) else stored), step
        assert typed.replace(" ", "") in NO_SPACE.sub("", printed), step
    assert "@walked" in printed
    assert "Walker" in printed


def test_the_side_leads_to_any_step_at_any_time(qtbot, at_work):
    _, screen = at_work()
    press(qtbot, screen.side.buttons["risks"])
    assert screen.current == "risks"
    press(qtbot, screen.side.buttons["hours"])
    assert screen.current == "hours"
    assert "2 of 15" in screen.number.text()


def test_what_was_typed_is_there_after_a_restart(qtbot, at_work, open_window, shows):
    window, screen = at_work()
    name = field_of(screen, "business", "name")
    name.clear()
    type_into(qtbot, name, "Tea Corner")
    window.close()
    again = open_window()
    qtbot.waitUntil(lambda: again.first.projects.model.rowCount() == 1)
    press(qtbot, again.first.projects.go)
    reopened = shows(again, ProjectScreen)
    reopened.go("business")
    assert field_of(reopened, "business", "name").text() == "Tea Corner"


def test_ctrl_z_takes_back_typing_first_and_then_the_last_saved_change(qtbot, at_work):
    _, screen = at_work()
    name = field_of(screen, "business", "name")
    city = field_of(screen, "business", "city")
    name.setFocus()
    type_into(qtbot, name, "!")
    assert name.text() == "Coffee Corner!"
    city.setFocus()
    type_into(qtbot, city, "!")
    qtbot.keyClick(city, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert city.text() == "Leeds"
    assert name.text() == "Coffee Corner!"
    screen.go("hours")
    screen._undo()
    screen._undo()
    screen._undo()
    assert field_of(screen, "business", "name").text() == "Coffee Corner"


def test_a_value_that_does_not_fit_is_kept_and_told_after_leaving(qtbot, at_work, saved):
    _, screen = at_work()
    row = row_of(screen, "business", "valid_from")
    row.editor.field().clear()
    type_into(qtbot, row.editor.field(), "31 February")
    assert not row.error.isVisible()
    field_of(screen, "business", "city").setFocus()
    assert "date" in row.error.text()
    screen.go("hours")
    assert saved("business").get("valid_from") is None
    assert row.editor.field().text() == "31 February"
    qtbot.waitUntil(lambda: "look" in screen.side.buttons["business"].accessibleName().casefold())


def test_a_removed_point_comes_back_with_undo(qtbot, at_work, saved):
    _, screen = at_work(stop="community")
    editor = screen.page("community").findChild(ItemsEditor)
    press(qtbot, editor.add)
    type_into(qtbot, editor.lines[-1].text, "Photos of cakes")
    press(qtbot, editor.lines[-1].gone)
    assert editor.lines[-1].text.text() != "Photos of cakes"
    qtbot.waitUntil(editor.notice.button.isVisible)
    press(qtbot, editor.notice.button)
    assert editor.lines[-1].text.text() == "Photos of cakes"
    screen.leave()
    question = editor.asked.place.question
    assert saved("community")[question][-1]["text"] == "Photos of cakes"


def test_the_preview_shows_what_is_typed_and_a_click_leads_to_its_question(qtbot, at_work):
    _, screen = at_work()
    name = field_of(screen, "business", "name")
    name.clear()
    type_into(qtbot, name, "Tea <b> & Co")
    qtbot.waitUntil(lambda: "Tea <b> & Co" in screen.preview.view.toPlainText())
    screen.preview.view.clicked.emit("channels.list")
    assert screen.current == "channels"


@pytest.mark.parametrize(("language", "word"), [("en", "Your projects"), ("ru", "Ваши комплекты")])
def test_the_language_switches_at_once(qtbot, open_window, language, word):
    other = "ru" if language == "en" else "en"
    window = open_window(other)
    first = window.first
    first.language.setCurrentIndex(first.language.findData(language))
    first.language.activated.emit(first.language.currentIndex())
    words = {label.text() for label in window.first.findChildren(type(first.notice.text))}
    assert word in words
    assert settings.load().window_language == language


def test_a_windows_1251_staff_list_is_taken_over(qtbot, at_work, keeper, tmp_path):
    from wizard.library import people

    _, screen = at_work("ru", "people")
    page = screen.page("people").bodies[0]
    file = tmp_path / "люди.csv"
    file.write_bytes("ФИО;Должность\nЁлкина Мария Петровна;бариста\n".encode("cp1251"))
    with qtbot.waitSignal(page.loading.read):
        page.load(file)
    qtbot.waitUntil(page.loading.take.isVisible)
    press(qtbot, page.loading.take)
    screen.leave()
    project = screen.desk.session.project.id
    found = keeper.ask(lambda library: people.people(library, project))
    assert ("Ёлкина", "Мария", "Петровна") in {
        (one.surname, one.given, one.patronymic) for one in found
    }
    assert found[0].left_on is None or isinstance(found[0].left_on, dt.date)


def test_a_binned_project_comes_back_with_undo(qtbot, at_work, keeper):
    window, _ = at_work()
    window.show_first()
    qtbot.waitUntil(lambda: window.first.projects.model.rowCount() == 1)
    project = window.first.projects.model.projects[0]
    with qtbot.waitSignal(window.first.listed):
        window.first.projects.wanted.emit("bin", project.id, project.name)
    qtbot.waitUntil(window.first.notice.isVisible)
    assert keeper.ask(projects.projects) == []
    with qtbot.waitSignal(window.first.listed):
        press(qtbot, window.first.notice.button)
    assert [one.id for one in keeper.ask(projects.projects)] == [project.id]


def test_review_finds_across_all_answers_and_leads_there_and_back(qtbot, at_work):
    _, screen = at_work(stop="review")
    review = screen.page("review").bodies[0]
    review.find.setText("hello@")
    ways = [one for one in review.answers.findChildren(QPushButton) if not one.isHidden()]
    press(qtbot, ways[0])
    assert screen.current == "business"
    assert "Review" in screen.next.text()
    press(qtbot, screen.next)
    assert screen.current == "review"


def test_the_last_stop_leads_to_the_files_of_its_sheets(qtbot, at_work):
    _, screen = at_work(stop="acknowledgements")
    button = screen.page("acknowledgements").bodies[0].papers.to_files
    qtbot.waitUntil(button.isVisible)
    press(qtbot, button)
    assert screen.current == "export"
    boxes = screen.page("export").bodies[0].documents
    ticked = {document for document, box in boxes.items() if box.isChecked()}
    assert ticked == {"acknowledgement", "acknowledgement-form"}


def test_two_windows_on_one_project_visit_its_stops_without_a_word(qtbot, at_work, keeper):
    from wizard import saving

    window, screen = at_work()
    other = keeper.ask(
        lambda library: saving.opened(
            library, projects.must_exist(library, screen.desk.session.project.id)
        )
    )
    other.visit("risks")
    keeper.ask(lambda library: saving.save_session(library, other))
    screen.go("hours")
    qtbot.waitUntil(lambda: keeper.is_idle)
    assert screen.notice.isHidden()
    assert window.notice.isHidden()


def test_no_field_opens_a_window_of_its_own(qtbot, at_work):
    window, screen = at_work()
    for stop in flow.STOPS:
        screen.go(stop.id)
        screen.page(stop.id)
    seen = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert seen == [window]


def test_a_written_document_can_be_printed(qtbot, at_work, tmp_path, monkeypatch):
    _, screen = at_work(stop="export")
    page = screen.page("export").bodies[0]
    page.folder.setText(str(tmp_path / "out"))
    for name, box in page.documents.items():
        box.setChecked(name == "promise")
    with qtbot.waitSignal(page.exporter.finished, timeout=60_000):
        press(qtbot, page.save)
    printed = []
    monkeypatch.setattr(
        "ui.printing.print_document", lambda _page, order, _day: printed.append(order.document)
    )
    qtbot.waitUntil(lambda: len(page.results.findChildren(QPushButton)) == 3)
    ways = page.results.findChildren(QPushButton)
    press(qtbot, next(one for one in ways if one.text() == "Print…"))
    assert printed == ["promise"]


def test_a_trade_that_is_clicked_twice_makes_one_project(qtbot, open_window, keeper):
    window = open_window()
    window.first.trades["cafe"].click()
    window.first.trades["cafe"].click()
    qtbot.waitUntil(lambda: keeper.is_idle)
    assert len(keeper.ask(projects.projects)) == 1


def test_the_short_path_tells_that_its_project_was_deleted_in_another_window(
    qtbot, open_window, shows, keeper
):
    window = open_window()
    window.first.trades["cafe"].click()
    path = shows(window, ShortPath)
    keeper.ask(lambda library: projects.delete_for_good(library, path.desk.session.project.id))
    path.desk.give(Place("business", "name"), "Corner")
    qtbot.waitUntil(path.notice.isVisible)
    assert "deleted for good" in path.notice.text.text()
    # It is tried again some seconds later, when another test has its turn.
    path.desk._timer.timeout.disconnect()
