"""The small pieces that screens are made of: words in a role, links, cards."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


def words(text: str, role: str, *, wrap: bool = True) -> QLabel:
    """Plain words that look as the style sheet has it for their role."""
    label = QLabel(text, textFormat=Qt.TextFormat.PlainText, wordWrap=wrap)
    label.setProperty("role", role)
    return label


def tip(text: str) -> str:
    """The text for a tool tip that shows it as typed: Qt takes what looks like markup for it."""
    if not Qt.mightBeRichText(text):
        return text
    return f"<p style='white-space: pre-wrap'>{escape(text)}</p>"


def seen(widget: QWidget, *, on: bool) -> None:
    """Show or hide it; what stands nowhere yet is not shown as a window, but with what it joins."""
    if not on:
        widget.hide()
    elif widget.parentWidget() is not None:
        widget.show()


def link(text: str) -> QPushButton:
    """A button that looks like a link."""
    button = QPushButton(text)
    button.setProperty("role", "link")
    return button


def card(title: str = "", *, gap: int = 8) -> tuple[QFrame, QVBoxLayout]:
    """A card and the column in it, ``gap`` pixels between its parts; with a heading or without."""
    frame = QFrame()
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(gap)
    if title:
        column.addWidget(words(title, "heading"))
    return frame, column


def labelled(text: str, field: QWidget, focus: QWidget) -> QWidget:
    """A field and its label at its left, which no line break parts; ``focus`` gets the key."""
    label = QLabel(text, textFormat=Qt.TextFormat.PlainText)
    label.setBuddy(focus)
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(label)
    row.addWidget(field)
    return box
