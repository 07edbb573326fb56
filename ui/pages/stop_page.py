"""The page of one stop: title, why we ask, and what is asked, in a column that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.form import TEXT_COLUMN, Form
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview import places
from wizard.interview.ask import questions
from wizard.interview.places import Place

if TYPE_CHECKING:
    from ui.desk import Desk
    from wizard import flow


class Body(Protocol):
    """What stands below the title of a stop."""

    def focus(self, place: Place) -> bool:
        """Put the focus on the question at the place; whether it is here."""


class StopPage(QScrollArea):
    """One stop of the flow; ``body`` is what is asked or shown there."""

    entered = Signal(object)
    """The question at this ``Place`` has the focus."""

    def __init__(self, stop: flow.Stop, *, hint: str = "") -> None:
        super().__init__()
        self.stop = stop
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(28, 24, 28, 24)
        self.column.setSpacing(12)
        self.title = _words(tr(stop.title), "title")
        self.column.addWidget(self.title)
        self.column.addWidget(_words(tr(stop.reason), "reason"))
        if hint:
            chip = _words(hint, "chip")
            chip.setWordWrap(False)
            self.column.addWidget(chip, alignment=Qt.AlignmentFlag.AlignLeft)
        self.bodies: list[Body] = []
        self.setWidget(content)

    def add(self, body: QWidget, *, stretch: int = 0) -> None:
        """Put a part of the page below what is there."""
        self.column.addWidget(body, stretch)
        if hasattr(body, "focus"):
            self.bodies.append(body)
        if hasattr(body, "entered"):
            body.entered.connect(self.entered)

    def finish(self) -> None:
        """Nothing more is added: what is there keeps to the top."""
        self.column.addStretch(1)

    def focus(self, place: Place) -> bool:
        """Put the focus on the question at the place, in sight; whether it is here."""
        for body in self.bodies:
            if body.focus(place):
                field = self.focusWidget()
                if field is not None:
                    self.ensureWidgetVisible(field, 40, 80)
                return True
        return False


def step_page(desk: Desk, stop: flow.Stop) -> StopPage:
    """The page of an interview step, with what is special to it."""
    page = StopPage(stop, hint=_from_example(desk, stop))
    if stop.id == "people":
        from ui.pages.people import PeoplePage

        page.add(PeoplePage(desk), stretch=1)
        return page
    if stop.id == "risks":
        from ui.pages.risks import RisksPage

        page.add(RisksPage(desk))
    else:
        for part in parts(stop.id):
            page.add(Form(desk, part))
    page.finish()
    return page


def parts(step: str) -> list[list[Place]]:
    """The questions of a step in cards: a list stands in a card of its own."""
    from wizard.interview.rows import Rows

    found: list[list[Place]] = [[]]
    for question in questions(places.STEPS[step]):
        place = Place(step, question.id)
        if isinstance(question.kind, Rows):
            found += [[place], []]
        else:
            found[-1].append(place)
    return [part for part in found if part]


def _from_example(desk: Desk, stop: flow.Stop) -> str:
    from wizard import short_path

    if short_path.filled_from_example(stop.id, desk.answers):
        return tr(N_("Filled from the example – look if you like"))
    return ""


def _words(text: str, role: str) -> QLabel:
    label = QLabel(text, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
    label.setProperty("role", role)
    if role in {"title", "reason"}:
        label.setMaximumWidth(TEXT_COLUMN)
    return label
