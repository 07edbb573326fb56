"""How much a changed line weighs: an annex, a contact or a typing error need not be signed again.

The limit is that of the Russian practice: a changed norm is approved and shown to staff again,
while annexes, contacts and typing errors may be corrected under the old signatures.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

from wizard.documents.normal import BLANK, Line
from wizard.interview import places
from wizard.interview.kinds import Somebody
from wizard.interview.places import Place
from wizard.versions.comparing import Difference

Weight = Literal["annex", "contact", "typing", "norm"]
CONTACT_LISTS = frozenset({("crisis_team", "contacts")})
CONTACTS = frozenset(
    {
        ("business", "email", ""),
        ("business", "phone", ""),
        ("business", "website", ""),
        ("business", "privacy_link", ""),
        ("business", "legal_notice_link", ""),
        ("business", "locations", "phone"),
        ("channels", "list", "address"),
        ("crisis_team", "roles", "phone"),
        ("crisis_team", "roles", "deputy_phone"),
        ("crisis_team", "roles", "reachable"),
    }
)
"""Answers that are phones and addresses; with the names of people they may change under a norm."""
LONG_WORD = 5
"""A typing error is looked for in words of so many letters: in short ones a letter is the sense."""
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A line of a page that is not as it was; None where it came or went; and how it weighs."""

    was: Line | None
    became: Line | None
    weight: Weight


def changed_lines(
    before: Sequence[Line], after: Sequence[Line], differences: Iterable[Difference]
) -> list[ChangedLine]:
    """The changed lines between two normal forms; ``differences`` are those of the answers."""
    contacts = frozenset(_contact_words(differences))
    return [
        ChangedLine(was, became, _weight(was, became, contacts))
        for was, became in _pairs(before, after)
    ]


def is_typing_error(was: str, became: str) -> bool:
    """Whether two texts differ as by slips of the keyboard: in signs, or in a letter of a word.

    Words with digits and short words must be equal: there a letter changes the sense.
    """
    old, new = WORD.findall(was.casefold()), WORD.findall(became.casefold())
    return len(old) == len(new) and all(
        one == other or _is_slip(one, other) for one, other in zip(old, new, strict=True)
    )


def _pairs(
    before: Sequence[Line], after: Sequence[Line]
) -> Iterator[tuple[Line | None, Line | None]]:
    matcher = SequenceMatcher(
        None, [one.text for one in before], [one.text for one in after], autojunk=False
    )
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            yield from zip_longest(before[start:end], after[new_start:new_end])


def _weight(was: Line | None, became: Line | None, contacts: frozenset[str]) -> Weight:
    lines = [line for line in (was, became) if line is not None]
    if all(line.annex or line.listed for line in lines):
        return "annex"
    if all(tuple(line.question.split(".")[:2]) in CONTACT_LISTS for line in lines):
        return "contact"
    if was is None or became is None:
        return "norm"
    if _without(was.text, contacts) == _without(became.text, contacts):
        return "contact"
    return "typing" if is_typing_error(was.text, became.text) else "norm"


def _contact_words(differences: Iterable[Difference]) -> Iterator[str]:
    """The words of changed contacts, with the initials of names; a blank where none stood."""
    for one in differences:
        if _is_contact(one.place):
            for text in (one.was, one.became):
                words = text.split() or [BLANK]
                yield from words
                yield from (f"{word[0]}." for word in words)


def _is_contact(place: Place) -> bool:
    if (place.step, place.question, place.key) in CONTACTS:
        return True
    whole = place.row and not place.key
    return not whole and isinstance(places.question_at(place).kind, Somebody)


def _without(text: str, words: frozenset[str]) -> list[str]:
    return [
        word
        for word in text.split()
        if word not in words and word.rstrip(".,;:") not in words and word.strip("()") not in words
    ]


def _is_slip(one: str, other: str) -> bool:
    """Whether one letter is wrong, missing or too many, or two neighbours changed places."""
    if min(len(one), len(other)) < LONG_WORD or one[0] != other[0]:
        return False
    if any(letter.isdigit() for letter in one + other):
        return False
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    start = next((n for n, pair in enumerate(zip(short, long)) if pair[0] != pair[1]), len(short))  # noqa: B905
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = long[start + 1 : start + 2] + long[start : start + 1] + long[start + 2 :]
    return short[start + 1 :] == long[start + 1 :] or short[start:] == swapped
