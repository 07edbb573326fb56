"""A check box whose words go on in the next line where there is no room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

WORDS = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value
LEAST_WORDS = 120
"""The least width of the words, in pixels."""
FRAME = 4
"""The border and padding that the style sheet gives a check box at each edge."""


class WrappingCheckBox(QCheckBox):
    """As ``QCheckBox``; an ampersand in its words is an ampersand."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setText(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, words: str) -> None:  # noqa: N802
        """Say something else."""
        self._words = words
        super().setText(words.replace("&", "&&"))

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """A narrower one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height in pixels that box and words take at this width."""
        words = self._bounds(width - self._left() - FRAME).height()
        return max(super().sizeHint().height(), words + 2 * FRAME)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All in one line."""
        return QSize(super().sizeHint().width() + 1, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for the box and a few words."""
        return QSize(self._left() + LEAST_WORDS, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the box beside the first line, and the words beside it."""
        option = self._option()
        line = super().sizeHint().height()
        painter = QStylePainter(self)
        words = QRect(
            self._left(),
            (line - self.fontMetrics().height()) // 2,
            self.width() - self._left() - FRAME,
            self.height(),
        )
        painter.setPen(option.palette.windowText().color())  # type: ignore[attr-defined]
        painter.drawText(words, WORDS, self._words)
        option.text = ""  # type: ignore[attr-defined]
        option.rect = QRect(0, 0, self.width(), line)  # type: ignore[attr-defined]
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)

    def _option(self) -> QStyleOptionButton:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return option

    def _left(self) -> int:
        """Where the words begin."""
        self.ensurePolished()
        contents = QStyle.SubElement.SE_CheckBoxContents
        return self.style().subElementRect(contents, self._option(), self).left()

    def _bounds(self, width: int) -> QRect:
        return self.fontMetrics().boundingRect(
            QRect(0, 0, max(width, LEAST_WORDS), 10_000), WORDS, self._words
        )
