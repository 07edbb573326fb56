"""Who will have to sign what, as the answers stand, before the first version is published."""

import datetime as dt
from collections.abc import Iterable

from wizard.documents import signing, templates
from wizard.interview.answers import Answers
from wizard.ledger.ledger import Ledger
from wizard.ledger.states import ANNEX, Asked, Cell, PersonState
from wizard.library.people import Person

TO_SIGN, TO_ANNEX = Cell("not-handed"), Cell("not-handed", ANNEX)
"""What everybody's cells are before anything is asked: the very same for all."""


def expected(answers: Answers, staff: Iterable[Person], day: dt.date, language: str) -> Ledger:
    """A ledger of version 0 with the duties that the first version would begin."""
    people = {one.id: one for one in staff}
    states = {one.id: PersonState(left_on=one.left_on) for one in people.values()}
    documents = []
    for template in templates.documents(language).values():
        if not template.signed_by:
            continue
        documents.append(Asked(template.id, 0, day, 0, day))
        rule = signing.rule_of(template.id, answers, language)
        for member in answers.people.list:
            if rule.covers(member):
                states[member.id].cells[template.id] = TO_SIGN
            elif rule.needs_annex(member):
                states[member.id].cells[template.id] = TO_ANNEX
    return Ledger(day, 0, tuple(documents), people, states)
