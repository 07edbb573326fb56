"""The choice of the document whose sections are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from ui import tongue
from ui.document_names import short_name
from ui.flowing import Flowing
from wizard.documents import templates

if TYPE_CHECKING:
    from collections.abc import Iterable


class DocumentChoice(QWidget):
    """A button for each document; exactly one is pressed."""

    chosen = Signal(str)
    """The id of the document that somebody wants."""

    def __init__(self, documents: Iterable[str], current: str) -> None:
        super().__init__()
        known = templates.documents(tongue.language())
        flow = Flowing(self)
        group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        for document in documents:
            title = known[document].title
            button = QPushButton(short_name(document, title))
            button.setProperty("role", "chip")
            button.setProperty("document", document)
            button.setCheckable(True)
            button.setChecked(document == current)
            button.setToolTip(title)
            button.setAccessibleName(f"{button.text()}: {title}")
            button.clicked.connect(lambda _on=False, one=document: self.chosen.emit(one))
            group.addButton(button)
            self.buttons[document] = button
            flow.addWidget(button)

    def show_current(self, document: str) -> None:
        """Show which document is chosen."""
        self.buttons[document].setChecked(True)
