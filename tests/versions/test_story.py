"""Two years of a café: three versions, twelve people; what the ledger says of any day."""

import datetime as dt
import io
import zipfile
from dataclasses import replace

import pytest

from wizard import export, saving, staffing, starting
from wizard.documents.reading_back import lines_of_word
from wizard.interview.places import Place
from wizard.ledger import ledger, marking
from wizard.library import events, people, versions
from wizard.library.connection import new_in_memory
from wizard.library.people import Person
from wizard.versions import issuing, proposing, publishing, reopening

V1, V2, V3 = dt.date(2026, 9, 1), dt.date(2027, 3, 1), dt.date(2028, 2, 1)
DAY = dt.timedelta(days=1)
NAMES = (
    ("Petrova", "Anna"), ("Galiev", "Marat"), ("Smirnova", "Olga"), ("Orlov", "Ivan"),
    ("Kim", "Elena"), ("Hart", "Ella"), ("Stone", "Max"), ("Reed", "Nora"),
    ("Lane", "Tom"), ("Wood", "Ida"),
)  # fmt: skip


class Cafe:
    """A project with its library; every act has its day."""

    def __init__(self, library):
        self.library = library
        self.project = starting.create(library, "Corner", example="cafe", language="en", facts=True)
        self.id = self.project.id
        staff = [
            Person(surname=surname, given=given, position="barista", kind="employee", id=given)
            for surname, given in NAMES
        ]
        self.hire(*staff, day=V1 - 30 * DAY, gone=people.people(library, self.id))

    def hire(self, *staff, day, gone=()):
        staffing.change(self.library, self.id, staff, gone, day)

    def person(self, name):
        return next(one for one in people.people(self.library, self.id) if one.id == name)

    def leave(self, name, day):
        self.hire(replace(self.person(name), left_on=day), day=day)

    def answer(self, place, raw):
        session = saving.opened(self.library, self.project)
        session.give(place, raw)
        saving.save_session(self.library, session)

    def publish(self, day, note, minor=(), sign_by=None):
        session = saving.opened(self.library, self.project)
        last = reopening.reopen_latest(self.library, self.id)
        proposal = proposing.propose(session.answers, last, day)
        return publishing.publish(
            self.library, session, proposal, last,
            note=note, today=day, minor=minor, sign_by=sign_by,
        )  # fmt: skip

    def sign(self, names, document, day, sort="signed", how="paper"):
        return marking.mark(
            self.library, self.id, sort, names, [document], on=day, today=day, how=how
        )

    def on(self, day, known=None):
        return ledger.read(self.library, self.id, day, known=known)

    def cell(self, name, document, day):
        return self.on(day).state(name).cells[document]

    def written(self, version, folder):
        """The Word files of a version by name."""
        session = saving.opened(self.library, self.project)
        export.make_folder(folder)
        orders = issuing.of_version(self.library, session, version, V3)
        return {
            (order.document, order.language): export.write(
                order, folder, V3, lambda _path: None
            ).path.read_bytes()
            for order in orders
            if order.document not in issuing.SIGNED_PAPERS
        }


@pytest.fixture
def cafe():
    with new_in_memory() as library:
        yield Cafe(library)


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {
            name: archive.read(name)
            for name in archive.namelist()
            if name.startswith(("word/", "docProps/"))
        }


