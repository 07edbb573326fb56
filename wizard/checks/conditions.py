"""Whether a condition that is data holds, and of what."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

from wizard.checks import forms
from wizard.checks.case import Case, listed, place_of, quoted
from wizard.checks.finding import Hit
from wizard.checks.own_words import OwnText
from wizard.checks.rules import FORBID, Condition, Given, Says, Silent
from wizard.interview.catalogue import catalogue
from wizard.interview.places import Place
from wizard.interview.rows import Row
from wizard.interview.values import Duration, Words

HOURS: Mapping[str, float] = {"minutes": 1 / 60, "hours": 1, "days": 24}
WORKING = 7 / 5
STOPS = (".", "!", "?", "…")


def hits(condition: Condition, case: Case) -> Iterator[Hit]:
    """What the condition holds of, in the order of the answers."""
    if isinstance(condition, Given):
        yield from _given(condition, case)
    elif isinstance(condition, Says):
        yield from _says(condition, case)
    else:
        yield from _silent(condition, case)


def hours_of(duration: Duration) -> float:
    """How many hours a duration takes by the clock, a working day as a fifth of a week."""
    is_working = duration.unit == "days" and duration.counted != "clock"
    return duration.number * HOURS[duration.unit] * (WORKING if is_working else 1)


def _given(condition: Given, case: Case) -> Iterator[Hit]:
    if not condition.each:
        if _holds(condition, case, None):
            yield Hit(_places(condition, case, None), absent=bool(condition.missing))
        return
    found = [row for row in case.rows(condition.each) if _holds(condition, case, row)]
    absent = bool(condition.missing)
    if condition.together and found:
        places = tuple(place for row in found for place in _places(condition, case, row))
        names = listed(case.title(row) for row in found)
        yield Hit(places, {"rows": names, "count": str(len(found))}, absent=absent)
    elif not condition.together:
        for row in found:
            values = {"row": case.title(row)}
            yield Hit(_places(condition, case, row), values, absent=absent)


def _holds(condition: Given, case: Case, row: Row | None) -> bool:
    return (
        all(_is(_value(name, case, row), wanted) for name, wanted in condition.where.items())
        and not any(_is(_value(name, case, row), one) for name, one in condition.without.items())
        and (not condition.missing or any(not _value(one, case, row) for one in condition.missing))
        and all(
            isinstance(value := _value(name, case, row), Duration) and hours_of(value) > hours
            for name, hours in condition.over.items()
        )
    )


def _places(condition: Given, case: Case, row: Row | None) -> tuple[Place, ...]:
    missing = [one for one in condition.missing if not _value(one, case, row)]
    names = condition.about or (*missing, *condition.over) or tuple(condition.where)[:1]
    return tuple(_place(name, condition.each, row) for name in names)


def _place(name: str, each: str, row: Row | None) -> Place:
    if row is not None and hasattr(row, name):
        return place_of(each, row, name)
    return place_of(name)


def _value(name: str, case: Case, row: Row | None) -> object:
    """The field of the row, of the entry that a field of it names, or the whole question."""
    first, _, rest = name.partition(".")
    if row is not None and hasattr(row, first):
        value = getattr(row, first)
        if not rest:
            return value
        entry = catalogue(f"{first}s").get(str(value))
        return _inside(entry.fields, rest) if entry else None
    return case.value(name)


def _inside(fields: Mapping[str, object], name: str) -> object:
    first, _, rest = name.partition(".")
    value = fields.get(first)
    return _inside(value, rest) if rest and isinstance(value, Mapping) else value


def _is(value: object, wanted: object) -> bool:
    if isinstance(wanted, bool):
        return bool(value) == wanted
    if isinstance(wanted, list):
        return any(_is(value, one) for one in wanted)
    return value == wanted or (isinstance(value, tuple) and wanted in value)


def _says(condition: Says, case: Case) -> Iterator[Hit]:
    for own in case.own_in(condition.within):
        if condition.keys and own.place.key not in condition.keys and own.place.row:
            continue
        if not all(_is(_value(name, case, own.row), one) for name, one in condition.where.items()):
            continue
        if condition.lacking and getattr(own.row, condition.lacking, None):
            continue
        is_ban = f"{own.place.step}.{own.place.question}" in condition.bans
        for sentence in own.sentences:
            groups = forms.said(sentence) | ({FORBID} if is_ban else set())
            if groups.isdisjoint(condition.unless) and any(
                wanted <= groups for wanted in condition.says
            ):
                values = {"text": quoted(sentence)}
                yield Hit((own.place,), values, evidence=sentence, wording=condition.wording)


def _silent(condition: Silent, case: Case) -> Iterator[Hit]:
    if not all(_is(case.value(name), wanted) for name, wanted in condition.where.items()):
        return
    place, words = place_of(condition.question), cast("Words", case.value(condition.question))
    if not words:
        yield Hit((place,), absent=True)
    elif not words.untouched:
        own = [one for one in case.own_in((condition.question,)) if not one.language]
        if not any(_speaks(one, condition.about) for one in own):
            yield Hit((place,))


def _speaks(own: OwnText, about: frozenset[str]) -> bool:
    return any(not forms.said(one).isdisjoint(about) for one in forms.sentences(own.text))


def words_with(words: Words, language: str, sentence: str, instead: Mapping[str, str]) -> Words:
    """The words with another sentence in the place of this one; ``instead`` is it by language.

    It begins and ends as the sentence did, in a list of points as in a paragraph. What else the
    owner wrote stays.
    """
    if language:
        said = words.other[language]
        better = forms.with_another(said, sentence, _fitted(instead[language], sentence))
        return replace(words, other={**words.other, language: better})
    spoken = "ru" if any("а" <= letter <= "я" for letter in sentence.casefold()) else "en"
    own = forms.with_another(words.own or "", sentence, _fitted(instead[spoken], sentence))
    return replace(words, own=own)


def _fitted(instead: str, sentence: str) -> str:
    text = instead if sentence.endswith(STOPS) else instead.rstrip(".")
    return text[:1].lower() + text[1:] if sentence[:1].islower() else text
