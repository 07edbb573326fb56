"""What every editor is: a field that shows one raw value and gives each change of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.desk import Desk
    from wizard.interview.ask import Question
    from wizard.interview.kinds import Json
    from wizard.interview.places import Place


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to be answered: what is asked, where the answer stands, and the desk."""

    question: Question[object]
    place: Place
    desk: Desk


class Editor(QWidget):
    """Shows one raw value; never refuses nor changes what was typed.

    The form around it lays out label, hint and error, sets the accessible name of
    :meth:`field`, hands ``given`` to the desk and calls :meth:`show_raw` when the value
    changed elsewhere.
    """

    given = Signal(object)
    """The raw value, in the form the question's kind cleans, after every change by the person."""
    entered = Signal(object)
    """A question inside the answer, at this ``Place``, has the focus."""

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.asked = asked

    def show_raw(self, raw: Json) -> None:
        """Show this value without giving it; the cursor stays where it can."""
        raise NotImplementedError

    def field(self) -> QWidget:
        """The widget that takes the focus first, buddy of the label."""
        raise NotImplementedError

    def answers_changed(self) -> None:
        """Another answer changed: show anew what depends on it, such as a catalogue's text."""

    def reveal(self, place: Place) -> bool:
        """Put the focus on a place inside the answer; whether there is one."""
        return False

    def show_misfit(self, *, wrong: bool) -> None:
        """Mark the field as one whose value does not fit, or no longer."""
        field = self.field()
        if field.property("wrong") != wrong:
            field.setProperty("wrong", wrong)
            field.style().unpolish(field)
            field.style().polish(field)
