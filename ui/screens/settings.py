"""The settings: language, look, text size, where the data is, and how to report a problem."""

from __future__ import annotations

import platform
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import pieces
from ui.form import TEXT_COLUMN
from ui.library_card import LibraryCard
from ui.tongue import tr
from wizard import __version__, paths
from wizard.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.keeper import Keeper
    from wizard.settings import Settings

LANGUAGES = {"": N_("As the system"), "en": "English", "ru": "Русский"}
THEMES = {"system": N_("As the system"), "light": N_("Light"), "dark": N_("Dark")}
SIZES = {0: N_("Usual"), 12: N_("Large"), 15: N_("Very large")}
LOG_TAIL = 8000


class SettingsScreen(QWidget):
    """Every change takes effect at once; there is nothing to confirm."""

    changed = Signal(object)
    closed = Signal()

    def __init__(self, settings: Settings, keeper: Keeper) -> None:
        super().__init__()
        self.setProperty("role", "paper")
        self.settings = settings
        content = QWidget()
        content.setMaximumWidth(TEXT_COLUMN + 64)
        column = QVBoxLayout(content)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        back = QPushButton(tr(N_("← Back")))
        back.clicked.connect(self.closed)
        column.addWidget(back, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(pieces.words(tr(N_("Settings")), "title"))
        column.addWidget(self._look())
        self.library = LibraryCard(keeper)
        self.library.busy.connect(self.setDisabled)
        column.addWidget(self.library)
        column.addWidget(self._problem())
        column.addStretch(1)
        scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _look(self) -> QFrame:
        card, column = pieces.card()
        self.language = self._choice(
            column, N_("Language of the window"), LANGUAGES, "window_language"
        )
        column.addWidget(
            pieces.words(
                tr(N_("The documents have languages of their own, chosen in each project.")), "hint"
            )
        )
        self.theme = self._choice(column, N_("Colours"), THEMES, "theme")
        self.size = self._choice(column, N_("Size of the text"), SIZES, "text_size")
        return card

    def _problem(self) -> QFrame:
        card, column = pieces.card()
        column.addWidget(pieces.words(tr(N_("Report a problem")), "heading"))
        column.addWidget(
            pieces.words(
                tr(N_("Send this text to whoever helps you. It holds none of your answers.")),
                "hint",
            )
        )
        self.log = QPlainTextEdit(report())
        self.log.setReadOnly(True)
        self.log.setTabChangesFocus(True)
        self.log.setFixedHeight(140)
        self.log.setAccessibleName(tr(N_("Report a problem")))
        column.addWidget(self.log)
        copy = QPushButton(tr(N_("Copy")))
        copy.clicked.connect(lambda: QApplication.clipboard().setText(self.log.toPlainText()))
        column.addWidget(copy, alignment=Qt.AlignmentFlag.AlignLeft)
        return card

    def _choice(
        self, column: QVBoxLayout, label: str, options: Mapping[object, str], name: str
    ) -> QComboBox:
        row = QHBoxLayout()
        words = pieces.words(tr(label), "label")
        box = QComboBox()
        for value, title in options.items():
            box.addItem(tr(title), value)
        box.setCurrentIndex(max(0, box.findData(getattr(self.settings, name))))
        box.setAccessibleName(tr(label))
        box.setMinimumWidth(180)
        words.setBuddy(box)
        box.activated.connect(
            lambda _place: self._change(replace(self.settings, **{name: box.currentData()}))
        )
        row.addWidget(words, 1)
        row.addWidget(box)
        column.addLayout(row)
        return box

    def _change(self, settings: Settings) -> None:
        self.settings = settings
        self.changed.emit(settings)


def report() -> str:
    """Version, system and the end of the log; the log holds no answers."""
    head = f"Policy Wizard {__version__} · Python {platform.python_version()}"
    try:
        tail = paths.log_file().read_text("utf-8", errors="replace")[-LOG_TAIL:]
    except OSError:
        tail = ""
    return f"{head} · {platform.platform()}\n{tail}"
