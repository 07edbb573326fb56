"""Whatever happens in whatever order: the ledger's invariants, by random sequences of events."""

import datetime as dt
from contextlib import contextmanager

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from wizard import staffing
from wizard.errors import UserError
from wizard.ledger import duties, ledger, marking
from wizard.library import events, people, projects, versions
from wizard.library.connection import new_in_memory
from wizard.library.people import Person
from wizard.library.versions import Publication, StoredEdition

START = dt.date(2026, 1, 1)
RULES = {
    "guide": {"by": "everybody"},
    "service-standard": {"by": "answering", "positions": ["barista"]},
    "crisis-plan": {"by": "crisis-team", "staff": []},
}
DOCUMENTS = st.sampled_from(sorted(RULES))
POSITIONS = st.sampled_from(["barista", "accountant", ""])
KINDS = st.sampled_from(["employee", "trainee", "contractor", "agency"])
PICK = st.integers(0, 1000)


class LedgerMachine(RuleBasedStateMachine):
    """People join, leave and sign while versions are published and marks are taken back."""

    @initialize()
    def begin(self):
        self.library = new_in_memory()
        self.project = projects.create(
            self.library, "Corner", trade="cafe", country="GB", steps={}
        ).id
        self.day = START
        self.editions = {}
        self.number = 0
        self.marks = []
        self.told = []

    def teardown(self):
        if hasattr(self, "library"):
            self.library.close()

    @property
    def staff(self):
        return people.people(self.library, self.project)

    def read(self, day):
        return ledger.read(self.library, self.project, day)

    def history(self):
        """What the ledger says of a few days, past and to come, without the events' numbers."""
        days = [START + dt.timedelta(days=n) for n in range(0, 60, 6)] + [self.day]
        return {
            day: (
                {
                    person: {
                        document: (cell.state, cell.on, cell.version, cell.due, cell.overdue)
                        for document, cell in state.cells.items()
                    }
                    | {"remark": state.remark, "left": state.left_on, "away": state.absent}
                    for person, state in found.states.items()
                    if state.cells or state.remark
                },
                found.whole,
            )
            for day in days
            for found in [self.read(day)]
        }

    @contextmanager
    def attempt(self, people, document):
        """Contractors are never asked for a sheet; an attempt is refused and writes nothing."""
        before = events.events(self.library, self.project)
        refused = ""
        try:
            yield
        except UserError as error:
            refused = error.message
        if refused:
            assert "is no employee" in refused
            assert document != "service-standard"
            kinds = {one.id: one.kind for one in self.staff}
            assert any(kinds[one] in {"contractor", "agency"} for one in people)
            assert events.events(self.library, self.project) == before

    @invariant()
    def who_is_no_employee_is_bound_by_an_annex_alone(self):
        found = self.read(self.day)
        for person in self.staff:
            if person.kind in {"contractor", "agency"} and not person.left_on:
                assert {
                    (document, cell.duty) for document, cell in found.state(person.id).cells.items()
                } <= {("service-standard", "annex")}

    @rule(days=st.integers(0, 9))
    def wait(self, days):
        self.day += dt.timedelta(days=days)

    @rule(position=POSITIONS, kind=KINDS, start=st.none() | st.integers(-20, 20))
    def join(self, position, kind, start):
        first = self.day + dt.timedelta(days=start) if start is not None else None
        person = Person(
            surname="Doe", position=position, kind=kind, start_date=first, id=f"p{len(self.staff)}"
        )
        staffing.change(self.library, self.project, [person], [], self.day)

    @precondition(lambda self: self.staff)
    @rule(pick=PICK)
    def leave(self, pick):
        person = self.staff[pick % len(self.staff)]
        staffing.change(self.library, self.project, [], [person], self.day)

    @precondition(lambda self: any(one.left_on for one in self.staff))
    @rule(pick=PICK)
    def come_back(self, pick):
        away = [one for one in self.staff if one.left_on]
        person = away[pick % len(away)]
        back = Person(**{**vars(person), "left_on": None})
        staffing.change(self.library, self.project, [back], [], self.day)

    @precondition(lambda self: self.staff)
    @rule(pick=PICK, position=POSITIONS, kind=KINDS)
    def change_work(self, pick, position, kind):
        person = self.staff[pick % len(self.staff)]
        other = Person(**{**vars(person), "position": position, "kind": kind})
        staffing.change(self.library, self.project, [other], [], self.day)

    @rule(
        changed=st.sets(DOCUMENTS, min_size=1),
        minor=st.sets(DOCUMENTS),
        team=st.sets(PICK, max_size=3),
        days=st.none() | st.integers(0, 20),
    )
    def publish(self, changed, minor, team, days):
        self.number += 1
        number = self.number
        ids = [self.staff[one % len(self.staff)].id for one in team] if self.staff else []
        rules = RULES | {"crisis-plan": {"by": "crisis-team", "staff": sorted(set(ids))}}
        for document in rules:
            last, base = self.editions.get(document, (0, 0))
            if not last:
                self.editions[document] = (number, number)
            elif document in changed:
                self.editions[document] = (number, base if document in minor else number)
        editions = tuple(
            StoredEdition(
                document=document, number=last, major=base == number, base=base,
                rule=rules[document],
            )
            for document, (last, base) in self.editions.items()
        )  # fmt: skip
        publication = Publication(
            number=number,
            dated=self.day,
            note="Changed",
            sign_by=self.day + dt.timedelta(days=days) if days is not None else None,
            languages=("en",),
            answers=b"frozen",
            editions=editions,
            pages=(),
        )
        with self.library.transaction():
            versions.publish(self.library, self.project, publication)
            frozen = duties.rules_of(self.library, self.project, number)
            begun = duties.begin(self.library, self.project, frozen, self.day)
            events.record(self.library, self.project, begun)

    @precondition(lambda self: self.number and any(not one.left_on for one in self.staff))
    @rule(
        sort=st.sampled_from(["signed", "handed", "refused"]),
        document=DOCUMENTS,
        picks=st.sets(PICK, min_size=1, max_size=4),
    )
    def mark(self, sort, document, picks):
        here = [one.id for one in self.staff if not one.left_on]
        chosen = sorted({here[one % len(here)] for one in picks})
        with self.attempt(chosen, document):
            self.marks.append(
                marking.mark(
                    self.library, self.project, sort, chosen, [document],
                    on=self.day, today=self.day,
                )
            )  # fmt: skip

    @precondition(lambda self: self.number and self.staff)
    @rule(pick=PICK, days=st.none() | st.integers(0, 9), document=DOCUMENTS, must=st.booleans())
    def other_notes(self, pick, days, document, must):
        person = self.staff[pick % len(self.staff)].id
        until = self.day + dt.timedelta(days=days) if days is not None else None
        library, project = self.library, self.project
        self.marks.append(marking.away(library, project, [person], self.day, "sick", until))
        self.marks.append(marking.remark(library, project, person, self.day, f"note {pick}"))
        with self.attempt([person], document):
            self.marks.append(
                marking.ask(library, project, [person], document, self.day, must=must)
            )

    @precondition(lambda self: self.number and any(not one.left_on for one in self.staff))
    @rule(document=DOCUMENTS, pick=PICK)
    def mark_and_take_back(self, document, pick):
        """Undo restores exactly, on every day; and undoing the undo brings the mark back."""
        here = [one.id for one in self.staff if not one.left_on]
        chosen = [here[pick % len(here)]]
        before, made = self.history(), []
        with self.attempt(chosen, document):
            made = marking.mark(
                self.library, self.project, "signed", chosen, [document],
                on=self.day, today=self.day,
            )  # fmt: skip
        after = self.history()
        undone = marking.undo(self.library, self.project, made, self.day)
        assert self.history() == before
        again = marking.undo(self.library, self.project, undone, self.day)
        assert self.history() == after
        marking.undo(self.library, self.project, again, self.day)
        assert self.history() == before

    @precondition(lambda self: self.marks)
    @rule(pick=PICK)
    def take_back(self, pick):
        numbers = self.marks.pop(pick % len(self.marks))
        marking.undo(self.library, self.project, numbers, self.day)

    @invariant()
    def a_signature_points_to_a_frozen_version(self):
        frozen = {
            (document, edition.number)
            for number in range(1, self.number + 1)
            for document, edition in versions.editions(self.library, self.project, number).items()
        }
        for one in events.events(self.library, self.project):
            if one.kind in {"signed", "handed", "refused"}:
                assert (one.document, one.version) in frozen

    @invariant()
    def counts_agree_with_the_rows(self):
        found = self.read(self.day)
        for asked in found.documents:
            document = asked.document
            bound = [
                state.cells[document]
                for state in found.states.values()
                if state.left_on is None and document in state.cells
            ]
            here = [cell for cell in bound if cell.duty != "annex"]
            counted = found.coverage(document)
            assert counted.asked == len(here)
            assert counted.annexes == len(bound) - len(here)
            assert counted.asked + counted.annexes == len(found.asked(document))
            assert counted.annexes_signed == sum(
                cell.state == "signed" for cell in bound if cell.duty == "annex"
            )
            assert counted.signed == sum(cell.state == "signed" for cell in here)
            assert counted.refused == sum(cell.state == "refused" for cell in here)
            awaited = counted.outstanding + sum(
                cell.outstanding for cell in bound if cell.duty == "annex"
            )
            assert awaited == len(found.outstanding(document))
            assert counted.overdue == sum(cell.overdue for cell in here)

    @invariant()
    def nothing_told_before_is_changed(self):
        now = events.events(self.library, self.project)
        assert now[: len(self.told)] == self.told
        self.told = now

    @invariant()
    def the_duties_follow_the_staff(self):
        """Who works here and signs by rule is asked, unless decided otherwise by hand."""
        if not self.number:
            return
        found = self.read(self.day)
        rules = duties.rules_of(self.library, self.project, self.number)
        by_hand = {
            (one.person, one.document)
            for one in events.events(self.library, self.project)
            if one.how == "hand"
        }
        owed = duties.by_rule(rules, self.staff)
        for person in self.staff:
            if person.left_on is None:
                for document in rules:
                    place = (person.id, document)
                    if place not in by_hand:
                        asked = document in found.state(person.id).cells
                        assert asked == (place in owed), place


TestLedger = LedgerMachine.TestCase
TestLedger.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