def test_two_years(cafe, tmp_path):
    everybody = [given for _, given in NAMES]
    cafe.answer(
        Place("crisis_team", "roles"),
        [
            {"id": "lead", "title": "Lead", "person": {"staff": "Anna"}},
            {"id": "speaker", "title": "Speaker", "person": {"staff": "Marat"}},
        ],
    )
    assert cafe.publish(V1, "First version", sign_by=V1 + 14 * DAY).number == 1
    first_files = cafe.written(1, tmp_path / "first")
    told = events.events(cafe.library, cafe.id)

    # Everybody signs the guide, the crisis team the plan too; Olga refuses, Ivan is away.
    cafe.sign(["Anna", "Marat", "Elena", "Ella"], "guide", V1 + 2 * DAY)
    cafe.sign(["Anna", "Marat"], "crisis-plan", V1 + 3 * DAY)
    cafe.sign(["Max", "Nora"], "guide", V1 + 5 * DAY, sort="handed")
    cafe.sign(["Olga"], "guide", V1 + 6 * DAY, sort="refused")
    marking.away(cafe.library, cafe.id, ["Ivan"], V1 + DAY, "holiday", V1 + 20 * DAY)
    wrong = cafe.sign(["Tom", "Ida"], "guide", V1 + 7 * DAY)
    before_undo = dt.datetime.now(dt.UTC)
    marking.undo(cafe.library, cafe.id, wrong[:1], V1 + 8 * DAY)

    after_ten = cafe.on(V1 + 10 * DAY)
    guide = after_ten.coverage("guide")
    assert (guide.asked, guide.signed, guide.refused, guide.overdue) == (10, 5, 1, 0)
    assert after_ten.coverage("crisis-plan").asked == 2
    assert cafe.cell("Nora", "guide", V1 + 10 * DAY).state == "handed"
    assert cafe.cell("Tom", "guide", V1 + 10 * DAY).state == "not-handed"
    assert cafe.cell("Ivan", "guide", V1 + 10 * DAY).state == "absent"
    assert cafe.cell("Ivan", "guide", V1 + 10 * DAY).due == V1 + 21 * DAY
    # As it was known before the mistake was seen, Tom had signed.
    known_then = cafe.on(V1 + 10 * DAY, known=before_undo)
    assert known_then.state("Tom").cells["guide"].state == "signed"
    # The days before tell what was so then.
    assert cafe.on(V1 + 2 * DAY).coverage("guide").signed == 4
    assert cafe.on(V1 + DAY).coverage("guide").signed == 0
    assert cafe.on(V1 - DAY).documents == ()
    late = cafe.on(V1 + 15 * DAY).coverage("guide")
    assert (late.overdue, late.late_since) == (3, V1 + 14 * DAY)
    cafe.sign(["Ivan", "Tom", "Max", "Nora"], "guide", V1 + 22 * DAY)
    cafe.sign(["Olga"], "guide", V1 + 40 * DAY)
    assert cafe.on(V1 + 40 * DAY).coverage("guide").outstanding == 0
    assert cafe.cell("Olga", "guide", V1 + 39 * DAY).state == "refused"

    # Two join, one leaves; the newcomer signs before the first day, a contractor gets an annex.
    start = dt.date(2026, 12, 1)
    cafe.hire(
        Person(surname="New", given="Ben", kind="trainee", start_date=start, id="Ben"),
        Person(surname="Agency", given="Zoe", kind="contractor", id="Zoe"),
        day=start - 7 * DAY,
    )
    assert cafe.cell("Ben", "guide", start - 7 * DAY).due == start
    assert cafe.cell("Zoe", "service-standard", start).duty == "annex"
    assert "guide" not in cafe.on(start).state("Zoe").cells
    cafe.sign(["Ben"], "guide", start - DAY)
    cafe.leave("Ella", dt.date(2027, 1, 31))
    assert cafe.on(dt.date(2027, 1, 30)).coverage("guide").asked == 11
    assert cafe.on(dt.date(2027, 2, 1)).coverage("guide").asked == 10
    assert cafe.cell("Ella", "guide", dt.date(2027, 2, 1)).state == "signed"

    # A year later a rule changes: the guide is signed anew, the plan keeps its version.
    rule = saving.opened(cafe.library, cafe.project).answers.staff_rules.do[0].id
    cafe.answer(Place("staff_rules", "do", rule, "text"), "Ask the shift lead before you post.")
    cafe.publish(V2, "Ask before you post", sign_by=V2 + 10 * DAY)
    editions = versions.editions(cafe.library, cafe.id, 2)
    assert (editions["guide"].number, editions["crisis-plan"].number) == (2, 1)
    assert cafe.on(V2).coverage("guide").signed == 0
    assert cafe.on(V2 - DAY).coverage("guide").signed == 10
    assert cafe.on(V2).coverage("crisis-plan").signed == 2
    cafe.sign([name for name in everybody if name not in {"Ella", "Ida"}], "guide", V2 + DAY)
    cafe.sign(["Ben"], "guide", V2 + DAY, how="email")
    cafe.leave("Ida", V2 + 5 * DAY)
    assert cafe.cell("Ida", "guide", V2 + 4 * DAY).state == "not-handed"
    assert cafe.cell("Ida", "guide", V2 + 5 * DAY).state == "left"
    assert cafe.on(V2 + 11 * DAY).coverage("guide").overdue == 0

    # Another year: only a phone of the crisis team changes. Signatures stay.
    cafe.answer(Place("crisis_team", "roles", "lead", "phone"), "0113 496 0199")
    proposal = proposing.propose(
        saving.opened(cafe.library, cafe.project).answers,
        reopening.reopen_latest(cafe.library, cafe.id),
        V3,
    )
    assert {name for name, one in proposal.changes.items() if one.minor} == {"crisis-plan"}
    cafe.publish(V3, "A new phone", minor=["crisis-plan"])
    editions = versions.editions(cafe.library, cafe.id, 3)
    assert (editions["guide"].number, editions["guide"].base) == (2, 2)
    assert (editions["crisis-plan"].number, editions["crisis-plan"].base) == (3, 1)
    assert cafe.on(V3).coverage("crisis-plan").signed == 2
    assert cafe.cell("Anna", "crisis-plan", V3).version == 1
    assert cafe.on(V3).whole.outstanding == 1  # the annex of the contractor

    # Nothing is ever overwritten, and the past is as it was told.
    assert events.events(cafe.library, cafe.id)[: len(told)] == told
    assert cafe.on(V1 + 10 * DAY).coverage("guide") == guide
    assert cafe.on(V1 + 2 * DAY).coverage("guide").signed == 4

    # The first version is printed again as it was: text, tables, pictures, every byte of them.
    again = cafe.written(1, tmp_path / "again")
    assert again.keys() == first_files.keys()
    for place, content in first_files.items():
        assert parts(again[place]) == parts(content), place
        assert lines_of_word(again[place]) == lines_of_word(content)
    third = cafe.written(3, tmp_path / "third")
    assert lines_of_word(third["guide", "en"]) != lines_of_word(again["guide", "en"])
    assert ("change-sheet", "en") in third
