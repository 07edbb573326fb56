"""A line that tells something and offers a way on, or two; never a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from ui import flowing
from ui.column import into_sight
from ui.tongue import tr
from wizard.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent, QResizeEvent

LINE = 56
"""Letters of a line that the sentence has at least beside the buttons; else they stand below it."""


class Notice(QFrame):
    """Hidden until it has something to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        self.text = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.button, self.other = _Way(), _Way()
        self._ways = QWidget()
        ways = flowing.Flowing(self._ways)
        for button in (self.other, self.button):
            button.clicked.connect(self.hide)
            ways.addWidget(button)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.addWidget(self.text, 1)
        self._body.addWidget(self._ways, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.shut = QToolButton(text="✕")
        self.shut.setProperty("role", "link")
        self.shut.setAccessibleName(tr(N_("Close")))
        self.shut.clicked.connect(self.hide)
        row.addLayout(self._body, 1)
        row.addWidget(self.shut)
        self.hide()

    def tell(
        self,
        text: str,
        way: str = "",
        go: Callable[[], None] | None = None,
        *,
        bad: bool = False,
        other: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Say the sentence, with a button for the way out where there is one, or two of them."""
        self.text.setText(text)
        self.setAccessibleName(text)
        self._offer(self.button, way, go)
        self._offer(self.other, *(other or ("", None)))
        self._ways.setVisible(bool(way or other))
        self._share()
        self.setProperty("tone", "bad" if bad else "")
        for widget in (self, self.text):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.show()
        into_sight(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the buttons where the sentence leaves them room."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        offered = [one for one in (self.other, self.button) if one.text()]
        wide = sum(one.sizeHint().width() + flowing.GAP for one in offered)
        least = LINE * self.text.fontMetrics().averageCharWidth()
        is_beside = self.width() - wide >= least
        self._ways.setMinimumWidth(wide if is_beside else 0)
        self._body.setDirection(
            QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        )

    def _offer(self, button: QPushButton, words: str, way: Callable[[], None] | None) -> None:
        button.setText(words)
        button.setVisible(bool(words))
        button.clicked.disconnect()
        button.clicked.connect(self.hide)
        if way is not None:
            # Held by the connection, not by this object: the way often leads to what holds it.
            button.clicked.connect(lambda: way())


class _Way(QPushButton):
    """Hears a double click once: the second half is not meant for what is offered next."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The first half was heard as a click."""
        event.accept()
