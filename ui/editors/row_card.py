"""One record of a list: a line that says what it is, and its questions when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
)

from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview import places, summaries
from wizard.interview.ask import questions
from wizard.interview.options import RISK_LEVELS
from wizard.interview.places import Place

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.form import Form
    from wizard.interview.kinds import Json
    from wizard.interview.rows import Row, Rows


OPENER_WIDTH = 32
TONES = {"low": "neutral", "medium": "", "high": "warn", "critical": "bad"}
"""The colours of the chip that tells the level of a risk."""


class RowCard(QFrame):
    """Shut it is one line; open it is a form of the row's questions."""

    ticked = Signal(bool)
    opened = Signal(str)
    entered = Signal(object)
    """A question of the row, at this ``Place``, has the focus."""
    moved = Signal(int)
    copied = Signal()
    removed = Signal()

    def __init__(self, desk: Desk, place: Place, kind: Rows[Row], raw: dict[str, Json]) -> None:
        super().__init__()
        self.setProperty("role", "row")
        self.desk, self.place, self.row = desk, place, place.row
        self._kind, self._raw = kind, raw
        self._form: Form | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 4, 8, 4)
        head = QHBoxLayout()
        head.setSpacing(2)
        self.on = QCheckBox()
        self.on.setChecked(raw.get("on") is not False)
        self.on.clicked.connect(self.ticked)
        self.opener = QToolButton(text="▸")
        self.opener.setProperty("role", "link")
        self.opener.setFixedWidth(OPENER_WIDTH)
        self.opener.clicked.connect(self._toggle)
        self.title = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.title.setProperty("role", "label")
        self.about = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.about.setProperty("role", "hint")
        self.level = QLabel()
        self.level.setProperty("role", "chip")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self.level, alignment=Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.about, 1)
        # Without anything in it a line would be no wider than nothing, and the title with it.
        below.addStretch()
        words.addLayout(below)
        self.noticed = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.noticed.setProperty("role", "noticed")
        self.noticed.hide()
        words.addWidget(self.noticed)
        self.more = QToolButton(text="⋯")
        self.more.setProperty("role", "link")
        self.more.clicked.connect(self._offer)
        for widget in (self.on, self.opener):
            head.addWidget(widget, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        self.show_summary()
        self.show_noticed()
        desk.checker.told.connect(self.show_noticed)

    @property
    def is_open(self) -> bool:
        """Whether the questions are shown."""
        return self._form is not None and not self._form.isHidden()

    def open(self) -> None:
        """Show the questions; a row that is only offered is ticked first."""
        if places.row_at(self.desk.answers, self.place) is None:
            self.ticked.emit(True)
            return
        if self._form is None:
            from ui.form import Form

            asked = [
                Place(self.place.step, self.place.question, self.row, question.id)
                for question in questions(self._kind.record)
            ]
            self._form = Form(self.desk, asked, card=False)
            self._form.entered.connect(self.entered)
            self._column.addWidget(self._form)
        self._form.show()
        self.opener.setText("▾")
        self.show_noticed()
        self.opened.emit(self.row)

    def shut(self) -> None:
        """Hide the questions."""
        if self._form is not None:
            self._form.hide()
        self.opener.setText("▸")
        self.show_noticed()

    def focus(self, place: Place) -> bool:
        """Put the focus on the question of the row, or on its first; whether it is here."""
        if self._form is None:
            return False
        if place.key:
            return self._form.focus(place)
        return any(self._form.focus(one) for one in self._form.rows)

    def highlight(self, *, on: bool) -> None:
        """Make the card stand out among the others, or no longer."""
        self.setProperty("tone", "chosen" if on else "")
        self.style().unpolish(self)
        self.style().polish(self)

    def show_summary(self) -> None:
        """Say in a line what the row is."""
        row = places.row_at(self.desk.answers, self.place)
        shown = row if row is not None else self._kind.clean([self._raw])[0]
        said = summaries.of_row(shown, self.desk.answers, self.desk.document_language)
        self.title.setText(said.title or tr(N_("New")))
        self.about.setText(said.about)
        self.about.setVisible(bool(said.about))
        self.level.setVisible(bool(said.level))
        if said.level:
            self.level.setText(tr(RISK_LEVELS[said.level]))
            self.level.setProperty("tone", TONES[said.level])
            self.level.style().polish(self.level)
        name = self.title.text()
        self.on.setAccessibleName(tr(N_("Use {name}"), name=name))
        self.opener.setAccessibleName(tr(N_("Open {name}"), name=name))
        self.more.setAccessibleName(tr(N_("More for {name}"), name=name))

    def show_noticed(self) -> None:
        """Say what the checks found in the row; open it is said beside the questions."""
        checker = self.desk.checker
        found = [
            one.message
            for one in checker.open
            if checker.seen(one) and not one.document and self._is_first_in(one.places)
        ]
        self.noticed.setText("\n".join(found))
        self.noticed.setVisible(bool(found) and not self.is_open)

    def _is_first_in(self, found: tuple[Place, ...]) -> bool:
        """Whether it is this row that tells of it: what is found in many is told in the first."""
        first = next((one for one in found if one.whole == self.place.whole), None)
        return first is not None and first.row == self.row

    def _toggle(self) -> None:
        if self.is_open:
            self.shut()
        else:
            self.open()

    def _offer(self) -> None:
        """Open the menu below its button; it is made when it is wanted, and gone afterwards."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def menu(self) -> QMenu:
        """What can be done to the row."""
        menu = QMenu(self)
        menu.addAction(tr(N_("Duplicate")), self.copied.emit)
        menu.addAction(tr(N_("Move up")), lambda: self.moved.emit(-1))
        menu.addAction(tr(N_("Move down")), lambda: self.moved.emit(1))
        menu.addSeparator()
        menu.addAction(tr(N_("Remove")), self.removed.emit)
        return menu
