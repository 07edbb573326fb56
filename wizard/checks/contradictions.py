"""Answers that cannot both be true, or documents that say different things."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from wizard.checks import forms, positions
from wizard.checks.case import NAMELESS, Case, listed, place_of, quoted
from wizard.checks.conditions import hours_of
from wizard.checks.finding import Hit
from wizard.checks.rules import FORBID
from wizard.interview.places import Place
from wizard.interview.values import Person, Words
from wizard.language import durations

ROLES, LEVELS, CHANNELS = "crisis_team.roles", "crisis_team.levels", "channels.list"
SPOKESPERSON = "spokesperson"
SPEAKERS = Place("staff_rules", "speakers")
BANS = (("staff_rules.dont", ("title", "text")), ("community.not_tolerated", ("text",)))
ALLOWANCES = (
    ("staff_rules.do", ("title", "text")),
    ("community.welcome", ("text",)),
    ("staff_rules.share_what", ("",)),
)
LEAST = 3
"""Shorter words join others and mean nothing themselves."""
EMPTY = "empty"
"""The group of words that say nothing by themselves."""
LIMITS = "limits"
"""The group of words that narrow what is banned or allowed."""
PERMIT = "permit"
BOT, NO_BOT = "bot-named", "no-bot"


def own_deputy(case: Case) -> Iterator[Hit]:
    """People who are to stand in for themselves."""
    rows = [
        role for role in case.answers.crisis_team.roles
        if role.person and _is_same_person(case, role.person, role.deputy)
    ]  # fmt: skip
    if rows:
        places = tuple(place_of(ROLES, role, "deputy") for role in rows)
        yield Hit(places, {"rows": listed(case.title(role) for role in rows)})


def gone(case: Case) -> Iterator[Hit]:
    """Names taken from the staff list of people who are no longer on it."""
    staff = {str(member.id) for member in case.answers.people.list}
    named: list[tuple[Place, str, Person]] = [
        (place_of(ROLES, role, key), case.title(role), person)
        for role in case.answers.crisis_team.roles
        for key, person in (("person", role.person), ("deputy", role.deputy))
    ]
    named += [
        (Place("business", "approver"), case.text(case.answers.business.approver_position),
         case.answers.business.approver),
        (Place("people", "collector"), case.text(case.answers.people.collector_position),
         case.answers.people.collector),
    ]  # fmt: skip
    found = [(place, what) for place, what, who in named if who.staff and who.staff not in staff]
    if found:
        rows = listed(what for _, what in found if what)
        yield Hit(tuple(place for place, _ in found), {"rows": rows or NAMELESS})


def another_speaker(case: Case) -> Iterator[Hit]:
    """A spokesperson of the plan whom the guide does not let speak."""
    speakers = [
        one.text for one in case.answers.staff_rules.speakers if case.text(one.text).strip()
    ]
    role = next((one for one in case.answers.crisis_team.roles if one.id == SPOKESPERSON), None)
    if role is None or not case.text(role.position).strip() or not speakers:
        return
    named = {part for one in speakers for part in _positions(case, one)}
    if not any(
        positions.is_same(one, two) for one in _positions(case, role.position) for two in named
    ):
        yield Hit(
            (place_of(ROLES, role, "position"), SPEAKERS),
            {
                "position": quoted(case.text(role.position)),
                "rows": listed(quoted(case.text(one)) for one in speakers),
            },
        )


def slower_when_worse(case: Case) -> Iterator[Hit]:
    """A level of severity whose first word comes later than that of the level below it."""
    timed = [level for level in case.answers.crisis_team.levels if level.first_word is not None]
    for below, level in pairwise(timed):
        later, sooner = level.first_word, below.first_word
        if later and sooner and hours_of(later) > hours_of(sooner):
            yield Hit(
                (place_of(LEVELS, level, "first_word"),),
                {
                    "row": case.title(level),
                    "time": durations.length(later, case.language),
                    "other": case.title(below),
                    "sooner": durations.length(sooner, case.language),
                },
            )


def approved_too_late(case: Case) -> Iterator[Hit]:
    """Papers that apply before they are approved."""
    business = case.answers.business
    if business.order_date and business.valid_from and business.order_date > business.valid_from:
        yield Hit((Place("business", "order_date"), Place("business", "valid_from")))


def no_such_bot(case: Case) -> Iterator[Hit]:
    """Words of the owner's own that speak of a bot where none answers."""
    if case.answers.has_bot:
        return
    for own in case.own_in(("hours.outside", "community", "service", "channels.list")):
        for sentence in own.sentences:
            said = forms.said(sentence)
            if BOT in said and NO_BOT not in said and own.place.question != "not_tolerated":
                yield Hit((own.place,), {"text": quoted(sentence)}, evidence=sentence)


