"""The editor of the risk that is rehearsed: its level, and which risk is the highest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from ui.editors.row_card import TONES
from ui.editors.row_of import RowOfEditor
from ui.tongue import tr
from wizard.exercises import choosing
from wizard.i18n import N_
from wizard.interview import summaries
from wizard.interview.options import RISK_LEVELS

if TYPE_CHECKING:
    from ui.editors.editor import Asked
    from wizard.interview.answers import Answers


class RehearsedEditor(RowOfEditor):
    """As for any row of a list; where none is chosen it names the one that is taken."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self.level = QLabel()
        self.level.setProperty("role", "chip")
        self.below(self.level)

    def answers_changed(self) -> None:
        super().answers_changed()
        answers = self.asked.desk.answers
        risk = choosing.chosen(answers)
        self.level.setVisible(risk is not None and bool(risk.level))
        if risk is not None and risk.level:
            self.level.setText(f"{tr(RISK_LEVELS[risk.level])} {risk.score}")
            self.level.setProperty("tone", TONES[risk.level])
            self.level.style().unpolish(self.level)
            self.level.style().polish(self.level)

    def nothing(self, answers: Answers) -> str:
        risk = choosing.highest(answers)
        if risk is None:
            return super().nothing(answers)
        title = summaries.of_row(risk, answers, self.asked.desk.document_language).title
        return tr(N_("The highest: {risk}"), risk=title)
