"""The page of risks: the matrix over the list that it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ui.form import Form
from ui.risks.matrix import RiskMatrix
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview import summaries
from wizard.interview.ask import questions
from wizard.interview.places import Place
from wizard.interview.risks import Risks

if TYPE_CHECKING:
    from ui.desk import Desk

LIST = Place("risks", "list")


class RisksPage(QWidget):
    """A click on the matrix names the risks of a cell and opens the first of them."""

    entered = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 14, 16, 14)
        title = QLabel(tr(N_("Risk matrix")))
        title.setProperty("role", "heading")
        self.matrix = RiskMatrix()
        self.matrix.chosen.connect(self._look)
        self.there = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.there.setProperty("role", "hint")
        self.there.setText(tr(N_("Click a cell to see which risks are there.")))
        for widget in (title, self.matrix, self.there):
            inside.addWidget(widget)
        column.addWidget(card)
        self.form = Form(desk, [Place("risks", one.id) for one in questions(Risks)])
        self.form.entered.connect(self.entered)
        column.addWidget(self.form)
        desk.changed.connect(lambda _place: self._count())
        self._count()

    def focus(self, place: Place) -> bool:
        """Put the focus on the question at the place; whether it is here."""
        return self.form.focus(place)

    def _count(self) -> None:
        self.matrix.show_risks(self.desk.answers.risks.list)

    def _look(self, likelihood: int, impact: int) -> None:
        there = [
            risk
            for risk in self.desk.answers.risks.list
            if risk.on and (risk.likelihood, risk.impact) == (str(likelihood), str(impact))
        ]
        language, answers = self.desk.document_language, self.desk.answers
        names = [summaries.of_row(risk, answers, language).title for risk in there]
        self.there.setText("; ".join(names) or tr(N_("No risk here.")))
        if there:
            self.form.focus(Place("risks", "list", there[0].id, "likelihood"))
