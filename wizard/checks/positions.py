"""Who holds which position, as far as the answers tell it."""

import re
from collections.abc import Iterator

from wizard.checks.case import Case, place_of
from wizard.checks.finding import Hit
from wizard.interview.places import Place
from wizard.interview.risks import Risk
from wizard.interview.values import Words
from wizard.language.folding import folded

PARTS = re.compile(r"\s*[,;/+]\s*|\s+(?:or|and|или|и|with|вместе с|либо)\s+")


def vacant(case: Case) -> Iterator[Hit]:
    """Positions that have something to do and are held by nobody on the staff list."""
    held = _held(case)
    if not held:
        return
    empty: dict[Place, str] = {}
    for place, words in _asked(case):
        for position in parts(case.text(words)):
            if not any(is_same(position, one) for one in held):
                empty[place] = position
    if empty:
        names = ", ".join(dict.fromkeys(f"{name}" for name in empty.values()))
        yield Hit(tuple(empty), {"rows": names}, evidence=names)


def parts(text: str) -> tuple[str, ...]:
    """The positions that a text names, one or several."""
    return tuple(one for part in PARTS.split(text) if (one := part.strip(" .…")))


def is_same(one: str, other: str) -> bool:
    """Whether two names of a position mean the same: equal, or one within the other."""
    first, second = folded(one), folded(other)
    return f" {first} " in f" {second} " or f" {second} " in f" {first} "


def _held(case: Case) -> list[str]:
    """The positions of the staff and of those who have a name in the crisis team."""
    staff = {text for member in case.answers.people.list if (text := case.text(member.position))}
    if not staff:
        return []
    named = [role.position for role in case.answers.crisis_team.roles if role.person]
    others = (case.text(one) for one in (*named, case.answers.business.approver_position))
    return [text for one in (*staff, *others) if (text := one.strip())]


def _asked(case: Case) -> Iterator[tuple[Place, Words]]:
    answers = case.answers
    for channel in answers.channels.list:
        yield place_of("channels.list", channel, "position"), channel.position
        yield place_of("channels.list", channel, "stand_in"), channel.stand_in
    for speaker in answers.staff_rules.speakers:
        yield place_of("staff_rules.speakers", speaker, "text"), speaker.text
    yield place_of("staff_rules.first_contact"), answers.staff_rules.first_contact
    yield place_of("security.report_to"), answers.security.report_to
    yield place_of("service.log_owner"), answers.service.log_owner
    for risk in answers.risks.list:
        if isinstance(risk, Risk):
            yield place_of("risks.list", risk, "actor"), risk.actor
