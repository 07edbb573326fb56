"""The live page: it follows what is typed, marks it, and leads back to the question."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from ui.preview import Preview
from wizard.interview.places import Place

NAME = Place("business", "name")


@pytest.fixture
def shown(project_desk, qtbot):
    """``shown("hours")``: the preview of a café with its facts at a step, already painted."""

    def show(step="business", language="en", example="cafe"):
        preview = Preview(project_desk(example, language, facts=True))
        qtbot.addWidget(preview)
        preview.resize(420, 640)
        preview.show()
        preview.show_step(step)
        qtbot.waitUntil(lambda: preview.view.pages is not None)
        return preview

    return show


def documents(preview):
    return list(preview.tabs.tabs)


def test_what_is_typed_stands_on_the_page_as_typed(shown, qtbot):
    preview = shown()
    preview.desk.give(NAME, "Tea <b> & {{ Co }} שלום 🙂")
    qtbot.waitUntil(lambda: "Tea <b> & {{ Co }} שלום 🙂" in preview.view.toPlainText())


def test_many_keystrokes_are_one_rendering(shown, qtbot, monkeypatch):
    preview = shown()
    rendered = []
    show_pages = preview.view.show_pages
    monkeypatch.setattr(
        preview.view, "show_pages", lambda pages: (rendered.append(1), show_pages(pages))
    )
    for letters in ("T", "Te", "Tea"):
        preview.desk.give(NAME, letters)
    qtbot.waitUntil(lambda: bool(rendered))
    assert len(rendered) == 1


@pytest.mark.parametrize(("step", "document"), [("risks", "crisis-plan"), ("security", "guide")])
def test_a_step_shows_the_document_that_it_feeds(shown, step, document):
    preview = shown(step)
    assert preview.document == document
    assert documents(preview)[0] == document
    assert [tab.isChecked() for tab in preview.tabs.tabs.values()].count(True) == 1


def test_another_step_leaves_no_old_tabs(shown, qtbot):
    preview = shown("risks")
    preview.show_step("hours")
    assert len(documents(preview)) == len(set(documents(preview)))


def test_the_changed_block_is_marked_and_in_sight(shown, qtbot):
    preview = shown("risks")
    risk = preview.desk.answers.risks.list[-1]
    place = Place("risks", "list", risk.id, "title")
    preview.desk.give(place, "Flood in the cellar")
    qtbot.waitUntil(lambda: bool(preview.view.marked))
    marked = preview.view.marked[0]
    assert marked.question == f"risks.list.{risk.id}"
    assert "Flood in the cellar" in marked.words
    area = preview.view._on_view(marked)
    assert 0 <= area.top() < preview.view.viewport().height()


def test_the_place_where_one_reads_stays(shown, qtbot):
    preview = shown("risks")
    bar = preview.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    at = bar.value()
    with qtbot.waitSignal(preview._timer.timeout):
        preview.desk.give(Place("people", "spare_rows"), 4)
    assert bar.value() == at


def test_a_click_on_a_block_asks_for_its_question(shown, qtbot):
    preview = shown("hours")
    preview.mark(NAME)
    region = preview.view.regions[0]
    at = preview.view._on_view(region).center()
    with qtbot.waitSignal(preview.asked_for) as asked:
        qtbot.mouseClick(
            preview.view.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(at).toPoint()
        )
    assert str(asked.args[0]) == region.question


def test_the_blocks_are_reached_and_read_by_keyboard(shown, qtbot):
    preview = shown("hours")
    qtbot.keyClick(preview.view, Qt.Key.Key_Down)
    qtbot.keyClick(preview.view, Qt.Key.Key_Down)
    region = preview.view.regions[1]
    assert preview.view.accessibleDescription() == region.words
    with qtbot.waitSignal(preview.asked_for) as asked:
        qtbot.keyClick(preview.view, Qt.Key.Key_Return)
    assert str(asked.args[0]) == region.question


def test_the_promise_tells_how_many_pages_it_takes(shown, qtbot):
    preview = shown("channels")
    preview.show_document("promise")
    qtbot.waitUntil(lambda: preview.count.text() == "Pages: 1")
    assert preview.count.isVisible()


def test_a_promise_of_two_pages_is_told(shown, qtbot):
    preview = shown("channels")
    preview.show_document("promise")
    preview.desk.put(Place("hours", "outside"), "Long. " * 900)
    qtbot.waitUntil(lambda: preview.count.property("tone") == "warn")
    assert "one page" in preview.count.toolTip()


def test_a_narrow_preview_keeps_the_tab_of_its_document_and_offers_the_others(shown, qtbot):
    preview = shown("hours", "ru")
    preview.resize(290, 640)
    for document in documents(preview):
        preview.show_document(document)
        tabs = preview.tabs.tabs
        seen = [one for one, tab in tabs.items() if not tab.isHidden()]
        assert document in seen
        menu = preview.tabs.menu()
        assert len(seen) + len(menu.actions()) == len(tabs)
        menu.deleteLater()


def test_a_document_that_did_not_change_is_not_set_again(shown, qtbot):
    preview = shown("hours")
    while preview.prepare():
        pass
    before = preview.view.pages
    preview.show_document("crisis-plan")
    qtbot.waitUntil(lambda: preview.view.pages is not before)
    preview.show_document("promise")
    qtbot.waitUntil(lambda: preview.view.pages is before)


def test_the_language_of_the_documents_can_be_switched(shown, qtbot):
    preview = shown("hours")
    buttons = {one.property("language"): one for one in preview.languages.buttons()}
    assert buttons["ru"].isHidden()
    preview.desk.put(Place("business", "languages"), ["en", "ru"])
    assert buttons["ru"].isVisible()
    preview.show_document("promise")
    buttons["ru"].click()
    assert preview.desk.document_language == "ru"
    qtbot.waitUntil(lambda: "Как мы отвечаем в сети" in preview.view.toPlainText())


def test_a_preview_that_is_folded_away_renders_nothing(shown, qtbot):
    preview = shown()
    with qtbot.waitSignal(preview.collapsed) as folded:
        preview.shut.click()
    assert folded.args == [True]
    before = preview.view.pages
    with qtbot.waitSignal(preview._timer.timeout):
        preview.desk.give(NAME, "Unseen")
    assert preview.view.pages is before
    preview.shut.click()
    qtbot.waitUntil(lambda: "Unseen" in preview.view.toPlainText())


def test_zoom_makes_the_page_wider_and_fits_it_again(shown, qtbot):
    preview = shown()
    width = preview.view._sheet(0).width()
    qtbot.keyClick(preview.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.view._sheet(0).width() > width
    assert preview.view.horizontalScrollBar().maximum() > 0
    qtbot.keyClick(preview.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.view._sheet(0).width() == width


def test_the_page_stays_white_in_the_dark(shown, qtbot):
    from ui import theme

    theme.apply("dark")
    preview = shown("hours")
    preview.view.marked = []
    sheet = preview.view._sheet(0)
    picture = preview.view.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    at = QPoint(round((sheet.x() + 8) * ratio), round((sheet.y() + 8) * ratio))
    assert picture.pixelColor(at).name() == "#ffffff"


def test_the_module_loads_nothing_heavy():
    question = (
        "import sys, ui.preview; "
        "print(*[n for n in ('jinja2', 'lxml', 'docx', 'babel') if n in sys.modules])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", question], capture_output=True, text=True, check=True
    )
    assert answer.stdout.split() == []


def test_a_document_on_request_is_shown_at_a_step_that_feeds_no_other(shown):
    preview = shown("briefing")
    assert preview.document == "launch-kit"
    assert documents(preview)[0] == "launch-kit"
    preview.show_step("crisis_team")
    assert "launch-kit" not in documents(preview)