def own_stand_in(case: Case) -> Iterator[Hit]:
    """Channels where the position that answers also stands in for itself."""
    rows = [
        channel for channel in case.answers.channels.list
        if (first := forms.normal(case.text(channel.position)))
        and first == forms.normal(case.text(channel.stand_in))
    ]  # fmt: skip
    if rows:
        places = tuple(place_of(CHANNELS, row, "stand_in") for row in rows)
        yield Hit(places, {"rows": listed(case.title(row) for row in rows)})


@dataclass(frozen=True, slots=True)
class _Point:
    """One point of a list: where it stands, its words, and those that mean something."""

    place: Place
    text: str
    essence: frozenset[str]
    is_own: bool
    is_heading: bool = False
    """Whether it only says what the text below it is about."""


def banned_and_allowed(case: Case) -> Iterator[Hit]:
    """The same thing on a list of what is welcome and on one of what is not; one of them own."""
    allowed = [one for path, keys in ALLOWANCES for one in _points(case, path, keys)]
    alike = forms.Alike(one.essence for one in allowed)
    for path, keys in BANS:
        for ban in _points(case, path, keys):
            near = (allowed[number] for number in alike.near(ban.essence))
            other = next((one for one in near if _is_same(ban, one)), None)
            if other is not None:
                yield Hit(
                    (ban.place, other.place),
                    {"text": quoted(ban.text), "other": quoted(other.text)},
                )


def _points(case: Case, path: str, keys: tuple[str, ...]) -> Iterator[_Point]:
    if keys == ("",):
        value = case.value(path)
        if isinstance(value, Words) and not value.untouched:
            for sentence in forms.sentences(case.text(value)):
                yield _Point(place_of(path), sentence, _essence(sentence), is_own=True)
        return
    for row in case.rows(path):
        for key in keys:
            words: Words = getattr(row, key)
            text = case.text(words)[: forms.LONGEST] if words else ""
            # Whole rules of the catalogue agree with each other; only what is own may not.
            if text and (key != "text" or not words.untouched or len(keys) == 1):
                yield _Point(
                    place_of(path, row, key),
                    text,
                    _essence(text),
                    is_own=words.own is not None,
                    is_heading=key == "title" and bool(getattr(row, "text", None)),
                )


def _essence(text: str) -> frozenset[str]:
    empty = forms.groups()[EMPTY]
    words = "".join(one if one.isalpha() else " " for one in forms.normal(text)).split()
    return frozenset(word for word in words if len(word) > LEAST and not empty.fullmatch(word))


def _is_same(ban: _Point, other: _Point) -> bool:
    if not (ban.is_own or other.is_own) or not ban.essence or not other.essence:
        return False
    fewer, more = sorted((ban.essence, other.essence), key=len)
    # One word within a sentence says little; two or more that all come again say the same.
    most = 1 if len(fewer) == 1 else 2 * len(fewer)
    if len(more) > most or (ban.is_heading and other.is_heading):
        return False
    if forms.normal(ban.text) == forms.normal(other.text):
        return True
    # What is banned or allowed within limits, or both at once, goes together with the rest.
    banned, allowed = forms.said(ban.text), forms.said(other.text)
    if LIMITS in banned | allowed or PERMIT in banned or FORBID in allowed:
        return False
    return all(any(forms.is_same_word(word, found) for found in more) for word in fewer)


def _positions(case: Case, words: Words) -> set[str]:
    return {part for text in positions.names(case, words) for part in positions.parts(text)}


def _is_same_person(case: Case, one: Person, other: Person) -> bool:
    if one.staff and other.staff:
        return one.staff == other.staff
    return _name(case, one) == _name(case, other)


def _name(case: Case, person: Person) -> tuple[str, ...]:
    member = next((one for one in case.answers.people.list if one.id == person.staff), None)
    typed = (person.surname, person.given)
    name = (case.text(member.surname), case.text(member.given)) if member else typed
    return tuple(forms.normal(one) for one in name if one)
