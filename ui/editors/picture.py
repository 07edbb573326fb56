"""The editor of a picture or a letterhead: choose, look, take away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.clearing import clear
from ui.column import settled
from ui.editors import logo_file
from ui.editors.editor import Asked, Editor
from ui.tongue import sentence, tr
from wizard import pictures
from wizard.i18n import N_
from wizard.library import blobs

if TYPE_CHECKING:
    from ui.editors.letterhead_card import LetterheadCard
    from wizard.documents.letterheads.letterhead import Letterhead
    from wizard.errors import UserError
    from wizard.interview.kinds import Json
    from wizard.library.blobs import Blob
    from wizard.library.connection import Library

HEIGHT = 72
LETTERHEAD = "letterhead"


class PictureEditor(Editor):
    """Shows what was chosen; a file that is none of its kind leaves the old choice as it is."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self.takes_letterhead = asked.place.question == LETTERHEAD
        self._name = ""
        self.card: LetterheadCard | None = None
        """The letterhead as it is shown, once it was read."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.picture = QLabel()
        self.picture.setAccessibleName(tr(asked.question.label))
        self.problem = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.problem.setProperty("role", "error")
        self.choose = QPushButton(tr(N_("Choose…")))
        self.choose.clicked.connect(self._choose)
        self.remove = QPushButton(tr(N_("Remove")))
        self.remove.setAccessibleName(tr(N_("Remove {name}"), name=tr(asked.question.label)))
        self.remove.clicked.connect(lambda: self.take(""))
        ways = QWidget()
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addStretch(1)
        for widget in (self.picture, ways, self.problem):
            column.addWidget(widget)
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 4, 0, 0)
        column.addLayout(self._cards)
        self.problem.hide()
        self.picture.hide()

    def field(self) -> QWidget:
        return self.choose

    def show_raw(self, raw: Json) -> None:
        name = str(raw or "")
        self.remove.setVisible(bool(name))
        if name == self._name:
            return
        self._name = name
        self.problem.hide()
        self.picture.setVisible(bool(name) and not self.takes_letterhead)
        self.picture.clear()
        self.card = None
        clear(self._cards)
        if not name:
            settled(self)
        elif self.takes_letterhead:
            label = tr(self.asked.question.label)
            self.asked.desk.keeper.run(
                lambda library: (name, _letterhead(library, name, label)),
                self._show_letterhead,
                self._refuse,
                asker=self,
            )
        else:
            self.asked.desk.keeper.run(
                lambda library: (name, blobs.get(library, name)), self._show_picture, asker=self
            )

    def take_file(self, file: Path) -> None:
        """Take this file, or say in a sentence why not."""
        read = pictures.letterhead if self.takes_letterhead else logo_file.read
        # In the library's thread: a large letterhead takes a while to be looked through.
        self.asked.desk.keeper.run(
            lambda library: blobs.put(library, *read(file)), self.take, self._refuse, asker=self
        )

    def take(self, name: str) -> None:
        """Make the blob of this name the answer; an empty name takes it away."""
        self.problem.hide()
        self.show_raw(name)
        self.given.emit(name or None)

    def _choose(self) -> None:
        file = self._ask_for_file()
        if file:
            self.take_file(Path(file))

    def _ask_for_file(self) -> str:
        kinds = (
            "Word (*.docx *.dotx)"
            if self.takes_letterhead
            else "PNG, JPEG, SVG (*.png *.jpg *.jpeg *.svg)"
        )
        return QFileDialog.getOpenFileName(self, tr(self.asked.question.label), "", kinds)[0]

    def _refuse(self, error: UserError) -> None:
        self.problem.setText(sentence(error))
        self.problem.show()
        settled(self)

    def _show_picture(self, found: tuple[str, Blob | None]) -> None:
        name, blob = found
        picture = QPixmap()
        if name == self._name and blob is not None and picture.loadFromData(blob.content):
            smooth = Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(picture.scaledToHeight(HEIGHT, smooth))

    def _show_letterhead(self, found: tuple[str, Letterhead | None]) -> None:
        name, letterhead = found
        if name != self._name or letterhead is None:
            return
        from ui.editors.letterhead_card import LetterheadCard  # Only here: few choose one.

        self.card = LetterheadCard(letterhead)
        self._cards.addWidget(self.card)
        settled(self)


def _letterhead(library: Library, name: str, label: str) -> Letterhead | None:
    """The letterhead kept under this name, called by its label where it has to be refused."""
    from wizard.documents.letterheads.letterhead import inspect  # Only here: lxml takes its time.

    blob = blobs.get(library, name)
    return inspect(blob.content, label) if blob else None
