"""The card of the review that tells what changed since the last version, and publishes the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ui import pieces, tongue
from ui.column import settled
from ui.flowing import Flowing
from ui.tongue import sentence, tr
from ui.versions.differences import Differences
from ui.versions.publish_panel import PublishPanel
from wizard import flow
from wizard.i18n import N_
from wizard.interview.labels import LANGUAGE_NAMES
from wizard.language import dates

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.versions.publisher import Publisher
    from wizard.errors import UserError
    from wizard.library.versions import Version
    from wizard.versions.proposing import Proposal


class SinceCard(QFrame):
    """Asks the publisher when it is refreshed; until it answers, what was told last stays."""

    asked_for = Signal(object)
    """The question at this ``Place`` is wanted."""
    stop_wanted = Signal(str)
    """The stop of this id is where the work goes on."""

    def __init__(self, desk: Desk, publisher: Publisher) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.desk, self.publisher = desk, publisher
        self._begins = False
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        self.heading = pieces.words("", "heading")
        self.told = pieces.words("", "hint")
        self.differences = Differences()
        self.differences.asked_for.connect(self.asked_for)
        self.outcome = QWidget()
        self.outcome_words = pieces.words("", "label", wrap=False)
        self.to_sign = QPushButton(tr(N_("Collect signatures →")))
        self.to_sign.clicked.connect(lambda: self.stop_wanted.emit(flow.ACKNOWLEDGEMENTS.id))
        self.to_files = QPushButton(tr(N_("Save the documents →")))
        self.to_files.clicked.connect(lambda: self.stop_wanted.emit(flow.EXPORT.id))
        ways = Flowing(self.outcome)
        for part in (self.outcome_words, self.to_files, self.to_sign):
            ways.addWidget(part)
        self.error = pieces.words("", "error")
        self.error.hide()
        self.publish = QPushButton()
        self.publish.clicked.connect(self.begin)
        self.panel = PublishPanel(desk)
        self.panel.hide()
        self.panel.wanted.connect(self._publish)
        self.panel.cancelled.connect(self._close)
        for part in (self.heading, self.told, self.differences, self.outcome, self.error):
            column.addWidget(part)
        column.addWidget(self.publish, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.panel)
        publisher.told.connect(self._show)
        publisher.made.connect(self._close)
        publisher.published.connect(self._published)
        publisher.refused.connect(self._refused)
        self.hide()

    def refresh(self) -> None:
        """Compare the answers as they are now."""
        self.outcome.hide()
        self.error.hide()
        self.publisher.ask()

    def _show(self) -> None:
        proposal, last = self.publisher.proposal, self.publisher.last
        if proposal is None:
            return
        self.show()
        self.heading.setText(self._title(proposal, last))
        language = self._language(proposal)
        found = proposal.differences.get(language, ())
        self.differences.show_differences(found, language, ways=True)
        self.differences.setVisible(bool(found))
        self.told.setText(self._summary(proposal))
        self.told.setVisible(bool(self.told.text()))
        self.publish.setText(tr(N_("Publish version {number}…"), number=proposal.number))
        self.publish.setVisible(proposal.changed and self.panel.isHidden())
        if self._begins:
            self.begin()
        elif not self.panel.isHidden():
            if proposal.changed:
                self.panel.go_on(proposal, *self._signers(proposal))
            else:
                self._close()
        settled(self)

    def _title(self, proposal: Proposal, last: Version | None) -> str:
        if last is None:
            return tr(N_("Nothing is published yet"))
        day = dates.in_text(last.dated, tongue.language())
        if proposal.changed:
            return tr(N_("Since version {number} ({date})"), number=last.number, date=day)
        return tr(N_("Version {number} of {date}"), number=last.number, date=day)

    def _summary(self, proposal: Proposal) -> str:
        if proposal.number == 1:
            return tr(
                N_(
                    "Publishing freezes the documents as they are, so that people sign one and the "
                    "same text and you can print it again years later. You can go on changing "
                    "answers: that makes the next version."
                )
            )
        if not proposal.changed:
            return tr(N_("No document has changed since."))
        if proposal.added_languages and not any(
            change.fate != "unchanged" for change in proposal.changes.values()
        ):
            names = ", ".join(LANGUAGE_NAMES[one] for one in proposal.added_languages)
            return tr(N_("The documents are there in another language too: {names}."), names=names)
        if any(change.by_program for change in proposal.changes.values()):
            return tr(N_("Some sentences of the program itself read otherwise after the update."))
        return ""

    def begin(self) -> None:
        """Ask what is to be known before publishing, as soon as it is known what would change."""
        proposal = self.publisher.proposal
        self._begins = proposal is None
        if proposal is None or not proposal.changed:
            return
        self.outcome.hide()
        self.panel.show()
        self.publish.hide()
        self.panel.begin(proposal, *self._signers(proposal))
        settled(self)

    def _signers(self, proposal: Proposal) -> tuple[dict[str, str], dict[str, int]]:
        """The titles of the documents that are signed, and how many people sign each."""
        from wizard.documents import signing

        sheets = signing.papers(self.desk.answers, self._language(proposal))
        return (
            {one.document: one.title for one in sheets},
            {one.document: len(one.people) for one in sheets},
        )

    def _publish(self) -> None:
        raw = self.panel.sign_by.raw
        day = self.panel.sign_by.day
        if raw and day is None:
            self.panel.refuse(tr(N_("“{text}” is no day. Type one such as 14.12.2026."), text=raw))
            return
        self.panel.publish.setEnabled(False)
        self.publisher.publish(self.panel.note.text(), self.panel.minor, day)

    def _published(self, version: Version) -> None:
        self.outcome_words.setText(tr(N_("Version {number} is published."), number=version.number))
        self.outcome.show()
        settled(self)
        self.to_files.setFocus()

    def _refused(self, error: UserError) -> None:
        self.panel.publish.setEnabled(True)
        if self.panel.isVisible():
            self.panel.refuse(sentence(error))
        else:
            self.show()
            self.error.setText(sentence(error))
            self.error.show()
        settled(self)

    def _close(self) -> None:
        self.panel.publish.setEnabled(True)
        self.panel.hide()
        self.publish.show()
        settled(self)

    def _language(self, proposal: Proposal) -> str:
        spoken = self.desk.document_language
        return spoken if spoken in proposal.draft.languages else proposal.draft.languages[0]
