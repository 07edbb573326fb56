"""The editor of a picture or a letterhead: choose, look, take away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.editors.editor import Asked, Editor
from ui.tongue import sentence, tr
from wizard import pictures
from wizard.errors import UserError
from wizard.i18n import N_
from wizard.library import blobs

if TYPE_CHECKING:
    from wizard.interview.kinds import Json
    from wizard.library.blobs import Blob

HEIGHT = 72
LETTERHEAD = "letterhead"


class PictureEditor(Editor):
    """Shows what was chosen; a file that is none of its kind leaves the old choice as it is."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self._is_letterhead = asked.place.question == LETTERHEAD
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
        self.problem.hide()

    def field(self) -> QWidget:
        return self.choose

    def show_raw(self, raw: Json) -> None:
        self.remove.setVisible(bool(raw))
        self.picture.setVisible(bool(raw))
        self.picture.clear()
        if raw:
            name = str(raw)
            self.asked.desk.keeper.run(
                lambda library: blobs.get(library, name), self._show, asker=self
            )

    def take_file(self, file: Path) -> None:
        """Take this file, or say in a sentence why not."""
        try:
            read = pictures.letterhead if self._is_letterhead else pictures.logo
            content, media_type = read(file)
        except UserError as error:
            self.problem.setText(sentence(error))
            self.problem.show()
            return
        self.asked.desk.keeper.run(
            lambda library: blobs.put(library, content, media_type), self.take, asker=self
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
        kinds = "Word (*.docx)" if self._is_letterhead else "PNG, JPEG (*.png *.jpg *.jpeg)"
        return QFileDialog.getOpenFileName(self, tr(self.asked.question.label), "", kinds)[0]

    def _show(self, blob: Blob | None) -> None:
        if blob is None:
            return
        picture = QPixmap()
        if picture.loadFromData(blob.content):
            smooth = Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(picture.scaledToHeight(HEIGHT, smooth))
        else:
            self.picture.setText(tr(N_("A Word document is chosen.")))
