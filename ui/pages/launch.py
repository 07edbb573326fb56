"""The launch kit above the questions about the talk: as a file, and its messages to paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ui import pieces
from ui.flowing import Flowing
from ui.notice import Notice
from ui.tongue import tr
from wizard.documents import plain_text, writing
from wizard.i18n import N_
from wizard.interview.wording import BLANK_IN_PLAIN_TEXT

if TYPE_CHECKING:
    from ui.desk import Desk

KIT = "launch-kit"
MESSAGES = {
    "chat-before": N_("Copy the message before the talk"),
    "chat-after": N_("Copy the message after the talk"),
}
"""The sections of the kit that are pasted into the staff chat, and what their buttons say."""


class LaunchCard(QWidget):
    """Says what the kit holds; a message is copied as it stands on the page."""

    files_wanted = Signal(object)
    """Somebody wants these documents, named by their ids, as files."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        card, column = pieces.card()
        whole.addWidget(card)
        column.addWidget(
            pieces.words(
                tr(
                    N_(
                        "The launch kit: what to say in ten minutes, two messages for the staff "
                        "chat, questions and answers, a list of who was there."
                    )
                ),
                "",
            )
        )
        ways = QWidget()
        row = Flowing(ways)
        self.save = QPushButton(tr(N_("Save the launch kit…")))
        self.save.setProperty("role", "primary")
        self.save.clicked.connect(self._save)
        row.addWidget(self.save)
        self.copies: dict[str, QPushButton] = {}
        for message, label in MESSAGES.items():
            self.copies[message] = self._copying(message, tr(label))
            row.addWidget(self.copies[message])
        column.addWidget(ways)
        self.notice = Notice()
        column.addWidget(self.notice)

    def _copying(self, message: str, label: str) -> QPushButton:
        button = QPushButton(label)
        button.clicked.connect(lambda: self._copy(message))
        return button

    def _save(self) -> None:
        self.files_wanted.emit([KIT])

    def _copy(self, message: str) -> None:
        desk = self.desk
        page = writing.markup(KIT, desk.answers, desk.document_language, desk.today)
        text = plain_text.of_section(page, message)
        QApplication.clipboard().setText(text)
        told = N_("Copied.")
        if BLANK_IN_PLAIN_TEXT in text:
            told = N_("Copied. Fill in what stands as ____ before you send it.")
        self.notice.tell(tr(told))
