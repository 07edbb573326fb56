"""A café that has published two versions, with the marks of a few months; all days before today."""

import datetime as dt
from dataclasses import replace

from wizard import saving, staffing, starting
from wizard.interview.places import Place
from wizard.ledger import marking
from wizard.library import people
from wizard.library.people import Person
from wizard.versions import proposing, publishing, reopening

DAY = dt.timedelta(days=1)
WORDS = {
    "en": ("Corner", "First version", "What to do at work", "Ask before you post.", "on leave"),
    "ru": (
        "Уголок",
        "Первая редакция",
        "Правило о работе",
        "Спросите старшего смены.",
        "в отпуске",
    ),
}
OUTSIDERS = {
    "en": (("Stone", "Max", "photographer"), ("", "", "barista")),
    "ru": (("Каменева", "Майя", "фотограф"), ("", "", "бариста")),
}
SCAN = b"\x89PNG\r\n\x1a\nnot a picture that anybody looks at"


def publish(library, project, day, note, sign_by=None, minor=()):
    """Publish what the answers say as the next version of this day."""
    session = saving.opened(library, project)
    last = reopening.reopen_latest(library, project.id)
    proposal = proposing.propose(session.answers, last, day)
    return publishing.publish(
        library, session, proposal, last, note=note, today=day, minor=minor, sign_by=sign_by
    )


def publish_story(library, language="en", today=None):
    """The café's id: version 2 asked for the guide anew, and not everybody has signed it.

    p1, p2, p4 and p7 have signed all; p3 has to, late; p5 is away; p6 refused; p8 had the guide
    handed over; p9 has left. Beside them a contractor and somebody without a name.
    """
    today = today or dt.datetime.now().astimezone().date()
    name, first, note, rule, remark = WORDS[language]
    project = starting.create(library, name, example="cafe", language=language, facts=True)
    outsiders = [
        Person(id=f"q{number}", surname=surname, given=given, position=position, kind=kind)
        for number, ((surname, given, position), kind) in enumerate(
            zip(OUTSIDERS[language], ("contractor", "employee"), strict=True)
        )
    ]
    places = {"en": ("Market Street", "Harbour"), "ru": ("Баумана", "Кремлёвская")}[language]
    staff = [
        replace(one, location=places[number % 2])
        for number, one in enumerate([*people.people(library, project.id), *outsiders])
    ]
    staffing.change(library, project.id, staff, (), today - 120 * DAY)
    publish(library, project, today - 90 * DAY, first, today - 70 * DAY)

    def sign(ids, document, ago, sort="signed", how="paper", scan=b""):
        day = today - ago * DAY
        return marking.mark(
            library, project.id, sort, ids, [document], on=day, today=day, how=how, scan=scan
        )

    everybody = [f"p{number}" for number in range(1, 10)]
    sign([*everybody, "q1"], "guide", 85)
    session = saving.opened(library, project)
    signers = {
        document: [one for one in everybody if document in _cells(library, project.id, one, today)]
        for document in ("crisis-plan", "service-standard")
    }
    sign(signers["crisis-plan"], "crisis-plan", 84, how="e-hr")
    sign(signers["service-standard"][:-1], "service-standard", 83)
    rules = session.raw(Place("staff_rules", "do"))
    session.give(Place("staff_rules", "do", rules[0]["id"], "text"), rule)
    saving.save_session(library, session)
    publish(library, project, today - 20 * DAY, note, today - 5 * DAY)
    sign(["p1", "p2", "p4"], "guide", 12)
    sign(["p7"], "guide", 10, scan=SCAN)
    sign(["p6"], "guide", 9, sort="refused")
    sign(["p8"], "guide", 8, sort="handed")
    marking.away(library, project.id, ["p5"], today - 18 * DAY, "holiday", today + 4 * DAY)
    marking.remark(library, project.id, "p8", today - 8 * DAY, remark)
    gone = next(one for one in people.people(library, project.id) if one.id == "p9")
    staffing.change(
        library, project.id, [replace(gone, left_on=today - 3 * DAY)], (), today - 3 * DAY
    )
    return project.id


def _cells(library, project, person, day):
    from wizard.ledger import ledger

    return ledger.read(library, project, day).state(person).cells
