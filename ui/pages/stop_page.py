"""The page of one stop: title, why we ask, and what is asked, in a column that scrolls."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui import pieces, tab_order
from ui.column import Column
from ui.form import TEXT_COLUMN, Form
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview import places
from wizard.interview.ask import questions
from wizard.interview.places import Place
from wizard.interview.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ui.desk import Desk
    from ui.history_panel import HistoryPanel
    from wizard import flow


WHOLE: Mapping[str, tuple[str, str]] = {
    "people": ("ui.pages.people", "PeoplePage"),
    "own_words": ("ui.own_words.page", "OwnWordsPage"),
    "channel_texts": ("ui.channel_texts.page", "ChannelTextsPage"),
    "times": ("ui.pages.times", "TimesPage"),
}
"""The steps that are asked on a page of their own and not in forms: its module and its class."""
TALL = frozenset({"people"})
"""The pages of their own that take all the height there is."""
CARD = 5
"""The most questions in one card: it is made in one go, while nothing else happens."""


class Body(Protocol):
    """What stands below the title of a stop."""

    def focus(self, place: Place) -> bool:
        """Put the focus on the question at the place; whether it is here."""


class StopPage(Column):
    """One stop of the flow: its title and reason, and below them what is asked or shown."""

    entered = Signal(object)
    """The question at this ``Place`` has the focus."""
    document_wanted = Signal(str)
    """The document of this id is to be seen beside the page."""
    files_wanted = Signal(object)
    """Somebody wants these documents, named by their ids, as files."""
    stop_wanted = Signal(str)
    """The stop of this id is where the work goes on."""
    alone_wanted = Signal(bool)
    """Whether the page is to have the whole width, see :attr:`is_alone`."""

    def __init__(self, stop: flow.Stop, *, hint: str = "") -> None:
        super().__init__()
        self.stop = stop
        self.title = _words(tr(stop.title), "title")
        head = QWidget()
        self.head = QHBoxLayout(head)
        self.head.setContentsMargins(0, 0, 0, 0)
        self.head.addWidget(self.title, 1)
        self.add(head)
        self.add(_words(tr(stop.reason), "reason"))
        if hint:
            chip = _words(hint, "chip")
            chip.setWordWrap(False)
            self.add(chip, left=True)
        self.is_alone = False
        """Whether no document is to be seen beside the page."""
        self.bodies: list[Body] = []
        self._later: list[Callable[[], QWidget]] = []

    def add_body(self, body: QWidget, *, stretch: int = 0) -> None:
        """Put a part that asks or shows something below what is there."""
        self.add(body, stretch=stretch)
        if hasattr(body, "focus"):
            self.bodies.append(body)
        for told in ("entered", "document_wanted", "files_wanted", "stop_wanted"):
            if hasattr(body, told):
                getattr(body, told).connect(getattr(self, told))

    @property
    def document(self) -> str:
        """The document that the page is about; empty for one that is about several."""
        return next((one.document for one in self.bodies if hasattr(one, "document")), "")

    def add_history(self, panel: HistoryPanel) -> None:
        """Put the link of the history beside the title, and its panel below what stands there."""
        self.head.addWidget(panel.link, alignment=Qt.AlignmentFlag.AlignTop)
        self.add(panel)

    def add_later(self, make: Callable[[], QWidget]) -> None:
        """A part that is made when there is time for it, or when it is needed."""
        self._later.append(make)

    def build_next(self) -> bool:
        """Make the next part that waits; whether there was one."""
        if not self._later:
            return False
        self.add_body(self._later.pop(0)())
        return True

    def complete(self) -> StopPage:
        """The page with all its parts made."""
        while self.build_next():
            pass
        return self

    def begin(self) -> None:
        """Put the focus on the first field of what is asked."""
        first = next(tab_order.stops(cast("QWidget", self.bodies[0])), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus(self, place: Place) -> bool:
        """Put the focus on the question at the place, in sight; whether it is here."""
        for body in self.complete().bodies:
            if body.focus(place):
                field = self.focusWidget()
                if field is not None:
                    self.ensureWidgetVisible(field, 40, 80)
                return True
        return False


def step_page(desk: Desk, stop: flow.Stop) -> StopPage:
    """The page of an interview step, with what is special to it."""
    from ui.history_panel import HistoryPanel

    page = _empty(desk, stop)
    page.add_history(HistoryPanel(desk, stop.id))
    if stop.id in WHOLE:
        module, name = WHOLE[stop.id]
        page.add_body(getattr(import_module(module), name)(desk), stretch=stop.id in TALL)
        return page
    asked = [Place(stop.id, question.id) for question in questions(places.STEPS[stop.id])]
    if stop.id == "briefing":
        from ui.pages.launch import LaunchCard

        page.add_body(LaunchCard(desk))
    if stop.id == "risks":
        from ui.risks.bound_list import LIST, BoundList

        page.add_later(lambda: BoundList(desk))
        asked.remove(LIST)
    if stop.id == "drills":
        page.add_plan()  # type: ignore[attr-defined]
        asked = [place for place in asked if isinstance(places.question_at(place).kind, Rows)]
    for part in cards(asked):
        page.add_later(lambda asked=part: Form(desk, asked))
    if stop.id == "channels":
        from ui.findings.promise_card import PromiseCard

        page.add_later(lambda: PromiseCard(desk))
    page.build_next()
    return page


def _empty(desk: Desk, stop: flow.Stop) -> StopPage:
    """The page with nothing but its title."""
    if stop.id == "drills":
        from ui.pages.drills import DrillsPage

        return DrillsPage(desk, stop)
    return StopPage(stop, hint=_from_example(desk, stop))


def cards(asked: Iterable[Place]) -> list[list[Place]]:
    """The questions in cards: a few in each, a list in one of its own."""
    found: list[list[Place]] = [[]]
    for place in asked:
        if isinstance(places.question_at(place).kind, Rows):
            found += [[place], []]
        elif len(found[-1]) == CARD:
            found.append([place])
        else:
            found[-1].append(place)
    return [card for card in found if card]


def _from_example(desk: Desk, stop: flow.Stop) -> str:
    from wizard import short_path

    if short_path.filled_from_example(stop.id, desk.answers):
        return tr(N_("Filled from the example – look if you like"))
    return ""


def _words(text: str, role: str) -> QLabel:
    label = pieces.words(text, role)
    if role == "reason":
        label.setMaximumWidth(TEXT_COLUMN)
    return label
