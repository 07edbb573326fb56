"""Taking widgets out of a layout so that nothing of them is seen any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout


def clear(layout: QLayout, *, keep: int = 0) -> None:
    """Take everything but the first ``keep`` items out and let it go."""
    while (item := layout.takeAt(keep)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
