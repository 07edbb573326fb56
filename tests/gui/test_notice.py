"""A notice in a narrow place, and for people who click twice."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.notice import Notice
from ui.step_list import LONGEST, StepList

SENTENCE = "На диске, где лежит «/home/owner/library.sqlite», нет места. Освободите место."
WAYS = ("Сохранить ещё раз", "Сохранить в другом месте…")


@pytest.fixture
def place(qtbot):
    """A window whose width the test chooses."""
    found = QWidget()
    qtbot.addWidget(found)
    return found


@pytest.fixture
def notice(place):
    """A notice at the top of the place."""
    column = QVBoxLayout(place)
    found = Notice()
    column.addWidget(found)
    column.addStretch()
    place.show()
    return found


def press_twice(button):
    """A double click as Qt hands it over: the second press is of a kind of its own."""
    for kind in (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseButtonRelease,
    ):
        down = Qt.MouseButton.NoButton
        if kind != QEvent.Type.MouseButtonRelease:
            down = Qt.MouseButton.LeftButton
        at = QPoint(5, 5)
        event = QMouseEvent(
            kind,
            QPointF(at),
            QPointF(button.mapToGlobal(at)),
            Qt.MouseButton.LeftButton,
            down,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(button, event)


@pytest.mark.parametrize("width", [320, 420, 640, 1280])
def test_neither_sentence_nor_buttons_are_cut(qtbot, notice, width):
    notice.tell(SENTENCE, WAYS[0], bad=True, other=(WAYS[1], lambda: None))
    notice.window().resize(width, 600)
    buttons = (notice.button, notice.other)
    text = notice.text
    qtbot.waitUntil(
        lambda: (
            all(one.width() >= one.sizeHint().width() for one in buttons)
            and text.height() >= text.heightForWidth(text.width())
            and text.width() >= min(width, 640) // 2
        )
    )
    for one in buttons:
        where = one.geometry().translated(one.parentWidget().pos())
        assert notice.rect().contains(where)
        assert not where.intersects(text.geometry())


def test_the_second_half_of_a_double_click_takes_no_other_way(notice):
    taken = []

    def delete():
        taken.append("delete")
        notice.tell("Deleted.", "Delete the copies too", lambda: taken.append("copies"))

    notice.tell("Delete for good?", "Delete for good", delete)
    press_twice(notice.button)
    assert taken == ["delete"]
    assert notice.isVisible()


def test_a_long_name_leaves_the_stops_in_sight(qtbot):
    steps = StepList()
    qtbot.addWidget(steps)
    name = "<b>Café</b> " * 25
    steps.show_project(name, "EN", 0)
    assert len(steps.name.text()) == LONGEST
    assert "&lt;b&gt;" in steps.name.toolTip()
    steps.show_project("Café", "EN", 0)
    assert (steps.name.text(), steps.name.toolTip()) == ("Café", "")
