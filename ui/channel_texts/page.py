"""The page of ready texts: a card for each channel, one for the replies, ways to take them all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui import opening, pieces
from ui.channel_texts.ready_text import ReadyText
from ui.clearing import clear
from ui.column import settled
from ui.flowing import Flowing
from ui.notice import Notice
from ui.tongue import sentence, tr
from wizard.i18n import LANGUAGES, N_
from wizard.interview import listing
from wizard.interview.labels import LANGUAGE_NAMES
from wizard.interview.places import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from ui.desk import Desk
    from wizard.errors import UserError
    from wizard.interview.kinds import Json
    from wizard.library.connection import Library
    from wizard.paste.kit import Page, Ready

TEXTS = Place("channel_texts", "texts")
KIT = "paste-kit"
REPLIES = "replies"
BREATH = 15
"""Milliseconds between two cards that are made."""


class ChannelTextsPage(QWidget):
    """Follows the answers while it is seen; what is changed here stays as it was written."""

    files_wanted = Signal(object)
    """Somebody wants these documents, named by their ids, as files."""
    stop_wanted = Signal(str)
    """The stop of this id is where the channels are named."""
    document = KIT

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.texts: dict[str, ReadyText] = {}
        self._cards: dict[str, tuple[str, ...]] = {}
        """By card the ids of the texts in it."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._ways())
        self.notice = Notice()
        column.addWidget(self.notice)
        self.empty = pieces.words(
            tr(N_("There is no channel yet. Name your channels, and there are texts.")), "plain"
        )
        self.to_channels = QPushButton(tr(N_("To the channels")))
        self.to_channels.clicked.connect(self._go_to_channels)
        column.addWidget(self.empty)
        column.addWidget(self.to_channels, alignment=Qt.AlignmentFlag.AlignLeft)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        column.addLayout(self._list)
        self._waiting: list[tuple[str, str, Sequence[Ready]]] = []
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        self._builder = QTimer(self, interval=BREATH)
        self._builder.timeout.connect(self._build)
        desk.changed.connect(self._changed)
        desk.spoke.connect(self._changed)

    @property
    def is_whole(self) -> bool:
        """Whether every card is there."""
        return not self._waiting

    def focus(self, place: Place) -> bool:
        """Put the focus on the text at the place, else on the first one; always here."""
        self.refresh()
        while not self.is_whole:
            self._build()
        text = self.texts.get(place.row) or next(iter(self.texts.values()), None)
        (text.field if text else self.to_channels).setFocus()
        return True

    def refresh(self) -> None:
        """Show the texts as the answers make them now."""
        from wizard.interview import answers as interview
        from wizard.paste import kit

        self._later.stop()
        language = self.desk.document_language
        self.languages[language].setChecked(True)
        printed = interview.printable(self.desk.answers)
        pages = kit.pages(printed, language)
        self._show(pages, kit.replies(printed, language))
        for widget in (self.empty, self.to_channels):
            pieces.seen(widget, on=not pages)
        for button in (self.word, self.plain):
            button.setEnabled(bool(pages))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What changed while it was away is shown now."""
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    def _ways(self) -> QFrame:
        card, column = pieces.card(gap=6)
        line = QWidget()
        row = Flowing(line)
        self.languages: dict[str, QRadioButton] = {}
        for language in LANGUAGES:
            button = QRadioButton(LANGUAGE_NAMES[language])
            button.clicked.connect(lambda _on=False, one=language: self.desk.speak(one))
            self.languages[language] = button
            row.addWidget(button)
        self.word = QPushButton(tr(N_("Save as Word…")))
        self.word.clicked.connect(self._want_word)
        self.plain = QPushButton(tr(N_("Save as text files…")))
        self.plain.clicked.connect(self._save_plain)
        row.addWidget(self.word)
        row.addWidget(self.plain)
        column.addWidget(line)
        return card

    def _show(self, pages: Sequence[Page], replies: Sequence[Ready]) -> None:
        """Show these texts; cards are made anew, one after the other, where others are needed."""
        wanted: list[tuple[str, str, Sequence[Ready]]] = [
            (one.id, " · ".join(filter(None, (one.title, one.address))), one.texts) for one in pages
        ]
        if pages:
            wanted.append((REPLIES, tr(N_("Replies for hard moments")), replies))
        ids = {card: tuple(one.id for one in texts) for card, _, texts in wanted}
        if list(ids.items()) != list(self._cards.items()):
            clear(self._list)
            self.texts, self._cards, self._waiting = {}, ids, wanted
            self._builder.start()
            return
        ready = {one.id: one for _, _, texts in wanted for one in texts}
        self._waiting = [
            (card, title, tuple(ready[one.id] for one in texts))
            for card, title, texts in self._waiting
        ]
        for row, text in self.texts.items():
            text.show_ready(ready[row])

    def _build(self) -> None:
        """Make one more card."""
        if not self._waiting:
            self._builder.stop()
            return
        _, title, texts = self._waiting.pop(0)
        card, column = pieces.card(title, gap=14)
        for ready in texts:
            text = ReadyText(ready)
            text.given.connect(self._give)
            self.texts[ready.id] = text
            column.addWidget(text)
        self._list.addWidget(card)
        card.show()
        settled(card)

    def _give(self, row: str, text: str) -> None:
        """Keep the owner's wording of a text; an empty one is none."""
        rows = listing.rows_of(self.desk.raw(TEXTS))
        found = next((one for one in rows if one["id"] == row), None)
        if found is None and text:
            rows.append({"id": row, "text": text})
        elif found is not None and text:
            found["text"] = text
        elif found is not None:
            rows.remove(found)
        else:
            return
        self.desk.give(TEXTS, cast("Json", rows))

    def _want_word(self) -> None:
        self.files_wanted.emit([KIT])

    def _go_to_channels(self) -> None:
        self.stop_wanted.emit("channels")

    def _save_plain(self) -> None:
        folder = self._ask_for_folder()
        if not folder:
            return
        from wizard import text_files

        answers, project = self.desk.answers, self.desk.session.project.id
        languages = answers.business.languages or (self.desk.document_language,)

        def write(library: Library) -> list[Path]:
            return list(text_files.write(library, project, answers, languages, Path(folder)))

        self.desk.keeper.run(write, self._saved, self._refused, asker=self)

    def _saved(self, written: list[Path]) -> None:
        folder = written[0].parent
        self.notice.tell(
            tr(N_("Text files written: {count}"), count=len(written)),
            tr(N_("Open folder")),
            lambda: opening.show(folder),
        )

    def _refused(self, error: UserError) -> None:
        self.notice.tell(sentence(error))

    def _ask_for_folder(self) -> str:
        return QFileDialog.getExistingDirectory(self, tr(N_("Folder")))

    def _changed(self, _what: object) -> None:
        if self.isVisible():
            self._later.start()
