"""The page of ready texts: counted, changed, copied, written."""

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from tests.gui.test_walking import press, type_into
from ui.pages.stop_page import step_page
from wizard import flow
from wizard.interview.places import Place

STEP = "channel_texts"


@pytest.fixture
def page_of(qtbot, project_desk):
    """``page_of("en")``: the whole page alone, in a project of the café with all its facts."""
    kept = []

    def shown(language="en", *, facts=True):
        desk = project_desk("cafe", language, facts=facts)
        page = step_page(desk, flow.BY_ID[STEP])
        qtbot.addWidget(page)
        page.resize(560, 640)
        page.show()
        page.activateWindow()
        kept.append(page)
        body = page.bodies[0]
        qtbot.waitUntil(lambda: page.isActiveWindow() and body.is_whole)
        return body

    return shown


def bio(page):
    first = page.desk.answers.channels.list[0].id
    return page.texts[f"{first}.bio.{page.desk.document_language}"]


def test_each_text_stands_with_its_count(page_of):
    page = page_of()
    text = bio(page)
    assert "We reply within" in text.field.text()
    assert text.about.text() == f"{len(text.field.text())} of 150 characters"
    unknown = next(one for one in page.texts.values() if one.ready.kind == "away")
    assert unknown.about.text().endswith("how many the platform takes is not known")
    assert not text.back.isVisible()


def test_a_changed_text_is_kept_counted_and_given_back(qtbot, page_of, stored):
    page = page_of()
    text = bio(page)
    offered = text.field.text()
    text.field.moveCursor(QTextCursor.MoveOperation.End)
    type_into(qtbot, text.field, " Ask us!")
    qtbot.waitUntil(text.back.isVisible)
    assert stored(page.desk, STEP)["texts"] == [{"id": text.ready.id, "text": f"{offered} Ask us!"}]
    text.field.setText("x" * 151)
    qtbot.waitUntil(lambda: "1 too many" in text.about.text())
    assert text.about.property("role") == "error"
    press(qtbot, text.back)
    qtbot.waitUntil(lambda: not text.back.isVisible())
    assert text.field.text() == offered
    assert stored(page.desk, STEP)["texts"] == []


def test_a_change_is_taken_back_by_undo(qtbot, page_of):
    page = page_of()
    text = bio(page)
    offered = text.field.text()
    text.field.setText("Ask us!")
    page.desk.leave()
    press(qtbot, text.copy)
    page.desk.undo()
    qtbot.waitUntil(lambda: text.field.text() == offered)


def test_a_new_time_runs_through_all_texts_but_those_of_the_owner(qtbot, page_of):
    page = page_of()
    text = bio(page)
    text.field.setText("Ask us!")
    page.desk.put(
        Place("channels", "list", page.desk.answers.channels.list[0].id, "reply"),
        {"number": 25, "unit": "minutes", "counted": "reply-hours"},
    )
    first = page.desk.answers.channels.list[0].id
    pinned = page.texts[f"{first}.caption.en"]
    qtbot.waitUntil(lambda: "25" in pinned.field.text())
    assert text.field.text() == "Ask us!"


def test_copy_puts_the_text_on_the_clipboard(qtbot, page_of):
    page = page_of("ru")
    text = next(one for one in page.texts.values() if one.ready.kind == "rule-insults")
    press(qtbot, text.copy)
    assert QApplication.clipboard().text() == text.field.text()
    assert text.copy.text() == "Copied"


def test_the_language_of_the_texts_is_chosen_here(qtbot, page_of):
    page = page_of()
    assert page.languages["en"].isChecked()
    press(qtbot, page.languages["ru"])
    qtbot.waitUntil(lambda: page.is_whole and all(one.endswith(".ru") for one in page.texts))
    assert "Отвечаем" in bio(page).field.text()


def test_without_a_channel_the_way_to_them_is_shown(qtbot, page_of):
    page = page_of()
    page.desk.put(Place("channels", "list"), [])
    qtbot.waitUntil(page.to_channels.isVisible)
    assert not page.word.isEnabled()
    with qtbot.waitSignal(page.stop_wanted) as told:
        press(qtbot, page.to_channels)
    assert told.args == ["channels"]


def test_text_files_are_written_and_a_foreign_one_stays(qtbot, page_of, tmp_path):
    page = page_of()
    page._ask_for_folder = lambda: str(tmp_path)
    press(qtbot, page.plain)
    qtbot.waitUntil(page.notice.isVisible)
    written = {one.name for one in tmp_path.iterdir()}
    assert "Coffee Corner - Instagram - en.txt" in written
    assert "Coffee Corner - Replies - en.txt" in written
    text = (tmp_path / "Coffee Corner - Instagram - en.txt").read_text("utf-8")
    assert bio(page).field.text() in text
    (tmp_path / "Coffee Corner - Facebook - en.txt").write_text("mine", "utf-8")
    press(qtbot, page.plain)
    qtbot.waitUntil((tmp_path / "Coffee Corner - Facebook - en (2).txt").exists)
    assert (tmp_path / "Coffee Corner - Facebook - en.txt").read_text("utf-8") == "mine"
    assert not (tmp_path / "Coffee Corner - Instagram - en (2).txt").exists()
