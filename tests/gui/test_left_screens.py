"""Screens that were left are freed while their project, or the library, still has to tell them."""

import gc
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap
from shiboken6 import isValid

from ui.form import Form
from ui.screens.first import FirstScreen
from ui.screens.short_path import ShortPath
from wizard import flow
from wizard.interview.places import Place

LOGO = Place("business", "logo")


def freed(qtbot, screen):
    qtbot.waitUntil(lambda: not isValid(screen), timeout=15_000)


@pytest.fixture
def hold(keeper):
    """``hold()``: from now on the library answers nothing until ``hold.let_go()``."""
    held = Event()

    def begin():
        keeper.run(lambda _library: held.wait(20))

    begin.let_go = held.set
    yield begin
    held.set()


def test_a_project_goes_on_after_its_screen_was_made_anew_in_another_language(qtbot, at_work):
    window, old = at_work()
    desk = old.desk
    for stop in flow.STOPS:
        old.page(stop.id)
    window.change(replace(window.settings, window_language="ru"))
    freed(qtbot, old)
    desk.speak("ru")
    desk.put(Place("business", "city"), "Harrogate")
    desk.put_people(desk.session.people[1:])
    desk.undo()
    assert window.project.isVisible()


def test_the_short_path_that_was_left_stays_silent(qtbot, open_window, shows):
    window = open_window()
    window.first.trades["cafe"].click()
    path = shows(window, ShortPath)
    path.all.click()
    freed(qtbot, path)
    path.desk.put(Place("business", "city"), "Harrogate")
    assert window.project.isVisible()


def test_a_picture_that_comes_after_its_page_was_left_is_shown_to_nobody(
    qtbot, at_work, keeper, tmp_path, hold
):
    window, screen = at_work()
    file = tmp_path / "logo.png"
    picture = QPixmap(8, 8)
    picture.fill("red")
    picture.save(str(file))
    form = next(one for one in screen.page("business").findChildren(Form) if LOGO in one.rows)
    hold()
    form.rows[LOGO].editor.take_file(file)
    window.show_first()
    freed(qtbot, screen)
    hold.let_go()
    qtbot.waitUntil(lambda: keeper.is_idle)
    assert window.first.isVisible()


def test_a_questionnaire_is_written_though_nobody_waits_for_it(
    qtbot, at_work, keeper, tmp_path, hold
):
    window, screen = at_work(stop="review")
    hold()
    screen.page("review").bodies[0].questionnaire.write(tmp_path / "open.docx")
    window.show_first()
    freed(qtbot, screen)
    hold.let_go()
    qtbot.waitUntil(lambda: keeper.is_idle)
    assert (tmp_path / "open.docx").is_file()


def test_the_first_screen_may_be_left_before_its_list_is_read(qtbot, open_window, keeper, hold):
    window = open_window()
    first = window.first
    hold()
    first.refresh()
    first.projects.renamed.emit("nobody", "Corner")
    window.show_first()
    freed(qtbot, first)
    hold.let_go()
    qtbot.waitUntil(lambda: keeper.is_idle)
    assert window.first.isVisible()


def test_no_screen_that_was_left_hangs_in_a_circle_of_references(qtbot, at_work, shows):
    # Python breaks such a circle up in any thread, and Qt dies of it.
    window, screen = at_work()
    for stop in flow.STOPS:
        screen.page(stop.id)
    gc.collect()
    screen.home.emit()
    shows(window, FirstScreen)
    freed(qtbot, screen)
    del screen
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        gc.collect()
        circles = [type(one).__name__ for one in gc.garbage if isinstance(one, QObject)]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
    assert circles == []
