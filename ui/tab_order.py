"""The order in which Tab goes through a window: as it is read, whenever its parts were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QScrollArea, QSplitter, QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout

FORWARD, BACK = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason


def stops(root: QWidget) -> Iterator[QWidget]:
    """All that Tab stops at in a widget that is shown, in the order of its layouts."""
    if not root.isVisible() or not root.isEnabled():
        return
    if root.focusPolicy() & Qt.FocusPolicy.TabFocus and root.focusProxy() is None:
        yield root
    if isinstance(root, QComboBox):
        return
    if isinstance(root, QScrollArea):
        yield from stops(root.widget())
    elif isinstance(root, QStackedWidget):
        current = root.currentWidget()
        if current is not None:
            yield from stops(current)
    elif isinstance(root, QSplitter):
        for place in range(root.count()):
            yield from stops(root.widget(place))
    elif (layout := root.layout()) is not None:
        yield from _in_layout(layout)


def go_on(root: QWidget, *, forward: bool) -> bool:
    """Give the focus to the next stop, or to the one before; False where there is none."""
    order = list(stops(root))
    if not order:
        return False
    place = _place(order, root.window().focusWidget())
    if place is None:
        target = order[0 if forward else -1]
    else:
        target = order[(place + (1 if forward else -1)) % len(order)]
    target.setFocus(FORWARD if forward else BACK)
    return True


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inside, widget = item.layout(), item.widget()
        if widget is not None:
            yield from stops(widget)
        elif inside is not None:
            yield from _in_layout(inside)


def _place(order: list[QWidget], focused: QWidget | None) -> int | None:
    """Where the focus is: at one of the stops, or inside one."""
    while focused is not None:
        if focused in order:
            return order.index(focused)
        focused = focused.parentWidget()
    return None
