"""Tab goes through every screen as it is read: down a column, along a line."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from ui import tab_order
from ui.window import Window
from wizard import flow, settings, starting


@pytest.fixture
def window(qtbot, keeper, request):
    project = keeper.ask(
        lambda library: starting.create(
            library, "Corner", example="cafe", language="en", facts=True
        )
    )
    found = Window(keeper, settings.Settings(window_language="en"))
    qtbot.addWidget(found)
    found.resize(1024, 640)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    qtbot.waitUntil(lambda: found.first.projects.model.rowCount() == 1)
    found.project_id = project.id
    return found


def regions(window):
    """The parts of a project's screen from left to right, each read from top to bottom."""
    screen = window.project
    return [screen.side, screen.stack, screen.preview]


def jumps(window, column):
    """Each pair of stops of which the second stands above the first, and not to its right."""
    areas = [
        (one, QRect(one.mapTo(window, QPoint(0, 0)), one.size())) for one in tab_order.stops(column)
    ]
    return [
        (one.accessibleName(), other.accessibleName())
        for (one, before), (other, after) in pairwise(areas)
        if after.bottom() <= before.top() and after.left() < before.right()
    ]


def test_every_step_is_read_downwards(qtbot, window):
    window.resize(1024, 800)  # a lower one hides the last stops behind the foot of the list
    window.open(window.project_id, "business")
    qtbot.waitUntil(lambda: window.project is not None)
    for stop in flow.STOPS:
        window.project.go(stop.id)
        window.project.page(stop.id)
        QApplication.processEvents()
        for column in regions(window):
            assert jumps(window, column) == [], stop.id


def test_the_first_screen_and_the_settings_are_read_downwards(qtbot, window):
    assert jumps(window, window.first) == []
    window.show_settings()
    assert jumps(window, window.stack.currentWidget()) == []


def test_tab_goes_from_the_last_field_of_a_part_to_the_first_of_the_next(qtbot, window):
    window.open(window.project_id, "business")
    qtbot.waitUntil(lambda: window.project is not None and window.project.is_idle)
    page = window.project.page("business")
    order = list(tab_order.stops(page))
    last = list(tab_order.stops(page.bodies[0]))[-1]
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Tab)
    following = order[order.index(last) + 1]
    assert page.bodies[1].isAncestorOf(following)
    assert window.focusWidget() is following
    qtbot.keyClick(following, Qt.Key.Key_Backtab)
    assert window.focusWidget() is last


def test_a_step_begins_at_its_first_field_unless_the_focus_stands_elsewhere(qtbot, window):
    window.open(window.project_id, "business")
    qtbot.waitUntil(lambda: window.project is not None)
    first = next(tab_order.stops(window.project.page("business").bodies[0]))
    qtbot.waitUntil(first.hasFocus)
    window.project.go("hours")
    assert next(tab_order.stops(window.project.page("hours").bodies[0])).hasFocus()
    window.project.next.setFocus()
    qtbot.keyClick(window.project.next, Qt.Key.Key_Space)
    assert window.project.current == "channels"
    assert window.project.next.hasFocus()


def test_every_stop_is_reached_once_and_the_round_begins_anew(qtbot, window):
    order = list(tab_order.stops(window.centralWidget()))
    assert len(order) == len(set(order)) > 10
    order[0].setFocus()
    for expected in [*order[1:], order[0]]:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is expected
