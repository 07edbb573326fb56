"""How the owner's own words read: too long, unfinished, or in one language only."""

import re
from collections.abc import Iterator

from wizard.checks.case import Case, first_of, quoted
from wizard.checks.finding import Hit
from wizard.checks.forms import MOST_READ
from wizard.i18n import translate
from wizard.interview import places
from wizard.interview.labels import LANGUAGE_NAMES
from wizard.interview.places import Place

MOST_WORDS = 30
"""The most words of a sentence that is read at one go: our own judgement, not a norm."""
A_TEXT = 4
"""From so many words on a text is prose, and no name or number."""
NAMES = frozenset({"name", "legal_name", "address", "phone"})
"""Questions whose answers are the same in every language, however many words they have."""
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
LATIN = re.compile(r"[a-z]", re.IGNORECASE)
UNFINISHED = re.compile(
    r"\[(?!\d+\])[^\]\n]{0,60}\]|\{\{?[^}\n]{0,40}\}\}?|_{3,}|\bx{3,}\b|\bххх+\b|\btodo\b|\btbd\b"
    r"|\blorem ipsum\b|\?{3,}|<[^\W\d](?:[^<>\n]{0,38}\w)?>",
    re.IGNORECASE,
)
MOST_NAMED = 3


def long_sentences(case: Case) -> Iterator[Hit]:
    """Sentences of the owner's own that are too long to read; one finding for each text."""
    for texts in case.own.values():
        for own in texts:
            longest = max(own.sentences, key=lambda one: len(one.split()), default="")
            words = len(longest.split())
            if words > MOST_WORDS:
                values = {"text": quoted(longest), "words": str(words)}
                yield Hit((own.place,), values, evidence=longest)


def unfinished(case: Case) -> Iterator[Hit]:
    """Gaps that somebody meant to fill in: square brackets, a row of crosses, a TODO."""
    for texts in case.own.values():
        for own in texts:
            for sentence in own.sentences:
                if found := UNFINISHED.search(sentence):
                    yield Hit((own.place,), {"text": quoted(found[0])}, evidence=found[0])


def one_language(case: Case) -> Iterator[Hit]:
    """Texts of the owner's own that a document in another language prints as they were typed."""
    for language in case.answers.business.languages:
        untranslated = [
            own
            for texts in case.own.values()
            for own in texts
            if not own.language
            and (own.place.key or own.place.question) not in NAMES
            and language not in own.words.other
            and len((read := own.text[:MOST_READ]).split()) >= A_TEXT
            and not _is_in(read, language)
        ]
        found = [own.place for own in untranslated]
        if found:
            yield Hit(
                tuple(dict.fromkeys(found)),
                {
                    "count": str(len(found)),
                    "language": LANGUAGE_NAMES[language],
                    "named": _named(case, found),
                },
                evidence="\n".join((language, *(own.text for own in untranslated))),
                document=language,
            )


def _named(case: Case, found: list[Place]) -> str:
    labels = (translate(places.question_at(one.whole).label, case.language) for one in found)
    return first_of(list(dict.fromkeys(labels)), MOST_NAMED)


def _is_in(text: str, language: str) -> bool:
    cyrillic, latin = len(CYRILLIC.findall(text)), len(LATIN.findall(text))
    if not cyrillic and not latin:
        return True
    return cyrillic >= latin if language == "ru" else latin >= cyrillic
