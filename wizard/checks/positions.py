"""Who holds which position, as far as the answers tell it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from wizard.checks import forms
from wizard.checks.case import Case, listed, place_of
from wizard.checks.finding import Hit
from wizard.i18n import LANGUAGES
from wizard.interview import wording
from wizard.interview.places import Place
from wizard.interview.risks import Risk
from wizard.interview.values import Words

PARTS = re.compile(r"\s*[,;/+]\s*|\s+(?:or|and|или|и|with|вместе с|либо)\s+")
WORD = re.compile(r"\w+")
JOINING = frozenset({"and", "of", "the", "и", "по"})
"""Words between those of a position, which one says and another leaves out."""
ANYBODY = "anybody"
"""The group of words for those who are meant by no position."""


def vacant(case: Case) -> Iterator[Hit]:
    """Positions that have something to do and are held by nobody on the staff list."""
    staff = _held(case)
    if not staff:
        return
    held, empty = _holders(staff), dict[Place, str]()
    for place, words in _asked(case):
        texts = names(case, words)
        if texts and all(_vacant(text, held) for text in texts):
            empty[place] = ", ".join(_vacant(case.text(words), held) or texts[:1])
    if empty:
        called = _called(case)
        empty = {place: name for place, name in empty.items() if forms.normal(name) not in called}
    if empty:
        yield Hit(tuple(empty), {"rows": listed(empty.values())})


def parts(text: str) -> tuple[str, ...]:
    """The positions that a text names, one or several."""
    return tuple(one for part in PARTS.split(text) if (one := part.strip(" .…")))


def names(case: Case, words: Words) -> tuple[str, ...]:
    """What a position is called in each language: it is the same one in all of them."""
    texts = (wording.text(words, language, case.answers).strip() for language in LANGUAGES)
    return tuple(dict.fromkeys(text for text in texts if text))


@lru_cache(maxsize=4096)
def is_same(one: str, other: str) -> bool:
    """Whether two names of a position mean the same: all words of one are in the other."""
    fewer, more = sorted((_words(one), _words(other)), key=len)
    return all(any(forms.is_same_word(word, found) for found in more) for word in fewer)


def _words(name: str) -> list[str]:
    """The words of a position; hyphens, brackets and signs between them are written or not."""
    return [word for word in WORD.findall(forms.normal(name)) if word not in JOINING]


class _Holders:
    """The positions that somebody holds; of each name it is found out once."""

    def __init__(self, held: frozenset[str]) -> None:
        self._names = tuple(held)
        self._alike = forms.Alike(_words(one) for one in self._names)
        self._known: dict[str, bool] = {}

    def hold(self, part: str) -> bool:
        """Whether one of them is what is meant by this name."""
        if part not in self._known:
            near = self._alike.near(_words(part))
            self._known[part] = any(is_same(part, self._names[number]) for number in near)
        return self._known[part]


@lru_cache(maxsize=4)
def _holders(held: frozenset[str]) -> _Holders:
    return _Holders(held)


def _vacant(text: str, held: _Holders) -> list[str]:
    return [part for part in parts(text) if ANYBODY not in forms.said(part) and not held.hold(part)]


def _held(case: Case) -> frozenset[str]:
    """The positions of the staff, and of those who have a name in the crisis team."""
    members = case.answers.people.list
    known = {one.position.own or case.text(one.position): one.position for one in members}
    staff = {name for position in known.values() for name in names(case, position)}
    if not staff:
        return frozenset()
    roles = [role.position for role in case.answers.crisis_team.roles if role.person]
    others = [*roles, case.answers.business.approver_position]
    return frozenset(staff | {name for words in others for name in names(case, words)})


def _called(case: Case) -> set[str]:
    """The names of the staff, as somebody may type them instead of a position."""
    found = set()
    for one in case.answers.people.list:
        given, surname = one.given.own or "", one.surname.own or ""
        found |= {forms.normal(name) for name in (f"{given} {surname}", f"{surname} {given}")}
    return found


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
