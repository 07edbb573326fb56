"""The list of stops at the side: groups, states, where you are, and whether all is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import pieces, tongue
from ui.column import into_sight
from ui.theme import colours
from ui.tongue import tr
from wizard import flow
from wizard.i18n import N_

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

WIDTH = 256
ICON = 20
INDENT = 8
"""Room at both sides of what stands beside the stops, so that all words begin on one line."""
LONGEST = 80
"""Letters of a name that are shown: a longer one would push the stops out of the window."""
TWO_DIGITS = 10
ROOM = 36
"""Pixels that stay free above and below where you are, so that the neighbours are seen."""
STATES = {"done": N_("Done"), "look": N_("Needs a look"), "to-do": N_("To do")}


class StepList(QFrame):
    """All stops; ``chosen`` says which one somebody wants to go to."""

    chosen = Signal(str)
    home = Signal()
    settings_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(1)
        back = pieces.link(tr(N_("← All projects")))
        back.clicked.connect(self.home)
        column.addWidget(back, alignment=Qt.AlignmentFlag.AlignLeft)
        self.name = pieces.words("", "heading")
        self.state = pieces.words("", "muted")
        for label in (self.name, self.state):
            label.setContentsMargins(INDENT, 0, INDENT, 0)
        column.addWidget(self.name)
        column.addWidget(self.state)
        column.addSpacing(8)
        column.addWidget(self._stops(), 1)
        self.saved = pieces.words("", "muted")
        self.saved.setContentsMargins(INDENT, 0, INDENT, 2)
        self.saved.setToolTip(tr(N_("Saved on this computer")))
        column.addWidget(self.saved)
        settings = pieces.link(tr(N_("Settings")))
        settings.clicked.connect(self.settings_wanted)
        column.addWidget(settings, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_project(self, name: str, languages: str, version: int) -> None:
        """Name the project, its newest version (0 for none) and the languages of its documents."""
        is_long = len(name) > LONGEST
        self.name.setText(f"{name[: LONGEST - 1]}…" if is_long else name)
        self.name.setToolTip(pieces.tip(name) if is_long else "")
        told = N_("Version {number} · documents: {languages}")
        if not version:
            told = N_("Draft · documents: {languages}")
        self.state.setText(tr(told, languages=languages, number=version))

    def show_states(self, states: Mapping[str, flow.State], current: str) -> None:
        """Show the state of each stop and where you are."""
        for stop, button in self.buttons.items():
            state = states[stop]
            title = tr(flow.BY_ID[stop].title)
            button.setIcon(_icon(state, flow.number(stop), current=stop == current))
            said = tr(N_("You are here")) if stop == current else tr(STATES[state])
            button.setAccessibleName(f"{title}, {said}")
            if stop == current and not button.isChecked():
                into_sight(button)
            button.setChecked(stop == current)
        self._scroll.ensureWidgetVisible(self.buttons[current], 0, ROOM)

    def show_saved(self, at: dt.datetime) -> None:
        """Say when all was saved."""
        clock = QLocale(tongue.language()).toString(at.time(), QLocale.FormatType.ShortFormat)
        self.saved.setText(tr(N_("Saved at {time}"), time=clock))

    def show_saving(self) -> None:
        """Say that something waits to be saved."""
        self.saved.setText(tr(N_("Saving…")))

    def show_not_saved(self) -> None:
        """Say that what was given last is not saved."""
        self.saved.setText(tr(N_("Not saved yet")))

    def _stops(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        self.buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        heading = ""
        for stop in flow.STOPS:
            if stop.group != heading:
                heading = stop.group
                label = pieces.words("", "group")
                label.setText(tr(heading))
                label.setContentsMargins(INDENT, 6, 0, 1)
                column.addWidget(label)
            title = flow.SHORT.get(stop.id, stop.title)
            button = QPushButton(tr(title).replace("&", "&&"))
            button.setProperty("role", "stop")
            button.setCheckable(True)
            button.setIconSize(QSize(ICON, ICON))
            button.clicked.connect(lambda _on=False, one=stop.id: self.chosen.emit(one))
            group.addButton(button)
            self.buttons[stop.id] = button
            column.addWidget(button)
        column.addStretch(1)
        scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self._scroll = scroll
        return scroll


def _icon(state: flow.State, number: int, *, current: bool) -> QIcon:
    """A tick, an exclamation mark or the number in a circle: told by shape, not by colour alone."""
    shown, scale = colours(), 3
    picture = QPixmap(ICON * scale, ICON * scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    circle = QRectF(1, 1, ICON - 2, ICON - 2)
    font = QFont(painter.font())
    font.setPixelSize(11 if number < TWO_DIGITS else 10)
    font.setBold(state == "look" or current)
    painter.setFont(font)
    if state == "to-do" or (current and state == "done"):
        painter.setPen(QPen(QColor(shown.on_side if current else shown.on_side_muted), 1.2))
        painter.drawEllipse(circle)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number))
    elif state == "done":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shown.done))
        painter.drawEllipse(circle)
        painter.setPen(QPen(QColor("#FFFFFF"), 1.8))
        painter.drawPolyline([QPointF(6, 10.3), QPointF(9, 13.3), QPointF(14.2, 7)])
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shown.warn))
        painter.drawEllipse(circle)
        painter.setPen(QColor("#1B2B30"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, "!")
    painter.end()
    return QIcon(picture)
