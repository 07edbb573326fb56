"""Which changed answers are behind a page that neither names their questions nor quotes them."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from wizard.documents import frozen, normal
from wizard.interview import places
from wizard.interview.answers import Answers
from wizard.interview.places import Place
from wizard.versions.comparing import Difference

ANY_DAY = dt.date(2000, 1, 1)
"""The day is stamped on a page and no part of its normal form."""


def behind(
    document: str,
    languages: Sequence[str],
    before: Answers,
    after: Answers,
    differences: Iterable[Difference],
) -> frozenset[Place] | None:
    """The questions each of which changes the document by itself.

    None where the document reads alike with the answers before and after: then the program words
    it otherwise by now, or the staff list does.
    """
    then = _texts(document, languages, before)
    if _texts(document, languages, after) == then:
        return None
    asked = dict.fromkeys(one.place.whole for one in differences)
    return frozenset(_changing(document, languages, before, after, asked, then))


def _changing(
    document: str,
    languages: Sequence[str],
    before: Answers,
    after: Answers,
    asked: Iterable[Place],
    then: list[str],
) -> Iterator[Place]:
    for place in asked:
        one_changed = places.with_value(before, place, places.value_at(after, place))
        if _texts(document, languages, one_changed) != then:
            yield place


def _texts(document: str, languages: Sequence[str], answers: Answers) -> list[str]:
    return [
        line.text
        for language in languages
        for line in normal.lines(frozen.freeze(document, answers, language, ANY_DAY).markup)
    ]
