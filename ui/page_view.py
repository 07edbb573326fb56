"""A page on the desk: white in every theme, marked where it changed, clickable block by block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QFont, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from ui.theme import LIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QTextBlock

    from ui.pages_of import Page
    from wizard.interview.places import Place

USUAL = 0.62
STEP = 1.15


class PageView(QTextBrowser):
    """Shows the rich text of a document, scaled to the place there is."""

    clicked = Signal(str)
    """The name of the question behind the block that was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self._html = ""
        self._page: Page | None = None
        self._scale = 1.0
        self._blocks: dict[str, list[int]] = {}

    def show_page(self, page: Page) -> None:
        """Show the page; the place where one reads stays."""
        self._page = page
        if page.html == self._html:
            return
        self._html = page.html
        bar = self.verticalScrollBar()
        at = bar.value()
        document = self.document()
        document.setDocumentMargin(18)
        font = QFont("Arial")
        document.setDefaultFont(font)
        self.setHtml(page.scaled(USUAL * self._scale))
        bar.setValue(at)
        self._blocks = _questions(self)

    def zoom(self, by: int) -> None:
        """Show the page larger or smaller by a step."""
        self._scale *= STEP**by
        if self._page is not None:
            self._html = ""
            self.show_page(self._page)

    def mark(self, place: Place) -> None:
        """Mark the blocks of the question and bring the first into sight."""
        found = self._found(place)
        selections = []
        for number in found:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document().findBlockByNumber(number))
            selection.cursor = cursor  # type: ignore[attr-defined]
            selection.format.setBackground(QColor(LIGHT.mark))  # type: ignore[attr-defined]
            selection.format.setProperty(  # type: ignore[attr-defined]
                QTextFormat.Property.FullWidthSelection, True
            )
            selections.append(selection)
        self.setExtraSelections(selections)
        if found:
            self._show_block(self.document().findBlockByNumber(found[0]))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on a block asks for its question."""
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection():
            return
        number = self.cursorForPosition(event.position().toPoint()).blockNumber()
        for question, numbers in self._blocks.items():
            if number in numbers:
                self.clicked.emit(question)
                return

    def _found(self, place: Place) -> list[int]:
        names = (str(place), f"{place.step}.{place.question}.{place.row}", str(place.whole))
        for name in names:
            if name in self._blocks:
                return self._blocks[name]
        inside = f"{place.whole}."
        return [n for name, found in self._blocks.items() if name.startswith(inside) for n in found]

    def _show_block(self, block: QTextBlock) -> None:
        area = self.document().documentLayout().blockBoundingRect(block)
        bar = self.verticalScrollBar()
        top, bottom = bar.value(), bar.value() + self.viewport().height()
        if area.top() < top or area.bottom() > bottom:
            bar.setValue(max(0, round(area.top()) - self.viewport().height() // 3))


def _questions(view: QTextBrowser) -> dict[str, list[int]]:
    """By question the numbers of its blocks."""
    found: dict[str, list[int]] = {}
    block = view.document().begin()
    while block.isValid():
        fragments = block.begin()
        if not fragments.atEnd():
            for name in fragments.fragment().charFormat().anchorNames()[:1]:
                found.setdefault(name, []).append(block.blockNumber())
        block = block.next()
    return found
