"""The matrix and the list of risks below it, bound to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import pieces
from ui.form import Form
from ui.risks.matrix import RiskMatrix
from ui.tongue import tr
from wizard.i18n import N_
from wizard.interview import places, summaries
from wizard.interview.places import Place

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.editors.rows import RowsEditor
    from wizard.interview.risks import Risk

LIST = Place("risks", "list")


class BoundList(QWidget):
    """A click on the matrix shows the risks of a cell; a risk that is opened shows its cell."""

    entered = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        card, inside = pieces.card(tr(N_("Risk matrix")))
        self.matrix = RiskMatrix()
        self.matrix.chosen.connect(self._look)
        self.there = pieces.words(tr(N_("Click a cell to see which risks are there.")), "hint")
        for widget in (self.matrix, self.there):
            inside.addWidget(widget)
        column.addWidget(card)
        self.form = Form(desk, [LIST])
        self.form.entered.connect(self._enter)
        column.addWidget(self.form)
        desk.changed.connect(self._changed)
        self._count()

    def focus(self, place: Place) -> bool:
        """Put the focus on the question at the place; whether it is here."""
        return self.form.focus(place)

    def _changed(self, _place: Place | None) -> None:
        self._count()

    def _count(self) -> None:
        self.matrix.show_risks(self.desk.answers.risks.list)

    def _enter(self, place: Place) -> None:
        risk = places.row_at(self.desk.answers, place)
        if risk is not None:
            self.matrix.show_cell(_cell(cast("Risk", risk)))
            self._highlight({place.row})
        self.entered.emit(place)

    def _look(self, likelihood: int, impact: int) -> None:
        language, answers = self.desk.document_language, self.desk.answers
        there = [
            risk for risk in answers.risks.list if risk.on and _cell(risk) == (likelihood, impact)
        ]
        names = [summaries.of_row(risk, answers, language).title for risk in there]
        self.there.setText("; ".join(names) or tr(N_("No risk here.")))
        self._highlight({risk.id for risk in there})
        if there:
            self.form.focus(Place("risks", "list", there[0].id, "likelihood"))
            self._highlight({risk.id for risk in there})

    def _highlight(self, risks: set[str]) -> None:
        editor = cast("RowsEditor", self.form.rows[LIST].editor)
        for card in editor.cards:
            card.highlight(on=card.row in risks)


def _cell(risk: Risk) -> tuple[int, int] | None:
    """Likelihood and impact, None while one of them is not given."""
    if not risk.score:
        return None
    return int(risk.likelihood), int(risk.impact)
