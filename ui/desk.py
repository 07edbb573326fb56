"""The desk of an open project: every editor gives its value here, and all is saved from here."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.findings.checker import Checker
from wizard import clock, saving, stationery
from wizard.interview import places
from wizard.interview.places import Place
from wizard.library.journal import Visit
from wizard.session import EVERYWHERE, LEFT, WORDINGS
from wizard.staff import NOBODY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from ui.keeper import Keeper
    from wizard.checks.leaving import Left
    from wizard.documents.frozen import Stationery
    from wizard.errors import UserError
    from wizard.interview.answers import Answers
    from wizard.interview.kinds import Json, Misfit
    from wizard.interview.people import Member
    from wizard.library.answers import Patch
    from wizard.library.people import Person
    from wizard.session import Batch, Session, Snapshot

STATIONERY = frozenset({Place("business", "logo"), Place("business", "letterhead")})
PAUSE = 100
"""Milliseconds between a change and the save of it, and of what else was typed until then."""
AGAIN = 5000
"""Milliseconds after which what could not be saved is tried again."""


class Desk(QObject):
    """The session of one project with Qt's signals; belongs to the window's thread.

    It outlives the screens that listen to it: connect methods of widgets, which Qt lets go with
    them, and no lambdas.
    """

    changed = Signal(object)
    """A value was given: its ``Place``, None for the staff list, ``WORDINGS`` for kept wordings,
    ``LEFT`` for findings that are left."""
    shown_anew = Signal(object)
    """As ``changed``, where it was not done by the value's editor (undo, history, wordings)."""
    saved = Signal(object)
    """All is in the library: a ``datetime`` in the local time zone."""
    trouble = Signal(object)
    """Saving failed with this ``UserError``; what is typed is kept and tried again."""
    overtaken = Signal(object)
    """Another window had changed these places: a list of ``Place``."""
    equipped = Signal()
    """The logo or the letterhead has changed and is at hand."""
    spoke = Signal(str)
    """The document language that is looked at has changed."""

    def __init__(self, keeper: Keeper, session: Session) -> None:
        super().__init__()
        self.keeper = keeper
        self.session = session
        self.document_language = session.language
        self._visit = 1
        self._under_way = 0
        self._given_up = False
        self._elsewhere: Snapshot | None = None
        self._entries = Visit()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.save)
        self.checker = Checker(self)
        """What the checks find."""
        self.stationery: Stationery = {}
        """The logo and the letterhead, as far as they are at hand."""
        self.changed.connect(self._equip)
        self._equip(EVERYWHERE)

    @property
    def answers(self) -> Answers:
        """All typed answers as they stand."""
        return self.session.answers

    @property
    def today(self) -> dt.date:
        """The day it is here."""
        return clock.today()

    def raw(self, place: Place) -> Json:
        """What an editor shows for the place; KeyError where its row is gone."""
        return self.session.raw(place)

    def misfit(self, place: Place) -> Misfit | None:
        """What is wrong with the value at the place, None where it fits."""
        from wizard.interview.kinds import Misfit

        if place not in self.session.misfits:
            return None
        try:
            places.question_at(place).kind.clean(self.session.misfits[place].raw)
        except Misfit as misfit:
            return misfit
        return None

    def give(self, place: Place, raw: Json) -> None:
        """Take a value as it was typed; it is saved by itself."""
        self.session.give(place, raw, visit=self._visit)
        self._save_soon()
        self.changed.emit(place)

    def put(self, place: Place, raw: Json) -> None:
        """Change a value on the program's side, as one change of its own; editors show it anew."""
        self.leave()
        self.session.give(place, raw, visit=self._visit)
        self.leave()
        self.changed.emit(place)
        self.shown_anew.emit(place)

    def give_people(self, people: Iterable[Person], ready: Mapping[str, Member] = NOBODY) -> None:
        """Make this the whole staff list, those who left included; ``ready`` as for sessions."""
        self.session.give_people(people, ready)
        self._save_soon()
        self.changed.emit(None)

    def put_people(self, people: Iterable[Person]) -> None:
        """Change the staff list on the program's side; the table shows it anew."""
        self.leave()
        self.session.give_people(people)
        self.leave()
        self.changed.emit(None)
        self.shown_anew.emit(None)

    def take_wording(self, *refs: str) -> None:
        """Say these texts as the catalogue has them now; as one change, which editors show."""
        self.leave()
        self.session.take_wording(*refs)
        self._settled(WORDINGS)

    def keep_wording(self, *refs: str) -> None:
        """Leave these texts as they are and ask no more; as one change."""
        self.leave()
        self.session.keep_wording(*refs)
        self._settled(WORDINGS)

    def leave_finding(self, key: str, left: Left) -> None:
        """Leave a finding as it is; as one change."""
        self.leave()
        self.session.leave_finding(key, left)
        self._settled(LEFT)

    def take_up_finding(self, key: str) -> None:
        """Leave a finding no longer; as one change."""
        self.leave()
        self.session.take_up_finding(key)
        self._settled(LEFT)

    def put_answers(self, answers: Answers) -> None:
        """Make these all the answers, as one change; every editor shows them anew."""
        self.leave()
        self.session.take_over(answers)
        self.leave()
        self._tell_anew(EVERYWHERE)

    def forget(self, blank: Person) -> None:
        """The library has erased a person: remember no more than this; the table shows it anew."""
        self.session.forget(blank)
        self.changed.emit(None)
        self.shown_anew.emit(None)

    def leave(self) -> None:
        """A field, step or window was left: all is saved, and the next change is one of its own."""
        self.save()
        self._visit += 1
        self._entries = Visit()

    def undo(self) -> Place | None:
        """Take the last change back, whichever step it was made in; where, None for the staff list.

        Nothing happens where there is no change to take back.
        """
        if not self.session.can_undo:
            return None
        self.leave()
        place = self.session.undo()
        self.leave()
        self._tell_anew(place)
        return place

    @property
    def is_safe(self) -> bool:
        """Whether all that was given is in the library."""
        return not self._under_way and not self.session.unsaved()

    @property
    def is_elsewhere(self) -> bool:
        """Whether a file has all that was given, so that closing loses nothing."""
        return self._elsewhere is not None and self.session.snapshot() == self._elsewhere

    def give_up(self) -> None:
        """Save no more, whatever is not saved yet."""
        self._timer.stop()
        self._given_up = True

    def save_elsewhere(
        self,
        path: Path,
        then: Callable[[None], None],
        failed: Callable[[UserError], None],
        *,
        asker: QObject,
    ) -> None:
        """Write the whole project to a file of its own, whatever has become of the library."""
        from wizard import rescue  # Only here: nobody should ever need it.

        snapshot = self.session.snapshot()

        def saved(done: None) -> None:
            self._elsewhere = snapshot
            then(done)

        self.keeper.run_regardless(
            lambda library: rescue.save_elsewhere(library, snapshot, path),
            saved,
            failed,
            asker=asker,
        )

    def speak(self, language: str) -> None:
        """Look at the documents in this language."""
        if language != self.document_language:
            self.document_language = language
            self.spoke.emit(language)

    def _equip(self, place: Place | None) -> None:
        """Fetch the logo and the letterhead where others were chosen."""
        if place != EVERYWHERE and place not in STATIONERY:
            return
        names = stationery.named(self.answers)
        if set(names) != set(self.stationery):
            self.keeper.run(
                lambda library: stationery.at_hand(library, names), self._is_equipped, asker=self
            )

    def _is_equipped(self, found: Stationery) -> None:
        self.stationery = found
        self.equipped.emit()

    def _tell_anew(self, place: Place | None) -> None:
        """Say that something changed other than by its editor; everywhere, question by question."""
        told = places.all_places() if place == EVERYWHERE else (place,)
        for one in told:
            self.changed.emit(one)
            self.shown_anew.emit(one)

    def save(self) -> None:
        """Hand what changed to the library's thread; nothing where nothing did."""
        self._timer.stop()
        batch = self.session.unsaved()
        if not batch or self._given_up:
            return
        self.session.saved(batch)
        self._under_way += 1
        project, visit, today = self.session.project.id, self._entries, self.today
        self.keeper.run(
            lambda library: saving.save(library, project, batch, today=today, visit=visit),
            self._is_saved,
            lambda error: self._is_not_saved(batch, error),
        )

    def _save_soon(self) -> None:
        """Put the save off no further than it is: who types without a pause is saved too."""
        if not 0 <= self._timer.remainingTime() <= PAUSE:
            self._timer.start(PAUSE)

    def _settled(self, what: Place) -> None:
        self.leave()
        self.changed.emit(what)
        self.shown_anew.emit(what)

    def _is_saved(self, overtaken: list[Patch]) -> None:
        self._under_way -= 1
        # Which stops somebody has looked at is no answer: it is kept without a word.
        answers = [one for one in overtaken if one.step in places.STEPS]
        if answers:
            self.overtaken.emit([Place(one.step, one.field, one.row, one.key) for one in answers])
        self.saved.emit(dt.datetime.now().astimezone())

    def _is_not_saved(self, batch: Batch, error: UserError) -> None:
        self._under_way -= 1
        self.session.not_saved(batch)
        self._timer.start(AGAIN)
        self.trouble.emit(error)
