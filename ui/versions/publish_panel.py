"""The questions before a version is published: what changed, who signs again, until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui import pieces
from ui.clearing import clear
from ui.day_field import DayField
from ui.tongue import tr
from wizard.i18n import N_
from wizard.versions.publishing import NOTE_LIMIT, usual_sign_by

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.desk import Desk
    from wizard.versions.proposing import Change, Proposal

DAY_WIDTH = 180
AGAIN, STAY = 0, 1
REASONS = {
    "annex": N_("only annexes changed"),
    "contact": N_("only names, phones or addresses changed"),
    "typing": N_("only typing errors"),
    "norm": N_("rules changed"),
}


class PublishPanel(QWidget):
    """Asks; ``wanted`` tells that all is answered."""

    wanted = Signal()
    cancelled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.choices: dict[str, QComboBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        self.note = QLineEdit(maxLength=NOTE_LIMIT)
        _labelled(column, tr(N_("What changed, in one line")), self.note)
        self._documents = QVBoxLayout()
        self._documents.setSpacing(6)
        column.addLayout(self._documents)
        self.sign_by = DayField(tr(N_("To be signed by")), width=DAY_WIDTH)
        _labelled(column, tr(N_("To be signed by")), self.sign_by, left=True)
        self.error = pieces.words("", "error")
        self.error.hide()
        column.addWidget(self.error)
        buttons = QHBoxLayout()
        self.publish = QPushButton()
        self.publish.setProperty("role", "primary")
        self.publish.clicked.connect(self.wanted)
        self.cancel = QPushButton(tr(N_("Cancel")))
        self.cancel.clicked.connect(self.cancelled)
        buttons.addWidget(self.publish)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.note.returnPressed.connect(self.publish.click)

    def begin(
        self, proposal: Proposal, titles: Mapping[str, str], signers: Mapping[str, int]
    ) -> None:
        """Ask about this proposal; ``signers`` are how many people sign each document."""
        first = proposal.number == 1
        self.note.setText(tr(N_("First version")) if first else "")
        usual = usual_sign_by(self.desk.answers, self.desk.today)
        self.sign_by.show_raw(usual.isoformat())
        self.refuse("")
        self.choices = {}
        self.go_on(proposal, titles, signers)
        self.note.setFocus()

    def go_on(
        self, proposal: Proposal, titles: Mapping[str, str], signers: Mapping[str, int]
    ) -> None:
        """Ask about another proposal than before; what was typed and chosen stays."""
        self.publish.setText(tr(N_("Publish version {number}"), number=proposal.number))
        chosen = {document: box.currentIndex() for document, box in self.choices.items()}
        clear(self._documents)
        self.choices = {}
        for document, change in proposal.changes.items():
            if change.fate != "unchanged" and document in signers:
                self._documents.addWidget(
                    self._document(change, titles[document], signers[document])
                )
        for document, box in self.choices.items():
            if document in chosen and box.isEnabled():
                box.setCurrentIndex(chosen[document])

    @property
    def minor(self) -> set[str]:
        """The documents whose signatures stay."""
        return {one for one, box in self.choices.items() if box.currentIndex() == STAY}

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be published like this; an empty sentence takes it back."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def _document(self, change: Change, title: str, signers: int) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(pieces.words(title, "label"))
        words.addWidget(pieces.words(_why(change), "hint"))
        row.addLayout(words, 1)
        if change.fate == "new":
            told = tr(N_("people sign: {count}"), count=signers)
            row.addWidget(pieces.words(told, "muted", wrap=False))
            return box
        choice = QComboBox()
        choice.addItem(tr(N_("People sign again: {count}"), count=signers))
        choice.addItem(tr(N_("Signatures stay")))
        choice.setCurrentIndex(STAY if change.minor else AGAIN)
        choice.setEnabled(change.may_be_minor)
        choice.setAccessibleName(title)
        if not change.may_be_minor:
            choice.setToolTip(tr(N_("A changed rule is shown to staff again.")))
        self.choices[change.document] = choice
        row.addWidget(choice, alignment=Qt.AlignmentFlag.AlignTop)
        return box


def _why(change: Change) -> str:
    if change.fate == "new":
        return tr(N_("new"))
    if change.by_program:
        return tr(N_("The program itself words it otherwise now."))
    weights = {line.weight for line in change.lines}
    if not weights or "norm" in weights:
        return tr(REASONS["norm"])
    return ", ".join(tr(REASONS[one]) for one in REASONS if one in weights)


def _labelled(column: QVBoxLayout, label: str, field: QWidget, *, left: bool = False) -> None:
    words = pieces.words(label, "label")
    target = field.line if isinstance(field, DayField) else field
    words.setBuddy(target)
    target.setAccessibleName(label)
    column.addWidget(words)
    if left:
        column.addWidget(field, alignment=Qt.AlignmentFlag.AlignLeft)
    else:
        column.addWidget(field)
